"""What a check of articles may find, and which of it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Rule(StrEnum):
    """What should hold of an article."""

    FILE = "file"
    """It and its notes can be read."""
    FRONT_MATTER = "front-matter"
    """Its quotes are in its text, and nothing in it is written wrongly."""
    FIGURES = "figures"
    """Its sums and counts come out."""
    SAME_AS = "same-as"
    """A figure has the value of the figure elsewhere that it is tied to."""
    TEXT = "text"
    """Nothing in the text looks like a slip."""
    NOTES_FILE = "notes-file"
    """Every entry of its notes file can be read, and no other file beside it has notes of it."""
    NOTE_ORPHAN = "note-orphan"
    """The passage of a note is in the text."""
    NOTE_CHANGED = "note-changed"
    """It has the words of the note's quote."""
    NOTE_UNCERTAIN = "note-uncertain"
    """It is sure where it is."""
    LINK_BROKEN = "link-broken"
    """What a link to another document leads to is there."""
    LINK_CHANGED = "link-changed"
    """It is as it was when the link was made."""
    QUOTATION_ALTERED = "quotation-altered"
    """A quotation has the words of its source."""
    QUOTATION_CHANGED = "quotation-changed"
    """One that is exact in the version which the draft cites is so in the text of now."""
    QUOTATION_MISSING = "quotation-missing"
    """A quotation that names its source is in the library."""
    QUOTATION_MISNAMED = "quotation-misnamed"
    """It is in the source that is named."""
    QUOTATION_UNKNOWN = "quotation-unknown"
    """A quotation that names no source is in the library."""


class Level(StrEnum):
    """How much something that was found counts."""

    ERROR = "error"
    """The check fails."""
    WARNING = "warning"
    """It is told; the check fails only where it is strict."""
    NOTE = "note"
    """It is told."""
    OFF = "off"
    """It is not told."""


USUAL: Mapping[Rule, Level] = {
    **dict.fromkeys(Rule, Level.ERROR),
    Rule.NOTES_FILE: Level.WARNING,
    Rule.NOTE_UNCERTAIN: Level.WARNING,
    Rule.LINK_CHANGED: Level.WARNING,
    Rule.QUOTATION_UNKNOWN: Level.WARNING,
    Rule.TEXT: Level.NOTE,
}
"""What counts how much unless a folder says otherwise."""


@dataclass(frozen=True, slots=True)
class CheckRules:
    """What counts in a folder."""

    levels: Mapping[Rule, Level] = field(default_factory=lambda: USUAL)
    """How much each rule counts."""
    left_out: tuple[str, ...] = ()
    """Patterns of the paths that are not looked at: ``archive/*``."""
    is_strict: bool = False
    """Whether warnings fail the check, too."""

    def level(self, rule: Rule) -> Level:
        """How much something counts."""
        level = self.levels.get(rule, USUAL[rule])
        return Level.ERROR if self.is_strict and level is Level.WARNING else level


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold."""

    rule: Rule
    """What should hold."""
    text: str
    """What is the case instead, on one line."""
    where: str
    """The file, as messages name it."""
    line: int | None = None
    """Its line, 1-based, where there is one."""

    @property
    def place(self) -> str:
        """File and line, as programs that jump to them expect."""
        return self.where if self.line is None else f"{self.where}:{self.line}"


def finding_at(rule: Rule, text: str, place: str) -> Finding:
    """A finding at a place that may end in a line: ``report.md:12``."""
    where, colon, line = place.rpartition(":")
    if colon and line.isdecimal():
        return Finding(rule, text, where, int(line))
    return Finding(rule, text, place)
