"""A server of feeds on the loopback address that answers as well or as badly as its paths say."""

from __future__ import annotations

import gzip
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RSS = "application/rss+xml; charset=utf-8"


def rss(*items: str, title: str = "News") -> bytes:
    head = f"<title>{title}</title><link>https://example.org/</link>"
    body = f"<rss version='2.0'><channel>{head}{''.join(items)}</channel></rss>"
    return f"<?xml version='1.0' encoding='utf-8'?>{body}".encode()


def item(
    key: int | str,
    *,
    guid: str | None = "",
    title: str | None = None,
    link: str | None = None,
    text: str | None = None,
    date: str = "Mon, 06 Sep 2021 16:45:00 GMT",
) -> str:
    """An item that is told apart by a key, unless something else is said."""
    said = f"guid-{key}" if guid == "" else guid
    parts = [
        f"<title>{title or f'Item {key}'}</title>",
        f"<link>{link or f'https://example.org/{key}'}</link>",
        f"<description>{text or f'Words of item {key}.'}</description>",
    ]
    parts += [f"<guid isPermaLink='false'>{said}</guid>"] if said is not None else []
    parts += [f"<pubDate>{date}</pubDate>"] if date else []
    return f"<item>{''.join(parts)}</item>"


class FeedServer(ThreadingHTTPServer):
    """Serves what `answers` say, and counts what it is asked."""

    daemon_threads = True

    def __init__(self, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), _Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: Counter[str] = Counter()
        self.over = threading.Event()

    def url(self, path: str) -> str:
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}{path}"

    def serve(self, path: str, answer: Answer | bytes) -> str:
        """Let a path be answered by a function, or with a feed; its address."""
        self.answers[path] = sending(answer) if isinstance(answer, bytes) else answer
        return self.url(path)

    def handle_error(self, *_args: object) -> None:
        pass


class _Handler(BaseHTTPRequestHandler):
    server: FeedServer

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        self.server.asked[path] += 1
        answer = self.server.answers.get(path)
        if answer is None:
            self.send_error(404)
        else:
            answer(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        pass

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Type": RSS, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


Answer = Callable[[_Handler], None]


@contextmanager
def feed_server(host: str = "127.0.0.1") -> Iterator[FeedServer]:
    server = FeedServer(host)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()


def sending(body: bytes, status: int = 200, **headers: str) -> Answer:
    """Answer with this."""
    return lambda handler: handler.send(status, body, **headers)


def tagged(body: bytes) -> Answer:
    """Answer with this once, and then that nothing changed."""
    etag = f'"{hash(body)}"'

    def answer(handler: _Handler) -> None:
        if handler.headers["If-None-Match"] == etag:
            handler.send(304, ETag=etag)
        else:
            handler.send(200, body, ETag=etag)

    return answer


def in_turn(answers: Sequence[Answer | bytes]) -> Answer:
    """Answer with the first, then the second, and with the last from then on."""
    left = [sending(each) if isinstance(each, bytes) else each for each in answers]

    def answer(handler: _Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


def silent(handler: _Handler) -> None:
    """Never answer."""
    handler.server.over.wait(20)


def dripping(handler: _Handler) -> None:
    """Send a byte now and then, for ever."""
    handler.send_response(200)
    handler.send_header("Content-Type", RSS)
    handler.end_headers()
    while not handler.server.over.wait(0.1):
        try:
            handler.wfile.write(b" ")
        except OSError:
            return


def hanging_up(handler: _Handler) -> None:
    """Close the connection without a word."""
    handler.connection.close()


def no_http(handler: _Handler) -> None:
    """Send a feed as it is, without a word of HTTP before it."""
    handler.wfile.write(rss(*(item(key) for key in range(99))).replace(b"\n", b""))


def endless_headers(handler: _Handler) -> None:
    """Say more and more about an answer that never comes."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not handler.server.over.is_set():
        try:
            handler.wfile.write(b"X-More: and more\r\n" * 50)
        except OSError:
            return


def leading(to: str, status: int = 302) -> Answer:
    """Lead somewhere else."""
    return sending(b"", status, Location=to)


WRONG: dict[str, Answer] = {
    "/html": sending(b"<!doctype html><title>Hi</title><p>Not here.", Content_Type="text/html"),
    "/empty": sending(b""),
    "/blank": sending(b" \n "),
    "/large": sending(b"x", Content_Length=str(50_000_000)),
    "/large-unsaid": sending(b" " * 300_000),
    "/bomb": sending(gzip.compress(b" " * 5_000_000), Content_Encoding="gzip"),
    "/cut-gzip": sending(gzip.compress(rss(item(1)))[:-60], Content_Encoding="gzip"),
    "/no-gzip": sending(rss(item(1)), Content_Encoding="gzip"),
    "/for-ever": leading("/for-ever"),
    "/to-nowhere": leading("http://[::1"),
    "/to-no-address": sending(b"", 302),
    "/to-file": leading("file:///etc/passwd"),
    "/to-ftp": leading("ftp://example.org/feed"),
    "/silent": silent,
    "/dripping": dripping,
    "/hanging-up": hanging_up,
    "/unasked-304": sending(b"", 304),
    "/short": sending(rss(item(1)), Content_Length="100000"),
    "/picture": sending(b"\x89PNG\r\n\x1a\n" + b"\0" * 50, Content_Type="image/png"),
    "/words": sending(b"just words"),
    "/deep": sending(b"<rss version='2.0'><channel>" + b"<a>" * 30_000),
    "/open": sending(b"<rss version='2.0'><channel>" + b"<" * 30_000),
    "/bad-json": sending(b'{"items": [', Content_Type="application/feed+json"),
    "/other-json": sending(b'{"items": []}', Content_Type="application/json"),
    "/500": sending(b"", 500),
    "/403": sending(b"", 403),
    "/unknown-packing": sending(rss(item(1)), Content_Encoding="br"),
    "/packed-twice": sending(gzip.compress(gzip.compress(b" ")), Content_Encoding="gzip, gzip"),
    "/no-http": no_http,
    "/endless-headers": endless_headers,
    "/cut-chunks": sending(b"ff\r\nabc\r\n", Transfer_Encoding="chunked"),
    "/300": sending(b"", 300),
}
"""What ends in one line and no article. What is not there, gone or busy is tried apart."""

_TWO = rss(item(1), item(2))
_SECRET = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]><rss'
ODD: dict[str, Answer] = {
    "/no-type": sending(_TWO, Content_Type=""),
    "/odd-type": sending(_TWO, Content_Type='rss; ;;charset="'),
    "/unknown-charset": sending(_TWO, Content_Type="application/xml; charset=klingon"),
    "/wrong-charset": sending(_TWO, Content_Type="application/xml; charset=utf-16"),
    "/zero-bytes": sending(_TWO.replace(b"Words", b"Wo\0rds")),
    "/entities": sending(_TWO.replace(b"<rss", _SECRET).replace(b"Words", b"Words &x;&y;")),
    "/members": sending(
        gzip.compress(_TWO[:99]) + gzip.compress(_TWO[99:]), Content_Encoding="gzip"
    ),
    "/rubbish-behind": sending(gzip.compress(_TWO) + b"\0rubbish", Content_Encoding="gzip"),
    "/206": sending(_TWO, 206),
    "/long-title": sending(rss(item(1, title="T" * 100_000), item(2))),
    "/long-guid": sending(rss(item(1, guid="../" * 9_999), item(2))),
}
"""What is odd, and gives two articles nevertheless."""
