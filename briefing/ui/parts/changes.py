"""What changed since the article was read: offered when it is opened, listed by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.errors import NotFoundError
from briefing.session.sitting import Sitting
from briefing.text.i18n import _
from briefing.ui.idle import in_thread
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text

if TYPE_CHECKING:  # what compares texts is loaded when it is asked for
    from briefing.model.change import Change
    from briefing.session.changes import Earlier

Found = tuple["Earlier", list["Change"]]
"""The text that the present one is compared with, and what changed."""


class Changes:
    """Telling that something changed, and going to it."""

    def __init__(self, stage: Stage, text: Text) -> None:
        self._stage = stage
        self._text = text

    async def offer(self, sitting: Sitting) -> None:
        """Say in one line that the article was changed since it was read, and which key tells."""
        try:
            earlier, found = await self._compare(sitting)
        except NotFoundError:
            return  # it was never read, and no other text of it is kept
        if found and self._stage.sitting is sitting:
            from briefing.session.changes import summed_up  # noqa: PLC0415 - see above

            key = self._stage.key("changes")
            offered = _("{changes}; {key} lists them")
            said = summed_up(found, earlier)
            self._stage.strip.add(offered.format(changes=said, key=key))

    def open(self) -> None:
        """Mark what changed and list it; Enter jumps to it, and so do the keys for the next hit."""
        self._stage.run_alone(self._open, group="changes")

    async def _open(self) -> None:
        from briefing.session.changes import summed_up  # noqa: PLC0415 - see above
        from briefing.ui.dialogs.choose import ChooseDialog  # noqa: PLC0415 - when first opened
        from briefing.ui.render.change_rows import change_rows  # noqa: PLC0415 - when first opened

        sitting = self._stage.sitting
        with self._stage.telling():
            earlier, found = await self._compare(sitting)
            if self._stage.sitting is not sitting:
                return
            if not found:
                self._stage.strip.tell(summed_up(found, earlier))
                return
            self._text.show_changed(sorted(change.span for change in found))
            dialog = ChooseDialog(summed_up(found, earlier), change_rows(found))
            self._stage.screen.app.push_screen(dialog, lambda ref: self._go_to(ref, found))

    def _go_to(self, ref: str | None, found: list[Change]) -> None:
        if ref is not None:
            self._text.jump(found[int(ref)].span)

    @staticmethod
    async def _compare(sitting: Sitting) -> Found:
        from briefing.session.changes import since_read  # noqa: PLC0415 - see above

        return await in_thread(lambda: since_read(sitting.reading))
