"""The parts that the first frame needs, put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.ui.collector import Collector
from briefing.ui.keys import Context
from briefing.ui.parts.foot import Foot
from briefing.ui.parts.moves import Moves
from briefing.ui.parts.panes import Panes
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text


@dataclass(frozen=True, slots=True)
class FirstParts:
    """What shows the text and lets it be moved."""

    stage: Stage
    """What all parts share."""
    foot: Foot
    """The foot of the screen."""
    text: Text
    """Places and passages."""
    moves: Moves
    """Keys that move."""
    panes: Panes
    """What stands beside the text."""
    collector: Collector
    """What is spared the search for rings of objects."""


def first_parts(stage: Stage, context: Callable[[], Context]) -> FirstParts:
    """Make them.

    Args:
        stage: What all parts share.
        context: Where keys are pressed now.
    """
    foot = Foot(stage, context)
    text = Text(stage, foot)
    return FirstParts(
        stage, foot, text, Moves(stage, text, foot), Panes(stage, text, foot), Collector()
    )
