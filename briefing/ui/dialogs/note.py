"""Writing a note: its words, its kind, its colour and its tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static, TextArea

from briefing.model.errors import BriefingError
from briefing.model.note import COLORS, NoteKind
from briefing.session.note_draft import NoteDraft
from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.text.local_forms import number
from briefing.ui.dialogs.choose import ConfirmDialog
from briefing.ui.dialogs.once import Dialog
from briefing.ui.widgets.choice_line import ChoiceLine
from briefing.ui.widgets.fields import TagsField
from briefing.ui.widgets.hint import Hint, Quote
from briefing.ui.widgets.note_text import NoteText

_LOW_ROWS = 18
"""Below this the dialog shows less of the passage and of the text."""


_FIELDS = "#note-text, #note-kind, #note-color, #note-tags"
"""What a note is written in."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What the dialog asks of the screen that opened it."""

    save: Callable[[NoteDraft], None]
    """Saves the note, or raises a `BriefingError`; then the dialog stays open."""
    edit: Callable[[str], str]
    """Lets the reader's own editor change a text."""
    keep: Callable[[NoteDraft], None]
    """Keeps what is typed so far against a crash, or raises a `BriefingError`."""
    forget: Callable[[], None]
    """Forgets what was kept: the note is saved or given up."""
    save_key: str
    """The key that saves, as people write it."""
    editor_key: str
    """The key that goes on in the reader's own editor."""

    @property
    def hint(self) -> str:
        """The keys that matter here."""
        words = _("{save} save · Esc close · Tab next field · {editor} editor")
        return words.format(save=self.save_key, editor=self.editor_key)


class NoteDialog(Dialog[None]):
    """Opens with the cursor in the text. Closes only when the note is saved, or given up."""

    CSS_PATH: ClassVar[str] = "dialogs.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        # None of them has priority: a key with priority overtakes the letters typed before it.
        Binding("ctrl+s", "save_note", id="save_note", show=False),
        Binding("ctrl+e", "note_in_editor", id="note_in_editor", show=False),
        Binding("escape", "close", show=False),
        Binding("ctrl+q", "close", show=False),
    ]

    KEEP_SECONDS: ClassVar[float] = 2.0
    """How often what is typed is kept."""

    def __init__(
        self,
        quote: str,
        draft: NoteDraft,
        writing: Writing,
        *,
        facts: Sequence[str] = (),
        typed: NoteDraft | None = None,
    ) -> None:
        """Open a note.

        Args:
            quote: The passage it is about.
            draft: What it says so far.
            writing: What becomes of what is typed.
            facts: What else there is to know of it: author, dates, what lost in a merge.
            typed: What was typed in an earlier sitting and never saved.
        """
        super().__init__(classes="dialog")
        self.quote = glimpse(quote)
        self.draft = draft
        self.writing = writing
        self.facts = facts
        self.typed = typed or draft
        self._latest = self._kept = self.typed
        self._is_over = False

    def compose(self) -> ComposeResult:
        """The passage, the text, and one line each for kind, colour and tags."""
        kinds = tuple(kind_name(kind) for kind in NoteKind)
        colors = (_("no colour"), *(_(color) for color in COLORS))
        color = COLORS.index(self.typed.color) + 1 if self.typed.color in COLORS else 0
        with Vertical(classes="frame") as frame:
            frame.border_title = _("Note")
            yield Quote(f"«{self.quote}»", name="note-quote")
            yield NoteText(self.typed.text, name="note-text")
            yield ChoiceLine(
                _("Kind"), kinds, list(NoteKind).index(self.typed.kind), name="note-kind"
            )
            looks = ("", *(f"note-{name}" for name in COLORS))
            yield ChoiceLine(_("Colour"), colors, color, name="note-color", looks=looks)
            with Horizontal(classes="field"):
                yield Static(_("Tags"), classes="label", markup=False)
                placeholder = _("separated by commas")
                yield TagsField(tuple(self.typed.tags), placeholder=placeholder, name="note-tags")
            if self.facts:
                with VerticalScroll(id="note-facts", can_focus=len(self.facts) > 1):
                    yield Static("\n".join(map(glimpse, self.facts)), markup=False)
            yield Static("", id="note-error", markup=False)
            yield Hint(self.writing.hint)

    def on_mount(self) -> None:
        """Begin to write, behind what is there."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)
        self.set_interval(self.KEEP_SECONDS, self.keep)

    def keep(self) -> None:
        """Keep what is typed, if there is anything new."""
        self._latest = self.written
        if self._latest == self._kept or self._is_over:
            return
        try:
            self.writing.keep(self._latest)
        except BriefingError as error:
            self.show_error(error)
        self._kept = self._latest

    def keep_open_work(self) -> None:
        """Keep what is typed; the app may be about to end."""
        self.keep()

    def on_text_area_changed(self) -> None:
        """Remember what is typed: a program that is told to end asks for it too late."""
        self._latest = self.written

    def on_unmount(self) -> None:
        """Keep what was typed when the program ends under it."""
        if not self._is_over and self._latest != self._kept:
            with suppress(BriefingError):  # nobody is left to read why
                self.writing.keep(self._latest)

    def on_note_text_held(self, event: NoteText.Held) -> None:
        """Say why no key changes the words."""
        words = _("{count} characters are too many to type in; {editor} opens them in an editor")
        self.say(words.format(count=number(event.length), editor=self.writing.editor_key))

    def show_error(self, error: BriefingError) -> None:
        """Say in one line what went wrong."""
        self.say(str(error))

    def say(self, words: str) -> None:
        """Say something on the line for what is wrong."""
        told = self.query_one("#note-error", Static)
        told.update(glimpse(words))
        told.add_class("-shown")

    def on_key(self, event: events.Key) -> None:
        """Take what is typed before the text has the focus: on a slow machine that is a while."""
        if self.focused is None and event.character and event.is_printable:
            event.stop()
            self.query_one(TextArea).insert(event.character)

    def on_resize(self) -> None:
        """Leave out what there is no room for."""
        is_low = self.app.size.height < _LOW_ROWS
        self.set_class(is_low, "-low")
        quote = self.query_one(Quote)
        quote.most_lines = 1 if is_low else 2
        quote.refresh(layout=True)

    @property
    def written(self) -> NoteDraft:
        """What the note says now; the last that it said where fields are going, at the end."""
        if len(self.query(_FIELDS)) < _FIELDS.count("#"):
            return self._latest
        color = self.query_one("#note-color", ChoiceLine).index
        kind = list(NoteKind)[self.query_one("#note-kind", ChoiceLine).index]
        return NoteDraft(
            text=self.query_one(NoteText).words,
            kind=kind,
            color=COLORS[color - 1] if color else self._other_color,
            tags=self.query_one(TagsField).tags,
        )

    @property
    def _other_color(self) -> str | None:
        """A colour that this version does not know is left alone."""
        return None if self.typed.color in COLORS else self.typed.color

    def action_save_note(self) -> None:
        """Save, then close. What cannot be saved stays here, with the reason."""
        try:
            self.writing.save(self.written)
        except BriefingError as error:
            self.show_error(error)
            return
        self._end()

    def action_note_in_editor(self) -> None:
        """Go on writing in the reader's own editor."""
        area = self.query_one(NoteText)
        try:
            area.words = self.writing.edit(area.words)
        except BriefingError as error:
            self.show_error(error)

    def action_close(self) -> None:
        """Close; asks first when something would be lost."""
        if self.written == replace(self.draft, tags=tuple(self.draft.tags)):
            self._end()
            return
        question = ConfirmDialog(
            _("This note is not saved"), yes=_("give it up"), no=_("go on writing")
        )
        self.app.push_screen(question, self._close_if)

    def _close_if(self, answer: str | None) -> None:
        if answer == "yes":
            self._end()

    def _end(self) -> None:
        self._is_over = True
        self.writing.forget()
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
