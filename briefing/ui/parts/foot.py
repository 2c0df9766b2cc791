"""The foot of the screen: where the reader is, and the keys that matter there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.session.pace import minutes
from briefing.text.i18n import _
from briefing.ui.keys import Action, Context, key_of
from briefing.ui.panels import OUTLINE
from briefing.ui.parts.stage import Stage
from briefing.ui.widgets.status import Status, StatusLine

_KEYS = {
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
}  # fmt: skip
"""The actions that matter in a context, the most useful first."""


_HIT_KEYS = ("next_match", "previous_match", "write_note", "close")
"""Those that matter once something was searched for."""


class Foot:
    """Tells section, share, notes and keys; marks the section in the outline."""

    def __init__(self, stage: Stage, context: Callable[[], Context]) -> None:
        """Make the lines.

        Args:
            stage: What the parts share.
            context: Where keys are pressed now.
        """
        self._stage = stage
        self._context = context
        self.line = StatusLine()
        """The widget."""

    def show(self) -> None:
        """Draw it anew: something that it tells may have changed."""
        stage, sitting = self._stage, self._stage.sitting
        notebook = sitting.reading.notebook
        share, source = stage.article.view.share, sitting.reading.source
        self.line.status = Status(
            section=sitting.section,
            share=None if source.is_beginning else share,
            minutes_left=minutes(round((1 - share) * sitting.reading.length)),
            note_count=None if notebook is None else len(notebook.placed),
            saved_in="" if notebook is None else home_path(notebook.port.path),
            note=sitting.note_words,
            mode=self._mode(),
            matches=self._matches(),
        )
        self.line.keys = tuple(self._useful_keys())
        stage.article.set_at_hand(sitting.at_hand, sitting.guide)
        if stage.panes:
            index = sitting.heading_index
            stage.panes["outline"].current = 0 if index is None else index + 1

    def _mode(self) -> str:
        if self._stage.sitting.held is not None:
            return _("placing a note")
        if self._stage.sitting.reading.source.is_beginning:
            return _("reading the rest")
        return _("selecting") if self._stage.sitting.selection is not None else ""

    def _matches(self) -> str:
        search, target = self._stage.sitting.search, self._stage.sitting.target
        if search is None:
            return ""
        at = None if target is None else search.number_of(target[0])
        return f"{at or '–'}/{len(search)}{'' if search.is_complete else '+'}"

    def _useful_keys(self) -> Iterator[tuple[str, str]]:
        context = self._context()
        is_searching = context is Context.ARTICLE and self._stage.sitting.search is not None
        hits = _HIT_KEYS if is_searching else ()
        for name in dict.fromkeys((*urgent_keys(self._stage), *hits, *_KEYS[context])):
            action = self._stage.actions[name]
            label = action.label if context is not Context.PANEL else self._panel_label(action)
            if label:
                yield key_of(action), label

    def _panel_label(self, action: Action) -> str:
        """What an action does in the panel with the focus; nothing where it does nothing."""
        if action.id == "choose":
            return self._choosing_label(action)
        if action.id == "leave":
            return _("text")
        does_nothing = {
            "delete_note": self._stage.chosen_note is None,
            "close": True,  # the same as `leave` here
        }
        return "" if does_nothing.get(action.id) else action.label

    def _choosing_label(self, action: Action) -> str:
        """What Enter does on the row under the cursor."""
        panel, sitting = self._stage.focused_panel, self._stage.sitting
        row = None if panel is None else panel.chosen
        if panel is None or row is None:
            return ""
        was_here = sitting.visited[0] == f"{panel.id}/{row.ref}" and sitting.target_span is not None
        if panel.id == "notes":
            return _("edit") if was_here else action.label
        if panel.id != OUTLINE.name and not row.spans:
            return ""
        return _("next mention") if was_here and len(row.spans) > 1 else action.label


def urgent_keys(stage: Stage) -> tuple[str, ...]:
    """The actions that matter most for the note at hand, by their ids."""
    sitting, panel = stage.sitting, stage.focused_panel
    if sitting.held is not None:
        return ("place_note", "close") if sitting.selection is not None else ("select", "close")
    if stage.chosen_note is None:
        return ("take_up_draft",) if sitting.memory.drafts and panel is None else ()
    notes = sitting.notebook.placed
    placed = next((p for p in notes if p.note.id == stage.chosen_note), None)
    if placed is None:
        return ()
    offers = {
        "place_note": placed.span is None,
        "confirm_place": placed.asks_to_be_confirmed,
        "clear_conflicts": bool(placed.note.conflicts),
    }
    return (*(name for name, holds in offers.items() if holds), "choose", "resolve")


def home_path(path: Path) -> str:
    """A path with ``~`` for the home folder, as people write it."""
    home, text = str(Path.home()), str(path)
    return f"~{text[len(home) :]}" if text.startswith(f"{home}/") else text
