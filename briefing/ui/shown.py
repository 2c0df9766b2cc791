"""What a screen must have so that its looks can be changed and its keys be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from textual.screen import Screen

from briefing.model.reading_state import Choices
from briefing.ui.keys import Action


class Shown(Protocol):
    """A screen with keys of the table."""

    @property
    def screen(self) -> Screen[Any]:
        """The screen itself."""

    @property
    def actions(self) -> Mapping[str, Action]:
        """The table of keys, by their ids."""

    @property
    def headings(self) -> Sequence[str]:
        """The headings to which a digit leads."""

    def choose(self, choices: Choices) -> None:
        """Remember what the reader chose."""
