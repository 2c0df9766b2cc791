"""What a list of articles shows: chosen by a group, narrowed by words, in an order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from briefing.model.feed import ShownFeed
from briefing.model.library import Entry
from briefing.model.query import Standing
from briefing.session.library_counts import Counts, counts_of
from briefing.session.library_order import Arranged, Order, arrange, has_same_place
from briefing.text.fold import fold_text


class GroupKind(StrEnum):
    """What the articles of a group have in common."""

    ALL = "all"
    STANDING = "standing"
    TAG = "tag"
    FOLDER = "folder"
    NOTES = "notes"
    """All notes of all articles."""
    SEARCH = "search"
    """A saved search."""
    FEED = "feed"
    """What came from a feed."""

    @property
    def is_list(self) -> bool:
        """Whether it is a list of passages and not of articles."""
        return self in (GroupKind.NOTES, GroupKind.SEARCH)


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that have something in common."""

    kind: GroupKind = GroupKind.ALL
    """What."""
    value: str = ""
    """The standing, the tag, the query, or the folder (that of a feed, too) with a ``/`` at its
    end."""
    feed: ShownFeed | None = field(default=None, compare=False)
    """The feed that it is about."""

    def holds(self, entry: Entry) -> bool:
        """Whether an article belongs to it."""
        if self.kind is GroupKind.STANDING:
            return self.value in entry.standings
        if self.kind is GroupKind.TAG:
            return self.value in entry.tags
        return entry.path.startswith(self.value)


ALL = Group()
"""Everything."""

_STANDINGS = (
    Standing.UNREAD, Standing.READING, Standing.STARRED, Standing.CHANGED, Standing.NOTED,
)  # fmt: skip


_QUICK = 200
"""For so many articles what words are looked for in is found while a key waits."""
_FOLDED_AT_ONCE = 200
"""Articles whose words are folded together: a long text holds up all that waits for a key."""


@dataclass(slots=True)
class LibraryView:
    """The articles of a library, and which of them are shown."""

    group: Group = ALL
    """The group that was chosen."""
    words: str = ""
    """What was typed: each word must stand in title, site, path or tags."""
    searches: tuple[str, ...] = ()
    """The queries that are saved."""
    feeds: tuple[ShownFeed, ...] = ()
    """What is asked for news, in the order of the list."""
    order: Order = Order.NEWEST
    """In which order."""
    _entries: dict[str, Entry] = field(default_factory=dict)
    _counts: Counts | None = None
    """How many there are of each kind, until other articles are known."""
    _arranged: Arranged | None = None
    """All of them in an order, until other articles are known."""
    _said: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What words are looked for in, by path: with its accents, and without."""

    def take(self, arranged: Arranged) -> None:
        """Know other articles: all that there are."""
        self._arranged, self._counts = arranged, arranged.counts
        before, now = self._entries, dict(zip(arranged.places, arranged.entries, strict=True))
        self._said = {  # another one: a thread may still be adding to the one before
            path: said
            for path, said in list(self._said.items())
            if _says_same(before.get(path), now.get(path))
        }
        self._entries = now

    def put(self, entry: Entry) -> None:
        """Know one article as it stands now with the reader."""
        known, arranged = self._entries.get(entry.path), self._arranged
        self._counts = None
        if known is None or not has_same_place(known, entry):
            self._arranged = None
        elif arranged is not None:
            arranged.entries[arranged.places[entry.path]] = entry
        self._entries[entry.path] = entry
        self._said.pop(entry.path, None)

    @property
    def entries(self) -> Collection[Entry]:
        """All articles that are known."""
        return self._entries.values()

    def __len__(self) -> int:
        return len(self._entries)

    def drop(self, path: str) -> None:
        """An article is not there any more."""
        self._entries.pop(path, None)
        self._counts = None
        self._said.pop(path, None)
        self._arranged = None

    def entry(self, path: str) -> Entry | None:
        """The article of a path."""
        return self._entries.get(path)

    @property
    def shown(self) -> list[Entry]:
        """The articles that are chosen and not filtered out, in their order."""
        return self._shown_of(self.group)

    def _shown_of(self, group: Group) -> list[Entry]:
        every = self.in_order.entries
        found = list(every) if group == ALL else [entry for entry in every if group.holds(entry)]
        for word in self.words.split():
            found = self._with(word, found)
        return found

    def _with(self, word: str, entries: Sequence[Entry]) -> list[Entry]:
        """Those of which something known has a word; accents count where they are typed."""
        said = self._said
        said |= {each.path: _both(_said(each)) for each in entries if each.path not in said}
        whole, plain = _both(word)
        if whole == plain:
            return [each for each in entries if plain in said[each.path][1]]
        return [each for each in entries if whole in said[each.path][0]]

    @property
    def in_order(self) -> Arranged:
        """All articles, arranged only once others are known, or another order is."""
        if self._arranged is None or self._arranged.order is not self.order:
            self._arranged = arrange(self._entries.values(), self.order)
        return self._arranged

    @property
    def is_all(self) -> bool:
        """Whether all articles are shown."""
        return self.group == ALL and not self.words.split()

    @property
    def is_prepared(self) -> bool:
        """Whether narrowing is quick: what words are looked for in is known of nearly all."""
        return len(self._entries) - len(self._said) < _QUICK

    def prepare_words(self) -> None:
        """Find what words are looked for in, of all at once: for a thread, as it may take long."""
        said, entries = self._said, list(self._entries.values())
        missing = [entry for entry in entries if entry.path not in said]
        for first in range(0, len(missing), _FOLDED_AT_ONCE):
            some = missing[first : first + _FOLDED_AT_ONCE]
            said |= dict(zip((entry.path for entry in some), _all_said(some), strict=True))

    @property
    def groups(self) -> Iterator[tuple[Group, int | None]]:
        """The groups to choose from, tags and folders by name; each with its count, if known.

        Of a feed those that are unread are counted.
        """
        counts = self._counted
        yield ALL, len(self._entries)
        for standing in _STANDINGS:
            yield Group(GroupKind.STANDING, standing.value), counts.standings[standing.value]
        yield Group(GroupKind.NOTES), counts.notes
        yield from ((Group(GroupKind.SEARCH, query), None) for query in self.searches)
        folders = dict(counts.folders)
        for group in self._feed_groups():
            yield group, counts.unread[group.value]
            folders.pop(group.value, None)
        for tag in sorted(counts.tags):
            yield Group(GroupKind.TAG, tag), counts.tags[tag]
        for folder in sorted(folders):
            yield Group(GroupKind.FOLDER, folder), folders[folder]

    @property
    def _counted(self) -> Counts:
        if self._counts is None:
            self._counts = counts_of(self._entries.values())
        return self._counts

    def next_order(self) -> Order:
        """Order by the next of all orders; which that is."""
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        return self.order

    def neighbour(self, path: str, *, forward: bool) -> Entry | None:
        """The next unread article in the order that is shown, or the previous one.

        Where a feed is shown, those of the next feeds follow.
        """
        group = self._group_of(path)
        shown = self._shown_of(group)
        here = next((n for n, entry in enumerate(shown) if entry.path == path), None)
        if here is None:
            others = shown if forward else shown[::-1]
        else:
            others = shown[here + 1 :] if forward else shown[:here][::-1]
        found = (each for each in others if Standing.UNREAD in each.standings)
        return next(found, None) or self._in_other_feeds(group, forward=forward)

    def feed_of(self, entry: Entry) -> Group:
        """What came from the feed of an article; all where it came from none."""
        return next((group for group in self._feed_groups() if group.holds(entry)), ALL)

    def _group_of(self, path: str) -> Group:
        """The group that is shown; where that is a feed, the one that an article came from."""
        entry = self._entries.get(path)
        if entry is None or self.group.kind is not GroupKind.FEED:
            return self.group
        own = self.feed_of(entry)
        return own if own.kind is GroupKind.FEED else self.group

    def _feed_groups(self) -> Iterator[Group]:
        return (Group(GroupKind.FEED, feed.folder, feed) for feed in self.feeds)

    def _in_other_feeds(self, group: Group, *, forward: bool) -> Entry | None:
        """The first unread article of the next feed that has one, or the last of the previous."""
        groups = list(self._feed_groups())
        if group not in groups:
            return None
        here, unread = groups.index(group), self._counted.unread
        for other in groups[here + 1 :] if forward else groups[:here][::-1]:
            if unread[other.value]:
                shown = self._shown_of(other)
                others = shown if forward else shown[::-1]
                found = (each for each in others if Standing.UNREAD in each.standings)
                if (entry := next(found, None)) is not None:
                    return entry
        return None


def _said(entry: Entry) -> str:
    return " ".join((entry.title, entry.site or "", entry.path, *entry.tags))


def _says_same(before: Entry | None, now: Entry | None) -> bool:
    """Whether words are looked for in the same of two states of an article."""
    if before is now or before is None or now is None:
        return before is now is not None
    return (before.title, before.site, before.tags) == (now.title, now.site, now.tags)


def _all_said(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """What `_both` gives for what each of them says: one long text is folded sooner than many."""
    joined = "\0".join(_said(entry).replace("\0", " ") for entry in entries)
    whole, plain = (each.split("\0") for each in _both(joined))
    return zip(whole, plain, strict=True)


def _both(text: str) -> tuple[str, str]:
    """A text to compare, with its accents and without: they count only where they are typed."""
    if text.isascii():
        return text.lower(), text.lower()
    return fold_text(text), fold_text(text, accents=True)
