"""After something came into a library: which notes, quotations and figures hold no more."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from briefing.cli.checked import from_here
from briefing.cli.library_opening import open_library
from briefing.model.settings import Settings
from briefing.session.rechecking import Recheck
from briefing.session.taking_in import Arrived
from briefing.storage.pointing import may_point
from briefing.text.i18n import ngettext
from briefing.text.local_forms import number

_TOLD = 10
"""So many are told one by one."""


def lost_lines(folder: Path, settings: Settings, arrived: Arrived) -> list[str]:
    """What does not hold any more, a line each; of many the first, and how many more there are.

    Args:
        folder: The library.
        settings: The user's.
        arrived: What came into it.

    Raises:
        BriefingError: The library cannot be read.
    """
    if not arrived:
        return []
    found = Recheck(open_library(folder, settings), lambda: may_point(folder)).findings(arrived)
    lines = [f"{from_here(one.place)}: {one.text}" for one in islice(found, _TOLD)]
    more = sum(1 for _one in found)
    if more:
        words = ngettext(
            "{count} more does not hold any more: briefing check {folder}",
            "{count} more do not hold any more: briefing check {folder}",
            more,
        )
        lines.append(words.format(count=number(more), folder=folder))
    return lines
