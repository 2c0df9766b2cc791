"""The keys that the foot names: only those that do something here and now, by what they do here."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.session import noting
from briefing.session.landmarks import next_heading
from briefing.text.i18n import _
from briefing.ui.keys import Action, Context, key_of
from briefing.ui.panels import OUTLINE
from briefing.ui.parts.stage import Stage
from briefing.ui.widgets.rows import RowsPane

_KEYS = {
    Context.ARTICLE: (
        "notes_here", "tags", "color", "delete_note", "undo", "search", "page_down", "next_section",
        "next_pane", "write_note", "select", "help", "leave", "all_notes", "theme", "palette",
    ),
    Context.PANEL: (
        "choose", "write_note", "row_down", "next_pane", "back", "delete_note", "help", "leave",
        "undo",
    ),
    Context.SELECTION: (
        "write_note", "nth_sentence", "sentence_forward", "word_forward", "color", "copy",
        "other_end", "sentence_back", "word_back", "copy_text", "close",
    ),
    Context.SEARCH: ("search_words", "search_regex", "close"),
}  # fmt: skip
"""The actions that matter in a context, the most useful first."""
_ON_A_NOTE = frozenset({"notes_here", "tags", "color", "delete_note"})
"""Those that matter where there is a note."""
_HIT_KEYS = ("next_match", "previous_match", "write_note", "close")
"""Those that matter once something was searched for."""


def useful_keys(stage: Stage, context: Context) -> Iterator[tuple[str, str]]:
    """Keys and what each does, the most useful first.

    Args:
        stage: What the parts share.
        context: Where keys are pressed now.
    """
    is_searching = context is Context.ARTICLE and stage.sitting.search is not None
    hits = _HIT_KEYS if is_searching else ()
    for name in dict.fromkeys((*urgent_keys(stage), *hits, *_KEYS[context])):
        action = stage.actions[name]
        label = _label(stage, action, context)
        if label:
            yield key_of(action), label


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


def _label(stage: Stage, action: Action, context: Context) -> str:
    """What an action does here; nothing where it does nothing."""
    if action.id == "leave":
        return _leaving_label(stage, action)
    if context is Context.PANEL:
        return _panel_label(stage, action)
    if action.id == "notes_here" and _is_chosen(stage):
        return _("edit")
    return "" if context is Context.ARTICLE and _is_idle(stage, action.id) else action.label


def _is_chosen(stage: Stage) -> bool:
    """Whether the note here is the one that was written or gone to last."""
    sitting = stage.sitting
    notes = sitting.notebook.placed if sitting.chosen_note and sitting.note_words else ()
    placed = next((p for p in notes if p.note.id == sitting.chosen_note), None)
    return placed is not None and noting.is_chosen(sitting, placed)


def _leaving_label(stage: Stage, action: Action) -> str:
    if stage.focused_panel is not None:
        return _("text")
    return _("list") if stage.is_above_list else action.label


def _is_idle(stage: Stage, action_id: str) -> bool:
    """Whether an action would do nothing in the text as it is shown."""
    sitting = stage.sitting
    notebook = sitting.reading.notebook
    if action_id in _ON_A_NOTE:
        return not sitting.note_words
    if action_id == "undo":
        return notebook is None or not notebook.steps.can_undo
    if action_id == "all_notes":
        return notebook is None or not notebook.placed
    if action_id == "next_section":
        return next_heading(sitting.document, sitting.here) is None
    return (
        action_id == "page_down"
        and sitting.in_view().first != sitting.in_view().last
        and (stage.article.view.share >= 1)
    )


def _panel_label(stage: Stage, action: Action) -> str:
    """What an action does in the panel with the focus; nothing where it does nothing."""
    panel, sitting = stage.focused_panel, stage.sitting
    if panel is None:
        return action.label
    if action.id == "choose":
        return _choosing_label(stage, panel, action)
    if action.id == "write_note" and stage.chosen_note is not None:
        return _("edit")
    does_nothing = {
        "delete_note": stage.chosen_note is None,
        "row_down": panel.cursor >= len(panel.rows) - 1,
        "back": sitting.reading.history.index == 0,
        "undo": _is_idle(stage, "undo"),
    }
    return "" if does_nothing.get(action.id) else action.label


def _choosing_label(stage: Stage, panel: RowsPane, action: Action) -> str:
    """What Enter does on the row under the cursor."""
    sitting, row = stage.sitting, panel.chosen
    if row is None:
        return ""
    was_here = sitting.visited[0] == f"{panel.id}/{row.ref}" and sitting.target_span is not None
    if panel.id == "notes":
        is_edited = was_here or noting.is_in_view(sitting, row.ref)
        return _("edit") if is_edited else action.label
    if panel.id != OUTLINE.name and not row.spans:
        return ""
    return _("next mention") if was_here and len(row.spans) > 1 else action.label
