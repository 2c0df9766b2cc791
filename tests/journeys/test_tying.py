"""A reader ties passages of two articles together, and gathers others for a draft."""

from __future__ import annotations

import json
from pathlib import Path

from briefing.ui.panels import SIDE_PANELS
from briefing.ui.widgets.rows import RowsPane
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
        [row] = reader.rows("notes")
        assert row == "one.md words changed «Which?» was «395 barges» now «359 barges»"
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


async def test_what_others_have_on_an_article_is_not_counted_among_its_notes(
    tmp_path: Path,
) -> None:
    written(tmp_path)
    head = "---\nkind: draft\n---\n\n"
    (tmp_path / "mine.md").write_text(f"{head}“The port counted 395 barges”, they say.\n")
    async with desk(article=str(tmp_path / "two.md"), size=WIDE) as reader:
        await reader.write_note("Who counted?")
        await reader.until(lambda: len(reader.rows("notes")) == 2)
        [panel] = [one for one in SIDE_PANELS if one.name == "notes"]
        assert panel.told(reader.sitting, panel.rows(reader.sitting)) == "1"


async def test_both_ends_in_one_article_are_no_tie(tmp_path: Path) -> None:
    async with desk(article=str(written(tmp_path)), size=WIDE) as reader:
        await reader.press("B", "B")
        assert "one end is taken" in reader.news
        assert reader.rows("notes") == []


async def test_gathered_passages_are_listed_ordered_and_copied_as_a_draft(tmp_path: Path) -> None:
    async with desk(article=str(written(tmp_path)), size=WIDE) as reader:
        await reader.press("X")
        assert "1 passage is gathered; E lists them" in reader.news
        await reader.press("f", "a", "enter", "X")
        assert "2 passages are gathered; E lists them" in reader.news
        await reader.press("E")
        rows = reader.app.screen.query_one(RowsPane)
        assert [row.text[:4] for row in rows.rows] == ["One ", "Two "]
        await reader.press("J", "d")
        assert [row.text[:4] for row in rows.rows] == ["Two "]
        await reader.press("u", "y")
        await reader.pilot.app.workers.wait_for_complete()
        draft = reader.app.clipboard
        assert draft.startswith("---\nkind: draft\n")
        assert draft.index("## Two\n\n> The port counted 395 barges.[^1]") < draft.index("## One")
        assert "[^1]: [@two], [Two](<" in draft


async def test_gathered_passages_are_written_as_a_draft_that_holds(tmp_path: Path) -> None:
    one = written(tmp_path)
    (tmp_path / "excerpts.md").write_text("mine\n")
    async with desk(article=str(one), size=WIDE) as reader:
        await reader.press("X", "v", "j", "X", "E", "w")
        assert "excerpts-2.md" in reader.news
    assert (tmp_path / "excerpts.md").read_text() == "mine\n"
    done = run("check", tmp_path / "excerpts-2.md", "--against", tmp_path, "--format", "json")
    found = json.loads(done.out)
    assert {one["state"] for one in found["quotations"]} == {"exact"}
    assert {link["state"] for link in found["articles"][0]["links"]} == {"right"}


async def test_enter_leads_from_the_list_to_the_passage(tmp_path: Path) -> None:
    async with desk(article=str(written(tmp_path)), size=WIDE) as reader:
        await reader.press("X", "f", "a", "enter", "E", "enter")
        assert reader.sitting.reading.source.name == "one"
        assert reader.target == "It was 410 barges, see two."


async def test_without_a_passage_gathered_the_reader_is_told(tmp_path: Path) -> None:
    async with desk(article=str(written(tmp_path)), size=WIDE) as reader:
        await reader.press("E")
        assert "nothing is gathered yet; X takes a passage" in reader.news
