"""What a renamed article has left behind: offered when it is opened, brought by a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.model.span import Place
from briefing.session.renamed import bring, brought, left_behind, offered
from briefing.session.sitting import Sitting
from briefing.text.i18n import _
from briefing.ui.idle import in_thread
from briefing.ui.parts.stage import Stage

if TYPE_CHECKING:  # what places notes is loaded when there are some
    from briefing.model.left_behind import LeftBehind


class Renamed:
    """Telling where the notes of a renamed article are, and bringing them."""

    def __init__(self, stage: Stage, show_change: Callable[[str], None]) -> None:
        """Nothing is offered yet; what came is shown by `show_change`, with a line."""
        self._stage = stage
        self._show_change = show_change
        self._offer: tuple[Sitting, LeftBehind] | None = None
        self._then: Callable[[], None] = lambda: None

    async def offer(self, sitting: Sitting, then: Callable[[], None]) -> None:
        """Say in one line what there is, and which key brings it.

        Args:
            sitting: The article.
            then: Called when it was brought: the text that was read last may be among it.
        """
        left = await in_thread(lambda: left_behind(sitting.notebook))
        if left is None or self._stage.sitting is not sitting:
            return
        self._offer, self._then = (sitting, left), then
        line = _("{path}: {what}; {key} brings them here")
        if left.reading is not None:
            line = _("{path}: {what}; {key} goes on from there")
        key = self._stage.key("confirm_place")
        self._stage.strip.add(line.format(path=left.path, what=offered(left), key=key))

    def accept(self) -> bool:
        """Bring what was offered for this article; whether there was an offer."""
        offer = self._offer
        if offer is None or offer[0] is not self._stage.sitting:
            return False
        self._offer = None
        came = bring(offer[0].notebook, offer[1])
        self._go_on(offer[0])
        # What changed is told beside it; what could not be done takes its place.
        self._stage.strip.tell(brought(came), is_lasting=True)
        self._show_change("")
        self._then()
        return True

    def _go_on(self, sitting: Sitting) -> None:
        """Take up what was remembered under the old name; go there unless the reader moved."""
        is_at_beginning = sitting.in_view().first == Place(0, 0)
        self._stage.tell_faults(sitting.take_up())
        place = sitting.left_at
        if is_at_beginning and place is not None:
            sitting.reading.remember_history(sitting.memory.state)
            self._stage.article.go_to(place)
