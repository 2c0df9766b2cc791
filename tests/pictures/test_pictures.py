"""The look of every screen and dialog, in a theme of every group; the main ones at three sizes.

What changes it on purpose is followed by `make pictures`, and by a look at what that draws.
"""

from __future__ import annotations

from difflib import unified_diff

import pytest

from briefing.text.width import cells
from tests.journeys.desk import desk
from tests.pictures.look import Look, look_at, written
from tests.pictures.scenes import GROUPS, PICTURES, VERSION, kept_in, looks, textual_version


@pytest.mark.parametrize(("scene", "size"), PICTURES, ids=str)
async def test_a_screen_looks_as_it_did_when_somebody_looked_at_it(
    scene: str, size: tuple[int, int]
) -> None:
    found = await looks(scene, size)
    assert list(found) == list(GROUPS)
    for look in found.values():
        _assert_whole(look)
    _assert_uncoloured(found["colourless: paper"])
    if textual_version() == VERSION.read_text("utf-8").strip():
        kept = kept_in(scene, size).read_text("utf-8").splitlines()
        changes = list(unified_diff(kept, written(found).splitlines(), "kept", "now", n=0))
        assert not changes, "\n".join(["`make pictures` keeps the new look", *changes[:40]])


def _assert_whole(look: Look) -> None:
    """Every row fills the screen and goes no further."""
    assert len({cells(row) for row in look.words}) == 1


def _assert_uncoloured(look: Look) -> None:
    """Under ``NO_COLOR`` what counts is told by words, bold, underlining and the like."""
    words = {
        word
        for _words, style in (run for row in look.rows for run in row)
        for word in style.split()
    }
    assert words <= {"plain", "bold", "dim", "italic", "underline", "reverse", "strike"}


def test_no_picture_is_kept_that_nobody_compares() -> None:
    wanted = {kept_in(scene, size).name for scene, size in PICTURES}
    assert {path.name for path in VERSION.parent.iterdir()} == wanted | {VERSION.name}


async def test_a_colour_that_changes_is_seen_in_a_picture() -> None:
    async with desk(size=(40, 12)) as reader:
        before = look_at(reader.app)
        await reader.press("n")
        assert look_at(reader.app).runs != before.runs
