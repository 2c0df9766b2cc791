"""Where the notes of another program belong in an article.

Their words decide, then what stood around them, then their chapter and their neighbours. Where more
than one place is left, none is taken: the note stays uncertain and its places are listed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.anchoring.describe import describe
from briefing.anchoring.find import find_quote
from briefing.anchoring.neighbours import Lead, choose
from briefing.anchoring.resolve import resolve
from briefing.exchange.foreign import ForeignNote
from briefing.model.anchor import Anchor, MatchState
from briefing.model.article import Article, Section
from briefing.model.span import Span
from briefing.text.fold import fold_text


@dataclass(frozen=True, slots=True)
class Passage:
    """What was found for one draft."""

    anchor: Anchor
    """The passage as the text has it, under the words that the other program gave.

    Its span is None for an orphan, and empty where it only says about where an uncertain one is.
    """
    choices: tuple[Span, ...] = ()
    """The places that are left, where there are several."""


def import_places(drafts: Sequence[ForeignNote], article: Article) -> list[Passage]:
    """Find the passages of drafts, all at once: each may tell where others are.

    Args:
        drafts: What one file holds for this article.
        article: The article.

    Returns:
        As many passages, in the same order.
    """
    text = article.text
    chapters = _chapters(article, {_plain(draft.chapter) for draft in drafts} - {""})
    surely = [_certain(draft.anchor, text) for draft in drafts]
    leads = [
        Lead(_places(draft.anchor, sure, text), draft.order, chapters.get(_plain(draft.chapter)))
        for draft, sure in zip(drafts, surely, strict=True)
    ]
    return [
        _passage(draft.anchor, sure or chosen, lead, text)
        for draft, sure, chosen, lead in zip(drafts, surely, choose(leads), leads, strict=True)
    ]


def _certain(anchor: Anchor, text: str) -> Span | None:
    """The place that the words and their surroundings settle by themselves."""
    hint = anchor.span
    if anchor.quote and hint is not None and hint.of(text) == anchor.quote:
        return hint
    match = resolve(anchor, text)
    return match.span if match.state is MatchState.ANCHORED else None


def _places(anchor: Anchor, sure: Span | None, text: str) -> tuple[Span, ...]:
    if sure is not None:
        return (sure,)
    return tuple(sorted(find_quote(text, anchor.quote), key=lambda place: place.start))


def _passage(anchor: Anchor, chosen: Span | None, lead: Lead, text: str) -> Passage:
    """The passage as the text has it now, under the words that the other program gave.

    A place that only comes close keeps those words, so that it stays uncertain.
    """
    if chosen is not None:
        here = describe(text, chosen)
        is_same = here.quote == anchor.quote
        return Passage(here if is_same else replace(anchor, span=chosen))
    guess = resolve(anchor, text).span
    if len(lead.places) > 1 and guess is not None:
        return Passage(replace(anchor, span=Span(guess.start, guess.start)), lead.places)
    return Passage(replace(anchor, span=guess))


def _chapters(article: Article, wanted: set[str]) -> Mapping[str, Span]:
    """The part of the text under each heading that is wanted, with what is below it.

    A heading that stands more than once says nothing.
    """
    found: dict[str, Span | None] = {}
    open_ones: list[tuple[int, str, int]] = []
    end = Section(None, 0, Span(len(article.text), len(article.text)))
    for section in (*article.sections, end) if wanted else ():
        start = section.span.start
        while open_ones and open_ones[-1][0] >= section.level:
            _level, name, began = open_ones.pop()
            found[name] = None if name in found else Span(began, start)
        name = _plain(section.heading or "")
        if name in wanted:
            open_ones.append((section.level, name, start))
    return {name: span for name, span in found.items() if span is not None}


def _plain(text: str) -> str:
    return fold_text(text).strip()
