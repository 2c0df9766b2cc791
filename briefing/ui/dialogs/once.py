"""A dialog that answers once, however fast its keys are pressed."""

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
