"""A reader ties passages of two articles together, and gathers others for a draft."""

from __future__ import annotations

from pathlib import Path

from tests.cli.run import run
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


async def test_the_other_end_tells_of_the_note_and_leads_to_it(tmp_path: Path) -> None:
    one = written(tmp_path)
    two = tmp_path / "two.md"
    done = run(
        "notes", "add", one, "--quote", "410 barges", "--text", "Which?",
        "--about", two, "--about-quote", "395 barges",
    )  # fmt: skip
    assert done.status == 0
    two.write_text("# Two\n\nNew.\n\nThe port counted 359 barges.\n\nThe sun shone.\n")
    async with desk(article=str(two), size=WIDE) as reader:
        assert reader.rows("notes") == ["one.md words changed «Which?»"]
        reader.panel("notes").focus()
        await reader.press("enter")
        assert reader.sitting.reading.source.name == "one"
        await reader.press("ctrl+o")
        assert reader.sitting.reading.source.name == "two"


async def test_a_source_tells_which_drafts_quote_it(tmp_path: Path) -> None:
    written(tmp_path)
    head = "---\nkind: draft\n---\n\n"
    (tmp_path / "mine.md").write_text(f"{head}“The port counted 593 barges”, they say.\n")
    async with desk(article=str(tmp_path / "two.md"), size=WIDE) as reader:
        assert reader.rows("notes") == ["mine.md altered «The port counted 593 barges»"]


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
