"""`briefing check --against`: the quotations of drafts, as lines or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing.cli.library_opening import open_library
from briefing.cli.output import complain, say, say_json, tell
from briefing.cli.wiring import reading_of, source_of
from briefing.model.change import Weighs
from briefing.model.errors import BriefingError
from briefing.model.quotation import QuotationState, Verdict
from briefing.session.change_words import weight_name
from briefing.session.quotations import QuotationCheck
from briefing.storage.settings import load_settings
from briefing.text.i18n import _
from briefing.text.safe import one_line

_HOLDS, _FAILS, _BROKEN = 0, 1, 2
_KINDS = {Weighs.FIGURE: "number", Weighs.WORDS: "word"}


def check_quotations(drafts: Sequence[str], folder: Path, form: str) -> int:
    """Say the verdict on every quotation of some drafts; the exit status it asks for."""
    settings, faults = load_settings()
    library = open_library(folder, settings)
    found: list[tuple[str, Verdict]] = []
    look = QuotationCheck(library)
    try:
        for draft in drafts or (None,):
            reading = reading_of(source_of(draft), settings)
            found += [(reading.where, verdict) for verdict in look.check(reading)]
    except BriefingError as error:
        complain(str(error))
        return _BROKEN
    if form == "json":
        say_json({"quotations": [_json(one) for _where, one in found], "articles": []})
    else:
        for where, one in found:
            say(one_line(f"{where}:{one.line}: {_words(one)}"))
    tell((*faults, *library.faults))
    return _HOLDS if all(one.holds for _where, one in found) else _FAILS


def _words(verdict: Verdict) -> str:
    name = {
        QuotationState.EXACT: _("exact"),
        QuotationState.ALTERED: _("altered"),
        QuotationState.UNKNOWN: _("unknown"),
    }[verdict.state]
    parts = [f"{name}: «{verdict.quote}»"]
    if verdict.document is not None:
        page = "" if verdict.page is None else f" ({_('page {page}').format(page=verdict.page)})"
        parts.append(f"{verdict.document}{page}")
    if verdict.named is not None and verdict.named != verdict.document:
        parts.append(_("the draft names {document}").format(document=verdict.named))
    for one in verdict.differs:
        said = _("draft «{draft}», source «{source}»").format(draft=one.draft, source=one.source)
        parts.append(f"{weight_name(one.weighs)}: {said}")
    return "; ".join(parts)


def _json(verdict: Verdict) -> dict[str, Any]:
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
