"""The line where a search is typed, with its choices and the number of hits beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from briefing.text.i18n import _
from briefing.ui.takes_keys import EndsTyping
from briefing.ui.widgets.fields import Field


class SearchLine(Field, EndsTyping):
    """An input that leaves Alt with a letter to the screen instead of typing the letter."""

    LONGEST: ClassVar[int] = 2_000
    """More than a search may have, so that it can say so."""

    @dataclass
    class Chosen(Message):
        """Alt and a letter were pressed."""

        key: str
        """As Textual names it."""

    def on_key(self, event: events.Key) -> None:
        """Hand Alt and a letter on."""
        if event.key.startswith("alt+"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Chosen(event.key))


class SearchBar(Horizontal):
    """Shown while a search is typed. Enter keeps it, Esc gives it up.

    Args:
        searches: Earlier ones, the newest last.
        hint: Which keys choose how it is searched.
    """

    @dataclass
    class Changed(Message):
        """Another pattern stands in the line, or it is to be searched in another way."""

        pattern: str
        """What was typed."""
        whole_words: bool
        """Whether hits may not begin or end inside a word."""
        is_regex: bool
        """Whether the pattern is a regular expression."""

    @dataclass
    class Finished(Message):
        """The search is over."""

        pattern: str
        """What was typed."""
        is_kept: bool
        """Whether the hits stay marked."""

    def __init__(self, searches: Sequence[str], hint: str) -> None:
        super().__init__(id="search", classes="-shown")
        self._hint = hint
        self._history = list(searches)
        self._recalled = len(self._history)
        self._draft = ""
        self._whole_words = False
        self._is_regex = False

    def compose(self) -> ComposeResult:
        """A slash, the line, how it is searched, and the count."""
        yield Static("/", id="search-sign", markup=False)
        yield SearchLine(placeholder=self._hint, id="search-input", compact=True)
        yield Static("", id="search-how", markup=False)
        yield Static("", id="search-count", markup=False)

    def on_mount(self) -> None:
        """Type into the line."""
        self.query_one(Input).focus()

    def open(self) -> None:
        """Show the line, empty, and type into it."""
        self.add_class("-shown")
        field = self.query_one(Input)
        field.value = ""
        self._recalled = len(self._history)
        self.tell("")
        field.focus()

    def close(self) -> None:
        """Hide the line."""
        self.remove_class("-shown")

    @property
    def is_open(self) -> bool:
        """Whether a search is being typed."""
        return self.has_class("-shown")

    @property
    def searches(self) -> tuple[str, ...]:
        """What was searched for, the newest last."""
        return tuple(self._history)

    def choose(self, *, whole_words: bool = False, is_regex: bool = False) -> None:
        """Turn whole words or regular expressions on or off."""
        self._whole_words ^= whole_words
        self._is_regex ^= is_regex
        chosen = {_("words"): self._whole_words, _("regex"): self._is_regex}
        how = " ".join(f"[{name}]" for name, is_on in chosen.items() if is_on)
        self.query_one("#search-how", Static).update(how)
        self._tell_change()

    def _tell_change(self) -> None:
        pattern = self.query_one(Input).value
        self.post_message(self.Changed(pattern, self._whole_words, self._is_regex))

    def tell(self, count: str) -> None:
        """Show how many hits there are, or what is wrong with the pattern."""
        self.query_one("#search-count", Static).update(count)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while it is typed."""
        event.stop()
        if self.is_open:
            self._tell_change()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: the hits stay."""
        event.stop()
        if event.value:
            kept = [search for search in self._history if search != event.value]
            self._history = [*kept, event.value]
        self.post_message(self.Finished(event.value, is_kept=True))

    def on_key(self, event: events.Key) -> None:
        """Esc gives the search up; up and down bring earlier ones back."""
        if event.key == "escape":
            event.stop()
            self.post_message(self.Finished(self.query_one(Input).value, is_kept=False))
        elif event.key in ("up", "down") and self._history:
            event.stop()
            self._recall(-1 if event.key == "up" else 1)

    def _recall(self, step: int) -> None:
        """Bring an earlier search into the line; below the newest stands what was typed."""
        line = self.query_one(Input)
        if self._recalled == len(self._history):
            self._draft = line.value
        self._recalled = max(0, min(len(self._history), self._recalled + step))
        line.value = [*self._history, self._draft][self._recalled]
        line.cursor_position = len(line.value)
