"""The brief of an article: what its editor stated, looked up, and what analysis adds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.analysis import checks
from briefing.analysis.brief import Analysis
from briefing.anchoring.find import find_quote
from briefing.model.article import Article
from briefing.model.brief import Brief, Remark, SummaryPoint
from briefing.model.errors import Fault
from briefing.model.figure import Check, CheckKind, Figure
from briefing.model.front_matter import (
    FigureEntry,
    FrontMatter,
    ItemEntry,
    ListEntry,
    RemarkEntry,
    SummaryEntry,
)
from briefing.model.span import Span
from briefing.model.state_list import ItemList, ListItem, State
from briefing.session.stated_quotes import Stated, StatedQuotes, no_texts


class BriefMaker:
    """Makes the brief of an article step by step; what the editor wrote is there at once."""

    def __init__(
        self,
        article: Article,
        front_matter: FrontMatter,
        where: str,
        earlier: Callable[[], Iterable[str]] = no_texts,
    ) -> None:
        """Look up everything that the front matter states.

        Args:
            article: The whole article.
            front_matter: What its editor wrote.
            where: The file's name, for the faults.
            earlier: The texts that the article has been, the newest first.
        """
        self.article = article
        """What the brief is made of."""
        self._front_matter, self._where = front_matter, where
        self._lookup = StatedQuotes(article.text, where, earlier)
        self._stated = _stated(front_matter, self._lookup)
        self._analysis: Analysis | None = None
        self.is_done = False
        """Whether all of the text was analysed."""

    @property
    def language(self) -> str | None:
        """What figures are written in: the article's language, else the one its words show."""
        return self._analysis.language if self._analysis else self.article.language

    @property
    def percent(self) -> int:
        """How much of the text was analysed, in whole per cent."""
        return 100 * self.reached // max(1, len(self.article.text))

    @property
    def reached(self) -> int:
        """Characters of the text that were analysed."""
        return self._analysis.reached if self._analysis else 0

    def step(self) -> bool:
        """Analyse a little more of the text; False once all of it is. The first step loads much."""
        if self._analysis is None:
            given = self._front_matter
            is_complete = bool(given.summary and given.figures and given.lists)
            also = _names_in(self._stated.lists)
            self._analysis = Analysis(self.article, also, only_states=is_complete)
        self.is_done = not self._analysis.step()
        return not self.is_done

    def brief(self) -> Brief:
        """What is known by now: what the editor wrote, and for the rest what the text says."""
        stated, found = self._stated, self._analysis.brief() if self._analysis else Brief()
        figures, lists = stated.figures or found.figures, stated.lists or found.lists
        claims = self._front_matter.checks
        claimed = checks.recompute(claims, figures, lists, self.article.language)
        return replace(
            stated,
            summary=stated.summary or found.summary,
            figures=figures,
            lists=lists,
            checks=_all_checks(claimed, found, figures, lists),
            states=_listed_first(found.states, lists),
            warnings=found.warnings,
        )

    def faults(self, brief: Brief) -> tuple[Fault, ...]:
        """A fault for each quote that is not in the text, and for what no check can count in."""
        nameless = checks.unresolved(self._front_matter.checks, brief.figures, brief.lists)
        return (*self._lookup.faults, *(_in_file(fault, self._where) for fault in nameless))


def make_brief(
    article: Article, front_matter: FrontMatter, where: str
) -> tuple[Brief, tuple[Fault, ...]]:
    """The brief of a whole article, and what is wrong with its front matter, see `BriefMaker`."""
    maker = BriefMaker(article, front_matter, where)
    while maker.step():
        pass
    brief = maker.brief()
    return brief, maker.faults(brief)


def _stated(front_matter: FrontMatter, lookup: StatedQuotes) -> Brief:
    """What the editor wrote, each statement at its passage."""
    return Brief(
        summary=tuple(_point(entry, lookup) for entry in front_matter.summary),
        figures=tuple(_figure(entry, lookup) for entry in front_matter.figures),
        lists=tuple(_item_list(entry, lookup) for entry in front_matter.lists),
        remarks=tuple(_remark(entry, lookup) for entry in front_matter.remarks),
        dropped=front_matter.dropped,
    )


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


def _point(entry: SummaryEntry, lookup: StatedQuotes) -> SummaryPoint:
    found = lookup.find(entry.quote)
    return SummaryPoint(entry.text, found.span, changed=found.changed)


def _remark(entry: RemarkEntry, lookup: StatedQuotes) -> Remark:
    found = lookup.find(entry.quote)
    return Remark(entry.text, found.span, found.changed)


def _figure(entry: FigureEntry, lookup: StatedQuotes) -> Figure:
    found = lookup.find(entry.quote)
    return Figure(
        value=entry.value,
        magnitude=entry.magnitude,
        qualifier=entry.qualifier,
        unit=entry.unit,
        label=entry.label,
        upper=entry.upper,
        span=found.span,
        changed=found.changed,
        text=entry.quote.exact if entry.quote else "",
    )


def _item_list(entry: ListEntry, lookup: StatedQuotes) -> ItemList:
    return ItemList(
        title=entry.title,
        kind=entry.kind,
        expected=entry.expected,
        items=tuple(_item(item, lookup) for item in entry.items),
    )


def _item(entry: ItemEntry, lookup: StatedQuotes) -> ListItem:
    if entry.quote is not None:
        found = lookup.find(entry.quote)
    else:
        found = Stated(next(_first_hits((entry.name, *entry.also), lookup.text), None))
    return ListItem(entry.name, entry.code, found.span, entry.also, found.changed)


def _first_hits(names: Iterable[str], text: str) -> Iterator[Span]:
    for name in names:
        yield from find_quote(text, name)[:1]


def names_of_states(front_matter: FrontMatter) -> dict[str, tuple[str, ...]]:
    """The names that an editor's lists of states use, by code."""
    entries = (each for a in front_matter.lists if a.kind == "states" for each in a.items)
    return {each.code: (each.name, *each.also) for each in entries if each.code}


def _names_in(lists: Iterable[ItemList]) -> dict[str, tuple[str, ...]]:
    """The names that an editor's lists of states use, by code."""
    return {item.code: (item.name, *item.also) for item in _listed(lists) if item.code}


def _listed(lists: Iterable[ItemList]) -> list[ListItem]:
    return [item for a in lists if a.kind == "states" for item in a.items if item.code]


def _listed_first(states: Iterable[State], lists: Iterable[ItemList]) -> tuple[State, ...]:
    """The states the text names: those of lists first, by their names there."""
    listed = _listed(lists)
    found = {state.code: state for state in states}
    named = {item.code: item.name for item in reversed(listed) if item.code}
    codes = dict.fromkeys(item.code for item in listed if item.code)
    first = [replace(found.get(c) or State(c, "", ()), name=named[c]) for c in codes]
    return (*first, *(state for code, state in found.items() if code not in codes))
