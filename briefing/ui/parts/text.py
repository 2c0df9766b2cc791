"""Going to places of the text, and marking passages in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from briefing.model.mark import GROUPS, MarkGroup, MarkKind
from briefing.model.span import Place, Span
from briefing.session import noting
from briefing.session.in_view import Passage, within_chunk
from briefing.session.selection import Selection
from briefing.ui.parts.foot import Foot
from briefing.ui.parts.stage import Stage
from briefing.ui.render.note_rows import note_line
from briefing.ui.render.palette import GUTTER_SIGNS
from briefing.ui.widgets.whereabouts import Whereabouts

if TYPE_CHECKING:  # what places notes is loaded when there are some
    from briefing.session.placing import PlacedNote

_TOLD = {
    GUTTER_SIGNS[MarkKind.FIGURE]: {MarkKind.FIGURE},
    GUTTER_SIGNS[MarkKind.NOTE]: {
        kind for kind, group in GROUPS.items() if group is MarkGroup.NOTES
    },
}
"""What is told of where it lies in the article, by its sign."""
_REST_SECONDS = 0.15
"""So long the view has to rest before the notes in it are looked for."""


class Text:
    """Moves the view, and draws target, selection and standing marks as the sitting has them."""

    def __init__(self, stage: Stage, foot: Foot) -> None:
        self._stage = stage
        self._foot = foot
        self._looking: Timer | None = None
        self._fresh_at: Place | None = None

    # -- passages ---------------------------------------------------------------------------

    def mark(self, passage: Passage | Span | None) -> None:
        """Make a passage the target; None: there is none any more."""
        sitting = self._stage.sitting
        self._fresh_at = None
        sitting.target = sitting.passage_of(passage) if isinstance(passage, Span) else passage
        target = sitting.target
        shown = None if target is None else partial(within_chunk, target, sitting.document)
        self._stage.article.set_passages(MarkKind.TARGET, shown)
        self.look_for_notes()

    def select(self, selection: Selection | None) -> None:
        """Mark what is selected; where that begins, the numbers of sentences begin."""
        sitting = self._stage.sitting
        if sitting.selection is None and selection is not None:
            sitting.counted_from = sitting.reading.place(selection.span.start)
        sitting.selection = selection
        spans = () if selection is None else (selection.span,)
        self._stage.article.set_overlay(MarkKind.SELECTION, spans)
        self._foot.show()

    def forget_search(self) -> None:
        """Search for nothing any more, and take the marks of hits away."""
        self._stage.sitting.forget_search()
        self._stage.article.set_passages(MarkKind.SEARCH, None)

    def show_marks(self) -> None:
        """Draw the marks that stand whatever the reader does."""
        sitting = self._stage.sitting
        marks = sitting.reading.marks
        self._stage.article.set_marks(sitting.memory.drawn(marks))
        for whereabouts in self._stage.screen.query(Whereabouts):
            whereabouts.length = sitting.reading.length
            whereabouts.places = {
                sign: [mark.span for mark in marks if mark.kind in kinds]
                for sign, kinds in _TOLD.items()
            }

    def keep_at_hand(self, placed: PlacedNote) -> None:
        """A note was written: colour, tags and the like are about it until the view moves."""
        sitting = self._stage.sitting
        sitting.chosen_note = placed.note.id
        self.mark(placed.span)
        self._fresh_at = None if placed.span is None else self._stage.article.view.first

    def go_on(self) -> None:
        """The view has moved: what was just written is not at hand any more."""
        if self._fresh_at not in (None, self._stage.article.view.first):
            self.mark(None)
        self.look_for_notes()

    # -- places -----------------------------------------------------------------------------

    def jump(self, passage: Passage | Span) -> None:
        """Go to a passage and mark it; `back` returns."""
        self.leave_here()
        self.mark(passage)
        if self._stage.sitting.target is not None:
            self._stage.article.show_place(self._stage.sitting.target[0])
        self._stage.sitting.aim_at(None)
        self._foot.show()

    def leave_here(self) -> None:
        """A jump begins at what is in view; `back` returns."""
        self._stage.sitting.reading.leave(self._stage.article.view.first)

    def aim(self, place: Place) -> None:
        """Scroll a place to the top, as far as the end of the text lets it; nothing is marked."""
        self.mark(None)
        self._stage.article.go_to(place)
        self.put_at_hand(place)

    def put_at_hand(self, place: Place) -> None:
        """Movement starts from a place in view as long as nothing scrolls."""
        self._stage.sitting.aim_at(place)
        self._foot.show()

    async def lay_out_rest(self) -> None:
        """Make scroll bar and share exact again, a little at a time."""
        await self._stage.idle.in_slices(self._stage.article.lay_out_more)
        self._stage.article.settle()
        self._foot.show()

    # -- the notes in view ------------------------------------------------------------------

    def look_for_notes(self) -> None:
        """The current place may be another: once the view rests, tell which note stands there."""
        if self._looking is not None:
            self._looking.stop()
        self._looking = self._stage.screen.set_timer(_REST_SECONDS, self._see_notes)

    def _see_notes(self) -> None:
        sitting = self._stage.sitting
        notebook = sitting.reading.notebook
        if notebook is None or not self._stage.panes or not sitting.document.is_complete:
            return
        found = noting.notes_here(sitting)
        more = f" (+{len(found) - 1})" if len(found) > 1 else ""
        sitting.note_words = f"{note_line(found[0])}{more}" if found else ""
        first = found[0] if found else None
        index = next((n for n, placed in enumerate(notebook.placed) if placed is first), None)
        self._stage.panes["notes"].current = index
        self._foot.show()
