"""What is read twice as long takes about twice as many steps, of whatever kind it is.

Steps are counted, not seconds. What a single search in the text takes is not seen by that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from briefing.parsing.document import MarkdownDocument

KINDS: dict[str, Callable[[int], str]] = {
    "blank lines": lambda n: "\n" * (8 * n) + "word\n",
    "definitions": lambda n: "".join(f"[l{i}]: http://e.org/{i}\n" for i in range(n)) + "\nword\n",
    "adjacent footnotes": lambda n: (
        "".join(f"word [^{i}] " for i in range(n))
        + "\n\n"
        + "".join(f"[^{i}]: note {i}\n" for i in range(n))
    ),
    "footnotes": lambda n: "".join(f"word [^{i}]\n\n[^{i}]: note {i}\n\n" for i in range(n)),
    "open brackets": lambda n: "[" * n,
    "nested brackets": lambda n: "![[" * (n // 4) + "]" * (n // 2),
    "open footnote marks": lambda n: "[^a" * n + "\n\n[^a]: note",
    "definitions apart": lambda n: "".join(f"[l{i}]: /{i}\n\n" for i in range(4 * n)) + "word\n",
    "columns": lambda n: "|a" * (25 * n) + "|\n" + "|-" * (25 * n) + "|\n",
}


def _calls(source: str) -> int:
    """The calls of functions, Python's and C's, that it takes to read a document."""
    count = 0

    def see(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        MarkdownDocument(source, name="x").article()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_much_takes_about_twice_as_many_steps(kind: str) -> None:
    make = KINDS[kind]
    _calls(make(50))  # what is imported and compiled once
    once, twice = _calls(make(1_000)), _calls(make(2_000))
    assert twice < 2.5 * once + 1_000, (once, twice)


def test_many_blank_lines_before_the_first_word_take_hardly_a_step() -> None:
    """A chunk after the other was joined to the first and parsed again: 45 s for 1 MB."""
    assert _calls("\n" * 200_000 + "word\n") < 20_000


def test_a_cell_of_plain_words_takes_few_steps() -> None:
    """Twelve rules looked at each of a million cells for a mark: 52 s."""
    rows = "|word" * 10 + "|\n" + "|-" * 10 + "|\n" + ("|word" * 10 + "|\n") * 200
    marked = rows.replace("word", "*ord")
    _calls(rows)
    assert _calls(rows) < 0.7 * _calls(marked)


@pytest.mark.parametrize(
    ("plain", "marked"),
    [
        ("- word\n" * 60, "- wo[r]d\n" * 60),
        ("1. word\n\n" * 60, "1. wo[r]d\n\n" * 60),
        ("**word** *word*\n" * 60, "**wo[r]d** *word*\n" * 60),
    ],
)
def test_items_and_emphasis_of_plain_words_take_few_steps(plain: str, marked: str) -> None:
    """A megabyte of them took seven to twenty seconds in the parser."""
    _calls(plain + marked)
    assert _calls(plain) < 0.3 * _calls(marked)
