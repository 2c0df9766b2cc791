"""Notes as W3C Web Annotations, and back without loss.

The shape follows the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/); section
numbers in comments are its. What it has no word for stands in a vocabulary of our own, under the
prefix ``briefing:`` that the context declares.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from briefing.exchange.annotation_input import parse
from briefing.exchange.origin import Origin
from briefing.exchange.own_terms import CONTEXT, IRI_PATTERN, MOTIVATIONS, SYSTEM, VOCABULARY
from briefing.exchange.visible import quiet_json
from briefing.model.anchor import Match
from briefing.model.article import Article
from briefing.model.note import About, Note, Was
from briefing.text.i18n import _
from briefing.text.times import is_utc

__all__ = ["export", "parse"]

_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, VOCABULARY)
"""The name space of our ids (RFC 9562, section 5.5): a note always gets the same one."""


def export(
    article: Article,
    notes: Sequence[Note],
    matches: Mapping[str, Match],
    origin: Origin,
) -> str:
    """Write notes as one AnnotationCollection with one AnnotationPage.

    Places and quotes are those of the notes themselves, in the text that their `rev` names; nothing
    is lost, and `parse` gives notes back that equal these. Where the passage has other words today,
    these stand beside them.

    Args:
        article: The article.
        notes: The notes to write, deleted ones too if they are given.
        matches: Where each is today, by id.
        origin: How the article is named.
    """
    collection = _iri(f"collection {article.name}")
    page = _iri(f"page 1 of {article.name}")
    now = {key: match.now for key, match in matches.items() if match.now is not None}
    items = list(_annotations(article, notes, origin, now))
    document: dict[str, object] = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": _("Notes on “{title}”").format(title=article.title or article.name),
        "total": len(items),
    }
    if items:  # A page has one annotation or more (5.2), so an empty collection has no page.
        document["first"] = {
            "id": page,
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        }
        document["last"] = page
    return quiet_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _annotations(
    article: Article, notes: Sequence[Note], origin: Origin, now: Mapping[str, str]
) -> Iterable[dict[str, object]]:
    source = origin.url or f"urn:x-briefing:article:{quote(article.name, safe='')}"
    taken: set[str] = set()
    for note in notes:
        iri = _annotation_iri(note)
        iri = _iri(f"note {note.id}") if iri in taken else iri
        taken.add(iri)
        head: dict[str, object] = {"@context": CONTEXT, "id": iri, "type": "Annotation"}
        today = {"briefing:now": now[note.id]} if note.id in now else {}
        yield head | _annotation(note, source) | today


def _annotation_iri(note: Note) -> str:
    """The IRI under which the note came here, else one made of its own id."""
    via = note.via
    if via is not None and via.system == SYSTEM and via.id and IRI_PATTERN.fullmatch(via.id):
        return via.id
    return _iri(f"note {note.id}")


def _iri(name: str) -> str:
    return uuid.uuid5(_NAMES, name.encode("utf-8", "replace").decode()).urn


def _annotation(note: Note, source: str) -> dict[str, object]:
    known: dict[str, object] = {"motivation": MOTIVATIONS[note.kind]}
    if note.by:
        known["creator"] = {"type": "Person", "name": note.by}
    if is_utc(note.created):
        known["created"] = note.created
    if is_utc(note.updated):
        known["modified"] = note.updated
    bodies = _bodies(note)
    if bodies:
        known["body"] = bodies
    return known | {"target": _targets(note, source)} | _own(note)


def _bodies(note: Note) -> list[dict[str, object]]:
    comments = [(note.text, "commenting")] if note.text else []
    return [
        {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
        for value, purpose in [*comments, *((tag, "tagging") for tag in note.tags)]
    ]


def _targets(note: Note, source: str) -> object:
    """The passage; with it, as a second target (3.2), that of another document."""
    about = note.about
    if about is None:
        return _target(note, source)
    words = {"type": "TextQuoteSelector", "exact": about.quote}
    place = {"type": "TextPositionSelector", "start": about.at.start, "end": about.at.end}
    other = f"urn:x-briefing:document:{quote(about.document, safe='/', errors='replace')}"
    second = {"type": "SpecificResource", "source": other, "selector": [words, place]}
    return [_target(note, source), second]


def _target(note: Note, source: str) -> dict[str, object]:
    words: dict[str, object] = {"type": "TextQuoteSelector", "exact": note.quote}
    if note.before:
        words["prefix"] = note.before
    if note.after:
        words["suffix"] = note.after
    # Positions count code points, as 4.2.5 has it; so do we.
    place = {"type": "TextPositionSelector", "start": note.at.start, "end": note.at.end}
    return {"type": "SpecificResource", "source": source, "selector": [words, place]}


def _own(note: Note) -> dict[str, object]:
    """What the model has no word for.

    Values that are no plain text are JSON written as text: a processor that reads the file as
    linked data keeps a text as it is, but would drop a null and reorder a list.
    """
    via, about = note.via, note.about
    conflicts = [
        {
            "field": one.field,
            "value": one.value,
            "by": one.by,
            "updated": one.updated,
            "extra": dict(one.extra),
        }
        for one in note.conflicts
    ]
    terms: dict[str, object | None] = {
        "id": note.id,
        "kind": note.kind.value,
        "state": note.state.value,
        "rev": note.rev,
        "color": note.color,
        "created": None if is_utc(note.created) else note.created,
        "updated": None if is_utc(note.updated) else note.updated,
        "via": None if via is None else _as_text([via.system, via.id, dict(via.extra)]),
        "was": _as_text([_was(one) for one in note.was]) if note.was else None,
        "conflicts": _as_text(conflicts) if conflicts else None,
        "about": None if about is None else _as_text(_about(about)),
        "extra": _as_text(dict(note.extra)) if note.extra else None,
    }
    return {f"briefing:{key}": value for key, value in terms.items() if value is not None}


def _about(about: About) -> list[object]:
    ends = (about.at.start, about.at.end)
    return [about.document, about.rev, *ends, about.quote, dict(about.extra)]


def _was(was: Was) -> dict[str, object]:
    return {"quote": was.quote, "rev": was.rev, "date": was.date, "extra": dict(was.extra)}


def _as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
