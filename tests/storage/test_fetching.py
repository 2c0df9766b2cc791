from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from briefing.model.errors import InputError
from briefing.storage import _reach
from briefing.storage.fetching import Limits, fetch, is_url

QUICK = Limits(silence=0.5, seconds=1.5, size=10_000, redirects=3)


class Handler(BaseHTTPRequestHandler):
    """Answers as well or badly as its path says."""

    def do_GET(self) -> None:
        answer = ANSWERS.get(self.path.split("?")[0])
        if answer is None:
            self.send_error(404)
        else:
            answer(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        pass

    def send(
        self, body: bytes, kind: str | None = "text/html; charset=utf-8", **headers: str
    ) -> None:
        self.send_response(200)
        if kind is not None:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def lead(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def wait(self) -> None:
        """Send nothing."""
        STOP.wait(3)

    def drip(self) -> None:
        """Send a byte now and then, for ever."""
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.trickle()

    def drip_head(self) -> None:
        """Send a header that never ends."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Long: ")
        self.trickle()

    def drip_size(self) -> None:
        """Send the size of a chunk that never ends."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n")
        self.wfile.write(b"Transfer-Encoding: chunked\r\n\r\n")
        self.trickle(b"0")

    def trickle(self, byte: bytes = b"x") -> None:
        while not STOP.wait(0.1):
            try:
                self.wfile.write(byte)
            except OSError:
                return

    def break_off(self) -> None:
        """Send half a chunk."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n")
        self.wfile.write(b"Transfer-Encoding: chunked\r\n\r\nff\r\nhalf")
        self.close_connection = True


STOP = threading.Event()
INSIDE: list[str] = []
"""Where ``/inside`` leads to."""
PAGE = "<p>Città</p>".encode()
BOMB = gzip.compress(b"0" * 9_000_000)
"""Made before anybody waits for it."""
ANSWERS: dict[str, Callable[[Handler], None]] = {
    "/page": lambda h: h.send(PAGE),
    "/latin": lambda h: h.send("Città".encode("latin-1"), "text/plain; charset=ISO-8859-1"),
    "/bare": lambda h: h.send(PAGE, None),
    "/moved": lambda h: h.lead("/page?token=secret"),
    "/citt%C3%A0": lambda h: h.send(PAGE),
    "/loop": lambda h: h.lead("/loop"),
    "/file": lambda h: h.lead("file:///etc/passwd"),
    "/ftp": lambda h: h.lead("ftp://127.0.0.1/x"),
    "/javascript": lambda h: h.lead("javascript:alert(1)"),
    "/picture": lambda h: h.send(b"\x89PNG", "image/png"),
    "/large": lambda h: h.send(b"x" * 20_000),
    "/boasting": lambda h: h.send(b"x", Content_Length="99999999999"),
    "/short": lambda h: h.send(b"x", Content_Length="500"),
    "/drip": lambda h: h.drip(),
    "/drip-head": lambda h: h.drip_head(),
    "/drip-size": lambda h: h.drip_size(),
    "/silent": lambda h: h.wait(),
    "/gzip": lambda h: h.send(gzip.compress(PAGE), Content_Encoding="gzip"),
    "/deflate": lambda h: h.send(zlib.compress(PAGE), Content_Encoding="deflate"),
    "/bomb": lambda h: h.send(BOMB, Content_Encoding="gzip"),
    "/parts": lambda h: h.send(
        gzip.compress(PAGE[:5]) + gzip.compress(PAGE[5:]), Content_Encoding="gzip"
    ),
    "/padded": lambda h: h.send(gzip.compress(PAGE) + b"\0" * 512, Content_Encoding="gzip"),
    "/cut-gzip": lambda h: h.send(gzip.compress(PAGE * 50)[:-9], Content_Encoding="gzip"),
    "/cut-deflate": lambda h: h.send(zlib.compress(PAGE * 50)[:-5], Content_Encoding="deflate"),
    "/cut-chunks": lambda h: h.break_off(),
    "/inside": lambda h: h.lead(INSIDE.pop()),
    "/torn": lambda h: h.send(b"no zip at all", Content_Encoding="gzip"),
    "/brotli": lambda h: h.send(b"x", Content_Encoding="br"),
}


@dataclass(frozen=True, slots=True)
class Site:
    """A server on this machine."""

    address: str

    def __truediv__(self, path: str) -> str:
        return f"{self.address}/{path}"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    STOP.clear()
    server = ThreadingHTTPServer(("0.0.0.0", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield Site(f"http://127.0.0.1:{server.server_port}")
    STOP.set()
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_comes_with_what_the_server_says_of_it(site: Site) -> None:
    page = fetch(site / "page", QUICK)
    assert (page.data, page.media_type, page.charset) == (PAGE, "text/html", "utf-8")
    latin = fetch(site / "latin", QUICK)
    assert (latin.media_type, latin.charset) == ("text/plain", "iso-8859-1")
    assert fetch(site / "bare", QUICK).media_type is None


def test_redirects_are_followed_and_the_first_address_is_kept(site: Site) -> None:
    page = fetch(site / "moved", QUICK)
    assert page.url == site / "moved"
    assert page.found_at == site / "page?token=secret"


def test_addresses_may_have_letters_beyond_ascii_and_fragments(site: Site) -> None:
    assert fetch(site / "città#part", QUICK).data == PAGE
    assert fetch(site / "page?q=à b", QUICK).data == PAGE


@pytest.mark.parametrize("packed", ["gzip", "deflate", "parts", "padded"])
def test_a_server_that_packs_unasked_is_understood(site: Site, packed: str) -> None:
    assert fetch(site / packed, QUICK).data == PAGE


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("nowhere", "the server answers 404 Not Found"),
        ("loop", "redirects too often"),
        ("file", "file"),
        ("ftp", "only http and https"),
        ("javascript", "javascript"),
        ("picture", "not a text but image/png"),
        ("large", "larger than 9 KB"),
        ("boasting", "larger than 9 KB"),
        ("bomb", "larger than 9 KB"),
        ("short", "breaks off"),
        ("torn", "damaged"),
        ("cut-gzip", "breaks off"),
        ("cut-deflate", "breaks off"),
        ("cut-chunks", "breaks off"),
        ("brotli", "packed as br"),
        ("silent", "does not answer"),
        ("drip", "has not all arrived"),
    ],
)
def test_a_bad_answer_is_one_clear_line(site: Site, path: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(site / path, QUICK)
    assert says in str(caught.value)
    assert str(caught.value).startswith(site / path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/x",
        "data://text",
        "http://",
        "http:///x",
        "http://[::1",
        "http://a:port/",
        "http://user:secret@example.org/",
        "http://user:se/cret@example.org/",
        "ftp://user:secret@example.org/",
        "http://user:secret@[::1/",
        "http://" + "é" * 300 + ".org/",
    ],
)
def test_what_is_no_address_of_the_web_is_never_asked_for(address: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(address, QUICK)
    assert not any(part in str(caught.value) for part in ("secret", "se/cret", "user"))


@pytest.fixture
def public(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The server under a name that counts as one of the public internet."""
    resolve, is_public = socket.getaddrinfo, _reach.is_public

    def getaddrinfo(host: str, *args: Any, **options: Any) -> Any:
        return resolve("127.0.0.2" if host == "public.test" else host, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(_reach, "is_public", lambda one: one == "127.0.0.2" or is_public(one))
    return Site(site.address.replace("127.0.0.1", "public.test"))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "[fe80::1]",
        "0.0.0.0",
    ],
)
def test_a_public_page_does_not_lead_inside(public: Site, host: str) -> None:
    INSIDE.append(f"http://user:secret@{host}/latest" if host == "10.0.0.1" else f"http://{host}/")
    with pytest.raises(InputError) as caught:
        fetch(public / "inside", QUICK)
    assert "redirects to" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert not INSIDE


def test_a_page_inside_that_the_user_named_may_lead_to_another(site: Site) -> None:
    INSIDE.append(f"{site.address.replace('127.0.0.1', 'localhost')}/page")
    assert fetch(site / "inside", QUICK).data == PAGE


def test_a_public_page_may_lead_to_itself(public: Site) -> None:
    assert fetch(public / "moved", QUICK).data == PAGE


@pytest.mark.parametrize(
    ("path", "limit"),
    [("silent", "0.5"), ("drip-head", "0.5"), ("drip", "1.5"), ("drip-size", "1.5")],
)
def test_the_limit_that_was_met_is_the_one_that_is_named(site: Site, path: str, limit: str) -> None:
    with pytest.raises(InputError, match=f" {limit} seconds"):
        fetch(site / path, QUICK)


def test_a_closed_port_is_one_clear_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(InputError, match="cannot be fetched"):
        fetch(f"http://127.0.0.1:{port}/", QUICK)


def test_what_is_received_is_told_on_the_way(site: Site) -> None:
    told: list[tuple[int, int | None]] = []
    fetch(site / "page", QUICK, lambda got, expected: told.append((got, expected)))
    assert told[-1] == (len(PAGE), len(PAGE))


@pytest.mark.parametrize(
    ("word", "expected"),
    [("https://a.b/c", True), ("a.html", False), ("./http://x", False), ("/x://y", False)],
)
def test_files_are_not_taken_for_addresses(word: str, expected: bool) -> None:
    assert is_url(word) is expected
