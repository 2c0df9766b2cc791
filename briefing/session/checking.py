"""All that can be checked of one article: what stands above it, its notes and its links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefing.model.anchor import MatchState
from briefing.model.errors import Fault
from briefing.model.figure import Check
from briefing.model.finding import Finding, Rule, finding_at
from briefing.model.quotation import QuotationState, Verdict
from briefing.session.document_links import CheckedLink, LinkCheck, LinkState
from briefing.session.neighbours import Neighbours
from briefing.session.placing import PlacedNote
from briefing.session.quotation_words import verdict_words
from briefing.session.reading import Reading
from briefing.session.report import checks_json
from briefing.session.same_figures import check_same_figures
from briefing.session.ties import tie_links
from briefing.session.wording import check_words, wording_words
from briefing.text.i18n import _

_LINKS = {LinkState.BROKEN: Rule.LINK_BROKEN, LinkState.CHANGED: Rule.LINK_CHANGED}


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """An article and what was found."""

    where: str
    """Its file, as messages name it."""
    findings: tuple[Finding, ...]
    """What does not hold, in the order of what was looked at."""
    lines: tuple[str, ...]
    """Every sum and count in words, after its place, whether it holds or not."""
    checks: list[dict[str, Any]]
    """The same for programs, see `report`."""
    links: tuple[CheckedLink, ...]
    """Its links to files."""
    changed: tuple[str, ...]
    """The notes whose passages have other words now, by their ids."""
    uncertain: tuple[str, ...]
    """Those whose places are not sure."""
    orphans: tuple[str, ...]
    """Those whose passages are gone."""


def check_article(reading: Reading, neighbours: Neighbours) -> CheckedArticle:
    """Check all but the quotations of an article; it is given its brief."""
    found = [
        *front_matter_findings(reading),
        *_figures(reading),
        *check_same_figures(reading, neighbours),
        *_text(reading),
        *_notes(reading),
    ]
    notebook = reading.take_out_notes()
    notes = [placed.note for placed in notebook.placed]
    links = [*LinkCheck(neighbours).check(reading), *tie_links(reading, notes, neighbours)]
    found += filter(None, (link_finding(link, reading.where) for link in links))
    states = {
        state: tuple(p.note.id for p in notebook.placed if p.match.state is state)
        for state in (MatchState.UNCERTAIN, MatchState.ORPHAN)
    }
    return CheckedArticle(
        where=reading.where,
        findings=tuple(found),
        lines=tuple(_check_lines(reading)),
        checks=checks_json(reading.brief),
        links=tuple(links),
        changed=tuple(p.note.id for p in notebook.placed if p.match.changed),
        uncertain=states[MatchState.UNCERTAIN],
        orphans=states[MatchState.ORPHAN],
    )


def quotation_finding(where: str, verdict: Verdict) -> Finding | None:
    """What is wrong with a quotation of a draft; None for one that is exact."""
    if verdict.cited is not None:
        rule = Rule.QUOTATION_CHANGED
    elif verdict.state is QuotationState.ALTERED:
        rule = Rule.QUOTATION_ALTERED
    elif verdict.state is QuotationState.UNKNOWN:
        rule = Rule.QUOTATION_UNKNOWN if verdict.named is None else Rule.QUOTATION_MISSING
    elif verdict.is_misnamed:
        rule = Rule.QUOTATION_MISNAMED
    else:
        return None
    return Finding(rule, verdict_words(verdict), where, verdict.line)


def front_matter_findings(reading: Reading) -> Iterator[Finding]:
    """What is wrong above the text; the brief is made for that."""
    broken = reading.faults
    reading.make_brief()
    yield from (_fault(fault, Rule.FILE, reading) for fault in broken)
    missing = reading.faults[len(broken) :]
    yield from (_fault(fault, Rule.FRONT_MATTER, reading) for fault in missing)


def link_finding(link: CheckedLink, where: str) -> Finding | None:
    """What is wrong with a link of a document; None for one that is right."""
    rule = _LINKS.get(link.state)
    if rule is None:
        return None
    return Finding(rule, f"{link.target}: {link.what}", where, link.line)


def note_finding(reading: Reading, placed: PlacedNote) -> Finding | None:
    """What is wrong with a note, at the line of its passage or of what is left of that."""
    rule = {
        MatchState.ORPHAN: Rule.NOTE_ORPHAN,
        MatchState.UNCERTAIN: Rule.NOTE_UNCERTAIN,
    }.get(placed.match.state, Rule.NOTE_CHANGED if placed.match.changed else None)
    if rule is None:
        return None
    said = {
        Rule.NOTE_ORPHAN: _("note {id} has lost its passage"),
        Rule.NOTE_UNCERTAIN: _("note {id} is uncertain"),
        Rule.NOTE_CHANGED: _("the passage of note {id} has other words now"),
    }[rule].format(id=placed.note.id)
    line = None if placed.spot is None else _at(reading, placed.spot.start)[1]
    return Finding(rule, f"{said}: {wording_words(placed)}", reading.where, line)


def _fault(fault: Fault, rule: Rule, reading: Reading) -> Finding:
    text = fault.what if fault.remedy is None else f"{fault.what}; {fault.remedy}"
    return finding_at(rule, text, fault.where or reading.where)


def _text(reading: Reading) -> Iterator[Finding]:
    for warning in reading.brief.warnings:
        yield Finding(Rule.TEXT, warning.text, *_at(reading, warning.span.start))


def _notes(reading: Reading) -> Iterator[Finding]:
    notebook = reading.take_out_notes()
    if notebook.problem is not None:
        yield _fault(Fault.of(notebook.problem), Rule.FILE, reading)
    yield from (_fault(fault, Rule.NOTES_FILE, reading) for fault in notebook.faults)
    yield from filter(None, (note_finding(reading, placed) for placed in notebook.placed))


def _figures(reading: Reading) -> Iterator[Finding]:
    for check in reading.brief.checks:
        if not check.holds:
            where, line = _check_place(reading, check)
            yield Finding(Rule.FIGURES, _check_words(reading, check), where, line)


def _check_lines(reading: Reading) -> Iterator[str]:
    for check in reading.brief.checks:
        where, line = _check_place(reading, check)
        place = where if line is None else f"{where}:{line}"
        yield f"{place}: {_check_words(reading, check)}"


def _check_words(reading: Reading, check: Check) -> str:
    """A check in words: its formula, whether it holds, and what a reader should know."""
    words = check_words(check, reading.brief, reading.article.language)
    remark = f" ({words.remark})" if words.remark else ""
    return f"{words.formula}: {words.verdict}{remark}"


def _check_place(reading: Reading, check: Check) -> tuple[str, int | None]:
    """File and line of the figure that a check is about, else of the first entry of its list."""
    brief = reading.brief
    claim = brief.claimed(check)
    span = None if claim is None else claim.span
    if span is None and check.list_index is not None:
        entries = brief.lists[check.list_index].items
        span = next((item.span for item in entries if item.span is not None), None)
    return (reading.where, None) if span is None else _at(reading, span.start)


def _at(reading: Reading, offset: int) -> tuple[str, int]:
    return reading.where, reading.line_number(reading.place(offset))
