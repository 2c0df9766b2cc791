"""A summary in the text's own sentences.

The lead sentence comes first: on news no library was found to beat the first sentences. The others
are chosen greedily for what they add: key figures, words of the title, sections not seen yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis import sentences
from briefing.model.article import Section
from briefing.model.brief import SummaryPoint
from briefing.model.figure import Figure
from briefing.model.span import Span

MOST = 5
"""Points of a summary."""

_KEY_FIGURES = 12
"""How many of the highest ranked figures count as key."""

_SHORTEST, _LONGEST = 40, 420
"""Characters of a sentence that can stand alone in a panel."""

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence, and what it would add."""

    span: Span
    figures: frozenset[str]
    title_words: frozenset[str]
    section: int
    rank: int
    """0-based place among the sentences of its section."""


def choose(
    text: str,
    language: str | None,
    sections: Sequence[Section],
    figures: Sequence[Figure],
    title: str | None = None,
) -> tuple[SummaryPoint, ...]:
    """At most five sentences, verbatim and in the order of the text.

    Args:
        text: A reading text.
        language: BCP 47.
        sections: The article's sections.
        figures: Ranked, the most telling first.
        title: The article's title.
    """
    candidates = _candidates(text, language, sections, figures, title)
    chosen: list[_Candidate] = candidates[:1]
    while len(chosen) < MOST:
        best = max(
            (c for c in candidates if c not in chosen),
            key=lambda c: (_gain(c, chosen), -c.span.start),
            default=None,
        )
        if best is None or _gain(best, chosen) <= 0:
            break
        chosen.append(best)
    ordered = sorted(chosen, key=lambda c: c.span)
    return tuple(SummaryPoint(c.span.of(text), c.span, auto=True) for c in ordered)


def _gain(candidate: _Candidate, chosen: Sequence[_Candidate]) -> float:
    figures = candidate.figures.difference(*(c.figures for c in chosen))
    words = candidate.title_words.difference(*(c.title_words for c in chosen))
    is_new_section = candidate.section not in {c.section for c in chosen}
    early = 1.5 if candidate.section == 0 else 0.6
    return (
        1.6 * len(figures)
        + 0.3 * len(words)
        + (0.8 if candidate.rank == 0 else 0.4) * is_new_section
        + early / (1 + candidate.rank)
        - 0.002 * max(0, len(candidate.span) - 200)
        - 0.05 * candidate.section
    )


def _candidates(
    text: str,
    language: str | None,
    sections: Sequence[Section],
    figures: Sequence[Figure],
    title: str | None,
) -> list[_Candidate]:
    key = [figure for figure in figures if figure.span is not None][:_KEY_FIGURES]
    title_words = _stems(title or "")
    found: list[_Candidate] = []
    for number, section in enumerate(sections or [Section(None, 0, Span(0, len(text)))]):
        body = _body(text, section)
        spans = [s for s in sentences.split(text, language, body) if _can_stand(text, s)]
        for rank, span in enumerate(spans):
            held = frozenset(
                f"{f.value} {f.magnitude}" for f in key if f.span and span.covers(f.span)
            )
            words = title_words & _stems(span.of(text)) if title_words else frozenset()
            found.append(_Candidate(span, held, words, number, rank))
    return found


def _body(text: str, section: Section) -> Span:
    """A section without the line of its heading."""
    if section.heading is None:
        return section.span
    end = text.find("\n", section.span.start, section.span.end)
    return Span(section.span.end if end < 0 else end, section.span.end)


def _can_stand(text: str, span: Span) -> bool:
    sentence = span.of(text)
    ends_well = sentence.rstrip("\"'”’»“)").endswith((".", "!", "?", "…", "。"))
    return _SHORTEST <= len(span) <= _LONGEST and ends_well and "\t" not in sentence


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:6] for word in _WORD.findall(text))
