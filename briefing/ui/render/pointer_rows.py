"""What other articles say of this one, as rows below its own notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.model.quotation import QuotationState
from briefing.session.quotation_words import state_name
from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.ui.render.rows import LazyRows, Row, Words, index_of

if TYPE_CHECKING:  # what compares texts is loaded in a thread
    from briefing.session.pointing import Pointer

POINTER_REF = "→"
"""What the reference of such a row begins with: no id of a note does."""


class RowsAndPointers(LazyRows):
    """The rows of notes, and behind them those of what points here."""

    def __init__(self, notes: Sequence[Row], pointers: Sequence[Pointer]) -> None:
        self._notes = notes
        self._pointers = pointer_rows(pointers)

    def __len__(self) -> int:
        return len(self._notes) + len(self._pointers)

    def row_at(self, index: int) -> Row:
        """Make a row: first those of the notes."""
        count = len(self._notes)
        return self._notes[index] if index < count else self._pointers[index - count]

    def index_of(self, ref: str) -> int | None:
        """Where the row of a reference stands."""
        if not ref.startswith(POINTER_REF):
            return index_of(self._notes, ref)
        found = index_of(self._pointers, ref)
        return None if found is None else found + len(self._notes)


def pointer_rows(pointers: Sequence[Pointer]) -> list[Row]:
    """A row for each note or quotation of another article."""
    return [
        Row(
            (
                Words(f"{glimpse(one.path.name)} ", "muted"),
                *_state(one),
                Words(f"«{glimpse(one.words)}»", "quote", italic=True),
                *((Words(f" {glimpse(one.wordings)}", "muted"),) if one.wordings else ()),
            ),
            spans=() if one.span is None else (one.span,),
            ref=f"{POINTER_REF}{number}",
            sign="“" if one.state is not None else "←",
            max_lines=2,
        )
        for number, one in enumerate(pointers)
    ]


def _state(one: Pointer) -> tuple[Words, ...]:
    if one.span is None:
        return (Words(_("passage lost") + " ", "bad"),)
    if one.state is QuotationState.ALTERED:
        return (Words(f"{state_name(one.state)} ", "bad"),)
    return (Words(_("words changed") + " ", "uncertain"),) if one.wordings else ()
