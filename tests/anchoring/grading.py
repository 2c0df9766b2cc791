"""The right answer for a passage of an edited draft, and how good a given answer is.

=========  ===============================================================
exact      begins and ends where the passage does (punctuation apart)
near       shares half of it or more
wrong      lies elsewhere
missed     an orphan, although the passage is there
false      a place, although the passage was struck
orphaned   an orphan, as it should be
free       so much was rewritten that an orphan is right as well
=========  ===============================================================
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass

from briefing.model.anchor import Match
from briefing.text.fold import is_continuing
from tests.anchoring.drafts import Draft, Unit


@dataclass(frozen=True, slots=True)
class Truth:
    """Where a passage is in an edited text."""

    core: tuple[int, int] | None
    """The least that an answer must cover; None where the passage was struck."""
    hull: tuple[int, int] | None
    """The most that it may cover."""
    kept: float
    """How many of its words are left, 0 to 1."""


def passages(text: str, units: list[Unit], rng: random.Random, count: int) -> list[tuple[int, int]]:
    """Passages as readers mark them: single words, phrases, sentences."""
    words = [unit.origin for unit in units if unit.is_word and unit.origin]
    lines = Counter(text.split("\n"))
    found = []
    for _ in range(count):
        size = rng.choice([1, 2, 3, 5, 8, 12, 20, 30])
        first = rng.randrange(max(1, len(words) - size))
        last = min(len(words), first + size) - 1
        begin = text.rfind("\n", 0, words[first][0]) + 1
        line = text[begin:].split("\n", 1)[0]
        if begin + len(line) >= words[last][1] and lines[line] == 1:
            found.append((words[first][0], words[last][1]))
    return found


def truth(draft: Draft, start: int, end: int, word_count: int) -> Truth | None:
    """The right answer; None where the passage was torn."""
    placed = draft.placed()
    groups: list[list[int]] = []
    foreign = True
    for index, (_, unit) in enumerate(placed):
        if not unit.is_word or unit.origin is None:
            continue
        if start <= unit.origin[0] and unit.origin[1] <= end:
            if foreign:
                groups.append([])
            groups[-1].append(index)
            foreign = False
        else:
            foreign = True
    if not groups:
        return Truth(None, None, 0.0)
    if len(groups) > 1:
        return None
    group = groups[0]
    kept = sum(not placed[index][1].rewritten for index in group) / word_count
    return Truth(_edges(placed, group[0], group[-1]), _hull(placed, group), kept)


def grade(text: str, match: Match, right: Truth) -> str:
    """How good an answer is."""
    if match.span is None:
        if right.core is None:
            return "orphaned"
        return "free" if right.kept <= 0.5 else "missed"
    if right.core is None or right.hull is None:
        return "false"
    start, end = _trim(text, match.span.start, match.span.end)
    if right.hull[0] <= start <= right.core[0] and right.core[1] <= end <= right.hull[1]:
        return "exact"
    shared = min(end, right.hull[1]) - max(start, right.hull[0])
    near = shared >= 0.5 * (end - start) and shared >= 0.5 * (right.core[1] - right.core[0])
    if near:
        return "near" if right.kept >= 0.5 else "free"
    return "wrong"


def shares(grades: Counter[str]) -> dict[str, float]:
    """Percentages: of passages that are there, and of passages that were struck."""
    present = sum(grades[name] for name in ("exact", "near", "wrong", "missed")) or 1
    struck = grades["false"] + grades["orphaned"] or 1
    table = {name: 100 * grades[name] / present for name in ("exact", "near", "wrong", "missed")}
    return {**table, "false": 100 * grades["false"] / struck}


def _edges(placed: list[tuple[int, Unit]], first: int, last: int) -> tuple[int, int]:
    return placed[first][0], placed[last][0] + len(placed[last][1].text)


def _hull(placed: list[tuple[int, Unit]], group: list[int]) -> tuple[int, int]:
    first, last = group[0], group[-1]
    while first > 0 and (placed[first - 1][1].origin is None or not placed[first - 1][1].is_word):
        first -= 1
    while last + 1 < len(placed) and (
        placed[last + 1][1].origin is None or not placed[last + 1][1].is_word
    ):
        last += 1
    return _edges(placed, first, last)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not _counts(text[start]):
        start += 1
    while end > start and not _counts(text[end - 1]):
        end -= 1
    return start, end


def _counts(char: str) -> bool:
    return char.isalnum() or is_continuing(char)
