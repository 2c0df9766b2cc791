"""The foot of the screen: where the reader is, and the keys that matter there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.model.front_matter import FrontMatter
from briefing.session.pace import minutes
from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.ui.keys import Context
from briefing.ui.parts.foot_keys import useful_keys
from briefing.ui.parts.signs import Signs
from briefing.ui.parts.stage import Stage
from briefing.ui.widgets.status import Status, StatusLine


class Foot:
    """Tells section, share, notes and keys; marks the section in the outline."""

    def __init__(self, stage: Stage, context: Callable[[], Context]) -> None:
        """Make the lines.

        Args:
            stage: What the parts share.
            context: Where keys are pressed now.
        """
        self._stage = stage
        self._context = context
        self.signs = Signs(stage)
        """What stands beside the sentences."""
        self.line = StatusLine()
        """The widget."""

    def show(self) -> None:
        """Draw it anew: something that it tells may have changed."""
        stage, sitting = self._stage, self._stage.sitting
        notebook = sitting.reading.notebook
        pace = sitting.attention.pace.per_minute
        share, source = stage.article.view.share, sitting.reading.source
        self.line.status = Status(
            section=sitting.section,
            share=None if source.is_beginning else share,
            minutes_left=minutes(round((1 - share) * sitting.reading.length), pace),
            note_count=None if notebook is None else len(notebook.placed),
            origin=origin_words(sitting.reading.document.front_matter),
            saved_in="" if notebook is None else home_path(notebook.port.path),
            note=sitting.note_words,
            mode=self._mode(),
            matches=self._matches(),
        )
        self.line.keys = tuple(useful_keys(stage, self._context()))
        stage.article.set_at_hand(sitting.at_hand, sitting.guide)
        self.signs.show()
        if stage.panes:
            index = sitting.heading_index
            stage.panes["outline"].current = 0 if index is None else index + 1

    def _mode(self) -> str:
        if self._stage.sitting.held is not None:
            return _("placing a note")
        if self._stage.sitting.reading.source.is_beginning:
            return _("reading the rest")
        return _("selecting") if self._stage.sitting.selection is not None else ""

    def _matches(self) -> str:
        search, target = self._stage.sitting.search, self._stage.sitting.target
        if search is None:
            return ""
        at = None if target is None else search.number_of(target[0])
        return f"{at or '–'}/{len(search)}{'' if search.is_complete else '+'}"


def home_path(path: Path) -> str:
    """A path with ``~`` for the home folder, as people write it."""
    home, text = str(Path.home()), str(path)
    return f"~{text[len(home) :]}" if text.startswith(f"{home}/") else text


def origin_words(front: FrontMatter) -> str:
    """Whose text it is, and the day it was published: ``example.org · 2026-03-01``."""
    address = front.source.get("url", "")
    site = front.site or address.partition("://")[2].partition("/")[0].removeprefix("www.")
    day = (front.published or "").partition("T")[0]
    return glimpse(" · ".join(part for part in (site, day) if part))
