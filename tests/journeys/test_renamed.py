"""A renamed article does not lose its notes: they are offered, and a key brings them."""

from __future__ import annotations

from pathlib import Path

from briefing.model.span import Place
from briefing.storage.versions import VersionStore
from tests.journeys.desk import desk

WIDE = (120, 40)
TEXT = "# Report\n\nThe network has 30 firms. They met on Monday in the old town hall of Lindau.\n"


def written(path: Path, text: str = TEXT) -> Path:
    """An article on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def noted(path: Path) -> None:
    """An article with one note, read in the reader."""
    async with desk(article=str(written(path)), size=WIDE) as reader:
        await reader.write_note("check")


async def test_notes_under_the_old_name_are_offered_and_a_key_brings_them(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    await noted(old)
    old.rename(new)
    async with desk(article=str(new), size=WIDE) as reader:
        assert "s brings them here" in reader.news
        assert not reader.saved
        await reader.press("s")
        assert [note["text"] for note in reader.saved] == ["check"]
        assert "1 note and 1 version are with the article now" in reader.news
    assert not (tmp_path / "old.notes.yaml").exists()
    assert len(VersionStore(new).load().versions) == 1
    async with desk(article=str(new), size=WIDE) as reader:
        assert "brings" not in reader.news


async def test_notes_of_an_article_that_was_moved_far_and_edited_are_offered(
    tmp_path: Path,
) -> None:
    """Only what the reader remembers leads from one folder to the other."""
    old, new = tmp_path / "in" / "old.md", tmp_path / "a" / "b" / "new.md"
    await noted(old)
    written(new, TEXT.replace("30 firms", "40 firms"))
    old.unlink()
    async with desk(article=str(new), size=WIDE) as reader:
        assert "a text like this" in reader.news
        await reader.press("s")
        assert [note["text"] for note in reader.saved] == ["check"]
        assert reader.sitting.notebook.placed[0].match.changed


async def test_a_copy_beside_its_original_is_offered_nothing(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    await noted(old)
    new.write_bytes(old.read_bytes())
    async with desk(article=str(new), size=WIDE) as reader:
        assert "another name" not in reader.news


async def test_place_and_last_reading_come_along(tmp_path: Path) -> None:
    """The reader goes on where they stopped, and is told what changed since."""
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    text = TEXT + "".join(f"\n## Part {n}\n\n{'Words. ' * 40}\n" for n in range(30))
    async with desk(article=str(written(old, text)), size=WIDE) as reader:
        await reader.write_note("check")
        for _heading in range(12):
            await reader.press("]")
        stopped = reader.sitting.in_view().first
    assert stopped.chunk
    written(new, text.replace("30 firms", "40 firms"))
    old.unlink()
    async with desk(article=str(new), size=WIDE) as reader:
        await reader.press("s")
        assert reader.sitting.in_view().first == stopped
        assert "1 note and 1 version are with the article now" in reader.news
        assert "1 of them a figure" in reader.news


async def test_the_place_of_reading_comes_along_where_there_is_nothing_else(tmp_path: Path) -> None:
    long = "# Report\n\n" + "\n\n".join(f"Line {n} of the report." for n in range(200)) + "\n"
    old, new, other = (tmp_path / name for name in ("old.md", "new.md", "other.md"))
    async with desk(article=str(written(old, long)), size=WIDE) as reader:
        await reader.press("G")
        await reader.until(lambda: reader.sitting.in_view().first != Place(0, 0))
        place = reader.sitting.in_view().first
    old.rename(new)
    async with desk(article=str(written(other, long + "More.\n")), size=WIDE) as reader:
        assert "goes on from there" not in reader.news
    async with desk(article=str(new), size=WIDE) as reader:
        assert "s goes on from there" in reader.news
        await reader.press("s")
        assert reader.sitting.in_view().first == place
        assert "the place of reading is with the article now" in reader.news
    async with desk(article=str(new), size=WIDE) as reader:
        assert "goes on from there" not in reader.news
        assert reader.sitting.in_view().first == place
