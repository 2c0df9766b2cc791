"""What the program remembers between two sittings: the place, drafts, and choices of the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Protocol

from briefing.model.article import Document
from briefing.model.errors import BriefingError, Fault
from briefing.model.mark import GROUPS, Mark, MarkKind
from briefing.model.reading_state import Choices, ReadingState, SavedPlace, UnfinishedNote
from briefing.model.records import dataclass, field, replace
from briefing.model.source import Fingerprint, Source
from briefing.model.span import Place, Span
from briefing.parsing.document import MarkdownDocument
from briefing.session.progress import Progress

_CONTEXT = 64
_WORD = re.compile(r"\w+")
_WORDS = 12
_RUN = 5
"""Words in a row that are looked for; fewer are not rare enough."""
_TRIED_CHUNKS = 20
"""Chunks that are parsed at most to find a place in a text that has changed."""


class StatePort(Protocol):
    """Where one article's reading state and drafts are kept."""

    def load(self) -> tuple[ReadingState, tuple[Fault, ...]]:
        """Where the reader was; a fresh state where nothing is known."""

    def save(self, state: ReadingState) -> None:
        """Remember where the reader is."""

    def load_drafts(self) -> tuple[tuple[UnfinishedNote, ...], tuple[Fault, ...]]:
        """The drafts that no running window is still writing, oldest first."""

    def keep_draft(self, draft: UnfinishedNote) -> None:
        """Save a draft; one of the same id is replaced."""

    def drop_draft(self, draft_id: str) -> None:
        """Forget a draft."""


@dataclass(slots=True)
class Memory:
    """What is remembered of one article and of the screen."""

    port: StatePort
    """Where the article's state is kept."""
    choices: Choices
    """What the reader chose so far."""
    save_choices: Callable[[Choices], Choices]
    """Keeps choices, merged with those of other windows."""
    usual_width_cells: int | None = None
    """The widest line where none was chosen, as the settings have it."""
    state: ReadingState = field(default_factory=ReadingState)
    """Where the reader was."""
    drafts: tuple[UnfinishedNote, ...] = ()
    """Notes that were being typed when the program ended, oldest first."""
    _known: tuple[str | None, str | None, str] | None = None

    @property
    def width_cells(self) -> int | None:
        """The widest line of the article: the reader's choice, else what the settings say."""
        return self.choices.width or self.usual_width_cells

    def draws(self, kind: MarkKind) -> bool:
        """Whether the reader wants marks of a kind to be drawn."""
        group = GROUPS.get(kind)
        return group is None or self.choices.marks.get(group, True)

    def drawn(self, marks: Iterable[Mark]) -> list[Mark]:
        """Those of some marks that the reader wants to be drawn."""
        return [mark for mark in marks if self.draws(mark.kind)]

    def choose(self, changes: Choices) -> None:
        """Remember a choice.

        Raises:
            StorageError: It could not be written; it holds for this sitting all the same.
        """
        self.choices = self.choices.changed(changes)
        self.choices = self.save_choices(changes)

    def meets_reader(self) -> bool:
        """Whether somebody is here for the first time, and is to be told how to begin: once."""
        if self.choices != Choices():
            return False
        with suppress(BriefingError):  # where it cannot be kept, it is told again
            self.choose(Choices(is_oriented=True))
        return True

    def load(self) -> tuple[Fault, ...]:
        """Read where the reader was; what is wrong with the file, if anything."""
        self.state, faults = self.port.load()
        return faults

    def recognise(self, source: Source, title: str | None, rev: str) -> None:
        """Keep what the article is known by, from when its place is remembered next.

        Args:
            source: Its file.
            title: Its title.
            rev: The SHA-256 of its reading text.
        """
        self._known = (None if source.path is None else str(source.path), title, rev)

    def progress_in(self, document: MarkdownDocument, fingerprint: Fingerprint | None) -> Progress:
        """What was read of a document, and what was seen of it if its file is still the same."""
        is_same = fingerprint is not None and fingerprint == self.state.fingerprint
        return Progress(document, self.state.read, self.state.seen if is_same else ())

    def load_drafts(self) -> tuple[Fault, ...]:
        """Look for notes that were being typed when the program ended; what cannot be read."""
        self.drafts, faults = self.port.load_drafts()
        return faults

    def keep_draft(self, draft: UnfinishedNote) -> None:
        """Keep a note that is being typed.

        Raises:
            StorageError: It could not be written.
        """
        self.port.keep_draft(draft)

    def drop_draft(self, draft_id: str) -> None:
        """Forget a draft: its note was saved, or given up.

        Raises:
            StorageError: It could not be removed.
        """
        self.drafts = tuple(draft for draft in self.drafts if draft.id != draft_id)
        self.port.drop_draft(draft_id)

    def leave(
        self,
        document: Document,
        place: Place,
        fingerprint: Fingerprint | None,
        history: tuple[Sequence[SavedPlace], int] = ((), 0),
        progress: Progress | None = None,
    ) -> None:
        """Remember the place where the reader stops, what was read, and the jumps.

        Args:
            document: The article.
            place: Where the reader is.
            fingerprint: The state of its file.
            history: The jumps, oldest first, and how many of them lie back.
            progress: What has been in view; None: what was remembered of that stays.

        Raises:
            StorageError: It could not be written.
        """
        saved = saved_place(document, place)
        jumps, index = history
        identity = self.state.identity
        self.state = replace(
            self.state,
            place=saved,
            fingerprint=fingerprint,
            history=tuple(jumps),
            history_index=index,
            identity=identity if self._known is None else identity.seen_as(*self._known),
            read=self.state.read if progress is None else progress.read,
            seen=self.state.seen if progress is None else progress.seen,
            percent=self.state.percent if progress is None else progress.percent,
        )
        self.port.save(self.state)


def saved_place(document: Document, place: Place) -> SavedPlace:
    """A place with the words around it. Only its own chunk is parsed."""
    if place.chunk >= document.chunk_count:
        return SavedPlace(place)
    text = document.chunk(place.chunk).text
    before = text[max(0, place.offset - _CONTEXT) : place.offset]
    return SavedPlace(place, before, text[place.offset : place.offset + _CONTEXT])


def still_there(document: Document, saved: SavedPlace) -> Place | None:
    """The saved place, if its words still stand there. Only its own chunk is parsed."""
    place = saved.place
    if place.chunk >= document.chunk_count:
        return None
    text = document.chunk(place.chunk).text
    is_there = text[place.offset : place.offset + _CONTEXT] == saved.after
    return place if is_there and text[: place.offset].endswith(saved.before) else None


def where_now(document: MarkdownDocument, saved: SavedPlace) -> Place | None:
    """The saved place in a text that may have changed, found without parsing all of it.

    A few of the saved words lead to the chunks whose source has them in a row, whatever markup
    stands between them; the words before the place, and then its old chunk, choose among several.
    """
    place = still_there(document, saved)
    words = list(_WORD.finditer(saved.after))[:_WORDS]
    for first in range(0, max(1, len(words) - _RUN + 1), 2):
        if place is not None or not words:
            return place
        run = words[first : first + _RUN]
        pattern = re.compile(r"[\W_]+".join(re.escape(word[0]) for word in run))
        chunks = islice(document.chunks_with(pattern), _TRIED_CHUNKS)
        found = [p for chunk in chunks for p in _placed(document, chunk, pattern, run[0].start())]
        place = max(found, key=lambda p: _likeness(document, p, saved), default=None)
    return place


def _placed(
    document: MarkdownDocument, chunk: int, pattern: re.Pattern[str], ahead: int
) -> Iterator[Place]:
    """Where some words stand in a chunk, ``ahead`` characters earlier, but never inside a word."""
    text = document.text_of(chunk)
    for match in pattern.finditer(text):
        offset = max(0, match.start() - ahead)
        while 0 < offset < match.start() and text[offset - 1].isalnum():
            offset += 1
        yield Place(chunk, offset)


def _likeness(document: MarkdownDocument, place: Place, saved: SavedPlace) -> tuple[int, int]:
    """How much of what stood before the place stands there too, and how near its old chunk is."""
    before = document.text_of(place.chunk)[: place.offset]
    same = 0
    for mine, theirs in zip(reversed(before), reversed(saved.before), strict=False):
        if mine != theirs:
            break
        same += 1
    return same, -abs(place.chunk - saved.place.chunk)


def clamped(document: Document, place: Place) -> Place:
    """A place that is surely inside the document."""
    if place.chunk >= document.chunk_count:
        return Place(max(0, document.chunk_count - 1), 0)
    return Place(place.chunk, min(place.offset, len(document.chunk(place.chunk).text)))


def found_again(text: str, saved: SavedPlace) -> int | None:
    """The character of a changed text where the reader stopped; None if its words are gone."""
    from briefing.anchoring.resolve import resolve
    from briefing.model.anchor import Anchor

    words = saved.after or saved.before
    if not words.strip():
        return None
    anchor = Anchor(words, saved.before if saved.after else "", "", Span(0, len(words)))
    match = resolve(anchor, text)
    return None if match.span is None else match.span.start
