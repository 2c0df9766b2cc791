"""Documents come into a library once each; what they were made of and what they were stays."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from briefing.storage.locations import library_folder
from briefing.storage.versions import VersionStore
from tests.cli.run import run

TALKS = "---\ntitle: Talks\npublished: '2026-01-02'\n---\n# Talks\n\nItaly spoke of {}.\n"
PAGE = (
    "<html lang=en><title>Floods</title><article><h1>Floods</h1><p>{} metres, it was said, is what"
    " the river rose by in a single night, and nobody had seen it that high before.</p></article>"
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "papers" / "old").mkdir(parents=True)
    (tmp_path / "papers" / "talks.md").write_text(TALKS.format("wheat"))
    (tmp_path / "papers" / "old" / "floods.html").write_text(PAGE.format("Three"))
    return tmp_path / "papers"


@pytest.fixture
def site(desk: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(desk)))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def articles(library: Path) -> list[str]:
    return sorted(path.relative_to(library).as_posix() for path in library.rglob("*.md"))


def shown(library: Path) -> list[str]:
    return [path for path in articles(library) if ".briefing" not in path]


def test_a_file_is_an_article_with_its_original_and_a_version(desk: Path, library: Path) -> None:
    done = run("add", desk / "talks.md", "--to", library)
    article = library / "2026-01-02-talks.md"
    assert (done.status, done.out) == (0, f"{article}\n")
    assert article.read_text().endswith("# Talks\n\nItaly spoke of wheat.\n")
    [version] = VersionStore(article).load().versions
    original = library / ".briefing" / "originals" / f"{version.original}.md"
    assert original.read_text() == TALKS.format("wheat")
    assert version.how == "added"


def test_a_folder_keeps_its_folders_and_the_same_again_is_no_double(
    desk: Path, library: Path
) -> None:
    run("add", desk, "--to", library)
    paths = ["papers/2026-01-02-talks.md", "papers/old/floods.md"]
    assert shown(library) == paths
    before = {path: path.read_bytes() for path in library.rglob("*") if path.is_file()}
    done = run("add", desk, desk / "talks.md", "--to", library)
    assert [Path(line).relative_to(library).as_posix() for line in done.out.splitlines()] == [
        *paths[::-1],
        paths[0],
    ]
    assert "3 known already" in done.err
    assert {path: path.read_bytes() for path in library.rglob("*") if path.is_file()} == before


def test_another_state_of_a_file_is_a_new_version(desk: Path, library: Path) -> None:
    run("add", desk / "talks.md", "--to", library)
    (desk / "talks.md").write_text(TALKS.format("corn"))
    assert "1 new version" in run("add", desk / "talks.md", "--to", library).err
    [path] = shown(library)
    assert "corn" in (library / path).read_text()
    assert len(VersionStore(library / path).load().versions) == 2


def test_a_document_of_the_same_name_is_another_one(desk: Path, library: Path) -> None:
    (desk / "mine.md").write_text(TALKS.format("rice"))
    run("add", desk / "talks.md", desk / "mine.md", "--to", library)
    assert shown(library) == ["2026-01-02-talks-2.md", "2026-01-02-talks.md"]


def test_what_was_edited_by_hand_stays_and_the_new_text_waits(desk: Path, library: Path) -> None:
    run("add", desk / "talks.md", "--to", library)
    article = library / "2026-01-02-talks.md"
    article.write_text(article.read_text().replace("wheat", "my wheat"))
    (desk / "talks.md").write_text(TALKS.format("corn"))
    done = run("add", desk / "talks.md", "--to", library)
    assert "was edited by hand and stays" in done.err
    assert "my wheat" in article.read_text()
    assert any("corn" in text.read_text() for text in library.glob(".briefing/texts/*"))


def test_an_address_is_one_article_however_its_page_changes(
    desk: Path, site: str, library: Path
) -> None:
    first = run("add", f"{site}/old/floods.html", "--to", library)
    page = desk / "old" / "floods.html"
    page.write_text(PAGE.format("Four").replace("<title>Floods", "<title>Great floods"))
    second = run("add", f"{site}/old/floods.html", "--to", library)
    assert first.out == second.out
    [path] = shown(library)
    assert "Four metres" in (library / path).read_text()
    assert f"url: {site}/old/floods.html" in (library / path).read_text()
    assert len(list(library.glob(".briefing/originals/*.html"))) == 2


def test_a_correction_that_is_taken_back_is_taken_back_here(
    desk: Path, site: str, library: Path
) -> None:
    page = desk / "old" / "floods.html"
    for metres in ("Three", "Four", "Three", "Three"):
        page.write_text(PAGE.format(metres))
        told = run("add", f"{site}/old/floods.html", "--to", library).err
        [path] = shown(library)
        assert f"{metres} metres" in (library / path).read_text()
    assert "1 known already" in told
    assert [version.how for version in VersionStore(library / path).load().versions] == (
        ["fetched"] * 2
    )


def test_an_earlier_copy_of_a_file_turns_nothing_back(desk: Path, library: Path) -> None:
    talks = desk / "talks.md"
    run("add", talks, "--to", library)
    (desk / "copy.md").write_bytes(talks.read_bytes())
    talks.write_text(TALKS.format("barley"))
    run("add", talks, "--to", library)
    assert "1 known already" in run("add", desk / "copy.md", "--to", library).err
    assert "barley" in (library / "2026-01-02-talks.md").read_text()


def test_notes_come_along(desk: Path, library: Path) -> None:
    talks = desk / "talks.md"
    note = run("notes", "add", talks, "--quote", "wheat", "--text", "How much?").out.strip()
    assert "1 note came along" in run("add", talks, "--to", library).err
    article = library / "2026-01-02-talks.md"
    assert note in run("notes", "list", article).out
    assert run("notes", "check", article).status == 0
    assert note in run("notes", "list", talks).out


def test_standard_input_and_the_usual_library(library: Path) -> None:
    done = run("add", "-", stdin="Wheat was cheap in March.\n")
    assert done.out == f"{library_folder() / 'wheat-was-cheap-in-march.md'}\n"


def test_what_lies_in_the_library_is_there_already(desk: Path) -> None:
    done = run("add", desk / "talks.md", "--to", desk)
    assert (done.out, done.status) == (f"{desk / 'talks.md'}\n", 0)
    assert not (desk / ".briefing").exists()


def test_what_cannot_be_added_is_named_and_the_rest_goes_on(desk: Path, library: Path) -> None:
    (desk / "odd.docx").write_bytes(b"PK\x03\x04 broken")
    (desk / "empty.md").touch()
    done = run("add", desk, desk / "nowhere.md", "--to", library)
    assert done.status == 2
    assert len(shown(library)) == 2
    for name in ("odd.docx", "empty.md", "nowhere.md"):
        assert sum(name in line for line in done.err.splitlines()) == 1
    assert "2 new articles, 3 not added" in done.err


def test_a_file_with_carriage_returns_keeps_what_stands_above_it(desk: Path, library: Path) -> None:
    (desk / "crlf.md").write_bytes(b"---\r\ntitle: Wheat\r\ntags: [grain]\r\n---\r\n\r\nWords.\r\n")
    assert run("add", desk / "crlf.md", "--to", library).status == 0
    text = (library / "wheat.md").read_text("utf-8")
    assert text.startswith("---\ntitle: Wheat\ntags: [grain]\nsource:\n")
    assert text.endswith("---\n\nWords.\n")
