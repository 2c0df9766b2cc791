"""Headings have the levels that a reader sees, whatever stands on the cover."""

from __future__ import annotations

from collections import Counter

import pytest

from briefing.parsing.importers.pdf.headings import find_headings
from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.looks import ITALIC
from briefing.parsing.importers.pdf.measures import Measures, measure
from briefing.parsing.importers.pdf.paragraphs import Lines, blocks_of
from briefing.parsing.importers.pdf.tables import Table

MEASURES = Measures(10.0, is_bold=False, pitches={})
TEXT = "Words of a paragraph that goes on for some time and ends with a full stop."
LONG = TEXT * 5


def block(text: str, size: float = 10.0, *, bold: bool = False, page: int = 0) -> Lines:
    return Lines([Row([Stretch(text, 50, 400, 500, size, bold)], page, 50, 400)])


def levels(*blocks: Lines, outline: tuple[str, ...] = ()) -> dict[str, int]:
    found = find_headings(blocks, MEASURES, outline)
    named = {blocks[index].first.text: level for index, level in found.levels.items()}
    return named if found.title is None else {**named, blocks[found.title].first.text: 1}


def test_lines_of_a_cover_open_no_level_above_the_sections() -> None:
    cover = [block("Report", 30), block("Final", 22), block(TEXT), block("May", 18), block(LONG)]
    sections = [block(name, size, page=1) for name, size in (("A", 16), ("A one", 13))]
    more = [block(name, size, page=2) for name, size in (("Bee", 16), ("Bee one", 13))]
    inner = [part for heading in (*sections, *more) for part in (heading, block(TEXT, page=2))]
    found = levels(*cover, *(part for part in inner if len(part.first.text) > 1))
    assert found["Report"] == 1
    assert found["Bee one"] == found["A one"]
    assert {found["Final"], found["May"]} == {2}


@pytest.mark.parametrize(
    ("text", "size", "bold", "is_heading"),
    [
        ("What was measured", 12.0, False, True),
        ("What was measured", 11.0, False, True),
        ("What was measured", 10.0, True, True),
        ("WHAT WAS MEASURED", 10.0, False, True),
        ("What was measured", 10.0, False, False),
        ("Figure 3. What was measured", 10.0, True, False),
        ("This whole sentence was set in bold type.", 10.0, True, False),
        ("• What was measured", 10.0, True, False),
        ("12/2026", 14.0, True, False),
        ("3. What was measured.", 10.0, True, True),
        ("Table A. What was measured", 10.0, True, False),
        ("Tableau no 1 – What was measured", 10.0, True, False),
        ("Fig. 3) What was measured", 10.0, True, False),
        ("NOTE 1 – What was measured", 10.0, True, True),
        ("Table 3. What was measured", 14.0, False, False),
        ("Exhibit 3 What was measured", 14.0, True, False),
        ("Figure 3", 14.0, True, False),
        ("Article 3. What was measured", 10.0, True, True),
        ("P (S, X) = m k + 4 (2)", 14.0, False, False),
        ("Boats.new(left = 4)", 14.0, False, True),
        ("47 minutes", 30.0, True, False),
        ("1.4 million euros", 30.0, True, False),
        ("12 Ways to a harbour", 14.0, True, True),
        ("2nd half", 14.0, True, True),
        ("3 years on", 10.0, True, True),
        (f"II. {'What was measured there ' * 5}in spring.", 10.0, True, True),
        (f"{'What was measured there ' * 6}in spring", 10.0, True, False),
        ("“A town without ships is no town, and never was one.”", 14.0, False, False),
        ("“Ships” and boats", 14.0, False, True),
        ("Article 2.", 10.0, True, True),
        ("Item 2.02 Results of operations.", 10.0, True, True),
        ("Table 2.02 Results of operations.", 10.0, True, False),
        ("About 30 boats of the harbour sank.", 10.0, True, False),
        ("~/.boats", 10.0, True, False),
        ("Input/Output", 10.0, True, True),
        ("II.", 10.0, True, True),
        ("II.", 10.0, False, False),
    ],
)
def test_size_weight_and_capitals_make_a_heading(
    text: str, size: float, *, bold: bool, is_heading: bool
) -> None:
    parts = [block("The title", 20), block(TEXT), block(text, size, bold=bold), block(TEXT)]
    parts += [block(TEXT) for _ in range(12)]
    assert (text in levels(*parts)) == is_heading


def test_what_the_outline_names_is_a_heading() -> None:
    parts = [block("The title", 20), block(TEXT), block("What was measured"), block(TEXT)]
    assert "What was measured" in levels(*parts, outline=("What was  measured",))


def test_authors_between_title_and_first_heading_are_none() -> None:
    parts = [block("The title", 20), block("Anna Rossi", 12), block("Introduction", 14, bold=True)]
    assert "Anna Rossi" not in levels(*parts, block(TEXT))


def test_authors_whom_a_word_joins_are_none_where_they_are_named_nowhere_else() -> None:
    names, text = "Anna Rossi and Piet Bakker", block(LONG)
    parts = [block("The title", 20), block(names, 12), text, block("Results", 12), text]
    counts = Counter(TEXT.casefold().split())
    found = find_headings(parts, MEASURES, (), counts)
    assert [parts[index].first.text for index in found.levels] == ["Results"]


def test_lines_of_a_cover_without_any_text_are_no_headings() -> None:
    cover = [block("The title", 20), block("Final report", 14), block("5 May 2026", 12)]
    parts = [*cover, block("Results", 14, page=1), block(LONG, page=1)]
    assert levels(*parts) == {"The title": 1, "Results": 2}


def slanted(text: str) -> Lines:
    looks = " ".join(f"{ITALIC}{word}" for word in text.split())
    return Lines([Row([Stretch(text, 50, 400, 500, 10.0, False, looks=looks)], 0, 50, 400)])


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("Water and health", True),
        ("A. Water and health", True),
        ("2.1.1 Water", True),
        ("Ground 1: water and health", True),
        ("We had no water at all.", False),
        ("Source: the offices", False),
        ("Table 2. Water", False),
    ],
)
def test_several_short_lines_in_italics_above_paragraphs_are_headings(
    text: str, *, is_heading: bool
) -> None:
    parts = [block("The title", 20), *(block(LONG) for _ in range(4))]
    parts[3:3] = [slanted(text), block(LONG), slanted(text), block(LONG)]
    assert (text in levels(*parts)) == is_heading


def test_titles_of_slides_are_headings_though_little_text_is_below_them() -> None:
    items = [block("• Boats and their crews"), block("• Nets and what is in them")]
    slides = [part for name in "ABCDE" for part in (block(f"{name} crew of them", 13), *items)]
    assert len(levels(*slides)) == 5
    sayings = [part for name in "ABCDE" for part in (block(f"{name} {TEXT[:-1]}", 13), *items)]
    assert levels(*sayings) == {}


def test_questions_in_italics_are_headings_among_others_and_not_where_somebody_is_asked() -> None:
    asked = slanted("Was there a danger?")
    parts = [block("The title", 20), block(LONG), asked, block(LONG), slanted("Of the boats")]
    parts += [block(LONG), slanted("Of the crews"), *(block(LONG) for _ in range(12))]
    assert {"Was there a danger?", "Of the crews"} <= levels(*parts).keys()
    parts[6] = slanted("And of the crews?")
    parts[8:8] = [slanted("And what of the nets?"), block(LONG)]
    assert levels(*parts).keys() == {"The title"}


def test_articles_in_italics_are_headings_also_above_a_list_and_a_line() -> None:
    names = [f"Article {n} – Of boats" for n in (1, 2, 3, 4)]
    below = [block(LONG), block(LONG), block("In this law the words mean:"), block("a) boats")]
    parts = [
        part for name, text in zip(names, below, strict=True) for part in (slanted(name), text)
    ]
    found = levels(block("The title", 20), *(block(LONG) for _ in range(6)), *parts, block(LONG))
    assert set(found) == {"The title", *names}


def test_a_name_in_capitals_above_another_short_line_is_no_heading() -> None:
    title, text = block("The title", 20), block(LONG)
    names = [block("THE FISHERMEN OF LEER"), block("Claimants"), block("RESULTS"), text]
    assert set(levels(title, text, *names, text)) == {"The title", "RESULTS"}
    chapter = [block("THE MEMBERS"), block("Article 3 – Admission"), text]
    assert "THE MEMBERS" in levels(title, text, *chapter, text)


def test_a_bold_line_with_a_number_is_the_caption_of_the_table_that_it_stands_at() -> None:
    rows = [
        Row([Stretch(cell, at, at + 20, 480, 10, False) for at in (50, 150, 250)], 0, 50, 400)
        for cell in "ab"
    ]
    table = Table(rows, [["a"] * 3, ["b"] * 3], [0, 0], [])
    line = block("Set 3: boats of the town", bold=True)
    parts: list[Lines | Table] = [block("The title", 20), block(LONG), line, table, block(LONG)]
    found = find_headings(parts, MEASURES, ())
    assert not found.levels


def test_lines_in_italics_that_a_sentence_goes_on_from_are_no_headings() -> None:
    going_on = slanted("At the time of printing, the council was considering a law on it")
    parts = [block("The title", 20), *(block(LONG) for _ in range(4))]
    parts[3:3] = [slanted("At the time"), going_on, block(LONG), slanted("At the time"), going_on]
    assert "At the time" not in levels(*parts)


def row_at(text: str, left: float, base: float, *, bold: bool = True) -> Row:
    return Row([Stretch(text, left, left + 6 * len(text), base, 10, bold)], 0, 50, 400)


@pytest.mark.parametrize(
    ("below", "left", "count"),
    [("I. The pleas were known", 50, 2), ("A. The pleas", 50, 2), ("of the Courts", 190, 1)],
)
def test_a_numbered_heading_below_a_centred_one_is_its_own(
    below: str, left: float, count: int
) -> None:
    rows = [row_at("Discussion", 195, 500), row_at(below, left, 488)]
    blocks = [*blocks_of([*rows, row_at(TEXT, 50, 460, bold=False)], MEASURES)]
    assert len(blocks) == count + 1


def test_bold_lines_at_the_head_of_a_page_begin_a_block_of_their_own() -> None:
    above = Row([Stretch("as told by the council (see 3)", 50, 400, 60, 10, False)], 0, 50, 400)
    head = Row([Stretch("Item 2 Results", 50, 140, 500, 10, True)], 1, 50, 400, column=1)
    number = Row([Stretch("4.", 50, 60, 500, 10, True)], 1, 50, 400, column=1)
    assert len([*blocks_of([above, head], MEASURES)]) == 2
    assert len([*blocks_of([above, number], MEASURES)]) == 1


def test_labels_that_a_form_says_again_and_again_are_no_headings() -> None:
    form = [part for _ in range(4) for part in (block("Yes No", bold=True), block("Clean hands"))]
    parts = [block("The title", 20), block(LONG), *form, block("Results", bold=True), block(LONG)]
    assert set(levels(*parts)) == {"The title", "Results"}
    form[1::2] = [block(LONG) for _ in range(4)]
    assert "Yes No" in levels(block("The title", 20), *form, block(LONG))


@pytest.mark.parametrize("sign", ["WT/TPR/S/408", "on Trade and Development"])
def test_the_sign_of_a_document_and_what_goes_on_with_other_words_are_no_titles(sign: str) -> None:
    parts = [block(sign, 22), block("What was measured", 20), block(LONG), block(LONG)]
    assert levels(*parts)["What was measured"] == 1


def test_a_sentence_that_is_tagged_as_a_heading_is_none() -> None:
    words = "Clean hands help to keep all of those who are treated in a ward from harm, always."
    row = Row([Stretch(words, 50, 400, 500, 10.0, False, level=2)], 0, 50, 400)
    parts = [block("The title", 20), Lines([row]), block(LONG), block(LONG)]
    assert set(levels(*parts)) == {"The title"}


def test_a_second_size_of_running_text_makes_no_headings() -> None:
    rows = [
        Row([Stretch(f"{TEXT} {at}", 50, 400, 700 - 19 * at, 11, False)], 0, 50, 400)
        for at in range(6)
    ]
    rows += [
        Row([Stretch(f"{TEXT} {at}", 50, 400, 500 - 12 * at, 10, False)], 0, 50, 400)
        for at in range(9)
    ]
    assert measure(rows).texts == {11}
    measures = measure(rows)
    blocks = [*blocks_of(rows, measures)]
    assert find_headings(blocks, measures, ()).levels == {}


def test_lines_that_only_their_numbers_tell_are_headings_where_each_is_the_next() -> None:
    names = ("1.1 Boats", "1.2 Ships of the port", "2.1 Crews", "2.2 Wages")
    found = levels(*(part for name in names for part in (block(name), block(LONG))), block(LONG))
    assert found == dict.fromkeys(names, 2)
    chapter = (block("1 THE PORT"), block(LONG))
    parts = (part for name in names for part in (block(name), block(LONG)))
    found = levels(*chapter, *parts, *chapter, block(LONG))
    assert found == {"1 THE PORT": 2, **dict.fromkeys(names, 3)}
    sections = (block("1. Harbours"), block(LONG))
    parts = (part for name in names for part in (block(name), block(LONG)))
    assert levels(*sections, *parts, block(LONG))["1. Harbours"] == 2
    lone = (
        "1. Harbours",
        *names[:2],
        "2. Crews at sea",
        "3. Nets",
        "4. Sails",
        "4.1 Linen",
        "5. End",
    )
    found = levels(*(part for name in lone for part in (block(name), block(LONG))), block(LONG))
    assert found == {name: 3 if name[2].isdecimal() else 2 for name in lone}
    items = (block("3. Nets of the port"), block("4. Sails of the port that are left over"))
    found = levels(*(part for name in lone[:4] for part in (block(name), block(LONG))), *items)
    assert "3. Nets of the port" not in found
    again = ("1.1 Boats", "2.4 Ships of the port", "1.1 Crews", "1.3 Wages")
    assert not levels(*(part for name in again for part in (block(name), block(LONG))), block(LONG))


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        (
            "RULE (HN) 2026/9 on boats - of 3 May 2026 - on the crews of them",
            "RULE (HN) 2026/9 on boats",
        ),
        ("Rule (HN) 2026/9 on boats", "RULE (HN) 2026/9 on boats"),
        ("A journal of the sea and the crews", "A journal of the sea"),
        ("Rules of the house", "RULES"),
        ("draft7.docx", "RULES"),
    ],
)
def test_the_heading_with_which_the_stated_title_begins_is_the_title(
    stated: str, title: str
) -> None:
    parts = [
        block("RULES", 20),
        block("A journal", 16),
        block("A journal of the sea", 16),
        block("RULE (HN) 2026/9 on boats", 14, bold=True),
        block(LONG),
    ]
    found = find_headings(parts, MEASURES, (), stated=stated)
    assert found.title is not None
    assert parts[found.title].first.text == title


def test_what_stands_above_the_stated_title_heads_nothing() -> None:
    parts = [block("RULES", 20), block("The boats of 2026", 16), block(LONG)]
    parts += [part for name in "ABCD" for part in (block(f"Section {name}", 13), block(LONG))]
    found = find_headings(parts, MEASURES, (), stated="The boats of 2026")
    assert found.title == 1
    assert sorted(found.levels) == [3, 5, 7, 9]


def faced(text: str, face: str, base: float, right: float = 390) -> Row:
    return Row([Stretch(text, 50, right, base, 10.0, False, face=face)], 0, 50, 400)


def test_a_line_in_a_face_of_its_own_ends_where_the_text_begins_though_it_fills_its_column() -> (
    None
):
    head = "Bridges that were closed and how people came over the river in the meantime"
    rows = [faced(head, "sans", 500), faced(TEXT, "serif", 488), faced(TEXT, "serif", 476)]
    assert len([*blocks_of(rows, MEASURES)]) == 2
    going_on = [faced(head, "sans", 500), faced(TEXT.lower(), "serif", 488)]
    assert len([*blocks_of(going_on, MEASURES)]) == 1


def test_parts_of_parts_are_told_by_their_numbers_too() -> None:
    names = ("1.1 Boats", "1.2 Ships", "1.2.1 Crews", "1.2.2 Wages", "2.1 Harbours")
    found = levels(*(part for name in names for part in (block(name), block(LONG))), block(LONG))
    assert found == {name: 1 + name.count(".") for name in names}


def test_cells_above_the_cells_of_a_list_are_no_heading() -> None:
    def cells(words: str, base: float, *, bold: bool) -> Row:
        parts = [
            Stretch(cell, 50 + 150 * at, 120 + 150 * at, base, 10, bold)
            for at, cell in enumerate(words.split("|"))
        ]
        return Row(parts, 0, 50, 400)

    head, row = (
        Lines([cells(f"Crew|{words}", base, bold=bold)])
        for words, base, bold in (("Boats", 500, True), ("three", 488, False))
    )
    parts = [block("The title", 20), block(LONG), head, row, block(LONG)]
    assert set(levels(*parts)) == {"The title"}


def test_names_with_a_line_below_each_of_what_they_are_head_nothing() -> None:
    sections = [part for name in ("Bees", "Wasps") for part in (block(name, 14), block(LONG))]
    names = ["Ada King", "Paul Moss", "Eva Lund", "Tom Reed"]
    people = [part for name in names for part in (block(name, bold=True), block("member"))]
    found = levels(block("The title", 20), *sections, block("People", 14), *people)
    assert not {*names} & {*found}
    assert "People" in found


@pytest.mark.parametrize(
    "said",
    [
        "«Nobody here had ever thought that the boats would come home late»",
        "“Nobody here had ever thought that the boats would come home late”",
        "„Nobody here had ever thought that the boats would come home late“",
    ],
)
def test_what_somebody_says_that_is_set_large_heads_nothing(said: str) -> None:
    sections = [part for name in ("Bees", "Wasps") for part in (block(name, 14), block(LONG))]
    found = levels(block("The title", 20), *sections, block(said, 16), block(LONG), *sections)
    assert said not in found
    rows = [Row([Stretch(said[:40], 50, 300, 500, 16, bold=False)], 0, 50, 400)]
    rows += [Row([Stretch(f"12 boats {said[40:]}", 50, 300, 480, 16, bold=False)], 0, 50, 400)]
    assert len(list(blocks_of(rows, MEASURES))) == 1


@pytest.mark.parametrize(("cover", "title"), [("Harbour office", 1), (TEXT * 3, None)])
def test_the_title_may_stand_on_the_page_behind_a_cover_of_a_line(
    cover: str, title: int | None
) -> None:
    blocks = [block(cover), block("The boats", 20, page=1), block(TEXT, page=1)]
    assert find_headings(blocks, MEASURES, ()).title == title


def test_numbered_lines_in_another_face_than_the_text_may_be_a_little_smaller() -> None:
    def lines(text: str, size: float, face: str) -> Lines:
        return Lines([Row([Stretch(text, 50, 400, 500, size, False, face=face)], 0, 50, 400)])

    names = ("2.1 Boats", "2.2 Ships of the port", "3.1 Crews", "3.2 Wages")
    text = lines(LONG, 10.0, "serif")
    for face, wanted in (("sans", set(names)), ("serif", set())):
        parts = [part for name in names for part in (lines(name, 9.0, face), text)]
        assert set(levels(*parts, text)) == wanted


@pytest.mark.parametrize(("number", "count"), [("19.5 tons of them", 1), ("1.2 What they sold", 2)])
def test_a_bold_line_that_goes_on_with_a_number_is_one_with_it(number: str, count: int) -> None:
    rows = [row_at("All of the boats of the harbour landed", 50, 500), row_at(number, 50, 488)]
    assert len([*blocks_of(rows, MEASURES)]) == count
