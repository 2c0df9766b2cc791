"""Articles that come in: what a reader has written by hand is never overwritten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.errors import BriefingError
from briefing.model.version import Arrival
from briefing.session.taking_in import Arriving, Taken, take_in
from briefing.storage.library_articles import LibraryArticles
from tests.dying import dying_after

NOW, LATER = "2026-11-28T08:00:00Z", "2026-11-29T08:00:00Z"
FIRST = """---
title: Harvest report
source:
  url: https://example.org/harvest
  retrieved: '2026-11-28T08:00:00Z'
published: '2026-11-20'
---

The harvest was 350 tonnes.
"""
SECOND = (
    FIRST.replace("350", "30")
    .replace("title: Harvest report", "title: 'Harvest: a report'")
    .replace("'2026-11-28T08", "'2026-11-29T08")
)
PATH = "news/harvest.md"
ARRIVING = Arriving(PATH, FIRST, Arrival.FETCHED, address="https://example.org/harvest")


@pytest.fixture
def files(tmp_path: Path) -> LibraryArticles:
    articles = LibraryArticles(tmp_path)
    assert take_in(articles, ARRIVING, NOW).taken is Taken.NEW
    return articles


def corrected(files: LibraryArticles, markdown: str = SECOND) -> Taken:
    return take_in(files, replace(ARRIVING, markdown=markdown), LATER).taken


def revs(files: LibraryArticles) -> list[str]:
    return [version.rev for version in files.versions(PATH).load().versions]


def test_a_new_article_is_written_with_its_first_version(files: LibraryArticles) -> None:
    assert files.load(PATH) == FIRST
    (version,) = files.versions(PATH).load().versions
    assert (version.how, version.address) == (Arrival.FETCHED, "https://example.org/harvest")
    assert files.versions(PATH).text(version.rev) == "Harvest report\nThe harvest was 350 tonnes."


def test_the_same_again_is_no_double(files: LibraryArticles) -> None:
    assert corrected(files, FIRST) is Taken.SAME
    assert len(revs(files)) == 1


def test_a_correction_takes_the_place_and_the_former_text_is_kept(files: LibraryArticles) -> None:
    assert corrected(files) is Taken.CORRECTED
    assert files.load(PATH) == SECOND
    texts = [files.versions(PATH).text(rev) for rev in revs(files)]
    assert texts == [
        "Harvest report\nThe harvest was 350 tonnes.",
        "Harvest: a report\nThe harvest was 30 tonnes.",
    ]


def test_a_text_that_comes_back_is_taken_back(files: LibraryArticles) -> None:
    corrected(files)
    assert corrected(files, FIRST) is Taken.CORRECTED
    assert "350 tonnes" in (files.load(PATH) or "")


def test_a_body_edited_by_hand_is_never_overwritten(files: LibraryArticles) -> None:
    edited = FIRST.replace("350 tonnes", "350 tons")
    (files.folder / PATH).write_text(edited, "utf-8")
    assert corrected(files) is Taken.WAITS
    assert files.load(PATH) == edited
    assert "30 tonnes" in (files.versions(PATH).text(revs(files)[-1]) or "")
    assert corrected(files) is Taken.SAME, "it is told once"


def test_what_an_editor_wrote_above_the_text_stays(files: LibraryArticles) -> None:
    by_hand = FIRST.replace(
        "published: '2026-11-20'\n",
        "published: '2026-11-21' # on paper\ntags:\n- harvest\nsummary:\n- text: mine\n",
    )
    (files.folder / PATH).write_text(by_hand, "utf-8")
    assert corrected(files) is Taken.CORRECTED
    here = files.load(PATH) or ""
    assert here.startswith("---\ntitle: 'Harvest: a report'\n")
    assert "published: '2026-11-21' # on paper\ntags:\n- harvest\nsummary:\n- text: mine\n" in here
    assert "retrieved: '2026-11-29T08:00:00Z'" in here
    assert here.endswith("---\n\nThe harvest was 30 tonnes.\n")


def test_a_date_of_change_is_added_below_what_stands_there(files: LibraryArticles) -> None:
    changed = SECOND.replace("published:", "updated: '2026-11-29'\npublished:")
    assert corrected(files, changed) is Taken.CORRECTED
    assert "published: '2026-11-20'\nupdated: '2026-11-29'\n---\n" in (files.load(PATH) or "")


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_kill_between_any_two_files_loses_nothing(
    steps: int, files: LibraryArticles, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        dying_after(steps, patch)
        with pytest.raises(KeyboardInterrupt):
            corrected(files)
    assert corrected(files) is (Taken.SAME if steps == 2 else Taken.CORRECTED)
    assert files.load(PATH) == SECOND
    assert len(revs(files)) == 2
    assert files.versions(PATH).text(revs(files)[-1]) is not None


def test_what_was_removed_comes_back_only_where_that_is_meant(files: LibraryArticles) -> None:
    (files.folder / PATH).unlink()
    assert take_in(files, replace(ARRIVING, comes_back=False), LATER).taken is Taken.SAME
    assert files.load(PATH) is None
    assert take_in(files, ARRIVING, LATER).taken is Taken.NEW
    assert files.load(PATH) == FIRST


def test_a_link_in_the_place_of_an_article_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    library = tmp_path / "library"
    library.mkdir()
    (library / "news").symlink_to(outside, target_is_directory=True)
    with pytest.raises(BriefingError):
        take_in(LibraryArticles(library), ARRIVING, NOW)
    assert not list(outside.iterdir())


def test_what_an_editor_wrote_above_a_text_with_carriage_returns_stays(
    files: LibraryArticles,
) -> None:
    by_hand = FIRST.replace("published:", "tags:\n- harvest\npublished:").replace("\n", "\r\n")
    (files.folder / PATH).write_bytes(by_hand.encode())
    assert corrected(files) is Taken.CORRECTED
    assert "tags:\n- harvest\n" in (files.load(PATH) or "")
