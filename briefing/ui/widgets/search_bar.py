"""The line where a search is typed, with the number of hits beside it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from briefing.text.i18n import _


class SearchBar(Horizontal):
    """Shown while a search is typed. Enter keeps it, Esc gives it up."""

    @dataclass
    class Changed(Message):
        """Another pattern stands in the line."""

        pattern: str
        """What was typed."""

    @dataclass
    class Finished(Message):
        """The search is over."""

        pattern: str
        """What was typed."""
        is_kept: bool
        """Whether the hits stay marked."""

    def __init__(self) -> None:
        super().__init__(id="search", classes="-shown")
        self._typed_ahead = ""
        self._history: list[str] = []
        self._recalled = 0

    def compose(self) -> ComposeResult:
        """A slash, the line and the count."""
        yield Static("/", id="search-sign", markup=False)
        yield Input(placeholder=_("search"), id="search-input", compact=True)
        yield Static("", id="search-count", markup=False)

    def on_mount(self) -> None:
        """Type into the line, what came before it was there first."""
        field = self.query_one(Input)
        field.focus()
        field.insert_text_at_cursor(self._typed_ahead)
        self._typed_ahead = ""

    def type_ahead(self, character: str) -> None:
        """Take a character that was typed before the line had the focus."""
        if self.is_mounted:
            self.query_one(Input).insert_text_at_cursor(character)
        else:
            self._typed_ahead += character

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

    def tell(self, count: str) -> None:
        """Show how many hits there are, or what is wrong with the pattern."""
        self.query_one("#search-count", Static).update(count)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while it is typed."""
        event.stop()
        if self.is_open:
            self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: the hits stay."""
        event.stop()
        if event.value and event.value not in self._history[-1:]:
            self._history.append(event.value)
        self.post_message(self.Finished(event.value, is_kept=True))

    def on_key(self, event: events.Key) -> None:
        """Esc gives the search up; up and down bring earlier ones back."""
        if event.key == "escape":
            event.stop()
            self.post_message(self.Finished(self.query_one(Input).value, is_kept=False))
        elif event.key in ("up", "down") and self._history:
            event.stop()
            step = -1 if event.key == "up" else 1
            self._recalled = max(0, min(len(self._history), self._recalled + step))
            recalled = [*self._history, ""][self._recalled]
            self.query_one(Input).value = recalled
