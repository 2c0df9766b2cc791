"""Lists of feeds, as real programs and people write them."""

from __future__ import annotations

import pytest

from briefing.model.feed import FeedSource
from briefing.parsing.opml import parse_opml, render_opml


def opml(outlines: str) -> str:
    return f"<opml version='2.0'><body>{outlines}</body></opml>"


CAFE = opml("<outline text='Café' xmlUrl='https://a.org/?x=1&amp;y=2'/>")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(CAFE.encode("utf-8"), id="utf-8"),
        pytest.param(CAFE.encode("utf-16"), id="utf-16"),
        pytest.param(CAFE.encode("cp1252"), id="undeclared"),
        pytest.param(
            f"<?xml version='1.0' encoding='iso-8859-1'?>{CAFE}".encode("cp1252"), id="declared"
        ),
        pytest.param(f"\ufeff\n<?xml version='1.0'?>{CAFE}".encode(), id="after a blank line"),
        pytest.param(CAFE.replace("&amp;", "&").encode(), id="bare ampersand"),
        pytest.param(CAFE.replace("é", "&eacute;").encode(), id="name of HTML"),
        pytest.param(CAFE.replace("é", "é\x0b").encode(), id="control"),
        pytest.param(CAFE.replace("xmlUrl", "XMLURL").encode(), id="capitals"),
        pytest.param(
            CAFE.replace("<opml", "<opml xmlns='http://opml.org/spec2'").encode(), id="namespace"
        ),
    ],
)
def test_a_list_is_read_however_it_was_written(data: bytes) -> None:
    (feed,) = parse_opml(data, "list").feeds
    assert (feed.title, feed.url) == ("Café", "https://a.org/?x=1&y=2")


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("feed://a.org/x", "http://a.org/x"),
        ("feed:https://a.org/x", "https://a.org/x"),
        (" https://a.org/x\n", "https://a.org/x"),
    ],
)
def test_addresses_for_readers_of_feeds_are_those_of_the_web(given: str, url: str) -> None:
    listed = parse_opml(opml(f"<outline xmlUrl='{given}'/>").encode(), "list")
    assert [feed.url for feed in listed.feeds] == [url]


def test_what_is_no_feed_of_the_web_is_named() -> None:
    outlines = (
        "<outline text='Mine' xmlUrl='|~/fetch.py'/><outline text='New' xmlUrl='vfolder'>"
        "<outline rule='unread'/></outline><outline text='News' xmlUrl='https://a.org/'/>"
    )
    listed = parse_opml(opml(outlines).encode(), "list")
    assert listed.strange == ("|~/fetch.py", "vfolder")
    assert [feed.folders for feed in listed.feeds] == [()]


def test_nothing_is_lost_on_the_way_to_another_reader_and_back() -> None:
    feeds = tuple(
        FeedSource(title, f"https://a.org/{number}?a=1&b='2'", title, "https://a.org/", folders=way)
        for number, (title, way) in enumerate(
            [
                ("Wheat & rye < 5", ()),
                ("“Prices”", ("World",)),
                ("港", ("World", "Asia & Pacific")),
                ("Last", ()),
                ("Late", ("World",)),
            ]
        )
    )
    again = parse_opml(render_opml(feeds, "Sun, 29 Nov 2026 13:00:00 +0000").encode(), "list").feeds
    assert set(again) == set(feeds)
