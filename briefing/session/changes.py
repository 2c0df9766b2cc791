"""What changed in an article since it was read, since a version, or since a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.analysis.capitals import Capitals, read_capitals
from briefing.analysis.language import detect
from briefing.analysis.weighing import weigh
from briefing.anchoring.changes import changes
from briefing.anchoring.changes_near import changes_near
from briefing.model.change import Change, ChangeKind, Weighs
from briefing.model.errors import NotFoundError
from briefing.model.span import Place, Span
from briefing.model.version import LastReading
from briefing.session.past import Earlier
from briefing.session.ports import ClockPort, LastReadingPort
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import moment, number
from briefing.text.revisions import revision_of

if TYPE_CHECKING:
    from briefing.session.reading import Reading

LONG = 200_000
"""Characters of a text from which on what is in view is compared first."""
AROUND = 32
"""Characters around a change that help to weigh it."""

_WEIGHTS = {weighs: rank for rank, weighs in enumerate(Weighs)}


def weighed(old: str, new: str, language: str | None) -> list[Change]:
    """What changed between two texts: the most serious first, else in the order of the text."""
    return _by_weight(changes(old, new), new, language)


def _by_weight(found: Sequence[Change], new: str, language: str | None) -> list[Change]:
    language = language or detect(new)
    known = read_capitals(new, language)
    said = [_weighed(change, new, language, known) for change in found]
    return sorted(said, key=lambda change: _WEIGHTS[change.weighs])


def _weighed(change: Change, text: str, language: str | None, known: Capitals) -> Change:
    if change.kind is ChangeKind.MOVED:
        return change
    start, end = change.span.start, change.span.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    weighs = weigh(change.old, change.new, language, before=before, after=after, known=known)
    return replace(change, weighs=weighs)


def since_read(reading: Reading) -> tuple[Earlier, list[Change]]:
    """The text that an article is compared with, and what changed: since it was read, if it was.

    Raises:
        InputError: The versions cannot be read.
        NotFoundError: No earlier text is kept.
    """
    earlier, text = _earlier(reading), reading.article.text
    return earlier, weighed(earlier.text, text, reading.language) if earlier.text != text else []


def near(reading: Reading, first: Place, last: Place) -> list[Change]:
    """What changed from one place of a long text to another, before all of it is compared.

    Parses what is left of the text. Short texts are compared as a whole at once.

    Raises:
        InputError: The versions cannot be read.
        NotFoundError: No earlier text is kept.
    """
    text = reading.article.text
    if len(text) < LONG:
        return []
    start, end = (reading.offset(place) or 0 for place in (first, last))
    found = changes_near(_earlier(reading).text, text, Span(start, max(start, end)))
    return _by_weight(found, text, reading.language)


def _earlier(reading: Reading) -> Earlier:
    """The text that an article is compared with; where only the program reads it anew, its own."""
    if reading.open_past is None:
        raise NotFoundError(_("no earlier text of this article is kept"))
    past, text = reading.open_past(reading.source), reading.article.text
    earlier = past.earlier(None, revision_of(text))
    if past.is_same_original(earlier.rev, revision_of(text)):
        return replace(earlier, text=text)
    return earlier


def summed_up(found: Sequence[Change], earlier: Earlier) -> str:
    """How many changes there are, since when, and how many of them are figures."""
    count, figures = len(found), sum(change.weighs is Weighs.FIGURE for change in found)
    said = ngettext("{count} change since {when}", "{count} changes since {when}", count)
    told = said.format(count=number(count), when=moment(earlier.date))
    if not figures:
        return told
    more = ngettext("{count} of them a figure", "{count} of them figures", figures)
    return f"{told}, {more.format(count=number(figures))}"


def remember(reading: Reading, readings: LastReadingPort, clock: ClockPort) -> None:
    """Keep the text that was read, for the next time.

    Raises:
        StorageError: It could not be written.
    """
    if reading.source.path is None or not reading.document.is_complete:
        return
    text = reading.article.text
    readings.save(LastReading(revision_of(text), clock.now(), text))
