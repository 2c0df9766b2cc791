"""What comes back of three hundred notes by each form that goes both ways, and what it loses."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import replace

import pytest

from briefing.exchange.foreign import ForeignNote
from briefing.exchange.formats import EXPORTS, IMPORTS
from briefing.exchange.origin import Origin
from briefing.model.anchor import Match, MatchState
from briefing.model.article import Article, Section
from briefing.model.note import COLORS, Conflict, Note, NoteKind, NoteState, Via, Was
from briefing.model.span import Span

COUNT = 300
REV = "ab" * 32
SCRIPTS = (
    "over 11,000 soldiers", "più di «undici» soldati", "über 11.000 Soldaten", "более 11 000",
    "超过一万一千名士兵", "أكثر من ١١٬٠٠٠", "11,000명 이상의 병사", "𝄞 👩‍👩‍👧 emoji", "१ हज़ार",
    "=1+1", "-12 degrees", "a, b; c", 'the "x"', "tab\there", "line\nbreak", "'quoted'", "# head",
)  # fmt: skip
"""Every script, and what means something to some format."""


def random_notes(text: str) -> list[Note]:
    """Notes of every kind on an article's text, the same each time."""
    rng = random.Random(15)
    return [_note(rng, number, text) for number in range(COUNT)]


def _note(rng: random.Random, number: int, text: str) -> Note:
    start = rng.randrange(len(text) - 60)
    span = Span(start, start + rng.randrange(1, 60))
    words = [rng.choice(SCRIPTS) for _ in range(rng.randrange(6))]
    time = f"2026-11-{rng.randrange(1, 29):02}T08:15:{number % 60:02}Z"
    return Note(
        id=f"n{number:04}",
        kind=rng.choice(list(NoteKind)),
        by=rng.choice(["anna", "Bea, C.", "", "Ольга"]),
        created=rng.choice([time, ""]),
        updated=time,
        state=rng.choice(list(NoteState)),
        rev=REV,
        at=span,
        quote=span.of(text),
        before=text[max(0, span.start - 20) : span.start],
        after=text[span.end : span.end + 20],
        color=rng.choice([None, *COLORS]),
        tags=tuple(dict.fromkeys(rng.choices(SCRIPTS[:12], k=rng.randrange(4)))),
        text="\n".join(words) if number % 50 else "word " * 1_000,
        conflicts=(Conflict("text", "theirs", "bea", time),) if number % 7 == 0 else (),
        was=(Was("older words", REV, time),) if number % 11 == 0 else (),
        via=rng.choice([None, Via("kindle", f"k{number}")]),
        extra={"later": [1, "x"]} if number % 13 == 0 else {},
    )


TEXT = "\n".join(
    f"{number} {SCRIPTS[number % 9]} came from town {number}." for number in range(200)
)
ARTICLE = Article("a", "Soldiers", "en", TEXT, (Section(None, 0, Span(0, len(TEXT))),))
NOTES = random_notes(TEXT)
MATCHES = {note.id: Match(note.at, MatchState.ANCHORED, 1.0) for note in NOTES}
ORIGIN = Origin("a.md", "https://example.org/a")


def back(form: str) -> dict[str | None, ForeignNote]:
    """The notes, out and in again."""
    written = EXPORTS[form](ARTICLE, NOTES, MATCHES, ORIGIN)
    imported = IMPORTS[form](written, against=TEXT)
    assert imported.faults == ()
    return {draft.id: draft for draft in imported.drafts}


def test_web_annotations_lose_nothing() -> None:
    drafts = back("jsonld")
    assert [drafts[note.id].as_note() for note in NOTES] == NOTES


def test_hypothesis_loses_what_the_table_says() -> None:
    drafts = back("hypothesis")
    for note in NOTES:
        draft = drafts[note.id]
        assert draft.anchor.span == note.at
        assert draft.anchor.quote == note.quote
        kept = (note.kind, note.text, note.tags, note.color, note.by, note.state)
        assert (draft.kind, draft.text, draft.tags, draft.color, draft.by, draft.state) == kept
        assert draft.updated == note.updated
        assert draft.created == (note.created or None)
        assert (draft.conflicts, draft.extra) == ((), {})


def test_a_table_has_each_note_once_and_each_cell_as_it_was() -> None:
    [head, *rows] = csv.reader(
        io.StringIO(EXPORTS["csv"](ARTICLE, NOTES, MATCHES, ORIGIN), newline="")
    )
    cells = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert cells.keys() == {note.id for note in NOTES}
    for note in NOTES:
        cell = cells[note.id]
        assert cell["text"].replace("'", "") == note.text.replace("'", "")
        tags = csv.reader([cell["tags"].removeprefix("'")], skipinitialspace=True)
        assert next(tags, []) == list(note.tags)
        assert (cell["start"], cell["end"]) == (str(note.at.start), str(note.at.end))


@pytest.mark.parametrize("form", ["markdown", "readwise"])
def test_documents_for_people_hold_every_note(form: str) -> None:
    written = EXPORTS[form](
        ARTICLE, [replace(n, text=f"own {n.id}") for n in NOTES], MATCHES, ORIGIN
    )
    assert all(f"own {note.id}" in written for note in NOTES)
