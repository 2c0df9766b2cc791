"""Feeds from scripts and from cron."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest

from briefing.storage._deadlines import TimedHTTP, TimedHTTPS
from tests.cli.run import Ran, run
from tests.feed_server import Answer, FeedServer, feed_server, in_turn, item, leading, rss, sending


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as found:
        yield found


class Library:
    """A library that is asked by commands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def feeds(self, *words: object) -> Ran:
        return run("feeds", *words, "--to", self.folder)

    def listed(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.feeds("list", "--format", "json").out)
        return found


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


def test_without_feeds_an_update_tells_how_to_add_one(library: Library) -> None:
    asked = library.feeds("update")
    assert (asked.status, asked.out) == (0, "")
    assert (
        asked.err == "briefing: there are no feeds yet; add one with: briefing feeds add ADDRESS\n"
    )
    assert library.feeds("update", "--quiet").err == ""


def test_a_feed_is_added_with_what_it_has(server: FeedServer, library: Library) -> None:
    url = server.serve("/feed", rss(item(1), item(2), title="Example News"))
    added = library.feeds("add", url)
    assert added.status == 0
    assert added.out == f"example-news added: {url}\nexample-news: 2 new articles\n"
    (feed,) = library.listed()
    assert {key: feed[key] for key in ("name", "title", "url", "site", "text", "articles")} == {
        "name": "example-news",
        "title": "Example News",
        "url": url,
        "site": "https://example.org/",
        "text": "feed",
        "articles": 2,
    }
    assert "«Item 1»" in run("list", library.folder).out
    assert library.feeds("add", url).out == "example-news is here already\n"


def test_a_site_names_its_feeds_and_the_first_one_is_taken(
    server: FeedServer, library: Library
) -> None:
    links = "".join(
        f"<link rel='alternate' type='application/rss+xml' href='{path}'>" for path in ("/a", "b")
    )
    page = f"<!doctype html><head><title>Site</title>{links}</head>".encode()
    site = server.serve("/site", sending(page, Content_Type="text/html"))
    url = server.serve("/a", rss(item(1)))
    added = library.feeds("add", site)
    assert added.out.startswith(f"news added: {url}\n")
    assert server.url("/b") in added.err


@pytest.mark.parametrize("scheme", ["", "feed://", "feed:"])
def test_an_address_without_a_scheme_is_asked_by_https_and_then_by_http(
    scheme: str, server: FeedServer, library: Library
) -> None:
    url = server.serve("/feed", rss(item(1)))
    bare = url.removeprefix("http://")
    added = library.feeds("add", f"{scheme}{bare}")
    assert added.out == f"news added: {url}\nnews: one new article\n"
    assert added.err == f"briefing: https://{bare}: there is no answer; {url} is asked\n"
    assert library.feeds("add", bare).out == "news is here already\n"


def test_an_address_without_a_scheme_that_nobody_answers_is_one_line(library: Library) -> None:
    added = library.feeds("add", "127.0.0.1:1/feed")
    assert (added.status, added.err.count("\n")) == (2, 1)
    assert added.err.startswith("briefing: https://127.0.0.1:1/feed: cannot be fetched")


def test_a_bad_certificate_is_never_answered_by_asking_without_one(
    monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    def refuse(*_args: object, **_words: object) -> None:
        raise URLError(ssl.SSLCertVerificationError("certificate has expired"))

    monkeypatch.setattr(TimedHTTPS, "https_open", refuse)
    monkeypatch.setattr(TimedHTTP, "http_open", lambda *_args: pytest.fail("asked by http"))
    added = library.feeds("add", "example.org/feed")
    assert (added.status, added.err.count("\n")) == (2, 1)
    assert "https://example.org/feed: cannot be fetched" in added.err


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (sending(b"", 429, Retry_After="7200"), "429 Too Many Requests; it asks to wait for 120"),
        (sending(b"", 503, Retry_After="1"), "503 Service Unavailable; it asks to wait for a min"),
        (sending(b"", 410), "410 Gone; it is gone for good"),
    ],
)
def test_what_a_server_refuses_is_told_with_what_it_says_of_later(
    answer: Answer, words: str, server: FeedServer, library: Library
) -> None:
    assert words in library.feeds("add", server.serve("/feed", answer)).err


def test_a_site_without_feeds_is_one_line(server: FeedServer, library: Library) -> None:
    page = sending(b"<!doctype html><p>Words", Content_Type="text/html")
    added = library.feeds("add", server.serve("/site", page))
    assert (added.status, added.err.count("\n")) == (2, 1)
    assert "names no feed" in added.err
    assert not library.folder.exists()


def test_cron_learns_by_the_status_whether_a_feed_has_a_fault(
    server: FeedServer, library: Library
) -> None:
    answers: list[Answer | bytes] = [rss(item(1)), rss(item(1), item(2)), sending(b"", 500)]
    library.feeds("add", server.serve("/feed", in_turn(answers)))
    well, bad, later = (library.feeds("update") for _ in range(3))
    assert (well.status, well.out) == (0, "news: one new article\n")
    assert (bad.status, bad.out) == (1, "")
    assert "500" in bad.err
    assert "asked again after" in bad.err
    assert (later.status, later.out) == (0, "")
    assert "not asked" in later.err
    assert library.feeds("update", "news").status == 1


def test_cron_hears_of_news_and_of_faults_once_where_it_asks_for_quiet(
    server: FeedServer, library: Library
) -> None:
    for name in ("calm", "full", "bad"):
        library.feeds("add", server.serve(f"/{name}", rss(item(name), title=name)))
    server.serve("/full", rss(item("full"), item(2)))
    server.serve("/bad", sending(b"", 500))
    server.serve("/calm", leading(server.serve("/calmer", rss(item("calm"))), 301))
    first, second = (library.feeds("update", "--quiet") for _ in range(2))
    assert (first.status, first.err.count("\n")) == (1, 2)
    assert sorted(first.out.splitlines()) == ["calm: nothing new", "full: one new article"]
    assert "moved for good" in first.err
    assert (second.status, second.out, second.err) == (0, "", "")


def test_the_list_counts_what_is_there_and_tells_since_when_a_feed_fails(
    server: FeedServer, library: Library
) -> None:
    assert "feeds add" in library.feeds("list").err
    answers: list[Answer | bytes] = [rss(item(1), item(2)), sending(b"", 500)]
    library.feeds("add", server.serve("/feed", in_turn(answers)))
    next(library.folder.rglob("*.md")).unlink()
    assert library.listed()[0]["articles"] == 1
    library.feeds("update")
    listed = library.feeds("list").out
    assert listed.startswith("news  one article  ")
    assert "; since 20" in listed
    assert "asked again after" in listed


def test_a_feed_that_moved_is_told_and_remembered(server: FeedServer, library: Library) -> None:
    new = server.serve("/new", rss(item(1)))
    added = library.feeds("add", server.serve("/old", leading(new, 301)))
    assert "moved for good" in added.err
    assert [feed["url"] for feed in library.listed()] == [new]


def test_lists_of_feeds_go_to_other_readers_and_come_back(
    server: FeedServer, library: Library, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        library.feeds("add", server.serve(f"/{name}", rss(item(name), title=f"Feed & {name}")))
    library.feeds("import", _foldered(tmp_path / "other.opml"))
    library.feeds("remove", "gone")
    opml = tmp_path / "feeds.opml"
    assert library.feeds("export", "-o", opml).status == 0
    other = Library(tmp_path / "other")
    assert other.feeds("import", opml).out == "3 feeds added\n"
    assert other.feeds("import", opml).out == "0 feeds added\n3 were here already\n"
    keys = ("name", "title", "url", "site", "folders")
    assert [[feed[key] for key in keys] for feed in other.listed()] == [
        [feed[key] for key in keys] for feed in library.listed()
    ]
    assert [feed["folders"] for feed in other.listed()] == [[], [], ["A/B & C", "d"]]
    assert other.feeds("update", "feed-one", "feed-two").status == 0
    assert [feed["articles"] for feed in other.listed()] == [1, 1, 0]


def _foldered(opml: Path) -> Path:
    """A list with a folder inside another; one feed in it stands outside, too."""
    kept = "<outline text='Kept' xmlUrl='http://kept.invalid/'/>"
    gone = "<outline text='Gone' xmlUrl='http://gone.invalid/'/>"
    inner = f"<outline text='A/B &amp; C'><outline text='d'>{kept}{gone}</outline></outline>"
    opml.write_text(f"<opml version='2.0'><body>{inner}{kept}</body></opml>")
    return opml


def test_the_lists_of_other_readers_are_read(library: Library, tmp_path: Path) -> None:
    opml = tmp_path / "theirs.opml"
    opml.write_text(
        "<?xml version='1.0'?><opml version='1.0'><head/><body><outline text='Folder'>"
        "<outline text='R&D &amp; more' xmlURL='https://a.org/feed'/></outline>"
        "<outline text='No address'/><outline title='B' xmlUrl='https://b.org/x?a=1&b=2'/>"
        "<outline title='B' xmlUrl='https://b.org/y'/></body></opml>"
    )
    assert library.feeds("import", opml).out == "3 feeds added\n"
    assert [feed["name"] for feed in library.listed()] == ["b", "b-2", "r-d-more"]


@pytest.mark.parametrize("words", ["<html></html>", "", "<opml", "<opml><body/></opml>", "{}"])
def test_what_is_no_list_of_feeds_is_one_line(words: str, library: Library, tmp_path: Path) -> None:
    opml = tmp_path / "bad.opml"
    opml.write_text(words)
    ran = library.feeds("import", opml)
    assert (ran.status, ran.err.count("\n")) == (2, 1)


def test_a_feed_is_asked_no_more_and_its_articles_stay(
    server: FeedServer, library: Library
) -> None:
    library.feeds("add", server.serve("/feed", rss(item(1))), "--name", "Mine")
    assert library.feeds("remove", "nobody").status == 2
    assert library.feeds("remove", "mine").status == 0
    assert not library.listed()
    assert "«Item 1»" in run("list", library.folder).out
    library.feeds("add", server.url("/feed"), "--name", "Mine")
    assert len(list(library.folder.rglob("*.md"))) == 1
