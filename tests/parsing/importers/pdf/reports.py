"""The reports of `tests/cases/reports`, and what is certain to be in a PDF made of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "cases" / "reports"
_NOTE = re.compile(r"\^\[([^\]]*)\]")
_CALLED = re.compile(r"(\S+)\^\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a report."""

    kind: str
    """``h1`` to ``h3``, ``p``, ``list`` or ``table``."""
    lines: tuple[str, ...]
    """Its words; the items of a list; the rows of a table, with a bar between their cells."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was written."""

    parts: tuple[Part, ...]
    """Its blocks, the title first."""

    @property
    def title(self) -> str:
        """The title."""
        return self.parts[0].lines[0]

    @property
    def notes(self) -> list[tuple[str, str]]:
        """The footnotes, each behind the word that it stands at."""
        return [(m[1], m[2]) for part in self.parts for m in _CALLED.finditer(part.lines[0])]

    def without_notes(self) -> Report:
        """The report without its footnotes."""
        return Report(
            tuple(Part(p.kind, tuple(_NOTE.sub("", line) for line in p.lines)) for p in self.parts)
        )

    def headings(self, *, numbered: bool = False) -> list[tuple[str, int]]:
        """All headings but the title, with their levels; with their numbers, if they are set."""
        found: list[tuple[str, int]] = []
        counts = [0, 0]
        for part in self.parts[1:]:
            if part.kind.startswith("h"):
                level = int(part.kind[1])
                counts = [counts[0] + 1, 0] if level == 2 else [counts[0], counts[1] + 1]
                number = ".".join(str(count) for count in counts[: level - 1])
                words = f"{number} {part.lines[0]}" if numbered else part.lines[0]
                found.append((words, level))
        return found

    def words(
        self, *, notes: bool = True, numbered: bool = False, kinds: Sequence[str] | None = None
    ) -> list[str]:
        """Its words in the order of the reading text, where footnotes stand at the end.

        Args:
            notes: Whether its footnotes are set.
            numbered: Whether its headings have numbers.
            kinds: The blocks that are set; all unless given.
        """
        numbers = iter(words for words, _level in self.headings(numbered=numbered))
        lines = [self.title] if kinds is None else []
        for part in self.parts[1:]:
            if kinds is None or part.kind in kinds:
                lines += [next(numbers)] if part.kind.startswith("h") else part.lines
        text = " ".join(lines)
        footnotes = _NOTE.findall(text) if notes else []
        return " ".join([_NOTE.sub("", text).replace("|", " "), *footnotes]).split()


def load(language: str) -> Report:
    """The report in a language."""
    text = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").strip()
    return Report(tuple(_part(block) for block in text.split("\n\n")))


def _part(block: str) -> Part:
    lines = block.split("\n")
    if lines[0].startswith("#"):
        marks, _space, words = lines[0].partition(" ")
        return Part(f"h{len(marks)}", (words,))
    if lines[0].startswith("- "):
        return Part("list", tuple(line[2:] for line in lines))
    if lines[0].startswith("|"):
        rows = (line.strip("| ").split("|") for line in lines)
        return Part("table", tuple("|".join(map(str.strip, row)) for row in rows))
    assert len(lines) == 1, "a paragraph is one line"
    return Part("p", (lines[0],))


def in_runs(text: str) -> list[tuple[str, bool]]:
    """A paragraph by stretches, each with whether it is the text of a footnote."""
    parts = [(part, bool(index % 2)) for index, part in enumerate(_NOTE.split(text))]
    return [(words, is_note) for words, is_note in parts if words]


def differences(wanted: list[str], got: list[str]) -> int:
    """How many words are not where they belong: missing, moved, changed or too many."""
    matcher = SequenceMatcher(None, wanted, got, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return max(len(wanted), len(got)) - same


def letters(text: str) -> str:
    """The letters and digits of a text, without hyphens, spaces and marks."""
    return "".join(char for char in text if char.isalnum())
