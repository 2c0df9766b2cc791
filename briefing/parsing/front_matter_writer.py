"""Front matter back to YAML: the same statements, in the one order, for any reader of YAML."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from briefing.model.front_matter import (
    CheckEntry,
    CountEntry,
    FigureEntry,
    FrontMatter,
    ItemEntry,
    ListEntry,
    Quote,
    RemarkEntry,
    SumEntry,
    SummaryEntry,
)
from briefing.text.strict_yaml_nodes import GROUPED
from briefing.text.strict_yaml_writer import Inline, dump


def render_front_matter(front_matter: FrontMatter) -> str:
    """Write front matter with its two lines of ``---``; nothing for an empty one."""
    values = _kept(
        {
            "title": front_matter.title,
            "language": front_matter.language,
            "source": dict(front_matter.source),
            "published": front_matter.published,
            "updated": front_matter.updated,
            "authors": list(front_matter.authors),
            "site": front_matter.site,
            "summary": [_summary(entry) for entry in front_matter.summary],
            "figures": [_figure(entry) for entry in front_matter.figures],
            "checks": [Inline(_check(entry)) for entry in front_matter.checks],
            "lists": [_list(entry) for entry in front_matter.lists],
            "remarks": [_remark(entry) for entry in front_matter.remarks],
            "dropped": list(front_matter.dropped),
        }
    )
    values.update(front_matter.extra)
    return f"---\n{dump(values)}---\n" if values else ""


def _kept(values: Mapping[str, object]) -> dict[str, object]:
    """What says something."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _quote(quote: Quote | None) -> dict[str, object]:
    if quote is None:
        return {}
    return {"quote": quote.exact, **_kept({"before": quote.before, "after": quote.after})}


def _summary(entry: SummaryEntry) -> dict[str, object]:
    return {"text": entry.text, **_quote(entry.quote)}


def _figure(entry: FigureEntry) -> dict[str, object]:
    values: dict[str, object] = {
        "label": entry.label,
        "value": _value(entry.value),
        "upper": _value(entry.upper),
        "magnitude": entry.magnitude,
        "qualifier": None if entry.qualifier is None else str(entry.qualifier),
        "unit": entry.unit,
    }
    same = {} if entry.same_as is None else {"same_as": entry.same_as}
    return {**_kept(values), **_quote(entry.quote), **same}


def _value(value: int | Decimal | None) -> int | Decimal | None:
    """A number that is read as it is written: ``1.234`` could mean thousands, ``1.2340`` cannot."""
    if isinstance(value, Decimal) and GROUPED.fullmatch(str(value)):
        return Decimal(f"{value}0")
    return value


def _check(entry: CheckEntry) -> dict[str, object]:
    if isinstance(entry, SumEntry):
        return {"sum": list(entry.parts), "equals": entry.equals}
    if isinstance(entry, CountEntry):
        return {"count": entry.list_title, "equals": entry.equals}
    return {"restates": entry.part, "equals": entry.equals}


def _list(entry: ListEntry) -> dict[str, object]:
    values = {"title": entry.title, "kind": entry.kind, "expected": entry.expected}
    items = [Inline(_item(item)) for item in entry.items]
    return _kept({**values, "items": items})


def _item(entry: ItemEntry) -> dict[str, object]:
    values = {"name": entry.name, "code": entry.code, "also": list(entry.also)}
    return {**_kept(values), **_quote(entry.quote)}


def _remark(entry: RemarkEntry) -> dict[str, object]:
    return {**_quote(entry.quote), "text": entry.text}
