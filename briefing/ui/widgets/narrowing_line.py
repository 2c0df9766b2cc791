"""A line at the lower edge of a list, to type words that its rows must have."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from briefing.text.i18n import _
from briefing.ui.widgets.fields import Field


class NarrowingLine(Horizontal):
    """A sign and the words; not there until it is opened."""

    def __init__(self) -> None:
        super().__init__(id="filter-line")
        self.field = Field(id="filter", placeholder=_("words of title, site, tags"), compact=True)
        """What is typed."""

    def compose(self) -> ComposeResult:
        """The sign, and the words."""
        yield Static("/", id="filter-sign", markup=False)
        yield self.field
