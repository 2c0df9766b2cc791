"""A short article with notes of each kind, for tests that read like examples."""

from __future__ import annotations

from pathlib import Path

from briefing.exchange.origin import Origin
from briefing.model.anchor import ORPHAN, Match, MatchState
from briefing.model.article import Article, Section
from briefing.model.note import Note, NoteKind, NoteState, Via
from briefing.model.span import Span

CASES = Path(__file__).parent.parent / "cases" / "exchange"
"""Files of other programs, and what they should be read as."""

TEXT = (
    "Razzi in Russia\n"
    "Nel testo stanno 𝄞 note, tra cui razzi e pavimenti.\n"
    "portata del supporto\n"
    "Oltre 11.000 soldati sono stati inviati."
)
"""A character beyond the first 65,536 stands before the passages."""

REV = "9f2c" * 16


def span_of(quote: str) -> Span:
    """Where a quote stands in the text."""
    start = TEXT.index(quote)
    return Span(start, start + len(quote))


ARTICLE = Article(
    name="razzi",
    title="Razzi in Russia",
    language="it",
    text=TEXT,
    sections=(
        Section(None, 0, Span(16, TEXT.index("portata"))),
        Section("portata del supporto", 2, Span(TEXT.index("portata"), len(TEXT))),
    ),
)

ORIGIN = Origin("razzi.md", "https://example.org/razzi", "2025-05-29")


def note(quote: str, **fields: object) -> Note:
    """A note on a quote of the text, or on words that are not in it."""
    found = TEXT.find(quote)
    known: dict[str, object] = {
        "id": "k3q9m2vxt7",
        "kind": NoteKind.NOTE,
        "by": "anna",
        "created": "2026-11-22T08:15:30Z",
        "updated": "2026-11-22T09:00:00Z",
        "state": NoteState.OPEN,
        "rev": REV,
        "at": Span(max(found, 0), max(found, 0) + len(quote)),
        "quote": quote,
    }
    return Note(**(known | fields))  # type: ignore[arg-type]


MISTAKE = note(
    "razzi e pavimenti",
    kind=NoteKind.CORRECTION,
    before="tra cui ",
    after=".",
    color="yellow",
    tags=("traduzione",),
    text="Errore di traduzione.\nMeglio «granate».",
)
SOLDIERS = note("11.000 soldati", id="b111111111", kind=NoteKind.HIGHLIGHT, by="bruno")
LOST = note(
    "parole che non ci sono più",
    id="c111111111",
    kind=NoteKind.QUESTION,
    state=NoteState.RESOLVED,
    text="Dove?",
    via=Via("hypothesis", "AbCd"),
)
NOTES = (MISTAKE, SOLDIERS, LOST)

MATCHES = {
    MISTAKE.id: Match(MISTAKE.at, MatchState.ANCHORED, 1.0),
    SOLDIERS.id: Match(SOLDIERS.at, MatchState.UNCERTAIN, 0.6),
    LOST.id: ORPHAN,
}
