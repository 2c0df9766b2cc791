"""What points at an article from others: their notes, and the quotations of drafts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.model.errors import BriefingError
from briefing.model.quotation import QuotationState
from briefing.model.span import Span
from briefing.session.library import Library
from briefing.session.quotations import QuotationCheck
from briefing.session.reading import Reading
from briefing.session.ties import other_end, place_about
from briefing.session.wording import both_wordings


@dataclass(frozen=True, slots=True)
class Pointer:
    """A note or a quotation of another article that is about a passage of this one."""

    path: Path
    """The other article."""
    anchor: str
    """Where in it: an anchor as links have it."""
    words: str
    """What it says there."""
    span: Span | None
    """The passage of this article; None where it is not in the text any more."""
    state: QuotationState | None = None
    """Whether a quotation holds; None for a note."""
    wordings: str = ""
    """Both wordings, where the passage has other words than the note was made on."""


def pointers_to(
    reading: Reading, library: Library, candidates: Iterable[tuple[str, bool]]
) -> list[Pointer]:
    """What other articles of a library say of passages of this one, in the order of the text.

    Args:
        reading: The article.
        library: The library that it stands in.
        candidates: Paths of articles that may point at others, each with whether it is a draft.
    """
    if reading.source.path is None:
        return []
    here = os.path.realpath(reading.source.path)
    found: list[Pointer] = []
    check = QuotationCheck(library)
    for path, is_draft in candidates:
        if os.path.realpath(library.folder / path) == here:
            continue
        try:
            other = library.open_document(library.folder / path)
            found += _quotations(other, check, here) if is_draft else ()
            found += _notes(other, reading, here)
        except BriefingError:
            continue  # opening that article tells what is wrong with it
    end = len(reading.article.text)
    return sorted(found, key=lambda one: one.span or Span(end, end))


def pointed_at(library: Library, candidates: Iterable[tuple[str, bool]]) -> frozenset[str]:
    """The paths of articles that drafts of a library quote, or notes of others are about.

    Args:
        library: The library.
        candidates: As for `pointers_to`.
    """
    check, home = QuotationCheck(library), os.path.realpath(library.folder)
    found: set[str] = set()
    for path, is_draft in candidates:
        try:
            other = library.open_document(library.folder / path)
            verdicts = check.check(other).verdicts if is_draft else ()
            quoted = [one.document for one in verdicts]
            notes = [placed.note.about for placed in other.take_out_notes().placed]
        except BriefingError:
            continue  # opening that article tells what is wrong with it
        tied = (os.path.realpath(other_end(other, one)) for one in notes if one is not None)
        found |= {one for one in quoted if one is not None}
        found |= {os.path.relpath(one, home).replace(os.sep, "/") for one in tied}
    return frozenset(found)


def _quotations(draft: Reading, check: QuotationCheck, here: str) -> Iterator[Pointer]:
    for one in check.check(draft).verdicts:
        if one.document is None or one.span is None or one.at is None:
            continue
        if os.path.realpath(check.library.folder / one.document) == here and draft.source.path:
            anchor = f"p-{one.at.start}-{one.at.end}"
            yield Pointer(draft.source.path, anchor, one.quote, one.span, one.state)


def _notes(other: Reading, reading: Reading, here: str) -> Iterator[Pointer]:
    for placed in other.take_out_notes().placed:
        about = placed.note.about
        if about is None or os.path.realpath(other_end(other, about)) != here:
            continue
        match = place_about(about, reading)
        path = other.source.path or Path()
        words = placed.note.text or placed.note.quote
        anchor = f"note-{placed.note.id}"
        said = "" if match.now is None else both_wordings(about.quote, match.now)
        yield Pointer(path, anchor, words, match.span, wordings=said)
