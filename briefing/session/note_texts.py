"""The texts that notes were made on, for as long as a note or a step back may speak of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.session.placing import Placer


class NoteTexts:
    """Today's text, and those that notes have left: on the disk they may be gone by then."""

    def __init__(self, kept: Callable[[str], str | None]) -> None:
        """Begin with nothing.

        Args:
            kept: Gives the text of a revision that lies beside the notes, by its SHA-256.
        """
        self._kept = kept
        self._texts: dict[str, str] = {}
        self._now: Placer | None = None

    def placer(self, text: str) -> Placer:
        """Take a text for today's; what places notes in it."""
        self._now = Placer(text, self.find)
        return self._now

    def find(self, revision: str) -> str | None:
        """The text of a revision, by its SHA-256; None where nobody has it."""
        if self._now is not None and revision == self._now.revision:
            return self._now.text
        text = self._texts.get(revision)
        return self._kept(revision) if text is None else text

    def known(self, revisions: Iterable[str]) -> dict[str, str]:
        """The texts of some revisions, as far as anybody has them."""
        found = {revision: self.find(revision) for revision in revisions}
        return {revision: text for revision, text in found.items() if text is not None}

    def keep(self, revisions: Iterable[str]) -> None:
        """Remember texts that notes leave: what no note counts in may go from the disk."""
        self._texts |= self.known(revisions)

    def leave(self, spoken_of: Iterable[str], noted: Iterable[str]) -> None:
        """Today's text will be another one: keep it, and forget what nobody speaks of any more.

        Args:
            spoken_of: The revisions that a step back or forth may bring a note of.
            noted: Those of the notes, whose texts the disk should have.
        """
        if self._now is not None:
            self._texts[self._now.revision] = self._now.text
        on_disk = set(noted)
        wanted = on_disk.union(spoken_of)
        self._texts = {
            revision: text
            for revision, text in self._texts.items()
            if revision in wanted and (revision not in on_disk or self._kept(revision) is None)
        }
