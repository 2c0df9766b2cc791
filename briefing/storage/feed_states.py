"""How the asking for feeds went, in small files of the state folder: it is each reader's own.

::

    feeds/NAME.json    one file a feed of a library: validators, faults, what came from it

What cannot be read counts as unknown: the feed is asked as for the first time, and no article is
written twice, since the articles themselves say where they came from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefing.model.errors import BriefingError
from briefing.model.feed import FeedState, KnownBy, KnownItem, Validators
from briefing.storage.atomic import PRIVATE, NewContent, write_together
from briefing.storage.folders import remove
from briefing.storage.locations import state_folder
from briefing.storage.locking import lock
from briefing.storage.plain_files import read

FORMAT = 1
"""Grows when an older program could no longer read what is written."""
_STATE, _ITEM = ([each.name for each in fields(one)] for one in (FeedState, KnownItem))


@dataclass(frozen=True, slots=True)
class FeedStates:
    """The states of the feeds of one library."""

    library: Path
    """The library's folder."""

    def load(self, url: str) -> FeedState:
        """How it stands with the feed of an address; a fresh state where nothing is known."""
        try:
            content = read(self.path(url), below=state_folder())
            return FeedState() if content is None else _state(json.loads(content.data))
        except (BriefingError, ValueError, KeyError, TypeError, RecursionError):
            return FeedState()

    def save(self, states: Mapping[str, FeedState]) -> None:
        """Remember how it stands with feeds, by their addresses.

        Raises:
            StorageError: It could not be written.
        """
        files = [NewContent(self.path(url), self._data(url, states[url])) for url in states]
        write_together(files, below=state_folder(), mode=PRIVATE)

    def forget(self, url: str) -> None:
        """Remove what is known of a feed, where something is."""
        remove(state_folder(), "feeds", self.path(url).name)

    def _data(self, url: str, state: FeedState) -> bytes:
        # `asdict` copies all that it finds, and takes longer than all else here
        said: dict[str, Any] = {"format": FORMAT, "library": str(self.library), "url": url}
        said |= {name: getattr(state, name) for name in _STATE}
        said["validators"] = asdict(state.validators)
        said["items"] = [{name: getattr(item, name) for name in _ITEM} for item in state.items]
        return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")

    def alone(self) -> AbstractContextManager[None]:
        """Hold off other programs that would update the same feeds at the same time.

        Raises:
            BusyError: One does, and goes on for too long.
        """
        return lock(self.path("").with_suffix(".lock"), below=state_folder())

    def path(self, url: str) -> Path:
        """The file of a feed."""
        name = sha256(f"{self.library.absolute()}\n{url}".encode("utf-8", "surrogateescape"))
        return state_folder() / "feeds" / f"{name.hexdigest()[:32]}.json"


def _state(found: Any) -> FeedState:
    """The state of a JSON value; anything odd is a `ValueError`, `KeyError` or `TypeError`."""
    validators = {name: _words(found["validators"][name]) for name in ("etag", "last_modified")}
    return FeedState(
        validators=Validators(**validators),
        known_by=KnownBy(found["known_by"]),
        checked=_words(found["checked"]),
        due=_words(found["due"]),
        failing_since=_words(found["failing_since"]),
        failures=int(found["failures"]),
        fault=_words(found["fault"]),
        items=tuple(_item(each) for each in found["items"]),
    )


def _item(found: Any) -> KnownItem:
    title, digest, path = (str(found[name]) for name in ("title", "digest", "path"))
    guid, link = _words(found["guid"]), _words(found["link"])
    missed, fingerprint = int(found.get("missed", 0)), str(found.get("fingerprint", ""))
    return KnownItem(guid, link, title, digest, path, missed, fingerprint)


def _words(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise TypeError(value)
