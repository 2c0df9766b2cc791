"""Notes that tie a passage to one of another document: making them, and following both ends."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.anchoring.resolve import resolve
from briefing.anchoring.track import track
from briefing.anchoring.worded import worded
from briefing.model.anchor import Anchor, Match, MatchState
from briefing.model.errors import BriefingError, UsageError
from briefing.model.note import About, Note
from briefing.model.span import Span
from briefing.model.version import Arrival, Version
from briefing.session.document_links import CheckedLink, LinkState, earlier_text
from briefing.session.neighbours import Neighbours
from briefing.session.reading import Reading
from briefing.session.wording import both_wordings
from briefing.text.i18n import _
from briefing.text.revisions import revision_of


@dataclass(frozen=True, slots=True)
class Tie:
    """The other end of a note, where it is now."""

    note: Note
    """The note, which is about it."""
    about: About
    """What the note says of it."""
    match: Match | None
    """Where the passage is in the other document; None where that cannot be opened."""
    fault: str = ""
    """Why it cannot be opened."""

    @property
    def state(self) -> LinkState:
        """How it stands."""
        if self.match is None or self.match.span is None:
            return LinkState.BROKEN
        is_sure = self.match.state is MatchState.ANCHORED and not self.match.changed
        return LinkState.RIGHT if is_sure else LinkState.CHANGED

    @property
    def what(self) -> str:
        """What is wrong with it, in a few words; empty for nothing."""
        if self.match is None:
            return self.fault
        return {
            LinkState.RIGHT: "",
            LinkState.CHANGED: self._now() or _("the place of the passage is not sure"),
            LinkState.BROKEN: _("the passage is not in the text any more"),
        }[self.state]

    def _now(self) -> str:
        """Both wordings; empty where they are the same."""
        now = None if self.match is None else self.match.now
        return "" if now is None else both_wordings(self.about.quote, now)


def with_words_of_now(home: Reading, notes: Iterable[Note]) -> Iterator[Note]:
    """Notes, those with what their other ends say now where these have other words."""
    neighbours = None if home.open_other is None else Neighbours(home.open_other)
    for note in notes:
        about = note.about
        if about is None or neighbours is None:
            yield note
            continue
        [tie] = ties_of(home, (note,), neighbours)
        now = None if tie.match is None else tie.match.now
        yield replace(note, about=replace(about, now=now))


def about_passage(home: Reading, other: Reading, span: Span) -> About:
    """A passage of another document as a note on ``home`` keeps it; its text is kept, too.

    Raises:
        UsageError: One of the documents has no file, or both are one.
        InputError: What is kept of the other document's versions cannot be read.
        StorageError: Its text could not be kept.
    """
    if home.source.path is None or other.source.path is None or other.source.shipped:
        raise UsageError(_("only documents that are files can be tied together"))
    if os.path.realpath(home.source.path) == os.path.realpath(other.source.path):
        raise UsageError(_("both passages are in one document"))
    text = other.article.text
    if not span.start < span.end <= len(text):
        raise UsageError(_("a note needs a passage of the text"))
    relative = os.path.relpath(
        other.source.path.absolute(), home.source.path.absolute().parent
    ).replace(os.sep, "/")
    rev = revision_of(text)
    _keep(other, rev, text)
    return About(unicodedata.normalize("NFC", relative), rev, span, span.of(text))


def _keep(other: Reading, rev: str, text: str) -> None:
    past = None if other.open_past is None else other.open_past(other.source)
    if past is not None and past.versions is not None:
        past.versions.keep(Version(rev, other.clock.now(), Arrival.ANNOTATED), text)


def ties_of(home: Reading, notes: Iterable[Note], neighbours: Neighbours) -> Iterator[Tie]:
    """Where the other ends of some notes are now."""
    for note in notes:
        if note.about is None:
            continue
        try:
            other = neighbours.open(other_end(home, note.about))
            yield Tie(note, note.about, place_about(note.about, other))
        except BriefingError as error:
            yield Tie(note, note.about, None, error.what)


def other_end(home: Reading, about: About) -> Path:
    """The file of the document that a note on ``home`` is about, too."""
    folder = Path() if home.source.path is None else home.source.path.parent
    return folder / about.document.replace("\0", " ")


def place_about(about: About, other: Reading) -> Match:
    """Where a passage is in the text of its document as it is now."""
    text = other.article.text
    if revision_of(text) == about.rev and about.at.of(text) == about.quote:
        return Match(about.at, MatchState.ANCHORED, 1.0)
    old = earlier_text(other, about.rev)
    if old is not None and about.at.of(old) == about.quote:
        [match] = track(old, text, [about.at])
    else:
        match = resolve(Anchor(about.quote, "", "", about.at), text)
    return worded(match, about.quote, text)


def tie_links(home: Reading, notes: Iterable[Note], neighbours: Neighbours) -> list[CheckedLink]:
    """The other ends of notes as links of their document: each with its target and its state."""
    return [
        CheckedLink(
            None,
            f"{tie.about.document}?rev={tie.about.rev[:12]}"
            f"#p-{tie.about.at.start}-{tie.about.at.end}",
            tie.state,
            _("note {id}: {what}").format(id=tie.note.id, what=tie.what),
        )
        for tie in ties_of(home, notes, neighbours)
    ]
