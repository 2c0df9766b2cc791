"""The one table of what a key can do.

Bindings, footer, help, the command palette, `briefing keys` and the user's overrides are all made
from it. It needs no screen library, so that a command can print it at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.text.i18n import _
from briefing.ui.key_actions import Action, Group, maker
from briefing.ui.key_contexts import ALSO, LIBRARY_TOO, TYPED, Context
from briefing.ui.key_titles import key_title

__all__ = ["ACTIONS", "ALSO", "LIBRARY_TOO", "TYPED", "Action", "Context", "Group", "key_of"]


def _table() -> Iterator[Action]:
    yield from _moving()
    yield from _finding()
    yield from _noting()
    yield from _selecting()
    yield from _panels()
    yield from _arranging()
    yield from _library()
    yield from _program()


def _moving() -> Iterator[Action]:
    action = maker(Context.ARTICLE, Group.MOVE)

    yield action("line_down", "j down", _("down"), _("one line down"))
    yield action("line_up", "k up", _("up"), _("one line up"))
    yield action("page_down", "space pagedown", _("page"), _("one page down"))
    yield action("page_up", "b pageup", _("page up"), _("one page up"))
    yield action("half_page_down", "ctrl+d", _("half page"), _("half a page down"))
    yield action("half_page_up", "ctrl+u", _("half page up"), _("half a page up"))
    yield action("go_to_start", "g home", _("start"), _("to the beginning"))
    yield action("go_to_end", "G end", _("end"), _("to the end"))

    yield action("code_right", "right l", _("code right"), _("scroll code that is not wrapped"))
    yield action("code_left", "left h", _("code left"), _("scroll code back"))

    anywhere = maker(Context.ANYWHERE, Group.MOVE)

    yield anywhere("next_section", "] >", _("section"), _("to the next section"))
    yield anywhere("previous_section", "[ <", _("section back"), _("to the previous section"))
    yield anywhere("next_paragraph", "} )", _("paragraph"), _("to the next paragraph"))
    yield anywhere("previous_paragraph", "{ (", _("paragraph back"), _("to the previous paragraph"))
    yield action("heading", "1 2 3 4 5 6 7 8 9", _("heading"), _("to the N-th heading"))
    yield anywhere("back", "ctrl+o alt+left", _("back"), _("back to where the last jump began"))
    yield anywhere("forward", "alt+right", _("forward"), _("forward again"))


def _finding() -> Iterator[Action]:
    action = maker(Context.ANYWHERE, Group.FIND)

    yield action(
        "search", "/", _("search"), _("search; case and accents count only where you type them")
    )

    typing = maker(Context.SEARCH, Group.FIND)

    yield typing("search_words", "alt+w", _("whole words"), _("whole words only, or parts too"))
    yield typing(
        "search_regex", "alt+r", _("expression"), _("a regular expression, or plain words")
    )
    yield action(
        "changes", "=", _("changes"), _("what changed since you read it; again: no more of it")
    )
    yield action("follow", "f", _("links"), _("put letters over the links in view, to open one"))
    yield action("next_match", "n", _("next"), _("next hit or change; else the next mark"))
    yield action("previous_match", "N", _("previous"), _("previous hit, change or mark"))


def _noting() -> Iterator[Action]:
    action = maker(Context.ANYWHERE, Group.NOTES)

    yield action(
        "write_note", "a", _("note"), _("note on the selection, else on the sentence at hand")
    )
    yield action("color", "c", _("colour"), _("colour of the note at hand, or a new highlight"))
    yield action("tags", "t", _("tags"), _("tags of the note at hand"))
    yield action("bookmark", "m", _("bookmark"), _("set or remove a bookmark here"))
    yield action("delete_note", "d", _("delete"), _("delete the note at hand (u brings it back)"))
    yield action("resolve", "R", _("resolve"), _("resolve the note at hand, or open it again"))
    yield action(
        "place_note",
        "P",
        _("passage"),
        _("change the passage of the note at hand: select it, then P again puts the note there"),
    )
    yield action(
        "confirm_place",
        "s",
        _("confirm"),
        _("accept the place of an uncertain note, new words, or notes from an old name"),
    )
    yield action(
        "clear_conflicts", "C", _("settle"), _("forget what lost in a merge of the note at hand")
    )
    yield action("undo", "u", _("undo"), _("undo the last change of the notes"))
    yield action("redo", "U", _("redo"), _("do again what was undone"))
    yield action("all_notes", "A", _("all notes"), _("all notes on this article, with a filter"))
    in_text = maker(Context.ARTICLE, Group.NOTES)

    yield in_text(
        "notes_here", "enter", _("notes here"), _("the notes at hand; again: edit the note")
    )

    yield action(
        "take_up_draft", "W", _("go on"), _("go on with a note that was never saved, after a crash")
    )
    yield from _passing_on()


def _passing_on() -> Iterator[Action]:
    action = maker(Context.ANYWHERE, Group.NOTES)

    yield action("copy", "y", _("copy"), _("copy the passage with its citation"))
    yield action(
        "tie", "B", _("tie"), _("tie the passage to one of another article: B here, then B there")
    )
    yield action("take_along", "X", _("take along"), _("gather the passage for a draft"))
    yield action(
        "excerpts", "E", _("draft"), _("the gathered passages: to order, to copy, a draft")
    )
    yield action("copy_text", "Y", _("copy text"), _("copy only the text of the passage"))


def _selecting() -> Iterator[Action]:
    action = maker(Context.SELECTION, Group.SELECT)

    yield Action(
        "select",
        ("v",),
        Context.ANYWHERE,
        Group.SELECT,
        _("select"),
        _("select by keyboard, from the sentence at hand"),
    )
    yield action("sentence_forward", "j down", _("sentence"), _("one sentence further"))
    yield action("sentence_back", "k up", _("sentence back"), _("one sentence back"))
    yield action("word_forward", "l right", _("word"), _("one word further"))
    yield action("word_back", "h left", _("word back"), _("one word back"))
    yield action("other_end", "o", _("other end"), _("move the other end of the selection"))
    yield action(
        "nth_sentence",
        "1 2 3 4 5 6 7 8 9",
        _("that sentence"),
        _("only the sentence that has this number beside it"),
    )
    yield action(
        "sentence_above", "0", _("heading"), _("only what stands above: the heading, or the title")
    )


def _panels() -> Iterator[Action]:
    action = maker(Context.PANEL, Group.PANELS)

    yield action("row_down", "j down", _("down"), _("next row"))
    yield action("row_up", "k up", _("up"), _("previous row"))
    yield action("row_page_down", "space pagedown ctrl+d", _("page"), _("a page of rows down"))
    yield action("row_page_up", "b pageup ctrl+u", _("page up"), _("a page of rows up"))
    yield action("first_row", "g home", _("first"), _("first row"))
    yield action("last_row", "G end", _("last"), _("last row"))
    yield action(
        "choose", "enter", _("jump"), _("jump to the passage; again: next mention, or edit a note")
    )

    reading = maker(Context.READING, Group.PANELS)
    yield reading(
        "all_figures", "F", _("all figures"), _("all figures of this article, with a filter")
    )

    anywhere = maker(Context.ANYWHERE, Group.PANELS)
    yield anywhere("next_pane", "tab", _("pane"), _("next pane"))
    yield anywhere("previous_pane", "shift+tab", _("pane back"), _("previous pane"))


def _arranging() -> Iterator[Action]:
    anywhere = maker(Context.ANYWHERE, Group.PANELS)

    yield anywhere("toggle_outline", "\\", _("outline"), _("show or hide the outline"))
    yield anywhere("toggle_panels", "p", _("panels"), _("show or hide the panels"))
    yield anywhere("only_text", "z", _("only text"), _("only the text, nothing beside it"))
    yield anywhere(
        "border_left",
        "H",
        _("border left"),
        _("move the border of the panels to the left; in the outline, its own"),
    )
    yield anywhere(
        "border_right",
        "L",
        _("border right"),
        _("move the border of the panels to the right; in the outline, its own"),
    )
    yield anywhere("widen", "+", _("wider"), _("a wider column of text"))
    yield anywhere("narrow", "-", _("narrower"), _("a narrower column of text"))
    yield anywhere(
        "guide", "i", _("guide"), _("dim all but the paragraph at hand; again: a ruler on its line")
    )
    yield anywhere("marks", "M", _("marks"), _("which marks are drawn over the text"))
    yield anywhere("wrap_code", "w", _("wrap code"), _("wrap long lines of code, or cut them"))


def _library() -> Iterator[Action]:
    text = maker(Context.READING, Group.LIBRARY)

    yield text("library", "o", _("library"), _("the library in which the article lies"))
    yield text("find", "S", _("find"), _("search the texts and notes of the library"))
    yield text("next_unread", ".", _("next unread"), _("to the next article not read yet"))
    yield text(
        "previous_unread", ",", _("unread before"), _("to the previous article not read yet")
    )

    yield text("open_page", "O", _("web page"), _("show the page that it came from in the browser"))
    yield text("star", "*", _("star"), _("give a star, or take it away; what has one is kept"))

    action = maker(Context.LIBRARY, Group.LIBRARY)

    yield action("mark_read", "x", _("read"), _("mark the article as read, or as unread"))
    yield action("add", "a", _("add"), _("add a file, a folder, a web address or a feed"))
    yield action("pick", "m", _("pick"), _("pick the article for what you do next, or no longer"))
    yield action("pick_all", "M", _("pick all"), _("pick all articles that are shown, or none"))
    yield action("delete_article", "d", _("delete"), _("to the trash; its notes stay"))
    yield action("delete_all", "D", _("delete all"), _("to the trash, with its notes"))
    yield action("look_again", "r", _("news"), _("ask the feeds for news, and look at files again"))
    yield action("update_feed", "R", _("this feed"), _("ask the feed at hand, due or not"))
    yield action("order", "o", _("order"), _("order by date, title, length or path"))


def _program() -> Iterator[Action]:
    action = maker(Context.ANYWHERE, Group.PROGRAM)

    yield action("theme", "T", _("theme"), _("choose a theme, seeing it at once"))
    yield action("about", "I", _("about"), _("where the text comes from, and what the signs mean"))
    yield action("help", "?", _("help"), _("the keys, here"))
    yield action("palette", ": ctrl+p", _("commands"), _("everything by name"))
    yield action("edit_source", "e", _("edit"), _("open the source in $EDITOR at this line"))
    yield action("reload", "r", _("reload"), _("read the file again; place and notes stay"))
    yield action("leave", "q", _("quit"), _("back, or quit"))
    yield action("close", "escape", _("close"), _("close one layer; never quits"))
    yield action("quit", "ctrl+q", _("quit"), _("quit; asks when a note is being written"))
    yield action("suspend", "ctrl+z", _("suspend"), _("back to the shell; `fg` comes back"))
    yield action("interrupt", "ctrl+c", _("stop"), _("end at once, with status 130"))

    dialog = maker(Context.DIALOG, Group.NOTES)

    yield dialog("save_note", "ctrl+s", _("save"), _("save the note being written"))
    yield dialog("note_in_editor", "ctrl+e", _("editor"), _("go on writing in $EDITOR"))


ACTIONS: tuple[Action, ...] = tuple(_table())
"""Every action, in the order of the help page."""

NUMBERED = frozenset({"heading", "nth_sentence"})
"""Those that take the digit of their key, so that they are nothing without one."""


def key_of(action: Action) -> str:
    """The first key of an action, as people write it; of those that are digits the whole range."""
    if action.id in NUMBERED and len(action.keys) > 1:
        return f"{key_title(action.keys[0])}…{key_title(action.keys[-1])}"
    return key_title(action.keys[0]) if action.keys else ""
