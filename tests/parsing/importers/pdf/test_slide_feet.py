"""The feet of slides, several on each page of a handout, are no part of its text."""

from __future__ import annotations

import pytest

from briefing.model.original import Original
from briefing.parsing.importers.pdf.entry import read
from tests.parsing.importers.pdf.test_columns import SENTENCES
from tests.parsing.importers.pdf.typeset import compiled

FOOT = "Harbour school, spring course"


def handout(foot: str, *, is_framed: bool) -> bytes:
    """Pages of two slides each, with notes below them where they have a frame."""
    frame = "stroke: 0.5pt, inset: 5mm," if is_framed else ""
    slides = []
    for at in range(8):
        words = f"#text(14pt)[*Slide of boat {at}*]\n\n- {SENTENCES[at]}\n- {SENTENCES[at + 10]}"
        below = f"#place(bottom, text(6pt)[{foot.format(at + 1)}])"
        slides.append(
            f"#block(width: 100%, height: 80mm, breakable: false, {frame} [{words}\n{below}])"
        )
        if is_framed:
            slides.append(" ".join(SENTENCES[20 + at : 22 + at % 3 + at]))
    page = "#set page(width: 150mm, height: 230mm, margin: 15mm)\n#set text(10pt)\n"
    return compiled(page + "\n\n".join(slides))


@pytest.mark.parametrize("is_framed", [True, False])
@pytest.mark.parametrize(
    "foot", [f"{FOOT} #h(1fr) {{}}", f"{FOOT} #h(1fr) {{}}/8", f"{FOOT}, {{}}"]
)
def test_feet_of_slides_are_taken_out(foot: str, *, is_framed: bool) -> None:
    draft = read(Original(handout(foot, is_framed=is_framed), "handout", "handout.pdf"))
    assert FOOT not in draft.body
    assert all(SENTENCES[at] in " ".join(draft.body.split()) for at in range(8))
    assert any(FOOT in said for said in draft.dropped)


def test_what_stands_below_pictures_without_counting_on_stays() -> None:
    draft = read(Original(handout(FOOT, is_framed=True), "handout", "handout.pdf"))
    assert FOOT in draft.body
