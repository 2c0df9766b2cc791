"""Addresses that may be asked, and where a server may lead from there."""

from __future__ import annotations

import http.client
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request

from briefing.model.errors import InputError
from briefing.storage import _reach
from briefing.text.addresses import without_user
from briefing.text.i18n import _

SCHEMES = ("http", "https")
"""What is fetched; a redirect to anything else is refused too."""
_FOR_EVER = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)


class Redirects(HTTPRedirectHandler):
    """Follows redirects, some of them and only over the web."""

    # `left` counts; the limits of the class above would only speak first, and less clearly.
    max_repeats = max_redirections = 1_000

    def __init__(self, url: str, most: int) -> None:
        self.url = url
        self.left = most
        self.moved_to: str | None = None
        """Where the page is for good, if nothing on the way there was for now only."""
        self._is_for_ever = True

    def http_error_302(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any
    ) -> http.client.HTTPResponse | None:
        """Follow one; a connection that leads nowhere is closed."""
        try:
            return super().http_error_302(req, fp, code, msg, headers)
        except ValueError:  # no address at all
            fp.close()
            raise

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        """Answer the next request.

        Raises:
            InputError: It leads too far.
        """
        fp.close()  # what is called next would read its body to the end, however long
        refuse_private(
            checked(newurl, self.url), self.url, _("redirects to {url}, which is {inside}")
        )
        self.left -= 1
        if self.left < 0:
            what = _("redirects too often, last to {url}").format(url=without_user(newurl))
            raise InputError(what, where=self.url, remedy=_("name the page it should lead to"))
        self._is_for_ever = self._is_for_ever and code in _FOR_EVER
        self.moved_to = newurl if self._is_for_ever else self.moved_to
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def refuse_private(address: str, named_by: str, what: str) -> None:
    """See whether a server may lead to an address: from outside to no host inside.

    Args:
        address: Where it leads.
        named_by: The address that was asked.
        what: Says so, with ``{url}`` and ``{inside}``.

    Raises:
        InputError: It may not.
    """
    host, first = urlsplit(address).hostname or "", urlsplit(named_by).hostname or ""
    if host == first or not _reach.is_private(host) or _reach.is_private(first):
        return
    raise InputError(
        what.format(url=address, inside=_("on this computer or in a private network")),
        where=named_by,
        remedy=_("name that address yourself if you trust it"),
    )


def checked(url: str, where: str) -> str:
    """An address in ASCII, if it is one of the web.

    Args:
        url: What is to be asked.
        where: What messages name: the address that a user gave.

    Raises:
        InputError: It is none.
    """
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
