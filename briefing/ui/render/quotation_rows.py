"""The quotations of a draft as rows: how each stands, and what its source has instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.quotation import QuotationState, Verdict
from briefing.session.change_words import weight_name
from briefing.session.quotation_words import (
    cited_words,
    difference_words,
    state_name,
    unchecked_words,
)
from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.ui.render.palette import CHANGED_SIGN
from briefing.ui.render.rows import Row, Words

_SIGNS = {
    QuotationState.EXACT: "✓",
    QuotationState.ALTERED: CHANGED_SIGN,
    QuotationState.UNKNOWN: "?",
}
_LOOKS = {
    QuotationState.EXACT: "good",
    QuotationState.ALTERED: "bad",
    QuotationState.UNKNOWN: "muted",
}
_LINES, _LINES_ALTERED = 2, 6
_MOST_DIFFERENCES = 4


def quotation_rows(verdicts: Sequence[Verdict], unchecked: int = 0) -> list[Row]:
    """A row a quotation, its reference its place in the list; last how many were too short."""
    rows = [
        Row(
            tuple(_words(one)),
            ref=str(number),
            sign=_SIGNS[one.state] if one.holds or one.state is not QuotationState.EXACT else "✗",
            max_lines=_LINES if one.holds else _LINES_ALTERED,
        )
        for number, one in enumerate(verdicts)
    ]
    if unchecked:
        rows.append(Row((Words(unchecked_words(unchecked), "muted"),)))
    return rows


def _words(one: Verdict) -> Iterator[Words]:
    look = _LOOKS[one.state] if one.holds or one.state is QuotationState.ALTERED else "bad"
    yield Words(f"{state_name(one.state)} ", look, bold=True)
    yield Words(f"«{glimpse(one.quote)}»", "quote", italic=True)
    if one.cited is not None:
        yield Words(f" {cited_words(one)}", "uncertain")
    for differs in one.differs[:_MOST_DIFFERENCES]:
        said = difference_words(glimpse(differs.draft), glimpse(differs.source))
        yield Words(f" {weight_name(differs.weighs)}: ", "uncertain")
        yield Words(said)
    if one.document is not None:
        page = "" if one.page is None else f", {_('page {page}').format(page=one.page)}"
        yield Words(f" {one.document}{page}", "muted")
    if one.named is not None and one.named != one.document:
        yield Words(" " + _("the draft names {document}").format(document=one.named), "bad")
