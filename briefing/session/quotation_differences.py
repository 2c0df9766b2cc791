"""What a quotation says otherwise than its source, and how serious that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from briefing.analysis.edits import is_remark, weigh_insertion, weigh_omission
from briefing.analysis.weighing import weights
from briefing.anchoring.quotations import Alignment, Gap, Run
from briefing.anchoring.quoted_words import QuotedWords
from briefing.model.change import Weighs
from briefing.model.quotation import Difference
from briefing.model.span import Span
from briefing.session.quotation_narration import parted
from briefing.session.quotation_sources import QuotedText
from briefing.text.fold import fold_text

ORDER = (Weighs.NEGATION, Weighs.FIGURE, Weighs.NAME, Weighs.QUALIFIER, Weighs.WORDS)
"""The kinds of a difference, the most serious first."""
_SERIOUS = frozenset({Weighs.NEGATION, Weighs.FIGURE, Weighs.QUALIFIER})
_SEVERAL = " … "
"""Stands between what is said before and behind what is told."""
_AROUND = 30
"""Characters beside a gap: "more than" is a qualifier, and so is "no more than"."""
_NUMBER = re.compile(
    r"(?<![\w-])[-+−±]?(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:[.,:/'’]\d+)*)"
    r"(?:[ \u00a0\u202f]?[%‰])?"
)
_GROUP = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def differences(
    quotation: QuotedWords, aligned: Alignment, source: QuotedText, language: str | None
) -> tuple[Difference, ...]:
    """What differs, the most serious first; nothing for an exact quotation.

    Args:
        quotation: The quotation.
        aligned: It, beside the passage of its source.
        source: Its source.
        language: Of the draft, BCP 47.
    """
    numbers = [one for run in aligned.runs for one in _numbers(quotation, run, source.text)]
    gaps = [
        one
        for one in _in_gaps(aligned, source, language)
        if not any(one.draft in whole.draft and one.source in whole.source for whole in numbers)
    ]
    found = dict.fromkeys((*numbers, *gaps))
    return in_order(found)


def left_out(gap: Span, kept: Sequence[Span], source: QuotedText) -> Iterator[Difference]:
    """What a block quote leaves out between two of its paragraphs.

    Args:
        gap: What stands there in its source.
        kept: What it has of the source, in order.
        source: Its source.
    """
    parts = parted(source.text, gap, kept)
    for one in parts.said:
        words = one.of(source.text).strip(" \n")
        if any(map(str.isalnum, words)):
            kinds = set(weights(words, "", source.language))
            weighs = next((kind for kind in ORDER if kind in kinds), Weighs.WORDS)
            yield Difference("", words, weighs)
    yield from (Difference("", one.of(source.text), Weighs.WORDS) for one in parts.told)


def in_order(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Differences, the most serious first."""
    return tuple(sorted(found, key=lambda one: ORDER.index(one.weighs)))


def _in_gaps(aligned: Alignment, text: QuotedText, language: str | None) -> Iterator[Difference]:
    kept = [run.source for run in aligned.runs]
    for gap in aligned.gaps:
        parts = parted(text.text, gap.source, kept)
        source = _SEVERAL.join(
            _with_whole_numbers(text.text, one).of(text.text) for one in parts.said
        )
        before, after = _around(text.text, gap.source, aligned.span)
        if gap.edit is None:
            if source or gap.draft:
                kinds = set(weights(source, gap.draft, text.language, before=before, after=after))
                weighs = next((kind for kind in ORDER if kind in kinds), Weighs.WORDS)
                yield Difference(gap.draft, source, weighs)
            yield from (Difference("", one.of(text.text), Weighs.WORDS) for one in parts.told)
            continue
        kind = _edited(gap, source, (text.language, language), (before, after))
        if kind is not None:
            draft = f"[{gap.edit.inserted}]" if gap.edit.inserted else "…"
            yield Difference(draft, source, kind)
    for form in aligned.forms:
        source = form.source.of(text.text)
        serious = _SERIOUS.intersection(weights(source, form.draft, text.language))
        if serious:
            yield Difference(form.draft, source, min(serious, key=ORDER.index))


def _edited(
    gap: Gap, source: str, languages: tuple[str | None, ...], around: tuple[str, str]
) -> Weighs | None:
    """What is serious about what an editor left out or put in."""
    if gap.edit is None or not gap.edit.inserted:
        return weigh_omission(source, languages[0], *around)
    if not source and any(is_remark(gap.edit.inserted, language) for language in languages):
        return None
    found = (weigh_insertion(source, gap.edit.inserted, language) for language in languages)
    return next((kind for kind in found if kind is not None), None)


def _around(text: str, gap: Span, passage: Span) -> tuple[str, str]:
    """Whole words of the passage before and behind a gap."""
    first = max(passage.start, gap.start - _AROUND)
    last = min(passage.end, gap.end + _AROUND)
    before, after = text[first : gap.start], text[gap.end : last]
    if first > passage.start:
        before = before.partition(" ")[2]
    if last < passage.end:
        after = after.rpartition(" ")[0]
    return before, after


def _numbers(quotation: QuotedWords, run: Run, text: str) -> Iterator[Difference]:
    """Numbers whose words agree, but not their signs, points, commas or heights."""
    ours = _numbers_in(quotation.tokens.text, run.draft)
    theirs = _numbers_in(text, run.source)
    for draft, source in zip_longest(ours, theirs, fillvalue=""):
        if _plain(draft) != _plain(source):
            yield Difference(draft, source, Weighs.FIGURE)


def _with_whole_numbers(text: str, span: Span) -> Span:
    """Words of the source, with all of the numbers that they begin and end in."""
    around = _NUMBER.finditer(text, max(0, span.start - _AROUND), span.end + _AROUND)
    cut = [Span(*m.span()) for m in around if span.overlaps(Span(*m.span()))]
    return Span(
        min((span.start, *(one.start for one in cut))), max((span.end, *(one.end for one in cut)))
    )


def _numbers_in(text: str, span: Span) -> list[str]:
    """The numbers of which some characters lie in a span, each to its ends."""
    first = max(0, span.start - _AROUND)
    found = _NUMBER.finditer(text, first, min(len(text), span.end + _AROUND))
    return [m[0].strip() for m in found if m.start() < span.end and m.end() > span.start]


def _plain(number: str) -> str:
    return _GROUP.sub("", fold_text(number)).replace(" ", "")
