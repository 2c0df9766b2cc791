"""What every part of the reader screen builds on: notes, keys, and the foot of the screen."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence, Sized
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from briefing.session.pace import minutes
from briefing.text.i18n import _
from briefing.ui.first_page import MOVES
from briefing.ui.keys import Action, Context
from briefing.ui.screens.whereabouts import Whereabouts
from briefing.ui.widgets.status import Status

if TYPE_CHECKING:  # what the first frame does not need is imported when it is used
    from briefing.session.notebook import Notebook
    from briefing.ui.panels import SidePanel, Source
    from briefing.ui.render.rows import Row


class ReaderBase(Whereabouts):
    """What every part of the reader screen needs to do.

    The parts are mixins, one a concern; each turns keys into one call of the session and shows what
    came of it.
    """

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
        from briefing.ui.panels import Source

        _placed = self.notebook
        self.fill(Source.NOTES)
        self.look_for_notes()
        self.show_status()

    def fill(self, source: Source, *, count: str | None = None, is_growing: bool = False) -> None:
        """Make the rows anew of the panels that rest on something."""
        from briefing.ui.panels import panels_of

        for panel in panels_of(source):
            self.show_rows(panel, panel.rows(self.sitting), count=count, is_growing=is_growing)

    def show_rows(
        self,
        panel: SidePanel,
        rows: Sequence[Row],
        *,
        count: str | None = None,
        is_growing: bool = False,
    ) -> None:
        """Show the rows of a panel."""
        pane = self.panel(panel.name)
        pane.display = panel.is_there(self.sitting)
        number = str(len(rows)) if panel.is_counted and rows else None
        pane.set_rows(rows, count=count or number, is_growing=is_growing)

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
        line = self.status_line
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
        self.article.set_at_hand(self.at_hand, self.guide)
        if self.panes:
            index = self.heading_index
            self.panel("outline").current = 0 if index is None else index + 1

    def _mode(self) -> str:
        if self.held is not None:
            return _("placing a note")
        return _("selecting") if self.selection is not None else ""

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

    # -- the search -------------------------------------------------------------------------

    @property
    def hits(self) -> Sized:
        """The hits of the search, as many as are known."""
        return () if self.search is None else self.search


def key_of(action: Action) -> str:
    """The first key of an action, as people write it."""
    return replace(action, keys=action.keys[:1]).title


def _home(path: str) -> str:
    """A path with ``~`` for the home folder, as people write it."""
    home = str(Path.home())
    return f"~{path[len(home) :]}" if path.startswith(f"{home}/") else path
