"""Words that programs write in odd ways are those that a reader sees."""

from __future__ import annotations

from contextlib import closing

import pytest
from pypdfium2 import PdfDocument
from reportlab.pdfbase.pdfmetrics import stringWidth

from briefing.parsing.importers.pdf.bold_names import is_bold_font
from briefing.parsing.importers.pdf.glyph_names import letters_of
from briefing.parsing.importers.pdf.hyphens import Hyphens
from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.opening import ahead, opened
from briefing.parsing.importers.pdf.pages import PageReader
from briefing.parsing.importers.pdf.runs import Type
from briefing.parsing.importers.pdf.tex_codes import decoded, spelled
from briefing.parsing.importers.pdf.typed_marks import with_typed_marks
from briefing.parsing.importers.pdf.words import Word
from briefing.parsing.importers.pdf.writing import Writer
from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.test_reading import read, text_of
from tests.parsing.importers.pdf.typeset import compiled

MOVED = (
    "10 Tf 10 50 Td (checkpoints the) Tj 2.754 Tc 62.5 0 Td (yh) Tj 0 Tc 12.75 0 Td (ad to pass) Tj"
)
TAKEN_BACK = "10 Tf 10 50 Td [(they ha)15(v )250(e to pass)] TJ"


@pytest.mark.parametrize(
    ("drawing", "words"),
    [(MOVED, "checkpoints they had to pass"), (TAKEN_BACK, "they have to pass")],
    ids=["a space that is only a move", "a space that a move takes back"],
)
def test_a_space_is_where_words_stand_apart(drawing: str, words: str) -> None:
    assert text_of(drawn.operators(drawing)) == words


def test_words_that_lie_beside_the_page_are_none() -> None:
    drawing = "10 Tf 10 50 Td (the words that are seen) Tj 400 0 Td (and those that are not) Tj"
    assert text_of(drawn.operators(drawing)) == "the words that are seen"


def test_words_at_the_head_of_a_page_whose_box_all_pages_share_are_seen() -> None:
    drawing = "10 Tf 10 1150 Td (the head of a long page) Tj"
    assert text_of(drawn.operators(drawing, shared="/MediaBox[0 0 300 1200]")) == (
        "the head of a long page"
    )


@pytest.mark.parametrize(
    ("drawing", "words"),
    [
        ("(f) Tj 4.16 0 Td (\\310) Tj -.83 0 Td (ur) Tj", "für"),
        ("(fur Caf) Tj 3.33 0 Td (\\310) Tj 26.7 0 Td (\\302) Tj -.55 0 Td (e) Tj", "für Café"),
        ("(a \\310 b) Tj", "a ¨ b"),
    ],
    ids=["before the letter", "at the end of the line", "alone"],
)
def test_an_accent_that_is_drawn_on_a_letter_is_part_of_it(drawing: str, words: str) -> None:
    assert text_of(drawn.operators(f"10 Tf 10 50 Td {drawing}")) == words


def test_a_character_that_its_font_does_not_tell_is_no_hyphen() -> None:
    assert text_of(drawn.mapped("di#culties", "#", "0000")) == "di\ufffdculties"


def test_words_are_joined_also_on_pages_with_letters_of_formulas() -> None:
    words = "The sum of 𝑛 and 𝑎𝑏 is a municipality administration, and transportation."
    page = "#set page(width: 62mm, height: 60mm, margin: 8mm)\n#set par(justify: true)\n"
    data = compiled(f'{page}#set text(10pt, hyphenate: true, lang: "en")\n{words}')
    assert text_of(data) == words


def test_letters_that_a_font_names_and_no_code_tells_are_read() -> None:
    drawing = r"10 Tf 10 50 Td (the \037rst o\036cer) Tj"
    names = "30/f_f_i 31/f_i.alt"
    assert text_of(drawn.operators(drawing, names=names)) == "the first officer"


def test_letters_that_only_one_word_of_the_document_can_have_are_read() -> None:
    words = "final figures of the first offer: #nal #gures of the #rst pro#t"
    told = text_of(drawn.mapped(words, "#", "0000"))
    assert told == "final figures of the first offer: final figures of the first profit"


def test_letters_that_nothing_tells_are_counted() -> None:
    draft = read(drawn.mapped("di#culties", "#", "0000"))
    assert draft.remarks == ("1 letter that a font of this PDF does not name is shown as \ufffd",)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("f_f_i", "ffi"),
        ("T_h.liga", "Th"),
        ("fl", "fl"),
        ("uni00E9", "é"),
        ("g31", ""),
        ("bullet", ""),
        (".notdef", ""),
    ],
)
def test_the_names_of_characters_that_are_letters_are_read(name: str, letters: str) -> None:
    assert letters_of(name) == letters


@pytest.mark.parametrize(("right", "seen"), [(".4", "a b"), ("6", "a b"), ("40", "a b a b")])
def test_words_that_are_drawn_again_over_themselves_are_seen_once(right: str, seen: str) -> None:
    drawing = f"10 Tf 10 50 Td (a b) Tj {right} .4 Td (a b) Tj"
    assert text_of(drawn.operators(drawing)) == seen


def test_letters_that_are_set_apart_are_words() -> None:
    drawing = "10 Tf 3 Tc 10 50 Td (BOATS OF) Tj 92 0 Td (THE HARBOUR) Tj"
    assert text_of(drawn.operators(drawing)) == "BOATS OF THE HARBOUR"
    written = "10 Tf 10 50 Td (a b c d e f g) Tj"
    assert text_of(drawn.operators(written)) == "a b c d e f g"


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ("e\x1ecient sta\x1b of a \x10\x1cne\x11 o\x1ece", "efficient staff of a “fine” office"),
        ("sta\x0b \x0dow \x0cnds \\o\x0bers\" { \rags", "staff flow finds “offers” – flags"),
        ("gro\xffe \x80nderung \x15 au\x1b\x84llig", "große Ănderung – auffĎllig"),
        ("one \\ two {three} | four", "one \\ two {three} | four"),
    ],
)  # fmt: skip
def test_codes_of_bitmap_fonts_of_tex_are_their_letters(codes: str, words: str) -> None:
    text = decoded(f"one\r\n{codes}\x13", [(5, 5 + len(codes))])
    assert len(text) == len(codes) + 6
    assert spelled(text) == f"one\r\n{words}\x13"


@pytest.mark.parametrize(
    ("name", "is_bold"),
    [
        ("ABCDEF+Times-Roman", False),
        ("Times-Bold", True),
        ("Helvetica-Light", False),
        ("ArialMT", False),
    ],
)
def test_a_font_is_bold_by_its_name_before_its_weight(name: str, *, is_bold: bool) -> None:
    assert is_bold_font(name, 695) == is_bold
    assert is_bold_font("ptmb8r", 695)


def test_small_capitals_are_as_large_as_their_initials() -> None:
    drawing = "10 Tf 10 50 Td (R) Tj /F 8 Tf (EFERENCES) Tj"
    data = drawn.operators(drawing)
    with ahead(data, "a.pdf") as passed, opened(data, "a.pdf", passed) as pdf:
        assert [line.size for line in PageReader(pdf).page(0).stretches] == [10]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["https://", "example.org/reports/boats.", "html), and"], "reports/boats.html), and"),
        (["http://example.org/a_", "list.pdf of"], "http://example.org/a_list.pdf of"),
        (["see https://example.org/a.", "The boats"], "https://example.org/a. The boats"),
        (["the file", "boats.", "html is"], "boats. html is"),
    ],
)
def test_an_address_over_several_lines_is_one(lines: list[str], joined: str) -> None:
    rows = [Row([Stretch(line, 50, 400, 500, 10, False)], 0, 50, 400) for line in lines]
    assert joined in Writer(["1"], Hyphens(lines)).words(rows)


def test_words_of_a_line_that_is_set_tight_stand_apart() -> None:
    drawing = "10 Tf 5 50 Td [(The boats of the)-120(port.)-120(Then they)-120(left)] TJ"
    assert text_of(drawn.operators(drawing)) == "The boats of the port. Then they left"
    assert text_of(drawn.operators("10 Tf 5 50 Td (port.Then at www.port.org) Tj")) == (
        "port.Then at www.port.org"
    )
    drawing = "10 Tf 5 50 Td [(Andarono a)-120(Genova nel 2025.)-120(Poi tornarono)] TJ"
    assert text_of(drawn.operators(drawing)) == "Andarono a Genova nel 2025. Poi tornarono"
    assert text_of(drawn.operators("10 Tf 5 50 Td (an eBook of 25.Ab) Tj")) == "an eBook of 25.Ab"
    drawing = "10 Tf 5 50 Td [(superavano i)-120(1.100 porti)] TJ"
    assert text_of(drawn.operators(drawing)) == "superavano i 1.100 porti"


def test_a_mark_with_a_thin_space_before_it_is_a_word_as_french_has_it() -> None:
    drawing = "10 Tf 5 50 Td [(Qui vient)-120(? Personne)-120(! dit-il; nous)] TJ"
    assert text_of(drawn.operators(drawing)) == "Qui vient ? Personne ! dit-il; nous"


def test_a_hyphen_that_is_drawn_apart_from_its_word_parts_it_all_the_same() -> None:
    first = "10 Tf 10 60 Td (they bought a har) Tj 70 0 Td (-) Tj"
    assert text_of(drawn.operators(f"{first} -70 -12 Td (bour of their own) Tj")) == (
        "they bought a harbour of their own"
    )


def test_a_figure_is_as_large_as_the_words_that_tell_of_it() -> None:
    page = "#set page(width: 120mm, height: 100mm, margin: 14mm)\n"
    told = " \\ ".join(f"#text(20pt)[*{n}00*] boats of the harbour" for n in (3, 4, 5))
    text = "The boats came home in the evening of that day, and nobody was hurt. " * 4
    body = read(compiled(f"{page}{text}\n\n{told}\n\n{text}")).body
    assert "#" not in body


@pytest.mark.parametrize(
    "line",
    [
        "#text(11pt)[_Of boats._] They came home late in the evening",
        "They came home late in the evening, as all of them #text(8.5pt)[did]",
    ],
    ids=["a heading before the text", "a word in another face behind it"],
)
def test_a_line_is_as_large_as_its_text(line: str) -> None:
    data = compiled(f"#set page(width: 140mm, height: 60mm)\n#set text(9.5pt)\n{line}")
    with ahead(data, "report.pdf") as passed, opened(data, "report.pdf", passed) as pdf:
        assert {stretch.size for stretch in PageReader(pdf).page(0).stretches} == {9.5}


FRENCH = (
    "les bateaux du port et la mer, que nous avons vus avec le maire et les autres dans la rade"
)
ENGLISH = "the boats of the harbour and those that have been seen by the mayor, which was her wish"
GERMAN = (
    "die Boote und das Wasser im Hafen wasser, die von der Stadt nicht zu sehen sind, auch hafen"
)
PORTUGUESE = "os barcos do porto e o mar, que não são mais uma parte da cidade, como foram com ela"


@pytest.mark.parametrize(
    ("text", "above", "below", "joined"),
    [
        (FRENCH, "à dix\xad", "huit heures", "à dix-huit heures"),
        (FRENCH, "Gardez\xad", "en trois", "Gardez-en trois"),
        (FRENCH, "reviendra\xad", "t-elle un jour", "reviendra-t-elle un jour"),
        (FRENCH, "reviendra-t\xad", "elle un jour", "reviendra-t-elle un jour"),
        (FRENCH, "à Port\xad", "sur-Mer le soir", "à Port-sur-Mer le soir"),
        (FRENCH, "un pré\xad", "sident élu", "un président élu"),
        (FRENCH, "dans l’é\xad", "curie vide", "dans l’écurie vide"),
        (FRENCH, "sont des outils neufs, un ou\xad", "til aussi", "un outil aussi"),
        (ENGLISH, "a 34\xad", "year lease", "a 34-year lease"),
        (ENGLISH, "a girl, four-year\xad", "old twins", "four-year-old twins"),
        (ENGLISH, "the so\xad", "called lake", "the so-called lake"),
        (ENGLISH, "e\xad", "mail lists", "e-mail lists"),
        (ENGLISH, "vo\xad", "led twice", "voled twice"),
        (ENGLISH, "a prize\xad", "winning boat", "a prize-winning boat"),
        (ENGLISH, "at the harbour\xad", "mayor", "the harbour-mayor"),
        (GERMAN, "das Hafen\xad", "wasser", "das Hafenwasser"),
        (PORTUGUESE, "na terça\xad", "feira santa", "na terça-feira santa"),
        (PORTUGUESE, "tornou\xad", "se azul", "tornou-se azul"),
        (PORTUGUESE, "vai visitá\xad", "lo hoje", "vai visitá-lo hoje"),
    ],
)
def test_a_hyphen_that_the_language_of_a_text_writes_stays(
    text: str, above: str, below: str, joined: str
) -> None:
    lines = [text, above, below]
    rows = [Row([Stretch(line, 50, 400, 500, 10, False)], 0, 50, 400) for line in lines]
    assert joined in Writer(["1"], Hyphens(lines)).words(rows)


def test_a_word_with_capitals_inside_that_stands_whole_elsewhere_is_joined() -> None:
    lines = ["the STANDARD of that day, at MacAdam", "in the STAN\xad", "DARD and in NATO\xad"]
    lines += ["WTO talks, at Mac\xad", "Adam and Al\xad", "Jazeera"]
    rows = [Row([Stretch(line, 50, 400, 500, 10, False)], 0, 50, 400) for line in lines]
    wanted = "in the STANDARD and in NATO-WTO talks, at MacAdam and Al-Jazeera"
    assert wanted in Writer(["1"], Hyphens(lines)).words(rows)


def test_a_figure_close_behind_what_another_one_counts_is_of_another_line() -> None:
    drawing = "20 Tf 10 62 Td (37) Tj /F 8 Tf 0 -11 Td (boats in the port) Tj"
    drawing += " /F 20 Tf 75 11 Td (126) Tj"
    with closing(PdfDocument(drawn.operators(drawing))) as pdf:
        assert [line.text for line in PageReader(pdf).page(0).stretches] == [
            "37",
            "boats in the port",
            "126",
        ]


def test_a_part_of_a_word_at_the_end_of_a_cell_is_no_word() -> None:
    lines = ["Beiträge zur Kranken- 10 %", "kasse 20 %", "kranken\xad", "kasse"]
    assert Hyphens(lines).join("die Kranken\xad", "kasse") == "die Kranken"


def test_a_word_that_goes_on_below_is_two_where_each_letter_is_drawn_for_itself() -> None:
    widths = {char: stringWidth(char, "Times-Roman", 10) for char in "harbour-"}
    upper, lower = (
        " ".join(f"({char}) Tj {widths[char]:.2f} 0 Td" for char in part)
        for part in ("har-", "bour")
    )
    back = sum(map(widths.__getitem__, "har-"))
    drawing = f"10 Tf 10 62 Td {upper} {-back:.2f} -12 Td {lower} 2.5 0 Td (front) Tj"
    assert text_of(drawn.operators(drawing)) == "harbour front"


def test_a_soft_hyphen_inside_a_ligature_is_not_seen() -> None:
    assert text_of(drawn.mapped("the o#er", "#", "006600AD0066")) == "the offer"
    assert text_of(drawn.mapped("well#known", "#", "00AD")) == "well-known"


@pytest.mark.parametrize(("draws", "mark"), [(".", "•"), ("", "I")])
def test_a_letter_of_a_font_of_signs_close_before_an_item_is_its_mark(
    draws: str, mark: str
) -> None:
    types = [Type(10.0, bold=False, italic=False, draws=sign, turns=0) for sign in (draws, "")]
    line = [Word("I", 50, 58, 0, types[0]), Word("Boats", 61, 90, 0, types[1])]
    assert with_typed_marks([line])[0][0].text == mark
