"""What comes into a library: a new article, the same as before, or a new version of one.

An article is overwritten only while its text is one that came in before. Where somebody has edited
it by hand, what comes is kept as a version and waits. Of what stands above the text only the facts
that came with the text are written anew; all that an editor wrote there stays, comments and all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from briefing.model.front_matter import FrontMatter
from briefing.model.version import Arrival, Incoming, Version
from briefing.parsing.front_matter import read_front_matter
from briefing.parsing.reading import open_document
from briefing.session.facts_above import with_facts
from briefing.session.ports import ArticleFilesPort
from briefing.text.revisions import revision_of

Arrived = Mapping[str, str | None]
"""The paths of articles that came, from the library's folder, each with the SHA-256 of the reading
text that it took the place of; None for a new one."""

INCOMING = (Arrival.ADDED, Arrival.FETCHED)
"""How a text comes in that nobody edited by hand."""


class Taken(StrEnum):
    """What became of an article that came."""

    NEW = "new"
    """There was none: it was written."""
    SAME = "same"
    """Its text is there already: nothing was written."""
    CORRECTED = "corrected"
    """The text took the place of the one before, which is kept as a version."""
    WAITS = "waits"
    """It is kept as a version only: the article was edited by hand."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """An article that comes."""

    path: str
    """Where it belongs, from the library's folder, with ``/`` between the parts."""
    markdown: str
    """All of it, with its front matter."""
    how: Arrival
    """How it came."""
    original: str | None = None
    """The SHA-256 of the bytes that it was made of."""
    made_by: str | None = None
    """What read them."""
    media_type: str | None = None
    """What they are."""
    address: str | None = None
    """Where they came from."""
    text: str | None = None
    """Its reading text, where whoever made it knows that; else it is read."""
    comes_back: bool = True
    """Whether it is written again where it has come before, and somebody removed it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of an article that comes."""

    taken: Taken
    """How it ends."""
    incoming: Incoming | None = None
    """What has to be written for that; None where nothing has."""
    replaces: str | None = None
    """The SHA-256 of the reading text that it takes the place of; None where it takes none's."""


def take_in(files: ArticleFilesPort, arriving: Arriving, now: str) -> Decision:
    """Let an article come in; arguments and errors are those of `decide`.

    The article is written before the version is kept: a program that is killed between the two
    finds the rest to do the next time.

    Raises:
        StorageError: It could not be written; what was there is whole.
    """
    decision = decide(files, arriving, now)
    if decision.incoming is not None:
        files.take([decision.incoming])
    return decision


def decide(files: ArticleFilesPort, arriving: Arriving, now: str) -> Decision:
    """Find out what becomes of an article that comes; nothing is written.

    Args:
        files: The articles of the library.
        arriving: What comes.
        now: The present time, RFC 3339 in UTC.

    Raises:
        InputError: What is there cannot be read, or there is nothing to read in what comes.
    """
    text = arriving.text
    if text is None:
        text = reading_text(arriving.markdown, arriving.path)
    rev = revision_of(text)
    here = files.load(arriving.path)
    own = None if here is None else revision_of(reading_text(here, arriving.path))
    versions = files.versions(arriving.path).load()
    came = {each.rev for each in versions.versions if each.how in INCOMING}
    if own is None and came and not arriving.comes_back:
        return Decision(Taken.SAME)
    is_edited = own not in {None, rev, *came}
    version = None if rev in came else _version(arriving, rev, now)
    if own == rev or is_edited:
        incoming = None if version is None else Incoming(arriving.path, version, text, None)
        waits = is_edited and version is not None
        return Decision(Taken.WAITS if waits else Taken.SAME, incoming)
    markdown = arriving.markdown if here is None else _joined(here, arriving)
    taken = Taken.NEW if here is None else Taken.CORRECTED
    return Decision(taken, Incoming(arriving.path, version, text, markdown), own)


def _version(arriving: Arriving, rev: str, now: str) -> Version:
    return Version(
        rev,
        now,
        arriving.how,
        arriving.original,
        arriving.made_by,
        arriving.media_type,
        arriving.address,
    )


def reading_text(markdown: str, path: str) -> str:
    """The reading text of an article; `InputError` where it cannot be read."""
    return open_document(markdown, name=PurePosixPath(path).stem, where=path).article().text


def _joined(here: str, arriving: Arriving) -> str:
    """The body that comes, under what stands above the article with the facts of what comes."""
    old = read_front_matter(here, arriving.path)
    new = read_front_matter(arriving.markdown, arriving.path)
    block = here[: old.body]
    if not block:
        return arriving.markdown
    top, source = facts_of_text(new.front_matter)
    return with_facts(block, top, source) + arriving.markdown[new.body :]


def facts_of_text(front: FrontMatter) -> tuple[dict[str, object], dict[str, object]]:
    """What stands above a text and is of that text alone: keys of its own, and of `source`."""
    source: dict[str, object] = {key: front.source.get(key) for key in ("sha256", "retrieved")}
    return {"title": front.title, "updated": front.updated}, source
