"""A passage of an opened article as it is handed out: with its citation, or as words alone."""

from __future__ import annotations

from briefing.exchange import citation
from briefing.exchange.origin import origin_of
from briefing.model.span import Span
from briefing.session.reading import Reading
from briefing.session.wording import wording_words
from briefing.text.safe import one_line


def cited(reading: Reading, span: Span) -> str:
    """A passage in quotation marks, with title, section, source and date.

    Notes in it whose words are others now are told with both wordings.
    """
    origin = origin_of(reading.article, reading.document.front_matter)
    noted = reading.notebook.within(span) if reading.notebook else ()
    changed = dict.fromkeys(wording_words(p) for p in noted if p.match.changed)
    return "\n".join((citation.cite(reading.article, span, origin), *map(one_line, changed)))


def plain(reading: Reading, span: Span) -> str:
    """The words of a passage and nothing else, safe to be pasted into a terminal."""
    return citation.quote(reading.article, span)
