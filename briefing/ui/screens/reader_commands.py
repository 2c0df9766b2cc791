"""The one table of what the reader's screen does: the id of an action, and the method of a part."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from briefing.ui.cursor import CURSOR_ACTIONS
from briefing.ui.keys import Context
from briefing.ui.parts.moves import moving_commands
from briefing.ui.screens.reader_parts import Parts
from briefing.ui.takes_keys import Commands


def reader_commands(parts: Parts, context: Callable[[], Context]) -> Commands:
    """Every action of the reader's screen.

    Args:
        parts: What the screen is made of.
        context: Where keys are pressed now.
    """
    return Commands(
        {
            **moving_commands(parts.moves),
            **_places(parts),
            **_notes(parts),
            **_selection(parts),
            **_panes(parts),
            **_program(parts, context),
        },
        {"heading": parts.moves.heading, "nth_sentence": parts.selecting.numbered},
    )


def _places(parts: Parts) -> dict[str, Callable[[], object]]:
    moves, search, ways = parts.moves, parts.search, parts.articles.ways
    return {
        "code_right": partial(moves.code, 1),
        "code_left": partial(moves.code, -1),
        "next_section": partial(moves.section, forward=True),
        "previous_section": partial(moves.section, forward=False),
        "next_paragraph": partial(moves.paragraph, forward=True),
        "previous_paragraph": partial(moves.paragraph, forward=False),
        "back": ways.back,
        "forward": ways.forward,
        "search": search.open,
        "changes": parts.changes.toggle,
        "search_words": partial(search.choose, whole_words=True),
        "search_regex": partial(search.choose, is_regex=True),
        "follow": parts.links.follow,
        "next_match": partial(search.step, forward=True),
        "previous_match": partial(search.step, forward=False),
    }


def _notes(parts: Parts) -> dict[str, Callable[[], object]]:
    notes, places = parts.notes, parts.note_places
    return {
        "write_note": notes.write,
        "color": notes.color,
        "tags": notes.tag,
        "bookmark": notes.bookmark,
        "delete_note": notes.delete,
        "resolve": notes.resolve,
        "place_note": places.place,
        "confirm_place": places.confirm,
        "clear_conflicts": notes.clear_conflicts,
        "undo": notes.undo,
        "redo": notes.redo,
        "all_notes": places.all_notes,
        "notes_here": places.here,
        "take_up_draft": notes.take_up_draft,
        "copy": parts.selecting.copy_cited,
        "tie": parts.tying.tie,
        "take_along": parts.tying.take,
        "excerpts": parts.tying.look_over,
        "copy_text": parts.selecting.copy_text,
    }


def _selection(parts: Parts) -> dict[str, Callable[[], object]]:
    selecting = parts.selecting
    return {
        "select": selecting.begin,
        "sentence_forward": partial(selecting.sentence, 1),
        "sentence_back": partial(selecting.sentence, -1),
        "word_forward": partial(selecting.word, 1),
        "word_back": partial(selecting.word, -1),
        "other_end": selecting.other_end,
        "sentence_above": partial(selecting.numbered, 0),
    }


def _panes(parts: Parts) -> dict[str, Callable[[], object]]:
    panels, panes = parts.panels, parts.panes
    return {
        **{name: partial(panels.do, name) for name in CURSOR_ACTIONS},
        "all_figures": panels.all_figures,
        "next_pane": partial(panes.move_focus, forward=True),
        "previous_pane": partial(panes.move_focus, forward=False),
        "toggle_outline": partial(panes.toggle, "outline"),
        "toggle_panels": partial(panes.toggle, "panels"),
        "only_text": panes.only_text,
        "border_left": partial(panes.move_border, -1),
        "border_right": partial(panes.move_border, 1),
        "widen": partial(panes.widen, 1),
        "narrow": partial(panes.widen, -1),
        "guide": parts.moves.next_guide,
        "wrap_code": panes.wrap_code,
    }


def _program(parts: Parts, context: Callable[[], Context]) -> dict[str, Callable[[], object]]:
    looks, leaving, articles = parts.looks, parts.leaving, parts.articles
    return {
        "library": parts.to_library.open,
        "find": parts.to_library.find,
        "star": parts.to_library.star,
        "open_page": parts.links.open_page,
        "next_unread": partial(parts.to_library.step, forward=True),
        "previous_unread": partial(parts.to_library.step, forward=False),
        "theme": looks.choose_theme,
        "marks": parts.marking.choose_marks,
        "about": parts.telling.about,
        "help": lambda: looks.help(context()),
        "palette": lambda: looks.commands(context()),
        "edit_source": articles.edit,
        "reload": articles.reload,
        "leave": leaving.leave,
        "close": leaving.close,
        "quit": leaving.quit,
        "suspend": leaving.suspend,
        "interrupt": leaving.interrupt,
    }
