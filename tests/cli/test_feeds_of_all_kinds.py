"""Feeds of every kind, imported as one list from another reader: nothing of an item is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest
import yaml

from briefing.parsing.feeds import parse_feed
from briefing.parsing.front_matter import read_front_matter
from briefing.parsing.reading import open_document
from tests.cli.run import run
from tests.feed_server import feed_server, sending

CASES = Path(__file__).parents[1] / "cases" / "feeds"
TRUTH: dict[str, dict[str, Any]] = yaml.safe_load((CASES / "truth.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("kinds")
    with feed_server() as server:
        outlines = []
        for name, truth in TRUTH.items():
            data = (CASES / name).read_text("utf-8").encode(truth.get("encoding", "utf-8"))
            kind = "application/feed+json" if name.endswith("json") else "application/xml"
            url = server.serve(f"/{name}", sending(data, Content_Type=kind))
            outlines.append(f"<outline text={quoteattr(name)} xmlUrl={quoteattr(url)}/>")
        opml = folder / "feeds.opml"
        body = f"<outline text='a folder'>{''.join(outlines)}</outline>"
        opml.write_text(f"<opml version='2.0'><head/><body>{body}</body></opml>", "utf-8")
        library = folder / "library"
        assert run("feeds", "import", opml, "--to", library).status == 0
        updated = run("feeds", "update", "--to", library)
        assert (updated.status, updated.err) == (0, "")
        assert run("feeds", "update", "--to", library).out.count("nothing new") == len(TRUTH)
        yield library


def test_there_are_forty_kinds_and_one_article_an_item(library: Path) -> None:
    assert len(TRUTH) >= 40
    assert {path.name for path in CASES.iterdir()} == {"truth.yaml", *TRUTH}
    assert len(list(library.rglob("*.md"))) == sum(len(one["items"]) for one in TRUTH.values())


@pytest.mark.parametrize("name", TRUTH)
def test_every_item_has_what_the_file_says(name: str, library: Path) -> None:
    feed = library / name.replace(".", "-")
    found = {}
    for path in feed.glob("*.md"):
        source = path.read_text("utf-8")
        facts = read_front_matter(source, str(path)).front_matter
        title, *lines = open_document(source, name=path.stem).article().text.split("\n")
        assert title == facts.title
        found[tuple(lines)] = (facts, source)
    for item in TRUTH[name]["items"]:
        facts, source = found.pop(tuple(item["text"]))
        assert facts.title == (item["title"] or facts.title)
        assert facts.title
        assert facts.source["url"].startswith(item["url"] or "http://127.0.0.1")
        assert item["url"] in (facts.source["url"], None)
        assert facts.published == item.get("published")
        assert facts.updated == item.get("updated")
        assert list(facts.authors) == item.get("authors", [])
        assert facts.language == item.get("language", facts.language)
        assert all(f"<{link}>" in source for link in item.get("links", ()))
    assert not found


@pytest.mark.parametrize("name", [name for name, truth in TRUTH.items() if "site" in truth])
def test_a_feed_is_called_what_it_calls_itself(name: str) -> None:
    truth = TRUTH[name]
    data = (CASES / name).read_text("utf-8").encode(truth.get("encoding", "utf-8"))
    assert parse_feed(data, name, "https://example.org/").title == truth["site"]


def test_what_has_no_headline_is_called_by_its_first_words(library: Path) -> None:
    (path,) = (library / "rss-no-titles-xml").glob("*.md")
    assert "title: Snow again in the valley.\n" in path.read_text("utf-8")
