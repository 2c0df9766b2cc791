from __future__ import annotations

import pytest

from briefing.anchoring.edges import place_chars, split_edge
from briefing.anchoring.tokens import tokenize
from briefing.model.span import Span


@pytest.mark.parametrize(
    ("old", "quote", "new", "found"),
    [
        ("il «dono» qui", "«dono»", "il “dono” qui", "“dono”"),
        ("il «dono» qui", "«dono»", "il dono qui", "dono"),
        ("Ida, Dana, Eva", ", Dana", "Ida,\u200b Dana, Eva", ",\u200b Dana"),
        ("Ida Dana, Eva", "Dana,", "Ida Dana\u00ad, Eva", "Dana\u00ad,"),
        ("die Behelfsbrücke hier", "brücke", "die Behelfsbrücke hier", "brücke"),
        ("die Behelfsbrücke hier", "Behelfs", "die Notbrücke hier", "Not"),
        ("die Brücken hier", "Brücke", "die Brückchen hier", "Brückche"),
    ],
    ids=[
        "other quotes",
        "quotes gone",
        "hidden behind a comma",
        "hidden before one",
        "half a word",
        "half is new",
        "before an ending",
    ],
)
def test_a_passage_ends_inside_its_words_like_before(
    old: str, quote: str, new: str, found: str
) -> None:
    before, after = tokenize(old), tokenize(new)
    span = Span(old.index(quote), old.index(quote) + len(quote))
    start, end = place_chars(before, after, span, (1, 2), (1, 2))
    assert new[start:end] == found


def test_a_replaced_piece_is_divided_where_the_words_say() -> None:
    old = tokenize("heute sehr rote Rosen blühen")
    new = tokenize("heute ziemlich sehr rosarote Rosen blühen")
    cut = split_edge(old, new, range(1, 2), range(2, 3), range(1, 4), left=True)
    assert new.words[cut] == "rosarote"


def test_a_passage_that_ended_with_its_sentence_does_so_again() -> None:
    old = tokenize("Elf Staaten. Er kam")
    new = tokenize("Elf der Länder. Nun eilte er")
    cut = split_edge(old, new, range(2, 4), range(1, 2), range(1, 5), left=False)
    assert new.words[:cut] == ["elf", "der", "länder"]
