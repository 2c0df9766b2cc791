"""What the parts of the reader screen share: its widgets, its state, and how errors are told."""

from __future__ import annotations

import gc
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence, Sized
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events
from textual.screen import Screen
from textual.worker import Worker

from briefing.model.article import Document
from briefing.model.errors import BriefingError
from briefing.model.mark import MarkKind
from briefing.model.reading_state import Guide
from briefing.model.span import Place, Span
from briefing.model.theme import Theme
from briefing.session.landmarks import heading_at
from briefing.session.memory import Memory
from briefing.session.pace import minutes
from briefing.session.progress import Progress
from briefing.session.reading import Reading
from briefing.session.selection import Selection
from briefing.text.i18n import _
from briefing.ui.first_page import MOVES
from briefing.ui.keymap import Keymap
from briefing.ui.keys import Action, Context
from briefing.ui.screens.idle import Idle
from briefing.ui.widgets.article import ArticlePane
from briefing.ui.widgets.status import Status, StatusLine
from briefing.ui.widgets.strip import MessageStrip

if TYPE_CHECKING:  # what the first frame does not need is imported when it is used
    from briefing.session.notebook import Notebook
    from briefing.session.searching import Search
    from briefing.ui.widgets.rows import RowsPane
    from briefing.ui.widgets.search_bar import SearchBar

PANELS = ("summary", "figures", "states", "notes")
"""The four panels at the side, from top to bottom."""


class ReaderBase(Screen[None]):
    """The state of the reader screen, and what every part of it needs to do.

    The parts are mixins, one a concern; each turns keys into one call of the session and shows what
    came of it.
    """

    def __init__(
        self,
        reading: Reading,
        memory: Memory,
        actions: Sequence[Action],
        themes: Mapping[str, Theme],
    ) -> None:
        super().__init__()
        self.reading = reading
        self.memory = memory
        self.themes = themes
        self.actions = {action.id: action for action in actions}
        self.keymap = Keymap(actions)
        self._target: tuple[Place, Place] | None = None
        self.selection: Selection | None = None
        self.search: Search | None = None
        self.idle = Idle()
        self.held: str | None = None
        self.chosen_note: str | None = None
        self.note_words = ""
        self.search_bar: SearchBar | None = None
        self.panes: dict[str, RowsPane] = {}
        self.progress = Progress(reading.document)
        self.guide = memory.choices.guide or Guide.NONE
        self.others: dict[str, tuple[Reading, Memory]] = {}
        self._aim: tuple[Place, Place] | None = None
        self._is_first_text = True

    # -- widgets ----------------------------------------------------------------------------

    @property
    def article(self) -> ArticlePane:
        """The text."""
        return self.query_one(ArticlePane)

    @property
    def document(self) -> Document:
        """The text, chunk by chunk."""
        return self.reading.document

    @property
    def strip(self) -> MessageStrip:
        """Where news and warnings stand."""
        return self.query_one(MessageStrip)

    def panel(self, name: str) -> RowsPane:
        """One of `PANELS`, or the outline."""
        return self.panes[name]

    @property
    def status_line(self) -> StatusLine:
        """The foot of the screen."""
        return self.query_one(StatusLine)

    @property
    def focused_panel(self) -> RowsPane | None:
        """The panel that has the focus; None when it is the text."""
        return next((pane for pane in self.panes.values() if pane is self.focused), None)

    # -- telling ----------------------------------------------------------------------------

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Turn an error of the session into a line on the screen: the one place that does."""
        try:
            yield
        except BriefingError as error:
            self.tell(str(error), is_warning=True)

    def tell(self, text: str, *, is_warning: bool = False) -> None:
        """Show a line that takes no key."""
        self.strip.tell(text, is_warning=is_warning)

    def tell_remark(self, offset: int) -> None:
        """Show what the editor remarks on a character, until something else is told."""
        remark = self.reading.remark_at(offset)
        if remark is not None:
            self.strip.tell(remark, is_lasting=True)

    # -- where we are -----------------------------------------------------------------------

    @property
    def here(self) -> Place:
        """The place in view that movement starts from.

        Near the end of the article a heading cannot be scrolled to the top: then it is the heading
        that was aimed at, as long as nothing has scrolled since.
        """
        first = self.article.view.first
        if self._aim is not None and self._aim[0] == first:
            return self._aim[1]
        return first

    @property
    def target_in_view(self) -> Place | None:
        """The first character of the last jump's passage, while it is in view."""
        view = self.article.view
        if self._target is None or not view.first <= self._target[0] < view.last:
            return None
        return self._target[0]

    def aim(self, place: Place) -> None:
        """Scroll a place to the top, as far as the end of the article lets it."""
        self.article.go_to(place)
        self.put_at_hand(self.article.view.first, place)

    def put_at_hand(self, first: Place, place: Place) -> None:
        """Movement starts from a place in view as long as the view begins as it does now."""
        self._aim = (first, place)
        self.show_status()

    @property
    def view(self) -> Span:
        """The part of the reading text on the screen."""
        view = self.article.view
        start = self.reading.offset(view.first)
        end = self.reading.offset(view.last)
        if start is None or end is None:
            start = self._known(view.first)
            end = max(start, self._known(view.last))
        return Span(start, max(start, end))

    def _known(self, place: Place) -> int:
        """The offset of a place, for which all the text is taken in first."""
        _text = self.reading.article
        return self.reading.offset(place) or 0

    @property
    def passage(self) -> Span | None:
        """What a note or a copy is about: the selection, else the current place."""
        if self.selection is not None:
            return self.selection.span
        return self.reading.current_place(self.target, self._view_at_hand)

    @property
    def _view_at_hand(self) -> Span:
        """What is in view; where a guide shows what is at hand, from there on."""
        view = self.view
        start = view.start if self.guide is Guide.NONE else self.reading.offset(self.here)
        return view if start is None else Span(max(view.start, min(start, view.end)), view.end)

    @property
    def target(self) -> Span | None:
        """The marked passage of the last jump; None while the text before it is not parsed."""
        if self._target is None:
            return None
        start, end = (self.reading.offset(place) for place in self._target)
        return None if start is None or end is None else Span(start, end)

    def set_target(self, span: Span | None) -> None:
        """Mark the passage of a jump."""
        if span is None:
            self.set_passage(None)
            return
        start = self.reading.place(span.start)
        self.set_passage((start, Place(start.chunk, start.offset + len(span))))

    def set_passage(self, passage: tuple[Place, Place] | None) -> None:
        """Mark the passage of a jump, which may stand in text that is not counted yet.

        Args:
            passage: The first character, and the one after the last, both from the same chunk on.
        """
        self._target = passage
        self.article.set_passages(MarkKind.TARGET, None if passage is None else self._target_in)
        self.look_for_notes()

    def _target_in(self, chunk: int) -> Sequence[tuple[int, int]]:
        """The target in the characters of a chunk, where it touches that chunk."""
        if self._target is None or chunk < self._target[0].chunk:
            return ()
        start, end = (place.offset for place in self._target)
        for gone in range(self._target[0].chunk, chunk):
            length = len(self.document.chunk(gone).text)
            start, end = start - length - 1, end - length - 1
            if end <= 0:
                return ()
        return ((max(start, 0), end),)

    def set_selection(self, selection: Selection | None) -> None:
        """Mark what is selected."""
        self.selection = selection
        spans = () if selection is None else (selection.span,)
        self.article.set_overlay(MarkKind.SELECTION, spans)
        self.show_status()

    def jump(self, span: Span) -> None:
        """Go to a passage and mark it; `back` returns."""
        start = self.reading.place(span.start)
        self.jump_to((start, Place(start.chunk, start.offset + len(span))))

    def jump_to(self, passage: tuple[Place, Place]) -> None:
        """Go to a passage of text that need not be counted yet, and mark it."""
        self.leave_here()
        self.set_passage(passage)
        self.article.show_place(passage[0])
        self._aim = None
        self.show_status()

    def leave_here(self) -> None:
        """A jump begins at what is in view; `back` returns."""
        self.reading.leave(self.article.view.first)

    @property
    def hits(self) -> Sized:
        """The hits of the search, as many as are known."""
        return () if self.search is None else self.search

    # -- notes ------------------------------------------------------------------------------

    @property
    def notebook(self) -> Notebook:
        """The notes, placed in the text as it is now; opened if they were not yet."""
        notebook = self.reading.notebook
        if notebook is None or notebook.article is not self.reading.article:
            notebook = self.reading.take_out_notes()
        return notebook

    @property
    def saved_in(self) -> str:
        """Where the notes are saved, as people write it."""
        return _home(str(self.notebook.port.path))

    def show_notes(self) -> None:
        """Draw the notes as they are now, in the text and in their panel."""
        self.article.set_marks(self.reading.marks)
        from briefing.ui.render.note_rows import NoteRows

        placed = self.notebook.placed
        self.panel("notes").set_rows(NoteRows(placed), count=str(len(placed)) if placed else None)
        self.look_for_notes()
        self.show_status()

    def look_for_notes(self) -> None:
        """The current place may be another: soon tell which note stands there."""

    # -- keys and status --------------------------------------------------------------------

    @property
    def context(self) -> Context:
        """Where keys are pressed now."""
        if self.search_bar is not None and self.search_bar.is_open:
            return Context.SEARCH
        if self.selection is not None and self.focused_panel is None:
            return Context.SELECTION
        return Context.PANEL if self.focused_panel is not None else Context.ARTICLE

    def on_key(self, event: events.Key) -> None:
        """Do what the table says of a key that no widget wanted; others go on to Textual."""
        if self.press(event):
            event.stop()
            event.prevent_default()
        elif self.context is Context.SEARCH and self.search_bar and event.is_printable:
            event.stop()
            self.search_bar.type_ahead(event.character or "")

    def press(self, key: events.Key) -> bool:
        """Do what the table says of a key; False where it says nothing."""
        press = self.keymap.find(key.key, key.character, self.context)
        if press is not None:
            self.perform(press.action, press.number)
        return press is not None

    def is_move(self, key: events.Key) -> bool:
        """Whether a key in the text does nothing but move the view."""
        press = self.keymap.find(key.key, key.character, Context.ARTICLE)
        return press is not None and press.action.id in MOVES

    def perform(self, action: Action, number: int | None = None) -> None:
        """Do an action of the table."""
        method = getattr(self, f"action_{action.id}")
        if action.id == "heading":
            method(number or 1)
        else:
            method()

    def show_status(self) -> None:
        """Draw the status line anew, and mark the section in the outline."""
        if not self.query(StatusLine):
            return  # a worker may still tell something while the screen is taken down
        line = self.query_one(StatusLine)
        notebook = self.reading.notebook
        share = self.article.view.share
        line.status = Status(
            section=self._section_name(),
            share=share,
            minutes_left=minutes(round((1 - share) * self.reading.length)),
            note_count=None if notebook is None else len(notebook.placed),
            saved_in="" if notebook is None else self.saved_in,
            note=self.note_words,
            mode=self._mode(),
            matches=self._matches(),
        )
        line.keys = tuple(self._useful_keys())
        self.article.set_at_hand(self._at_hand, self.guide)
        if self.panes:
            index = self.heading_index
            self.panel("outline").current = 0 if index is None else index + 1

    @property
    def _at_hand(self) -> Place:
        """Where the reader is: the end of the selection that moves, the target, or the top."""
        if self.selection is not None:
            edge = max(self.selection.span.start, self.selection.edge - 1)
            return self.reading.place(edge)
        return self.target_in_view or self.here

    def _mode(self) -> str:
        if self.held is not None:
            return _("placing a note")
        return _("selecting") if self.selection is not None else ""

    @property
    def heading_index(self) -> int | None:
        """The heading that the current place stands under, 0-based; None before the first."""
        return heading_at(self.document, self.target_in_view or self.here)

    def _section_name(self) -> str:
        index = self.heading_index
        if index is None:
            return self.document.title or self.document.name
        return self.document.headings[index].text

    def _matches(self) -> str:
        search = self.search
        if search is None:
            return ""
        at = None if self._target is None else search.number_of(self._target[0])
        return f"{at or '–'}/{len(search)}{'' if search.is_complete else '+'}"

    def _useful_keys(self) -> Iterator[tuple[str, str]]:
        names = {
            Context.ARTICLE: (
                "page_down", "next_section", "search", "next_pane", "write_note", "select", "help",
                "leave", "theme", "undo", "all_notes",
            ),
            Context.PANEL: (
                "choose", "row_down", "next_pane", "back", "write_note", "delete_note", "close",
                "help", "leave",
            ),
            Context.SELECTION: (
                "sentence_forward", "sentence_back", "word_forward", "word_back", "other_end",
                "write_note", "color", "copy", "copy_text", "close",
            ),
            Context.SEARCH: ("search_words", "search_regex", "close"),
            Context.DIALOG: ("close",),
        }[self.context]  # fmt: skip
        for name in dict.fromkeys((*self.urgent_keys(), *names)):
            action = self.actions[name]
            yield key_of(action), action.label

    def urgent_keys(self) -> tuple[str, ...]:
        """Actions that matter most where the reader is now."""
        return ()

    # -- memory -----------------------------------------------------------------------------

    def set_apart(self) -> None:
        """Spare the collector what stays as long as the first text does.

        What comes after that text is left to the collector: set apart, it would stay for good.
        """
        if self._is_first_text:
            gc.freeze()

    def let_texts_go(self) -> None:
        """Another text is shown: the one before may go, with all that belonged to it."""
        self._is_first_text = False
        gc.unfreeze()

    # -- what the parts ask of each other ---------------------------------------------------

    def change_article(self, reading: Reading, memory: Memory, place: Place | None) -> None:
        """Show another article, from a place on or where the reader left it."""
        raise NotImplementedError

    def run_alone(
        self, work: Callable[[], Coroutine[Any, Any, None]], *, group: str
    ) -> Worker[None]:
        """Run a coroutine function as the only worker of its group."""

        async def begun_later() -> None:
            """Made when its turn comes: one that is replaced before was never there."""
            await work()

        return self.run_worker(begun_later, group=group, exclusive=True)

    def lay_out_rest(self) -> None:
        """Make scroll bar and share exact again, a little at a time."""
        self.run_alone(self._lay_out_rest, group="lay-out")

    async def _lay_out_rest(self) -> None:
        await self.idle.in_slices(self.article.lay_out_more)
        self.article.settle()
        self.show_status()

    def focus_text(self) -> None:
        """Give the keys back to the text."""
        self.set_focus(self.article)

    def forget_search(self) -> None:
        """Take the marks of the hits away."""
        if self.search is not None:
            self.search.is_stopped = True
        self.search = None
        self.article.set_passages(MarkKind.SEARCH, None)

    def edit_text(self, text: str) -> str:
        """Let the reader's editor change a text."""
        from briefing.session.editor import edit_text

        with self.app.suspend():
            return edit_text(text)


def key_of(action: Action) -> str:
    """The first key of an action, as people write it."""
    return replace(action, keys=action.keys[:1]).title


def _home(path: str) -> str:
    """A path with ``~`` for the home folder, as people write it."""
    home = str(Path.home())
    return f"~{path[len(home) :]}" if path.startswith(f"{home}/") else path
