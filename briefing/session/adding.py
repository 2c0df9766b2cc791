"""Documents come into a library: each once, with its original and its versions kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from briefing import __version__
from briefing.model.original import Original
from briefing.model.version import Arrival
from briefing.parsing.front_matter import read_front_matter
from briefing.session.arriving_text import ArrivingText, arriving_text
from briefing.session.library_ports import OriginalsPort
from briefing.session.ports import ArticleFilesPort
from briefing.session.taking_in import Arriving, Taken, reading_text, take_in
from briefing.text.revisions import revision_of

MADE_BY = f"briefing {__version__}"
"""What read an original, in the versions of an article."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document that was added."""

    path: str
    """Its article, from the library's folder."""
    taken: Taken
    """What happened."""
    remarks: tuple[str, ...] = ()
    """What a user should know of it."""
    replaces: str | None = None
    """The SHA-256 of the reading text that it took the place of; None where it took none's."""


def add(
    files: ArticleFilesPort, originals: OriginalsPort, original: Original, now: str, below: str = ""
) -> Added:
    """Add a document to a library.

    The same bytes, or the same address again, are the same article; other bytes from an address are
    a new version of it, also those of an earlier one, and so is another state of a file of the same
    name, date and title.

    Args:
        files: The articles of the library.
        originals: The bytes that they were made of.
        original: The document.
        now: The present time, RFC 3339 in UTC.
        below: The folder that a new article belongs in, from the library's, with a ``/`` at its
            end; empty for that itself.

    Raises:
        InputError: It cannot be read, or there is nothing to read in it.
        StorageError: It could not be written; what was there is whole.
        UsageError: It needs an extra that is not installed.
    """
    known = originals.made_of(original.sha256)
    if known is not None and _stays(files, known, original):
        originals.keep(known, original)
        return Added(known, Taken.SAME)
    text = arriving_text(original, now)
    path = known or _path(files, originals, original, text, below)
    decision = take_in(files, _arriving(path, original, text), now)
    if decision.taken is not Taken.SAME:
        originals.keep(path, original)
    return Added(path, decision.taken, text.remarks, decision.replaces)


def _arriving(path: str, original: Original, text: ArrivingText) -> Arriving:
    return Arriving(
        path,
        text.markdown,
        Arrival.ADDED if original.url is None else Arrival.FETCHED,
        original.sha256,
        MADE_BY,
        original.media_type,
        text.address,
    )


def _stays(files: ArticleFilesPort, path: str, original: Original) -> bool:
    """Whether an article that was made of these bytes stays as it is.

    Not one whose address says again what it said before the last correction.
    """
    here = files.load(path)
    if here is None or original.url is None:
        return here is not None
    version = files.versions(path).load().find(revision_of(reading_text(here, path)))
    return version is None or version.original in {None, original.sha256}


def _path(
    files: ArticleFilesPort,
    originals: OriginalsPort,
    original: Original,
    text: ArrivingText,
    below: str,
) -> str:
    """Where a document belongs: where it is already, else under the first name that is free."""
    known = None if text.address is None else originals.came_from(text.address)
    if known is not None:
        return known
    for path in _names(f"{below}{text.name}"):
        here = files.load(path)
        if here is None or _is_of(here, original, text):
            return path
    raise AssertionError("names never end")


def _names(name: str) -> Iterator[str]:
    yield f"{name}.md"
    yield from (f"{name}-{number}.md" for number in count(2))


def _is_of(here: str, original: Original, text: ArrivingText) -> bool:
    """Whether an article of the same date and title is the one that comes, in whatever state."""
    source = read_front_matter(here, "").front_matter.source
    if text.address is not None:
        return source.get("url") == text.address
    if "url" in source or not original.name:
        return False
    return source.get("file") == original.name
