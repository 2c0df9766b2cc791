"""A dialog that answers once, however fast its keys are pressed, and leaves nothing behind."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType


class Dialog(ModalScreen[ScreenResultType]):
    """Enter pressed twice, or Enter and Esc, answers with the first and closes nothing else."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close with an answer; once closed, nothing: Textual would close what lies below."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)

    def on_screen_suspend(self) -> None:
        """Forget how it looked: a cache of Textual's would keep the look of each dialog for good.

        Its `StylesCache.get_inner_outer` remembers the caches of the last 1,024 widgets that were
        drawn, and with them their lines. A widget that is to be drawn anew has none.
        """
        for widget in self.walk_children():
            widget.refresh()
