"""How a note and the head of a notes file are written: fixed keys in a fixed order, none empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.model.note import About, Conflict, Note, Notes, Revision, Via, Was
from briefing.text.strict_yaml_writer import Inline, entry, flow

_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")

FORMAT = 1
"""The version of the format that this program writes."""


def encodable(text: str) -> str:
    """A text without halves of characters, which UTF-8 cannot hold."""
    return _HALF_CHARACTERS.sub("\ufffd", text)


def encodable_note(note: Note) -> Note:
    """A note in a form that a file can hold, each tag once."""
    return replace(
        note,
        by=encodable(note.by),
        quote=encodable(note.quote),
        before=encodable(note.before),
        after=encodable(note.after),
        was=tuple(replace(was, quote=encodable(was.quote)) for was in note.was),
        color=None if note.color is None else encodable(note.color),
        tags=tuple(dict.fromkeys(map(encodable, note.tags))),
        text=encodable(note.text),
        about=None if note.about is None else _encodable_about(note.about),
    )


def _encodable_about(about: About) -> About:
    return replace(about, document=encodable(about.document), quote=encodable(about.quote))


def note_lines(note: Note, *, column: int = 0) -> str:
    """Write a note as an item of the list, its dash in ``column``."""
    return as_item(note_fields(note), column=column)


def as_item(fields: Mapping[str, object], *, column: int = 0) -> str:
    """Write a mapping as an item of a list, its dash in ``column``."""
    # Empty lines at the end would run together with the one between two notes.
    lines = "".join(
        entry(key, value, indent=column + 2, keep=key == "text" and "conflicts" in fields)
        for key, value in fields.items()
    )
    return f"{' ' * column}- {lines[column + 2 :]}"


def note_fields(note: Note) -> dict[str, object]:
    """A note's keys as they are written, in their order."""
    fields: dict[str, object] = {
        "id": note.id,
        "kind": note.kind.value,
        "by": note.by,
        **{key: time for key, time in _times(note) if time},
        "state": note.state.value,
        "rev": note.rev,
        "at": Inline([note.at.start, note.at.end]),
        "quote": note.quote,
    }
    return {**fields, **dict(_optional(note)), **note.extra}


def _times(note: Note) -> Iterator[tuple[str, str]]:
    """When it was written and changed, as far as that is known."""
    yield "created", note.created
    yield "updated", note.updated


def _optional(note: Note) -> Iterator[tuple[str, object]]:
    if note.before:
        yield "before", note.before
    if note.after:
        yield "after", note.after
    if note.was:
        yield "was", [_was(was) for was in note.was]
    if note.color is not None:
        yield "color", note.color
    if note.tags:
        yield "tags", Inline(note.tags)
    if note.text:
        yield "text", note.text
    # A text that ends in empty lines needs something behind it that shows where it ends.
    if note.conflicts or note.text.endswith("\n\n"):
        yield "conflicts", [_conflict(conflict) for conflict in note.conflicts]
    if note.via is not None:
        yield "via", Inline(_via(note.via))
    if note.about is not None:
        yield "about", _about(note.about)


def _was(was: Was) -> dict[str, object]:
    return {"quote": was.quote, "rev": was.rev, "date": was.date, **was.extra}


def _conflict(conflict: Conflict) -> dict[str, object]:
    value = conflict.value
    return {
        "field": conflict.field,
        "value": Inline(value) if isinstance(value, tuple) else value,
        "by": conflict.by,
        "updated": conflict.updated,
        **conflict.extra,
    }


def _about(about: About) -> dict[str, object]:
    return {
        "document": about.document,
        "rev": about.rev,
        "at": Inline([about.at.start, about.at.end]),
        "quote": about.quote,
        **about.extra,
    }


def _via(via: Via) -> dict[str, object]:
    return {"system": via.system, "id": via.id, **via.extra}


def head_entries(notes: Notes) -> dict[str, str]:
    """The lines above the list, by key, in their order."""
    fields: dict[str, object] = {"article": notes.article}
    if notes.title is not None:
        fields["title"] = notes.title
    if notes.language is not None:
        fields["language"] = notes.language
    lines = {"format": entry("format", FORMAT)}
    lines |= {key: entry(key, value, keep=False) for key, value in fields.items()}
    if notes.revisions:
        lines["revisions"] = "revisions:\n" + "".join(
            f"- {flow(_revision(item))}\n" for item in notes.revisions
        )
    return lines | {key: entry(key, value, keep=False) for key, value in notes.extra.items()}


def _revision(revision: Revision) -> dict[str, object]:
    return {"sha256": revision.sha256, "date": revision.date, **revision.extra}
