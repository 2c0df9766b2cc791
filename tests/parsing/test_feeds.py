"""Feeds of every kind, and those that are broken as real ones are."""

from __future__ import annotations

from html import escape

import pytest

from briefing.model.errors import InputError
from briefing.model.feed import FeedContent, Item
from briefing.parsing.feeds import parse_feed

BASE = "https://example.org/news/feed.xml"


def rss(items: str, head: str = "<title>News</title><link>/</link>") -> bytes:
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel>{head}{items}</channel></rss>".encode()
    )


def read(data: bytes, charset: str | None = None) -> FeedContent:
    return parse_feed(data, "feed", BASE, charset)


def item(data: bytes) -> Item:
    (found,) = read(data).items
    return found


def test_rss_gives_title_text_date_and_whole_addresses() -> None:
    content = read(
        rss(
            "<item><title>A &lt;b&gt;bold&lt;/b&gt; claim: 5 &amp;lt; 6</title><guid>g1</guid>"
            "<link>/a?b=1</link><pubDate>Mon, 06 Sep 2021 16:45:00 +0200</pubDate>"
            "<author>ada@example.org (Ada)</author>"
            "<description>&lt;p&gt;See &lt;a href='more'&gt;more&lt;/a&gt;&lt;/p&gt;</description>"
            "<enclosure url='talk.mp3' type='audio/mpeg' length='1'/></item>"
        )
    )
    assert (content.title, content.site, content.is_whole) == ("News", "https://example.org/", True)
    (found,) = content.items
    assert found.title == "A bold claim: 5 < 6"
    assert found.guid == "g1"
    assert found.link == "https://example.org/a?b=1"
    assert found.published == "2021-09-06T14:45:00Z"
    assert found.html == '<p>See <a href="https://example.org/news/more">more</a></p>'
    assert found.authors == ("Ada",)
    assert found.media == ("https://example.org/news/talk.mp3",)


def test_atom_gives_its_content_before_its_summary() -> None:
    found = item(
        b"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'><title>T</title><entry>"
        b"<id>urn:1</id><title type='html'>A &amp;amp; B</title><link href='x.html'/>"
        b"<summary>short</summary><published>2024-01-01T10:00:00+02:00</published>"
        b"<updated>2024-01-02T00:00:00Z</updated><content type='html'>&lt;p&gt;All of it.&lt;/p&gt;"
        b"</content></entry></feed>"
    )
    assert found.html == "<p>All of it.</p>"
    assert found.title == "A & B"
    assert (found.published, found.updated) == ("2024-01-01T08:00:00Z", "2024-01-02T00:00:00Z")
    assert found.language == "de"


def test_rdf_is_read() -> None:
    found = item(
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        b"xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        b"<channel rdf:about='c'><title>T</title></channel><item rdf:about='i'><title>One</title>"
        b"<link>https://example.org/1</link><dc:date>2024-05-01</dc:date></item></rdf:RDF>"
    )
    assert (found.title, found.updated) == ("One", "2024-05-01T00:00:00Z")


@pytest.mark.parametrize("version", ["0.91", "0.92", "2.0"])
def test_old_rss_is_read(version: str) -> None:
    data = rss("<item><title>One</title><link>https://example.org/1</link></item>")
    assert item(data.replace(b"version='2.0'", f"version='{version}'".encode())).title == "One"


def test_json_feed_gives_text_as_paragraphs() -> None:
    found = item(
        b'{"version": "https://jsonfeed.org/version/1.1", "language": "it", "items": [{"id": 7,'
        b' "url": "/a", "title": "T", "content_text": "One\\n\\nTwo <x>",'
        b' "date_published": "2024-01-01T10:00:00+02:00", "authors": [{"name": "N"}],'
        b' "attachments": [{"url": "a.mp3"}]}]}'
    )
    assert found.html == "<p>One</p><p>Two &lt;x&gt;</p>"
    assert (found.guid, found.language, found.authors) == ("7", "it", ("N",))
    assert found.published == "2024-01-01T08:00:00Z"
    assert found.media == ("https://example.org/news/a.mp3",)


BROKEN = [
    pytest.param(
        rss("<item><title>AT&T & you</title></item>"), None, "AT&T & you", id="bare ampersands"
    ),
    pytest.param(
        rss("<item><title><![CDATA[R&D]]></title></item>"), None, "R&D", id="marks of CDATA"
    ),
    pytest.param(
        rss("<item><title>café</title></item>").decode().encode("latin-1"),
        "utf-8",
        "café",
        id="wrong charset",
    ),
    pytest.param(
        rss("<item><title>a&#27;[31mred&#11;b</title></item>"), None, "ared b", id="escapes"
    ),
    pytest.param(b"\n\n" + rss("<item><title>x</title></item>"), None, "x", id="blank lines first"),
]


@pytest.mark.parametrize(("data", "charset", "title"), BROKEN)
def test_what_can_be_read_of_a_broken_feed_is_read(
    data: bytes, charset: str | None, title: str
) -> None:
    (found,) = read(data, charset).items
    assert found.title == title


def test_the_last_item_of_a_feed_that_breaks_off_waits_for_the_next_time() -> None:
    data = rss("<item><title>1</title></item><item><title>2</title><description>half a sen")
    content = read(data[: data.rindex(b"</channel>")])
    assert [each.title for each in content.items] == ["1"]
    assert not content.is_whole


@pytest.mark.parametrize(
    ("reference", "title"),
    [
        ("&#55357;&#56832;", "😀"),
        ("&#xD83D;&#xde00;", "😀"),
        ("&amp;#55357;&amp;#56832;", "😀"),
        ("&#8217;&#55357;&#56832;&#55357;&#56832;", "’😀😀"),
        ("&#xD800;", "\ufffd"),
        ("&#0;", "\ufffd"),
        ("&#x110000;", "\ufffd"),
        ("&#99999999999;", "\ufffd"),
        ("&#128;", "€"),
    ],
)
def test_references_to_no_character_cost_one_character(reference: str, title: str) -> None:
    data = rss(f"<item><title>a{reference}</title></item>")
    assert item(data).title == f"a{title}"


def test_halves_of_characters_in_json_cost_one_character() -> None:
    data = (
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", '
        b'"title": "\\ud83d\\ude00 \\ud83d", "content_text": "\\udc00"}]}'
    )
    found = item(data)
    assert (found.title, found.html) == ("😀 \ufffd", "<p>\ufffd</p>")


def test_raised_numbers_of_a_headline_stay_apart() -> None:
    title = escape("10<sup>6</sup> m<SUP class='x'>2</SUP> of CO<sub>2</sub>", quote=False)
    assert item(rss(f"<item><title>{title}</title></item>")).title == "10⁶ m² of CO₂"


def test_an_item_that_is_whole_is_taken_where_a_feed_breaks_off_behind_it() -> None:
    data = rss("<item><title>One</title></item><item><title>Two</title></item>")
    content = read(data.removesuffix(b"</rss>"))
    assert [found.title for found in content.items] == ["One", "Two"]
    assert not content.is_whole


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Seg, 24 Set 2018 19:22:00 -0300", "2018-09-24T22:22:00Z"),
        ("lun, 02 gen 2023 08:00:00 GMT", "2023-01-02T08:00:00Z"),
        ("Mi., 6. M&#228;rz 2024 09:30:15 +01:00", "2024-03-06T08:30:15Z"),
        ("15 de agosto de 2019", "2019-08-15T00:00:00Z"),
        ("jeu., 11 juil. 2024 10:00", "2024-07-11T10:00:00Z"),
        ("11 jui 2024", None),  # juin, or juillet
        ("32 maggio 2024", None),
    ],
)
def test_months_of_other_languages_are_read(date: str, published: str | None) -> None:
    assert (
        item(rss(f"<item><title>T</title><pubDate>{date}</pubDate></item>")).published == published
    )


def test_dates_that_cannot_be_read_are_none() -> None:
    data = rss("<item><title>1</title><pubDate>some day soon</pubDate></item>")
    assert item(data).published is None


def test_a_guid_stays_as_it_is_wherever_the_feed_moves() -> None:
    data = rss("<item><title>1</title><guid>g1</guid></item>")
    (here,), (there,) = read(data).items, parse_feed(data, "f", "https://other.org/").items
    assert (here.guid, here.link, here.html) == (there.guid, there.link, there.html)
    assert (here.guid, here.link) == ("g1", None)


NO_FEEDS = [
    (b"", "is empty"),
    (b"  \n", "is empty"),
    (b"<!doctype html><html><body>Hi</body></html>", "is a web page"),
    (b"just words", "is no feed"),
    (b'{"a": 1}', "is JSON, but no feed"),
    (b'{"a": ' * 100_000, "its JSON cannot be read"),
    (b"<rss version='2.0'>" + b"<a>" * 300_000, "is no feed"),
    (b"<rss version='2.0'><channel>" + b"<" * 1_000_000, "is no feed"),
]


@pytest.mark.parametrize(("data", "what"), NO_FEEDS)
def test_what_is_no_feed_is_one_line(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_entities_of_strangers_are_not_opened() -> None:
    declared = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 8))
    data = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">{declared}]>'.encode()
    found = item(data + rss("<item><title>&a7;</title></item>").partition(b"?>")[2])
    assert len(found.title) <= 500
    secret = b"<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    found = item(secret + rss("<item><title>&x;</title></item>").partition(b"?>")[2])
    assert "root" not in found.title
