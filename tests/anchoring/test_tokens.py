from __future__ import annotations

import pytest

from briefing.anchoring.tokens import LINE, PHRASE, SENTENCE, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’Aja, 14.000 soldati!", ["l", "aja", "14", "000", "soldati"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("山城MSMT地铁", ["山", "城", "msmt", "地", "铁"]),
        ("ที่นี่", ["ที่", "นี่"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("Muni\u00adtion", ["munition"]),
        ("e\u0301te\u0301 été", ["été", "été"]),
        ("한국 \u1112\u1161\u11ab국", ["한국", "한국"]),
        ("ok 🚂🚃", ["ok", "🚂", "🚃"]),
        ("\u200b \u00ad .", []),
        ("", []),
    ],
)
def test_words_are_told_apart_in_every_script(text: str, words: list[str]) -> None:
    assert tokenize(text).words == words


def test_offsets_lead_back_to_the_text() -> None:
    text = "Die \u201eGroße\u201c — Muni\u00adtion."
    tokens = tokenize(text)
    pieces = [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert pieces == ["Die", "Große", "Muni\u00adtion"]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 3, (0, 1)), (1, 2, (0, 1)), (3, 4, (1, 1)), (2, 5, (0, 2)), (0, 99, (0, 3))],
)
def test_a_span_is_the_words_it_touches(start: int, end: int, expected: tuple[int, int]) -> None:
    assert tokenize("uno due tre").between(start, end) == expected


def test_breaks_are_as_strong_as_the_text_cuts() -> None:
    tokens = tokenize("Uno, due. Tre quattro\ncinque")
    breaks = [tokens.break_before(index) for index in range(len(tokens) + 1)]
    assert breaks == [LINE, PHRASE, SENTENCE, 0, LINE, LINE]
