"""What rests on articles that came into a library, checked again: notes, quotations, figures.

Told is what an arrival has changed: what was wrong before is left to `briefing check`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.anchoring.quotations import align
from briefing.anchoring.quoted_words import read_quotation
from briefing.model.errors import BriefingError
from briefing.model.finding import Finding
from briefing.model.quotation import Verdict
from briefing.session.checking import (
    front_matter_findings,
    link_finding,
    note_finding,
    quotation_finding,
)
from briefing.session.document_links import earlier_text, split_target
from briefing.session.library import Library
from briefing.session.neighbours import Neighbours
from briefing.session.placing import PlacedNote, Placer
from briefing.session.quotation_sources import QuotationSources, QuotedText
from briefing.session.quotations import QuotationCheck
from briefing.session.reading import Reading
from briefing.session.same_figures import check_same_figures
from briefing.session.taking_in import Arrived
from briefing.session.ties import other_end, tie_links
from briefing.text.i18n import _


@dataclass(frozen=True, slots=True)
class Recheck:
    """Checks what rests on the articles of one library."""

    library: Library
    """The library."""
    pointing: Callable[[], Iterable[tuple[str, bool]]]
    """Gives the paths of its articles that may rest on others, each with whether it is a draft."""

    def findings(self, arrived: Arrived) -> Iterator[Finding]:
        """What does not hold any more, a finding each; an article that cannot be read has none.

        Args:
            arrived: What came.
        """
        for path, rev in arrived.items():
            if rev is not None:
                with suppress(BriefingError):  # opening that article tells what is wrong with it
                    reading = self.library.open_document(self.library.folder / path)
                    yield from front_matter_findings(reading)
                    yield from _of_notes(reading, rev)
        if arrived:
            yield from self._of_others(arrived)

    def _of_others(self, arrived: Arrived) -> Iterator[Finding]:
        """What drafts, ties and tied figures of other articles say of what came."""
        check = QuotationCheck(self.library)
        before = _Before(check.sources, arrived)
        neighbours = Neighbours(self.library.open_document)
        here = {os.path.realpath(self.library.folder / path) for path in arrived}
        for path, is_draft in self.pointing():
            with suppress(BriefingError):
                reading = self.library.open_document(self.library.folder / path)
                if is_draft:
                    yield from _of_draft(reading, check, before)
                yield from _of_ties(reading, neighbours, here)


@dataclass(frozen=True, slots=True)
class _Before:
    """What stood in the articles that came, before they did."""

    sources: QuotationSources
    arrived: Arrived
    _texts: dict[str, QuotedText | None] = field(default_factory=dict)

    def source_of(self, verdict: Verdict) -> str | None:
        """The article that came of which a quotation was exact before; None for none."""
        quote = read_quotation(verdict.quote)
        for path, rev in self.arrived.items():
            old = None if rev is None else self._text(path, rev)
            aligned = None if old is None else align(quote, old.tokens)
            if aligned is not None and aligned.share == 1:
                return path
        return None

    def is_open(self, path: str) -> bool:
        """Whether an article is one that came, and nobody knows what stood there before."""
        if path not in self.arrived:
            return False
        rev = self.arrived[path]
        return rev is None or self._text(path, rev) is None

    def _text(self, path: str, rev: str) -> QuotedText | None:
        if path not in self._texts:
            self._texts[path] = self.sources.earlier(path, rev)
        return self._texts[path]


def _of_ties(reading: Reading, neighbours: Neighbours, here: set[str]) -> Iterator[Finding]:
    """The ends of notes, and the figures, that are tied to what came and differ from it now."""
    for note in (each.note for each in reading.take_out_notes().placed):
        if note.about and os.path.realpath(other_end(reading, note.about)) in here:
            links = tie_links(reading, [note], neighbours)
            yield from filter(None, (link_finding(link, reading.where) for link in links))
    if any(_leads_to(reading, here)):
        reading.make_brief()
        yield from check_same_figures(reading, neighbours)


def _of_draft(reading: Reading, check: QuotationCheck, before: _Before) -> Iterator[Finding]:
    """The quotations of a draft that what came has other words for, or none any more."""
    for verdict in check.check(reading).verdicts:
        finding = quotation_finding(reading.where, verdict)
        if finding is None:
            continue
        if verdict.document is not None and before.is_open(verdict.document):
            yield finding
            continue
        path = before.source_of(verdict)
        if path is None:
            continue
        had = _("{path} had these words before").format(path=path)
        text = finding.text if path == verdict.document else f"{finding.text}; {had}"
        yield replace(finding, text=text)


def _of_notes(reading: Reading, rev: str) -> Iterator[Finding]:
    """The notes on an article that had their passages, in their words, in the text before."""
    notebook = reading.take_out_notes()
    old = earlier_text(reading, rev)
    wrong = [(placed, note_finding(reading, placed)) for placed in notebook.placed]
    wanted = [placed.note for placed, finding in wrong if finding is not None]
    if not wanted:
        return
    then = (
        {}
        if old is None
        else {each.note.id: each for each in Placer(old, notebook.port.text).place(wanted)}
    )
    for placed, finding in wrong:
        if finding is not None and _held(then.get(placed.note.id)):
            yield finding


def _held(before: PlacedNote | None) -> bool:
    """Whether a note had its passage, as far as anybody knows."""
    return before is None or (before.span is not None and not before.asks_to_be_confirmed)


def _leads_to(reading: Reading, files: set[str]) -> Iterator[bool]:
    """For each figure that is tied to another, whether that is one of some files."""
    home = reading.source.path
    for entry in reading.document.front_matter.figures:
        if entry.same_as is not None:
            file, _rev, _anchor = split_target(entry.same_as)
            yield os.path.realpath((Path() if home is None else home.parent) / file) in files
