"""Reading the file that is shown again: at a key, or because it has changed.

Markdown is there at once. What has to be read as an import does is read in a thread, and what was
shown before stays on the screen, with its keys, until the new text is whole.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.worker import Worker

from briefing.model.errors import BriefingError
from briefing.model.source import is_markdown_name
from briefing.model.span import Place
from briefing.session.renewal import is_refused_anew, reload_if_changed, take_again
from briefing.session.sitting import Sitting
from briefing.text.i18n import _
from briefing.ui.idle import in_thread
from briefing.ui.parts.stage import Stage


class Renewing:
    """Reads the article's file again."""

    def __init__(self, stage: Stage, show_again: Callable[[Place], None]) -> None:
        """Begin with nothing under way.

        Args:
            stage: What the parts share.
            show_again: Shows the text that was read, from a place on.
        """
        self._stage = stage
        self._show_again = show_again
        self._worker: Worker[None] | None = None

    def begin(self, told: str) -> None:
        """Read it again because the reader asks for it.

        Args:
            told: What is said when it is there.
        """
        sitting = self._stage.sitting
        if _is_soon(sitting):
            with self._stage.telling():
                self._show_again(sitting.reload())
                self._stage.strip.tell(told)
            return
        self._stage.strip.tell(_("reading the file again …"), is_lasting=True)
        self._begin(sitting, told, is_asked=True)

    def look(self) -> None:
        """Read it again if it has changed and rests."""
        sitting, told = self._stage.sitting, _("the file has changed and was read again")
        if _is_soon(sitting):
            with self._stage.telling():
                place = reload_if_changed(sitting)
                if place is not None:
                    self._show_again(place)
                    self._stage.strip.tell(told)
        elif not self._is_under_way and sitting.reading.has_changed_on_disk():
            self._begin(sitting, told, is_asked=False)

    @property
    def _is_under_way(self) -> bool:
        return self._worker is not None and not self._worker.is_finished

    def _begin(self, sitting: Sitting, told: str, *, is_asked: bool) -> None:
        self._worker = self._stage.run_alone(
            lambda: self._read(sitting, told, is_asked=is_asked), group="reload"
        )

    async def _read(self, sitting: Sitting, told: str, *, is_asked: bool) -> None:
        with self._stage.telling():
            try:
                source = await in_thread(sitting.reading.read_again)
            except BriefingError as error:
                if is_refused_anew(sitting, error) or is_asked:
                    raise
                return
            if self._stage.sitting is sitting:
                self._show_again(take_again(sitting, source))
                self._stage.strip.tell(told)


def _is_soon(sitting: Sitting) -> bool:
    """Whether a file is read in no time."""
    path = sitting.reading.source.path
    return path is None or is_markdown_name(path.name)
