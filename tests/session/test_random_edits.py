"""Random edits of articles that no rule was made for: a figure, a negation, a name is told as one.

``CHANGE_EDITS=1000 CHANGE_SEED=7`` goes on for longer, with other edits.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.anchoring.track import track
from briefing.languages.load import language_of
from briefing.model.change import Weighs
from briefing.model.span import Span
from briefing.parsing.reading import open_document
from briefing.session.changes import weighed

ARTICLES = Path(__file__).parent.parent / "cases" / "unseen"
EDITS = int(os.environ.get("CHANGE_EDITS", "24"))
SEED = int(os.environ.get("CHANGE_SEED", "14"))
NAMES = ("Marrable", "Ostrowski", "Brambilla", "Oduya")
MOST = 6000
"""Characters of an article that are edited."""
AROUND = 60
"""Characters on both sides of an edit that a quote takes in, to whole words."""


def _texts() -> Iterator[tuple[str, str]]:
    for path in sorted((*ARTICLES.glob("*.txt"), *ARTICLES.glob("*.md"))):
        document = open_document(path.read_text("utf-8"), name=path.stem, where=str(path))
        yield path.stem[:2], document.article().text[:MOST]


def _edits(language: str, text: str, rng: random.Random) -> Iterator[tuple[Weighs, Span, str]]:
    """One edit of each kind that the text has room for: what it weighs, where, the new words."""
    numbers = list(re.finditer(r"\d+", text))
    if numbers:
        at = rng.choice(numbers)
        first = rng.choice([digit for digit in "123456789" if digit != at[0][0]])
        yield Weighs.FIGURE, Span(*at.span()), first + at[0][1:]
    plain = [word for word in language_of(language).changes.negations if "*" not in word]
    gap = rng.choice([match.end() for match in re.finditer(r"\w (?=[^\W\d_])", text)])
    yield Weighs.NEGATION, Span(gap, gap), f"{plain[0]} "
    surnames = list(
        re.finditer(r"(?<=[a-zà-ÿ] )[A-Z][a-zà-ÿ]{3,} (?P<last>[A-Z][a-zà-ÿ]{3,})\b", text)
    )
    if surnames:
        at = rng.choice(surnames)
        yield Weighs.NAME, Span(*at.span("last")), rng.choice(NAMES)


def _cases() -> Iterator[tuple[str, str, Weighs, Span, str]]:
    rng, texts = random.Random(SEED), list(_texts())
    for _number in range(EDITS):
        language, text = rng.choice(texts)
        for weighs, span, words in _edits(language, text, rng):
            yield language, text, weighs, span, words


@pytest.fixture(scope="module", name="edited")
def _edited() -> list[tuple[str, str, Weighs, Span, str]]:
    return list(_cases())


def test_each_is_told_as_grave_as_it_is(edited: list[tuple[str, str, Weighs, Span, str]]) -> None:
    ranks = list(Weighs)
    light = [
        (text[max(0, span.start - 30) : span.end + 30], words)
        for language, text, weighs, span, words in edited
        if not any(
            ranks.index(change.weighs) <= ranks.index(weighs)
            for change in weighed(text, text[: span.start] + words + text[span.end :], language)
        )
    ]
    assert len(light) <= 0.01 * len(edited), light


def test_no_quote_around_one_is_taken_for_the_words_that_stand_there(
    edited: list[tuple[str, str, Weighs, Span, str]],
) -> None:
    for _language, text, _weighs, span, words in edited:
        new = text[: span.start] + words + text[span.end :]
        start = text.rfind(" ", 0, max(1, span.start - AROUND)) + 1
        end = text.find(" ", span.end + AROUND)
        quote = Span(start, len(text) if end < 0 else end)
        [match] = track(text, new, [quote])
        assert match.span is None or match.changed, (quote.of(text), match)
