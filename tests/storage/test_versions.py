"""Versions lie beside their article, whole or not at all; one's last reading lies nowhere else."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.errors import FormatError, InputError
from briefing.model.version import Arrival, LastReading, Version
from briefing.notes.versions import KEPT
from briefing.storage import versions
from briefing.storage.locations import state_folder
from briefing.storage.notes_store import NotesStore
from briefing.storage.versions import LastReadings, VersionStore
from tests.cli.run import run
from tests.notes.sample_notes import sample

TEXT = "Titolo\nUno due tre."


def rev(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def version(text: str, number: int = 0) -> Version:
    return Version(rev(text), f"2026-11-22T08:00:{number:02}Z", Arrival.FETCHED)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    path = folder / "report.md"
    path.write_text("# Titolo\n\nUno due tre.\n", "utf-8")
    return path


def test_a_version_lies_beside_its_article_with_its_text(article: Path) -> None:
    store = VersionStore(article)
    assert store.load().versions == ()
    assert store.keep(version(TEXT), TEXT).versions == (version(TEXT),)
    assert VersionStore(article).load().versions == (version(TEXT),)
    assert store.text(rev(TEXT)) == TEXT
    assert store.path == article.parent / ".briefing" / "versions" / "report.md.yaml"
    beside = sorted(p.name for p in (article.parent / ".briefing").iterdir())
    assert beside == ["texts", "versions"]


def test_a_long_name_has_versions_too(article: Path) -> None:
    for name in ("n" * 252 + ".md", "ü" * 126 + ".md"):
        long = article.with_name(name)
        long.write_text("Text.\n", "utf-8")
        store = VersionStore(long)
        store.keep(version(TEXT), TEXT)
        assert store.load().article == name
        assert store.load().versions == (version(TEXT),)


def test_what_cannot_be_read_is_kept_as_it_is(article: Path) -> None:
    store = VersionStore(article)
    store.keep(version(TEXT), TEXT)
    store.path.write_text("versions: [", "utf-8")
    with pytest.raises(FormatError, match=r"report\.md\.yaml:\d"):
        store.keep(version("Other"), "Other")
    assert store.path.read_text("utf-8") == "versions: ["


def test_texts_of_versions_that_are_not_kept_any_more_go(article: Path) -> None:
    store = VersionStore(article)
    for number in range(KEPT + 5):
        store.keep(version(f"text {number}", number), f"text {number}", {rev("text 2")})
    kept = [0, 2, *range(5, KEPT + 5)]
    texts = {path.stem for path in (article.parent / ".briefing" / "texts").iterdir()}
    assert texts == {rev(f"text {number}") for number in kept}


def notes_of(article: Path) -> NotesStore:
    return NotesStore(
        article.with_name("report.notes.yaml"),
        state_folder=state_folder(),
        article="report",
        title=None,
        language=None,
        document=article,
    )


def test_an_article_that_is_annotated_becomes_a_version(article: Path) -> None:
    assert run("notes", "list", article).status == 0
    assert not (article.parent / ".briefing").exists()
    assert run("notes", "add", article, "--quote", "due", "--text", "nuova").status == 0
    (kept,) = VersionStore(article).load().versions
    assert (kept.rev, kept.how) == (rev(TEXT), Arrival.ANNOTATED)
    assert VersionStore(article).text(kept.rev) == TEXT


def test_a_text_that_a_version_names_stays_when_its_notes_go(article: Path) -> None:
    store = notes_of(article)
    VersionStore(article).keep(version(TEXT), TEXT)
    note = sample("a1", rev=rev(TEXT))
    saved = store.save(replace(store.load(), notes=(note,)), {rev(TEXT): TEXT})
    store.save(replace(saved, notes=(replace(note, rev=rev("Other")),)), {rev("Other"): "Other"})
    assert store.text(rev(TEXT)) == TEXT


@pytest.mark.parametrize(
    "name",
    ["report.notes.sync-conflict-20261122.yaml", "report.notes.yaml.orig", "report.notes (1).yaml"],
)
def test_a_text_that_only_a_conflict_copy_names_stays(article: Path, name: str) -> None:
    store = notes_of(article)
    note = sample("a1", rev=rev("Old"))
    store.save(replace(store.load(), notes=(note,)), {rev("Old"): "Old"})
    VersionStore(article).path.unlink(missing_ok=True)
    (article.parent / name).write_bytes(store.path.read_bytes())
    store.save(replace(store.load(), notes=(replace(note, rev=rev("New")),)), {rev("New"): "New"})
    assert store.text(rev("Old")) == "Old"


def test_no_text_goes_while_a_file_that_may_name_it_cannot_be_read(article: Path) -> None:
    store = notes_of(article)
    note = sample("a1", rev=rev("Old"))
    store.save(replace(store.load(), notes=(note,)), {rev("Old"): "Old"})
    with (article.parent / "other.notes.yaml").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    store.save(replace(store.load(), notes=(replace(note, rev=rev("New")),)), {rev("New"): "New"})
    assert store.text(rev("Old")) == "Old"


def test_the_last_reading_is_private_and_replaces_the_one_before(tmp_path: Path) -> None:
    readings = LastReadings.of(tmp_path / "report-01234567.json")
    assert readings.load() is None
    for text in ("One\ud800", "Two 🦊"):
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        readings.save(LastReading(digest, "2026-11-22T08:00:00Z", text))
        assert readings.load() == LastReading(digest, "2026-11-22T08:00:00Z", text)
    assert readings.path.stat().st_mode & 0o777 == 0o600
    assert readings.path.parent.stat().st_mode & 0o777 == 0o700
    readings.path.write_text("{}", "utf-8")
    assert readings.load() is None


def test_last_readings_take_no_more_room_than_they_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "MAX_READING_BYTES", 1000)
    monkeypatch.setattr(versions, "MAX_READINGS_BYTES", 2500)
    for number in range(6):
        text = f"{number}" * 700
        LastReadings.of(tmp_path / f"{number}.json").save(LastReading(rev(text), "", text))
    left = sorted(path.name for path in (state_folder() / "readings").iterdir())
    assert left == ["3.json", "4.json", "5.json"]
    LastReadings.of(tmp_path / "5.json").save(LastReading(rev(""), "", "x" * 2000))
    assert LastReadings.of(tmp_path / "5.json").load() is None


def test_a_link_in_the_place_of_the_versions_is_refused(article: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (article.parent / ".briefing").mkdir()
    (article.parent / ".briefing" / "versions").symlink_to(outside)
    with pytest.raises(InputError, match="a link stands here"):
        VersionStore(article).keep(version(TEXT), TEXT)
    assert not list(outside.iterdir())
