"""Passages that are taken along: tied to one of another article, or gathered for a draft."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

from briefing.model.note import About
from briefing.model.span import Span
from briefing.session.note_draft import NoteDraft
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.parts.notes import Notes
from briefing.ui.parts.selecting import Selecting
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text

if TYPE_CHECKING:  # what writes citations is loaded when a passage is taken along
    from briefing.session.excerpts import Excerpts
    from briefing.session.reading import Reading


class Tying:
    """Keys that take the passage at hand along."""

    def __init__(self, stage: Stage, text: Text, notes: Notes, selecting: Selecting) -> None:
        self._stage = stage
        self._text = text
        self._notes = notes
        self._selecting = selecting
        self._first: tuple[Reading, Span] | None = None
        self._taken: Excerpts | None = None

    def tie(self) -> None:
        """Take the passage at hand as one end of a tie; in another article, as the other end."""
        reading, passage = self._stage.sitting.reading, self._stage.sitting.passage
        if passage is None:
            self._stage.strip.tell(_("there is no text to note on"), is_warning=True)
        elif self._first is None or self._first[0].source.path == reading.source.path:
            self._first = (reading, passage)
            self._text.select(None)
            said = _("one end is taken; go to a passage of another article, there {key} ties both")
            self._stage.strip.tell(said.format(key=self._stage.key("tie")), is_lasting=True)
        else:
            with self._stage.telling():
                self._finish(*self._first, reading, passage)

    def _finish(self, home: Reading, first: Span, other: Reading, second: Span) -> None:
        """Write the note that ties both ends, on the first of them.

        Raises:
            BriefingError: It could not be written; both ends stay taken.
        """
        ties, _excerpts = _taking()
        about: About = ties.about_passage(home, other, second)
        home.take_out_notes().add(first, NoteDraft(about=about))
        self._first = None
        self._text.select(None)
        self._notes.show()
        said = _("both passages are tied; the note is on {title}")
        self._stage.strip.tell(said.format(title=home.article.title or home.article.name))

    def take(self) -> None:
        """Put the passage at hand among those that are gathered for a draft."""
        sitting = self._stage.sitting
        passage = sitting.passage
        if passage is None:
            self._stage.strip.tell(_("there is no text to copy"))
            return
        _ties, excerpts = _taking()
        taken: Excerpts = self._taken or excerpts.gathered()
        self._taken = taken
        taken.add(sitting.reading, passage)
        self._text.select(None)
        count = taken.count
        said = ngettext("{count} passage is gathered", "{count} passages are gathered", count)
        self._stage.strip.tell(said.format(count=number(count)))

    def hand_out(self) -> None:
        """Copy what was gathered, as a draft with citations."""
        draft = None if self._taken is None else self._taken.draft()
        if draft is None:
            key = self._stage.key("take_along")
            self._stage.strip.tell(
                _("nothing is gathered yet; {key} takes a passage").format(key=key)
            )
            return
        self._selecting.hand_out(
            draft,
            taken=_("copied with {tool}: a draft of the passages that were gathered"),
            sent=_("the draft was sent to the terminal; whether it keeps it is up to it"),
        )


def _taking() -> tuple[ModuleType, ModuleType]:
    """What ties and what gathers; loaded with what cites when a passage is taken along."""
    from briefing.session import excerpts, ties  # noqa: PLC0415 - seldom asked for

    return ties, excerpts
