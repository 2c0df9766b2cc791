"""All that a page shows, and the statements in it that rest on a passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.exchange.origin import Origin
from briefing.exchange.own_words import KINDS
from briefing.exchange.placing import Placed
from briefing.model.article import Article, Document
from briefing.model.brief import Brief
from briefing.model.note import COLORS
from briefing.model.span import Span
from briefing.text.i18n import _


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A check in words."""

    formula: str
    """The relation."""
    verdict: str
    """Whether it holds, in a word."""
    remark: str
    """What a careful reader should know; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article with everything that is known about it."""

    document: Document
    """The text, block by block; parsed to its end."""
    article: Article
    """The same as one text."""
    brief: Brief
    """What the panels state."""
    figures: Sequence[str]
    """Each of the brief's figures in words."""
    checks: Sequence[CheckLine]
    """Each of the brief's checks in words."""
    notes: Sequence[Placed]
    """The notes that have a passage, in the order of the text."""
    orphans: Sequence[Placed]
    """The notes that have none."""
    origin: Origin
    """Where the article came from."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said about a passage."""

    ref: str
    """The id of the element that says it."""
    sign: str
    """What stands at the passage: ``F3``."""
    said: str
    """The same for someone who hears the page."""
    look: str
    """The classes that the passage gets; empty where only the sign shows."""
    span: Span
    """The passage."""
    is_quiet: bool = False
    """Whether the passage itself is the way back, without a sign beside it."""


def statements(sheet: Sheet) -> Iterator[Statement]:
    """Everything that rests on a passage, the strongest look first."""
    yield from _note_statements(sheet)
    brief = sheet.brief
    named = (
        (_("Remark"), "remark", "R", [(one.text, one.span) for one in brief.remarks]),
        (_("Warning"), "warning", "W", [(one.text, one.span) for one in brief.warnings]),
        (_("Figure"), "figure", "F", _figure_spans(sheet)),
        (_("Summary"), "summary", "S", [(one.text, one.span) for one in brief.summary]),
    )
    for name, kind, letter, entries in named:
        for number, (text, span) in enumerate(entries, start=1):
            if span is not None:
                sign, look = f"{letter}{number}", "" if kind == "summary" else kind
                said = f"{name} {sign}: {text}"
                yield Statement(f"{kind}-{number}", sign, said, look, _trimmed(sheet, span))
    yield from _item_statements(sheet)
    yield from _state_statements(sheet)


def note_ref(note_id: str, number: int) -> str:
    """The id of a note's element: the note's own, where that can stand in an address."""
    plain = note_id.isascii() and note_id.isalnum()
    return f"note-{note_id}" if plain else f"note-{number}-"


def _figure_spans(sheet: Sheet) -> list[tuple[str, Span | None]]:
    spans = (figure.span for figure in sheet.brief.figures)
    return list(zip(sheet.figures, spans, strict=True))


def _note_statements(sheet: Sheet) -> Iterator[Statement]:
    for number, placed in enumerate(sheet.notes, start=1):
        note = placed.note
        if placed.span is None:
            continue
        color = f" note-{note.color}" if note.color in COLORS else ""
        sign = f"N{number}"
        said = " ".join(
            (KINDS[note.kind](), f"{sign}:", note.text or placed.match.now or note.quote)
        )
        look = f"note kind-{note.kind.value}{color}"
        ref = note_ref(note.id, number)
        yield Statement(ref, sign, said, look, _trimmed(sheet, placed.span))


def _item_statements(sheet: Sheet) -> Iterator[Statement]:
    for number, item_list in enumerate(sheet.brief.lists, start=1):
        for place, item in enumerate(item_list.items, start=1):
            if item.span is not None:
                said = f"{item_list.title}: {item.name}"
                ref, span = f"item-{number}-{place}", _trimmed(sheet, item.span)
                yield Statement(ref, f"L{number}.{place}", said, "item", span, is_quiet=True)


def _state_statements(sheet: Sheet) -> Iterator[Statement]:
    for number, state in enumerate(sheet.brief.states, start=1):
        said = _("State: {name}").format(name=state.name)
        for span in (*state.mentions, *state.other_mentions):
            trimmed = _trimmed(sheet, span)
            yield Statement(f"state-{number}", state.code, said, "state", trimmed, is_quiet=True)


def _trimmed(sheet: Sheet, span: Span) -> Span:
    """A passage without white space at its ends, inside the text."""
    text = sheet.article.text
    words = text[span.start : span.end]
    start = min(span.start, len(text)) + len(words) - len(words.lstrip())
    stripped = words.strip()
    return Span(start, start + len(stripped)) if stripped else span
