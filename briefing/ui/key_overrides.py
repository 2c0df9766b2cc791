"""The keys that a user wants instead of the usual ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from briefing.model.errors import Fault
from briefing.text.i18n import _
from briefing.ui.key_contexts import FOLLOWS
from briefing.ui.keys import ALSO, LIBRARY_TOO, TYPED, Action, Context


def with_overrides(
    actions: tuple[Action, ...],
    overrides: Mapping[str, tuple[str, ...]],
    where: str,
    lines: Mapping[str, str] = MappingProxyType({}),
) -> tuple[tuple[Action, ...], tuple[Fault, ...]]:
    """Give actions the keys that the user wants.

    Args:
        actions: The table.
        overrides: Keys by action id.
        where: The settings file, for the faults.
        lines: The file and line of each override, by ``keys.`` and the action's id.

    Returns:
        The table with those keys, and a fault for each unknown action and each key that two
        actions of one context would share; such an override is left out.
    """
    usual = {action.id: action for action in actions}
    unknown = [name for name in overrides if name not in usual]
    faults = [_unknown(name, lines.get(f"keys.{name}", where)) for name in unknown]
    mine = {name: keys for name, keys in overrides.items() if name in usual}
    followers = _followers(mine)
    mine |= followers
    while True:
        table = {
            name: replace(action, keys=mine.get(name, action.keys))
            for name, action in usual.items()
        }
        clash = _first_clash(table, mine)
        if clash is None:
            return tuple(table.values()), tuple(faults)
        name, key, other = clash
        del mine[name]
        if name not in followers:
            faults.append(_taken(name, key, other, lines.get(f"keys.{name}", where)))


def _unknown(name: str, place: str) -> Fault:
    """That somebody gave a key to an action that there is not."""
    what = _("there is no action {name}").format(name=name)
    return Fault(what, where=place, remedy=_("`briefing keys` lists them"))


def _followers(mine: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Keys of actions that have those of another one, unless they have their own."""
    return {
        name: mine[leader]
        for name, leader in FOLLOWS.items()
        if leader in mine and name not in mine
    }


def _taken(name: str, key: str, other: str, place: str) -> Fault:
    """That a key which somebody gave to an action belongs to another one."""
    return Fault(
        _("key {key} is taken by {other}").format(key=key, other=other),
        where=place,
        remedy=_("give {name} another key").format(name=name),
    )


def _first_clash(
    table: Mapping[str, Action], mine: Mapping[str, tuple[str, ...]]
) -> tuple[str, str, str] | None:
    """An action whose new key another one has too, the key, and that other one."""
    for name in reversed(list(mine)):
        for other in table.values():
            if other.id != name and meet(other, table[name]):
                for key in mine[name]:
                    if key in other.keys:
                        return name, key, other.id
    return None


def meet(one: Action, other: Action) -> bool:
    """Whether a key could mean both in one place."""
    return bool(_places(one) & _places(other))


def _places(action: Action) -> set[Context]:
    """Where keys are pressed that could mean an action."""
    found = {place for place in Context if action.context in _looked_up(place)}
    is_guest = action.context in (Context.ANYWHERE, Context.READING)
    return found - ({Context.LIBRARY} if is_guest and action.id not in LIBRARY_TOO else set())


def _looked_up(place: Context) -> tuple[Context, ...]:
    """Where a key is looked up that is pressed in a place."""
    anywhere = () if place in TYPED else (Context.ANYWHERE,)
    also = (each for each in ALSO.get(place, ()) if each is not Context.ARTICLE)
    return (place, *also, *anywhere)  # what moves rows in a panel moves lines of the text beside it
