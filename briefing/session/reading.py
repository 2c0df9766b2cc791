"""An opened article: its text, its brief, its notes and the way back through jumps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import RLock
from typing import TYPE_CHECKING

from briefing.model.article import Article
from briefing.model.errors import Fault, InputError, NotFoundError
from briefing.model.mark import Mark
from briefing.model.reading_state import ReadingState, SavedPlace
from briefing.model.records import dataclass, field
from briefing.model.source import Fingerprint, Source
from briefing.model.span import Place, Span
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document
from briefing.session.history import History, Spot
from briefing.session.memory import clamped, saved_place, where_now
from briefing.text.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from briefing.session.briefs import BriefMaker
    from briefing.session.notebook import Notebook
    from briefing.session.past import Past
    from briefing.session.ports import ClockPort, FilesPort, NotesPort
    from briefing.session.searching import Search


@dataclass(slots=True)
class Reading:
    """What a reader has before them.

    The text is there at once and parses itself while it is looked at. What counts in characters of
    the whole reading text comes later, in this order: `take_in`, `make_brief`, `take_out_notes`.
    The rooms for that are imported when they are called for, after the first frame.
    """

    source: Source
    """Where the text came from."""
    document: MarkdownDocument
    """The text, chunk by chunk."""
    clock: ClockPort
    """Time and ids."""
    author: str
    """Who writes notes."""
    open_notes: Callable[[Source, Article], NotesPort]
    """Makes the port of the notes once the article's title is known."""
    files: FilesPort
    """Reads the article's file again."""
    when_known: Callable[[Source, str | None, str], object] = lambda *_known: None
    """Told the source, the title and the SHA-256 of the text once they are known."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with the article's file; the text is shown all the same."""
    open_past: Callable[[Source], Past] | None = None
    """Opens the texts that the article has been; None where they are not asked for."""
    open_other: Callable[[Path], Reading] | None = None
    """Opens another document that notes are about, too; None where they are not looked at."""
    notebook: Notebook | None = None
    """The notes; None until `take_out_notes`."""
    history: History[Spot] = field(default_factory=History)
    """Back and forward through jumps."""
    language: str | None = None
    """The language of the text, BCP 47: as it is stated, else as its words show."""
    _opening: RLock = field(default_factory=RLock)
    _brief: Brief | None = None
    _article: Article | None = None
    _seen: Fingerprint | None = None

    @property
    def where(self) -> str:
        """The article's file, as messages name it."""
        return _where(self.source)

    @property
    def article(self) -> Article:
        """The whole article. Parses what is left of it: slow where `take_in` was not waited for."""
        if self._article is None:
            self._article = self.document.article()
        return self._article

    @property
    def brief(self) -> Brief:
        """What the panels show; empty until `make_brief`."""
        if self._brief is None:
            from briefing.model.brief import Brief

            self._brief = Brief()
        return self._brief

    def take_in(self) -> bool:
        """Parse a little more; False once the whole text is known."""
        return self.document.parse_next()

    @property
    def length(self) -> int:
        """Characters of the reading text; those of the source while it is not parsed."""
        article = self._article
        return self.document.body_length if article is None else len(article.text)

    def begin_brief(self) -> BriefMaker:
        """Look up what the front matter states; what the text says itself is added step by step."""
        from briefing.session.briefs import BriefMaker

        def earlier() -> Iterator[str]:
            """Asked for only where a quote may have changed."""
            return iter(()) if self.open_past is None else self.open_past(self.source).texts()

        return BriefMaker(self.article, self.document.front_matter, self.where, earlier)

    def keep_brief(self, maker: BriefMaker) -> Brief:
        """Take what was made so far, unless the text was read again meanwhile."""
        brief = maker.brief()
        if maker.article is self._article:
            self._brief, self.language = brief, maker.language
            self.faults = (*self.document.faults, *maker.faults(brief))
        return brief

    def make_brief(self) -> Brief:
        """Look up what the front matter states, and add all that the text says itself."""
        maker = self.begin_brief()
        while maker.step():
            pass
        return self.keep_brief(maker)

    def take_out_notes(self) -> Notebook:
        """Open the notes, or place them anew in a text that was read again."""
        from briefing.session.notebook import Notebook

        with self._opening:  # a key may ask for the notes while they are read in a thread
            article = self.article
            if self.notebook is None:
                port = self.open_notes(self.source, article)
                self.notebook = Notebook(port, article, self.clock, self.author)
            elif self.notebook.article is not article:
                self.notebook.follow(article)
                self.notebook.refresh()
            self.when_known(self.source, article.title, self.notebook.revision)
            return self.notebook

    def reload(self) -> None:
        """Read the file again: the text as it is now. Brief and notes are to follow.

        Raises:
            InputError: It cannot be read now; what was read before stays.
            NotFoundError: It is gone; what was read before stays.
        """
        self.exchange(self.read_again())

    def read_again(self) -> Source:
        """The file as it is now, which changes nothing here: slow for a long document.

        Errors are those of `reload`.
        """
        source = self.files.load_again(self.source).whole()
        if not source.text.strip():
            raise InputError(_("has no text now; what was read stays"), where=self.where)
        return source

    def exchange(self, source: Source) -> None:
        """Read another state of the article from now on. Brief and notes are to follow."""
        self.document, self.source = _open(source), source
        self.faults = self.document.faults
        self._article = None

    def has_changed_on_disk(self) -> bool:
        """Whether the file is another one now, and has been the same since the last look.

        A file that is still being written is left alone until it rests.
        """
        if self.source.path is None:
            return False
        now = self.files.fingerprint(self.source.path)
        rests, self._seen = now == self._seen, now
        return now is not None and now.size > 0 and rests and now != self.source.fingerprint

    def line_number(self, place: Place) -> int:
        """The line of the source that a place comes from, 1-based."""
        return self.document.line_number_of(place)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that lie over the text whatever the reader does."""
        from briefing.session.marking import standing_marks

        return standing_marks(self.brief, self.notebook.placed if self.notebook else ())

    def offset(self, place: Place) -> int | None:
        """A place in characters of the whole text; None while earlier chunks are not parsed."""
        start = self.document.start(place.chunk)
        return None if start is None else start + place.offset

    def place(self, offset: int) -> Place:
        """Where a character of the whole text stands, chunk by chunk."""
        return self.document.chunk_at(offset)

    def spot(self, place: Place) -> Spot:
        """A place as the history keeps it."""
        return Spot(self.source.path, saved_place(self.document, place))

    def leave(self, place: Place) -> None:
        """A jump starts at a place; `back` returns to it."""
        self.history.leave(self.spot(place))

    @property
    def own_history(self) -> tuple[Sequence[SavedPlace], int]:
        """The jumps in this article, and how many of them lie back."""
        spots, index = self.history.entries, self.history.index
        own = [spot.saved for spot in spots if spot.article == self.source.path]
        return own, sum(spot.article == self.source.path for spot in spots[:index])

    def remember_history(self, state: ReadingState) -> None:
        """Take up the jumps of the last sitting."""
        spots = [Spot(self.source.path, saved) for saved in state.history]
        self.history = History.of(spots, state.history_index)

    def find_place(self, saved: SavedPlace) -> Place:
        """Where a saved place is now; the nearest there is, where its words are gone."""
        return where_now(self.document, saved) or clamped(self.document, saved.place)

    def anchor_place(self, anchor: str) -> Place:
        """Where an anchor of the article stands: a heading, a tag with that id, or a note.

        Raises:
            NotFoundError: It has none of that name.
        """
        from briefing.session import links

        note_id = links.note_id(anchor)
        try:
            return links.anchor_place(self.document, anchor)
        except NotFoundError:
            if note_id is None:
                raise
        spot = self.take_out_notes().find(note_id).spot
        return Place(0, 0) if spot is None else self.place(spot.start)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds a character of the whole text."""
        from briefing.session.selection import sentence_at

        return sentence_at(self.article.text, self.article.language, offset)

    def word_at(self, offset: int) -> Span | None:
        """The word that holds a character of the whole text."""
        from briefing.analysis import words

        found = words.split(self.article.text, self.sentence_at(offset) or Span(0, 0))
        return next((word for word in found if word.holds(offset)), None)

    def remark_at(self, offset: int) -> str | None:
        """What the editor remarks on a character of the text."""
        return next((r.text for r in self.brief.remarks if r.span and r.span.holds(offset)), None)

    def quoted(self, quote: str) -> Sequence[Span]:
        """Every place where some words stand, letter by letter if possible."""
        from briefing.anchoring.find import find_quote

        return sorted(find_quote(self.article.text, quote))

    def search(
        self, pattern: str, start: Place, *, whole_words: bool = False, is_regex: bool = False
    ) -> Search:
        """Begin a search at a place; nothing is counted yet.

        Raises:
            UsageError: It is no regular expression.
        """
        from briefing.analysis.search import Query, ranges
        from briefing.session.searching import Search

        query = Query(pattern, whole_words, is_regex)
        ranges(query, "")
        return Search(self.document, query, start)


def open_reading(
    source: Source,
    clock: ClockPort,
    author: str,
    open_notes: Callable[[Source, Article], NotesPort],
    files: FilesPort,
) -> Reading:
    """Open an article; only what the first screen needs is parsed."""
    document = _open(source)
    return Reading(source, document, clock, author, open_notes, files, faults=document.faults)


def _open(source: Source) -> MarkdownDocument:
    return open_document(source.text, name=source.name, where=_where(source))


def _where(source: Source) -> str:
    return source.name if source.path is None else str(source.path)
