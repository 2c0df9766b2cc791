"""Long lines of code: wrapped with a mark, or cut and scrolled sideways, as the reader chooses."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.desk import desk

CODE = "Words.\n\n```\n" + " ".join(f"w{n:02}" for n in range(40)) + "\nshort\n```\n\nMore words.\n"


def _article(folder: Path) -> str:
    path = folder / "code.md"
    path.write_text(CODE)
    return str(path)


async def test_all_of_a_long_line_of_code_is_in_view_unless_the_reader_cuts_it(home: Path) -> None:
    async with desk(_article(home), size=(70, 16)) as reader:
        text = "".join(reader.lines).replace(" ", "")
        assert "↪" in text
        assert all(f"w{n:02}" in text.replace("↪", "") for n in range(40))
        await reader.press("w")
        cut = " ".join(reader.lines)
        assert "w39" not in cut
        assert "short" in cut
        assert "…" in cut


async def test_cut_code_scrolls_sideways_and_back_and_the_words_around_it_stay(home: Path) -> None:
    async with desk(_article(home), size=(70, 16)) as reader:
        await reader.press("w")
        before = reader.lines
        await reader.press(*["right"] * 14)
        assert "w39" in " ".join(reader.lines)
        assert "More words." in reader.lines
        await reader.press(*["h"] * 14)
        assert reader.lines == before


async def test_the_choice_is_kept_for_the_next_time(home: Path) -> None:
    path = _article(home)
    async with desk(path, size=(70, 16)) as reader:
        await reader.press("w")
    async with desk(path, size=(70, 16)) as reader:
        assert "w39" not in " ".join(reader.lines)
        await reader.press("w")
        assert "w39" in " ".join(reader.lines)


async def test_scrolling_wrapped_code_says_which_key_cuts_it(home: Path) -> None:
    async with desk(_article(home), size=(70, 16)) as reader:
        await reader.press("right")
        assert "w" in reader.news
