"""Items and notes of PDFs are told by what a reader sees, whatever program set them."""

from __future__ import annotations

import pytest

from briefing.model.original import Original
from briefing.parsing.importers.formats import read_original
from briefing.parsing.importers.pdf.footnotes import take_footnotes
from briefing.parsing.importers.pdf.interrupted import with_whole_paragraphs
from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.paragraphs import blocks_of
from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.typeset import compiled

PAGE = '#set page(width: 120mm, height: 150mm, margin: 14mm, numbering: "1")\n'
FILLING = "The council met twice in the spring and once more in the autumn of that year. " * 3


def body_of(typst_source: str) -> str:
    data = compiled(PAGE + typst_source)
    return read(data)


def read(data: bytes) -> str:
    return read_original(Original(data, "report.pdf", "report.pdf")).body


@pytest.mark.parametrize("look", ["drawn", "Courier", "ZapfDingbats"])
def test_a_mark_before_each_item_makes_a_list(look: str) -> None:
    items = ["Boats of the northern harbour", "Nets and lines", "All that is left over"]
    body = read(drawn.marked_items(["The report counts these:", *items], look))
    assert body.endswith("\n\n- " + "\n- ".join(items) + "\n")


@pytest.mark.parametrize("sign", "▶❑➔⬤◆☞")
def test_a_sign_of_any_shape_is_the_mark_of_an_item(sign: str) -> None:
    made = f"The report counts these:\n\n{sign} Boats of the harbour\n\n{sign} Nets and lines"
    assert body_of(made).endswith("\n\n- Boats of the harbour\n- Nets and lines\n")


def test_a_lone_letter_far_before_several_items_is_their_mark() -> None:
    rows = [(32.0, 420.0, "The report counts these:")]
    for y, words in ((400, "boats"), (384, "nets")):
        rows += [(32, y, "o"), (50, y, words)]
    body = read(drawn.lines(*rows))
    assert body.endswith("\n\n- boats\n- nets\n")


def test_a_single_disc_beside_words_is_of_a_drawing() -> None:
    body = read(drawn.marked_items(["Some words stand here:", "The harbour on a map"], "drawn"))
    assert body.endswith("\n\nThe harbour on a map\n")


def test_a_page_in_the_type_of_a_typewriter_keeps_its_letters() -> None:
    body = read(drawn.marked_items(["o = open(name)", "o", "close"], "Courier", words="Courier"))
    assert "•" not in body
    assert not any(line.startswith("- ") for line in body.split("\n"))


def test_footnotes_as_large_as_the_text_are_footnotes() -> None:
    note = "#show footnote.entry: set text(size: 11pt)\n"
    body = body_of(
        f"{note}{FILLING}\n\nThe fund has 12 million euros.#footnote[As of May.] {FILLING}"
    )
    assert "12 million euros.[^1]" in body
    assert "[^1]: <!-- page 1 -->\n    As of May." in body


def test_lines_below_small_signs_at_the_head_of_a_page_are_no_footnotes() -> None:
    people = "Ada King#super[1] and Paul Moss#super[2]\n\n"
    people += "#super[1] Of the harbour\n\n#super[2] Of the town\n\n"
    body = body_of(f"{people}#v(1em)\n{FILLING}\n\n{FILLING}")
    assert "[^" not in body


def test_notes_of_a_printed_page_that_lead_back_are_footnotes() -> None:
    notes = "+ As of May, of all members. ↩\n+ Without the islands. ↩"
    text = f"It has 12 million euros#super[1] and 40 boats#super[2] in all. {FILLING}"
    body = body_of(f"{text}\n\n#line(length: 100%)\n{notes}")
    assert "12 million euros[^1] and 40 boats[^2] in all." in body
    assert "[^2]: <!-- page 1 -->\n    Without the islands." in body
    assert "↩" not in body


def test_a_paragraph_whose_lines_stand_wider_than_others_is_one() -> None:
    wide = f"#par(leading: 1.1em)[{FILLING.strip()}]"
    body = body_of(f"{FILLING}\n\n{FILLING}\n\n{wide}\n\n{FILLING}")
    assert body.count(FILLING.strip()) == 4


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_authors_and_day_set_as_headings_are_in_the_front_matter_alone(weight: str) -> None:
    head = f'#align(center)[#text(20pt)[The harbours]\n\n#text(14pt, weight: "{weight}")['
    head += 'Ada King\n\n14 March 2026]]\n\n#set document(author: "Ada King")\n'
    source = f"{head}= First\n{FILLING}\n\n{FILLING}\n\n= Second\n{FILLING}\n\n{FILLING}"
    data = compiled(PAGE + source)
    draft = read_original(Original(data, "report.pdf", "report.pdf"))
    assert (draft.title, draft.authors, draft.published) == (
        "The harbours",
        ("Ada King",),
        "2026-03-14",
    )
    headings = [line for line in draft.body.split("\n") if line.startswith("#")]
    assert headings == ["# The harbours", "## First", "## Second"]
    assert "Ada King" not in draft.body


def test_a_paragraph_that_a_page_ends_behind_a_semicolon_goes_on_over_it() -> None:
    first = ["1. The harbour was closed for the whole of", "the winter, and the ships stayed;"]
    second = ["the mayor said nothing more of it than that", "the ice was thick this year."]
    left = [30, 44]
    rows = [(left[row], 300 - 14.0 * row, line) for row, line in enumerate(first)]
    rows += [(0, 0, "\f"), *((30, 500 - 14.0 * row, line) for row, line in enumerate(second))]
    text = read(drawn.lines(*rows))
    assert "the ships stayed; <!-- page 2 -->the mayor said nothing" in text
    bare = [(*rows[0][:2], "diesel and other oils;"), (0, 0, "\f"), *rows[3:]]
    assert "oils;\n\n<!-- page 2 -->\n\nthe mayor" in read(drawn.lines(*bare))


def test_a_numbered_paragraph_whose_first_line_alone_is_indented_is_one() -> None:
    lines = [
        "1. The harbour was closed for the whole of",
        "the winter of that year. The ice was thick;",
        "the ships stayed in the port of the town.",
        "In spring they left it one after the other.",
    ]
    rows = [(30.0 if row else 60.0, 300 - 14.0 * row, line) for row, line in enumerate(lines)]
    assert " ".join(lines) in read(drawn.lines(*rows))
    rows[2:] = [
        (30, 272, "the ships stayed in the port of the town;"),
        (30, 258, "Boats of the port"),
    ]
    assert "the town;\n\nBoats" in read(drawn.lines(*rows))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The harbour shall hold (1) that the ships are sound,", "(2) that they are paid for. The"),
        ("The harbour keeps: a) the lists of all of its ships,", "b) the lists of its boats. The"),
        ("(1) The first is the list of all ships, (2) the one", "(3) the list of boats. So the"),
        ("The keeper says “(A) hold the lists of all ships, or", "(B) let the boats go” and the"),
        ("There are three kinds, (ii) those of wood or of tin,", "(iii) those made of iron. The"),
    ],
)
def test_what_counts_on_inside_a_sentence_is_no_item(first: str, second: str) -> None:
    rest = ["council of the town met twice about it in spring", "and once in the autumn."]
    rows = [(30.0, 300 - 14.0 * at, line) for at, line in enumerate((first, second, *rest))]
    assert " ".join((first, second, *rest)) in read(drawn.lines(*rows))


def test_the_next_number_of_a_list_begins_an_item_though_the_line_above_it_is_full() -> None:
    def row(text: str, left: float, base: float, page: int = 0) -> Row:
        return Row([Stretch(text, left, 320, base, 10, False)], page, 40, 322, page)

    rows = [
        row("ii. boats that have stayed out for a week", 47, 500),
        row("iii. nets that nobody has asked for since", 45, 488),
        row("iv. lines that are longer than the harbour", 45, 700, 1),
    ]
    measures = Measures(10, is_bold=False, pitches={10.0: 12.0})
    blocks = with_whole_paragraphs(list(blocks_of(rows, measures)), measures)
    assert [block.rows for block in blocks] == [[each] for each in rows]


def test_an_item_whose_lines_stand_wide_is_one() -> None:
    filling = "The ships that stayed in the port of the town were sold."
    rows = [(30.0, 440.0 - 14 * at, filling) for at in range(8)]
    item = ["• The harbour was closed for most of that year (see", "Table 2 of the report)."]
    wide = [(30.0, 290.0, item[0]), (48.0, 268.0, item[1])]
    assert " ".join(item)[2:] in read(drawn.lines(*rows, *wide))


def test_a_letter_is_bound_to_the_word_behind_it() -> None:
    lines = [
        "The harbour was sold in that year to the company",
        "M LLC of the town and its council.",
    ]
    rows = [(30.0, 300.0, lines[0]), (30.0, 286.0, lines[1])]
    filling = [
        (30.0, 260.0 - 14 * at, "The ships that stayed in the port of it were sold.")
        for at in range(3)
    ]
    assert " ".join(lines) in read(drawn.lines(*rows, *filling))


def test_an_item_that_begins_further_to_the_right_is_one_whatever_is_counted_above() -> None:
    lines = [
        (30, 300, "The harbour shall hold (1) that the ships are sound,"),
        (48, 286, "(2) that they are paid for by their masters, and"),
        (48, 272, "(3) that no boat of it is older than the council."),
    ]
    assert "sound,\n\n(2) that" in read(drawn.lines(*lines))


def test_items_keep_their_emphasis_and_links() -> None:
    source = f"+ #text(style: 'italic')[Ships:] {FILLING}".replace("'", '"')
    source += f'\n+ #strong[Boats:] #link("https://example.org/boats")[the list] {FILLING}'
    body = body_of(source)
    assert "1. *Ships:* The council" in body
    assert "2. **Boats:** [the list](<https://example.org/boats>) The council" in body


def test_the_mark_of_a_footnote_may_stand_far_before_its_words() -> None:
    call = Stretch(
        "The boats came home\x0233\x03 in the evening of that day.", 50, 400, 500, 11, False
    )
    mark, words = (
        Stretch("33.", 50, 62, 100, 9, False),
        Stretch("Two of them.", 86, 300, 100, 9, False),
    )
    rows = [Row(cells, 0, 50, 400) for cells in ([call], [mark, words])]
    _text, notes = take_footnotes(rows, Measures(11, is_bold=False, pitches={}))
    assert [(note.mark, note.rows[0].text) for note in notes] == [("33", "Two of them.")]


def test_small_type_at_the_foot_without_marks_in_the_text_stays_where_it_is() -> None:
    entries = ["Fischer A. Boats of the north. Oslo, 2004.", "King P. Nets and lines. Bergen,"]
    small = f"#text(7pt)[1. {entries[0]}\\\n2. {entries[1]}\\\n2009. Second printing, revised.]"
    body = body_of(f"{FILLING}\n\n{FILLING}\n\n{small}\n\n#pagebreak()\n{FILLING}")
    assert "[^" not in body
    assert body.index("Fischer") < body.index("Second printing") < body.index("page 2")


def test_a_note_whose_mark_in_the_text_is_no_number_is_a_footnote() -> None:
    foot = "#text(7pt)[\\* Of the members of the fund, as of the first of May.]"
    body = body_of(f"The fund has 12 million euros.\\* {FILLING}\n\n{FILLING}\n\n{foot}")
    assert "12 million euros.[^n1]" in body or "12 million euros.\\*" in body
    assert "[^n1]: <!-- page 1 -->\n    Of the members" in body


def test_a_section_sign_begins_no_note() -> None:
    foot = "See the compact,\\\n§5.03(b) and all that stands there below it."
    text = f"The fund has 12 million euros.#super[1] {FILLING}\n\n{FILLING}"
    body = body_of(f"{text}\n\n#text(7pt)[#super[1] {foot}]")
    assert body.count("[^") == 2
    assert "§5.03(b)" in body


def test_an_abstract_in_small_type_below_the_notes_of_its_authors_is_text() -> None:
    names = "Ada Berg#super[1] and Jon Holm#super[2]"
    notes = "#super[1] Institute of Harbours, Bergen\\\n#super[2] School of Fishing, Oslo"
    abstract = f"#text(7pt)[Abstract: what is known of boats is summed up here. {FILLING}]"
    body = body_of(
        f"{names}\n\n#text(7pt)[{notes}]\n\n#v(8mm)\n{abstract}\n\n#pagebreak()\n{FILLING * 3}"
    )
    assert "\n\nAbstract: what is known" in body
    assert "    School of Fishing, Oslo\n" in body


def test_a_number_in_brackets_stays_as_it_is() -> None:
    body = body_of(f"(1) {FILLING}\n\n(2) {FILLING}\n\nThe end.")
    assert f"(1) {FILLING.strip()}\n\n(2) {FILLING.strip()}\n\n" in body


@pytest.mark.parametrize(("first", "is_note"), [("1", True), ("4", False)])
def test_a_note_that_had_no_room_on_its_page_is_told_where_it_is_the_next(
    first: str, *, is_note: bool
) -> None:
    foot = f"#place(bottom, text(7pt)[{first}. As of May, and for a year.])"
    text = f"The fund has 12 million euros.#super[{first}] {FILLING}"
    body = body_of(f"{text}\n\n#pagebreak()\n{foot}{FILLING}\n\n{FILLING}")
    assert (f"12 million euros.[^{first}]" in body) == is_note


def test_a_hyphen_that_is_typed_stays_where_others_part_words() -> None:
    parted = [
        "the har\u2010",
        "bour of the town and its coun\u2010",
        "cil bought a patrol-",
        "boat",
    ]
    body = body_of(" \\ ".join(parted))
    assert "the harbour of the town and its council bought a patrol-boat" in body


def test_an_arrow_in_the_head_of_a_table_makes_no_note_of_the_text_above_it() -> None:
    rows = "".join(f"[Boat {n}], [0.{n}3], [0.{n}7], [{n}.8]," for n in range(1, 6))
    source = (
        "#set page(width: 150mm, height: auto, margin: 15mm)\n#set text(9pt)\n"
        "= 4.1 Boats in the harbour\n\nThey were counted in spring.\n\n= 4.2 Boats at sea\n\n"
        "They were counted in autumn, and are told in the table.\n\n"
        "#table(columns: 4, stroke: none, column-gutter: 12pt,"
        f" [Boats], [Loss ↓], [Cost ↓], [Gain ↑], {rows})"
    )
    body = read_original(Original(compiled(source), "boats", "boats.pdf")).body
    assert "4.2 Boats at sea" in body
    assert "[^" not in body
    assert "Gain ↑" in body


def test_a_line_that_a_raised_mark_sets_lower_is_of_its_paragraph() -> None:
    measures = Measures(10, is_bold=False, pitches={10.0: 12.0})
    text = ("The boats that came home had lost all", "Nets in the storm of that week.\x021\x03")

    def blocks(gap: float, *lines: str) -> int:
        stretches = [
            Stretch(line, 50, 300 - 150 * at, 500 - gap * at, 10, bold=False)
            for at, line in enumerate(lines)
        ]
        return len(list(blocks_of([Row([s], 0, 50, 300) for s in stretches], measures)))

    assert blocks(16, *text) == 1
    assert blocks(22, *text) == 2
    assert blocks(16, text[0], "Nets in the storm of that week.") == 2
    assert blocks(16, f"{text[0]}.", text[1]) == 2


def test_digits_high_behind_a_word_are_a_mark_though_hardly_smaller() -> None:
    mark = "#super(typographic: false, size: 0.97em, baseline: -0.48em)[1]"
    note = "#v(20pt)\n#text(7pt)[1 A plan of the harbour, page 12.]"
    body = body_of(f"{FILLING} They met on the old quay.{mark}\n\n{note}")
    assert "the old quay.[^1]" in body
    assert body.rstrip().endswith("A plan of the harbour, page 12.")
    assert "\n[^1]:" in body
