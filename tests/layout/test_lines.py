"""How each block looks at a width: cases as pictures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.layout.flow import lay_out
from briefing.layout.options import DEFAULTS, LayoutOptions
from briefing.model.article import Chunk
from briefing.model.line import Line, Role
from briefing.parsing.reading import open_document
from briefing.text.safe import visible_lines
from briefing.text.width import cells


def lines(markdown: str, width: int, options: LayoutOptions = DEFAULTS) -> list[Line]:
    document = open_document(markdown, name="x")
    return [
        line
        for index in range(document.chunk_count)
        for line in lay_out(document.chunk(index), width, options)
    ]


def picture(markdown: str, width: int, options: LayoutOptions = DEFAULTS) -> list[str]:
    return [line.text.rstrip() for line in lines(markdown, width, options)]


@pytest.mark.parametrize(
    ("markdown", "width", "expected"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("# T\n\nwords\n\n## S\n\nmore", 20, ["T", "", "words", "", "S", "", "more"]),
        ("- one two three\n- b", 10, ["• one two", "  three", "• b"]),
        ("- a\n\n- b", 10, ["• a", "", "• b"]),
        ("9. a\n10. b", 10, ["9. a", "10. b"]),
        ("- a\n  - b\n  - c", 10, ["• a", "  ◦ b", "  ◦ c"]),
        ("- [x] done and done", 10, ["☑ done and", "  done"]),
        ("> one two three", 9, ["▌ one two", "▌ three"]),
        ("> a\n>\n> b", 9, ["▌ a", "▌", "▌ b"]),
        ("> - a\n> - b", 9, ["▌ • a", "▌ • b"]),
        ("- a\n- \n- c", 9, ["• a", "•", "• c"]),
        ("a\n\n---\n\nb", 5, ["a", "", "─────", "", "b"]),
        ("    \tx\n    long line", 8, ["    x", "long lin", "↪ e"]),
        ("```\na\tb\n```", 10, ["a   b"]),
        ("a[^n]\n\n[^n]: note", 10, ["a[1]", "", "[1] note"]),
        ("a **b c** d", 3, ["a b", "c d"]),
        (
            "| Name | N |\n|---|--:|\n| a | 1 |\n| bb | 10 |",
            20,
            ["Name │  N", "─────┼───", "a    │  1", "bb   │ 10"],
        ),
        (
            "| Name | Words |\n|---|---|\n| a | one two three |",
            16,
            ["Name │ Words", "─────┼──────────", "a    │ one two", "     │ three"],
        ),
        (
            "| Name | Description |\n|---|---|\n| a | incomprehensible |",
            14,
            [
                "Name",
                "Description",
                "────────────",
                "Name: a",
                "Description:",
                "  incomprehens",
                "  ible",
            ],
        ),
        ("![a barn](x/barn.png) ![](y.png)", 40, ["[picture: a barn] [picture: y.png]"]),
        (
            "see ![the old barn of the town](<>) there",
            60,
            ["see [picture: the old barn of the town] there"],
        ),
        ("![a barn](x/barn.png)", 39, ["[picture: a barn]"]),
        ("![](data:image/png;base64,AAAA)", 40, ["[picture: data]"]),
        ("| a[^n] |\n|---|\n| [^n] |\n\n[^n]: n", 40, ["a[1]", "────", "[1]", "", "[1] n"]),
        ("漢字仮名", 4, ["漢字", "仮名"]),
        ("a\x1b[31m", 10, ["a␛[31m"]),
    ],
)
def test_a_block_looks_as_it_should(markdown: str, width: int, expected: list[str]) -> None:
    assert picture(markdown, width) == expected


def test_code_may_be_cut_and_scrolled_instead_of_wrapped() -> None:
    code = "```\nabcdefghij\nxy\n```"
    assert picture(code, 6, LayoutOptions(wrap_code=False)) == ["abcde…", "xy"]
    assert picture(code, 6, LayoutOptions(wrap_code=False, code_offset_cells=4)) == ["efghij", ""]


def test_words_keep_their_style_and_address_across_lines() -> None:
    (first, second) = lines("go to **the [far end](http://x.org) now**", 12)
    pieces = [piece for line in (first, second) for piece in line.pieces]
    linked = [piece.text for piece in pieces if piece.address == "http://x.org"]
    assert linked == ["far", "end"] or "".join(linked).replace(" ", "") == "farend"
    assert {piece.role for piece in pieces} == {Role.TEXT}


def test_deep_nesting_leaves_room_for_the_words() -> None:
    deep = "\n".join("  " * depth + "- word" for depth in range(30))
    for line in picture(deep, 40):
        assert cells(line) <= 40
        assert line.endswith("word")


LINES: list[str] = json.loads(
    (Path(__file__).parent.parent / "cases" / "markdown_lines.json").read_text("utf-8")
)
MARKDOWN = st.lists(
    st.sampled_from(
        [*LINES, "漢字仮名交じり", "👩\u200d🚀 x", "e\u0301\u202e\x1b", "| x | 漢字 |"]
    ),
    max_size=10,
).map("\n".join)


@settings(max_examples=120, deadline=None)
@given(MARKDOWN, st.integers(20, 60))
def test_every_character_drawn_stands_for_its_own(markdown: str, width: int) -> None:
    document = open_document(markdown, name="x")
    for index in range(document.chunk_count):
        chunk = document.chunk(index)
        _check(chunk, lay_out(chunk, width), width)


def _check(chunk: Chunk, found: tuple[Line, ...], width: int) -> None:
    drawn: list[int] = []
    shown = visible_lines(chunk.text)
    for line in found:
        assert cells(line.text) <= width
        assert line.start <= line.end
        for piece in line.pieces:
            if piece.start is None:
                continue
            stretch = shown[piece.start : piece.start + len(piece.text)]
            assert piece.text == stretch.replace("\t", " ")
            drawn += range(piece.start, piece.start + len(piece.text))
    assert drawn == sorted(set(drawn))
    missing = set(range(len(chunk.text))) - set(drawn)
    assert all(chunk.text[at] in " \n\t" for at in missing)


@pytest.mark.parametrize("width", [16, 20, 33])
@pytest.mark.parametrize(
    "markdown",
    [
        "![](pic.png) and some words behind it",
        "see ![the map](m.png) one two three cafe\u0301[^1] four",
        "| a[^1] | ![](p.png) one |\n|---|---|\n| one[^1] two three | ![x](y.png) four five six |",
        "10. one two three incomprehensible\n    > four five six",
    ],
)
def test_no_line_is_wider_than_the_screen_whatever_is_drawn_beside_the_words(
    markdown: str, width: int
) -> None:
    document = open_document(f"{markdown}\n\n[^1]: note\n", name="a")
    document.article()
    for index in range(document.chunk_count):
        for line in lay_out(document.chunk(index), width):
            assert cells(line.text) <= width, line.text
