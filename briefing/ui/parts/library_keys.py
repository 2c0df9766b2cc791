"""The keys that the foot of a library names, by what they do where the keys go now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.text.i18n import _
from briefing.ui.keys import Action, key_of
from briefing.ui.parts.narrowing import Narrowing
from briefing.ui.parts.shelf import Shelf

_IN_LIST = (
    "choose", "search", "find", "look_again", "mark_read", "star", "add", "help", "order",
    "next_pane", "leave", "delete_article", "undo",
)  # fmt: skip
_OF_MANY = ("mark_read", "star", "delete_article", "pick", "pick_all")
_ELSEWHERE = ("next_pane", "find", "help", "leave")


def library_keys(
    actions: Mapping[str, Action], shelf: Shelf, narrowing: Narrowing
) -> Iterator[tuple[str, str]]:
    """Keys and what each does, the most useful first.

    Args:
        actions: All, by their ids.
        shelf: The list.
        narrowing: The line that narrows it.
    """
    if narrowing.is_typed_in:
        yield from narrowing.keys()
    elif shelf.picked:
        yield from _named(actions, _OF_MANY)
        yield key_of(actions["close"]), _("pick none")
    elif shelf.groups.has_focus:
        yield key_of(actions["choose"]), _("show it")
        yield from _named(actions, _ELSEWHERE)
    else:
        yield from _named(actions, _IN_LIST[:1])
        if narrowing.is_open:
            yield key_of(actions["close"]), _("show all again")
        yield from _named(actions, _IN_LIST[1:])


def _named(actions: Mapping[str, Action], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        yield key_of(actions[name]), _("open it") if name == "choose" else actions[name].label
