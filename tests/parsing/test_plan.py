"""Parsing by chunks equals parsing the whole: otherwise long articles would read differently."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.parsing import _plan
from briefing.parsing._builder import Builder, Parsed
from briefing.parsing._chunks import ChunkParser
from briefing.parsing._plain_tables import PlainTables
from briefing.parsing.reading import open_document
from tests.parsing.whole import difference

LINES: list[str] = json.loads(
    (Path(__file__).parent.parent / "cases" / "markdown_lines.json").read_text("utf-8")
)
"""Lines that begin, continue or end something, or only seem to."""


@pytest.fixture(autouse=True, scope="module")
def short_chunks() -> object:
    """Let chunks end after a few characters, so that small documents have many."""
    patch = pytest.MonkeyPatch()
    patch.setattr(_plan, "AIM", 15)
    yield
    patch.undo()


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=14).map("\n".join))
@example("+ plus\n[^2]: ```\n   ```\n# Head")
@example("* * *\n  <pre>\n\n/url")
@example("[ref] and [a][ref]\n- ```\n[^1]: note\n[ref]: /url")
def test_any_mixture_of_constructs_reads_the_same_in_chunks(source: str) -> None:
    assert difference(source) is None


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab \n#->`*_[]()<!~|:\\1.&\t", max_size=60))
def test_any_mixture_of_characters_reads_the_same_in_chunks(source: str) -> None:
    assert difference(source) is None


NOTED = [
    "[^1]", "[^2]", "[^X]", "[^none]", "[^1]: ", "[^2]:", "[^x]: ", "![^1]", "word", "due", " ",
    "  ", "\n", "\n", "\n\n", "\n    ", "# ", "- ", "*", "(u)", "!", ":", "|", "1. ", "\t",
    "\u00a0",
]  # fmt: skip
"""What footnotes, and what only looks like them, are made of."""


@settings(max_examples=int(os.environ.get("BRIEFING_NOTED_EXAMPLES", "200")), deadline=None)
@given(st.lists(st.sampled_from(NOTED), max_size=24).map("".join))
@example("word [^1]\n[^1]: note\n\nword [^1] due\n  due[^1]\n\n[^1]: note [^1] due\n")
@example("a ![^1](u) b\n\n[^1]: one\n[^2]: two\n[^3]\n\n[^4]: four\n\n    more\n")
def test_footnotes_read_the_same_in_chunks(source: str) -> None:
    assert difference(f"[^1]: first\n\n{source}") is None
    assert difference(f"{source}\n\n[^1]: first\n[^2]: second") is None


TABLED = [
    "|", "|", "|", "a", "b b", " ", "\n", "\n|", "\n|", "|\n|", "\n\n|", "\n\n", "*", "\\", ":",
    "-", "\t", "\u00a0", "\u2003", "!", "# ", "- ", "    ", "`", "1. ", "|:-:|",
]  # fmt: skip
"""What tables, and what only looks like them, are made of."""
HEADS = ["|a|b|\n|-|-|\n", "|a||\n|:-|-:|\n", "|a|b\n-|-\n", "| *a* |\n|---|\n", "|a|\n|-|-|\n", ""]


@settings(max_examples=int(os.environ.get("BRIEFING_NOTED_EXAMPLES", "200")), deadline=None)
@given(st.sampled_from(HEADS), st.lists(st.sampled_from(TABLED), max_size=24).map("".join))
@example("|a|b|\n|-|-|\n", "# |\n|-")
@example("|a|b|\n|-|-|\n", "|\n|c\n|c|d|e|\n| c |\t\td\t|\nnot a row\n\n|e|\n")
def test_tables_read_the_same_in_chunks(head: str, source: str) -> None:
    assert difference(head + source) is None
    assert difference(f"words\n\n{head}|{source}") is None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(TABLED[:12] + TABLED[14:20]), max_size=24).map("".join))
def test_further_rows_of_a_table_that_was_cut_read_the_same(rows: str) -> None:
    head, rest = "|a|b|\n|:-:|-|\n", f"|{rows}".strip("\n").replace("\n\n", "\n")
    document = open_document(f"{head}{rest}\n", name="x")
    parser = ChunkParser(document.source, document.plan)
    document.plan.tables[0] = (0, len(head))
    read: list[Parsed] = []
    for tables in (PlainTables(document.source, parser.parsed), NoPlainTables()):
        parser.tables = tables
        builder = Builder()
        parser.table(len(head), len(document.source), 0, builder)
        read.append(builder.build(0, 1))
    assert read[0] == read[1]


LISTED = [
    "- ", "- ", "\n- ", "\n- ", "\n* ", "\n1. ", "\n2. ", "\n3) ", "\n\n- ", "\n\n1. ", "a",
    "b b", "12 c", "12. c", " ", "\n", "\n\n", "\n\nword", "\n\n  word", "\n# Head", "*", "**",
    "_", "__", "**a b**", "*a*", "__a__", "_a_", " _a_ ", "`", "` `", "`a*`", "``", "(", ")", ".",
    "\u00bf", "\u00a0", "[^1]", "|", "---", "\t", "  \n", "\\", "<b>", "\n> ", ":", "[ ] ",
]  # fmt: skip
"""What lists and emphasis, and what only looks like them, are made of."""


@settings(max_examples=int(os.environ.get("BRIEFING_NOTED_EXAMPLES", "200")), deadline=None)
@given(st.lists(st.sampled_from(LISTED), max_size=24).map("".join))
@example("- a\n- **b** c\n\n- `*` d\n\nword *a* (_b_) `` ` `` __c d__.\n**a**\n# Head")
@example("07. a\n1. [^1] b\n")
@example("**a** *b* _c_d `e`\n*f*: g\n\n1. h\n\n\n# Head")
def test_lists_and_emphasis_read_the_same_in_chunks(source: str) -> None:
    assert difference(source) is None
    assert difference(f"[^1]: first *a*\n\n{source}\n\nword\n") is None


class NoPlainTables(PlainTables):
    """Leaves every table to the parser."""

    def __init__(self) -> None:
        super().__init__("", lambda _lines: Builder())

    def whole(self, start: int, end: int) -> None:
        return None

    def further(self, start: int, end: int, head_lines: str) -> None:
        return None


def test_a_long_generated_report_reads_the_same_in_chunks() -> None:
    choose = random.Random(7)
    source = "\n".join(choose.choice(LINES) for _ in range(1500))
    assert difference(source) is None


def test_the_chunks_of_a_document_are_its_source() -> None:
    choose = random.Random(11)
    source = "\n\n".join(choose.choice(LINES) for _ in range(300))
    document = open_document(source, name="x")
    starts = list(document.plan.starts)
    assert starts == sorted(starts)
    assert starts[0] == 0
    assert starts[-1] == len(source)


@pytest.mark.parametrize("begin", ["", "---\ntitle: T\n---\n", "[a]: /b\n\n# Title\n\n", "\n\n"])
def test_the_plan_knows_lines_and_headings_of_its_chunks(
    begin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_plan, "_COUNTED", 64)
    choose = random.Random(13)
    source = begin + "\n\n".join(choose.choice(LINES) for _ in range(300))
    plan = open_document(source, name="x").plan
    chunks = range(plan.body_chunks)
    assert list(plan.headed()) == [plan.is_headed(chunk) for chunk in chunks]
    lines = [source.count("\n", 0, plan.starts[chunk]) + 1 for chunk in chunks]
    assert [plan.line(chunk) for chunk in reversed(chunks)] == lines[::-1]
    assert all(plan.line(plan.chunk_of_line(line)) == line for line in lines)


HUGE = {
    "paragraph of many lines": "\n".join(["words of *one* paragraph"] * 4000),
    "line without a space": "x" * 100_000,
    "line with spaces": "word " * 20_000,
    "list": "\n".join(f"- item {number}" for number in range(8000)),
    "list nested deep": "\n".join("  " * (n % 50) + f"- item {n}" for n in range(1500)),
    "list that stays deep": "\n".join("  " * min(n, 49) + f"- item {n}" for n in range(900)),
    "code": "```\n" + "\n".join(f"line {number}" for number in range(9000)) + "\n```\n\nend",
    "table": "| a | b |\n|---|---|\n" + "\n".join(f"| x{n} | y |" for n in range(6000)) + "\n\nend",
    "quote": "\n".join(f"> line {number}" for number in range(8000)),
    "comment": "<!--\n" + "\n".join(f"line {number}" for number in range(9000)),
    "quotes in quotes": ">" * 3000 + " deep",
    "lists in lists": "- " * 3000 + "deep",
    "brackets": "[" * 5000 + "deep" + "]" * 5000,
}


@pytest.mark.parametrize("source", [pytest.param(s, id=name) for name, s in HUGE.items()])
def test_a_block_of_any_length_keeps_its_words(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_plan, "AIM", 8_192)
    text = open_document(source, name="huge").article().text
    kept = "".join(character for character in text if character.isalnum())
    if source.startswith("```"):
        source = source.replace("```", "")
    assert kept == "".join(character for character in source if character.isalnum())


def test_code_that_is_cut_stays_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_plan, "AIM", 8_192)
    document = open_document(HUGE["code"], name="huge")
    kinds = {block.kind for i in range(document.chunk_count) for block in document.chunk(i).blocks}
    assert document.chunk_count > 3
    assert kinds == {"code", "paragraph"}
    lines = "\n".join(f"line {number}" for number in range(9000))
    assert document.article().text == f"{lines}\nend"


def test_a_long_comment_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_plan, "AIM", 8_192)
    hidden = "\n\n".join(f"hidden {number}" for number in range(9000))
    document = open_document(f"before\n\n<!--\n{hidden}\n-->\n\nafter", name="huge")
    assert document.article().text == "before\nafter"


def test_a_table_that_is_cut_stays_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_plan, "AIM", 8_192)
    document = open_document(HUGE["table"], name="huge")
    rows = "\n".join(["a\tb", *(f"x{n}\ty" for n in range(6000))])
    assert document.chunk_count > 3
    assert document.article().text == f"{rows}\nend"
    assert document.chunk(1).blocks[0].kind == "table"


@pytest.mark.parametrize(
    "source",
    [
        "![" * 300 + "word" + "](x)" * 300,
        "> " * 118 + "[" * 200 + "word" + "](x)" * 200,
        "- > " * 200 + "word",
        "*a " * 3000 + "word" + " b*" * 3000,
        "<script>" * 2000 + "word",
    ],
)
def test_nesting_beyond_all_reason_is_read(source: str) -> None:
    assert "word" in open_document(source, name="deep").article().text
