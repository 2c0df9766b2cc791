"""What a note in a notes file must have, and what is read into it when something is left out.

Written by hand, a note needs ``id``, ``rev``, ``at`` and ``quote``. Numbers are taken
as the words they are written as, since nothing but ``at`` is ever counted with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from briefing.model.note import (
    NOTE_ID,
    SHA256,
    About,
    Conflict,
    Note,
    NoteKind,
    NoteState,
    Revision,
    Via,
    Was,
)
from briefing.model.span import Span
from briefing.text.i18n import _
from briefing.text.strict_yaml import Node

NOTE_KEYS = (
    "id",
    "kind",
    "by",
    "created",
    "updated",
    "state",
    "rev",
    "at",
    "quote",
    "before",
    "after",
    "was",
    "color",
    "tags",
    "text",
    "conflicts",
    "via",
    "about",
)
"""The keys of a note, in the order in which they are written."""

_Word = TypeVar("_Word", bound=StrEnum)


def note(node: Node) -> Note:
    """Read a note.

    Raises:
        FormatError: If something is missing or is not what it should be.
    """
    if not node.is_mapping:
        raise node.error(_("a note should be a mapping"))
    created = _time(node, "created") if node.get("created") else ""
    return Note(
        id=_matching(node, "id", NOTE_ID, _("a letter, then letters and digits")),
        kind=_word(node, "kind", NoteKind, NoteKind.NOTE),
        by=_text(node, "by") or "",
        created=created,
        updated=_time(node, "updated") if node.get("updated") else created,
        state=_word(node, "state", NoteState, NoteState.OPEN),
        rev=_matching(node, "rev", SHA256, _("64 hexadecimal digits")),
        at=_span(node),
        quote=_required(node, "quote"),
        before=_text(node, "before") or "",
        after=_text(node, "after") or "",
        was=tuple(_was(item) for item in node.mappings("was")),
        color=_text(node, "color"),
        tags=tuple(dict.fromkeys(_texts(node, "tags"))),
        text=_text(node, "text") or "",
        conflicts=tuple(_conflict(item) for item in node.mappings("conflicts")),
        via=_via(node.mapping("via")),
        about=_about(node.mapping("about")),
        extra=node.unknown(NOTE_KEYS),
    )


def revision(node: Node) -> Revision:
    """Read an entry of ``revisions``.

    Raises:
        FormatError: If something is missing or is not what it should be.
    """
    sha256 = _matching(node, "sha256", SHA256, _("64 hexadecimal digits"))
    return Revision(sha256, _text(node, "date") or "", node.unknown({"sha256", "date"}))


def is_time(text: str) -> bool:
    """Whether a text is a time of RFC 3339 in UTC that ends in Z."""
    if not text.endswith("Z") or text[10:11] != "T":
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def guess_id(raw: str) -> str | None:
    """The id of a note that cannot be read, where that much can be made out."""
    found = re.search(r"^[ \t]*(?:-[ \t]+)?id:[ \t]*['\"]?([A-Za-z][\w-]{0,63})", raw, re.MULTILINE)
    return found[1] if found else None


def _characters(node: Node | None, name: str) -> str | None:
    if node is None:
        return None
    return node.value if isinstance(node.value, str) else node.as_string(name)


def _text(node: Node, key: str) -> str | None:
    return _characters(node.get(key), key)


def _texts(node: Node, key: str) -> list[str]:
    found = (_characters(item, key) for item in node.nodes(key) if not item.is_null)
    return [text for text in found if text is not None]


def _required(node: Node, key: str) -> str:
    value = _text(node, key)
    return node.required_string(key) if value is None else value


def _matching(node: Node, key: str, pattern: re.Pattern[str], expected: str) -> str:
    value = _required(node, key)
    if not pattern.fullmatch(value):
        node.fields[key].report_type(key, expected)
    return value


def _word(node: Node, key: str, words: type[_Word], default: _Word) -> _Word:
    value = _text(node, key)
    if value is None:
        return default
    if value not in set(words):
        node.fields[key].report_type(key, _("one of {words}").format(words=", ".join(words)))
    return words(value)


def _time(node: Node, key: str) -> str:
    value = _required(node, key)
    if is_time(value):
        return value
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise node.fields[key].error(
            _("“{key}” should be a time such as '2026-11-22T08:15:30Z'").format(key=key)
        )
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _span(node: Node) -> Span:
    ends = node.integers("at")
    if len(ends) != 2 or not 0 <= ends[0] <= ends[1]:
        raise node.fields.get("at", node).error(
            _("“at” should be two numbers, the start and the end of the passage")
        )
    return Span(ends[0], ends[1])


def _was(node: Node) -> Was:
    return Was(
        quote=_required(node, "quote"),
        rev=_matching(node, "rev", SHA256, _("64 hexadecimal digits")),
        date=_text(node, "date") or "",
        extra=node.unknown({"quote", "rev", "date"}),
    )


def _conflict(node: Node) -> Conflict:
    return Conflict(
        field=_required(node, "field"),
        value=_conflict_value(node),
        by=_text(node, "by") or "",
        updated=_text(node, "updated") or "",
        extra=node.unknown({"field", "value", "by", "updated"}),
    )


def _conflict_value(node: Node) -> str | tuple[str, ...] | None:
    value = node.get("value")
    if value is not None and value.is_sequence:
        return tuple(_texts(node, "value"))
    return _characters(value, "value")


def _about(node: Node | None) -> About | None:
    if node is None:
        return None
    return About(
        document=_required(node, "document"),
        rev=_matching(node, "rev", SHA256, _("64 hexadecimal digits")),
        at=_span(node),
        quote=_required(node, "quote"),
        extra=node.unknown({"document", "rev", "at", "quote"}),
    )


def _via(node: Node | None) -> Via | None:
    if node is None:
        return None
    extra: Mapping[str, object] = node.unknown({"system", "id"})
    return Via(_required(node, "system"), _text(node, "id"), extra)
