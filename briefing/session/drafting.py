"""What analysis found in an article as front matter: a draft for an editor to correct."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import compress

from briefing.anchoring.describe import describe
from briefing.anchoring.find import find_quote
from briefing.model.article import Article
from briefing.model.brief import Brief
from briefing.model.figure import Check, CheckKind, Figure
from briefing.model.front_matter import (
    CheckEntry,
    CountEntry,
    FigureEntry,
    FrontMatter,
    ItemEntry,
    ListEntry,
    Quote,
    RestatementEntry,
    SumEntry,
    SummaryEntry,
)
from briefing.model.span import Span
from briefing.model.state_list import ItemList
from briefing.session.stated_quotes import StatedQuotes


def drafted(given: FrontMatter, article: Article, brief: Brief) -> FrontMatter:
    """Front matter with what analysis found in the place of what it leaves out.

    A figure whose quote would be read as other words is not written: where the text has a sign or
    digits beside it that belong to its number for whoever reads the quote, it says something else.

    Args:
        given: What an editor wrote; it stays.
        article: The article.
        brief: What analysis found in it.
    """
    text, brief = article.text, _with_claims(brief)
    entries = [_figure(figure, text) for figure in brief.figures]
    are_read = list(map(_are_read_in(text), entries))
    figures = given.figures or tuple(compress(entries, are_read))
    lists = given.lists or tuple(_list(item_list, text) for item_list in brief.lists)
    # A check names its figures and its list: it needs those of the same source.
    checks = () if given.figures or given.lists else _checks(brief, are_read)
    return replace(
        given,
        summary=given.summary
        or tuple(SummaryEntry(p.text, quote_of(text, p.span)) for p in brief.summary),
        figures=figures,
        checks=given.checks or checks,
        lists=lists,
    )


def _with_claims(brief: Brief) -> Brief:
    """A brief that has what titles drop as figures of their own: a check names two quotes."""
    figures, checks = list(brief.figures), list[Check]()
    for check in brief.checks:
        if check.claim is None:
            checks.append(check)
            continue
        checks.append(replace(check, equals=len(figures), claim=None))
        figures.append(check.claim)
    return replace(brief, figures=tuple(figures), checks=tuple(checks))


def quote_of(text: str, span: Span | None) -> Quote | None:
    """A passage in words, with its surroundings only where the words alone would not tell."""
    if span is None:
        return None
    exact = span.of(text)
    if find_quote(text, exact)[:1] == [span]:
        return Quote(exact)
    anchor = describe(text, span)
    return Quote(exact, anchor.before, anchor.after)


def _figure(figure: Figure, text: str) -> FigureEntry:
    quote = quote_of(text, figure.span)
    return FigureEntry(
        figure.label,
        figure.value,
        figure.magnitude,
        figure.qualifier,
        figure.unit,
        quote,
        figure.upper,
    )


def _are_read_in(text: str) -> Callable[[FigureEntry], bool]:
    """Tells of a figure whether front matter that states it is read without a fault."""
    quotes = StatedQuotes(text, "")

    def is_read(entry: FigureEntry) -> bool:
        found = quotes.find(entry.quote)
        return entry.quote is None or (found.span is not None and found.changed is None)

    return is_read


def _list(item_list: ItemList, text: str) -> ListEntry:
    items = tuple(
        ItemEntry(item.name, item.code, item.also, quote_of(text, item.span))
        for item in item_list.items
    )
    return ListEntry(item_list.title, item_list.kind, item_list.expected, items)


def _checks(brief: Brief, are_read: Sequence[bool]) -> tuple[CheckEntry, ...]:
    """The checks whose figures are all stated."""
    stated = (check for check in brief.checks if _uses_only(check, are_read))
    entries = (_check(check, brief.figures, brief.lists) for check in stated)
    return tuple(dict.fromkeys(entry for entry in entries if entry is not None))


def _uses_only(check: Check, are_read: Sequence[bool]) -> bool:
    return check.equals is not None and all(are_read[index] for index in (*check.of, check.equals))


def _check(check: Check, figures: Sequence[Figure], lists: Sequence[ItemList]) -> CheckEntry | None:
    """A check by quotes of its figures; None where a quote or title would name another one."""
    if check.equals is None:
        return None
    used = [*check.of, check.equals]
    if any(_named(figures[index], figures) != figures[index] for index in used):
        return None
    *parts, equals = (figures[index].text for index in used)
    if check.kind is CheckKind.SUM:
        return SumEntry(tuple(parts), equals)
    if check.kind is CheckKind.RESTATEMENT:
        return RestatementEntry(parts[0], equals)
    if check.list_index is None:
        return None
    title = lists[check.list_index].title
    is_named = sum(other.title == title for other in lists) == 1
    return CountEntry(title, equals) if is_named else None


def _named(figure: Figure, figures: Sequence[Figure]) -> Figure:
    """The figure that a quote names: the first with these words, as far as its value goes."""
    first = next(other for other in figures if other.text == figure.text)
    same = (first.value, first.magnitude, first.qualifier)
    return figure if same == (figure.value, figure.magnitude, figure.qualifier) else first
