"""What a quotation says otherwise than its source, and how serious that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from briefing.analysis.edits import is_remark, weigh_insertion, weigh_omission
from briefing.analysis.weighing import weights
from briefing.anchoring.quotations import Alignment, Gap, Run
from briefing.anchoring.quoted_words import QuotedWords
from briefing.model.article import Article
from briefing.model.change import Weighs
from briefing.model.quotation import Difference
from briefing.model.span import Span
from briefing.text.fold import fold_text

ORDER = (Weighs.NEGATION, Weighs.FIGURE, Weighs.NAME, Weighs.QUALIFIER, Weighs.WORDS)
"""The kinds of a difference, the most serious first."""
_SERIOUS = frozenset({Weighs.NEGATION, Weighs.FIGURE, Weighs.QUALIFIER})
_AROUND = 30
"""Characters beside a gap: "more than" is a qualifier, and so is "no more than"."""
_NUMBER = re.compile(
    r"(?<![\w-])[-+−±]?(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:[.,:/'’]\d+)*)"
    r"[ \u00a0\u202f]?[%‰]?"
)
_GROUP = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def differences(
    quotation: QuotedWords, aligned: Alignment, article: Article, language: str | None
) -> tuple[Difference, ...]:
    """What differs, the most serious first; nothing for an exact quotation.

    Args:
        quotation: The quotation.
        aligned: It, beside the passage of its source.
        article: The source.
        language: Of the draft, BCP 47.
    """
    numbers = [one for run in aligned.runs for one in _numbers(quotation, run, article)]
    gaps = [
        one
        for one in _in_gaps(aligned, article, language)
        if not any(one.draft in whole.draft and one.source in whole.source for whole in numbers)
    ]
    found = dict.fromkeys((*numbers, *gaps))
    return tuple(sorted(found, key=lambda one: ORDER.index(one.weighs)))


def _in_gaps(aligned: Alignment, article: Article, language: str | None) -> Iterator[Difference]:
    for gap in aligned.gaps:
        source = gap.source.of(article.text)
        before, after = _around(article.text, gap.source, aligned.span)
        if gap.edit is None:
            kinds = set(weights(source, gap.draft, article.language, before=before, after=after))
            weighs = next((kind for kind in ORDER if kind in kinds), Weighs.WORDS)
            yield Difference(gap.draft, source, weighs)
            continue
        kind = _edited(gap, source, (article.language, language), (before, after))
        if kind is not None:
            draft = f"[{gap.edit.inserted}]" if gap.edit.inserted else "…"
            yield Difference(draft, source, kind)
    for form in aligned.forms:
        source = form.source.of(article.text)
        serious = _SERIOUS.intersection(weights(source, form.draft, article.language))
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


def _numbers(quotation: QuotedWords, run: Run, article: Article) -> Iterator[Difference]:
    """Numbers whose words agree, but not their signs, points, commas or heights."""
    ours = _numbers_in(quotation.tokens.text, run.draft)
    theirs = _numbers_in(article.text, run.source)
    for draft, source in zip_longest(ours, theirs, fillvalue=""):
        if _plain(draft) != _plain(source):
            yield Difference(draft, source, Weighs.FIGURE)


def _numbers_in(text: str, span: Span) -> list[str]:
    """The numbers of which some characters lie in a span, each to its ends."""
    first = max(0, span.start - _AROUND)
    found = _NUMBER.finditer(text, first, min(len(text), span.end + _AROUND))
    return [m[0].strip() for m in found if m.start() < span.end and m.end() > span.start]


def _plain(number: str) -> str:
    return _GROUP.sub("", fold_text(number)).replace(" ", "")
