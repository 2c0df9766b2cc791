"""Where the words of a note are typed, however many there are."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from briefing.text.fitting import GLIMPSE, glimpse

LONGEST_LINE, LONGEST = 8_192, 65_536
"""Characters of a line, and of all, up to which a key is answered at once: Textual wraps a whole
line anew with every key, at a cost of some microseconds a character."""


class NoteText(TextArea):
    """The words of a note. Textual's own use of Ctrl+e gives way to the reader's editor.

    Words that are too long to be typed in are held: the area shows where they begin and takes no
    keys, they are saved as they are, and the reader's own editor can change them.

    Args:
        words: What the note says.
        name: Its id in the style sheet.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "screen.note_in_editor", id="note_in_editor", show=False)
    ]

    class Held(Message):
        """The words are too long to be typed in."""

        def __init__(self, length: int) -> None:
            super().__init__()
            self.length = length
            """How many characters they have."""

    def __init__(self, words: str, *, name: str) -> None:
        self._held = words if is_too_long(words) else None
        shown = words if self._held is None else glimpse(words)
        super().__init__(shown, id=name, soft_wrap=True, read_only=self._held is not None)

    @property
    def words(self) -> str:
        """What the note says, all of it."""
        return self.text if self._held is None else self._held

    @words.setter
    def words(self, words: str) -> None:
        self._held = words if is_too_long(words) else None
        self.read_only = self._held is not None
        self.text = words if self._held is None else glimpse(words)
        self._tell()

    def on_mount(self) -> None:
        """Keep the cursor steady: nothing blinks."""
        self.cursor_blink = False
        self._tell()

    def on_paste(self, event: events.Paste) -> None:
        """Hold the words if what is pasted makes them too long."""
        if self._held is not None:
            return
        start, end = sorted(self.selection)
        before = self.get_text_range((0, 0), start)
        words = f"{before}{event.text}{self.get_text_range(end, self.document.end)}"
        if len(event.text) > GLIMPSE and is_too_long(words):
            event.prevent_default()
            event.stop()
            self.words = words

    def _tell(self) -> None:
        if self._held is not None:
            self.post_message(self.Held(len(self._held)))


def is_too_long(words: str) -> bool:
    """Whether a key would not be answered at once in an area of these words."""
    return len(words) > LONGEST or any(len(line) > LONGEST_LINE for line in words.split("\n"))
