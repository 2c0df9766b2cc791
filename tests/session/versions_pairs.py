"""Pairs of versions with known answers, made of articles in seven languages.

``tests/cases/changes/LANGUAGE.md`` holds a reading text, a line a block, and behind an empty line
what can be changed in it: ``kind | words | other words``. Besides, texts are typeset anew, and
their sections change places: that changes no word.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent.parent / "cases" / "changes"
LANGUAGES = sorted(path.stem for path in CASES.glob("*.md"))
_TYPESET = (
    (" – ", "—"),
    ("'", "’"),
    ("fi", "ﬁ"),
    (" km", "\u00a0km"),
    ("é", "e\u0301"),
    ("ung", "\u00adung"),
    (", ", ",\u200b "),
    (". ", ".  "),
)
"""What a new edition does to characters, and no reader to words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of an article."""

    language: str
    """Of the text."""
    old: str
    """The older reading text."""
    new: str
    """The newer one."""
    edits: tuple[tuple[str, str, str], ...]
    """What was changed: what it weighs, the words before, the words after."""


def pairs(count: int, seed: int = 200) -> Iterator[Pair]:
    """Some pairs, half of them without a changed word."""
    rng = random.Random(seed)
    for number in range(count):
        language = LANGUAGES[number % len(LANGUAGES)]
        old, known = _case(language)
        chosen = rng.sample(known, rng.choice((1, 2, 3))) if number % 2 else []
        new, made = old, []
        for edit in chosen:
            if edit[1] in new:  # another edit may have taken some of its words
                new = new.replace(edit[1], edit[2])
                made.append(edit)
        edits = tuple(made)
        harmless = rng.choice((_as_it_is, _typeset, _with_sections_moved))
        new = harmless(new, rng)
        if not edits and new == old:
            new = _with_sections_moved(old, rng)
        yield Pair(language, old, new, edits)


def _case(language: str) -> tuple[str, list[tuple[str, str, str]]]:
    text, _empty, table = (CASES / f"{language}.md").read_text("utf-8").partition("\n\n")
    rows = [line.split(" | ") for line in table.splitlines()]
    return text, [(kind, words, other) for kind, words, other in rows]


def _as_it_is(text: str, _rng: random.Random) -> str:
    return text


def _typeset(text: str, rng: random.Random) -> str:
    for plain, other in rng.sample(_TYPESET, 4):
        text = text.replace(plain, other)
    return text


def _with_sections_moved(text: str, _rng: random.Random) -> str:
    lines = text.split("\n")
    return "\n".join((*lines[:2], *lines[4:6], *lines[2:4]))
