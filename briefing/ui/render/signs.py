"""Signs that stand beside words: they need no colour, and nothing that draws."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.mark import MarkKind

GUTTER_SIGNS: Mapping[MarkKind, str] = {
    MarkKind.FIGURE: "#",
    MarkKind.REMARK: "!",
    MarkKind.BOOKMARK: "⚑",
    MarkKind.HIGHLIGHT: "▌",
    MarkKind.NOTE: "✎",
    MarkKind.QUESTION: "?",
    MarkKind.CORRECTION: "≠",
    MarkKind.MOVED: "↕",
    MarkKind.GONE: "−",
    MarkKind.ADDED: "+",
    MarkKind.REPLACED: "±",
    MarkKind.SEARCH: "·",
    MarkKind.TARGET: "►",
    MarkKind.SELECTION: "┃",
}
"""One cell each; the strongest mark that begins on a line shows its own."""

CHANGED_SIGN = "≠"
"""Stands where a passage has other words than the note on it."""
UNCERTAIN_SIGN = "~"
"""Stands in the gutter instead, where a note's place asks to be confirmed."""
