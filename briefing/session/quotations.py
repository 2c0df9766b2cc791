"""The quotations of a draft, looked for in the documents of a library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import inf
from pathlib import Path

from briefing.analysis.cut_off import words_around
from briefing.analysis.edits import without_remarks
from briefing.analysis.language import detect
from briefing.anchoring.quotations import Alignment, align, shared_pairs
from briefing.anchoring.quoted_words import QuotedWords, read_quotation
from briefing.model.change import Weighs
from briefing.model.quotation import DraftVerdicts, Quotation, QuotationState, Verdict
from briefing.model.span import Span
from briefing.session.draft_quotations import is_long, quotations_of
from briefing.session.library import Library
from briefing.session.naming import SourceNames, cited_revisions
from briefing.session.quotation_differences import differences, in_order, left_out
from briefing.session.quotation_ends import DraftSentence, with_lost_ends
from briefing.session.quotation_few_words import with_another_number
from briefing.session.quotation_sources import QuotationSources, QuotedText
from briefing.session.quotation_versions import held_by_version
from briefing.session.reading import Reading
from briefing.text.revisions import revision_of

_LEAST_SHARE = 0.6
"""Of a quotation's words that its source has, when others differ."""
_LEAST_SAME = 3
_LEAST_PAIRS = 0.12
"""Of a quotation's pairs of words: a text with fewer of them is not looked at word by word."""
_LEAST_LIKELY = 0.6
"""Of how likely the first source is: a document that is less so is not opened."""
_TURNING = frozenset({Weighs.NEGATION, Weighs.FIGURE})
"""What turns even a few words into others."""
_ALIGNED_MOST = 4
"""Texts that are looked at word by word."""


_Paths = Sequence[tuple[str, float]]
"""Documents, each with how likely it is, the likeliest first."""


@dataclass(slots=True)
class QuotationCheck:
    """Looks the quotations of drafts up in a library, whose documents are opened once."""

    library: Library
    """Where the sources are."""
    sources: QuotationSources = field(init=False)
    """They, as far as they were opened."""
    _names: dict[Path | None, SourceNames] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the library's documents as sources."""
        self.sources = QuotationSources(self.library)

    def check(self, reading: Reading) -> DraftVerdicts:
        """The verdict on each quotation of a draft, in its order."""
        found = quotations_of(reading)
        text = reading.article.text
        draft = _Draft(text, revision_of(text), reading.article.language or detect(text))
        deep = [one for one in _with_deeper(found.quotations) if is_long(one.quote)]
        pieces = [read_quotation(one.quote).pieces for one in deep]
        paths = dict(zip(map(id, deep), self.library.sharing(pieces), strict=True))
        verdicts, unchecked = list[Verdict](), found.too_short
        for one in found.quotations:
            look = _Look(self, draft, self._meant(reading, one))
            if is_long(one.quote):
                verdicts += look.verdicts(one, paths)
                continue
            verdict = look.verdict_on_few_words(one)
            unchecked += verdict is None
            verdicts += [] if verdict is None else [verdict]
        return DraftVerdicts(tuple(verdicts), unchecked)

    def _meant(self, reading: Reading, quotation: Quotation) -> Sequence[str]:
        """The documents that a draft names as the source of a quotation."""
        if not quotation.names:
            return ()
        draft = reading.source.path
        if draft not in self._names:
            entries = self.library.entries()
            self._names[draft] = SourceNames(self.library.folder, draft, entries)
        return self._names[draft].meant(quotation.names)


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is looked up."""

    text: str
    """The reading text."""
    rev: str
    """Its SHA-256: it is no source for itself."""
    language: str | None
    """BCP 47."""


@dataclass(frozen=True, slots=True)
class _Look:
    """One quotation of a draft, looked for."""

    check: QuotationCheck
    draft: _Draft
    """Where it stands."""
    named: Sequence[str]
    """The documents that it may be from, as the draft says."""

    def verdicts(self, one: Quotation, paths: dict[int, _Paths]) -> Iterator[Verdict]:
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

    def verdict_on_few_words(self, one: Quotation) -> Verdict | None:
        """What the source that is named has instead of a few words, if it says that surely.

        They may be words that are talked about: that a source has them not is nothing to tell,
        but where the version that is cited had them.
        """
        verdict = self._verdict(one, ())
        if verdict.cited is None and verdict.state is QuotationState.UNKNOWN:
            opened = filter(None, map(self.check.sources.open, self.named))
            sources = (source for source in opened if source.rev != self.draft.rev)
            verdict = with_another_number(one, read_quotation(one.quote), sources) or verdict
        is_turned = any(differing.weighs in _TURNING for differing in verdict.differs)
        is_told = is_turned or verdict.cited is not None
        return verdict if verdict.state is QuotationState.EXACT or is_told else None

    def _verdict(self, one: Quotation, paths: _Paths) -> Verdict:
        """What the nearest of some documents says, of equal ones the one that is named."""
        named = self.named[0] if self.named else None
        best = Verdict(one.quote, one.line, QuotationState.UNKNOWN, named=named, at=one.span)
        best_share = 0.0
        words = read_quotation(without_remarks(one.quote, self.draft.language))
        for source in self._likely(words, paths):
            found = self._against(one, words, source)
            if found is None:
                continue
            if found[0].state is QuotationState.EXACT:
                return found[0]
            if found[1] > best_share:
                best, best_share = found
        return self._in_cited_version(one, words, best)

    def _in_cited_version(self, one: Quotation, words: QuotedWords, verdict: Verdict) -> Verdict:
        """A verdict on what no text has, with the cited version that has it, if one is cited."""
        revs = cited_revisions(one.names)
        if not revs:
            return verdict

        def judge(source: QuotedText) -> Verdict | None:
            found = self._against(one, words, source)
            return None if found is None else found[0]

        return held_by_version(verdict, self.named, revs, self.check.sources, judge)

    def _likely(self, words: QuotedWords, paths: _Paths) -> Iterator[QuotedText]:
        """The few documents that share most pairs of words, the most likely first.

        Documents come in the order of how likely they are, as far as the index can tell; those that
        are much less likely than the first that is a source are not opened.
        """
        found: list[tuple[float, QuotedText]] = []
        named = [(path, inf) for path in self.named]
        least = 0.0
        others = ((path, likely) for path, likely in paths if path not in self.named)
        for path, likely in (*named, *others):
            if likely < least:
                break
            source = self.check.sources.open(path)
            if source is None or source.rev == self.draft.rev:
                continue
            least = least or (0.0 if likely == inf else likely * _LEAST_LIKELY)
            share = shared_pairs(words, source.tokens)
            if share == 1:
                yield source  # mostly it is exact, and nothing else need be opened
            elif share >= _LEAST_PAIRS or path in self.named:
                found.append((share + (path in self.named), source))
        found.sort(key=lambda one: -one[0])
        yield from (source for share, source in found[:_ALIGNED_MOST] if share >= found[0][0] / 2)

    def _against(
        self, one: Quotation, words: QuotedWords, source: QuotedText
    ) -> tuple[Verdict, float] | None:
        aligned = align(words, source.tokens)
        if aligned is None or not _is_near(aligned, words):
            return None
        differs = differences(words, aligned, source, self.draft.language)
        span = aligned.span
        if is_long(one.quote):
            around = DraftSentence(words_around(self.draft.text, one.span), self.draft.language)
            span, differs = with_lost_ends(differs, words, span, source, around)
        pages = source.article.pages_of(span)
        verdict = Verdict(
            one.quote,
            one.line,
            QuotationState.ALTERED if differs else QuotationState.EXACT,
            source.path,
            source.rev,
            span,
            pages[0] if pages else None,
            span.of(source.text),
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
        source = self.check.sources.open(parts[0].document or "") if parts[0].document else None
        if source is None or not _are_exact(parts) or len({one.document for one in parts}) > 1:
            return None
        spans = [part.span for part in parts if part.span is not None]
        if any(one.end > other.start for one, other in pairwise(spans)):
            return None
        text = source.text
        between = [Span(one.end, other.start) for one, other in pairwise(spans)]
        differs = [one for gap in between for one in left_out(gap, spans, source)]
        span = Span(spans[0].start, spans[-1].end)
        return replace(
            parts[0],
            quote=whole.quote,
            state=QuotationState.ALTERED if differs else QuotationState.EXACT,
            span=span,
            now=span.of(text),
            differs=in_order(differs),
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
