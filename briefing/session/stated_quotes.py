"""Where the quotes of a front matter stand, and which have other words now.

A quote that the text has not got letter by letter is followed from the newest kept text that has
it, as a note is from the text that it was made on. Without one, its own words have to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from briefing.anchoring.find import find_quote
from briefing.anchoring.resolve import resolve
from briefing.anchoring.textmap import TextMap
from briefing.anchoring.worded import worded
from briefing.model.anchor import Anchor, Match, MatchState, Wording
from briefing.model.errors import Fault
from briefing.model.front_matter import Quote
from briefing.model.span import Span
from briefing.text.i18n import _

MAX_TEXTS = 5
"""Earlier texts that are looked into, the newest."""
AROUND = 64
"""Characters around a quote that tell its place in an earlier text."""


class Stated(NamedTuple):
    """Where a quote stands, in the fields that every statement of a brief has."""

    span: Span | None = None
    changed: Wording | None = None


def no_texts() -> Iterator[str]:
    """The earlier texts of an article that has none."""
    return iter(())


@dataclass(slots=True)
class StatedQuotes:
    """Finds quotes in one text and remembers those that it has not got, or in other words."""

    text: str
    """The reading text."""
    where: str
    """The article's file, for the faults."""
    earlier: Callable[[], Iterable[str]] = no_texts
    """The texts that the article has been, the newest first; asked for where they are needed."""
    faults: list[Fault] = field(default_factory=list)
    """What is wrong with the quotes that were looked for."""
    _maps: list[TextMap] | None = None

    def find(self, quote: Quote | None) -> Stated:
        """Where a quote stands; one that the text has not got, or in other words, is a fault."""
        if quote is None:
            return Stated()
        match = self._exact(quote) or self._followed(quote) or self._resolved(quote)
        if match.span is None:
            what = _("the quote «{quote}» is not in the text").format(quote=_short(quote.exact))
            self._miss(quote, what, _("quote the text letter by letter"))
            return Stated()
        if match.now is None:
            return Stated(match.span)
        what = _("the text has other words now: was «{quote}» now «{now}»")
        what = what.format(quote=_short(quote.exact), now=_short(match.now))
        self._miss(quote, what, _("look which is right, then quote the text letter by letter"))
        return Stated(match.span, Wording(quote.exact, match.now))

    def _exact(self, quote: Quote) -> Match | None:
        """Where the quote stands letter by letter; None where that may be another passage."""
        places = self._places(quote, self.text)
        if not places:
            return None
        for step in self._steps():
            before = len(self._places(quote, step.old_text))
            if before and before != len(places):  # one of several came or went
                followed = self._followed(quote)
                if followed is not None and followed.span is not None:
                    return followed
            if before:
                break
        return worded(Match(places[0], MatchState.ANCHORED, 1.0), quote.exact, self.text)

    @staticmethod
    def _places(quote: Quote, text: str) -> list[Span]:
        return find_quote(text, quote.exact, quote.before, quote.after)

    def _followed(self, quote: Quote) -> Match | None:
        """Where the quote is that an earlier text had; None where none had it, or it is gone."""
        for step in self._steps():
            old = step.old_text
            for span in self._places(quote, old)[:1]:
                match = step.follow(span)
                around = old[max(0, span.start - AROUND) : span.start], old[span.end :][:AROUND]
                return worded(match, span.of(old), self.text, *around)
        return None

    def _steps(self) -> list[TextMap]:
        if self._maps is None:
            texts = (text for text in self.earlier() if text != self.text)
            self._maps = [TextMap(text, self.text) for text in islice(texts, MAX_TEXTS)]
        return self._maps

    def _resolved(self, quote: Quote) -> Match:
        return resolve(Anchor(quote.exact, quote.before, quote.after), self.text)

    def _miss(self, quote: Quote, what: str, remedy: str) -> None:
        line = "" if quote.line_number is None else f":{quote.line_number}"
        self.faults.append(Fault(what, where=f"{self.where}{line}", remedy=remedy))


def _short(quote: str, limit: int = 60) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
