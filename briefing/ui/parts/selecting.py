"""Selecting a passage by key and by mouse, and copying it."""

from __future__ import annotations

import asyncio

from briefing.model.span import Place, Span
from briefing.session import clipboard
from briefing.session.selection import Selection, moved_in, select_span
from briefing.text.fitting import glimpse, shortened
from briefing.text.i18n import _
from briefing.text.width import cells
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text

_LEAST_QUOTE_CELLS = 16
"""So much of what was copied is told at least."""


class Selecting:
    """What is selected, and what is handed out of it."""

    def __init__(self, stage: Stage, text: Text) -> None:
        self._stage = stage
        self._text = text

    def begin(self) -> None:
        """Select by keyboard, from the sentence of the current place; again: select nothing.

        From a note in its panel whose passage is lost, select what it should be attached to.
        """
        stage, sitting = self._stage, self._stage.sitting
        if sitting.selection is not None:
            self._text.select(None)
            return
        with stage.telling():
            if stage.chosen_note is not None:
                placed = sitting.notebook.find(stage.chosen_note)
                sitting.held = placed.note.id if placed.span is None else sitting.held
            passage = sitting.current_place
            if passage is not None:
                stage.focus_text()
                self._text.select(select_span(passage))

    def sentence(self, count: int) -> None:
        """Move the end by sentences, back if negative."""
        self._move(count, by_word=False)

    def word(self, count: int) -> None:
        """Move the end by words, back if negative."""
        self._move(count, by_word=True)

    def _move(self, count: int, *, by_word: bool) -> None:
        article, selection = self._stage.sitting.reading.article, self._stage.sitting.selection
        if selection is not None:
            self._select(moved_in(article, selection, count, by_word=by_word))

    def numbered(self, number: int) -> None:
        """Select the sentence of a number, and only that: those in view have theirs beside them."""
        sitting = self._stage.sitting
        found = sitting.numbered_sentences
        span = sitting.span_of(found[number].passage) if number < len(found) else None
        if span is None:
            self._stage.strip.tell(_("there is no sentence {number}").format(number=number))
        else:
            self._select(select_span(span))

    def other_end(self) -> None:
        """Move the other end of the selection."""
        selection = self._stage.sitting.selection
        self._select(None if selection is None else selection.turned())

    def _select(self, selection: Selection | None) -> None:
        """Select, and keep the end that moves in view."""
        if selection is not None:
            self._text.select(selection)
            place = self._stage.sitting.reading.place(selection.moving)
            self._stage.article.show_place(place)

    # -- by mouse ---------------------------------------------------------------------------

    def drag(self, start: Place, end: Place) -> None:
        """The mouse is drawn over a passage."""
        reading = self._stage.sitting.reading
        first, last = reading.offset(start), reading.offset(end)
        if first is not None and last is not None and first < last:
            self._text.select(select_span(Span(first, last)))

    def click(self, place: Place, times: int) -> None:
        """One click tells what stands there; two select a word, three a sentence."""
        reading = self._stage.sitting.reading
        offset = reading.offset(place)
        if offset is None:
            return
        if times == 1:
            self._tell_what_is_at(offset)
            return
        found = reading.word_at(offset) if times == 2 else reading.sentence_at(offset)
        self._text.select(select_span(found) if found else None)

    def _tell_what_is_at(self, offset: int) -> None:
        """A plain click ends a selection, and says what a mark under the mouse means."""
        sitting = self._stage.sitting
        if sitting.selection is not None:
            self._text.select(None)
        notes = sitting.notebook.at(offset) if sitting.reading.notebook else ()
        if notes:
            sitting.chosen_note = notes[0].note.id
            self._text.mark(notes[0].span)
            self._stage.strip.tell(notes[0].note.text or notes[0].note.quote)
        else:
            self._stage.tell_remark(offset)

    # -- copying ----------------------------------------------------------------------------

    def copy_cited(self) -> None:
        """Copy the selection, else the sentence of the current place, with its citation."""
        self._copy(
            is_cited=True,
            taken=_("copied by {tool}, with its citation: {quote}"),
            sent=_("sent to the terminal with its citation; keeping it is up to it: {quote}"),
        )

    def copy_text(self) -> None:
        """Copy the words of the selection, else of the sentence of the current place."""
        self._copy(
            is_cited=False,
            taken=_("copied by {tool}: {quote}"),
            sent=_("sent to the terminal; keeping it is up to it: {quote}"),
        )

    def _copy(self, *, is_cited: bool, taken: str, sent: str) -> None:
        from briefing.session import quoting  # noqa: PLC0415 - loads what writes citations

        with self._stage.telling():
            reading, passage = self._stage.sitting.reading, self._stage.sitting.passage
            if passage is None:
                self._stage.strip.tell(_("there is no text to copy"))
                return
            write = quoting.cited if is_cited else quoting.plain
            text, words = write(reading, passage), glimpse(passage.of(reading.article.text))
            self._text.select(None)
            self.hand_out(text, taken, sent, words)

    def hand_out(self, text: str, taken: str, sent: str, words: str = "") -> None:
        """Copy a text.

        Args:
            text: The text.
            taken: What is told where a program took it, with ``{tool}`` for its name.
            sent: What is told where the terminal got it.
            words: What stands for ``{quote}`` in either, as far as there is room.
        """
        self._stage.run_alone(lambda: self._hand_out(text, words, taken, sent), group="copy")

    async def _hand_out(self, text: str, words: str, taken: str, sent: str) -> None:
        """Give a text to the system's clipboard, else to the terminal, and tell which it was."""
        tool = await asyncio.to_thread(clipboard.copy, text)  # who quits now waits for it
        if tool is None:
            self._stage.screen.app.copy_to_clipboard(text)
        said = sent if tool is None else taken
        room = self._stage.screen.size.width - cells(said.format(tool=tool, quote="«»")) - 2
        quote = f"«{shortened(words, max(_LEAST_QUOTE_CELLS, room))}»"
        self._stage.strip.tell(said.format(tool=tool, quote=quote))
