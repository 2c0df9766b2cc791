"""What kinds, states and colours of notes are called in documents for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.model.note import NoteKind, NoteState
from briefing.text.i18n import _

KINDS: Mapping[NoteKind, Callable[[], str]] = {
    NoteKind.HIGHLIGHT: lambda: _("Highlight"),
    NoteKind.NOTE: lambda: _("Note"),
    NoteKind.QUESTION: lambda: _("Question"),
    NoteKind.CORRECTION: lambda: _("Correction"),
    NoteKind.BOOKMARK: lambda: _("Bookmark"),
}
"""The kinds of notes."""

STATES: Mapping[NoteState, Callable[[], str]] = {
    NoteState.OPEN: lambda: "",
    NoteState.RESOLVED: lambda: _("resolved"),
    NoteState.DELETED: lambda: _("deleted"),
}
"""Where a note stands; an open one says nothing."""

_COLORS: Mapping[str, Callable[[], str]] = {
    "yellow": lambda: _("yellow"),
    "green": lambda: _("green"),
    "blue": lambda: _("blue"),
    "pink": lambda: _("pink"),
    "orange": lambda: _("orange"),
    "purple": lambda: _("purple"),
}


def color_name(color: str | None) -> str:
    """A colour in words; one that a later version knows is named as it is written."""
    return _COLORS.get(color or "", lambda: color or "")()
