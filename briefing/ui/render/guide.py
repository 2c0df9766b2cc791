"""What guides the eye: the paragraph at hand stands out, or its line does.

Colour is never the only sign: what stands out has one of its own right before its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model.reading_state import Guide
from briefing.model.span import Place
from briefing.ui.render.measure import GUTTER_CELLS
from briefing.ui.render.palette import Palette
from briefing.ui.render.viewport import VisibleLine

PARAGRAPH_SIGN, LINE_SIGN = "▏", "›"
HERE_SIGN = "▸"
"""Stands where the sentence begins that a key is about: small, as that of a target is large."""
HERE_LOOK = "heading"


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is drawn."""

    palette: Palette
    """Its colours."""
    sign: str = " "
    """What stands between the signs of marks and the words: a cell, or signs and a space."""
    sign_look: str = "muted"
    """How the palette calls its look."""


def line_at(lines: Sequence[VisibleLine], place: Place | None) -> VisibleLine | None:
    """The line in view that holds a place or comes next; the first with words, if none is given."""
    for seen in lines:
        after = Place(seen.chunk, max(seen.line.end, seen.line.start + 1))
        if seen.line.pieces and (place is None or place < after):
            return seen
    return None


def look_of(seen: VisibleLine, guide: Guide, at_hand: VisibleLine | None, palette: Palette) -> Look:
    """How a line is drawn where a guide is on.

    Args:
        seen: The line.
        guide: What is wanted.
        at_hand: The line that the reader is at.
        palette: The usual colours.
    """
    if guide is Guide.NONE or at_hand is None:
        return Look(palette)
    if guide is Guide.RULER:
        is_it = (seen.chunk, seen.row) == (at_hand.chunk, at_hand.row)
        return Look(palette.ruled, LINE_SIGN) if is_it else Look(palette)
    is_it = (seen.chunk, seen.line.block) == (at_hand.chunk, at_hand.line.block)
    if not is_it:
        return Look(palette.dimmed)
    return Look(palette, PARAGRAPH_SIGN if seen.line.pieces else " ")


def signed(look: Look, seen: VisibleLine, signs: Mapping[Place, str]) -> Look:
    """How a line is drawn in which sentences begin that have a sign.

    Args:
        look: How it would be drawn.
        seen: The line.
        signs: One cell for the first character of each of those sentences, in their order.
    """
    end = max(seen.line.end, seen.line.start + 1)
    here = [
        sign
        for place, sign in signs.items()
        if place.chunk == seen.chunk and seen.line.start <= place.offset < end
    ]
    if not here or not seen.line.pieces:
        return look
    return replace(look, sign="".join(here[: GUTTER_CELLS - 1]) + " ", sign_look=HERE_LOOK)
