"""The table of keys as rows: what can be done here first, then all else by what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.ui.keys import NUMBERED, Action, Context, Group
from briefing.ui.render.legend import legend_rows
from briefing.ui.render.rows import Row, Words

_KEY_CELLS = 18
"""Room for the keys of an action, before what it does."""
_NARROW_CELLS = 56
"""Below this the keys stand before it without a column of their own."""


def help_rows(
    actions: Sequence[Action],
    words: str = "",
    *,
    here: Context = Context.ARTICLE,
    width_cells: int = 80,
) -> Iterator[Row]:
    """The keys that match, each with what it does; then the signs beside the text.

    Args:
        actions: The table.
        words: What is looked for, in any order.
        here: Where the reader is; what only works there comes first.
        width_cells: The room of a row.
    """
    found = [action for action in actions if _fits(action, words)]
    own = [] if here is Context.ARTICLE else [a for a in found if a.context is here]
    groups = [(_("Here: {where}").format(where=context_name(here)), own)]
    groups += [
        (group_name(group), [a for a in found if a.group is group and a not in own])
        for group in Group
    ]
    sections = [list(_section(title, group, here, width_cells)) for title, group in groups]
    signs = list(legend_rows(words))
    if signs:
        sections.append([Row((Words(_("Signs beside the text"), "heading", bold=True),)), *signs])
    return with_air(section for section in sections if section)


def with_air(sections: Iterable[Sequence[Row]]) -> Iterator[Row]:
    """The rows of all sections, with an empty one between two of them."""
    for number, section in enumerate(sections):
        if number:
            yield Row((Words(""),))
        yield from section


def command_rows(
    actions: Sequence[Action], headings: Iterable[str], words: str = "", *, width_cells: int = 80
) -> Iterator[Row]:
    """What can be done, by name, with its key.

    Args:
        actions: What can be done here.
        headings: The first headings of the article, each of which has a key of its own.
        words: What is looked for, in any order.
        width_cells: The room of a row.
    """
    for action in actions:
        if action.id not in NUMBERED and _fits(action, words):
            yield key_row(action.title, action.help, width_cells, ref=action.id)
    for number, heading in enumerate(headings, 1):
        said = _("to heading {number}: {heading}").format(number=number, heading=glimpse(heading))
        if has_words(said, words):
            yield key_row(str(number), said, width_cells, ref=f"heading/{number}")


def key_row(keys: str, said: str, width_cells: int, *, ref: str, where: str = "") -> Row:
    """Keys, and what they do: in two columns where there is room."""
    is_wide = width_cells >= _NARROW_CELLS
    return Row(
        (
            Words(f"{keys:<{_KEY_CELLS}} " if is_wide else f"{keys}  ", bold=True),
            Words(said),
            *((Words(f"  {where}", "muted"),) if where else ()),
        ),
        ref=ref,
        hang_cells=_KEY_CELLS + 1 if is_wide else 2,
    )


def _section(
    title: str, actions: Sequence[Action], here: Context, width_cells: int
) -> Iterator[Row]:
    if actions:
        yield Row((Words(title, "heading", bold=True),))
    for action in actions:
        where = "" if action.context is here else context_name(action.context)
        yield key_row(action.title, action.help, width_cells, ref=action.id, where=where)


def _fits(action: Action, words: str) -> bool:
    return has_words(f"{action.title} {action.label} {action.help} {action.id}", words)


def has_words(text: str, words: str) -> bool:
    """Whether a text has all of some words or parts of them, in any order."""
    return all(word in text.casefold() for word in words.casefold().split())


def group_name(group: Group) -> str:
    """A group of keys, as the help page heads it."""
    return {
        Group.MOVE: _("Moving"),
        Group.FIND: _("Finding"),
        Group.NOTES: _("Notes"),
        Group.SELECT: _("Selecting"),
        Group.PANELS: _("Panes"),
        Group.LIBRARY: _("Library"),
        Group.PROGRAM: _("Program"),
    }[group]


def context_name(context: Context) -> str:
    """Where a key means what the table says; empty for everywhere."""
    return {
        Context.ANYWHERE: "",
        Context.ARTICLE: _("in the text"),
        Context.SELECTION: _("while selecting"),
        Context.PANEL: _("in a pane"),
        Context.READING: _("in text and panes"),
        Context.LIBRARY: _("in the library"),
        Context.SEARCH: _("in the search line"),
        Context.DIALOG: _("while writing"),
    }[context]
