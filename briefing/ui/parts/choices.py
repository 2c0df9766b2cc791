"""What can be chosen beside a list of articles although no article says it: searches and feeds."""

from __future__ import annotations

from collections.abc import Callable

from briefing.model.errors import BriefingError
from briefing.ui.idle import in_thread
from briefing.ui.library_door import Surroundings
from briefing.ui.parts.shelf import Shelf


async def learn_choices(shelf: Shelf, given: Surroundings) -> None:
    """Learn which searches are saved, and how it stands with the feeds; where not, say why."""

    def searches() -> None:
        shelf.view.searches = tuple(each.query for each in given.search.saved())

    def feeds() -> None:
        shelf.view.feeds = () if given.feeds is None else given.feeds().shown()

    faults = [fault for learn in (searches, feeds) if (fault := await _fault(learn)) is not None]
    for fault in dict.fromkeys(faults):
        shelf.strip.add(fault, is_warning=True)


async def _fault(learn: Callable[[], None]) -> str | None:
    """Why something could not be learned; None where it could."""
    try:
        await in_thread(learn)
    except BriefingError as error:
        return str(error)
    return None
