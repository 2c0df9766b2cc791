"""Writing a note: its words, its kind, its colour and its tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from briefing.model.errors import BriefingError
from briefing.model.note import COLORS, NoteKind
from briefing.session.notebook import NoteDraft
from briefing.text.i18n import _
from briefing.text.safe import one_line
from briefing.ui.dialogs.choose import ConfirmDialog
from briefing.ui.dialogs.tags import split_tags

_LOW_ROWS = 18
"""Below this the dialog shows less of the passage and of the text."""


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

    def __init__(self, label: str, words: tuple[str, ...], index: int, *, name: str) -> None:
        super().__init__(id=name)
        self.label = label
        self.words = words
        self.set_reactive(ChoiceLine.index, index)

    def render(self) -> str:
        """The label and the word between arrows."""
        return f"{self.label:<8}◂ {self.words[self.index]} ▸"

    def action_step(self, by: int) -> None:
        """Take the next word, around the ends."""
        self.index = (self.index + by) % len(self.words)
        self.post_message(self.Changed())

    def on_click(self, event: events.Click) -> None:
        """A click takes the next word."""
        event.stop()
        self.action_step(1)


class NoteText(TextArea):
    """The words of a note. Textual's own use of Ctrl+e gives way to the reader's editor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "screen.note_in_editor", id="note_in_editor", show=False)
    ]


class NoteDialog(ModalScreen[None]):
    """Opens with the cursor in the text. Closes only when the note is saved, or given up."""

    CSS_PATH: ClassVar[str] = "dialogs.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        # None of them has priority: a key with priority overtakes the letters typed before it.
        Binding("ctrl+s", "save_note", id="save_note", show=False),
        Binding("ctrl+e", "note_in_editor", id="note_in_editor", show=False),
        Binding("escape", "close", show=False),
        Binding("ctrl+q", "close", show=False),
    ]

    def __init__(
        self,
        quote: str,
        draft: NoteDraft,
        save: Callable[[NoteDraft], None],
        edit: Callable[[str], str],
    ) -> None:
        """Open a note.

        Args:
            quote: The passage it is about.
            draft: What it says so far.
            save: Saves it, or raises a `BriefingError`; then the dialog stays open.
            edit: Lets the reader's own editor change a text.
        """
        super().__init__(classes="dialog")
        self.quote = one_line(quote)
        self.draft = draft
        self.save = save
        self.edit = edit

    def compose(self) -> ComposeResult:
        """The passage, the text, and one line each for kind, colour and tags."""
        kinds = tuple(kind_name(kind) for kind in NoteKind)
        colors = (_("no colour"), *(_(color) for color in COLORS))
        color = COLORS.index(self.draft.color) + 1 if self.draft.color in COLORS else 0
        with Vertical(classes="frame") as frame:
            frame.border_title = _("Note")
            yield Static(f"«{self.quote}»", id="note-quote", markup=False)
            yield NoteText(self.draft.text, id="note-text", soft_wrap=True)
            yield ChoiceLine(
                _("Kind"), kinds, list(NoteKind).index(self.draft.kind), name="note-kind"
            )
            yield ChoiceLine(_("Colour"), colors, color, name="note-color")
            with Horizontal(classes="field"):
                yield Static(_("Tags"), classes="label", markup=False)
                yield Input(
                    ", ".join(self.draft.tags),
                    placeholder=_("separated by commas"),
                    id="note-tags",
                    compact=True,
                )
            yield Static("", id="note-error", markup=False)
            yield Static(
                _("Ctrl+s save · Esc close · Tab next field · Ctrl+e editor"),
                classes="hint",
                markup=False,
            )

    def on_mount(self) -> None:
        """Begin to write, behind what is there."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    def on_key(self, event: events.Key) -> None:
        """Take what is typed before the text has the focus: on a slow machine that is a while."""
        if self.focused is None and event.character and event.is_printable:
            event.stop()
            self.query_one(TextArea).insert(event.character)

    def on_resize(self) -> None:
        """Leave out what there is no room for."""
        self.set_class(self.app.size.height < _LOW_ROWS, "-low")

    @property
    def written(self) -> NoteDraft:
        """What the note says now."""
        color = self.query_one("#note-color", ChoiceLine).index
        kind = list(NoteKind)[self.query_one("#note-kind", ChoiceLine).index]
        return NoteDraft(
            text=self.query_one(TextArea).text,
            kind=kind,
            color=COLORS[color - 1] if color else None,
            tags=split_tags(self.query_one("#note-tags", Input).value),
        )

    def action_save_note(self) -> None:
        """Save, then close. What cannot be saved stays here, with the reason."""
        try:
            self.save(self.written)
        except BriefingError as error:
            self.query_one("#note-error", Static).update(str(error))
            return
        self.dismiss(None)

    def action_note_in_editor(self) -> None:
        """Go on writing in the reader's own editor."""
        area = self.query_one(TextArea)
        try:
            area.text = self.edit(area.text)
        except BriefingError as error:
            self.query_one("#note-error", Static).update(str(error))

    def action_close(self) -> None:
        """Close; asks first when something would be lost."""
        if self.written == replace(self.draft, tags=tuple(self.draft.tags)):
            self.dismiss(None)
            return
        question = ConfirmDialog(
            _("This note is not saved"), yes=_("give it up"), no=_("go on writing")
        )
        self.app.push_screen(question, self._close_if)

    def _close_if(self, answer: str | None) -> None:
        if answer == "yes":
            self.dismiss(None)


def kind_name(kind: NoteKind) -> str:
    """A kind of note, as people call it."""
    return {
        NoteKind.HIGHLIGHT: _("highlight"),
        NoteKind.NOTE: _("note"),
        NoteKind.QUESTION: _("question"),
        NoteKind.CORRECTION: _("correction"),
        NoteKind.BOOKMARK: _("bookmark"),
    }[kind]
