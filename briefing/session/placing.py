"""Where each note of an article is today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from briefing.anchoring.resolve import resolve
from briefing.anchoring.track import track
from briefing.anchoring.worded import worded
from briefing.model.anchor import Match, MatchState
from briefing.model.errors import NotFoundError
from briefing.model.note import Note
from briefing.model.span import Span
from briefing.text.i18n import _
from briefing.text.revisions import revision_of

_Key = tuple[str, Span, str]
"""What a note's place depends on: the text it was made on, the passage, its words."""


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note, and where its passage is in the text as it is now."""

    note: Note
    """The note as it is kept."""
    match: Match
    """Its place today."""

    @property
    def span(self) -> Span | None:
        """The passage; None for an orphan."""
        return self.match.span

    @property
    def asks_to_be_confirmed(self) -> bool:
        """Whether a reader should look: the place is uncertain, or has other words now."""
        return self.match.state is MatchState.UNCERTAIN or self.match.changed

    @property
    def spot(self) -> Span | None:
        """Where to look for it: the passage; for an orphan what is left of its surroundings."""
        if self.match.span is None and self.match.neighbour is not None:
            return Span(self.match.neighbour, self.match.neighbour)
        return self.match.span


def find_note(placed: Iterable[PlacedNote], note_id: str) -> PlacedNote:
    """The note of an id.

    Raises:
        NotFoundError: There is none.
    """
    found = next((each for each in placed if each.note.id == note_id), None)
    if found is None:
        raise NotFoundError(
            _("there is no note {id}").format(id=note_id),
            remedy=_("`briefing notes list` shows the notes there are"),
        )
    return found


def holding(placed: Iterable[PlacedNote], offset: int) -> tuple[PlacedNote, ...]:
    """The notes whose passage holds a character, the shortest passage first."""
    found = [p for p in placed if p.span is not None and p.span.holds(offset)]
    return tuple(sorted(found, key=lambda placed: len(placed.span or Span(0, 0))))


def meeting(placed: Iterable[PlacedNote], span: Span) -> tuple[PlacedNote, ...]:
    """The notes whose passage meets ``span``.

    Those on just that passage come first, then those that begin in it, the shortest first.
    """
    found = [
        (p.span != span, not span.holds(p.span.start), len(p.span), n, p)
        for n, p in enumerate(placed)
        if p.span is not None and p.span.overlaps(span)
    ]
    return tuple(each[-1] for each in sorted(found, key=lambda each: each[:-1]))


def text_order(placed: PlacedNote) -> tuple[float, float, str, str]:
    """By place, those whose place is not known last; numbers, for there may be 10,000 of them."""
    spot, note = placed.spot, placed.note
    if spot is None:
        return (inf, inf, note.created, note.id)
    return (spot.start, spot.end, note.created, note.id)


class Placer:
    """Finds notes in a text, each passage once: placing again after a change costs little."""

    def __init__(self, text: str, text_of: Callable[[str], str | None]) -> None:
        """Prepare to place notes in ``text``.

        Args:
            text: The reading text as it is now.
            text_of: Gives the text of an earlier revision by its SHA-256, or None.
        """
        self.text = text
        self.revision = revision_of(text)
        self._text_of = text_of
        self._known: dict[_Key, Match] = {}

    def place(self, notes: Iterable[Note], revisions: Sequence[str] = ()) -> tuple[PlacedNote, ...]:
        """Find every note's passage; the order is kept.

        Notes made on this very text keep their offsets; those made on a text that was kept are
        followed from it, from one revision to the next; the rest are looked for by their words.

        Args:
            notes: The notes.
            revisions: The SHA-256 of the texts that there were, oldest first.
        """
        wanted = tuple(notes)
        unknown = {_key(note): note for note in wanted if _key(note) not in self._known}
        found = self._match(tuple(unknown.values()), revisions)
        said = {key: self._worded(match, unknown[key]) for key, match in found.items()}
        self._known.update(said)
        return tuple(PlacedNote(note, self._known[_key(note)]) for note in wanted)

    def _worded(self, match: Match, note: Note) -> Match:
        return worded(match, note.quote, self.text, note.before, note.after)

    def _match(self, notes: Sequence[Note], revisions: Sequence[str]) -> dict[_Key, Match]:
        texts = self._kept({note.rev for note in notes}, revisions)
        starts: dict[str, dict[_Key, Match]] = defaultdict(dict)
        matches = {}
        for note in notes:
            if note.rev in texts and note.at.of(texts[note.rev]) == note.quote:
                starts[note.rev][_key(note)] = Match(note.at, MatchState.ANCHORED, 1.0)
            else:
                matches[_key(note)] = resolve(note.anchor, self.text)
        return matches | self._followed(texts, starts)

    def _kept(self, wanted: set[str], revisions: Sequence[str]) -> dict[str, str]:
        """The texts that notes are followed through, oldest first, today's last."""
        if wanted <= {self.revision}:
            return {self.revision: self.text}
        older = [*sorted(wanted - set(revisions)), *revisions]
        first = min(older.index(name) for name in wanted if name in older)
        texts = {name: self._text_of(name) for name in older[first:] if name != self.revision}
        return {
            **{name: text for name, text in texts.items() if text is not None},
            self.revision: self.text,
        }

    def _followed(
        self, texts: Mapping[str, str], starts: Mapping[str, Mapping[_Key, Match]]
    ) -> dict[_Key, Match]:
        """Follow passages from text to text; one map of the changes serves all notes.

        What is lost on the way, and may have come back since, is looked for from its own text.
        """
        carried: dict[_Key, Match] = {}
        for (name, old), (_next, new) in pairwise(texts.items()):
            carried = _one_step(carried | dict(starts.get(name, {})), old, new)
        for name, group in starts.items():
            lost = {key: match for key, match in group.items() if _is_lost(carried.get(key))}
            if lost and name != self.revision:
                carried |= _one_step(lost, texts[name], self.text)
        return carried | dict(starts.get(self.revision, {}))


def _one_step(matches: Mapping[_Key, Match], old: str, new: str) -> dict[_Key, Match]:
    """Where passages are after one change of the text; nothing gets surer on the way."""
    spans = {key: match.span for key, match in matches.items() if match.span is not None}
    found = dict(zip(spans, track(old, new, spans.values()) if spans else (), strict=True))
    return {
        key: _weaker(match, found[key]) if key in found else match for key, match in matches.items()
    }


def _weaker(before: Match, after: Match) -> Match:
    if after.span is None or before.state is MatchState.ANCHORED:
        return replace(after, confidence=min(before.confidence, after.confidence))
    return Match(after.span, before.state, min(before.confidence, after.confidence))


def _is_lost(match: Match | None) -> bool:
    return match is not None and match.span is None


def _key(note: Note) -> _Key:
    return note.rev, note.at, note.quote
