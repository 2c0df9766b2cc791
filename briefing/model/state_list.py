"""States that a text names, and lists that it gives."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.anchor import Wording
from briefing.model.span import Span


@dataclass(frozen=True, slots=True)
class State:
    """A state, with every place where the text speaks of it."""

    code: str
    """ISO 3166-1 alpha-2, for example ``KP`` (XK for Kosovo)."""
    name: str
    """Its name in the article's language."""
    mentions: tuple[Span, ...]
    """By name, in the order of the text."""
    other_mentions: tuple[Span, ...] = ()
    """By adjective or capital, in the order of the text."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list."""

    name: str
    """As the list gives it."""
    code: str | None
    """ISO 3166-1 alpha-2 in a list of states."""
    span: Span | None
    """Its passage; None where the text does not have it."""
    also: tuple[str, ...] = ()
    """Other names that the text uses for it."""
    changed: Wording | None = None
    """Both wordings, where the text has other words than the quote now."""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list that the text gives or that an editor made of it."""

    title: str
    """What is listed."""
    kind: str | None
    """``states``, or None for anything else."""
    expected: int | None
    """How many entries the text itself announces."""
    items: tuple[ListItem, ...]
    """The entries, in order."""
    auto: bool = False
    """Whether analysis found it, not an editor."""
