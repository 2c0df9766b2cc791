"""A server out there leads to nothing inside, whatever its names resolve to a moment later."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from briefing.model.errors import InputError
from briefing.storage import _reach
from briefing.storage.feed_servers import FeedServers
from briefing.storage.fetching import Limits, fetch
from tests.feed_server import FeedServer, feed_server, leading, sending

OUTSIDE, INSIDE = "127.0.0.2", "127.0.0.1"
"""Addresses of this machine; the first one counts as public here."""
QUICK = Limits(silence=2, seconds=4, size=10_000, redirects=3)
PAGE = sending(b"<p>Words.</p>", Content_Type="text/html")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere this machine has one loopback address"
)


class Names:
    """What names resolve to, each time that somebody asks; the last answer stays."""

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}
        self.resolve = socket.getaddrinfo

    def __call__(self, host: str, *args: Any, **options: Any) -> Any:
        answers = self.known.get(host, [host])
        address = answers.pop(0) if len(answers) > 1 else answers[0]
        return self.resolve(address, *args, **options)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    found, is_public = Names(), _reach.is_public
    monkeypatch.setattr(socket, "getaddrinfo", found)
    monkeypatch.setattr(_reach, "is_public", lambda one: one == OUTSIDE or is_public(one))
    return found


@pytest.fixture
def server() -> Iterator[FeedServer]:
    """Answers at all addresses of this machine."""
    with feed_server("0.0.0.0") as found:
        yield found


def at(server: FeedServer, host: str, path: str) -> str:
    return server.url(path).replace("0.0.0.0", host)


@pytest.mark.parametrize(
    ("leads_to", "resolves"),
    [
        ("other.test", {"other.test": [OUTSIDE, INSIDE]}),
        ("first.test", {"first.test": [OUTSIDE, INSIDE]}),
        (INSIDE, {"first.test": [OUTSIDE, INSIDE]}),
        ("127%2e0.0.1", {}),
    ],
    ids=["another name", "its own name", "a name that was outside", "an address in disguise"],
)
def test_a_name_that_leads_inside_once_it_was_looked_up_is_asked_nothing(
    leads_to: str, resolves: dict[str, list[str]], names: Names, server: FeedServer
) -> None:
    names.known = {"first.test": [OUTSIDE], **resolves}
    server.serve("/first", leading(at(server, leads_to, "/second")))
    server.serve("/second", PAGE)
    with pytest.raises(InputError, match=r"redirects to .*, which is on this computer"):
        fetch(at(server, "first.test", "/first"), QUICK)
    assert server.asked == {"/first": 1}


@pytest.mark.parametrize("page", ["page.test", "feed.test"])
def test_a_page_that_a_feed_names_is_not_sought_inside(
    page: str, names: Names, server: FeedServer
) -> None:
    names.known = {"feed.test": [OUTSIDE, INSIDE], "page.test": [OUTSIDE, INSIDE]}
    feed = at(server, "feed.test", "/feed")
    server.serve("/feed", b"<rss/>")
    server.serve("/page", PAGE)
    servers = FeedServers(QUICK)
    servers.fetch(feed)
    with pytest.raises(InputError, match=r"names .*, which is on this computer"):
        servers.page(at(server, page, "/page"), feed)
    assert server.asked == {"/feed": 1}


def test_one_page_inside_leads_to_another(names: Names, server: FeedServer) -> None:
    names.known = {"first.test": [INSIDE], "other.test": [INSIDE]}
    server.serve("/first", leading(at(server, "other.test", "/second")))
    server.serve("/second", PAGE)
    assert fetch(at(server, "first.test", "/first"), QUICK).data


def test_a_proxy_may_be_inside(
    names: Names, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    names.known = {"first.test": [OUTSIDE], "other.test": [OUTSIDE]}
    monkeypatch.setenv("http_proxy", at(server, INSIDE, ""))
    monkeypatch.delenv("no_proxy", raising=False)
    server.serve("http://first.test/page", leading("http://other.test/page"))
    server.serve("http://other.test/page", PAGE)
    assert fetch("http://first.test/page", QUICK).data
    server.serve("http://first.test/inside", leading(f"http://{INSIDE}/"))
    with pytest.raises(InputError, match="which is on this computer"):
        fetch("http://first.test/inside", QUICK)
