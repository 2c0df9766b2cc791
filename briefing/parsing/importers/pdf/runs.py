"""How the characters of a page are set, and which of them stand side by side."""

from __future__ import annotations

from briefing.model.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Type:
    """How the characters of one text object are set."""

    size: float
    """In points, as it is seen."""
    bold: bool
    """Whether it is bold."""
    italic: bool
    """Whether it is in italics."""
    draws: str
    """What of its font stands for the mark of an item: ``.`` for each character, ``o`` for that
    letter, of a typewriter, as Word has it; empty for none."""
    turns: int
    """How many quarters of a turn to the left."""
    level: int = 0
    """The level of the heading that it is tagged as; 0 for none."""
    face: str = field(default="", compare=False)
    """The family of its font and its colour; empty where the font, as bitmap fonts do, says nothing
    of itself."""


@dataclass(slots=True)
class Run:
    """Characters of one text object, or of several that have one each."""

    start: int
    """Its first character, 0-based, as PDFium counts those of a page."""
    end: int
    """The first character behind it."""
    type: Type
    """How it is set."""
    is_pieced: bool = False
    """Whether each of its characters is a text object."""


def is_taken(before: Run, run: Run) -> bool:
    """Whether a character goes on with those of the run before it, which takes it then."""
    are_pieces = before.is_pieced and run.is_pieced
    if not are_pieces or before.end != run.start or before.type != run.type:
        return False
    before.end = run.end
    return True
