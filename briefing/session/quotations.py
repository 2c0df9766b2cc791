"""The quotations of a draft, looked for in the documents of a library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from briefing.analysis.weighing import weigh
from briefing.anchoring.quotations import Alignment, Gap, align, quoted_words
from briefing.anchoring.tokens import Tokens, tokenize
from briefing.model.article import Article, ContainerKind
from briefing.model.change import Weighs
from briefing.model.errors import BriefingError, Fault
from briefing.model.quotation import Difference, QuotationState, Verdict
from briefing.model.span import Place, Span
from briefing.session.library import Library
from briefing.session.placing import revision_of
from briefing.session.reading import Reading
from briefing.text.same_words import same_words

LEAST_WORDS = 4
"""Shorter stretches between quotation marks are words that are talked about."""
_PAIRS = ("“”", "„“", "„”", "«»", "»«", "「」", "『』", "‘’", "‚‘", "‹›", '""')
_BETWEEN = re.compile(
    "|".join(rf"(?<!\w){p[0]}([^{p}]{{8,4000}}){p[1]}" for p in _PAIRS),
    re.DOTALL,
)
_LEAST_SHARE = 0.6
"""Of a quotation's words that its source has, when others differ."""
_LEAST_SAME = 3
_ORDER = (Weighs.NEGATION, Weighs.FIGURE, Weighs.NAME, Weighs.QUALIFIER, Weighs.WORDS)
_SERIOUS = frozenset({Weighs.NEGATION, Weighs.FIGURE, Weighs.QUALIFIER})
"""What an ellipsis must not leave out."""


def quotations_of(reading: Reading) -> list[tuple[str, Span]]:
    """The quotations of a draft with their place in its reading text: block quotes, and marks."""
    text = reading.article.text
    blocks = list(_block_quotes(reading))
    between = [match.span(match.lastindex or 0) for match in _BETWEEN.finditer(text)]
    outside = [
        Span(*ends)
        for ends in between
        if not any(block.start <= ends[0] < block.end for block in blocks)
    ]
    spans = sorted((*blocks, *outside), key=lambda span: span.start)
    found = [(span.of(text).strip(' \n"“”„«»'), span) for span in spans]
    return [(quote, span) for quote, span in found if len(quoted_words(quote)[0]) >= LEAST_WORDS]


def _block_quotes(reading: Reading) -> Iterator[Span]:
    for index in range(reading.document.chunk_count):
        for block in reading.document.chunk(index).blocks:
            if any(one.kind is ContainerKind.QUOTE for one in block.containers):
                start = reading.offset(Place(index, block.span.start))
                if start is not None and block.span.end > block.span.start:
                    yield Span(start, start + block.span.end - block.span.start)


@dataclass(slots=True)
class QuotationCheck:
    """Looks the quotations of a draft up in a library, whose documents are opened once."""

    library: Library
    """Where the sources are."""
    own_text: str
    """The draft's own reading text: it is no source for itself."""
    _opened: dict[str, tuple[Article, Tokens] | None] = field(default_factory=dict)

    def check(self, reading: Reading) -> Iterator[Verdict]:
        """The verdict on each quotation of a draft, in its order."""
        found = quotations_of(reading)
        paths = self.library.sharing([quoted_words(quote)[0].words for quote, _span in found])
        for (quote, span), candidates in zip(found, paths, strict=True):
            line = reading.line_number(reading.place(span.start))
            yield replace(self.verdict(quote, candidates), line=line)

    def verdict(self, quote: str, paths: Iterable[str]) -> Verdict:
        """What the nearest of some documents says."""
        found = [one for path in paths if (one := self._against(quote, path)) is not None]
        if not found:
            return Verdict(quote, 0, QuotationState.UNKNOWN)
        return min(found, key=lambda one: (one[0].state is not QuotationState.EXACT, -one[1]))[0]

    def _against(self, quote: str, path: str) -> tuple[Verdict, float] | None:
        source = self._open(path)
        aligned = None if source is None else align(quote, source[1])
        if source is None or aligned is None:
            return None
        article = source[0]
        differs = _differences(quote, aligned, article)
        same = aligned.share * len(quoted_words(quote)[0])
        if differs and (aligned.share < _LEAST_SHARE or same < _LEAST_SAME):
            return None
        state = QuotationState.ALTERED if differs else QuotationState.EXACT
        pages = article.pages_of(aligned.span)
        verdict = Verdict(
            quote,
            0,
            state,
            path,
            revision_of(article.text),
            aligned.span,
            pages[0] if pages else None,
            aligned.span.of(article.text),
            differs,
        )
        return verdict, aligned.share

    def _open(self, path: str) -> tuple[Article, Tokens] | None:
        """A source and its words; None for a draft, and for what cannot be read."""
        if path not in self._opened:
            self._opened[path] = self._read(path)
        return self._opened[path]

    def _read(self, path: str) -> tuple[Article, Tokens] | None:
        try:
            reading = self.library.open_document(self.library.folder / path)
        except BriefingError as error:
            self.library.faults.append(Fault(error.what, error.where, error.remedy))
            return None
        is_draft = reading.document.front_matter.extra.get("kind") == "draft"
        if is_draft or reading.article.text == self.own_text:
            return None
        return reading.article, tokenize(reading.article.text)


def _differences(quote: str, aligned: Alignment, article: Article) -> tuple[Difference, ...]:
    found = [one for gap in aligned.gaps if (one := _difference(gap, article)) is not None]
    passage = aligned.span.of(article.text)
    if not found and not aligned.gaps and not same_words(_bare(quote), _bare(passage)):
        weighs = weigh(passage, quote, article.language)
        if weighs is not Weighs.WORDS:
            found = [Difference(quote, passage, weighs)]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.weighs)))


def _bare(text: str) -> str:
    return text.strip(" .,;:!?…")


def _difference(gap: Gap, article: Article) -> Difference | None:
    source = gap.source.of(article.text)
    weighs = weigh(source, gap.draft, article.language)
    if gap.is_edited:
        return Difference("…", source, weighs) if weighs in _SERIOUS else None
    return Difference(gap.draft, source, weighs)
