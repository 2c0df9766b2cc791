"""Telling where the article comes from, and at its end what an import left out."""

from __future__ import annotations

from briefing.session.about import about
from briefing.text.i18n import ngettext
from briefing.text.local_forms import number
from briefing.ui.dialogs.about import AboutDialog
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text


class Telling:
    """What is known of the article besides its words."""

    def __init__(self, stage: Stage, text: Text) -> None:
        self._stage = stage
        self._text = text
        self._told: object = None

    def about(self) -> None:
        """Show all of it; a picture that is chosen there is shown in the text."""
        sitting = self._stage.sitting
        with self._stage.telling():
            known = about(sitting.reading, sitting.notebook.port.path)

            def go_to(chosen: str | None) -> None:
                if chosen is not None and self._stage.sitting is sitting:
                    self._text.jump(known.pictures[int(chosen)].passage)

            self._stage.screen.app.push_screen(AboutDialog(known, self._stage.faults), go_to)

    def see_end(self) -> None:
        """Tell once, when the end of the text comes into view, how much is not in it."""
        stage, reading = self._stage, self._stage.sitting.reading
        count = len(reading.document.front_matter.dropped)
        is_end = stage.article.view.share == 1 and not reading.source.is_beginning
        if not count or not is_end or stage.strip.is_shown or self._told is reading.document:
            return
        self._told = reading.document
        said = ngettext(
            "an import left out one line of what stood around this text: {key} shows it",
            "an import left out {count} lines of what stood around this text: {key} shows them",
            count,
        )
        stage.strip.tell(said.format(count=number(count), key=stage.key("about")))
