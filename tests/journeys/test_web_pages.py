"""The page that an article came from is one key away, from its text and from its row."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from tests.journeys.library_desk import LibraryDesk, library_desk

PAGE = "https://example.org/harvest"
ARTICLE = "---\ntitle: {}\nsource:\n  {}\npublished: {}\n---\nOver 11,000 tonnes.\n"


def told(reader: LibraryDesk) -> str:
    return str(reader.front.query_one("#strip").content)  # type: ignore[attr-defined]


async def test_the_page_of_an_article_is_shown_in_the_browser(
    tmp_path: Path, opened: list[str]
) -> None:
    words = ARTICLE.format("Harvest", f"url: {PAGE}", "2026-03-02")
    (tmp_path / "harvest.md").write_text(words)
    (tmp_path / "own.md").write_text(ARTICLE.format("Own", "file: report.pdf", "2026-03-01"))
    (tmp_path / "evil.md").write_text(
        ARTICLE.format("Evil", "url: 'file:///etc/passwd'", "2026-02-01")
    )
    async with library_desk(tmp_path) as reader:
        await reader.press("O")
        assert (opened, told(reader)) == ([PAGE], f"opened in the browser: {PAGE}")
        await reader.press("enter", "O")
        assert (opened, told(reader)) == ([PAGE] * 2, f"opened in the browser: {PAGE}")
        await reader.press("q")
        for _article in range(2):
            await reader.press("j", "O")
            assert told(reader) == "it is not known from which page this came"
        await reader.press("enter", "O")
        assert told(reader) == "it is not known from which page this came"
        assert opened == [PAGE] * 2


async def test_a_browser_that_does_not_answer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _address: False)
    (tmp_path / "harvest.md").write_text(ARTICLE.format("Harvest", f"url: {PAGE}", "2026-03-02"))
    async with library_desk(tmp_path) as reader:
        await reader.press("O")
        assert "no browser answers" in told(reader)
