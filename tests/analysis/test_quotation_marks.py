"""What stands between quotation marks, as each language sets them."""

from __future__ import annotations

import re

import pytest

from briefing.analysis.quotation_marks import Quoted, quoted_stretches
from briefing.model.span import Span

Tree = list["str | tuple[str, Tree]"]


def tree(text: str, found: list[Quoted]) -> Tree:
    return [
        (one.span.of(text), tree(text, list(one.inside))) if one.inside else one.span.of(text)
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “the water was low” twice.", ["the water was low"]),
        ("Er sagte: „Das Wasser war niedrig“, und ging.", ["Das Wasser war niedrig"]),
        ("Rzekł: „Woda była niska”.", ["Woda była niska"]),
        ("Er sagte »das Wasser war niedrig« zu uns.", ["das Wasser war niedrig"]),
        ("Il a dit : « l’eau était basse » hier.", [" l’eau était basse "]),
        ("Disse «l’acqua era bassa» ieri.", ["l’acqua era bassa"]),
        ("Hän sanoi »vesi oli matalalla» eilen.", ["vesi oli matalalla"]),
        ("Han sa ”vattnet var lågt” igår.", ["vattnet var lågt"]),
        ("有人写道“今年河水太低”然后离开。", ["今年河水太低"]),
        ("彼は「水が『低い』と」言った。", [("水が『低い』と", ["低い"])]),
        ('It was "as low as ever" then, and 5" deep.', ["as low as ever"]),
        (
            "“She said ‘the water’s low’ and left.”",
            [("She said ‘the water’s low’ and left.", ["the water’s low"])],
        ),
        (
            "„Er sagte ‚das Wasser‘ und ging“, so sie.",
            [("Er sagte ‚das Wasser‘ und ging", ["das Wasser"])],
        ),
        ("‘the farmers’ barges were low’ it says", ["the farmers’ barges were low"]),
        ("'the water wasn't low', he said", ["the water wasn't low"]),
        ("the farmers' barges and the boats' owners", []),
        ("“never closed, and “closed” again", ["closed"]),
        ("„Er las “Moby Dick” gern“, sagt sie.", [("Er las “Moby Dick” gern", ["Moby Dick"])]),
        (
            "“first part\n“second part\n“and the end.” More.",
            ["first part\n“second part\n“and the end."],
        ),
        ("«prima parte\n»seconda parte» poi", ["prima parte\n»seconda parte"]),
        ("“not closed here\nBut “this one is” closed", ["this one is"]),
    ],
)
def test_marks_pair_as_each_language_sets_them(text: str, expected: Tree) -> None:
    paragraphs = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    assert tree(text, quoted_stretches(text, paragraphs)) == expected
