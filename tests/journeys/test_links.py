"""Following links: letters over them, the address first, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.journeys.desk import Desk, desk, ready

FIRST = """# First

See [the *second* report](second.md#figures), [its site](https://example.org/site?a=b)
and [below](#later), or what was said[^1]. [Nowhere](missing.md) [danger](tel:123)

{filler}

## Later

The end of the first report.

[^1]: Said on Monday.
"""
FILLER = "\n\n".join(f"Paragraph {n} fills the page with words." for n in range(30))
SECOND = (
    f"# Second\n\nWhat came next. [Back](first.md)\n\n{FILLER}\n\n## Figures\n\nMany figures.\n"
)


@pytest.fixture
def first(home: Path) -> str:
    path = home / "first.md"
    path.write_text(FIRST.format(filler=FILLER))
    (home / "second.md").write_text(SECOND)
    return str(path)


async def _follow(reader: Desk, address: str) -> None:
    """Press `f` and the letter that stands before an address in the list."""
    await reader.press("f")
    label = next(
        entry.split(" ")[0] for entry in reader.news.split(" · ") if entry.split(" ")[1] == address
    )
    await reader.press(*label)
    await ready(reader.app, reader.pilot)


async def test_letters_stand_over_the_links_and_every_address_is_told(
    first: str, opened: list[str]
) -> None:
    async with desk(first, size=(100, 24)) as reader:
        before = reader.lines
        await reader.press("f")
        for address in ("second.md#figures", "https://example.org/site?a=b", "#later", "[1]"):
            assert address in reader.news
        assert reader.lines != before
        await reader.press("escape")
        assert reader.lines == before
        assert not reader.news
        assert not opened


async def test_a_link_of_the_web_opens_in_the_browser(first: str, opened: list[str]) -> None:
    async with desk(first, size=(100, 24)) as reader:
        await _follow(reader, "https://example.org/site?a=b")
        assert opened == ["https://example.org/site?a=b"]
        assert reader.first == 0


async def test_an_address_too_long_to_list_is_shown_whole_before_it_opens(
    home: Path, opened: list[str]
) -> None:
    path = home / "long.md"
    address = "https://example.org/" + "a" * 150
    path.write_text(f"[one]({address}) and [two]({address}b)\n")
    async with desk(str(path), size=(70, 24)) as reader:
        await reader.press("f", "s")
        assert not opened
        assert f"{address}b" in reader.news
        await reader.press("enter")
        await ready(reader.app, reader.pilot)
        assert opened == [f"{address}b"]


async def test_an_anchor_and_a_footnote_are_jumps_with_a_way_back(first: str) -> None:
    async with desk(first, size=(100, 24)) as reader:
        await _follow(reader, "#later")
        assert any("The end of the first report." in line for line in reader.lines)
        await reader.press("ctrl+o")
        assert reader.first == 0
        await _follow(reader, "[1]")
        assert any("Said on Monday." in line for line in reader.lines)
        await reader.press("ctrl+o")
        assert reader.first == 0


async def test_another_article_opens_here_and_back_and_forward_lead_across(first: str) -> None:
    async with desk(first, size=(130, 24)) as reader:
        await reader.press("j")
        before = reader.first
        await _follow(reader, "second.md#figures")
        assert any("Many figures." in line for line in reader.lines)
        assert "Figures" in reader.status
        await reader.press("ctrl+o")
        await ready(reader.app, reader.pilot)
        assert reader.sitting.document.title == "First"
        assert reader.first == before
        await reader.press("alt+right")
        await ready(reader.app, reader.pilot)
        assert any("Many figures." in line for line in reader.lines)
        assert reader.rows("outline") == ["Second", "Figures"]


async def test_a_note_in_the_other_article_is_saved_beside_that_one(first: str) -> None:
    async with desk(first, size=(130, 24)) as reader:
        await _follow(reader, "second.md#figures")
        await reader.write_note("counted")
        assert reader.notes_path.name == "second.notes.yaml"
        assert [note["text"].strip() for note in reader.saved] == ["counted"]
        await reader.press("ctrl+o")
        await ready(reader.app, reader.pilot)
        assert reader.notes_path.name == "first.notes.yaml"
        assert not reader.saved


@pytest.mark.parametrize(("address", "told"), [("missing.md", "no such file"), ("tel:123", "tel")])
async def test_what_cannot_or_must_not_be_opened_is_one_line(
    first: str, opened: list[str], address: str, told: str
) -> None:
    async with desk(first, size=(100, 24)) as reader:
        await _follow(reader, address)
        assert told in reader.news
        assert reader.sitting.document.title == "First"
        assert not opened


async def test_a_click_tells_the_address_and_a_second_one_opens(
    first: str, opened: list[str]
) -> None:
    async with desk(first, size=(100, 24)) as reader:
        row = next(n for n, line in enumerate(reader.lines) if "its site" in line)
        column = reader.article.render_line(row).text.index("its site") + 2
        await reader.pilot.click("#article", offset=(column, row))
        await reader.pilot.pause()
        assert "https://example.org/site?a=b" in reader.news
        assert not opened
        await reader.press("enter")
        await ready(reader.app, reader.pilot)
        assert opened == ["https://example.org/site?a=b"]


async def test_without_links_in_view_the_key_says_so() -> None:
    async with desk(size=(100, 16)) as reader:
        await reader.press("G", "f")
        assert "no link" in reader.news


async def test_a_place_that_was_left_at_once_is_not_taken_from_the_other_article(
    first: str, home: Path
) -> None:
    (home / "second.md").write_text(SECOND)
    async with desk(first, size=(100, 24)) as reader:
        await _follow(reader, "second.md#figures")
        second = reader.first
        await reader.press("ctrl+o")
        await ready(reader.app, reader.pilot)
        await reader.press("g", "f")
        label = next(
            entry.split(" ")[0]
            for entry in reader.news.split(" · ")
            if entry.split(" ")[1] == "second.md#figures"
        )
        keys = [events.Key(key, key if len(key) == 1 else None) for key in (*label, "ctrl+o")]
        for key in keys:  # at once, before anything can be drawn
            reader.app.post_message(key)
        await ready(reader.app, reader.pilot)
        assert reader.sitting.document.title == "First"
    async with desk(str(home / "second.md"), size=(100, 24)) as reader:
        assert reader.first == second


async def test_the_notes_of_one_article_say_nothing_about_the_file_of_another(
    first: str, home: Path
) -> None:
    (home / "first.notes.yaml").write_text("format: 1\nnotes: [\n")
    async with desk(first, size=(130, 24)) as reader:
        assert "first.notes.yaml" in reader.news
        await _follow(reader, "second.md#figures")
        other = desk(str(home / "second.md"), size=(130, 24))
        async with other as window:
            await window.write_note("from elsewhere")
        await reader.parts.articles.look_at_files()
        await ready(reader.app, reader.pilot)
        assert [p.note.text for p in reader.sitting.notebook.placed] == ["from elsewhere"]
        assert "can be read again" not in reader.news
