"""How the reader's screen gets the verdicts on a draft: from the real library beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.model.settings import Settings
from briefing.session.reading import Reading

if TYPE_CHECKING:  # what reads a library is loaded when there is a draft
    from briefing.session.draft_check import CheckedDraft


def draft_checker(settings: Settings) -> Callable[[Reading], CheckedDraft]:
    """What looks up the quotations of a draft; it may be called in a thread."""

    def check(reading: Reading) -> CheckedDraft:
        from briefing.cli.library_opening import open_library
        from briefing.session.draft_check import check_draft, sources_of
        from briefing.storage.locations import library_folder

        folder = sources_of(reading) or library_folder()
        return check_draft(reading, open_library(folder, settings))

    return check
