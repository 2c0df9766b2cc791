"""Passages that are taken along: tied to one of another article, or gathered for a draft."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from briefing.model.note import About
from briefing.model.span import Span
from briefing.session.note_draft import NoteDraft
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.dialogs.taken import Answer, TakenDialog
from briefing.ui.library_door import LibraryDoor
from briefing.ui.parts.articles import Articles
from briefing.ui.parts.notes import Notes
from briefing.ui.parts.selecting import Selecting

if TYPE_CHECKING:  # what writes citations is loaded when a passage is taken along
    from briefing.session.reading import Reading
    from briefing.session.taken_along import Taken, TakenAlong
    from briefing.ui.parts.first import FirstParts


class Tying:
    """Keys that take the passage at hand along."""

    def __init__(
        self,
        first: FirstParts,
        notes: Notes,
        selecting: Selecting,
        articles: Articles,
        door: LibraryDoor,
    ) -> None:
        self._stage = first.stage
        self._text = first.text
        self._notes = notes
        self._selecting = selecting
        self._articles = articles
        self._door = door
        self._first: tuple[Reading, Span] | None = None

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
        ties, _along = _taking()
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
        taken = self._taken()
        taken.add(sitting.reading, passage)
        self._text.select(None)
        count = len(taken.passages)
        said = ngettext(
            "{count} passage is gathered; {key} lists them",
            "{count} passages are gathered; {key} lists them",
            count,
        )
        key = self._stage.key("excerpts")
        self._stage.strip.tell(said.format(count=number(count), key=key))

    def look_over(self) -> None:
        """Show what was gathered, to be ordered and handed out."""
        if not self._taken().passages:
            key = self._stage.key("take_along")
            self._stage.strip.tell(
                _("nothing is gathered yet; {key} takes a passage").format(key=key)
            )
            return
        self._stage.screen.app.push_screen(TakenDialog(self._taken()), self._do)

    def _do(self, answer: Answer | None) -> None:
        """Do what the list was left for."""
        with self._stage.telling():
            if answer == "copy":
                self._copy()
            elif answer == "write":
                self._write()
            elif answer is not None:
                self._go(self._taken().passages[answer])

    def _copy(self) -> None:
        """Copy what was gathered, as a draft with citations."""
        draft = self._taken().draft(Path())
        self._selecting.hand_out(
            draft or "",
            taken=_("copied with {tool}: a draft of the passages that were gathered"),
            sent=_("the draft was sent to the terminal; whether it keeps it is up to it"),
        )

    def _write(self) -> None:
        """Write what was gathered as a draft, beside the first article.

        Raises:
            BriefingError: It could not be written.
        """
        write, taken = self._door.write_draft, self._taken()
        files = (one.file for one in taken.passages if one.file is not None)
        folder = next(files, Path("draft")).absolute().parent
        draft = taken.draft(folder)
        if write is not None and draft is not None:
            path = write(folder, draft)
            self._stage.strip.tell(_("written: {file}").format(file=path), is_lasting=True)

    def _go(self, one: Taken) -> None:
        """Show a passage in its article.

        Raises:
            BriefingError: That cannot be opened any more.
        """
        span = one.excerpt.span
        if one.file is None or one.file == self._stage.sitting.reading.source.path:
            self._text.jump(span)
            return
        anchor = f"p-{span.start}-{span.end}"
        self._articles.ways.open(one.file, anchor, lambda: self._text.mark(span))

    def _taken(self) -> TakenAlong:
        """What was gathered: one list for all articles that are read in a sitting."""
        give = self._door.taken
        if give is None:
            own = _taking()[1].TakenAlong()
            give = self._door.taken = lambda: own
        return give()


def _taking() -> tuple[ModuleType, ModuleType]:
    """What ties and what gathers; loaded with what cites when a passage is taken along."""
    from briefing.session import taken_along, ties  # noqa: PLC0415 - seldom asked for

    return ties, taken_along
