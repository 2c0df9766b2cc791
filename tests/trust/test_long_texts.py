"""No text is so long that a reader waits for it: of a million characters, a screenful is measured.

Where a title, a note or a name was cut to its room one character at a time, 10,000 characters took
twenty seconds to the next key.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual import events

from tests.counting import Count
from tests.journeys.desk import Desk, desk
from tests.trust.long_texts import SHORT, WALK, article
from tests.trust.measuring import measuring

MEGABYTE = 1_000_000
LENGTHS = {"narrow": MEGABYTE}
LENGTH = 400_000
"""Of the letters that cost more: still more than a key may measure."""
CHUNK = 8_000
"""What stands in the body is parsed and laid out in parts; links and headings fit into one."""
SCREEN_CELLS = 120 * 40
_MOST = 60 * SCREEN_CELLS
"""Characters that a key may measure: more than are drawn, since each is looked at by what breaks
lines, by what makes them safe and by the screen library; far less than a text that is too long."""

LETTERS = {"wide": "漢字 ", "narrow": "parola ", "combining": "e\u0301\u0336 ", "no space": "漢"}


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))


async def _walk(reader: Desk, count: Count) -> None:
    """Press every key of the walk; none may measure more than a screen can show."""
    with measuring() as measured:
        for key in WALK:
            await reader.press(key)
            count("keys beside texts of a million characters")
            characters = measured.taken()
            assert characters < _MOST, (key, characters, type(reader.front).__name__)


@pytest.mark.parametrize("letters", LETTERS)
async def test_a_key_measures_no_more_of_any_field_than_can_be_shown(
    tmp_path: Path, count: Count, letters: str
) -> None:
    length = LENGTHS.get(letters, LENGTH)
    long = (LETTERS[letters] * length)[:length].strip()
    part = long[:CHUNK].strip()
    in_body = {"heading": part, "alt": part, "link": part.replace(" ", "")}
    path = article(tmp_path, {**dict.fromkeys(SHORT, long), **in_body})
    async with desk(str(path)) as reader:
        await _walk(reader, count)


@pytest.mark.parametrize("opened", ["slash", "a", "t", "A", "question_mark"])
async def test_what_is_pasted_is_measured_no_further_than_it_is_shown(
    tmp_path: Path, count: Count, opened: str
) -> None:
    async with desk(str(article(tmp_path, SHORT))) as reader:
        await reader.press("tab", "tab", "tab", "tab", opened)
        with measuring() as measured:
            reader.app.post_message(events.Paste((LETTERS["wide"] * MEGABYTE)[:MEGABYTE]))
            await reader.press("x")
            for key in ("left", "x", "escape"):
                await reader.press(key)
                characters = measured.taken()
                assert characters < _MOST, (key, characters)


async def test_the_longest_file_name_and_folder_fit_into_the_status(
    tmp_path: Path, count: Count
) -> None:
    folder = tmp_path
    while len(os.fsencode(folder)) < 3_000:
        folder /= "漢" * 80
    folder.mkdir(parents=True)
    async with desk(str(article(folder, SHORT, "字" * 70))) as reader:
        await _walk(reader, count)
