"""Where each note of an article is today."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.anchoring import resolve, track
from briefing.model.anchor import Match
from briefing.model.note import Note
from briefing.model.span import Span


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


def fingerprint(text: str) -> str:
    """The SHA-256 of a reading text in UTF-8, 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Placer:
    """Finds notes in a text, each passage once: placing again after a change costs little."""

    def __init__(self, text: str, text_of: Callable[[str], str | None]) -> None:
        """Prepare to place notes in ``text``.

        Args:
            text: The reading text as it is now.
            text_of: Gives the text of an earlier revision by its SHA-256, or None.
        """
        self.text = text
        self.revision = fingerprint(text)
        self._text_of = text_of
        self._known: dict[tuple[str, Span, str], Match] = {}

    def place(self, notes: Iterable[Note]) -> tuple[PlacedNote, ...]:
        """Find every note's passage; the order is kept.

        Notes made on this very text keep their offsets; those made on a text that was kept are
        followed from it; the rest are looked for by their words.
        """
        wanted = tuple(notes)
        unknown: dict[str, list[Note]] = defaultdict(list)
        for note in wanted:
            if _key(note) not in self._known:
                unknown[note.rev].append(note)
        for revision, group in unknown.items():
            self._known.update(zip(map(_key, group), self._match(revision, group), strict=True))
        return tuple(PlacedNote(note, self._known[_key(note)]) for note in wanted)

    def _match(self, revision: str, group: Sequence[Note]) -> Iterator[Match]:
        """Place notes that were made on the same text."""
        old = self.text if revision == self.revision else self._text_of(revision)
        true = [old is not None and note.at.of(old) == note.quote for note in group]
        spans = [note.at for note, is_true in zip(group, true, strict=True) if is_true]
        followed = iter(track(old, self.text, spans) if old is not None and spans else ())
        for note, is_true in zip(group, true, strict=True):
            yield next(followed) if is_true else resolve(note.anchor, self.text)


def _key(note: Note) -> tuple[str, Span, str]:
    return note.rev, note.at, note.quote
