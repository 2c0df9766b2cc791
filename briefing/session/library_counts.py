"""How many articles a library has of each kind: counted once, in a thread where there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefing.model.library import Entry
from briefing.model.query import Standing


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers beside the groups of a list."""

    standings: Counter[str]
    """By how they stand with the reader."""
    folders: Counter[str]
    """By each folder above them, with a ``/`` at its end."""
    unread: Counter[str]
    """The same of the unread ones."""
    tags: Counter[str]
    """By their tags."""
    notes: int
    """The notes on all of them."""


def counts_of(entries: Collection[Entry]) -> Counts:
    """Count some articles."""
    unread = (entry for entry in entries if Standing.UNREAD in entry.standings)
    return Counts(
        Counter(each for entry in entries for each in entry.standings),
        _by_folder(entries),
        _by_folder(unread),
        Counter(tag for entry in entries for tag in entry.tags),
        sum(entry.notes for entry in entries),
    )


def _by_folder(entries: Collection[Entry] | Iterator[Entry]) -> Counter[str]:
    """How many lie below each folder; those in one folder are counted together."""
    found: Counter[str] = Counter()
    for folder, count in Counter(entry.path.rpartition("/")[0] for entry in entries).items():
        at = len(folder)
        while at > 0:
            found[f"{folder[:at]}/"] += count
            at = folder.rfind("/", 0, at)
    return found
