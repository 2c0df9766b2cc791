"""The quotations of a draft, looked for in the documents of a library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import inf
from pathlib import Path

from briefing.analysis.edits import without_remarks
from briefing.analysis.weighing import weights
from briefing.anchoring.quotations import Alignment, align, shared_pairs
from briefing.anchoring.quoted_words import QuotedWords, read_quotation
from briefing.anchoring.tokens import Tokens, tokenize
from briefing.model.article import Article
from briefing.model.change import Weighs
from briefing.model.errors import BriefingError, Fault
from briefing.model.quotation import Difference, Quotation, QuotationState, Verdict
from briefing.model.span import Span
from briefing.session.draft_kind import is_draft
from briefing.session.draft_quotations import is_long, quotations_of
from briefing.session.library import Library
from briefing.session.naming import SourceNames
from briefing.session.quotation_differences import ORDER, differences
from briefing.session.reading import Reading
from briefing.text.revisions import revision_of

_LEAST_SHARE = 0.6
"""Of a quotation's words that its source has, when others differ."""
_LEAST_SAME = 3
_LEAST_PAIRS = 0.12
"""Of a quotation's pairs of words: a text with fewer of them is not looked at word by word."""
_MOST_PAIRS, _OPENED_BEHIND = 0.6, 24
"""Of the pairs; behind a text that lacks a part of them, that part of so many more is opened."""
_TURNING = frozenset({Weighs.NEGATION, Weighs.FIGURE})
"""What turns even a few words into others."""
_ALIGNED_MOST = 4
"""Texts that are looked at word by word."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A document of the library, opened."""

    path: str
    article: Article
    tokens: Tokens
    rev: str


@dataclass(slots=True)
class QuotationCheck:
    """Looks the quotations of drafts up in a library, whose documents are opened once."""

    library: Library
    """Where the sources are."""
    _opened: dict[str, _Source | None] = field(default_factory=dict)
    _names: dict[Path | None, SourceNames] = field(default_factory=dict)

    def check(self, reading: Reading) -> Iterator[Verdict]:
        """The verdict on each quotation of a draft, in its order."""
        found = quotations_of(reading)
        language = reading.article.language
        own = revision_of(reading.article.text)
        deep = [one for one in _with_deeper(found) if is_long(one.quote)]
        pieces = [read_quotation(one.quote).pieces for one in deep]
        paths = dict(zip(map(id, deep), self.library.sharing(pieces), strict=True))
        for one in found:
            look = _Look(self, own, language, self._meant(reading, one))
            if is_long(one.quote):
                yield from look.verdicts(one, paths)
            else:
                yield from look.verdict_on_few_words(one)

    def open(self, path: str) -> _Source | None:
        """A source and its words; None for a draft, and for what cannot be read."""
        if path not in self._opened:
            self._opened[path] = self._read(path)
        return self._opened[path]

    def _meant(self, reading: Reading, quotation: Quotation) -> Sequence[str]:
        """The documents that a draft names as the source of a quotation."""
        if not quotation.names:
            return ()
        draft = reading.source.path
        if draft not in self._names:
            entries = self.library.entries()
            self._names[draft] = SourceNames(self.library.folder, draft, entries)
        return self._names[draft].meant(quotation.names)

    def _read(self, path: str) -> _Source | None:
        try:
            reading = self.library.open_document(self.library.folder / path)
        except BriefingError as error:
            self.library.faults.append(Fault.of(error))
            return None
        if is_draft(reading):
            return None
        article = reading.article
        return _Source(path, article, tokenize(article.text), revision_of(article.text))


@dataclass(frozen=True, slots=True)
class _Look:
    """One quotation of a draft, looked for."""

    check: QuotationCheck
    own: str
    """The SHA-256 of the draft's text, which is no source for itself."""
    language: str | None
    """Of the draft."""
    named: Sequence[str]
    """The documents that it may be from, as the draft says."""

    def verdicts(self, one: Quotation, paths: dict[int, Sequence[str]]) -> Iterator[Verdict]:
        """The verdict on a quotation; on its parts, where these hold and the whole does not.

        What stands within a quotation that nothing is known of is looked for, too.
        """
        whole = self._verdict(one, paths[id(one)])
        parts = [self._verdict(part, paths[id(part)]) for part in one.parts if id(part) in paths]
        if whole.state is not QuotationState.EXACT and parts:
            joined = self._left_out(whole, parts)
            if joined is not None:
                yield joined
                return
            if whole.state is QuotationState.UNKNOWN or _are_exact(parts):
                yield from parts
                return
        yield whole
        if whole.state is QuotationState.UNKNOWN:
            for inner in one.inside:
                yield from self.verdicts(inner, paths)

    def verdict_on_few_words(self, one: Quotation) -> Iterator[Verdict]:
        """What the source that is named has instead of a few words, if it says that surely.

        They may be words that are talked about: that a source has them not is nothing to tell.
        """
        verdict = self._verdict(one, ())
        is_turned = any(differing.weighs in _TURNING for differing in verdict.differs)
        if verdict.state is QuotationState.EXACT or is_turned:
            yield verdict

    def _verdict(self, one: Quotation, paths: Iterable[str]) -> Verdict:
        """What the nearest of some documents says, of equal ones the one that is named."""
        named = self.named[0] if self.named else None
        best = Verdict(one.quote, one.line, QuotationState.UNKNOWN, named=named, at=one.span)
        best_share = 0.0
        words = read_quotation(without_remarks(one.quote, self.language))
        for source in self._likely(words, paths):
            found = self._against(one, words, source)
            if found is None:
                continue
            if found[0].state is QuotationState.EXACT:
                return found[0]
            if found[1] > best_share:
                best, best_share = found
        return best

    def _likely(self, words: QuotedWords, paths: Iterable[str]) -> Iterator[_Source]:
        """The few documents that share most pairs of words, the most likely first.

        Documents come in the order of how likely they are, as far as the index can tell; behind
        one that has most of the quotation only a few more are opened.
        """
        found: list[tuple[float, _Source]] = []
        left = inf
        for path in dict.fromkeys((*self.named, *paths)):
            if left <= 0:
                break
            source = self.check.open(path)
            left -= 1
            if source is None or source.rev == self.own:
                continue
            share = shared_pairs(words, source.tokens)
            if share == 1:
                yield source  # mostly it is exact, and nothing else need be opened
            elif share >= _LEAST_PAIRS or path in self.named:
                found.append((share + (path in self.named), source))
            if share >= _MOST_PAIRS:
                left = min(left, max(1, round((1 - share) * _OPENED_BEHIND)))
        found.sort(key=lambda one: -one[0])
        yield from (source for share, source in found[:_ALIGNED_MOST] if share >= found[0][0] / 2)

    def _against(
        self, one: Quotation, words: QuotedWords, source: _Source
    ) -> tuple[Verdict, float] | None:
        aligned = align(words, source.tokens)
        if aligned is None or not _is_near(aligned, words):
            return None
        differs = differences(words, aligned, source.article, self.language)
        pages = source.article.pages_of(aligned.span)
        verdict = Verdict(
            one.quote,
            one.line,
            QuotationState.ALTERED if differs else QuotationState.EXACT,
            source.path,
            source.rev,
            aligned.span,
            pages[0] if pages else None,
            aligned.span.of(source.article.text),
            differs,
            self._named_beside(source.path),
            one.span,
        )
        return verdict, aligned.share

    def _named_beside(self, path: str) -> str | None:
        """The document that is named: of several with one name the one that was found."""
        return path if path in self.named else next(iter(self.named), None)

    def _left_out(self, whole: Verdict, parts: Sequence[Verdict]) -> Verdict | None:
        """A block quote whose paragraphs stand in one source, with others between them."""
        source = self.check.open(parts[0].document or "") if parts[0].document else None
        if source is None or not _are_exact(parts) or len({one.document for one in parts}) > 1:
            return None
        spans = [part.span for part in parts if part.span is not None]
        if any(one.end > other.start for one, other in pairwise(spans)):
            return None
        text = source.article.text
        between = [text[one.end : other.start].strip(" \n") for one, other in pairwise(spans)]
        lost = [words for words in between if any(map(str.isalnum, words))]
        differs = [Difference("", words, _weight(words, source.article.language)) for words in lost]
        span = Span(spans[0].start, spans[-1].end)
        return replace(
            parts[0],
            quote=whole.quote,
            state=QuotationState.ALTERED if differs else QuotationState.EXACT,
            span=span,
            now=span.of(text),
            differs=tuple(sorted(differs, key=lambda one: ORDER.index(one.weighs))),
            at=whole.at,
        )


def _with_deeper(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    for one in quotations:
        yield one
        yield from one.parts
        yield from _with_deeper(one.inside)


def _is_near(aligned: Alignment, words: QuotedWords) -> bool:
    """Whether enough of the words agree to speak of the same passage; all of a few are enough."""
    if aligned.share == 1:
        return True
    return aligned.share >= _LEAST_SHARE and aligned.share * len(words) >= _LEAST_SAME


def _are_exact(verdicts: Iterable[Verdict]) -> bool:
    return all(one.state is QuotationState.EXACT for one in verdicts)


def _weight(words: str, language: str | None) -> Weighs:
    kinds = set(weights(words, "", language))
    return next((kind for kind in ORDER if kind in kinds), Weighs.WORDS)
