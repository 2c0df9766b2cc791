"""No text is so long that a reader waits for it: of a million characters, a screenful is measured.

Where a title, a note or a name was cut to its room one character at a time, 10,000 characters took
twenty seconds to the next key.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml
from textual import events

from tests.counting import Count
from tests.journeys.desk import Desk, desk
from tests.trust.measuring import measuring

MEGABYTE = 1_000_000
CHUNK = 8_000
"""What stands in the body is parsed and laid out in parts; links and headings fit into one."""
SCREEN_CELLS = 120 * 40
_MOST = 60 * SCREEN_CELLS
"""Characters that a key may measure: more than are drawn, since each is looked at by what breaks
lines, by what makes them safe and by the screen library; far less than a text that is too long."""

SHORT: Mapping[str, str] = MappingProxyType(
    {
        "title": "T", "summary": "s", "label": "l", "heading": "h", "link": "x", "alt": "a",
        "note": "n", "tag": "t", "author": "b", "quote": "uno due", "system": "other",
    }
)  # fmt: skip
LETTERS = {"wide": "漢字 ", "narrow": "parola ", "combining": "e\u0301\u0336 ", "no space": "漢"}
WALK = (
    "j", "right_square_bracket", "g", "tab", "j", "j", "tab", "j", "tab", "j", "tab", "j", "tab",
    "j", "enter", "enter", "x", "left", "escape", "escape", "escape", "g", "A", "x", "escape",
    "question_mark", "escape", "f", "escape", "colon", "escape", "t", "x", "escape", "v", "escape",
    "slash", "u", "enter", "n", "G", "z", "z",
)  # fmt: skip
"""Through every pane and dialog."""


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))


def _article(folder: Path, fields: Mapping[str, str], name: str = "r") -> Path:
    """An article with a note, each of whose fields may have any length."""
    front = {
        "title": fields["title"],
        "summary": [{"text": fields["summary"], "quote": "uno"}],
        "figures": [{"label": fields["label"], "value": 3, "unit": "x", "quote": "uno"}],
    }
    links = f"[link](<http://e.org/{fields['link']}>) ![{fields['alt']}](<{fields['link']}.png>)"
    body = f"uno due tre {links}\n\n## {fields['heading']}\n\nParola.\n" + "\n\nriga" * 80
    path = folder / f"{name}.md"
    path.write_text(f"---\n{_yaml(front)}---\n{body}\n", "utf-8")
    note = {
        "id": "aaaaaaaaaa", "kind": "note", "by": fields["author"],
        "created": "2026-11-22T08:15:30Z", "updated": "2026-11-22T09:00:00Z", "state": "open",
        "rev": "0" * 64, "at": [2, 9], "quote": fields["quote"], "before": "", "after": "",
        "color": "yellow", "tags": [fields["tag"]], "text": fields["note"],
        "via": {"system": fields["system"], "id": "1"},
    }  # fmt: skip
    head = {"format": 1, "article": path.name, "title": "T", "language": "it"}
    revisions = [{"sha256": "0" * 64, "date": "2026-11-22T08:00:00Z"}]
    notes = {**head, "revisions": revisions, "notes": [note]}
    (folder / f"{name}.notes.yaml").write_text(_yaml(notes), "utf-8")
    return path


def _yaml(value: object) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, width=10**9, sort_keys=False))


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
    long = (LETTERS[letters] * MEGABYTE)[:MEGABYTE].strip()
    part = long[:CHUNK].strip()
    in_body = {"heading": part, "alt": part, "link": part.replace(" ", "")}
    path = _article(tmp_path, {**dict.fromkeys(SHORT, long), **in_body})
    async with desk(str(path)) as reader:
        await _walk(reader, count)


@pytest.mark.parametrize("opened", ["slash", "a", "t", "A", "question_mark"])
async def test_what_is_pasted_is_measured_no_further_than_it_is_shown(
    tmp_path: Path, count: Count, opened: str
) -> None:
    async with desk(str(_article(tmp_path, SHORT))) as reader:
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
    async with desk(str(_article(folder, SHORT, "字" * 70))) as reader:
        await _walk(reader, count)
