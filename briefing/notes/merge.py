"""Two versions of the notes become one, and nothing of either is lost.

The laws, with or without a common ancestor: it does not matter which side is which; merging a
version with itself, or again with a side that is already in it, changes nothing; every id and every
unreadable note of either side is in the result or is a change that one side made on purpose.

Field by field: what only one side changed is taken. What both changed goes to the side that was
updated later (on a tie to the greater value), and the other value is kept in ``conflicts``. Tags
merge as sets. An edit beats a deletion, and a note that was taken out of the file by hand becomes a
deleted one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from briefing.model.note import Conflict, Note, Notes, NoteState, Revision, UnreadableNote, Was
from briefing.notes.merge_words import (
    Words,
    about_words,
    conflict_key,
    place,
    place_words,
    via_words,
    was_order,
)
from briefing.text.strict_yaml_writer import flow

_Value = TypeVar("_Value")


def merge(base: Notes | None, ours: Notes, theirs: Notes) -> Notes:
    """Merge two versions of the notes of one article.

    Args:
        base: What both started from; None where that is not known.
        ours: One version.
        theirs: The other version. Swapping the two gives the same.
    """
    before = base if base is not None else Notes(article="")
    return Notes(
        article=_one_of(before.article, ours.article, theirs.article),
        title=_one_of(before.title, ours.title, theirs.title),
        language=_one_of(before.language, ours.language, theirs.language),
        revisions=_merge_revisions(ours.revisions, theirs.revisions),
        notes=in_order(_merge_all(before, ours, theirs)),
        unreadable=_merge_unreadable(before.unreadable, ours.unreadable, theirs.unreadable),
        extra=_merge_extra(before.extra, ours.extra, theirs.extra, _greater),
    )


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Notes sorted by place, then by time, then by id."""
    return tuple(
        sorted(notes, key=lambda note: (note.at.start, note.at.end, note.created, note.id))
    )


def merge_note(base: Note | None, ours: Note, theirs: Note) -> Note:
    """Merge two versions of one note.

    Args:
        base: What both started from; None where that is not known.
        ours: One version.
        theirs: The other version, of the same id. Swapping the two gives the same.
    """
    if ours == theirs:
        return ours
    if base is not None and base in (ours, theirs):
        changed = theirs if ours == base else ours
        return replace(changed, by=base.by, created=base.created)
    return _NoteMerge(base, ours, theirs).result()


class _NoteMerge:
    """One merge of one note; gathers on its way what lost."""

    def __init__(self, base: Note | None, ours: Note, theirs: Note) -> None:
        self._base = base
        self._ours = ours
        self._theirs = theirs
        self._lost: list[Conflict] = []

    def result(self) -> Note:
        rev, at, quote, before, after = self._pick("at", place, place_words)
        content = replace(
            self._ours,
            kind=self._pick("kind", lambda note: note.kind, str),
            by=self._fixed("by", lambda note: note.by),
            created=self._fixed("created", lambda note: note.created),
            updated="",
            state=NoteState.OPEN,
            rev=rev,
            at=at,
            quote=quote,
            before=before,
            after=after,
            color=self._pick("color", lambda note: note.color, lambda color: color),
            tags=self._union(lambda note: note.tags, str),
            was=self._was(),
            text=self._pick("text", lambda note: note.text, str),
            via=self._pick("via", lambda note: note.via, via_words),
            about=self._pick("about", lambda note: note.about, about_words),
            extra=self._extra(),
        )
        state = self._pick_state(content)
        return replace(
            content,
            updated=max(self._ours.updated, self._theirs.updated),
            state=state,
            conflicts=self._union(lambda note: note.conflicts, conflict_key, self._lost),
        )

    def _pick(
        self, field: str, get: Callable[[Note], _Value], words: Callable[[_Value], Words]
    ) -> _Value:
        """The value of one field; where both sides changed it, the later one."""
        ours, theirs = get(self._ours), get(self._theirs)
        if ours == theirs:
            return ours
        if self._base is not None and get(self._base) in (ours, theirs):
            return theirs if get(self._base) == ours else ours
        return self._later(field, ours, theirs, words)

    def _later(
        self, field: str, ours: _Value, theirs: _Value, words: Callable[[_Value], Words]
    ) -> _Value:
        def rank(side: tuple[Note, _Value]) -> tuple[str, bool, str | tuple[str, ...]]:
            note, value = side
            said = words(value)
            return note.updated, said is not None, said or ""

        (lost_by, lost), (_note, won) = sorted(
            [(self._ours, ours), (self._theirs, theirs)], key=rank
        )
        self._lost.append(Conflict(field, words(lost), lost_by.by, lost_by.updated))
        return won

    def _fixed(self, field: str, get: Callable[[Note], str]) -> str:
        """The value of a field that nobody changes: the ancestor's, else the smaller one."""
        ours, theirs = get(self._ours), get(self._theirs)
        if ours == theirs:
            return ours
        if self._base is not None:
            return get(self._base)
        lost = self._theirs if ours < theirs else self._ours
        self._lost.append(Conflict(field, get(lost), lost.by, lost.updated))
        return min(ours, theirs)

    def _pick_state(self, content: Note) -> NoteState:
        sides = sorted((self._ours, self._theirs), key=lambda note: not note.is_deleted)
        deleted, living = sides
        if not deleted.is_deleted or living.is_deleted:
            return self._pick("state", lambda note: note.state, str)
        if self._base is not None:
            # A side that had left everything as it was would not have come this far.
            return living.state
        # Without an ancestor an edit shows by what the deleted one does not have.
        added = [item for item in (*living.conflicts, *self._lost) if item not in deleted.conflicts]
        has_more = bool(added) or content != replace(
            deleted, updated="", state=NoteState.OPEN, conflicts=content.conflicts
        )
        return living.state if has_more or living.updated > deleted.updated else deleted.state

    def _union(
        self,
        get: Callable[[Note], tuple[_Value, ...]],
        key: Callable[[_Value], object],
        more: Sequence[_Value] = (),
    ) -> tuple[_Value, ...]:
        """Both sides' items without those that one side took away."""
        ours, theirs = get(self._ours), get(self._theirs)
        before = () if self._base is None else get(self._base)
        if not more and ours == theirs:
            return ours
        if not more and self._base is not None and before in (ours, theirs):
            return theirs if ours == before else ours
        kept = [item for item in before if item in ours and item in theirs]
        added: list[_Value] = []
        for item in (*ours, *theirs, *more):
            if item not in before and item not in added:
                added.append(item)
        return (*kept, *sorted(added, key=lambda item: str(key(item))))

    def _was(self) -> tuple[Was, ...]:
        """Both sides' earlier wordings, each once and with its earliest date, the oldest first."""
        ours, theirs = self._ours.was, self._theirs.was
        before = () if self._base is None else self._base.was
        if ours == theirs or (self._base is not None and theirs == before):
            return ours
        if self._base is not None and ours == before:
            return theirs
        sides = [{(was.rev, was.quote) for was in side} for side in (ours, theirs)]
        gone = {(was.rev, was.quote) for was in before} - (sides[0] & sides[1])
        merged: dict[tuple[str, str], Was] = {}
        for was in sorted((*ours, *theirs), key=was_order):
            if (was.rev, was.quote) not in gone:
                merged.setdefault((was.rev, was.quote), was)
        return tuple(merged.values())

    def _extra(self) -> dict[str, object]:
        def later(key: str, ours: object, theirs: object) -> object:
            return self._later(key, ours, theirs, flow)

        before = {} if self._base is None else self._base.extra
        return _merge_extra(before, self._ours.extra, self._theirs.extra, later)


def _one_of(before: _Value, ours: _Value, theirs: _Value) -> _Value:
    if theirs in (ours, before):
        return ours
    return theirs if ours == before else max(ours, theirs, key=lambda value: str(value or ""))


def _greater(_key: str, ours: object, theirs: object) -> object:
    return max(ours, theirs, key=flow)


def _merge_extra(
    before: Mapping[str, object],
    ours: Mapping[str, object],
    theirs: Mapping[str, object],
    settle: Callable[[str, object, object], object],
) -> dict[str, object]:
    """Unknown keys, each on its own; a change beats a removal."""
    merged: dict[str, object] = {}
    for key in (*before, *sorted({*ours, *theirs} - {*before})):
        sides = [side[key] for side in (ours, theirs) if key in side]
        if key in before and len(sides) < 2:
            sides = [value for value in sides if value != before[key]]
        elif key in before and before[key] in sides:
            sides = sorted(sides, key=lambda value: bool(value == before[key]))[:1]
        if len(sides) == 2 and sides[0] != sides[1]:
            sides = [settle(key, *sides)]
        if sides:
            merged[key] = sides[0]
    return merged


def _merge_revisions(
    ours: tuple[Revision, ...], theirs: tuple[Revision, ...]
) -> tuple[Revision, ...]:
    merged: dict[str, Revision] = {}
    for revision in sorted((*ours, *theirs), key=lambda item: (item.date, flow(item.extra))):
        merged.setdefault(revision.sha256, revision)
    return tuple(sorted(merged.values(), key=lambda item: (item.date, item.sha256)))


def _merge_unreadable(
    before: tuple[UnreadableNote, ...],
    ours: tuple[UnreadableNote, ...],
    theirs: tuple[UnreadableNote, ...],
) -> tuple[UnreadableNote, ...]:
    """Both sides' unreadable notes without those that one side has mended or removed."""
    raws = ({note.raw for note in ours}, {note.raw for note in theirs})
    gone = {note.raw for note in before if not all(note.raw in side for side in raws)}
    merged: dict[str, UnreadableNote] = {}
    for note in sorted((*ours, *theirs), key=lambda note: (note.line_number, note.raw)):
        if note.raw not in gone:
            merged.setdefault(note.raw, note)
    return tuple(merged.values())


def _merge_all(before: Notes, ours: Notes, theirs: Notes) -> Iterable[Note]:
    base = {note.id: note for note in before.notes}
    mine = {note.id: note for note in ours.notes}
    other = {note.id: note for note in theirs.notes}
    unreadable = {note.id for note in (*ours.unreadable, *theirs.unreadable)}
    for note_id in {**base, **mine, **other}:
        old, one, two = base.get(note_id), mine.get(note_id), other.get(note_id)
        if one is not None and two is not None:
            yield one if one is two else merge_note(old, one, two)
            continue
        left = one or two or old
        if left is None or (left == old and note_id in unreadable):
            continue  # it lives on among the unreadable ones
        # An edit, or a new note, beats a removal; what was removed by hand is kept as deleted.
        yield replace(left, state=NoteState.DELETED) if left == old else left
