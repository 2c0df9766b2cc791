"""A writer sees in the draft which quotations do not hold, and goes to their sources and back."""

from __future__ import annotations

from pathlib import Path

from briefing.ui.panels import SIDE_PANELS
from tests.journeys.desk import desk

WIDE = (120, 40)
SOURCE = (
    "---\ntitle: Harvest\nlanguage: en\n---\n\n"
    + "Nothing of this matters here.\n\n" * 60
    + "The ministry did not confirm that 410 barges carried the grain to Odesa last spring.\n"
)
DRAFT = (
    "---\nkind: draft\nlanguage: en\nagainst: reports\n---\n\n"
    "They say “410 barges carried the grain to Odesa”.\n\n"
    "And “that 140 barges carried the grain” too.\n\n"
    "Or “nobody has ever seen a barge on it”.\n\n"
    "At last “The ministry did confirm that 410 barges”, it seems.\n"
)


def written(folder: Path) -> Path:
    (folder / "reports").mkdir()
    (folder / "reports" / "harvest.md").write_text(SOURCE)
    draft = folder / "draft.md"
    draft.write_text(DRAFT)
    return draft


async def test_a_draft_lists_its_quotations_and_leads_to_their_sources_and_back(
    tmp_path: Path,
) -> None:
    async with desk(article=str(written(tmp_path)), size=WIDE) as reader:
        rows = reader.rows("quotations")
        assert [row.split(" ")[0] for row in rows] == ["exact", "altered", "unknown", "altered"]
        assert "figure: draft «140», source «410»" in rows[1]
        assert "2 quotations do not hold" in reader.news
        reader.panel("quotations").focus()
        await reader.press("j", "enter")
        assert reader.target == "that 410 barges carried the grain"
        assert reader.sitting.reading.source.name == "harvest"
        assert not reader.is_shown("quotations")
        await reader.press("ctrl+o")
        assert reader.sitting.reading.source.name == "draft"
        assert len(reader.rows("quotations")) == len(rows)


async def test_the_keys_for_the_next_hit_go_through_what_does_not_hold(tmp_path: Path) -> None:
    async with desk(article=str(written(tmp_path)), size=WIDE) as reader:
        seen = []
        for key in ("n", "n", "n", "N"):
            await reader.press(key)
            seen.append(reader.target)
        first, last = (
            "that 140 barges carried the grain",
            "The ministry did confirm that 410 barges",
        )
        assert seen == [first, last, first, last]


async def test_the_verdicts_follow_the_draft_while_it_is_edited(tmp_path: Path) -> None:
    draft = written(tmp_path)
    async with desk(article=str(draft), size=WIDE) as reader:
        draft.write_text(DRAFT.replace("140 barges", "410 barges"))
        await reader.press("r")
        assert [row.split(" ")[0] for row in reader.rows("quotations")][1] == "exact"
        assert "1 quotation does not hold" in reader.news


async def test_an_article_that_is_no_draft_has_no_such_panel(tmp_path: Path) -> None:
    draft = written(tmp_path)
    draft.write_text(DRAFT.replace("kind: draft\n", ""))
    async with desk(article=str(draft), size=WIDE) as reader:
        assert not reader.is_shown("quotations")


async def test_what_is_too_short_to_be_checked_is_told_below_and_not_counted(
    tmp_path: Path,
) -> None:
    draft = written(tmp_path)
    draft.write_text(DRAFT.replace("They say", "A “grain corridor”: they say"))
    async with desk(article=str(draft), size=WIDE) as reader:
        rows = reader.rows("quotations")
        assert rows[-1] == "1 quotation of fewer than 4 words was not checked"
        assert len(rows) == 5
        assert "left out «not»" in rows[3]
        [panel] = [one for one in SIDE_PANELS if one.name == "quotations"]
        assert panel.told(reader.sitting, panel.rows(reader.sitting)) == "4"
