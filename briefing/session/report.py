"""An opened article as one plain object, for programs that read `briefing print --format json`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from briefing.model.anchor import Wording
from briefing.model.brief import Brief, Remark, SummaryPoint, TextWarning
from briefing.model.figure import Check, Figure
from briefing.model.front_matter import FrontMatter
from briefing.model.note import Conflict, Note
from briefing.model.panels import PANELS
from briefing.model.span import Span
from briefing.model.state_list import ItemList, State
from briefing.session.placing import PlacedNote
from briefing.session.reading import Reading

Json = dict[str, Any]


def report(reading: Reading) -> Json:
    """Everything the panels show. Every key is always present; what is not known is null.

    ``start`` and ``end`` are 0-based characters into ``text``, end exclusive.
    """
    article, brief = reading.article, reading.brief
    panels = _panels(brief, reading.notebook.placed if reading.notebook else ())
    return {
        "title": article.title,
        "language": reading.language or article.language,
        **_origin(reading.document.front_matter),
        "text": article.text,
        "sections": [
            {"heading": section.heading, "level": section.level, **_at(section.span)}
            for section in article.sections
        ],
        "pages": [{"label": page.label, "start": page.start} for page in article.pages],
        **{panel.name: panels[panel.name] for panel in PANELS if panel.name in panels},
    }


def _origin(front: FrontMatter) -> Json:
    """Where the article says that it comes from."""
    keys = ("url", "file", "sha256", "retrieved", "media_type")
    return {
        "authors": list(front.authors),
        "site": front.site,
        "published": front.published,
        "updated": front.updated,
        "source": {key: front.source.get(key) for key in keys},
    }


def _panels(brief: Brief, placed: Sequence[PlacedNote]) -> dict[str, list[Any]]:
    """What each panel holds, by its name."""
    return {
        "summary": [_point(point) for point in brief.summary],
        "figures": [_figure(figure) for figure in brief.figures],
        "checks": checks_json(brief),
        "warnings": [_remark(warning) for warning in brief.warnings],
        "states": [_state(state) for state in brief.states],
        "lists": [_list(item_list) for item_list in brief.lists],
        "remarks": [{**_remark(remark), **_wording(remark.changed)} for remark in brief.remarks],
        "notes": [{**note_json(p.note), **place_json(p)} for p in placed],
        "dropped": list(brief.dropped),
    }


def checks_json(brief: Brief) -> list[Json]:
    """The checks of an article; ``of`` and ``equals`` are places in the list of its figures.

    Where both are one figure, ``claim`` has the words of the passage that says less than it.
    """
    return [_check(check) for check in brief.checks]


def note_json(note: Note) -> Json:
    """A note with the keys that its file has."""
    return {
        "id": note.id,
        "kind": note.kind.value,
        "by": note.by,
        "created": note.created or None,
        "updated": note.updated or None,
        "state": note.state.value,
        "rev": note.rev,
        "at": [note.at.start, note.at.end],
        "quote": note.quote,
        "before": note.before,
        "after": note.after,
        "color": note.color,
        "tags": list(note.tags),
        "text": note.text,
        "was": [{"quote": w.quote, "rev": w.rev, "date": w.date} for w in note.was],
        "conflicts": [_conflict(conflict) for conflict in note.conflicts],
        "via": None if note.via is None else {"system": note.via.system, "id": note.via.id},
        "about": about_json(note),
    }


def about_json(note: Note) -> Json | None:
    """The passage of another document that a note is about, and its words of now if others."""
    about = note.about
    if about is None:
        return None
    ends = [about.at.start, about.at.end]
    return {
        "document": about.document,
        "rev": about.rev,
        "at": ends,
        "quote": about.quote,
        "now": about.now,
    }


def place_json(placed: PlacedNote) -> Json:
    """Where a note is today."""
    return {
        "match": placed.match.state.value,
        **_at(placed.span),
        "confidence": round(placed.match.confidence, 3),
        **wording_json(placed),
    }


def wording_json(placed: PlacedNote) -> Json:
    """Whether a note's passage has other words than its quote, and which."""
    return {"changed": placed.match.changed, "now": placed.match.now}


def _wording(changed: Wording | None) -> Json:
    """What a quote of the front matter says, and the text in its place; null where they agree."""
    return {
        "was": None if changed is None else changed.was,
        "now": None if changed is None else changed.now,
    }


def _conflict(conflict: Conflict) -> Json:
    value = list(conflict.value) if isinstance(conflict.value, tuple) else conflict.value
    return {
        "field": conflict.field,
        "value": value,
        "by": conflict.by,
        "updated": conflict.updated,
    }


def _at(span: Span | None) -> Json:
    return {
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
    }


def _point(point: SummaryPoint) -> Json:
    return {
        "text": point.text,
        **_at(point.span),
        "auto": point.auto,
        **_wording(point.changed),
    }


def _figure(figure: Figure) -> Json:
    return {
        "value": _number(figure.value),
        "magnitude": figure.magnitude,
        "qualifier": None if figure.qualifier is None else figure.qualifier.value,
        "unit": figure.unit,
        "text": figure.text,
        "label": figure.label,
        "upper": _number(figure.upper),
        **_at(figure.span),
        "places": [[place.start, place.end] for place in figure.passages],
        "auto": figure.auto,
        **_wording(figure.changed),
    }


def _number(value: int | Decimal | None) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value


def _check(check: Check) -> Json:
    return {
        "kind": check.kind.value,
        "holds": check.holds,
        "of": list(check.of),
        "equals": check.equals,
        "claim": None if check.claim is None else check.claim.text,
        "list": check.list_index,
        "remark": check.remark,
        "auto": check.auto,
    }


def _state(state: State) -> Json:
    return {
        "code": state.code,
        "name": state.name,
        "mentions": [[span.start, span.end] for span in state.mentions],
        "other_mentions": [[span.start, span.end] for span in state.other_mentions],
    }


def _list(item_list: ItemList) -> Json:
    return {
        "title": item_list.title,
        "kind": item_list.kind,
        "expected": item_list.expected,
        "items": [
            {
                "name": item.name,
                "code": item.code,
                **_at(item.span),
                **_wording(item.changed),
            }
            for item in item_list.items
        ],
        "auto": item_list.auto,
    }


def _remark(remark: Remark | TextWarning) -> Json:
    return {"text": remark.text, **_at(remark.span)}
