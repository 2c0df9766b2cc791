from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.cli.run import run, spawn

CHECKOUT = Path(__file__).parents[2]
SEED = CHECKOUT / "seeds" / "000_c8ee5dd8522bf747.txt"
ARTICLES = CHECKOUT / "tests" / "cases" / "articles"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and tells nobody."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(ARTICLES)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_first_article_is_imported_and_its_check_holds(tmp_path: Path) -> None:
    target = tmp_path / "article.md"
    ran = run("import", SEED, "-o", target)
    assert (ran.status, ran.out) == (0, "")
    assert ran.is_one_line
    assert "lines left out (--verbose names them)" in ran.err
    assert "left out: Kommentare (0)\n" in run("import", SEED, "--verbose").err
    checked = run("check", target)
    assert (checked.status, checked.err) == (0, "")
    assert checked.out.count(": holds") == 4


def test_without_a_file_the_article_goes_to_standard_output() -> None:
    ran = run("import", ARTICLES / "de-hilfe.txt")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("---\ntitle: Bündnis verspricht der Ukraine 18.000 Fahrzeuge\n")
    assert ran.out.endswith("\n")


def test_standard_input_is_imported() -> None:
    ran = run("import", "-", stdin="A title\n\nThe first words of the text.\n")
    assert ran.status == 0
    assert "title: A title\n" in ran.out


@pytest.mark.parametrize("name", ["en-trade.html", "en-summit.md", "it-porto.txt"])
def test_a_page_is_fetched_and_its_address_kept(site: str, name: str) -> None:
    ran = run("import", f"{site}/{name}")
    assert ran.status == 0
    assert f"url: {site}/{name}" in ran.out
    assert "sha256: " in ran.out


def test_a_file_that_is_there_is_only_overwritten_by_force(tmp_path: Path) -> None:
    target = tmp_path / "mine.md"
    target.write_text("my words\n")
    refused = run("import", SEED, "-o", target)
    assert (refused.status, refused.is_one_line) == (2, True)
    assert "--force" in refused.err
    assert target.read_text() == "my words\n"
    assert run("import", SEED, "-o", target, "--force").status == 0
    assert target.read_text().startswith("---\ntitle: La Corea")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n", "is empty"),
        ("a.txt", bytes(range(256)), "binary"),
        ("a.pdf", b"%PDF-1.4 words", "damaged"),
        ("a.html", b"<html><body><a href=/>Home</a></body></html>", "no article"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    source, target = tmp_path / name, tmp_path / "out.md"
    source.write_bytes(data)
    ran = run("import", source, "-o", target)
    assert (ran.status, ran.out, ran.is_one_line) == (2, "", True)
    assert says in ran.err
    assert str(source) in ran.err
    assert not target.exists()


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("http://127.0.0.1:1/", "cannot be fetched"),
        ("ftp://127.0.0.1/x", "only http and https"),
        ("no-such-file.txt", "no such file"),
    ],
)
def test_what_cannot_be_reached_is_one_line(source: str, says: str) -> None:
    ran = run("import", source)
    assert (ran.status, ran.out, ran.is_one_line) == (2, "", True)
    assert says in ran.err


def test_a_missing_page_is_one_line(site: str) -> None:
    ran = run("import", f"{site}/nowhere.html")
    assert (ran.status, ran.is_one_line) == (2, True)
    assert "404" in ran.err


def test_escapes_in_a_text_do_not_reach_the_terminal_through_messages(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("A title\n\nThe words of a text.\n\nLeggi anche: \x1b[31mrosso\n")
    ran = run("import", source)
    assert "left out" in ran.err
    assert "\x1b" not in ran.err


def test_many_lines_left_out_are_counted(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("A title\n\nThe words of a text.\n\n" + "Leggi anche: altro\n\n" * 30)
    assert "30 lines left out (--verbose names them)" in run("import", source).err
    assert run("import", source, "--verbose").err.count("left out: ") == 30


def test_it_says_what_it_wrote_and_warns_where_running_text_was_left_out(tmp_path: Path) -> None:
    sentence = "The harbour has seven boats, and all of them were built in the town itself. "
    aside = "Cookies are small files that a site keeps with you. We use a few of them here. "
    source, target = tmp_path / "a.html", tmp_path / "a.md"
    source.write_text(
        f"<html lang=en><body><article><h1>Boats</h1><p>{sentence * 4}</p></article>"
        f"<footer><p>{aside * 4}</p></footer></body></html>"
    )
    ran = run("import", source, "-o", target)
    written, warned = ran.err.splitlines()
    assert f": 60 words written to {target}; one line left out" in written
    assert "running text was left out: Cookies are small files" in warned


def test_nothing_else_is_shown_where_standard_error_is_no_terminal() -> None:
    ran = spawn("import", ARTICLES / "de-hilfe.txt")
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("front", "holds", "says"),
    [
        (
            'title: "A"\nsource: "https://a.b/c"\nauthor:\n  - "[[Jane Doe]]"',
            "url: https://a.b/c",
            "",
        ),
        ("title: A\nauthor: Jane Doe, Al Fox", "authors: [Jane Doe, Al Fox]", ""),
        ("title: A\ndate: 2024-05-01 10:00", "published: '2024-05-01 10:00'", ""),
        ("title: War: what is it", "title: 'War: what is it'", ""),
        ("title: A\nsummary: All in a few words.", "text: All in a few words.", ""),
        ("title: A\ntags: [x, y]\ndescription: d", "tags:", ""),
        ("title: [a, b]", "", "line 2"),
        ("title: [", "dropped: ['title: [']", "front matter"),
    ],
)
def test_front_matter_of_others_is_read_or_named_and_never_refused(
    tmp_path: Path, front: str, holds: str, says: str
) -> None:
    source = tmp_path / "a.md"
    source.write_text(f"---\n{front}\n---\n\nThe harbour has seven boats in it.\n")
    ran = run("import", source)
    assert (ran.status, holds in ran.out, says in ran.err) == (0, True, True)
    assert "The harbour has seven boats in it." in ran.out


@pytest.mark.parametrize("block", ["\nA line between rules.\n", "note: nothing we know\n"])
def test_what_is_no_front_matter_is_text(tmp_path: Path, block: str) -> None:
    source = tmp_path / "a.md"
    source.write_text(f"---\n{block}---\n\nThe harbour has seven boats in it.\n")
    assert block.strip() in run("print", source).out


def test_an_import_passes_its_own_check(tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "a.md"
    source.write_text(
        "Der Anteil stieg auf 1.234 % und der Preis um 2,5 Euro, sagte sie am Montag.\n"
    )
    assert run("import", source, "-o", target).status == 0
    checked = run("check", target)
    assert (checked.status, checked.err) == (0, "")
