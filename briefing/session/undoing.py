"""Taking back what was done to notes, and doing it again, on top of what others changed since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from briefing.model.note import Note, NoteState

_ONE_BY_ONE = ("kind", "state", "color", "text", "conflicts", "via", "was", "about")
"""The fields of a note that go back one by one."""

_TOGETHER = ("rev", "at", "quote", "before", "after")
"""The fields that only mean something together: the place."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change that can be undone: a note before it and after it."""

    before: Note | None
    """The note as it was; None where the step made it."""
    after: Note
    """The note as it became."""
    is_held: bool = False
    """Whether the note stayed all the same, since somebody else had changed it meanwhile."""


class Steps:
    """What was done, and what of it was taken back."""

    def __init__(self, go: Callable[[Note | None, Note | None], bool]) -> None:
        """Begin with nothing done.

        Args:
            go: Saves a note that is the first and is to be the second; None where there is none.
                What it raises leaves the steps as they were. It says whether the note is there or
                gone as it was to be.
        """
        self._go = go
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def revisions(self) -> set[str]:
        """The texts that a step back or forth may bring a note of, by their SHA-256."""
        sides = [side for s in (*self._done, *self._undone) for side in (s.before, s.after)]
        return {note.rev for note in sides if note is not None}

    def add(self, *steps: Step) -> None:
        """Something was done; what was taken back before cannot be done again."""
        self._done += steps
        self._undone.clear()

    def undo(self) -> Step | None:
        """Take the last step back; None when there is none."""
        if not self._done:
            return None
        step = self._done[-1]
        has_gone = self._go(step.after, step.before)
        self._undone.append(self._done.pop())
        return replace(step, is_held=not has_gone)

    def redo(self) -> Step | None:
        """Do the step again that was taken back last; None when there is none."""
        if not self._undone:
            return None
        step = self._undone[-1]
        has_gone = self._go(step.before, step.after)
        self._done.append(self._undone.pop())
        return replace(step, is_held=not has_gone)


def returned(now: Note | None, then: Note | None, current: Note) -> Note:
    """A note after a step back or forth.

    Only what the step changed, and nobody since, goes back; a note that did not exist is deleted,
    and comes again with what others wrote into it.

    Args:
        now: The note on this side of the step; None where there is none.
        then: The note on the side that it goes to; None where there is none.
        current: The note with what others changed.
    """
    if then is None:
        return replace(current, state=NoteState.DELETED)
    if now is None:
        return replace(current, state=then.state)
    names = [name for name in _ONE_BY_ONE if _is_the_steps(name, now, then, current)]
    if all(getattr(current, name) == getattr(now, name) for name in _TOGETHER):
        names += _TOGETHER
    changes = {name: getattr(then, name) for name in names}
    return replace(current, **changes, tags=_tags_back(now.tags, then.tags, current.tags))


def _is_the_steps(name: str, now: Note, then: Note, current: Note) -> bool:
    """Whether the step changed a field, and nobody since."""
    return bool(getattr(current, name) == getattr(now, name) != getattr(then, name))


def _tags_back(
    now: tuple[str, ...], then: tuple[str, ...], current: tuple[str, ...]
) -> tuple[str, ...]:
    """The tags without those that the step added, and with those that it took away."""
    if now == then:
        return current
    if current == now:
        return then
    added, taken = set(now) - set(then), [tag for tag in then if tag not in now]
    kept = [tag for tag in current if tag not in added]
    return tuple(dict.fromkeys([*kept, *taken]))
