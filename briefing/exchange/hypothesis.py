"""Notes as Hypothesis has them: the file that its client exports, and what its search API answers.

An annotation is described at https://h.readthedocs.io/en/latest/api-reference/. The client's file
is an object whose ``annotations`` are such annotations; its import reads nothing else of it
(https://github.com/hypothesis/client, src/sidebar/helpers/import.ts) and needs a ``user``, ``uri``,
``document``, ``text``, ``tags`` and ``target`` in each. Its clients run in a browser, so positions
count UTF-16 units.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar
from urllib.parse import quote, unquote

from briefing.exchange.entries import read_entries, within
from briefing.exchange.foreign import ForeignNote, Imported
from briefing.exchange.json_input import (
    Json,
    WrongTypeError,
    as_object,
    many,
    objects,
    offsets,
    read_json,
    string,
    strings,
)
from briefing.exchange.origin import Origin
from briefing.exchange.placing import Placed, place, wording_line
from briefing.exchange.utf16 import Units
from briefing.exchange.visible import quiet_json
from briefing.model.anchor import Anchor, Match
from briefing.model.article import Article
from briefing.model.errors import FormatError
from briefing.model.note import NOTE_ID, Note, NoteKind, NoteState, Via
from briefing.text.i18n import _
from briefing.text.times import utc

SYSTEM = "hypothesis"
"""The name of this format in a note's `via`."""

_AUTHORITY = "briefing.invalid"
"""Whose users ours are: nobody's, by RFC 2606."""

_NOBODY = "unknown"
"""The user of a note that names nobody: the client's import sorts annotations by their users."""

_OWN = "briefing"
"""The key of a row that holds what Hypothesis has no word for."""


def export(
    article: Article, notes: Sequence[Note], matches: Mapping[str, Match], origin: Origin
) -> str:
    """Write notes as a file that the client imports, in the order of the text, orphans last.

    Positions are those of today, and so is the quote where its words are others now: then the text
    begins with both wordings. An orphan goes out with its quote alone.

    Args:
        article: The article of today.
        notes: The notes to write; all of them are.
        matches: Where each is today, by id.
        origin: Where the article came from.
    """
    units = Units(article.text)
    placed, orphans = place(article, notes, matches)
    rows = [_row(article, one, origin, units) for one in (*placed, *orphans)]
    document = {"annotations": rows}
    return quiet_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _row(article: Article, placed: Placed, origin: Origin, units: Units) -> Json:
    note = placed.note
    uri = origin.url or f"urn:x-briefing:article:{quote(article.name, safe='', errors='replace')}"
    user = f"acct:{quote(note.by or _NOBODY, safe='', errors='replace')}@{_AUTHORITY}"
    came_from_there = note.via is not None and note.via.system == SYSTEM and note.via.id
    return {
        "id": came_from_there or note.id,
        "created": note.created or None,
        "updated": note.updated or None,
        "user": user,
        "uri": uri,
        "document": {"title": [article.title or article.name]},
        "text": _said(placed),
        "tags": list(note.tags),
        "group": "__world__",
        "permissions": {"read": [user]},
        "target": [_target(placed, uri, units)],
        _OWN: {
            "id": note.id,
            "by": note.by,
            "kind": note.kind.value,
            "state": note.state.value,
            "color": note.color,
            **_as_written(placed),
        },
    }


def _said(placed: Placed) -> str:
    """What a note says; above it both wordings of a passage that has other words now."""
    if not placed.match.changed:
        return placed.note.text
    return "\n\n".join(filter(None, (wording_line(placed), placed.note.text)))


def _as_written(placed: Placed) -> Json:
    """The note's own words, where the row tells those of today."""
    note = placed.note
    if not placed.match.changed:
        return {}
    place = {"exact": note.quote, "prefix": note.before, "suffix": note.after}
    return {"text": note.text, "quote": place}


def _target(placed: Placed, uri: str, units: Units) -> Json:
    note, span = placed.note, placed.span
    selectors: list[object] = []
    if span is not None:
        start, end = units.from_chars(span.start), units.from_chars(span.end)
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    if note.quote:
        quote = placed.match.now or note.quote
        words = {"exact": quote, "prefix": note.before, "suffix": note.after}
        selectors.append({"type": "TextQuoteSelector", **words})
    return {"source": uri, "selector": selectors} if selectors else {"source": uri}


def parse(text: str, *, against: str = "", where: str | None = None) -> Imported:
    """Read a client's file, a search result, a list of annotations or a single one.

    A reply becomes a note on the passage of the annotation it answers.

    Args:
        text: The JSON.
        against: The reading text of the article, in which UTF-16 units are counted.
        where: The file, for messages.

    Raises:
        FormatError: It is no JSON or holds no annotations of Hypothesis.
    """
    rows = _rows(read_json(text, where))
    if rows is None:
        what = _("this JSON holds no annotations of Hypothesis")
        raise FormatError(what, where=where, remedy=_("name its format"))
    by_id = {row["id"]: row for row in rows if isinstance(row, dict) and _has_name(row)}
    units = Units(against)
    read = read_entries(rows, lambda row: _draft(as_object(row, "rows"), by_id, units), where=where)
    return within(read, against)


def _rows(root: object) -> list[object] | None:
    if isinstance(root, list):
        return root
    if not isinstance(root, dict):
        return None
    for key in ("annotations", "rows"):
        if isinstance(root.get(key), list):
            return [*root[key], *many(root.get("replies"))]
    return [root] if "target" in root and "uri" in root else None


def _has_name(row: Json) -> bool:
    return isinstance(row.get("id"), str)


def _draft(row: Json, by_id: Mapping[object, Json], units: Units) -> ForeignNote:
    if "target" not in row and "references" not in row:
        raise WrongTypeError(_("“{name}” is missing").format(name="target"))
    own = as_object(row.get(_OWN) or {}, _OWN)
    text = string(own, "text") if "text" in own else string(row, "text")
    tags = strings(row, "tags")
    name = string(row, "id")
    plain = NoteKind.NOTE if text or tags else NoteKind.HIGHLIGHT
    anchor = _own_quote(own, _anchor(row, by_id, units))
    return ForeignNote(
        anchor=anchor,
        kind=_word(NoteKind, own, "kind", plain),
        text=text,
        tags=tags,
        color=string(own, "color") or None,
        by=string(own, "by") if "by" in own else _author(string(row, "user")),
        created=utc(string(row, "created")),
        updated=utc(string(row, "updated")) or utc(string(row, "created")),
        state=_word(NoteState, own, "state", NoteState.OPEN),
        via=Via(SYSTEM, name) if name else None,
        id=_own_id(string(own, "id")),
        work=_work(row),
        order=None if anchor.span is None else (anchor.span.start,),
    )


def _own_quote(own: Json, anchor: Anchor) -> Anchor:
    """The quote that a note was written on, where the row tells the words of a later day."""
    if "quote" not in own:
        return anchor
    words = as_object(own["quote"], _OWN)
    return replace(
        anchor,
        quote=string(words, "exact"),
        before=string(words, "prefix"),
        after=string(words, "suffix"),
    )


_Word = TypeVar("_Word", NoteKind, NoteState)


def _word(words: type[_Word], own: Json, key: str, default: _Word) -> _Word:
    """One of our own words; one that a later version may know counts as the default."""
    value = string(own, key)
    return next((word for word in words if word.value == value), default)


def _own_id(name: str) -> str | None:
    return name if NOTE_ID.fullmatch(name) else None


def _author(user: str) -> str:
    """The name in ``acct:name@authority``."""
    name = user.removeprefix("acct:")
    return unquote(name.rpartition("@")[0] if "@" in name else name)


def _work(row: Json) -> str:
    document = row.get("document")
    titles = many(document.get("title")) if isinstance(document, dict) else []
    return next((title for title in titles if isinstance(title, str)), "") or string(row, "uri")


def _anchor(row: Json, by_id: Mapping[object, Json], units: Units) -> Anchor:
    """The passage of a row, else that of the row it answers, nearest first."""
    answered = [by_id[name] for name in reversed(strings(row, "references")) if name in by_id]
    for one in (row, *answered):
        for target in objects(one.get("target"), "target"):
            selectors = objects(target.get("selector"), "selector")
            if selectors:
                return _passage(selectors, units)
    return Anchor("")


def _passage(selectors: Sequence[Json], units: Units) -> Anchor:
    by_type = {string(one, "type"): one for one in selectors}
    words = by_type.get("TextQuoteSelector", {})
    place = by_type.get("TextPositionSelector")
    pair = offsets(place) if place else None
    span = None if pair is None else units.span(*pair)
    return Anchor(string(words, "exact"), string(words, "prefix"), string(words, "suffix"), span)
