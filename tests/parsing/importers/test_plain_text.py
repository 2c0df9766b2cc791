from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.model.errors import InputError
from briefing.model.front_matter import FrontMatter
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.parsing.importers.plain_text import read_plain_text
from briefing.parsing.reading import open_document

CASES = Path(__file__).parents[2] / "cases"
SEED = Path(__file__).parents[3] / "seeds" / "000_c8ee5dd8522bf747.txt"
ARTICLES = sorted((CASES / "articles").glob("*.txt"))

QUOTE = re.compile(r"\A>(?: |\Z)")
ITEM = re.compile(r"\A\s*(?:[-*+•·◦▪–]|\d+[.)])\s+(?:\[[ xX]\]\s+)?")
NASTY = [
    *("* item", "- item", "+ item", "-", "1. one", "23) two", "1.", "# no heading", "####### x"),
    *("    indented", "\tindented", "> quote", "---", "***", "___", "===", "- - -", "| a | b |"),
    *("a | b", "|---|---|", ":-: | -:", "```", "~~~", "~~gone~~", "`code`", "*a*", "**b**", "_c_"),
    *("snake_case_name", "__d__", "[a](b)", "[a]: http://x", "[^1]", "[^1]: note", "![i](j)"),
    *("<b>bold</b>", "<!-- no -->", "<http://x.y>", "a < b", "&amp; &copy; &#65;", "AT&T;", "\\"),
    *("ends with \\", "C:\\dir\\*", "http://a.b/c_d?e=f&g=h*", "<script>", "</p>", "<?php", "~"),
    *("title: x", "- [ ] task", "foo #", "foo \\#", "\u00a0wide", "\u200b", "\x07bell", "«…»"),
    *("Kommentare (0)", "Leggi anche: altro", "A heading", "A sentence, and more of it. And on."),
    *("word " * 30 + "end.", "x" * 70, "&nbsp;", "[sic]", "[a [b](c)]", "<", "&", "a\\", "5 * 3"),
]


def opened(text: str) -> tuple[MarkdownDocument, tuple[str, ...]]:
    """A text after it was imported and opened again."""
    draft = read_plain_text(text, "a.txt")
    front = render_front_matter(FrontMatter(title=draft.title, dropped=draft.dropped))
    document = open_document((front or "---\nlanguage: it\n---\n") + draft.body, name="a")
    assert document.faults == ()
    assert document.front_matter.dropped == draft.dropped
    return document, draft.dropped


def lines_of(text: str) -> list[str]:
    """What of a text has to be there: its lines without white space at their ends."""
    lines = re.split("\r\n|[\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]", text.removeprefix("\ufeff"))
    return [line.rstrip() for line in lines if line.strip()]


def without_rules(lines: list[str]) -> list[str]:
    """Lines but for rows of one sign, which may underline a heading; and without their indent."""
    return [line.strip() for line in lines if not re.fullmatch(r"\s*([=\-~^*#_+])\1+\s*", line)]


def without(lines: list[str], gone: tuple[str, ...]) -> Iterator[list[str]]:
    """Lines without those, in every way: of two that are equal, either may be the one."""
    if not gone:
        yield lines
        return
    for index, line in enumerate(lines):
        if line.strip() == gone[0]:
            yield from without(lines[:index] + lines[index + 1 :], gone[1:])


def agree(there: list[str], left: list[str]) -> bool:
    """Whether the lines of a text are there.

    What items and quoted lines begin with is drawn, and so is an indent below an item. A text
    wrapped at a width has its lines joined, and an underlined heading is without its rule. Nobody
    sees soft hyphens.
    """
    there, left = ([line.replace("\u00ad", "") for line in lines] for lines in (there, left))
    unquoted = [[QUOTE.sub("", line) for line in lines] for lines in (there, left)]
    there, left = unquoted if sum(map(bool, map(QUOTE.match, left))) > 2 else (there, left)
    bare, wanted = (
        [ITEM.sub("", line).strip() if any(map(ITEM.match, left)) else line for line in lines]
        for lines in (there, left)
    )
    for found, expected in ((there, left), (bare, wanted)):
        words, said = (" ".join(without_rules(lines)).split() for lines in (found, expected))
        if words == said and len(found) < len(expected):
            return True
    return bare == wanted


def masked(line: str) -> str:
    """A line but for its numbers and spaces, as the heads of pages are alike."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


nasty_texts = st.lists(
    st.one_of(st.sampled_from(NASTY), st.text(max_size=20), st.just("")), min_size=1, max_size=12
).map("\n".join)


@given(nasty_texts)
@example("---\n" + 70 * "x" + "\n* item")
@example("a\n***\nb")
@example("Title\n\n---\nx\n---\n\nMore of the text.")
@example("> quote\n> quote\n>\n> quote\n* item")
@example("A\u00adb")
@example("a | b\n--|--\n1 | 2")
@example("* item\nX\n* item\nX")
@example("* item\n* item\n    indented")
@example("- item\n- [ ] task")
@example("A\n\n* item\n\n|")
@example(":\x0c0\n0\x0c")
@example("\x0c0\n\x0c0")
@example("* item\n\x0cAAA\n\x0cAAA")
@example("\x0cAAA\n\x0cAAA")
@example("\x0cAAA\n* item\n\x0cAAA\n* item")
@example("\ufeffword\r\nword\rword")
def test_no_character_of_a_text_is_lost_or_changed(text: str) -> None:
    if not text.removeprefix("\ufeff").strip("\x1f \n").strip():
        with pytest.raises(InputError):
            read_plain_text(text, "a.txt")
        return
    document, dropped = opened(text)
    there = document.article().text.split("\n")
    left = lines_of(text)
    if "\x0c" in text:  # the head of all pages is listed once
        there, left = (
            [line for line in lines if masked(line) not in map(masked, dropped)]
            for lines in (there, left)
        )
        dropped = ()
    assert any(agree(there, rest) for rest in islice(without(left, dropped), 1000))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_headings_title_and_residue_of_articles_are_found(path: Path) -> None:
    truth = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    document, dropped = opened(path.read_text("utf-8"))
    assert document.title == truth["title"]
    assert [section.heading for section in document.article().sections[1:]] == truth["headings"]
    assert list(dropped) == truth["residue"]


def test_the_first_article_has_its_five_headings_and_its_title_once() -> None:
    text = SEED.read_text("utf-8")
    title = "La Corea del Nord consegna 14.000 soldati e 100 razzi in Russia"
    document, dropped = opened(text)
    assert [section.heading for section in document.article().sections] == [
        None,
        "portata del supporto militare",
        "Cooperazione illegale tra Corea del Nord e Russia",
        "violazioni delle sanzioni delle Nazioni Unite",
        "appello urgente per la diplomazia",
        "ammissione della partecipazione di Putin",
    ]
    assert document.title == title
    assert document.article().text.count(title) == 1
    assert dropped == (title, "Kommentare (0)")
    assert document.article().text.split("\n") == lines_of(text)[1:-1]


def test_no_line_of_a_drawing_is_taken_for_a_menu() -> None:
    drawing = [
        "   +------+      +------+",
        "   | home | ---> | news |",
        "   +------+      +------+",
    ]
    text = "The states of a boat are these two.\n\n" + "\n".join(drawing) + "\n\nSo it is.\n"
    draft = read_plain_text(text, "a.txt")
    assert open_document(draft.body, name="a").article().text.split("\n")[-4:-1] == drawing
    assert draft.dropped == ()


@pytest.mark.parametrize(
    ("text", "title", "headings"),
    [
        ("jq\n==\n\nA.\n\nUse\n---\nB.\n\nMore\n----\n\nC.\n", "jq", [("Use", 2), ("More", 2)]),
        ("===\n Art\n===\n\nRed\n-----\nA.\n\nOld\n~~~\nB.\n", "Art", [("Red", 2), ("Old", 3)]),
        ("One\n===\n\nText of it.\n\nTwo\n===\n\nMore text.\n", "One", [("Two", 2)]),
        ("It rains here and goes on.\n\nName  Age\n---------\nAnna   7\n", None, []),
        ("A sentence.\n-----------\n\nText.\n", None, []),
    ],
    ids=["signs", "above too", "one sign", "table", "sentence"],
)  # fmt: skip
def test_underlined_lines_are_headings_by_their_sign(
    text: str, title: str | None, headings: list[tuple[str, int]]
) -> None:
    document, dropped = opened(text)
    assert document.title == title
    sections = document.article().sections
    assert [(s.heading, s.level) for s in sections if s.heading] == headings
    assert dropped == ()


def test_a_title_in_the_middle_of_the_first_lines_is_no_heading_below_them() -> None:
    lines = ("THE HARBOUR ACT", "Second version", "", "    Preamble", "")
    text = "\n".join(f"{' ' * 16}{line}".rstrip() for line in lines) + "\nBoats are free.\n"
    assert opened(text)[0].title == "THE HARBOUR ACT"


@pytest.mark.parametrize("line", ["https://example.org/boats", "[since 2.1]", "Boats     12 May"])
def test_an_address_a_remark_and_columns_are_no_headings(line: str) -> None:
    document, _dropped = opened(f"The boats\n\nThey are red.\n\n{line}\n\nThey are fast.\n")
    assert [section.heading for section in document.article().sections] == [None]


MEMO = """
Harbour Working Group                                       M. Berg, Ed.
Request for Comments: 12                                     Water Board
Category: Informational                                       J-L. Dahl
                                                               May 2019


                      How Boats Name Harbours

   They name them by their lights.
"""


def test_a_head_in_two_columns_names_the_authors_and_the_month() -> None:
    draft = read_plain_text(MEMO, "memo.txt")
    assert draft.title == "How Boats Name Harbours"
    assert (draft.published, draft.authors) == ("2019-05", ("M. Berg", "J-L. Dahl"))
    assert "Water Board" in draft.body


def test_columns_without_a_day_are_no_head_of_a_text() -> None:
    draft = read_plain_text(MEMO.replace("May 2019", "in spring"), "memo.txt")
    assert (draft.published, draft.authors) == (None, ())


def test_line_ends_that_were_converted_twice_are_line_ends() -> None:
    text = "The boats\r\r\n\r\r\nThey are\r\r\nred.\r\r\n"
    assert opened(text)[0].article().text == "The boats\nThey are\nred."


def test_a_name_above_a_row_of_hyphens_is_no_heading() -> None:
    text = "The dam\n\nIt held on Monday, all of it.\n\nAnna\n\n-----\n\nThat is good news.\n"
    assert [s.heading for s in opened(text)[0].article().sections] == [None]


def test_a_line_whose_sentence_ends_in_the_items_below_it_is_no_heading() -> None:
    items = "a) lay cables in the ground,\nb) look after the masts,\nc) warn the towns."
    text = f"Power cuts\n\nThey were many.\n\nThe companies shall\n\n{items}\n\nAdvice\n\nRest.\n"
    body = read_plain_text(text, "a.txt").body
    assert "## The companies" not in body
    assert "## Advice" in body


def test_lines_that_are_quoted_as_in_letters_are_a_quotation_without_their_signs() -> None:
    text = """Anna wrote on Monday:
> The town has bought seven boats in spring and paid 14
> million crowns for all of them, which the harbour master
> says is 3 percent less than last year, when it bought 5.
>
> Nobody was asked.
And I said no.

>>> print(1)
>>> print(2)
>>> print(3)
"""
    lines = opened(text)[0].article().text.split("\n")
    assert lines[1].startswith("The town has bought seven boats in spring and paid 14 million crow")
    assert lines[1].endswith(
        "harbour master says is 3 percent less than last year, when it bought 5."
    )
    assert lines[2:5] == ["Nobody was asked.", "And I said no.", ">>> print(1)"]
