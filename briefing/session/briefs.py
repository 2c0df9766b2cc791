"""The brief of an article: what its editor stated, looked up, and what analysis adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.analysis import analyse, checks, crosschecks, places
from briefing.anchoring import find_quote
from briefing.model.article import Article
from briefing.model.brief import Brief, Remark, SummaryPoint
from briefing.model.errors import Fault
from briefing.model.figure import Check, CheckKind, Figure
from briefing.model.front_matter import FigureEntry, FrontMatter, ItemEntry, ListEntry, Quote
from briefing.model.span import Span
from briefing.model.state_list import ItemList, ListItem, State
from briefing.text.i18n import _


@dataclass(slots=True)
class _Lookup:
    """Finds quotes in one text and remembers those that are not there."""

    text: str
    where: str
    faults: list[Fault]

    def span(self, quote: Quote | None) -> Span | None:
        """Where a quote stands; a quote that is not in the text becomes a fault."""
        if quote is None:
            return None
        found = find_quote(self.text, quote.exact, quote.before, quote.after)
        if found:
            return found[0]
        line = "" if quote.line_number is None else f":{quote.line_number}"
        self.faults.append(
            Fault(
                _("the quote «{quote}» is not in the text").format(quote=_short(quote.exact)),
                where=f"{self.where}{line}",
                remedy=_("quote the text letter by letter"),
            )
        )
        return None


def make_brief(
    article: Article, front_matter: FrontMatter, where: str, reach: int | None = None
) -> tuple[Brief, tuple[Fault, ...]]:
    """Look up everything that the front matter states.

    Args:
        article: The whole article.
        front_matter: What its editor wrote. Its quotes are looked up in the whole text.
        where: The file's name, for the faults.
        reach: How many characters analysis looks at; None: all of them.

    Returns:
        The brief, and a fault for each quote that is not in the text.
    """
    lookup = _Lookup(article.text, where, [])
    beginning = _beginning(article, reach)
    found = _analysed(beginning, front_matter)
    figures = tuple(_figure(entry, lookup) for entry in front_matter.figures) or found.figures
    lists = tuple(_item_list(entry, lookup) for entry in front_matter.lists) or found.lists
    points = tuple(
        SummaryPoint(entry.text, lookup.span(entry.quote)) for entry in front_matter.summary
    )
    claimed = checks.recompute(front_matter.checks, figures, lists, article.language)
    brief = Brief(
        summary=points or found.summary,
        figures=figures,
        checks=_all_checks(claimed, found, figures, lists),
        lists=lists,
        states=_states(beginning, lists),
        remarks=tuple(
            Remark(entry.text, lookup.span(entry.quote)) for entry in front_matter.remarks
        ),
        warnings=found.warnings,
        dropped=front_matter.dropped,
    )
    nameless = checks.unresolved(front_matter.checks, figures, lists)
    return brief, (*lookup.faults, *(_in_file(fault, where) for fault in nameless))


def _beginning(article: Article, reach: int | None) -> Article:
    """The article as far as analysis looks: whole lines, and the sections that begin in them."""
    if reach is None or len(article.text) <= reach:
        return article
    end = article.text.rfind("\n", 0, reach)
    end = reach if end < 0 else end
    sections = tuple(
        replace(section, span=Span(section.span.start, min(section.span.end, end)))
        for section in article.sections
        if section.span.start < end
    )
    return replace(article, text=article.text[:end], sections=sections)


def _analysed(article: Article, front_matter: FrontMatter) -> Brief:
    """What the text says itself, where the editor left anything out; else only its oddities."""
    if front_matter.summary and front_matter.figures and front_matter.lists:
        return Brief(warnings=crosschecks.warnings(article.text))
    return analyse(article)


def _all_checks(
    claimed: Sequence[Check],
    found: Brief,
    figures: Sequence[Figure],
    lists: Sequence[ItemList],
) -> tuple[Check, ...]:
    """The editor's checks, those that were found, and the lengths that lists announce.

    A check that was found counts in the figures and lists that were found, so it only holds for
    these.
    """
    own_figures, own_lists = figures is not found.figures, lists is not found.lists
    known = {(check.kind, check.of, check.equals, check.list_index) for check in claimed}
    more = [
        check
        for check in found.checks
        if not own_figures
        and not (check.kind is CheckKind.COUNT and own_lists)
        and (check.kind, check.of, check.equals, check.list_index) not in known
    ]
    counted = {c.list_index for c in (*claimed, *more) if c.kind is CheckKind.COUNT}
    lengths = [
        Check(CheckKind.COUNT, len(a.items) == a.expected, (), None, index, None, a.auto)
        for index, a in enumerate(lists)
        if a.expected is not None and index not in counted
    ]
    return (*claimed, *more, *lengths)


def _in_file(fault: Fault, where: str) -> Fault:
    """A fault whose place is only a line, with its file."""
    return replace(fault, where=where if fault.where is None else f"{where}:{fault.where}")


def _figure(entry: FigureEntry, lookup: _Lookup) -> Figure:
    return Figure(
        value=entry.value,
        magnitude=entry.magnitude,
        qualifier=entry.qualifier,
        unit=entry.unit,
        label=entry.label,
        span=lookup.span(entry.quote),
        text=entry.quote.exact if entry.quote else "",
    )


def _item_list(entry: ListEntry, lookup: _Lookup) -> ItemList:
    return ItemList(
        title=entry.title,
        kind=entry.kind,
        expected=entry.expected,
        items=tuple(_item(item, lookup) for item in entry.items),
    )


def _item(entry: ItemEntry, lookup: _Lookup) -> ListItem:
    if entry.quote is not None:
        span = lookup.span(entry.quote)
    else:
        span = next(_first_hits((entry.name, *entry.also), lookup.text), None)
    return ListItem(entry.name, entry.code, span, entry.also)


def _first_hits(names: Iterable[str], text: str) -> Iterator[Span]:
    for name in names:
        yield from find_quote(text, name)[:1]


def _states(article: Article, lists: Iterable[ItemList]) -> tuple[State, ...]:
    """The states the text names: those of the editor's lists first, by their names there."""
    listed = [item for a in lists if a.kind == "states" for item in a.items if item.code]
    also = {item.code: (item.name, *item.also) for item in listed if item.code}
    found = {s.code: s for s in places.find_states(article.text, article.language, also)}
    rows = dict.fromkeys(item.code for item in listed if item.code)
    named = {item.code: item.name for item in reversed(listed)}
    ordered = [*rows, *(code for code in found if code not in rows)]
    return tuple(
        State(
            code,
            named.get(code) or found[code].name,
            found[code].mentions if code in found else (),
            found[code].other_mentions if code in found else (),
        )
        for code in ordered
    )


def _short(quote: str, limit: int = 60) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
