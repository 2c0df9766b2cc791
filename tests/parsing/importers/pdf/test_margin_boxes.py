"""A box in the margin comes back beside the paragraph that it stands beside."""

from __future__ import annotations

import pytest

from tests.parsing.importers.pdf.test_columns import SENTENCES
from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

BOX = "Ask at the quay. The key hangs behind the door. Bring it back before the lamp is lit."


@pytest.mark.parametrize("is_left", [True, False])
@pytest.mark.parametrize("drawn", ["fill: luma(230)", "stroke: 0.7pt"])
def test_a_box_beside_the_text_is_read_where_it_stands(drawn: str, *, is_left: bool) -> None:
    near, far = ("left", "right") if is_left else ("right", "left")
    shift = "-52mm" if is_left else "108mm"
    page = (
        f"#set page(width: 180mm, height: 160mm, margin: ({near}: 60mm, {far}: 18mm, y: 15mm))\n"
        "#set text(10pt)\n#show heading: set text(14pt)\n"
    )
    box = (
        f"#place(dx: {shift}, block(width: 44mm, inset: 3mm, {drawn})"
        f"[#set text(9pt)\n#text(11pt)[*The key*]\n\n{BOX}])"
    )
    first, second = (" ".join(SENTENCES[at : at + 9]) for at in (0, 9))
    data = compiled(f"{page}= Gulls\n{first}\n\n{box}\n= Terns\n{second}")
    words = " ".join(text_of(data).split())
    assert f"{first} The key {BOX} Terns {second}" in words


def test_a_box_below_another_note_in_the_margin_tears_no_line_of_the_text() -> None:
    page = (
        "#set page(width: 180mm, height: 160mm, margin: (left: 18mm, right: 60mm, y: 15mm))\n"
        "#set text(10pt)\n#show heading: set text(14pt)\n"
    )
    note = "#place(dx: 108mm, dy: 4mm)[#set text(9pt)\n*On paper*\\ Are gulls\\ at sea?]"
    box = (
        "#place(dx: 108mm, block(width: 44mm, inset: 3mm, fill: luma(230))"
        f"[#set text(9pt)\n#text(11pt)[*The key*]\n\n{BOX}])"
    )
    first, second = (" ".join(SENTENCES[at : at + 9]) for at in (0, 9))
    data = compiled(f"{page}= Gulls\n{note}\n{first}\n\n= Terns\n{box}\n{second}")
    words = " ".join(text_of(data).split())
    assert first in words
    assert second in words
