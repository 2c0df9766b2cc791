"""The parts that the first frame needs, put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.session.sitting import Sitting
from briefing.ui.collector import Collector
from briefing.ui.keys import Context
from briefing.ui.parts.foot import Foot
from briefing.ui.parts.growing import Growing
from briefing.ui.parts.moves import Moves
from briefing.ui.parts.panes import Panes
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text
from briefing.ui.render.measure import MEASURE_CELLS
from briefing.ui.widgets.article import ArticlePane


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
    growing: Growing
    """The rest of a long document."""
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
    moves, panes = Moves(stage, text, foot), Panes(stage, text, foot)
    return FirstParts(stage, foot, text, moves, panes, Growing(stage, foot), Collector())


def article_pane(sitting: Sitting) -> ArticlePane:
    """The pane of the text, laid out as the reader chose the last time."""
    memory = sitting.memory
    return ArticlePane(
        sitting.document,
        measure_cells=memory.width_cells or MEASURE_CELLS,
        wrap_code=memory.choices.wrap_code is not False,
    )
