"""The text of a sitting becomes another one: its file has changed, or its rest has arrived.

A long document of another format is opened by its beginning, so that its first words are there at
once. What has to know all of it (notes, search, the end) waits until the rest was read; then the
whole takes the place of the beginning as a file does that is read again, and so place and jumps
stay, and notes are only ever placed in, and written for, the whole.
"""

from __future__ import annotations

from functools import partial

from briefing.model.errors import BriefingError
from briefing.model.source import Source
from briefing.model.span import Place
from briefing.session.progress import Progress
from briefing.session.sitting import Sitting


def reload_if_changed(sitting: Sitting) -> Place | None:
    """Read the file again where it has changed and rests; where the first words in view are.

    Raises:
        BriefingError: It cannot be read; that is raised once, and not at every look.
    """
    if not sitting.reading.has_changed_on_disk():
        return None
    try:
        return take_again(sitting, sitting.reading.read_again())
    except BriefingError as error:
        if is_refused_anew(sitting, error):
            raise
        return None


def take_again(sitting: Sitting, source: Source) -> Place:
    """Show the file as it was read again; where the first words in view are in it."""
    place = sitting.exchange(partial(sitting.reading.exchange, source))
    sitting.refused = ""
    return place


def is_refused_anew(sitting: Sitting, error: BriefingError) -> bool:
    """Whether a changed file cannot be read for another reason than the reader was told."""
    told, sitting.refused = sitting.refused, str(error)
    return told != sitting.refused


def take_rest(sitting: Sitting, whole: Source) -> Place:
    """Show the whole in the place of its beginning; where the first words in view are in it."""
    place = sitting.exchange(partial(sitting.reading.exchange, whole))
    seen = sitting.memory.progress_in(sitting.reading.document, whole.fingerprint).seen
    sitting.progress = Progress(sitting.reading.document, sitting.progress.read, seen)
    return place
