"""A summary in the text's own sentences.

The lead sentence comes first: on news no library was found to beat the first sentences; in a report
the sentence that tells the most of what was found. The others are chosen greedily for what they
add: key figures, words of the title, sections not seen yet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import itemgetter

from briefing.analysis import sentences
from briefing.analysis._apparatus import Apparatus
from briefing.analysis._sentence_choice import MOST, Best, Candidate, Held, best_of
from briefing.analysis._sentence_worth import may_announce, worth_of
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
from briefing.model.span import Span

_KEY_FIGURES = 10
"""How many of the highest ranked figures count as key."""

_BETWEEN_MARKS = 1_000
"""Characters after which the place in a section is written down, to be found again from there."""

_CLOSE_MARKS = 100
"""Pieces of which each place is written down, and the sentences: most texts have no more."""

_WORD = re.compile(r"[^\W\d_]{4,}")


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
        self._first: Candidate | None = None
        self._best = defaultdict[frozenset[str], Best](Best)
        self._marks: list[tuple[int, int]] = []
        self._met: dict[tuple[int, int], list[Candidate]] = {}
        """The sentences of the first pieces, by their piece and its rank."""

    def read(self, piece: Span, spans: Sequence[Span]) -> None:
        """Read the next piece, which has these sentences."""
        number = self._starts.number(piece.start)
        if number != self._section:
            self._section, self._rank = number, 0
        is_early = len(self._marks) < _CLOSE_MARKS
        if is_early or piece.start >= self._marks[-1][0] + _BETWEEN_MARKS:
            self._marks.append((piece.start, self._rank))
        found = [*self._candidates(piece, spans, number, self._rank)]
        if is_early:
            self._met[piece.start, self._rank] = found
        self._rank += len(found)
        for candidate in found:
            self._first = self._first or candidate
            self._best[candidate.title_words].meet(candidate)

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
        pool = self._pool([f for f in figures if f.span is not None][:_KEY_FIGURES])
        chosen: list[Held] = []
        if self._first and self._worth.leads:
            chosen.append(next(one for one in pool if one.candidate == self._first))
            pool.remove(chosen[0])
        while len(chosen) < MOST and pool:
            gain, best = best_of(pool, chosen, self._worth.figure)
            if gain <= 0:
                break
            chosen.append(best)
            pool.remove(best)
        return [one.candidate.span for one in chosen]

    def _may_lead(self, span: Span) -> bool:
        """Whether a sentence of a report tells what was found, and so comes first."""
        return self._worth.is_lead(self._starts.number(span.start), span.of(self._text))

    def _pool(self, key: Sequence[Figure]) -> list[Held]:
        """The sentences to choose from, each with the key figures it holds."""
        passages = [(f.span, f"{f.value} {f.magnitude}") for f in key if f.span is not None]
        met = self._met.copy()
        holding = (self._holding(span, met) for span, _said in passages)
        pool = filter(None, (self._first, *holding, *self._bests()))
        return [
            Held(one, frozenset(said for span, said in passages if one.span.covers(span)))
            for one in dict.fromkeys(pool)
        ]

    def _bests(self) -> Iterator[Candidate]:
        for best in self._best.values():
            yield from (*best.by_worth, *best.by_part)

    def _holding(
        self, passage: Span, met: dict[tuple[int, int], list[Candidate]]
    ) -> Candidate | None:
        """The sentence that holds a passage which was read; None where it cannot stand.

        Args:
            passage: A key figure's.
            met: The sentences that were met before, by their piece and its rank.
        """
        number = self._starts.number(passage.start)
        mark = bisect_right(self._marks, passage.start, key=itemgetter(0)) - 1
        if number < 0 or mark < 0:
            return None
        begin, rank = max(self._marks[mark], (self._sections[number].span.start, 0))
        end = self._text.find("\n", passage.start)
        within = Span(begin, len(self._text) if end < 0 else end)
        for piece in pieces(self._text, self._language, within):
            found = met.get((piece.start, rank))
            if found is None:
                spans = sentences.split(self._text, self._language, piece)
                found = [*self._candidates(piece, spans, number, rank)]
                met[piece.start, rank] = found
            if piece.end > passage.start:
                return next((one for one in found if one.span.covers(passage)), None)
            rank += len(found)
        return None

    def _candidates(
        self, piece: Span, spans: Sequence[Span], section: int, rank: int
    ) -> Iterator[Candidate]:
        """The sentences of a piece that can stand alone; the line of a heading has none."""
        if section < 0 or self._apparatus.holds(piece.start):
            return
        text, language = self._text, self._language
        line = piece.of(text)
        has_appeal, announces = may_appeal(line, language), may_announce(line, language)
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
            yield Candidate(
                span,
                words,
                self._worth.part(section, span),
                self._worth.news(rank),
                self._worth.besides(section, rank, span, sentence if announces else "", is_weak),
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


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:6] for word in _WORD.findall(text))
