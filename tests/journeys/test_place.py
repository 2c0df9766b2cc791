"""The place and the way back: kept over restarts, changes of the file and sizes of the window."""

from __future__ import annotations

import json
import random
from pathlib import Path

from briefing.storage.locations import state_folder
from tests.journeys.desk import Desk, desk, make_app, ready

LOW = (100, 16)


def _long(extra: str = "") -> str:
    sections = (
        f"## Section {n}\n\n" + " ".join(f"word{n}x{k}" for k in range(120)) for n in range(200)
    )
    return "# Long\n\n" + extra + "\n\n".join(sections) + "\n"


def _article(home: Path) -> Path:
    path = home / "long.md"
    path.write_text(_long())
    return path


def _first_word(reader: Desk) -> str:
    return reader.text[reader.first :].split(maxsplit=1)[0]


async def test_closing_and_opening_returns_to_the_same_word(home: Path) -> None:
    path = str(_article(home))
    async with desk(path, size=LOW) as reader:
        await reader.press("9", "j", "j", "j")
        word = _first_word(reader)
    async with desk(path, size=LOW) as reader:
        assert _first_word(reader) == word


async def test_the_first_frame_shows_the_word_also_after_the_file_has_changed(home: Path) -> None:
    path = _article(home)
    async with desk(str(path), size=LOW) as reader:
        await reader.press("9", "j", "j", "j")
        word = _first_word(reader)
    path.write_text(_long("A *new* beginning.\n\n" * 500).replace(f" {word} ", f" *{word}* "))
    app = make_app(str(path))
    async with app.run_test(size=LOW) as pilot:
        reader = Desk(app, pilot)
        assert not reader.sitting.document.is_complete
        assert word in reader.top
        await ready(app, pilot)
        assert word in reader.top


async def test_back_and_forward_go_on_in_the_next_sitting(home: Path) -> None:
    path = str(_article(home))
    async with desk(path, size=LOW) as reader:
        await reader.press("5", "G", "2")
    async with desk(path, size=LOW) as reader:
        await reader.press("ctrl+o")
        assert "100 %" in reader.status
        await reader.press("ctrl+o")
        assert "Section 4" in reader.status
        await reader.press("ctrl+o")
        assert reader.first == 0
        await reader.press("alt+right")
        assert "Section 4" in reader.status


async def test_the_place_is_kept_before_the_reader_is_closed(home: Path) -> None:
    path = str(_article(home))
    async with desk(path, size=LOW) as reader:
        await reader.press("7")
        before = _first_word(reader)
        reader.sitting.remember()
        async with desk(path, size=LOW) as other:
            assert _first_word(other) == before


async def test_a_file_written_in_pieces_never_blanks_the_screen_and_the_word_stays(
    home: Path,
) -> None:
    path = _article(home)
    async with desk(str(path), size=LOW) as reader:
        await reader.press("9", "j", "j")
        word = _first_word(reader)
        whole = _long("A new beginning.\n\n" * 30).encode()
        for piece in (b"", b" \n\n", whole[:300], whole[:301] + b"\xff", whole[: len(whole) // 2]):
            path.write_bytes(piece)
            await _look(reader)
            assert any(reader.lines)
        path.chmod(0)
        await _look(reader)
        assert any(reader.lines)
        path.chmod(0o644)
        path.unlink()
        await _look(reader)
        assert any(reader.lines)
        path.write_bytes(whole)
        await _look(reader)
        assert _first_word(reader) == word


async def _look(reader: Desk) -> None:
    """Let the reader look at the file until it rests."""
    for _time in range(3):
        await reader.parts.articles.look_at_files()
    await ready(reader.app, reader.pilot)


async def test_a_file_that_cannot_be_read_is_told_once(home: Path) -> None:
    path = _article(home)
    async with desk(str(path), size=LOW) as reader:
        path.write_bytes(b"\xff\xfe\x00 no text")
        await _look(reader)
        assert reader.news
        await reader.press("escape")
        await _look(reader)
        assert not reader.news


async def test_the_first_word_stays_in_the_first_line_at_every_width(home: Path) -> None:
    chance = random.Random(7)
    async with desk(str(_article(home)), size=LOW) as reader:
        await reader.press("9", "j", "j", "j")
        word = _first_word(reader)
        for _time in range(12):
            await reader.resize(chance.randint(44, 160), chance.randint(14, 45))
            assert word in reader.top
        await reader.resize(*LOW)
        assert _first_word(reader) == word


async def test_jumps_work_at_once_in_parts_that_are_not_parsed(home: Path) -> None:
    app = make_app(str(_article(home)))
    async with app.run_test(size=LOW) as pilot:
        reader = Desk(app, pilot)
        for key, words in (("9", "Section 8"), ("right_square_bracket", "Section 9")):
            await reader.press(key)
            assert words in reader.top
        await reader.press("G")
        assert any("word199x119" in line for line in reader.lines)


async def test_what_an_article_is_known_by_is_remembered_with_its_place(home: Path) -> None:
    path = _article(home)
    revs = []
    for extra in ("", "A new beginning.\n\n"):
        path.write_text(_long(extra))
        async with desk(str(path), size=LOW) as reader:
            revs.append(reader.sitting.notebook.revision)
    [kept] = (state_folder() / "articles").glob("*.json")
    state = json.loads(kept.read_bytes())
    assert (state["path"], state["title"], state["revs"]) == (str(path), "Long", revs)
