"""Which items of a feed are new, which are known, and which were corrected.

An item is known by its guid. Where one guid stands for several pages, it is known by its address,
and where one address stands for several headlines, by both; that is remembered for each feed. A
feed whose guids have all changed at once (from http to https, say) is known again by its addresses
or headlines.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape

from briefing.model.feed import Item, KnownBy, KnownItem

_TAG = re.compile(r"<[^<>]*>")
_ROOM = 2_000
"""Items that are remembered although the feed names them no more, for they may come back."""

Some = Item | KnownItem


@dataclass(frozen=True, slots=True)
class Matched:
    """An item, and what is known of it."""

    item: Item
    """As the feed has it now."""
    known: KnownItem | None
    """As it was known; None for a new one."""

    @property
    def is_news(self) -> bool:
        """Whether it was not known, or has been corrected."""
        return self.known is None or self.is_corrected

    @property
    def is_corrected(self) -> bool:
        """Whether its words are others than they were."""
        return self.known is not None and self.known.digest != digest(self.item)


def digest(item: Item) -> str:
    """SHA-256 of the words of an item; markup and addresses, which counters change, left out."""
    words = f"{item.title}\n{unescape(_TAG.sub(' ', item.html))}"
    return hashlib.sha256(" ".join(words.split()).encode("utf-8", "replace")).hexdigest()


def told_apart(items: Sequence[Item], known_by: KnownBy) -> tuple[tuple[Item, ...], KnownBy]:
    """The items, each once, and by what they are known.

    Args:
        items: As the feed names them; of one that stands in it twice, the newest counts.
        known_by: By what they were known until now.
    """
    if known_by is KnownBy.GUID and (
        _several(items, _guid, _page) or _several(items, _as_of, lambda item: item.title)
    ):
        known_by = KnownBy.LINK
    if known_by is KnownBy.LINK and _several(items, _link, lambda item: (item.guid, item.title)):
        known_by = KnownBy.LINK_AND_TITLE
    found: dict[Hashable, Item] = {}
    for item in items:
        key = _KEYS[known_by](item)
        if key not in found or (item.updated or "") > (found[key].updated or ""):
            found[key] = item
    if len(found) < len(items):  # what the next time says the same may then be another one
        return tuple(replace(item, fingerprint="") for item in found.values()), known_by
    return tuple(found.values()), known_by


def by_fingerprint(known: Iterable[KnownItem]) -> Mapping[str, KnownItem]:
    """Those of some known items that need not be read where the same is sent again."""
    return {each.fingerprint: each for each in known if each.fingerprint and each.digest}


def may_be_same(items: Iterable[Item], unchanged: Collection[KnownItem]) -> bool:
    """Whether one of some items may be one of those that were not read."""
    keys, links = {_guid(each) for each in unchanged}, {each.link for each in unchanged} - {None}
    return any(_guid(item) in keys or item.link in links for item in items)


def match(
    items: Iterable[Item],
    known: Sequence[KnownItem],
    known_by: KnownBy,
    *,
    has_others: bool = False,
) -> tuple[Matched, ...]:
    """Find each item among those that are known.

    Args:
        items: Those of the feed now, each once.
        known: Those that came from it.
        known_by: What tells them apart.
        has_others: Whether the feed names others of those that are known.
    """
    items = tuple(items)
    matched = _matched(items, known, _KEYS[known_by])
    if not known or has_others or any(each.known is not None for each in matched):
        return matched
    for key in (_bare_link, _headline):
        again = _matched(items, known, _only_one(key, items, known))
        if 2 * sum(each.known is not None for each in again) > len(items):
            return again
    return matched


def _matched(
    items: Sequence[Item], known: Iterable[KnownItem], key: Callable[[Some], Hashable]
) -> tuple[Matched, ...]:
    by_key = {key(each): each for each in known}
    by_key.pop(None, None)
    return tuple(Matched(item, by_key.get(key(item))) for item in items)


def _only_one(
    key: Callable[[Some], Hashable], *several: Sequence[Some]
) -> Callable[[Some], Hashable]:
    """A key that is None where it stands for two items: neither may take the other's place."""
    counts = (Counter(key(item) for item in items) for items in several)
    doubtful = {one for count in counts for one, number in count.items() if number > 1}
    return lambda item: None if key(item) in doubtful else key(item)


def remembered(known: Sequence[KnownItem], now: Sequence[KnownItem]) -> tuple[KnownItem, ...]:
    """What is known after a feed was asked: what it names now, and of the rest the last ones."""
    paths = {each.path for each in now}
    rest = [each for each in known if each.path not in paths]
    return (*rest[-_ROOM:], *now)


def _several(
    items: Iterable[Item], key: Callable[[Item], Hashable], other: Callable[[Item], Hashable]
) -> bool:
    """Whether one key stands for items that something else tells apart."""
    pairs = {(key(item), other(item)) for item in items}
    return max(Counter(one for one, _other in pairs).values(), default=0) > 1


def _guid(item: Some) -> Hashable:
    return item.guid or item.link or item.title


def _page(item: Item) -> Hashable:
    """What two items with one guid do not share; where there is no guid, the headline too."""
    return item.link if item.guid else (item.link, item.title)


def _as_of(item: Item) -> Hashable:
    """What one item has as it was at one time.

    One that was changed may stand in a feed once more, as it was before (RFC 4287, 4.1.1). Where
    nothing tells of a change, two headlines are two items.
    """
    return _guid(item), _page(item), item.updated


def _link(item: Some) -> Hashable:
    return item.link or item.guid or item.title


def _link_and_title(item: Some) -> Hashable:
    return item.link or item.guid, item.title


def _bare_link(item: Some) -> Hashable:
    """The address without its scheme; None where there is none."""
    return None if item.link is None else item.link.partition("://")[2].rstrip("/")


def _headline(item: Some) -> Hashable:
    return item.title or None


_KEYS: Mapping[KnownBy, Callable[[Some], Hashable]] = {
    KnownBy.GUID: _guid,
    KnownBy.LINK: _link,
    KnownBy.LINK_AND_TITLE: _link_and_title,
}
