"""Notes beside the places where they are today, and the sections that hold them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.exchange.visible import one_line
from briefing.model.anchor import ORPHAN, Match, MatchState
from briefing.model.article import Article, Section
from briefing.model.note import About, Note
from briefing.model.span import Span
from briefing.text.i18n import _


@dataclass(frozen=True, slots=True)
class Placed:
    """A note with its place in the article of today."""

    note: Note
    """The note."""
    match: Match
    """Where its passage is."""
    section: int | None
    """0-based index of the article's section; None in the title or for an orphan."""

    @property
    def span(self) -> Span | None:
        """The passage; None for an orphan."""
        return self.match.span


def wording_line(placed: Placed) -> str:
    """Both wordings of a passage whose words have changed, on one line."""
    quote, now = one_line(placed.note.quote), one_line(placed.match.now or "")
    return _("was «{quote}» now «{now}»").format(quote=quote, now=now)


def other_wording(about: About) -> str:
    """The passage of another document; where its words are others now, both wordings."""
    if about.now is None:
        return f"«{about.quote}»"
    return _("was «{quote}» now «{now}»").format(quote=about.quote, now=about.now)


def place(
    article: Article, notes: Sequence[Note], matches: Mapping[str, Match]
) -> tuple[list[Placed], list[Placed]]:
    """Sort notes by where they are.

    Args:
        article: The article of today.
        notes: The notes.
        matches: Where each is, by id. A note without a match counts as anchored when its own
            offsets still hold its quote, else as an orphan.

    Returns:
        The notes that have a place, in the order of the text, and the orphans in their own order.
    """
    starts = [section.span.start for section in article.sections]
    placed = [_placed(article, starts, note, matches) for note in notes]
    found = [one for one in placed if one.span is not None]
    found.sort(key=_order)
    return found, [one for one in placed if one.span is None]


def section_at(article: Article, span: Span) -> Section | None:
    """The section that a passage begins in; None in the title."""
    starts = [section.span.start for section in article.sections]
    index = _section_index(starts, span)
    return None if index is None else article.sections[index]


def _placed(
    article: Article, starts: Sequence[int], note: Note, matches: Mapping[str, Match]
) -> Placed:
    match = matches.get(note.id) or _unmoved(article, note)
    if match.state is MatchState.ORPHAN or match.span is None or match.span.end > len(article.text):
        return Placed(note, ORPHAN, None)
    return Placed(note, match, _section_index(starts, match.span))


def _unmoved(article: Article, note: Note) -> Match:
    if note.at.end <= len(article.text) and note.at.of(article.text) == note.quote:
        return Match(note.at, MatchState.ANCHORED, 1.0)
    return ORPHAN


def _section_index(starts: Sequence[int], span: Span) -> int | None:
    index = bisect_right(starts, span.start) - 1
    return index if index >= 0 else None


def _order(placed: Placed) -> tuple[int, int, str, str]:
    span = placed.span or Span(0, 0)
    return span.start, span.end, placed.note.created, placed.note.id
