"""Two changes of one library's file, merged: what either side added stays, and nothing is lost.

What a side took away goes, unless the other side changed it. Which side is which makes no
difference, so that two clones agree in whatever order they take each other's files in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from briefing.model.feed import FeedSource
from briefing.model.library_file import KeepRead, LibraryFile, SavedSearch

_Item = TypeVar("_Item")
_Named = TypeVar("_Named", FeedSource, SavedSearch)


def merge_libraries(
    base: LibraryFile | None, ours: LibraryFile, theirs: LibraryFile
) -> LibraryFile:
    """What holds after both changes.

    Args:
        base: What both started from; None where that is not known: then nothing goes.
        ours: One side.
        theirs: The other.
    """
    start = LibraryFile() if base is None else base
    searches = _merged_set(start.searches, ours.searches, theirs.searches)
    return LibraryFile(
        _merged_feeds(start.feeds, ours.feeds, theirs.feeds),
        _apart(sorted(searches, key=lambda each: (each.name, each.query))),
        tuple(sorted(_merged_set(start.left_out, ours.left_out, theirs.left_out))),
        _merged_rule(start.keep_read, ours.keep_read, theirs.keep_read),
        _merged_keys(start.extra, ours.extra, theirs.extra),
    )


def _merged_set(
    base: Iterable[_Item], ours: Iterable[_Item], theirs: Iterable[_Item]
) -> set[_Item]:
    """All of both, without what one of them took away."""
    before, mine, other = set(base), set(ours), set(theirs)
    return (mine | other) - (before - mine) - (before - other)


def _merged_feeds(
    base: Iterable[FeedSource], ours: Iterable[FeedSource], theirs: Iterable[FeedSource]
) -> tuple[FeedSource, ...]:
    """Feeds by address: of one that both changed, each fact by itself."""
    before, mine, other = ({feed.url: feed for feed in some} for some in (base, ours, theirs))
    found = []
    for url in sorted({*mine, *other}):
        was, one, two = before.get(url), mine.get(url), other.get(url)
        if one is None or two is None:
            kept = one or two
            if kept is not None and kept != was:  # new, or changed by who kept it
                found.append(kept)
        else:
            found.append(_merged_feed(was, one, two))
    return _apart(sorted(found, key=lambda each: (each.name, each.url)))


def _merged_feed(was: FeedSource | None, one: FeedSource, two: FeedSource) -> FeedSource:
    def fact(name: str) -> Any:
        mine, other = getattr(one, name), getattr(two, name)
        before = None if was is None else getattr(was, name)
        if mine == before:
            return other
        return mine if other == before else max(mine, other, key=str)

    return replace(one, **{each.name: fact(each.name) for each in fields(one)})


def _merged_rule(base: KeepRead, ours: KeepRead, theirs: KeepRead) -> KeepRead:
    """The rule that either side set; of two, what lets less go."""

    def most(before: int | None, mine: int | None, other: int | None) -> int | None:
        if before in (mine, other):
            return other if mine == before else mine
        return None if mine is None or other is None else max(mine, other)

    return KeepRead(
        most(base.days, ours.days, theirs.days), most(base.items, ours.items, theirs.items)
    )


def _apart(items: Iterable[_Named]) -> tuple[_Named, ...]:
    """The same items with different names: a second “Soldiers” is called “Soldiers 2”."""
    found: dict[str, _Named] = {}
    for item in items:
        name, number = item.name, 1
        while name in found:
            number += 1
            name = f"{item.name} {number}"
        found[name] = replace(item, name=name)
    return tuple(found[name] for name in sorted(found))


def _merged_keys(
    base: Mapping[str, object], ours: Mapping[str, object], theirs: Mapping[str, object]
) -> dict[str, object]:
    """Keys that this program does not know, by the same rule."""
    found: dict[str, object] = {}
    for key in sorted({*ours, *theirs}):
        sides = [side[key] for side in (ours, theirs) if key in side]
        is_gone = len(sides) == 1 and key in base and sides[0] == base[key]
        if not is_gone:
            changed = [side for side in sides if side != base.get(key)]
            found[key] = max(changed or sides, key=repr)
    return found
