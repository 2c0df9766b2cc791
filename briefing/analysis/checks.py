"""Recomputing the relations that a text claims between its figures and lists.

A relation fails only where the statements contradict each other; a qualifier that the claim drops,
or a claim that is rounded, holds and is remarked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from briefing.analysis import _ranges, numbers
from briefing.analysis._row_words import row_words
from briefing.model.errors import Fault
from briefing.model.figure import Check, CheckKind, Figure, Qualifier
from briefing.model.front_matter import CheckEntry, CountEntry, RestatementEntry, SumEntry
from briefing.model.state_list import ItemList
from briefing.text.i18n import _

_NOUN = 4
"""Letters of the shortest noun that units are compared by."""


def recompute(
    entries: Sequence[CheckEntry],
    figures: Sequence[Figure],
    lists: Sequence[ItemList],
    language: str | None = None,
) -> tuple[Check, ...]:
    """The relations an editor wrote down, and the count of every list that announces its length.

    Args:
        entries: What the front matter claims; one that names a figure or list that is not there
            is left out here and given by `unresolved`.
        figures: The article's figures; quotes name them by their `text`.
        lists: The article's lists.
        language: Of the article, for the remarks.
    """
    found = [check for entry in entries if (check := _of_entry(entry, figures, lists, language))]
    counted = {check.list_index for check in found if check.kind is CheckKind.COUNT}
    for index, items in enumerate(lists):
        claim = None if index in counted else _announcing(items, figures, language)
        if claim is not None:
            found.append(count(claim, index, figures, lists, auto=items.auto))
    return tuple(found)


def unresolved(
    entries: Sequence[CheckEntry], figures: Sequence[Figure], lists: Sequence[ItemList]
) -> tuple[Fault, ...]:
    """What a check names that is neither among the figures nor among the lists."""
    faults = []
    for entry in entries:
        where = None if entry.line_number is None else str(entry.line_number)
        for quote in _quotes(entry):
            if _index(quote, figures) is None:
                what = _("a check names “{quote}”, which is no figure’s quote").format(quote=quote)
                faults.append(Fault(what, where, _("add it under figures, or correct the check")))
        if isinstance(entry, CountEntry) and _list_index(entry.list_title, lists) is None:
            what = _("a check counts “{title}”, which is no list").format(title=entry.list_title)
            faults.append(Fault(what, where, _("add it under lists, or correct the check")))
    return tuple(faults)


def total(
    of: Sequence[int],
    equals: int,
    figures: Sequence[Figure],
    language: str | None = None,
    *,
    auto: bool = False,
) -> Check:
    """Whether some figures add up to another; qualifiers are carried through the sum."""
    parts = [figures[index] for index in of]
    claim = figures[equals]
    exact = sum((Decimal(part.value or 0) for part in parts), Decimal(0))
    allowed = _ranges.added([_ranges.of_figure(part) for part in parts])
    fits = allowed.meets(_ranges.of_figure(claim)) and all(p.value is not None for p in parts)
    claimed = Decimal(claim.value or 0)
    rounded = claim.value is not None and _ranges.is_rounding(claimed, exact)
    vague = any(part.value is None for part in parts)
    remark = None
    if not vague:
        remark = _sum_remark(parts, claim, exact, language)
    return Check(CheckKind.SUM, fits or rounded or vague, tuple(of), equals, None, remark, auto)


def count(
    equals: int,
    list_index: int,
    figures: Sequence[Figure],
    lists: Sequence[ItemList],
    *,
    auto: bool = False,
) -> Check:
    """Whether a list has as many entries as a figure says."""
    entries = Decimal(len(lists[list_index].items))
    holds = _ranges.of_figure(figures[equals]).meets(_ranges.Range(entries, entries))
    remark = None
    if not holds:
        remark = _("the list has {found} entries, the text says {claimed}").format(
            found=int(entries), claimed=figures[equals].text
        )
    return Check(CheckKind.COUNT, holds, (), equals, list_index, remark, auto)


def restatement(
    part: int,
    equals: int,
    figures: Sequence[Figure],
    language: str | None = None,
    *,
    auto: bool = False,
) -> Check:
    """Whether one figure can be another one stated again; what is lost on the way is remarked."""
    body, claim = figures[part], figures[equals]
    holds = _ranges.of_figure(body).meets(_ranges.of_figure(claim)) or (
        body.value is not None
        and claim.value is not None
        and _ranges.is_rounding(Decimal(claim.value), Decimal(body.value))
    )
    remark = _restatement_remark(body, claim, language)
    return Check(CheckKind.RESTATEMENT, holds, (part,), equals, None, remark, auto)


def dropping(index: int, body: Figure, claim: Figure, language: str | None = None) -> Check:
    """What a claim drops of the figure that has it among its places.

    Args:
        index: The figure that has the passages of both.
        body: What the text says more exactly than the claim.
        claim: What the claim says.
        language: Of the article, for the remark.
    """
    found = restatement(0, 1, (body, claim), language, auto=True)
    return replace(found, of=(index,), equals=index, claim=claim)


def _of_entry(
    entry: CheckEntry,
    figures: Sequence[Figure],
    lists: Sequence[ItemList],
    language: str | None,
) -> Check | None:
    found = [_index(quote, figures) for quote in _quotes(entry)]
    indices = [index for index in found if index is not None]
    if len(indices) < len(found):
        return None
    if isinstance(entry, SumEntry):
        return total(indices[:-1], indices[-1], figures, language)
    if isinstance(entry, RestatementEntry):
        return restatement(indices[0], indices[1], figures, language)
    list_index = _list_index(entry.list_title, lists)
    return None if list_index is None else count(indices[0], list_index, figures, lists)


def _quotes(entry: CheckEntry) -> tuple[str, ...]:
    """The quotes an entry names, the claim last."""
    if isinstance(entry, SumEntry):
        return (*entry.parts, entry.equals)
    if isinstance(entry, RestatementEntry):
        return (entry.part, entry.equals)
    return (entry.equals,)


def _index(quote: str, figures: Sequence[Figure]) -> int | None:
    wanted = " ".join(quote.split())
    return next((i for i, f in enumerate(figures) if " ".join(f.text.split()) == wanted), None)


def _list_index(title: str, lists: Sequence[ItemList]) -> int | None:
    return next((i for i, items in enumerate(lists) if items.title == title), None)


def _announcing(items: ItemList, figures: Sequence[Figure], language: str | None) -> int | None:
    """The figure that says how many entries a list has."""
    if items.expected is None:
        return None
    for index, figure in enumerate(figures):
        if figure.value == items.expected and _unit_fits(figure.unit, items, language):
            return index
    return None


def counts_states(unit: str | None, language: str | None) -> bool:
    """Whether a unit is a word for states: ``stati membri``."""
    if not unit:
        return False
    is_state = row_words(language).states
    return any(is_state.match(word) for word in re.split(r"[\s-]+", unit.lower()))


@lru_cache(maxsize=1024)
def stem(unit: str | None) -> str:
    """What a unit is compared by: the beginning of its noun, or its sign."""
    words = (unit or "").lower().split()
    return words[0][:5] if words else ""


def shares_noun(one: str | None, other: str | None) -> bool:
    """Whether two units have a noun in common: ``munizioni``, ``granate e munizioni``."""
    first, second = ((unit or "").lower().split() for unit in (one, other))
    return any(_same_stem(a, b) for a in first for b in second)


def has_nouns(unit: str | None, other: str | None) -> bool:
    """Whether a unit has all nouns of another: ``granate e munizioni`` that of ``munizioni``."""
    nouns = [word for word in (other or "").lower().split() if len(word) >= _NOUN]
    own = (unit or "").lower().split()
    return bool(nouns) and all(any(_same_stem(one, noun) for one in own) for noun in nouns)


def _unit_fits(unit: str | None, items: ItemList, language: str | None) -> bool:
    words = (unit or "").lower().split()
    if items.kind == "states" and counts_states(unit, language):
        return True
    title = [word.strip(".,:'’").rpartition("’")[2] for word in items.title.lower().split()]
    return any(_same_stem(word, other) for word in words[:2] for other in title)


def _same_stem(one: str, other: str) -> bool:
    shared = min(len(one), len(other))
    return shared >= 4 and one[: max(4, shared - 2)] == other[: max(4, shared - 2)]


def _sum_remark(
    parts: Sequence[Figure], claim: Figure, exact: Decimal, language: str | None
) -> str | None:
    qualifier = _ranges.combined_qualifier(list(parts))
    value = int(exact) if exact == int(exact) else exact
    same_qualifier = qualifier == _plain(claim.qualifier)
    if claim.value is not None and Decimal(claim.value) == exact and same_qualifier:
        return None
    given = numbers.phrase(replace(claim, value=value, qualifier=qualifier), language)
    stated = numbers.phrase(claim, language)
    return _("the parts add up to “{sum}”, the text says “{claim}”").format(sum=given, claim=stated)


def _restatement_remark(body: Figure, claim: Figure, language: str | None) -> str | None:
    dropped = _plain(body.qualifier)
    if dropped is not None and claim.qualifier is None and claim.value is not None:
        return _("“{claim}” drops “{qualifier}”: elsewhere the text says “{body}”").format(
            claim=claim.text, qualifier=numbers.qualifier(dropped, language), body=body.text
        )
    if (body.value, _plain(body.qualifier)) != (claim.value, _plain(claim.qualifier)):
        return _("“{claim}” stands for “{body}”").format(claim=claim.text, body=body.text)
    return None


def _plain(qualifier: Qualifier | None) -> Qualifier | None:
    """A qualifier that changes the amount; "another 3,000" are still 3,000."""
    return None if qualifier is Qualifier.ADDITIONAL else qualifier
