"""What a library's index keeps of a document, as JSON and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any
from zlib import crc32

from briefing.model.library import Entry, FileState
from briefing.model.source import Fingerprint
from briefing.storage.library_keys import json_of
from briefing.text.i18n import _, language

_SUM_DIGITS = 8
"""Of the CRC-32 of an entry, in hexadecimal."""
_NOT_KEPT = {"states", "percent", "standings"}
_KEPT = tuple(name for name in Entry.__slots__ if name not in _NOT_KEPT)
"""What is written of an entry, in this order and without the names, which would be longer than many
a value; its states have a column, how it stands is each reader's own."""
NO_FAULT = "null]"
"""How an entry ends with which nothing is wrong: that is the last of these."""


def entry_text(entry: Entry) -> str:
    """An entry as JSON, with a sum before it: SQLite does not notice when its file is damaged."""
    said = json_of([getattr(entry, name) for name in _KEPT])
    return f"{_sum_of(said)}{said}"


def entry_of(kept: str, states: str | None = None) -> Entry:
    """The entry that was written, with its states as `states_text` gave them.

    Raises:
        ValueError: It is damaged.
    """
    said = kept[_SUM_DIGITS:]
    if _sum_of(said) != kept[:_SUM_DIGITS] or not isinstance(states, str | None):
        raise ValueError(_("an entry is damaged"))
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in zip(_KEPT, json.loads(said), strict=True)
    }
    return Entry(**values, states=None if states is None else tuple(states.split()))


def _sum_of(said: str) -> str:
    return f"{crc32(said.encode('utf-8')):0{_SUM_DIGITS}x}"


def states_text(entry: Entry) -> str | None:
    """The codes of an entry's states with spaces around each; None where they are not known."""
    return None if entry.states is None else f" {' '.join(entry.states)} "


def state_text(state: FileState, tongue: str | None = None) -> str:
    """The state of a document's files as JSON; written by hand, for there are many.

    Args:
        state: It.
        tongue: In which language it was said what is wrong with it; None where nothing is.
    """
    notes = "null" if state.notes is None else _mark(state.notes)
    said = "" if tongue is None else f', "{tongue}"'
    return f"[{_mark(state.article)}, {notes}{said}]"


def is_state(kept: str, state: FileState) -> bool:
    """Whether a document was read in a state, and what is wrong with it said in this language."""
    return kept == state_text(state) or kept == state_text(state, language())


def state_of(fields: Sequence[Any]) -> FileState:
    """The state that was written."""
    article, notes, *_tongue = fields
    return FileState(Fingerprint(*(article or ())), None if notes is None else Fingerprint(*notes))


def title_number(title: str) -> int:
    """A number of 48 bits by which documents of one title are found."""
    return int.from_bytes(blake2b(title.encode("utf-8", "replace"), digest_size=6).digest())


def _mark(mark: Fingerprint) -> str:
    return f"[{mark.modified_ns}, {mark.size}, {mark.inode}]"
