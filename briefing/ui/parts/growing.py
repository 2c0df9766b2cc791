"""A document of which only the beginning is on the screen: its rest is read while one reads.

Keys that need no more than the beginning are answered as ever. One that is about the whole (a note,
a search, the end) waits, and those behind it, until the rest is there; that is told, and Esc gives
it up. So nothing is ever found, counted or noted in a text that is not all of the document.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.model.errors import BriefingError
from briefing.model.span import Place
from briefing.session.landmarks import next_block, next_heading
from briefing.text.i18n import _
from briefing.ui.idle import in_thread
from briefing.ui.keys import Action
from briefing.ui.parts.foot import Foot
from briefing.ui.parts.stage import Stage
from briefing.ui.takes_keys import ReadyForKeys

_HARMLESS = frozenset(
    (
        "line_up", "page_up", "half_page_up", "go_to_start", "code_right", "code_left",
        "previous_section", "previous_paragraph",
        "row_down", "row_up", "row_page_down", "row_page_up", "first_row", "last_row", "choose",
        "next_pane", "previous_pane", "toggle_outline", "toggle_panels", "only_text",
        "border_left", "border_right", "widen", "narrow", "guide", "marks", "wrap_code",
        "library", "theme", "help", "leave", "close", "quit", "suspend", "interrupt",
    )
)  # fmt: skip
"""Actions that the beginning is enough for."""
_ON = frozenset(("line_down", "page_down", "half_page_down"))
"""Those that go on in the text: at the end of the beginning they wait for what follows."""


class Growing:
    """Reads the rest of the document that is shown, and says what has to wait for it."""

    def __init__(self, stage: Stage, foot: Foot) -> None:
        """Begin with nothing to wait for.

        Args:
            stage: What the parts share.
            foot: Tells that the rest is being read.
        """
        self._stage = stage
        self._foot = foot
        self._problem: str | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether only the beginning is there."""
        return self._stage.sitting.reading.source.is_beginning

    def begin(self, show_again: Callable[[Place], None]) -> None:
        """Read the rest in the background.

        Args:
            show_again: Shows the whole, from a place on.
        """
        self._problem = None
        self._stage.run_alone(lambda: self._read(show_again), group="rest")

    async def _read(self, show_again: Callable[[Place], None]) -> None:
        from briefing.session.renewal import take_rest  # noqa: PLC0415 - for long ones

        sitting = self._stage.sitting
        try:
            whole = await in_thread(sitting.reading.source.whole)
        except BriefingError as error:
            self._problem = str(error)
            self._stage.strip.tell(self._problem, is_warning=True)
            return
        if self._stage.sitting is sitting and self.is_awaited:
            self._stage.strip.clear()
            show_again(take_rest(sitting, whole))
            self._stage.tell_remarks(whole.remarks)
            self._stage.screen.post_message(ReadyForKeys())

    # -- keys -------------------------------------------------------------------------------

    def can_answer(self, action: Action | None) -> bool:
        """Whether what is there is enough for a key; one that means nothing needs nothing."""
        if not self.is_awaited or action is None or action.id in _HARMLESS:
            return True
        document, here = self._stage.sitting.document, self._stage.sitting.here
        if action.id in _ON:
            return self._stage.article.view.share < 1
        if action.id == "next_section":
            return next_heading(document, here) is not None
        return action.id == "next_paragraph" and next_block(document, here) is not None

    def tell_waiting(self) -> None:
        """Say that a key waits, and for what."""
        if self.is_awaited:
            waiting = _("the rest of this document is being read; your keys follow (Esc: no)")
            is_warning = self._problem is not None
            self._stage.strip.tell(self._problem or waiting, is_warning=is_warning, is_lasting=True)
