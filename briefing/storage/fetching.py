"""A page from the web: only http and https, and never more time, bytes or detours than agreed."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPRedirectHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from briefing import __version__
from briefing.model.errors import InputError
from briefing.storage import _reach
from briefing.storage._deadlines import Deadlines, TimedHTTP, TimedHTTPS
from briefing.storage._unpacking import Unpacker
from briefing.text.addresses import without_user
from briefing.text.i18n import _
from briefing.text.system_words import reason

SCHEMES = ("http", "https")
"""What is fetched; a redirect to anything else is refused too."""
_BLOCK = 64 * 1024
_TEXTS = ("application/xhtml+xml", "application/xml", "application/octet-stream")
"""Types beside ``text/…`` that may hold a text; servers call files that they do not know
``application/octet-stream``, and decoding refuses those that are binary."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may cost."""

    silence: float = 15.0
    """Seconds for an answer to begin, and for any pause in it."""
    seconds: float = 60.0
    """Seconds in all."""
    size: int = 10 * 1024 * 1024
    """Bytes."""
    redirects: int = 8
    """Redirects one after the other."""


DEFAULT_LIMITS = Limits()
"""What any page with an article keeps to."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent."""

    url: str
    """The address that was asked for."""
    found_at: str
    """Where it was found in the end, which completes its links."""
    data: bytes
    """All of it."""
    media_type: str | None
    """In lower case, such as ``text/html``; None where the server does not say."""
    charset: str | None
    """The encoding that the server says."""


def is_url(source: str) -> bool:
    """Whether a word names something on the web and no file."""
    return "://" in source and not source.startswith(("/", "."))


def fetch(
    url: str,
    limits: Limits = DEFAULT_LIMITS,
    progress: Callable[[int, int | None], None] = lambda _got, _all: None,
) -> Page:
    """Get a page.

    Args:
        url: An http or https address.
        limits: Where to give up.
        progress: Told the bytes that are here and those that there will be, where that is known.

    Raises:
        InputError: There is no answer, none in time, no text, or too much of it.
    """
    address = _checked(url, url := without_user(url))
    deadlines = Deadlines(limits.silence, limits.seconds)
    try:
        with _opener(url, limits, deadlines).open(_request(address)) as response:
            deadlines.be_answered()
            media_type = _media_type(response.headers, url)
            data = _read(response, url, limits, progress)
            charset = response.headers.get_content_charset(None)
            return Page(url, response.url, data, media_type, charset)
    except HTTPError as error:
        error.close()
        what = _("the server answers {status} {reason}").format(
            status=error.code, reason=error.reason
        )
        raise InputError(what, where=url, remedy=_("look at the address in a browser")) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unreachable(error, url, limits, deadlines) from error


def _request(address: str) -> Request:
    headers = {
        "User-Agent": f"briefing/{__version__}",
        "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain, text/*;q=0.8",
        "Accept-Encoding": "identity",
    }
    return Request(address, headers=headers)  # noqa: S310 - `_checked` lets http and https in only


def _opener(url: str, limits: Limits, deadlines: Deadlines) -> OpenerDirector:
    """Opens nothing but http and https: no files, no FTP, no data addresses."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        TimedHTTP(deadlines),
        TimedHTTPS(deadlines),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        _Redirects(url, limits.redirects),
    ):
        opener.add_handler(handler)
    return opener


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, some of them and only over the web."""

    # `left` counts; the limits of the class above would only speak first, and less clearly.
    max_repeats = max_redirections = 1_000

    def __init__(self, url: str, most: int) -> None:
        self.url = url
        self.left = most

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        """Answer the next request.

        Raises:
            InputError: It leads too far.
        """
        fp.close()  # what is called next would read its body to the end, however long
        self._refuse_what_is_private(_checked(newurl, self.url))
        self.left -= 1
        if self.left < 0:
            what = _("redirects too often, last to {url}").format(url=without_user(newurl))
            raise InputError(what, where=self.url, remedy=_("name the page it should lead to"))
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    def _refuse_what_is_private(self, address: str) -> None:
        """Raise an `InputError` for a host inside, unless the user named one."""
        host, first = urlsplit(address).hostname or "", urlsplit(self.url).hostname or ""
        if host == first or not _reach.is_private(host) or _reach.is_private(first):
            return
        what = _("redirects to {url}, which is on this computer or in a private network")
        raise InputError(
            what.format(url=address),
            where=self.url,
            remedy=_("name that address yourself if you trust it"),
        )


def _checked(url: str, where: str) -> str:
    """An address in ASCII, if it is one of the web."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _no_address(url, where) from error
    is_redirect = without_user(url) != where
    if parts.scheme.lower() not in SCHEMES:
        what = _("only http and https are fetched, not {scheme}").format(scheme=parts.scheme)
        if is_redirect:
            what = _("redirects to {url}; {reason}").format(url=without_user(url), reason=what)
        raise InputError(what, where=where, remedy=_("save the page and import the file"))
    if not host or parts.username is not None:
        raise _no_address(url, where)
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise _no_address(url, where) from error
    name = f"[{name}]" if ":" in name else name
    netloc = name if port is None else f"{name}:{port}"
    path, query = (quote(part, safe="/%:=&?~#+!$,;'@()*[]") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme.lower(), netloc, path, query, ""))


def _no_address(url: str, where: str) -> InputError:
    shown = without_user(url)
    what = _("is no address of a page")
    if shown != where:
        what = _("redirects to {url}").format(url=shown)
    return InputError(what, where=where, remedy=_("write it like https://example.org/article"))


def _media_type(headers: Message, url: str) -> str | None:
    """What the server says it sends, if that can be a text."""
    if headers.get("Content-Type") is None:
        return None
    media_type = headers.get_content_type()
    if not media_type.startswith("text/") and media_type not in _TEXTS:
        what = _("is not a text but {type}").format(type=media_type)
        raise InputError(what, where=url, remedy=_("name a page with an article"))
    return media_type


def _read(
    response: http.client.HTTPResponse,
    url: str,
    limits: Limits,
    progress: Callable[[int, int | None], None],
) -> bytes:
    """The body, unpacked, within the limits."""
    expected = response.length
    if expected is not None and expected > limits.size:
        raise _too_large(url, limits)
    unpacker = Unpacker(response.headers.get("Content-Encoding", ""), url)
    data = bytearray()
    received = 0
    while block := response.read1(_BLOCK):
        received += len(block)
        data += unpacker.feed(block, limits.size + 1 - len(data))
        if len(data) > limits.size:
            raise _too_large(url, limits)
        progress(received, expected)
    if (expected is not None and received < expected) or not unpacker.is_whole:
        raise http.client.IncompleteRead(b"")
    return bytes(data)


def _too_slow(url: str, limits: Limits, deadlines: Deadlines) -> InputError:
    """Names the limit that was met."""
    if deadlines.is_end_near:
        what = _("has not all arrived after {seconds:g} seconds").format(seconds=limits.seconds)
    else:
        what = _("does not answer within {seconds:g} seconds").format(seconds=limits.silence)
    return InputError(what, where=url, remedy=_("look at the address and the connection"))


def _too_large(url: str, limits: Limits) -> InputError:
    what = _("is larger than {limit}").format(limit=_size(limits.size))
    return InputError(what, where=url, remedy=_("save the part you need and import the file"))


def _size(count: int) -> str:
    return f"{count // 2**20} MB" if count >= 2**20 else f"{count // 2**10} KB"


def _unreachable(error: Exception, url: str, limits: Limits, deadlines: Deadlines) -> InputError:
    """Why there is no page, in one line."""
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return _too_slow(url, limits, deadlines)
    if isinstance(cause, http.client.IncompleteRead):
        what = _("breaks off in the middle")
    else:
        why = reason(cause) if isinstance(cause, Exception) else cause
        what = _("cannot be fetched: {reason}").format(reason=why)
    return InputError(what, where=url, remedy=_("look at the address and the connection"))
