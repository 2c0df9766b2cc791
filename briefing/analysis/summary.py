"""A summary in the text's own sentences.

The lead sentence comes first: on news no library was found to beat the first sentences; in a report
the sentence that tells the most of what was found. The others are chosen greedily for what they
add: key figures, words of the title, sections not seen yet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from briefing.analysis import sentences
from briefing.analysis._apparatus import Apparatus
from briefing.analysis._sentence_worth import worth_of
from briefing.analysis.pieces import pieces
from briefing.analysis.points import (
    SHORTEST,
    SHORTEST_FINDING,
    is_appeal,
    is_citing,
    is_credited,
    is_half,
    is_in_caption,
    is_supported,
    is_whole,
    key_of,
    leans,
    may_appeal,
    points_back,
    widened,
)
from briefing.analysis.section_starts import SectionStarts
from briefing.model.article import Section
from briefing.model.brief import SummaryPoint
from briefing.model.figure import Figure
from briefing.model.records import dataclass
from briefing.model.span import Span

MOST = 5
"""Points of a summary."""

_KEY_FIGURES = 10
"""How many of the highest ranked figures count as key."""

_BETWEEN_MARKS = 1_000
"""Characters after which the place in a section is written down, to be found again from there."""

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence, and what it would add besides key figures."""

    span: Span
    title_words: frozenset[str]
    part: int
    """The part of the text it stands in: its section, in news."""
    news: float
    """What it is worth as the first of its part."""
    worth: float
    """What it is worth besides."""


class Sentences:
    """Reads the sentences of a text in order and keeps those that a summary may need.

    Of the sentences with the same words of the title only a few best ones can ever be chosen, and
    those that hold key figures are found again by these: the choice is the same as among all.
    """

    def __init__(
        self,
        text: str,
        language: str | None,
        sections: Sequence[Section],
        title: str | None,
    ) -> None:
        """Begin a text.

        Args:
            text: A reading text.
            language: BCP 47.
            sections: The article's sections.
            title: The article's title.
        """
        self._text, self._language = text, language
        self._sections = sections or [Section(None, 0, Span(0, len(text)))]
        self._starts = SectionStarts(self._sections)
        self._title_words = _stems(title or "")
        self._section, self._rank = -1, 0
        self._apparatus = Apparatus(self._sections, language)
        self._worth = worth_of(text, self._sections, language)
        self._first_places = {hash(key_of(title or "")): -1}
        self._first: _Candidate | None = None
        self._best: dict[frozenset[str], _Best] = {}
        self._marks: list[tuple[int, int]] = []

    def read(self, piece: Span, spans: Sequence[Span]) -> None:
        """Read the next piece, which has these sentences."""
        number = self._starts.number(piece.start)
        if number != self._section:
            self._section, self._rank = number, 0
        if not self._marks or piece.start >= self._marks[-1][0] + _BETWEEN_MARKS:
            self._marks.append((piece.start, self._rank))
        for candidate in self._candidates(piece, spans, number, self._rank):
            self._rank += 1
            self._first = self._first or candidate
            self._best.setdefault(candidate.title_words, _Best()).meet(candidate)

    def chosen(self, figures: Sequence[Figure]) -> tuple[SummaryPoint, ...]:
        """At most five points, verbatim and in the order of the text; a report's best one first.

        Args:
            figures: Ranked, the most telling first.
        """
        best = self.best(figures)
        spans = widened(self._text, self._language, sorted(best))
        if best and self._may_lead(best[0]):
            spans.sort(key=lambda span: (not span.covers(best[0]), span.start))
        return tuple(SummaryPoint(span.of(self._text), span, auto=True) for span in spans)

    def best(self, figures: Sequence[Figure]) -> list[Span]:
        """The best sentences, at most five, the best one first.

        Args:
            figures: Ranked, the most telling first.
        """
        held = self._pool([f for f in figures if f.span is not None][:_KEY_FIGURES])
        chosen = [self._first] if self._first and self._worth.leads else []
        while len(chosen) < MOST:
            best = max(
                (c for c in held if c not in chosen),
                key=lambda c: (self._gain(c, chosen, held), -c.span.start),
                default=None,
            )
            if best is None or self._gain(best, chosen, held) <= 0:
                break
            chosen.append(best)
        return [candidate.span for candidate in chosen]

    def _gain(
        self,
        candidate: _Candidate,
        chosen: Sequence[_Candidate],
        held: Mapping[_Candidate, frozenset[str]],
    ) -> float:
        """What a sentence adds to those that were chosen."""
        figures = held[candidate].difference(*(held[c] for c in chosen))
        words = candidate.title_words.difference(*(c.title_words for c in chosen))
        is_news = candidate.part not in {c.part for c in chosen}
        told = self._worth.figure * len(figures) + 0.25 * len(words)
        return told + candidate.news * is_news + candidate.worth

    def _may_lead(self, span: Span) -> bool:
        """Whether a sentence of a report tells what was found, and so comes first."""
        return self._worth.is_lead(self._starts.number(span.start), span.of(self._text))

    def _pool(self, key: Sequence[Figure]) -> dict[_Candidate, frozenset[str]]:
        """The sentences to choose from, each with the key figures it holds."""
        passages = [(f.span, f"{f.value} {f.magnitude}") for f in key if f.span is not None]
        holding = (self._holding(span) for span, _said in passages)
        pool = filter(None, (self._first, *holding, *self._bests()))
        return {
            candidate: frozenset(said for span, said in passages if candidate.span.covers(span))
            for candidate in dict.fromkeys(pool)
        }

    def _bests(self) -> Iterator[_Candidate]:
        for best in self._best.values():
            yield from (*best.by_worth, *best.by_part)

    def _holding(self, passage: Span) -> _Candidate | None:
        """The sentence that holds a passage which was read; None where it cannot stand."""
        number = self._starts.number(passage.start)
        mark = bisect_right(self._marks, passage.start, key=itemgetter(0)) - 1
        if number < 0 or mark < 0:
            return None
        begin, rank = max(self._marks[mark], (self._sections[number].span.start, 0))
        end = self._text.find("\n", passage.start)
        within = Span(begin, len(self._text) if end < 0 else end)
        for piece in pieces(self._text, self._language, within):
            spans = sentences.split(self._text, self._language, piece)
            for candidate in self._candidates(piece, spans, number, rank):
                rank += 1
                if candidate.span.covers(passage):
                    return candidate
        return None

    def _candidates(
        self, piece: Span, spans: Sequence[Span], section: int, rank: int
    ) -> Iterator[_Candidate]:
        """The sentences of a piece that can stand alone; the line of a heading has none."""
        if section < 0 or self._apparatus.holds(piece.start):
            return
        text, language = self._text, self._language
        has_appeal = may_appeal(piece.of(text), language)
        has_caption = is_in_caption(text, language, piece)
        begin, has_heading = self._starts.place_of(section)
        for before, span in zip((None, *spans), spans, strict=False):
            sentence = span.of(text)
            is_heading = has_heading and span.start == begin
            if is_heading or not self._may_stand(sentence, section):
                continue
            if has_appeal and is_appeal(sentence, language):
                continue
            if (has_caption and is_in_caption(text, language, span)) or is_credited(
                text, language, span
            ):
                continue
            if self._is_again(sentence, span):
                continue
            is_first, needs_more = section == 0 and rank == 0, leans(sentence, language)
            if needs_more and not (is_first or is_supported(span, before)):
                continue
            is_weak = (needs_more and points_back(sentence, language)) or is_half(sentence)
            words = self._shared(sentence)
            yield _Candidate(
                span,
                words,
                self._worth.part(section, span),
                self._worth.news(rank),
                self._worth.besides(section, rank, span, sentence, is_weak),
            )
            rank += 1

    def _may_stand(self, sentence: str, section: int) -> bool:
        """Whether a sentence says something; a short one only where it tells what was found."""
        if not is_whole(sentence, SHORTEST_FINDING) or is_citing(sentence, self._language):
            return False
        return len(sentence) >= SHORTEST or self._worth.is_lead(section, sentence)

    def _is_again(self, sentence: str, span: Span) -> bool:
        """Whether a sentence is the title, or stood earlier in the text: in a teaser."""
        known = hash(key_of(sentence))
        return self._first_places.setdefault(known, span.start) != span.start

    def _shared(self, sentence: str) -> frozenset[str]:
        """The words of the title that a sentence has, too."""
        if not any(map(sentence.lower().__contains__, self._title_words)):
            return frozenset()
        return self._title_words & _stems(sentence)


class _Best:
    """The best of the sentences that share the same words with the title."""

    def __init__(self) -> None:
        self.by_worth: list[_Candidate] = []
        self.by_part: list[_Candidate] = []

    def meet(self, candidate: _Candidate) -> None:
        """Look at a later sentence."""
        if len(self.by_worth) < MOST or candidate.worth > self.by_worth[-1].worth:
            self.by_worth = sorted((*self.by_worth, candidate), key=lambda c: -c.worth)[:MOST]
        if len(self.by_part) < MOST or _as_first(candidate) > _as_first(self.by_part[-1]):
            self._meet_by_part(candidate)

    def _meet_by_part(self, candidate: _Candidate) -> None:
        rest = [c for c in self.by_part if c.part != candidate.part]
        same = [c for c in self.by_part if c.part == candidate.part]
        best = max((*same, candidate), key=_as_first)
        self.by_part = sorted((*rest, best), key=lambda c: -_as_first(c))[:MOST]


def choose(
    text: str,
    language: str | None,
    sections: Sequence[Section],
    figures: Sequence[Figure],
    title: str | None = None,
) -> tuple[SummaryPoint, ...]:
    """The summary of a whole text, see `Sentences`.

    Args:
        text: A reading text.
        language: BCP 47.
        sections: The article's sections.
        figures: Ranked, the most telling first.
        title: The article's title.
    """
    read = Sentences(text, language, sections, title)
    for piece in pieces(text, language):
        read.read(piece, sentences.split(text, language, piece))
    return read.chosen(figures)


def _as_first(candidate: _Candidate) -> float:
    return candidate.news + candidate.worth


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:6] for word in _WORD.findall(text))
