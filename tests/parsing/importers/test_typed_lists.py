"""Lists of plain text are lists, and what only looks like one keeps its signs."""

from __future__ import annotations

import pytest

from briefing.parsing.document import MarkdownDocument
from briefing.parsing.importers.plain_text import read_plain_text
from briefing.parsing.reading import open_document
from tests.parsing.whole import blocks_by_chunk

OPENING = "The council met on Monday."


def read(text: str) -> MarkdownDocument:
    draft = read_plain_text(f"{OPENING}\n\n{text}\n", "a.txt", has_title=False)
    return open_document(draft.body, name="a")


def items(document: MarkdownDocument) -> list[tuple[str, str]]:
    """The mark and the words of each block that is in an item."""
    return [
        (block.containers[-1][1], block.text)
        for block in blocks_by_chunk(document)
        if block.containers
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- one mill\n- two mills", [("•", "one mill"), ("•", "two mills")]),
        ("-   one mill\n-   two mills", [("•", "one mill"), ("•", "two mills")]),
        ("  * one mill\n  * two mills", [("•", "one mill"), ("•", "two mills")]),
        ("• eine Mühle\n• zwei Mühlen", [("•", "eine Mühle"), ("•", "zwei Mühlen")]),
        ("– un moulin\n– deux moulins", [("•", "un moulin"), ("•", "deux moulins")]),
        ("o  one mill\n\no  two mills", [("•", "one mill"), ("•", "two mills")]),
        ("3. the mill\n4. the dam", [("3.", "the mill"), ("4.", "the dam")]),
        ("1) the mill\n2) the dam", [("1)", "the mill"), ("2)", "the dam")]),
        ("1. the mill;\n\n2. the dam.", [("1.", "the mill;"), ("2.", "the dam.")]),
        ("It bought:\n- one mill\n- two dams\nand left.", [("•", "one mill"), ("•", "two dams")]),
        (
            "- one mill\n  - with wheels\n  - with stones\n- a dam",
            [("•", "one mill"), ("◦", "with wheels"), ("◦", "with stones"), ("•", "a dam")],
        ),
        ("- a mill\n  in town\n- a dam", [("•", "a mill\nin town"), ("•", "a dam")]),
        ("- 2 in the north\n- 1 in town", [("•", "2 in the north"), ("•", "1 in town")]),
    ],
)
def test_lines_that_begin_alike_are_a_list(text: str, expected: list[tuple[str, str]]) -> None:
    assert items(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "- a single line",
        "- 8\n- 15\n- 22",
        "1. the mill\n4. the dam",
        "- one sign\n* another sign",
        "— Where to?\n— To town, of course.",
        "1.  Rain ................... 2\n2.  Snow ................... 3",
        "- Rain     12     14\n- Snow     23     31",
    ],
)
def test_what_is_no_list_keeps_its_signs(text: str) -> None:
    document = read(text)
    assert items(document) == []
    assert document.article().text == f"{OPENING}\n{text}"


def test_notes_that_stars_call_keep_their_stars() -> None:
    text = "They held the bridge.* It was *old.* So it stayed.\n\n* Bridgehead.\n\n* In ruins."
    assert items(read(text)) == []


def test_a_word_with_a_star_behind_it_makes_no_notes_of_a_long_list() -> None:
    entries = [f"* change number {count} of them" for count in range(6)]
    document = read("\n\n".join(["It takes a name like boats* for all of them.", *entries]))
    assert len(items(document)) == 6


def test_a_list_that_counts_anew_shows_its_own_numbers() -> None:
    document = read("1. the mill\n2. the dam\n\n1. the tower\n2. the bridge")
    assert items(document) == [("1.", "the mill"), ("2.", "the dam")]
    assert document.article().text.endswith("1. the tower\n2. the bridge")
