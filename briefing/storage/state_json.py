"""Reading state, drafts and choices as JSON values, and back. Anything odd is a `ValueError`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TypeVar

from briefing.model.note import NoteKind
from briefing.model.reading_state import (
    Choices,
    Guide,
    Identity,
    ReadingState,
    SavedPlace,
    Stretch,
    UnfinishedNote,
)
from briefing.model.source import Fingerprint
from briefing.model.span import Place, Span

FORMAT = 1
"""Grows when an older program could no longer read what is written."""

T = TypeVar("T")


def state_to_json(state: ReadingState) -> dict[str, object]:
    """A reading state as a JSON object."""
    mark = state.fingerprint
    return {
        "format": FORMAT,
        "place": None if state.place is None else _place_to_json(state.place),
        "read": list(state.read),
        "history": [_place_to_json(place) for place in state.history],
        "history_index": state.history_index,
        "fingerprint": mark and [mark.modified_ns, mark.size, mark.inode],
        "path": state.identity.path,
        "title": state.identity.title,
        "revs": list(state.identity.revs),
        "percent": state.percent,
        "seen": [[one.chunk, one.offset, other.chunk, other.offset] for one, other in state.seen],
    }


def state_from_json(value: object) -> ReadingState:
    """The reading state of a JSON value.

    Raises:
        ValueError: It is none.
    """
    found = _object(value)
    history = tuple(_place_from_json(each) for each in _list(found["history"]))
    return ReadingState(
        place=_optional(_place_from_json, found["place"]),
        read=tuple(_string(each) for each in _list(found["read"])),
        history=history,
        history_index=min(_count(found["history_index"]), len(history)),
        fingerprint=_optional(_fingerprint_from_json, found["fingerprint"]),
        seen=tuple(_stretch_from_json(each) for each in _list(found["seen"] or [])),
        identity=Identity(
            _optional(_string, found["path"]),
            _optional(_string, found["title"]),
            _strings(found["revs"] or []),
        ),
        percent=_optional(_count, found["percent"]),
    )


def draft_to_json(draft: UnfinishedNote) -> dict[str, object]:
    """A draft as a JSON object."""
    return {**asdict(draft), "format": FORMAT, "at": [draft.at.start, draft.at.end]}


def draft_from_json(value: object) -> UnfinishedNote:
    """The draft of a JSON value.

    Raises:
        ValueError: It is none.
    """
    found = _object(value)
    start, end = (_count(each) for each in _list(found["at"]))
    return UnfinishedNote(
        id=_string(found["id"]),
        note_id=_optional(_string, found["note_id"]),
        rev=_string(found["rev"]),
        at=Span(start, end),
        quote=_string(found["quote"]),
        before=_string(found["before"]),
        after=_string(found["after"]),
        kind=NoteKind(_string(found["kind"])),
        color=_optional(_string, found["color"]),
        tags=tuple(_string(each) for each in _list(found["tags"])),
        text=_string(found["text"]),
        saved=_string(found["saved"]),
    )


def choices_to_json(choices: Choices) -> dict[str, object]:
    """Choices as a JSON object."""
    return {
        "format": FORMAT,
        "theme": choices.theme,
        "width": choices.width,
        "shown": dict(choices.shown),
        "sizes": dict(choices.sizes),
        "wrap_code": choices.wrap_code,
        "searches": None if choices.searches is None else list(choices.searches),
        "is_oriented": choices.is_oriented,
        "guide": choices.guide,
        "marks": dict(choices.marks),
        "pace": dict(choices.pace),
        "is_dark": choices.is_dark,
    }


def choices_from_json(value: object) -> Choices:
    """The choices of a JSON value.

    Raises:
        ValueError: It is none.
    """
    found = _object(value)
    return Choices(
        theme=_optional(_string, found["theme"]),
        width=_optional(_count, found["width"]),
        shown={name: bool(_count(each)) for name, each in _dict(found["shown"]).items()},
        sizes={name: _count(each) for name, each in _dict(found["sizes"]).items()},
        wrap_code=_optional(_flag, found["wrap_code"]),
        searches=_optional(_strings, found["searches"]),
        is_oriented=_optional(_flag, found["is_oriented"]),
        guide=_optional(_guide, found["guide"]),
        marks={name: _flag(each) for name, each in _dict(found["marks"] or {}).items()},
        pace={name: _count(each) for name, each in _dict(found["pace"] or {}).items()},
        is_dark=_optional(_flag, found["is_dark"]),
    )


def _place_to_json(place: SavedPlace) -> list[object]:
    return [place.place.chunk, place.place.offset, place.before, place.after]


def _place_from_json(value: object) -> SavedPlace:
    chunk, offset, before, after = _list(value)
    return SavedPlace(Place(_count(chunk), _count(offset)), _string(before), _string(after))


def _stretch_from_json(value: object) -> Stretch:
    chunk, offset, last_chunk, last_offset = (_count(each) for each in _list(value))
    return Place(chunk, offset), Place(last_chunk, last_offset)


def _fingerprint_from_json(value: object) -> Fingerprint:
    modified_ns, size, inode = (_count(each) for each in _list(value))
    return Fingerprint(modified_ns, size, inode)


def _object(value: object) -> dict[str, object]:
    """A JSON object of this format; a missing key reads as null."""
    found = _dict(value)
    if found.get("format") != FORMAT:
        raise ValueError("another format")
    return _Lenient(found)


class _Lenient(dict[str, object]):
    """A mapping in which every key is there."""

    def __missing__(self, key: str) -> None:
        return None


def _optional(read: Callable[[object], T], value: object) -> T | None:
    return None if value is None else read(value)


def _dict(value: object) -> dict[str, object]:
    if isinstance(value, dict):
        return value
    raise ValueError("not an object")


def _list(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    raise ValueError("not a list")


def _string(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("not a string")


def _strings(value: object) -> tuple[str, ...]:
    return tuple(_string(each) for each in _list(value))


def _guide(value: object) -> Guide | None:
    """What guides the eye; None for what only a newer program knows."""
    name = _string(value)
    return Guide(name) if name in set(Guide) else None


def _flag(value: object) -> bool:
    return bool(_count(value))


def _count(value: object) -> int:
    if isinstance(value, int) and value >= 0:
        return value
    raise ValueError("not a count")
