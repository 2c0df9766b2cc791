"""Where the article comes from is a key away, and so is what its import left out."""

from __future__ import annotations

from pathlib import Path

from briefing.ui.dialogs.about import AboutDialog
from tests.journeys.desk import Desk, desk

_ARTICLE = """---
title: Harbour opens
authors: [Jane Roe, Ali Khan]
site: The Gazette
published: 2026-03-05
source: {file: harbour.pdf, media_type: application/pdf, url: 'https://example.org/harbour'}
dropped: ['Read more: trains', 'Share this']
---
<!-- page iv -->The harbour opens in May.

![The harbour at dawn](https://example.org/pictures/dawn.jpg)

<!-- page 1 -->It has cost 42 million euros.[^1]

[^1]: <!-- page iv -->
    As of May.
"""


def _write(folder: Path, more: str = "") -> str:
    path = folder / "harbour.md"
    path.write_text(_ARTICLE + more, "utf-8")
    return str(path)


def _rows(reader: Desk) -> list[str]:
    assert isinstance(reader.front, AboutDialog)
    return [row.text for row in reader.front.rows_pane.rows]


async def test_it_says_what_is_known_and_what_was_left_out_and_leads_to_pictures(
    tmp_path: Path,
) -> None:
    async with desk(_write(tmp_path)) as reader:
        await reader.press("I")
        said = " ".join(" ".join(_rows(reader)).split())
        for known in (
            "Title Harbour opens",
            "Authors Jane Roe, Ali Khan",
            "Site The Gazette",
            "Published 2026-03-05",
            "Address https://example.org/harbour",
            f"File {tmp_path / 'harbour.md'}",
            "Original harbour.pdf · application/pdf",
            "Pages 2 (from iv to 1)",
            f"Notes {tmp_path / 'harbour.notes.yaml'}",
            "Read more: trains Share this",
            "The harbour at dawn https://example.org/pictures/dawn.jpg",
            "a bookmark",
        ):
            assert known in said
        await reader.type("dawn")
        assert _rows(reader)[1:] == ["The harbour at dawn https://example.org/pictures/dawn.jpg"]
        await reader.press("down", "enter")
        assert reader.front is reader.reader
        assert reader.target == "The harbour at dawn"


async def test_the_end_of_the_text_tells_how_much_is_not_in_it(tmp_path: Path) -> None:
    article = _write(tmp_path, "\nA line.\n" * 80)
    async with desk(article, size=(100, 30)) as reader:
        assert "left out" not in reader.news
        await reader.press("G")
        assert "left out 2 lines" in reader.news


async def test_all_that_is_wrong_is_listed_and_the_strip_says_where(tmp_path: Path) -> None:
    article = tmp_path / "harbour.md"
    front = "figures:\n  - {label: A, value: 14.000, quote: x}\nlanguage: [it]\nsummary: {a: b}"
    article.write_text(f"---\n{front}\n---\n# The harbour\n\nWords.\n", "utf-8")
    async with desk(str(article)) as reader:
        faults = reader.sitting.reading.faults
        assert len(faults) > 1
        assert reader.news.startswith("harbour.md:4: ")
        assert reader.news.endswith(f" · {len(faults) - 1} more: I")
        await reader.press("escape", "I")
        rows = _rows(reader)
        at = rows.index("What is wrong")
        assert rows[at + 1 : at + 1 + len(faults)] == [str(fault) for fault in faults]
