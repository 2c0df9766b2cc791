"""Quotations that are exact in the version that the draft cites, and in the source no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from briefing.analysis.weighing import weigh
from briefing.anchoring.track import track
from briefing.model.quotation import Difference, QuotationState, Verdict
from briefing.session.quotation_sources import QuotationSources, QuotedText


def held_by_version(
    verdict: Verdict,
    paths: Iterable[str],
    revs: Sequence[str],
    sources: QuotationSources,
    judge: Callable[[QuotedText], Verdict | None],
) -> Verdict:
    """The verdict, or another one that knows the version in which the quotation is exact.

    Args:
        verdict: On the quotation in the texts as they are now, which do not have it.
        paths: The documents that it may be from.
        revs: The beginnings of the versions that the draft cites.
        sources: Where these are found.
        judge: What a text says of the quotation.
    """
    for path in paths:
        for rev in revs:
            old = sources.earlier(path, rev)
            then = None if old is None else judge(old)
            now = sources.open(path)
            if old and now and then and then.state is QuotationState.EXACT:
                return _changed_since(verdict, then, old, now)
    return verdict


def _changed_since(verdict: Verdict, then: Verdict, old: QuotedText, now: QuotedText) -> Verdict:
    """What a quotation is that was exact: altered with what stands there now, or gone."""
    if then.span is None:
        return verdict
    [match] = track(old.text, now.text, [then.span])
    if match.span is None:
        return replace(verdict, state=QuotationState.UNKNOWN, cited=old.rev, named=old.path)
    if verdict.document == now.path and verdict.span and verdict.span.overlaps(match.span):
        return replace(verdict, cited=old.rev)
    words = match.span.of(now.text)
    weighs = weigh(then.now or "", words, now.language)
    pages = now.article.pages_of(match.span)
    return replace(
        then,
        state=QuotationState.ALTERED,
        rev=now.rev,
        span=match.span,
        page=pages[0] if pages else None,
        now=words,
        differs=(Difference(then.now or "", words, weighs),),
        cited=old.rev,
    )
