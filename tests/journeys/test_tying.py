"""A reader ties passages of two articles together, and gathers others for a draft."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.desk import desk

WIDE = (120, 40)


def written(folder: Path) -> Path:
    one, two = folder / "one.md", folder / "two.md"
    one.write_text("# One\n\nIt was 410 barges, see [two](two.md).\n\nRain fell.\n")
    two.write_text("# Two\n\nThe port counted 395 barges.\n\nThe sun shone.\n")
    return one


async def test_a_key_in_each_of_two_articles_ties_their_passages(tmp_path: Path) -> None:
    async with desk(article=str(written(tmp_path)), size=WIDE) as reader:
        await reader.press("B")
        assert "one end is taken" in reader.news
        await reader.press("f", "a", "enter")
        assert reader.sitting.reading.source.name == "two"
        await reader.press("B")
        assert "both passages are tied; the note is on One" in reader.news
        await reader.press("ctrl+o")
        [row] = reader.rows("notes")
        assert "«It was 410 barges, see two.»" in row
        assert "→ two.md «The port counted 395 barges.»" in row
    [note] = (tmp_path / "one.notes.yaml").read_text().split("\n- id: ")[1:]
    assert "  about:\n    document: two.md\n" in note


async def test_both_ends_in_one_article_are_no_tie(tmp_path: Path) -> None:
    async with desk(article=str(written(tmp_path)), size=WIDE) as reader:
        await reader.press("B", "B")
        assert "one end is taken" in reader.news
        assert reader.rows("notes") == []


async def test_gathered_passages_become_a_draft_with_citations(tmp_path: Path) -> None:
    async with desk(article=str(written(tmp_path)), size=WIDE) as reader:
        await reader.press("X")
        assert "1 passage is gathered" in reader.news
        await reader.press("f", "a", "enter", "X")
        assert "2 passages are gathered" in reader.news
        reader.parts.tying.hand_out()
        await reader.pilot.pause()
        await reader.pilot.app.workers.wait_for_complete()
        draft = reader.app.clipboard
        assert draft.startswith("---\nkind: draft\n")
        assert "## Two\n\n> The port counted 395 barges.[^2]" in draft
        assert "[^2]: [@two], [Two](<" in draft


async def test_without_a_passage_gathered_the_reader_is_told(tmp_path: Path) -> None:
    async with desk(article=str(written(tmp_path)), size=WIDE) as reader:
        reader.parts.tying.hand_out()
        await reader.pilot.pause()
        assert "nothing is gathered yet; X takes a passage" in reader.news
