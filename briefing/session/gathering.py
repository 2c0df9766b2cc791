"""Getting to know a library step by step: what is known at once, then names, then what was read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from time import monotonic

from briefing.model.errors import BusyError, Fault, StorageError
from briefing.model.library import Entry
from briefing.session.library import Library

_FIRST_NAMES = 250
"""After so many names they are shown; then at each doubling, for to show all again costs as much as
there are. Of so many the beginnings are looked at: those that stand on the screen."""
_LOOKED_AT = 2_000
"""So many files at most are asked for a beginning: those of other formats have none."""
_APART_FROM = 200
"""So many documents are worth a process that reads them."""
_SECONDS, _SHARE = 1.0, 24
"""What was read is shown anew after so long, or after so many times as long as showing takes."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is known after a step."""

    entries: tuple[Entry, ...] | None
    """All documents as far as they are known; None: as they were."""
    left: int | None = None
    """How many are still to be read; None while that is not known."""
    is_looked_at: bool = True
    """Whether the files were looked at; else it is what the index knew of them before."""


@dataclass(slots=True)
class _Known:
    """The documents as far as they are known, by path."""

    library: Library
    read: dict[str, Entry] = field(default_factory=dict)
    names: dict[str, Entry] = field(default_factory=dict)
    number: int = 0
    """Up to where the index was read."""

    def look_up(self, most: int | None = None) -> None:
        """Know what the index does by now; of so many at most, where that is enough."""
        try:
            if most is None:
                self.number, found = self.library.put_since(self.number)
            else:
                found = self.library.known(most)
            self.read |= {entry.path: entry for entry in found}
        except StorageError as error:
            self.library.faults.append(Fault(error.what, error.where, error.remedy))

    def look_at_heads(self) -> None:
        """Look at how some documents begin that were not read yet."""
        missing = sorted(self.names.keys() - self.read.keys())[:_LOOKED_AT]
        glimpses = (self.library.glimpse(path, with_head=True) for path in missing)
        begun = (entry for entry in glimpses if entry != self.names[entry.path])
        self.names |= {entry.path: entry for entry in islice(begun, _FIRST_NAMES)}

    @property
    def entries(self) -> tuple[Entry, ...]:
        if not self.names:
            return tuple(self.read.values())
        return tuple(self.read.get(path, name) for path, name in self.names.items())


def gather(library: Library, *, is_begun: bool = False) -> Generator[Gathered, None, None]:
    """Bring a list of a library's documents up to date.

    It may be stopped after any step; what was read until then is kept in the index.

    Args:
        library: The library.
        is_begun: Whether its first documents are shown already.

    Raises:
        BriefingError: The folder cannot be looked through.
    """
    known = _Known(library)
    known.look_up(None if is_begun else _FIRST_NAMES)
    if not is_begun and len(known.read) == _FIRST_NAMES:  # there are more
        yield Gathered(known.entries, is_looked_at=False)
        known.look_up()
    if known.read:
        yield Gathered(known.entries, is_looked_at=False)
    for path in library.paths():
        known.names[path] = known.read.get(path) or library.glimpse(path)
        if not known.read and _is_due(len(known.names), _FIRST_NAMES):
            yield Gathered(known.entries)
    if known.read or not is_begun or len(known.names) > _FIRST_NAMES:
        yield Gathered(known.entries)
    known.look_at_heads()
    yield Gathered(known.entries)
    yield from _read(library, known)


def _read(
    library: Library, known: _Known, now: Callable[[], float] = monotonic
) -> Iterator[Gathered]:
    total: int | None = None
    due = now() + _SECONDS
    try:
        for left in _up_to_date(library):
            total = left if total is None else total
            if left < total and (left == 0 or now() >= due):
                if left > 0:  # what is known in the end is shown at once
                    library.give_way()
                began = now()
                known.look_up()
                yield Gathered(known.entries, left)
                due = now() + max(_SECONDS, _SHARE * (now() - began))
            else:
                yield Gathered(None, left)
    except BusyError:
        yield Gathered(None, 0)  # another program is reading them; what it has read comes later
    except StorageError as error:
        library.faults.append(Fault(error.what, error.where, error.remedy))
        yield Gathered(tuple(library.read_all()), 0)


def _up_to_date(library: Library) -> Iterator[int]:
    """Read what has changed: where that is much, in a process of its own, for keys come first.

    Should that come to harm, what it has not read is read here.
    """
    if library.read_apart is not None:
        changed, _gone = library.index.unlike(dict(library.states()))
        if len(changed) >= _APART_FROM:
            with suppress(ChildProcessError, OSError):
                yield from library.read_apart()
                return
    yield from library.bring_up_to_date()


def _is_due(count: int, first: int) -> bool:
    """Whether a count is ``first``, or that doubled some times."""
    times, rest = divmod(count, first)
    return rest == 0 and times & (times - 1) == 0
