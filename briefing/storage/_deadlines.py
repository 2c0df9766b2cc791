"""How long a server is waited for, whatever it sends meanwhile.

A time-out of a socket begins again with every byte, so that a server which sends one now and then
would never be given up. Here every wait gets only what is left.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, Request

See = Callable[[str], object]
"""Told the numeric address of a connection before anything is sent there; it may refuse."""


class Deadlines:
    """What is left of the time for an answer, and of that for all."""

    def __init__(self, silence: float, seconds: float) -> None:
        """Begin to wait.

        Args:
            silence: Seconds for an answer to begin, and for any pause in it.
            seconds: Seconds for all of it, redirects included.
        """
        self._silence = silence
        self._end = time.monotonic() + seconds
        self._answer_by: float | None = None
        self.is_end_near = False
        """Whether the last wait was bounded by the time for all of it."""

    def ask(self) -> None:
        """A connection is made: the answer has to begin in time."""
        self._answer_by = time.monotonic() + self._silence

    def be_answered(self) -> None:
        """The answer has begun: from now on only pauses count."""
        self._answer_by = None

    def left(self) -> float:
        """Seconds that the next wait may take.

        Raises:
            TimeoutError: None is left.
        """
        now = time.monotonic()
        by = now + self._silence if self._answer_by is None else self._answer_by
        self.is_end_near = self._end <= by
        left = min(by, self._end) - now
        if left <= 0:
            raise TimeoutError
        return left


class TimedHTTP(HTTPHandler):
    """Opens http."""

    def __init__(self, deadlines: Deadlines, see: See) -> None:
        super().__init__()
        self._connect = _Connect(_Seen, deadlines, see)

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        """Answer a request."""
        return self.do_open(self._connect.to(req), req)


class TimedHTTPS(HTTPSHandler):
    """Opens https."""

    def __init__(self, deadlines: Deadlines, see: See) -> None:
        super().__init__()
        self._connect = _Connect(_SeenSafe, deadlines, see)

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        """Answer a request."""
        return self.do_open(self._connect.to(req), req)


class _Seen(http.client.HTTPConnection):
    """A connection at which somebody looks before anything is sent."""

    see: See | None = None

    def connect(self) -> None:
        super().connect()
        if self.see is not None:
            self.see(self.sock.getpeername()[0])


class _SeenSafe(http.client.HTTPSConnection, _Seen):
    """The same by https; looked at before both sides agree on keys."""


@dataclass(frozen=True, slots=True)
class _Connect:
    """Makes connections whose answers are read with deadlines, but not with more."""

    kind: type[_Seen]
    deadlines: Deadlines
    see: See | None

    def to(self, request: Request) -> _Connect:
        """What makes the connection for a request; a proxy may be wherever it is."""
        is_direct = request.host == Request(request.full_url).host  # noqa: S310 - not opened
        return self if is_direct else replace(self, see=None)

    def __call__(self, host: str, /, **options: Any) -> http.client.HTTPConnection:
        self.deadlines.ask()
        connection = self.kind(host, **{**options, "timeout": self.deadlines.left()})
        connection.see = self.see
        connection.response_class = _response_class(self.deadlines)
        return connection


def _response_class(deadlines: Deadlines) -> type[http.client.HTTPResponse]:
    class Response(http.client.HTTPResponse):
        def __init__(self, sock: socket.socket, *args: Any, **options: Any) -> None:
            super().__init__(sock, *args, **options)
            self.fp = io.BufferedReader(_Received(self.fp.detach(), sock, deadlines))

    return Response


class _Received(io.RawIOBase):
    """What a socket receives, as long as there is time."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, deadlines: Deadlines) -> None:
        self._raw = raw
        self._sock = sock
        self._deadlines = deadlines

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._deadlines.left())
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()
