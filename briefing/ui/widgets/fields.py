"""Lines to type in."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.events import Paste
from textual.widgets import Input

from briefing.text.i18n import _

_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""What ends a line, as `str.splitlines` has it; several in a row are one break."""


class Field(Input):
    """A line whose cursor stands still: nothing blinks, and nothing is drawn while nobody types."""

    LONGEST: ClassVar[int] = 1_000
    """Characters that it takes. Textual measures and draws the whole line with every key."""

    def on_mount(self) -> None:
        """Keep the cursor steady."""
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """Take all that is pasted, up to what a line takes: in one line, a line break is a space.

        What is left out is rung for.
        """
        event.prevent_default()
        event.stop()
        self.replace(_BREAKS.sub(" ", event.text[: self.LONGEST]), *self.selection)
        if len(event.text) > self.LONGEST:
            self.app.bell()


class TagsField(Field):
    """The tags of a note, with commas between them. More than a line takes stay as they are.

    Args:
        tags: What the note has.
        placeholder: What the empty line says.
        name: Its id in the style sheet.
    """

    def __init__(self, tags: tuple[str, ...], *, placeholder: str, name: str | None = None) -> None:
        line = ", ".join(tags)
        self._too_many = tags if len(line) > self.LONGEST else None
        super().__init__(
            "" if self._too_many else line,
            placeholder=_("too many to be changed here") if self._too_many else placeholder,
            id=name,
            compact=True,
            disabled=self._too_many is not None,
        )

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags as they are now."""
        return split_tags(self.value) if self._too_many is None else self._too_many


def split_tags(line: str) -> tuple[str, ...]:
    """Tags from a line: commas between them, a ``#`` before one does not count."""
    tags = (tag.strip().lstrip("#").strip() for tag in line.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))
