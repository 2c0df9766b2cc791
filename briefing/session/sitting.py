"""A sitting: everything that belongs to one open article, without the screen that shows it.

What is in view is asked for where it is needed, for a key may have moved the text since the last
frame. Everything else a sitting knows by itself: going to another article is going to another
sitting, and nothing has to be reset.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.model.article import Document
from briefing.model.errors import Fault, InputError
from briefing.model.reading_state import Guide, SavedPlace
from briefing.model.source import Fingerprint
from briefing.model.span import Place, Span
from briefing.session.at_hand import Sentence, current_sentence, numbered_sentences
from briefing.session.attention import Attention
from briefing.session.in_view import START, InView, Passage, Still
from briefing.session.landmarks import heading_at
from briefing.session.memory import Memory, saved_place
from briefing.session.pace import pace_of
from briefing.session.progress import Progress
from briefing.session.reading import Reading
from briefing.session.selection import Selection
from briefing.session.sought import Sought

if TYPE_CHECKING:  # what the first frame does not need is imported when it is used
    from briefing.model.change import Change
    from briefing.session.draft_check import CheckedDraft
    from briefing.session.notebook import Notebook
    from briefing.session.pointing import Pointer
    from briefing.session.searching import Search


@dataclass(slots=True)
class Sitting:
    """One open article and what the reader is doing with it."""

    reading: Reading
    """The text, its brief and its notes."""
    memory: Memory
    """What is remembered of it for the next time."""
    in_view: Callable[[], InView] = Still
    """What of it is on the screen now."""
    progress: Progress = field(init=False)
    """What of it was read."""
    attention: Attention = field(default_factory=Attention)
    """Knows that by what is in view, and for how long."""
    search: Search | None = None
    """What was searched for last."""
    changes: tuple[Change, ...] = ()
    """What changed, the most serious first, while the reader goes through it."""
    quotations: CheckedDraft | None = None
    """What became of the quotations, where the article is a draft."""
    pointers: Sequence[Pointer] = ()
    """What notes and drafts elsewhere say of passages of the article."""
    target: Passage | None = None
    """The marked passage of the last jump, which may stand in text that is not counted yet."""
    selection: Selection | None = None
    """What is selected."""
    counted_from: Place = START
    """Where the sentences begin that have numbers while something is selected."""
    held: str | None = None
    """The id of the note whose passage is being changed."""
    chosen_note: str | None = None
    """The id of the note that was chosen among several at one place."""
    visited: tuple[str, int] = ("", -1)
    """The row that was chosen last, by panel and reference, and which of its passages."""
    note_words: str = ""
    """The note at the current place, in a few words."""
    told_problem: InputError | None = None
    """Why the notes cannot be read, as far as the reader was told."""
    are_notes_told: bool = False
    """Whether the reader was told what there is to know of the notes when they are opened."""
    is_taken_up: bool = False
    """Whether it is known where the reader left the article the last time."""
    met: Fingerprint | None = None
    """The state of the article's file when it was read the last time."""
    refused: str = ""
    """Why the changed file was not read again, as far as the reader was told."""
    seen_last: Place = START
    """The first word in view, to be remembered."""
    _aim: Passage | None = None
    _shown_at: Place = START
    _sought: Sought = field(default_factory=Sought)
    _remembered: object = None

    def __post_init__(self) -> None:
        self.progress = Progress(self.reading.document)

    # -- opening and leaving ----------------------------------------------------------------

    @property
    def document(self) -> Document:
        """The text, chunk by chunk."""
        return self.reading.document

    def take_up(self) -> tuple[Fault, ...]:
        """Read what is remembered of the article; what is wrong with that file, if anything."""
        faults = self.memory.load()
        self.met = self.memory.state.fingerprint
        source = self.reading.source
        of_whole = None if source.is_beginning else source.fingerprint
        self.progress = self.memory.progress_in(self.reading.document, of_whole)
        self.is_taken_up, self.attention.pace = True, pace_of(self.memory.choices.pace)
        return faults

    @property
    def left_at(self) -> Place | None:
        """Where the reader left the article, or nearly; None where they have not been yet."""
        saved = self.memory.state.place
        return None if saved is None else self.look_for(saved)

    def show_from(self, place: Place, in_view: Callable[[], InView]) -> None:
        """The text is on the screen.

        Args:
            place: What was to be shown first. Near the end of the article something before it is.
            in_view: What of the article is in view, for as long as it is shown.
        """
        self.in_view = in_view
        self._shown_at = in_view().first
        self.seen_last = place
        self._aim = (self._shown_at, place)

    def leave(self) -> None:
        """Another article is shown: what the reader was about to do with this one has ended."""
        view = self.in_view()
        self.in_view = lambda: Still(view.first, view.last)
        self.forget_search()
        self.selection = self.target = self.held = self.chosen_note = None
        self.visited, self.note_words, self.changes = ("", -1), "", ()
        self._remembered = None  # if it is shown again, that is what was read last

    def remember(self) -> None:
        """Keep the place and the jumps for the next sitting, where they are not kept already.

        Raises:
            StorageError: They could not be written.
        """
        history = self.reading.own_history
        fingerprint = self.reading.source.fingerprint
        is_whole = not self.reading.source.is_beginning
        now = (fingerprint, self.seen_last, history)
        is_known = self._sought.saved is None or self.in_view().first != self._shown_at
        if now != self._remembered and (is_whole or is_known):
            self._remembered = now
            progress = self.progress if is_whole else None
            self.memory.leave(self.document, self.seen_last, fingerprint, history, progress)

    # -- the place in a text that changed ---------------------------------------------------

    def look_for(self, saved: SavedPlace) -> Place:
        """Where a saved place is, or nearly; then its words are sought once all is parsed."""
        return self._sought.look_for(self.reading, saved)

    def found_again(self) -> Place | None:
        """Where the words are that were not found at first; None once the reader went elsewhere."""
        is_here = self.in_view().first == self._shown_at
        return self._sought.find(self.reading, is_wanted=is_here)

    def reload(self) -> Place:
        """Read the file again.

        Returns:
            Where the words are that were the first in view.

        Raises:
            InputError: It cannot be read now; what was read before stays.
            NotFoundError: It is gone; what was read before stays.
        """
        return self.exchange(self.reading.reload)

    def exchange(self, take: Callable[[], object]) -> Place:
        """Go on with another state of the text; where the words are that were the first in view.

        Args:
            take: Gives the reading that state, or raises: then what was read before stays.
        """
        is_here = self.in_view().first == self._shown_at
        saved = self._sought.saved if is_here else None
        saved = saved or saved_place(self.document, self.seen_last)
        take()
        self.progress = Progress(self.reading.document, self.progress.read)
        self.forget_search()
        self.selection, self.target, self.changes = None, None, ()
        return self.look_for(saved)

    # -- where the reader is ----------------------------------------------------------------

    @property
    def guide(self) -> Guide:
        """What guides the eye."""
        return self.memory.choices.guide or Guide.NONE

    @property
    def here(self) -> Place:
        """The place in view that movement starts from.

        Near the end of the article a heading cannot be scrolled to the top: then it is the heading
        that was aimed at, as long as nothing has scrolled since.
        """
        first = self.in_view().first
        if self._aim is not None and self._aim[0] == first:
            return self._aim[1]
        return first

    def aim_at(self, place: Place | None) -> None:
        """Movement starts from a place in view as long as nothing scrolls; None: from the top."""
        self._aim = None if place is None else (self.in_view().first, place)

    @property
    def view(self) -> Span:
        """The part of the reading text on the screen; all text before it is parsed for that."""
        view = self.in_view()
        if self.reading.offset(view.first) is None or self.reading.offset(view.last) is None:
            _text = self.reading.article
        start = self.reading.offset(view.first) or 0
        return Span(start, max(start, self.reading.offset(view.last) or 0))

    @property
    def target_in_view(self) -> Place | None:
        """The first character of the target, while it is in view."""
        view, target = self.in_view(), self.target
        return target[0] if target and view.first <= target[0] < view.last else None

    @property
    def target_span(self) -> Span | None:
        """The target in the reading text; None while the text before it is not parsed."""
        return None if self.target is None else self.span_of(self.target)

    @property
    def passage(self) -> Span | None:
        """What a note or a copy is about: the selection, else the current place."""
        return self.current_place if self.selection is None else self.selection.span

    @property
    def current_place(self) -> Span | None:
        """The target while any of it is in view, else the first sentence from `here` on."""
        target, view = self.target_span, self.view
        if target is not None and target.overlaps(view):
            return target
        found = self.current_sentence
        return None if found is None else self.span_of(found.passage)

    @property
    def current_sentence(self) -> Sentence | None:
        """The sentence at hand, known also where nothing before it is parsed."""
        last = self.in_view().last
        return current_sentence(self.document, self.reading.language, self.here, last)

    @property
    def numbered_sentences(self) -> Sequence[Sentence]:
        """While something is selected: the sentences from where that began, by their numbers."""
        return numbered_sentences(self.document, self.reading.language, self.counted_from)

    @property
    def at_hand(self) -> Place:
        """Where the reader is: the end of the selection that moves, the target, or the top."""
        if self.selection is not None:
            return self.reading.place(self.selection.moving)
        return self.target_in_view or self.here

    @property
    def heading_index(self) -> int | None:
        """The heading that the current place stands under, 0-based; None before the first."""
        return heading_at(self.document, self.target_in_view or self.here)

    @property
    def section(self) -> str:
        """The heading that the current place stands under; before the first, the title."""
        index, document = self.heading_index, self.document
        return document.title or document.name if index is None else document.headings[index].text

    def span_of(self, passage: Passage) -> Span | None:
        """Where a passage stands in the whole text; None while the text before is not parsed."""
        start, end = (self.reading.offset(place) for place in passage)
        return None if start is None or end is None else Span(start, end)

    def passage_of(self, span: Span) -> Passage:
        """Where a span of the whole text stands, chunk by chunk."""
        start = self.reading.place(span.start)
        return start, Place(start.chunk, start.offset + len(span))

    def forget_search(self) -> None:
        """Search for nothing any more."""
        if self.search is not None:
            self.search.is_stopped = True
        self.search = None

    @property
    def notebook(self) -> Notebook:
        """The notes, placed in the text as it is now; opened if they were not yet."""
        notebook = self.reading.notebook
        if notebook is None or notebook.article is not self.reading.article:
            notebook = self.reading.take_out_notes()
        return notebook
