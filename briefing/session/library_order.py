"""The articles of a library in an order, with what their list asks of all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.library import Entry, shared_titles
from briefing.session.library_counts import Counts, counts_of


class Order(StrEnum):
    """By what the articles are ordered."""

    NEWEST = "newest"
    TITLE = "title"
    LONGEST = "longest"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Arranged:
    """Articles in an order. Of 20,000 a thread makes it: a key would wait."""

    order: Order
    """Which."""
    entries: list[Entry]
    """All of them."""
    places: dict[str, int]
    """Where each stands among them, by its path; 0-based."""
    shared: frozenset[str]
    """The titles that several have."""
    counts: Counts
    """How many there are of each kind."""


def arrange(
    entries: Iterable[Entry], order: Order, give_way: Callable[[], object] = lambda: None
) -> Arranged:
    """Put articles in an order.

    Args:
        entries: All of them.
        order: Which.
        give_way: Called between two steps: it may wait for as long as keys come.
    """
    found = ordered(list(entries), order)
    give_way()
    places = {entry.path: place for place, entry in enumerate(found)}
    shared = shared_titles(found)
    give_way()
    return Arranged(order, found, places, shared, counts_of(found))


def ordered(entries: list[Entry], order: Order) -> list[Entry]:
    """Articles in an order; those that are alike in it by path."""
    entries.sort(key=lambda entry: entry.path)
    if order is Order.NEWEST:
        entries.sort(key=lambda entry: entry.since, reverse=True)
    elif order is Order.TITLE:
        entries.sort(key=lambda entry: entry.title.casefold())
    elif order is Order.LONGEST:
        entries.sort(key=lambda entry: -entry.characters)
    return entries


def has_same_place(one: Entry, other: Entry) -> bool:
    """Whether two states of an article stand in the same place in every order."""
    return _keys(one) == _keys(other)


def _keys(entry: Entry) -> tuple[object, ...]:
    return entry.path, entry.since, entry.title, entry.characters
