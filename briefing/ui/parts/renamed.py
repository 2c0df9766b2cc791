"""Notes and versions of a renamed article: offered when it is opened, brought by a key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.session.renamed import bring, brought, left_behind, offered
from briefing.session.sitting import Sitting
from briefing.text.i18n import _
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

    async def offer(self, sitting: Sitting) -> None:
        """Say in one line what there is, and which key brings it."""
        left = await asyncio.to_thread(left_behind, sitting.notebook)
        if left is None or self._stage.sitting is not sitting:
            return
        self._offer = sitting, left
        line = _("{path}: {what}; {key} brings them here")
        key = self._stage.key("confirm_place")
        self._stage.strip.add(line.format(path=left.path, what=offered(left), key=key))

    def accept(self) -> bool:
        """Bring what was offered for this article; whether there was an offer."""
        offer = self._offer
        if offer is None or offer[0] is not self._stage.sitting:
            return False
        self._offer = None
        came = bring(offer[0].notebook, offer[1])
        self._show_change(brought(came))
        return True
