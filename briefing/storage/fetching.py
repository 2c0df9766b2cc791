"""A page from the web: only http and https, and never more time, bytes or detours than agreed."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from briefing import __version__
from briefing.model.errors import InputError
from briefing.model.feed import NO_VALIDATORS, NoAnswerError, SlowServerError, Validators
from briefing.storage._deadlines import Deadlines, TimedHTTP, TimedHTTPS
from briefing.storage._reach import Hosts
from briefing.storage._redirects import Redirects, checked
from briefing.storage._unpacking import Unpacker
from briefing.text.addresses import without_user
from briefing.text.i18n import _
from briefing.text.system_words import reason

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
    validators: Validators = NO_VALIDATORS
    """What to send along when it is asked for again."""
    moved_to: str | None = None
    """Where it is for good, as the server says; None while it is where it was asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for."""

    accept: str = "text/html, application/xhtml+xml, text/markdown, text/plain, text/*;q=0.8"
    """The types of media, with their weights: RFC 9110, 12.5.1."""
    media_types: tuple[str, ...] = _TEXTS
    """What may come, beside ``text/…``."""
    validators: Validators = NO_VALIDATORS
    """What came with the answer that is here already."""
    named_by: str | None = None
    """The address of a server that named this one; None: the user did."""


class RefusalError(InputError):
    """The server answers, but not with the page."""

    def __init__(self, url: str, status: int, why: str, wait: str | None) -> None:
        """Say so.

        Args:
            url: The address.
            status: The status: RFC 9110, 15; 304 where nothing changed.
            why: Its words.
            wait: What it says about when to ask again, as it came: RFC 9110, 10.2.3.
        """
        what = _("the server answers {status} {reason}").format(status=status, reason=why)
        super().__init__(what, where=url, remedy=_("look at the address in a browser"))
        self.status = status
        self.wait = wait


A_TEXT = Wanted()
"""A page with an article."""


def is_url(source: str) -> bool:
    """Whether a word names something on the web and no file."""
    return "://" in source and not source.startswith(("/", "."))


def fetch(
    url: str,
    limits: Limits = DEFAULT_LIMITS,
    progress: Callable[[int, int | None], None] = lambda _got, _all: None,
    wanted: Wanted = A_TEXT,
    hosts: Hosts | None = None,
) -> Page:
    """Get a page.

    Args:
        url: An http or https address.
        limits: Where to give up.
        progress: Told the bytes that are here and those that there will be, where that is known.
        wanted: What is asked for: a text, where nothing else is said.
        hosts: Where the hosts are that were asked before; those of now are added.

    Raises:
        RefusalError: The server answers, but not with the page.
        SlowServerError: It was waited for in vain.
        NoAnswerError: It cannot be reached.
        InputError: There is no answer, none in time, no text, or too much of it.
    """
    address = checked(url, url := without_user(url))
    deadlines = Deadlines(limits.silence, limits.seconds)
    redirects = Redirects(url, limits.redirects, hosts or Hosts(), wanted.named_by)
    try:
        with _opener(redirects, deadlines).open(_request(address, wanted)) as response:
            deadlines.be_answered()
            media_type = _media_type(response.headers, url, wanted.media_types)
            data = _read(response, url, limits, progress)
            charset = response.headers.get_content_charset(None)
            validators = Validators(response.headers["ETag"], response.headers["Last-Modified"])
            moved_to = redirects.moved_to
            return Page(url, response.url, data, media_type, charset, validators, moved_to)
    except HTTPError as error:
        error.close()
        wait = error.headers.get("Retry-After")
        raise RefusalError(url, error.code, str(error.reason), wait) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _unreachable(error, url, limits, deadlines) from error


def _request(address: str, wanted: Wanted) -> Request:
    headers = {
        "User-Agent": f"briefing/{__version__}",
        "Accept": wanted.accept,
        "Accept-Encoding": "identity",
    }
    if wanted.validators.etag is not None:
        headers["If-None-Match"] = wanted.validators.etag
    if wanted.validators.last_modified is not None:
        headers["If-Modified-Since"] = wanted.validators.last_modified
    return Request(address, headers=headers)  # noqa: S310 - `checked` lets http and https in only


def _opener(redirects: Redirects, deadlines: Deadlines) -> OpenerDirector:
    """Opens nothing but http and https: no files, no FTP, no data addresses."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        TimedHTTP(deadlines, redirects.see),
        TimedHTTPS(deadlines, redirects.see),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        redirects,
    ):
        opener.add_handler(handler)
    return opener


def _media_type(headers: Message, url: str, wanted: tuple[str, ...]) -> str | None:
    """What the server says it sends, if that can be a text."""
    if headers.get("Content-Type") is None:
        return None
    media_type = headers.get_content_type()
    if not media_type.startswith("text/") and media_type not in wanted:
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
    return SlowServerError(what, where=url, remedy=_("look at the address and the connection"))


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
    elif type(cause) is http.client.BadStatusLine:  # whose words are whatever came first
        what = _("does not answer as servers of the web do")
    else:
        why = reason(cause) if isinstance(cause, Exception) else cause
        what = _("cannot be fetched: {reason}").format(reason=why)
    # A certificate that is no good is an answer: to ask again without one would be to trust it.
    is_refused = isinstance(cause, ssl.SSLCertVerificationError)
    kind = InputError if is_refused else NoAnswerError
    return kind(what, where=url, remedy=_("look at the address and the connection"))
