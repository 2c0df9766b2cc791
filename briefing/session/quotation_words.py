"""The verdict on a quotation in words, and as one plain object for programs."""

from __future__ import annotations

from typing import Any

from briefing.model.change import Weighs
from briefing.model.quotation import QuotationState, Verdict
from briefing.session.change_words import weight_name
from briefing.text.i18n import _

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
    for one in verdict.differs:
        said = _("draft «{draft}», source «{source}»").format(draft=one.draft, source=one.source)
        parts.append(f"{weight_name(one.weighs)}: {said}")
    return "; ".join(parts)


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
    }
