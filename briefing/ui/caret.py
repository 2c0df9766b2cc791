"""Where the terminal's own cursor stands: at what has the focus, for who follows it by other means.

Textual moves it after each frame, for input methods, and hides it; a setting shows it.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.geometry import Offset
from textual.widget import Widget


@runtime_checkable
class HasCaret(Protocol):
    """A widget that knows its line or row at hand."""

    @property
    def caret(self) -> Offset | None:
        """The cell of the screen where that begins; None where there is none."""


@runtime_checkable
class IsTypedIn(Protocol):
    """One of Textual's own widgets that text is typed into."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the screen where the next letter goes."""


def caret_of(widget: object) -> Offset:
    """The cell of the screen where the cursor belongs while a widget has the focus."""
    if isinstance(widget, HasCaret) and widget.caret is not None:
        return widget.caret
    if isinstance(widget, IsTypedIn):
        return widget.cursor_screen_offset
    return widget.content_region.offset if isinstance(widget, Widget) else Offset(0, 0)
