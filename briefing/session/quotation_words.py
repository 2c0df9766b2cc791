"""The verdict on a quotation in words, and as one plain object for programs."""

from __future__ import annotations

from typing import Any

from briefing.model.change import Weighs
from briefing.model.quotation import QuotationState, Verdict
from briefing.session.change_words import weight_name
from briefing.session.draft_quotations import LEAST_WORDS
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number

_KINDS = {Weighs.FIGURE: "number", Weighs.WORDS: "word"}


def state_name(state: QuotationState) -> str:
    """Whether a quotation holds, in a word."""
    return {
        QuotationState.EXACT: _("exact"),
        QuotationState.ALTERED: _("altered"),
        QuotationState.UNKNOWN: _("unknown"),
    }[state]


def verdict_words(verdict: Verdict) -> str:
    """A quotation with its state, where it stands, what the draft names, and what differs."""
    parts = [f"{state_name(verdict.state)}: «{verdict.quote}»"]
    if verdict.document is not None:
        page = "" if verdict.page is None else f" ({_('page {page}').format(page=verdict.page)})"
        parts.append(f"{verdict.document}{page}")
    if verdict.named is not None and verdict.named != verdict.document:
        parts.append(_("the draft names {document}").format(document=verdict.named))
    parts += () if verdict.cited is None else (cited_words(verdict),)
    for one in verdict.differs:
        said = difference_words(one.draft, one.source)
        parts.append(f"{weight_name(one.weighs)}: {said}")
    return "; ".join(parts)


def difference_words(draft: str, source: str) -> str:
    """What a draft and its source say, where they differ."""
    if not draft:
        return _("left out «{source}»").format(source=source)
    if not source:
        return _("put in «{draft}»").format(draft=draft)
    return _("draft «{draft}», source «{source}»").format(draft=draft, source=source)


def cited_words(verdict: Verdict) -> str:
    """That a quotation is exact in the version which is cited, and what stands there now."""
    rev = (verdict.cited or "")[:12]
    if verdict.now is None:
        return _("exact in the version cited, {rev}; gone from the text since").format(rev=rev)
    said = _("exact in the version cited, {rev}; changed since, now «{now}»")
    return said.format(rev=rev, now=verdict.now)


def unchecked_words(count: int) -> str:
    """That some quotations were too short to be looked for."""
    said = ngettext(
        "{count} quotation of fewer than {least} words was not checked",
        "{count} quotations of fewer than {least} words were not checked",
        count,
    )
    return said.format(count=number(count), least=LEAST_WORDS)


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """A verdict as scripts read it; every key is there, what is not known is null."""
    return {
        "quote": verdict.quote,
        "line": verdict.line,
        "state": verdict.state.value,
        "document": verdict.document,
        "rev": verdict.rev,
        "start": None if verdict.span is None else verdict.span.start,
        "end": None if verdict.span is None else verdict.span.end,
        "page": verdict.page,
        "now": verdict.now,
        "differs": [
            {
                "draft": one.draft,
                "source": one.source,
                "kind": _KINDS.get(one.weighs, one.weighs.value),
            }
            for one in verdict.differs
        ],
        "named": verdict.named,
        "cited": verdict.cited,
    }
