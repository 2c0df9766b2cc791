"""What is done with articles of a list: stars, read marks, the trash; for one or for many."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.model.errors import BriefingError
from briefing.model.library import Entry
from briefing.session.library_marks import LibraryMarks
from briefing.session.library_trash import LibraryTrash
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.idle import in_thread
from briefing.ui.parts.shelf import Shelf
from briefing.ui.render.fault_words import error_line


class Deeds:
    """Changes articles of a list, and takes that back."""

    def __init__(self, shelf: Shelf, marks: LibraryMarks, trash: LibraryTrash) -> None:
        """Begin with nothing done.

        Args:
            shelf: The list.
            marks: Stars and read marks.
            trash: Where deleted articles go.
        """
        self._shelf, self._trash = shelf, trash
        self.marks = marks
        """Stars and read marks."""
        self._done: list[Callable[[], list[Entry]]] = []

    # -- choosing several -------------------------------------------------------------------

    def pick(self) -> None:
        """Pick the article at hand, or no longer, and go on to the next."""
        entry = self._shelf.entry
        if entry is not None:
            self._shelf.picked ^= {entry.path}
            self._shelf.show()
            self._shelf.articles.move(1)

    def pick_all(self) -> None:
        """Pick all articles that are shown; where they are picked already, none."""
        shown = {entry.path for entry in self._shelf.view.shown}
        self._shelf.picked = set() if self._shelf.picked >= shown else shown
        self._shelf.show()

    def let_go(self) -> bool:
        """Pick none any more; whether some were."""
        was = bool(self._shelf.picked)
        self._shelf.picked = set()
        if was:
            self._shelf.show()
        return was

    # -- changing ---------------------------------------------------------------------------

    def mark_read(self) -> None:
        """Let the articles at hand count as read, or as unread."""
        self._mark(self.marks.toggle_read)

    def star(self) -> None:
        """Give the articles at hand a star, or take it away."""
        self._mark(self.marks.toggle_star)

    def delete(self, *, with_notes: bool = False) -> None:
        """Move the articles at hand to the trash; their notes too only where that is asked."""
        entries = self._shelf.at_hand
        if not entries:
            return
        try:
            self._trash.delete(entries, with_notes=with_notes)
        except BriefingError as error:
            self._shelf.strip.tell(error_line(error), is_warning=True)
            return
        self._done.append(self._trash.undo)
        for entry in entries:
            self._shelf.view.drop(entry.path)
        self._shelf.picked = set()
        self._shelf.show()
        self._shelf.strip.tell(_deleted_words(entries, with_notes=with_notes))

    async def clear_away(self, entries: Sequence[Entry]) -> None:
        """Move old articles to the trash, as if the reader had done that.

        Raises:
            BriefingError: One could not be moved; all are where they were.
        """
        await in_thread(lambda: self._trash.delete(entries))
        self._done.append(self._trash.undo)
        for entry in entries:
            self._shelf.view.drop(entry.path)
        self._shelf.show()

    def undo(self) -> None:
        """Take the last change back."""
        if not self._done:
            self._shelf.strip.tell(_("nothing to undo"))
            return
        try:
            entries = self._done[-1]()
        except BriefingError as error:
            self._shelf.strip.tell(error_line(error), is_warning=True)
            return
        self._done.pop()
        self._put(entries)
        self._shelf.articles.point_at(entries[0].path)
        words = ngettext("undone for {count} article", "undone for {count} articles", len(entries))
        self._shelf.strip.tell(words.format(count=number(len(entries))))

    def _mark(self, change: Callable[[Sequence[Entry]], list[Entry]]) -> None:
        entries = self._shelf.at_hand
        if not entries:
            return
        try:
            changed = change(entries)
        except BriefingError as error:
            self._shelf.strip.tell(error_line(error), is_warning=True)
            return
        self._done.append(self.marks.undo)
        self._put(changed)

    def _put(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            self._shelf.view.put(entry)
        self._shelf.show()


def _deleted_words(entries: Sequence[Entry], *, with_notes: bool) -> str:
    """What was deleted, that notes stayed, and how it comes back, in one line."""
    said = ngettext(
        "{count} article is in the trash", "{count} articles are in the trash", len(entries)
    ).format(count=number(len(entries)))
    notes = sum(entry.notes for entry in entries)
    if notes and not with_notes:
        kept = ngettext(
            "{count} note stays where it is", "{count} notes stay where they are", notes
        )
        said = f"{said}; {kept.format(count=number(notes))}"
    return f"{said}; {_('u brings it back')}"
