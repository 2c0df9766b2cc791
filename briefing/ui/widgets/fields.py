"""Lines to type in."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.events import Paste
from textual.widgets import Input

from briefing.text.i18n import _

_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""What ends a line, as `str.splitlines` has it; several in a row are one break."""


_IN_QUOTES = re.compile(r'#?"([^"]*)"')
_TAGS = re.compile(rf"{_IN_QUOTES.pattern}|(?:(?!{_IN_QUOTES.pattern}).)+")
_COMMA = re.compile(r",|\s(?=#)")
_PARTING = re.compile(r"[,\s]")
"""What stands between tags: commas, and a space before the sign of one; or spaces, too."""


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
    """The tags of a note, with commas or spaces between them; one with either stands in quotes.

    What nobody changed, and more than a line takes, stays as it is.

    Args:
        tags: What the note has.
        placeholder: What the empty line says.
        name: Its id in the style sheet.
    """

    def __init__(self, tags: tuple[str, ...], *, placeholder: str, name: str | None = None) -> None:
        line = ", ".join(f'"{tag}"' if _PARTING.search(tag) else tag for tag in tags)
        self._before = (line, tags)
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
        if self._too_many is not None:
            return self._too_many
        line, tags = self._before
        return tags if self.value == line else split_tags(self.value)


def split_tags(line: str) -> tuple[str, ...]:
    """Tags from a line: with commas between them, or with spaces where no comma stands.

    A ``#`` begins a tag and does not count; what stands between quotes is one, whatever it holds.
    """
    parting = _COMMA if "," in _IN_QUOTES.sub("", line) else _PARTING
    tags = []
    for match in _TAGS.finditer(line):
        tags += [match[1]] if match[1] is not None else parting.split(match[0])
    bare = (" ".join(tag.split()).lstrip("#").strip() for tag in tags)
    return tuple(dict.fromkeys(tag for tag in bare if tag))
