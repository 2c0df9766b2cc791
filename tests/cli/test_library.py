"""Documents of a folder are listed and found by what they say now, with and without an index."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from briefing.cli import library
from briefing.model.library import Entry, Hit
from briefing.model.library_marks import Mark
from briefing.model.query import Term
from briefing.session.finding import found_in
from briefing.session.named_states import named_states
from briefing.session.reading import Reading
from briefing.storage.library_marks import MarksFile
from briefing.storage.library_standing import Standings
from briefing.storage.locations import cache_folder
from tests.cli.run import run

HEAD = "---\ntitle: Harvest\nlanguage: en\npublished: '2026-01-02'\n---\n"
WHEAT = f"{HEAD}Over 11,000 tonnes of wheat.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    (reports / "old").mkdir(parents=True)
    (reports / "harvest.md").write_text(WHEAT)
    (reports / "old" / "talks.txt").write_text("Talks\n\nFrance and Italy spoke of wheat.\n")
    (reports / "picture.png").write_bytes(b"\x89PNG")
    return reports


def paths(*words: str | Path) -> list[str]:
    done = run("find", "--format", "json", "--", *words)
    assert done.status in {0, 1}
    return [one["path"] for one in json.loads(done.out)["documents"]]


def test_documents_are_listed_with_what_is_known_of_them(folder: Path) -> None:
    listed = json.loads(run("list", folder, "--format", "json").out)
    assert [one["path"] for one in listed] == ["harvest.md", "old/talks.txt"]
    assert (listed[0]["title"], listed[0]["words"]) == ("Harvest", 6)
    assert (listed[0]["language"], listed[0]["published"]) == ("en", "2026-01-02")
    assert listed[0]["unread"] is True
    assert "picture" not in run("list", folder).out


def test_who_wrote_an_article_where_and_its_own_tags_are_listed_and_found(folder: Path) -> None:
    head = "title: Floods\nauthors: [Anna Rossi]\nsite: example.org\ntags: [water]\n"
    (folder / "floods.md").write_text(f"---\n{head}---\nThe river rose.\n")
    [_harvest, floods] = json.loads(run("list", folder, "--format", "json").out)[:2][::-1]
    assert (floods["authors"], floods["site"]) == (["Anna Rossi"], "example.org")
    for query in ('by:"anna rossi"', "site:example.org", "tag:water"):
        assert paths(query, folder) == ["floods.md"]


def test_stars_are_listed_and_told_to_scripts(folder: Path) -> None:
    MarksFile().change({str(folder / "harvest.md"): Mark(is_starred=True, is_read=True)})
    [starred] = json.loads(run("list", folder, "--starred", "--format", "json").out)
    assert starred["path"] == "harvest.md"
    told = ("read", "unread", "starred", "versions")
    assert [starred[key] for key in told] == [1, False, True, 0]
    other = json.loads(run("list", folder, "--format", "json").out)[1]
    assert [other[key] for key in told] == [0, True, False, 0]


def test_words_are_found_with_their_lines(folder: Path) -> None:
    done = run("find", "wheat", folder, "--format", "json")
    [first, second] = json.loads(done.out)["documents"]
    [hit] = first["hits"]
    assert (done.status, second["path"]) == (0, "old/talks.txt")
    assert (hit["kind"], hit["line"], hit["note"]) == ("text", 6, None)
    assert hit["snippet"] == "Harvest Over 11,000 tonnes of wheat."
    assert run("find", "barley", folder).status == 1


def test_a_file_that_changed_is_found_by_what_it_says_now(folder: Path) -> None:
    assert paths("wheat", folder) == ["harvest.md", "old/talks.txt"]
    (folder / "harvest.md").write_text("Barley.\n")
    (folder / "old" / "talks.txt").unlink()
    (folder / "new.md").write_text("More wheat.\n")
    assert paths("wheat", folder) == ["new.md"]
    assert paths("barley", folder) == ["harvest.md"]


def test_notes_are_found_with_their_passage_and_by_tag(folder: Path) -> None:
    article = folder / "harvest.md"
    note = run(
        "notes", "add", article, "--quote", "wheat", "--text", "Before drying?", "--tag", "to check"
    ).out.strip()
    done = json.loads(run("find", "drying", folder, "--in", "notes", "--format", "json").out)
    [hit] = done["documents"][0]["hits"]
    assert (hit["kind"], hit["note"], hit["line"]) == ("note", note, 6)
    assert paths('tag:"to check"', folder) == ["harvest.md"]
    assert paths("is:noted wheat", folder) == ["harvest.md"]
    assert run("find", "drying", folder, "--in", "text").status == 1
    run("notes", "delete", article, note)
    assert paths("drying", folder) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("wheat -France", ["harvest.md"]),
        ('"over 11,000"', ["harvest.md"]),
        ("title:harv", ["harvest.md"]),
        ("lang:en", ["harvest.md"]),
        ("after:2025", ["harvest.md"]),
        ("after:2026-01-02", []),
        ("wheat before:2026-02", ["harvest.md"]),
        ("-lang:en wheat", ["old/talks.txt"]),
        ("-france", ["harvest.md"]),
        ("wheat -italian -FRANCE", ["harvest.md", "old/talks.txt"]),
        ("-talks -title:harvest", []),
        ("whea", []),
    ],
)
def test_every_part_of_a_query_counts(folder: Path, query: str, found: list[str]) -> None:
    assert paths(query, folder) == found


def test_without_an_index_the_files_are_read(folder: Path) -> None:
    cache = cache_folder()
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text("no folder can be made here")
    done = run("find", "wheat", folder)
    assert done.status == 0
    assert "old/talks.txt" in done.out


def test_a_single_note_that_cannot_be_read_is_named_beside_the_title_of_its_article(
    folder: Path,
) -> None:
    (folder / "harvest.notes.yaml").write_text("format: 1\nnotes:\n- id: [\n")
    (line,) = (each for each in run("list", folder).out.splitlines() if "harvest.md" in each)
    assert "«Harvest»  ! " in line
    assert "harvest.notes.yaml:3: " in line
    done = run("find", "is:unread -nowhere", folder)
    assert done.err.count("harvest.notes.yaml") == 1


def test_a_broken_notes_file_and_a_binary_text_do_not_stop_the_rest(folder: Path) -> None:
    (folder / "harvest.notes.yaml").write_text("notes: [")
    (folder / "broken.txt").write_bytes(bytes(range(256)))
    listed = {one["path"]: one for one in json.loads(run("list", folder, "--format", "json").out)}
    assert "harvest.notes.yaml:2" in listed["harvest.md"]["fault"]
    assert listed["broken.txt"]["fault"]
    assert paths("wheat", folder) == ["harvest.md", "old/talks.txt"]
    told = run("find", "wheat", folder).err
    assert "broken.txt" in told
    assert "(+1)" in told


def test_bad_input_is_one_line(folder: Path) -> None:
    for words in (("list", folder / "no"), ("list", folder / "harvest.md"), ("find", "is:x")):
        done = run(*words)
        assert done.status == 2
        assert len(done.err.splitlines()) == 1


def test_a_name_that_is_no_utf_8_is_listed_and_found_as_all_others(folder: Path) -> None:
    try:
        (folder / os.fsdecode(b"bad\xff.md")).write_text("Barley was dear.\n")
    except OSError:
        pytest.skip("this file system takes no such name")
    for _again in range(2):
        assert run("list", folder).out.count("\n") == 3
        assert "Barley was dear" in run("find", "barley", folder).out
    (folder / os.fsdecode(b"bad\xff.md")).unlink()
    assert run("find", "barley", folder).status == 1


def test_states_are_found_with_and_without_an_index_and_told_to_scripts(folder: Path) -> None:
    assert paths("state:fr", folder) == ["old/talks.txt"]
    assert paths("wheat -state:IT", folder) == ["harvest.md"]
    listed = json.loads(run("list", folder, "--format", "json").out)
    assert [one["states"] for one in listed] == [[], ["FR", "IT"]]
    assert paths("state:fr", folder) == ["old/talks.txt"]
    (folder / "harvest.md").write_text("Wheat of France.\n")
    (folder / "old" / "talks.txt").write_text("Wheat of Italy.\n")
    assert paths("state:fr", folder) == ["harvest.md"]
    shutil.rmtree(cache_folder())
    cache_folder().write_text("no folder")
    assert paths("state:it", folder) == ["old/talks.txt"]


def test_what_there_was_no_time_to_analyse_is_told_and_found_by_waiting(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "_PATIENT_SECONDS", 0.0)
    done = run("find", "state:fr", folder, "--format", "json")
    assert (done.status, json.loads(done.out)["indexed"]) == (1, False)
    assert "2 articles" in done.err
    assert "--wait" in done.err
    listed = json.loads(run("list", folder, "--format", "json").out)
    assert (listed[1]["states"], listed[1]["analysed"]) == ([], False)
    waited = json.loads(run("find", "state:fr", folder, "--wait", "--format", "json").out)
    assert ([one["path"] for one in waited["documents"]], waited["indexed"]) == (
        ["old/talks.txt"],
        True,
    )
    assert paths("state:fr", folder) == ["old/talks.txt"]


def test_folders_that_the_library_leaves_out_are_no_part_of_it(folder: Path) -> None:
    facts = folder / ".briefing" / "library.yaml"
    facts.parent.mkdir()
    facts.write_text("format: 1\nleft_out: [old]\n")
    assert paths("wheat", folder) == ["harvest.md"]
    facts.write_text("format: 1\nleft_out: 3\n")
    assert paths("wheat", folder) == ["harvest.md", "old/talks.txt"]
    assert "library.yaml" in run("list", folder).err


def test_what_a_condition_leaves_out_is_not_even_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths("wheat", folder) == ["harvest.md", "old/talks.txt"]
    opened: list[str] = []

    def look(reading: Reading, terms: Iterable[Term], *, has_notes: bool) -> tuple[Hit, ...] | None:
        opened.append(reading.source.name)
        return found_in(reading, terms, has_notes=has_notes)

    monkeypatch.setattr("briefing.session.library_find.found_in", look)
    assert paths("title:harvest wheat", folder) == ["harvest.md"]
    assert len(opened) == 1


def test_costly_conditions_are_asked_of_nothing_that_another_one_leaves_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert paths("wheat", folder) == ["harvest.md", "old/talks.txt"]
    asked: list[str] = []

    class Asked(Standings):
        def of(self, path: Path, entry: Entry) -> Entry:
            asked.append(path.name)
            return super().of(path, entry)

    def states(reading: Reading) -> tuple[str, ...]:
        asked.append(reading.source.name)
        return named_states(reading)

    monkeypatch.setattr("briefing.cli.library_opening.Standings", Asked)
    monkeypatch.setattr("briefing.session.library.named_states", states)
    assert paths("title:nowhere is:unread state:FR", folder) == []
    assert asked == []
    assert paths("lang:en is:reading state:FR", folder) == []
    assert asked == ["harvest.md"]


def test_other_words_of_the_same_size_and_date_are_found(folder: Path) -> None:
    assert paths("wheat", folder) == ["harvest.md", "old/talks.txt"]
    article = folder / "harvest.md"
    before = article.stat()
    article.write_text(WHEAT.replace("wheat", "maize"))
    os.utime(article, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert paths("maize", folder) == ["harvest.md"]
    assert paths("wheat", folder) == ["old/talks.txt"]


def test_a_sentence_with_both_words_of_an_or_is_found_once(folder: Path) -> None:
    apart = " ".join(["and"] * 40)
    (folder / "both.md").write_text(f"Wheat and barley were dear, {apart} barley and wheat fell.\n")
    run("notes", "add", folder / "both.md", "--quote", "dear", "--text", "Why wheat, why barley?")
    for query in ("wheat OR barley", "barley OR wheat"):
        done = run("find", query, folder, "--format", "json")
        [both] = [one for one in json.loads(done.out)["documents"] if one["path"] == "both.md"]
        places = sorted((hit["kind"], hit["snippet"][:5]) for hit in both["hits"])
        assert [kind for kind, _words in places] == ["note", "text", "text"], query
    assert run("find", "wheat OR dear", folder).out.count("Wheat and barley were dear") == 1


def test_what_is_wrong_with_an_article_is_said_in_the_language_of_whoever_asks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "broken.txt").write_bytes(bytes(range(256)))
    (english,) = (line for line in run("list", folder).out.splitlines() if "broken" in line)
    monkeypatch.setenv("LANGUAGE", "it")
    (italian,) = (line for line in run("list", folder).out.splitlines() if "broken" in line)
    monkeypatch.setenv("LANGUAGE", "en")
    assert english in run("list", folder).out
    assert italian.split("!")[0] == english.split("!")[0]
    assert "testo" in italian
    assert "testo" not in english
