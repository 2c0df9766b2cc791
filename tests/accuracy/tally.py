"""What is counted while labelled articles are scored, and how it is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields


@dataclass
class Share:
    """So many of so many, and which were not."""

    part: int = 0
    whole: int = 0
    others: list[str] = field(default_factory=list)

    def add(self, name: str, *, holds: bool) -> None:
        """Count one more."""
        self.whole += 1
        self.part += holds
        if not holds:
            self.others.append(name)

    def __str__(self) -> str:
        return f"{self.part / self.whole:6.1%}" if self.whole else "     –"


@dataclass
class Tally:
    """The figures of one language, or of all."""

    recall: Share = field(default_factory=Share)
    """Figures that were found, of those there are."""
    precision: Share = field(default_factory=Share)
    """Figures that are right, of those that were found."""
    qualifiers: Share = field(default_factory=Share)
    """Of the figures that were found, those with a right qualifier."""
    said: Share = field(default_factory=Share)
    """Rows with a label, or with a unit that says what is counted."""
    labels: Share = field(default_factory=Share)
    """Of the rows with a label, those whose label is right."""
    single: Share = field(default_factory=Share)
    """Rows that state no fact that a row before them states."""
    order: Share = field(default_factory=Share)
    """Main facts, at most five an article, that stand in its first five rows."""
    states: Share = field(default_factory=Share)
    """States that were found, of those there are."""
    states_right: Share = field(default_factory=Share)
    """States that are right, of those that were found."""
    lists: Share = field(default_factory=Share)
    """Lists that were found and are lists."""
    checks: Share = field(default_factory=Share)
    """Checks that were found and that the text states."""
    warnings: Share = field(default_factory=Share)
    """Warnings that are right."""
    headings: Share = field(default_factory=Share)
    """Headings that were found, of those there are."""
    summary: Share = field(default_factory=Share)
    """Points that the summary covers."""
    lead: Share = field(default_factory=Share)
    """Points that the first three sentences cover."""


def table(tallies: dict[str, Tally], articles: dict[str, int]) -> Iterable[str]:
    """A row for what is counted, a column for a language."""
    names = list(tallies)
    yield " " * 14 + "".join(f"{name:>8}" for name in names)
    yield f"{'articles':14}" + "".join(f"{articles[name]:8}" for name in names)
    for key in fields(Tally):
        cells = (str(getattr(tallies[name], key.name)) for name in names)
        yield f"{key.name.replace('_', ' '):14}" + "".join(f"{cell:>8}" for cell in cells)
