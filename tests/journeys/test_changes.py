"""A reader is told that one number was replaced, and gets there with two keys."""

from __future__ import annotations

from pathlib import Path

from briefing.cli.wiring import past_of, source_of
from briefing.model.version import LastReading
from briefing.text.revisions import revision_of
from tests.journeys.desk import Desk, desk, ready
from tests.pictures.look import look_at

WIDE = (120, 40)
BEFORE = "# Report 9\n\nThe network, with over 350 firms, met.\n\nRain fell all day.\n"
READ = "Report 9\nThe network, with over 350 firms, met.\nRain fell all day."


def changed_since_read(tmp_path: Path) -> Path:
    """An article that is another one than when it was read."""
    path = tmp_path / "who.md"
    path.write_text(BEFORE.replace("350", "30"), encoding="utf-8")
    readings = past_of(source_of(str(path))).readings
    readings.save(LastReading(revision_of(READ), "2026-11-20T08:00:00Z", READ))
    return path


async def test_a_changed_article_says_so_and_leads_to_the_change(tmp_path: Path) -> None:
    async with desk(article=str(changed_since_read(tmp_path)), size=WIDE) as reader:
        assert "1 change since" in reader.news
        assert "1 of them a figure" in reader.news
        await reader.press("=")
        assert reader.rows("changes") == ["figure: was «350» now «30»"]
        assert reader.focus == "changes"
        await reader.press("enter")
        assert reader.target == "30"


async def test_what_changed_is_marked_with_signs_of_its_own_and_the_same_key_ends_it(
    tmp_path: Path,
) -> None:
    path = changed_since_read(tmp_path)
    path.write_text(path.read_text("utf-8").replace("fell all day", "fell"), encoding="utf-8")
    async with desk(article=str(path), size=WIDE) as reader:
        assert not reader.is_shown("changes")
        await reader.press("=")
        assert reader.is_shown("changes")
        assert any("±" in line and "30 firms" in line for line in reader.lines)
        assert any("−" in line and "Rain fell" in line for line in reader.lines)
        await reader.press("=")
        assert not reader.is_shown("changes")
        assert reader.focus == "article"
        assert not any("±" in line or "−" in line for line in reader.lines)


async def test_a_jump_from_the_list_of_changes_leads_back_again(tmp_path: Path) -> None:
    path = changed_since_read(tmp_path)
    rest = "\n\n".join(f"Paragraph {number} says nothing new at all." for number in range(80))
    path.write_text(f"# Report 9\n\n{rest}\n\nThe network has 30 firms.\n", encoding="utf-8")
    readings = past_of(source_of(str(path))).readings
    read = "Report 9\n" + rest.replace("\n\n", "\n") + "\nThe network has 350 firms."
    readings.save(LastReading(revision_of(read), "2026-11-20T08:00:00Z", read))
    async with desk(article=str(path), size=WIDE) as reader:
        top = reader.first
        await reader.press("=", "enter")
        assert reader.target == "30"
        assert reader.first > top
        await reader.press("ctrl+o")
        assert reader.first == top


async def test_where_panels_are_hidden_the_list_comes_and_goes_again(tmp_path: Path) -> None:
    async with desk(article=str(changed_since_read(tmp_path)), size=(70, 24)) as reader:
        await reader.press("=")
        assert reader.is_shown("changes")
        await reader.press("enter")
        assert not reader.is_shown("changes")
        assert reader.target == "30"


async def test_where_only_the_text_is_shown_the_list_goes_with_its_panels(tmp_path: Path) -> None:
    async with desk(article=str(changed_since_read(tmp_path)), size=WIDE) as reader:
        await reader.press("z", "=")
        assert reader.is_shown("changes")
        await reader.press("=")
        assert not reader.is_shown("summary")


async def test_a_search_among_the_changes_is_closed_before_them(tmp_path: Path) -> None:
    async with desk(article=str(changed_since_read(tmp_path)), size=WIDE) as reader:
        await reader.press("=", "escape", "/")
        await reader.type("rain\n")
        await reader.press("n")
        assert reader.target == "Rain"
        await reader.press("escape")
        assert reader.is_shown("changes")
        await reader.press("n")
        assert reader.target == "30"


async def test_the_keys_for_the_next_hit_go_through_the_changes_until_escape(
    tmp_path: Path,
) -> None:
    path = changed_since_read(tmp_path)
    path.write_text(path.read_text("utf-8").replace("all day", "all night"), encoding="utf-8")
    async with desk(article=str(path), size=WIDE) as reader:
        await reader.press("=", "enter")
        assert reader.target == "30"
        await reader.press("n")
        assert reader.target == "night"
        await reader.press("n")
        assert reader.target == "30"
        await reader.press("escape", "escape")
        assert reader.sitting.changes == ()
        assert not reader.is_shown("changes")


async def test_nothing_is_offered_for_a_text_that_was_never_read(tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    path.write_text(BEFORE, encoding="utf-8")
    async with desk(article=str(path), size=WIDE) as reader:
        assert "since" not in reader.news
        await reader.press("=")
        assert "no earlier text" in reader.news


async def test_all_groups_of_marks_are_seen_as_soon_as_they_are_asked_for(tmp_path: Path) -> None:
    async with desk(article=str(changed_since_read(tmp_path)), size=WIDE) as reader:
        await reader.press("M")
        shown = "\n".join(look_at(reader.app).words)
        assert all(f"● {name}" in shown for name in ("remarks", "notes", "changes"))


async def test_a_reader_chooses_which_marks_are_drawn_and_finds_it_so_the_next_time(
    tmp_path: Path,
) -> None:
    path = str(changed_since_read(tmp_path))
    async with desk(article=path, size=WIDE) as reader:
        await reader.press("=")
        assert any("±" in line for line in reader.lines)
        await reader.press("M", "end", "enter", "escape")
        assert not any("±" in line for line in reader.lines)
        assert reader.rows("changes")
        assert any("#" in line for line in reader.lines)
        await reader.press("M", "enter", "escape")
        assert not any("#" in line for line in reader.lines)
    async with desk(article=path, size=WIDE) as reader:
        assert not any("#" in line for line in reader.lines)
        await reader.press("M", "enter", "escape")
        assert any("#" in line for line in reader.lines)


FILES = {
    "first.md": "# First\n\nThe first house has 20 doors. See [the second](second.md).\n",
    "second.md": "# Second\n\nThe second house has 30 doors. See [the first](first.md).\n",
}


async def follow(reader: Desk) -> None:
    """Go to the article that the only link leads to."""
    await reader.press("f")
    await reader.press(reader.news.split(" ")[0])
    await ready(reader.app, reader.pilot)


def written(folder: Path, was: str = "", now: str = "") -> str:
    """Two articles that lead to each other; the first of them."""
    for name, text in FILES.items():
        (folder / name).write_text(text.replace(was, now) if was else text, encoding="utf-8")
    return str(folder / "first.md")


async def test_each_of_two_linked_articles_knows_when_it_was_read_itself(tmp_path: Path) -> None:
    async with desk(article=written(tmp_path), size=WIDE) as reader:
        await follow(reader)
    async with desk(article=written(tmp_path, "0 doors", "1 doors"), size=WIDE) as reader:
        assert "1 change since" in reader.news
        await reader.press("=")
        assert reader.rows("changes") == ["figure: was «20» now «21»"]
        await reader.press("escape", "escape")
        await follow(reader)
        assert "1 change since" in reader.news
        assert not reader.is_shown("changes")
        await reader.press("=")
        assert reader.rows("changes") == ["figure: was «30» now «31»"]
        await reader.press("escape", "escape", "ctrl+o")
        await ready(reader.app, reader.pilot)
        assert not reader.is_shown("changes")
        await reader.press("=", "enter")
        assert reader.target == "21"
    async with desk(article=written(tmp_path, "0 doors", "1 doors"), size=WIDE) as reader:
        assert "since" not in reader.news
        await follow(reader)
        assert "since" not in reader.news
