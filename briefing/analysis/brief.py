"""One door to all of analysis: an article in, what its panels state out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.analysis import (
    checks,
    crosschecks,
    enumerations,
    figures,
    language,
    open_quotations,
    sentences,
)
from briefing.analysis._table_sums import TableSums
from briefing.analysis.key_figures import KeyFigures
from briefing.analysis.pieces import pieces
from briefing.analysis.places import Mention, StateReader
from briefing.analysis.ranking import lead_end
from briefing.analysis.section_starts import SectionStarts
from briefing.analysis.summary import Sentences
from briefing.model.article import Article
from briefing.model.brief import Brief, TextWarning
from briefing.model.figure import Check, Figure
from briefing.model.span import Span
from briefing.model.state_list import ItemList

_PART = 16_000
"""Characters that are read before lists are looked for in them."""

_LONGEST_PART = 64_000
"""So long a part becomes where every line could belong to one list."""

_LISTED = 120
"""Characters of a line that no list goes on past."""


def analyse(article: Article) -> Brief:
    """Everything that the text itself says, each statement at its passage and marked `auto`.

    Without a language of its own the article gets the one its words show.
    """
    analysis = Analysis(article)
    while analysis.step():
        pass
    return analysis.brief()


class Analysis:
    """Reads an article piece by piece; at any time there is a brief of what was read so far.

    The brief of all pieces is that of the whole article, whoever asks for one on the way.
    """

    def __init__(
        self,
        article: Article,
        also: Mapping[str, Sequence[str]] | None = None,
        *,
        only_states: bool = False,
    ) -> None:
        """Begin an article.

        Args:
            article: The article. Without a language of its own it gets the one its words show.
            also: More names for states, by code.
            only_states: Whether only states and warnings are wanted.
        """
        text, sections = article.text, article.sections
        self.language = article.language or language.detect(text)
        """What the text is read as."""
        self.reached = 0
        """Characters that were read."""
        self._text, self._only_states = text, only_states
        self._pieces = pieces(text, self.language)
        self._headings = SectionStarts(sections)
        self._key = KeyFigures(text, self.language, sections)
        self._relations = crosschecks.Relations(
            lead_end(sections), article.body_start, self.language
        )
        self._tables = TableSums(self.language)
        self._sentences = Sentences(text, self.language, sections, article.title)
        self._states = StateReader(self.language, also)
        self._lengths: dict[int, Figure] = {}
        self._lists: list[enumerations.Found] = []
        self._warnings: list[TextWarning] = []
        self._line_start = self._part_start = 0
        self._part_names: list[Mention] = []
        self._part_figures: list[Figure] = []

    def step(self) -> bool:
        """Read a piece; False once the whole text is read."""
        piece = next(self._pieces, None)
        if piece is None:
            self._end_part(len(self._text))
            self.reached = len(self._text)
            return False
        if self._may_part_at(piece.start):
            self._end_part(piece.start)
        self._read(piece)
        self.reached = piece.end
        return True

    def _read(self, piece: Span) -> None:
        self._part_names += self._states.read(self._text, piece)
        if self._text[piece.start - 1 : piece.start] in ("\n", ""):
            self._line_start = piece.start
        if self._text[piece.end : piece.end + 1] in ("\n", ""):
            warning = open_quotations.warning_in(self._text, Span(self._line_start, piece.end))
            self._warnings += [] if warning is None else [warning]
        if not self._only_states:
            self._read_figures(piece)

    def _read_figures(self, piece: Span) -> None:
        found = figures.in_piece(self._text, piece, self.language)
        if found and self._is_section_number(found[0], piece):
            found = found[1:]
        spans = sentences.split(self._text, self.language, piece)
        self._relations.read(found, self._tables.among(piece.of(self._text), spans))
        self._sentences.read(piece, spans)
        self._part_figures += found
        for figure in found:
            self._key.add(figure)

    def _is_section_number(self, figure: Figure, piece: Span) -> bool:
        is_first = figure.span is not None and figure.span.start == piece.start
        return (
            is_first and piece.start in self._headings and self._headings.is_numbered(piece.start)
        )

    def _may_part_at(self, place: int) -> bool:
        """Whether a part can end where a piece begins: no list goes on there."""
        length = place - self._part_start
        if length < _PART or length >= _LONGEST_PART or place in self._headings:
            return length >= _PART
        before = self._text[max(0, place - _LISTED - 1) : place].rstrip(" \t\n")
        return "\n" not in before and not before.endswith(":")

    def _end_part(self, end: int) -> None:
        """Look for lists, and for words that tell what rare names mean, in what was just read."""
        part = Span(self._part_start, end)
        self._states.look_for_evidence(self._text, end)
        if not self._only_states:
            self._lists += self._lists_in(part)
            for length, figure in enumerations.lengths(self._part_figures, self.language).items():
                self._lengths.setdefault(length, figure)
        self._part_start, self._part_names, self._part_figures = end, [], []

    def _lists_in(self, part: Span) -> list[enumerations.Found]:
        return enumerations.in_part(
            self._text, self.language, part, self._part_names, self._part_figures, self._headings
        )

    def brief(self) -> Brief:
        """What the text says, as far as it was read."""
        lists = enumerations.settled(self._lists, self._states, self._lengths)
        ranked = self._key.ranked(self._used(lists), self._restatements())
        return Brief(
            summary=self._sentences.chosen(ranked),
            figures=ranked,
            checks=tuple(self._checks(ranked, lists)),
            lists=tuple(items for items, _length in lists),
            states=self._states.states(),
            warnings=tuple(self._warnings),
        )

    def _used(self, lists: Sequence[tuple[ItemList, Figure | None]]) -> list[Figure]:
        """The figures that stand in a check of several."""
        used = [length for items, length in lists if items.expected is not None and length]
        for parts, claim in self._relations.sums():
            used += (*parts, claim)
        return used

    def _restatements(self) -> list[tuple[Figure, Figure]]:
        """Figures of one subject of which one states the other again."""
        pairs = self._relations.restatements()
        return [(body, claim) for body, claim in pairs if self._key.is_one_subject(body, claim)]

    def _checks(
        self, kept: Sequence[Figure], lists: Sequence[tuple[ItemList, Figure | None]]
    ) -> Iterator[Check]:
        """The relations, counted in the figures that are kept; without those that are not."""
        place = {
            span: index
            for index, figure in enumerate(kept)
            for span in (*figure.places, figure.span)
        }
        for parts, claim in self._relations.sums():
            if claim.span in place and all(part.span in place for part in parts):
                of = [place[part.span] for part in parts]
                yield checks.total(of, place[claim.span], kept, self.language, auto=True)
        items = [one for one, _length in lists]
        for index, (one, length) in enumerate(lists):
            if one.expected is not None and length is not None and length.span in place:
                yield checks.count(place[length.span], index, kept, items, auto=True)
        for body, claim in self._restatements():
            if body.span in place and claim.span in place:
                of_body, equals = place[body.span], place[claim.span]
                if of_body == equals:
                    yield checks.dropping(equals, body, claim, self.language)
                else:
                    yield checks.restatement(of_body, equals, kept, self.language, auto=True)
