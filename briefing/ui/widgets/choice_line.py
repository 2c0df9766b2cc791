"""One of a few words, in a line of a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class ChoiceLine(Widget, can_focus=True):
    """One of a few words, changed with the arrow keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,space", "step(1)", show=False),
        Binding("left,h", "step(-1)", show=False),
    ]

    index: reactive[int] = reactive(0)
    """0-based index of the chosen word."""

    class Changed(Message):
        """Another word was chosen."""

    def __init__(
        self,
        label: str,
        words: tuple[str, ...],
        index: int,
        *,
        name: str,
        looks: Sequence[str] = (),
    ) -> None:
        """Make the line.

        Args:
            label: What is chosen.
            words: What there is to choose from.
            index: 0-based index of the chosen word.
            name: Its id in the style sheet.
            looks: The colours of the theme that the words stand for; empty for one without.
        """
        super().__init__(id=name)
        self.label = label
        self.words = words
        self.looks = looks
        self.set_reactive(ChoiceLine.index, index)

    def render(self) -> Content:
        """The label, the word between arrows, and the colours that there are."""
        said = Content(f"{self.label:<8}◂ {self.words[self.index]} ▸")
        return Content.assemble(said, *(self._swatch(index) for index in range(len(self.looks))))

    def _swatch(self, index: int) -> Content:
        """A little of a colour, with a dot in the one that is chosen."""
        look = self.looks[index]
        if not look:
            return Content("  ")
        dot = " ● " if index == self.index else "   "
        return Content.styled(dot, f"${look}-text on ${look}")

    def action_step(self, by: int) -> None:
        """Take the next word, around the ends."""
        self.index = (self.index + by) % len(self.words)
        self.post_message(self.Changed())

    def on_click(self, event: events.Click) -> None:
        """A click takes the next word."""
        event.stop()
        self.action_step(1)
