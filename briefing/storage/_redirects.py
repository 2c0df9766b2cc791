"""Addresses that may be asked, and where a server may lead from there."""

from __future__ import annotations

import http.client
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request

from briefing.model.errors import InputError
from briefing.storage import _reach
from briefing.storage._reach import Hosts
from briefing.text.addresses import without_user
from briefing.text.i18n import _

SCHEMES = ("http", "https")
"""What is fetched; a redirect to anything else is refused too."""
_FOR_EVER = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)


class Redirects(HTTPRedirectHandler):
    """Follows redirects, some of them and only over the web."""

    # `left` counts; the limits of the class above would only speak first, and less clearly.
    max_repeats = max_redirections = 1_000

    def __init__(self, url: str, most: int, hosts: Hosts, named_by: str | None = None) -> None:
        """Begin with an address.

        Args:
            url: The address.
            most: Redirects that are followed.
            hosts: Where the hosts are that were asked.
            named_by: The address of a server that named it; None: the user did.
        """
        self.url = url
        self.left = most
        self._hosts = hosts
        self._led_to, self._led_by = url, named_by
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
        self._led_to, self._led_by = checked(newurl, self.url), self.url
        refuse_private(self._led_to, self.url, self._what, self._hosts)
        self.left -= 1
        if self.left < 0:
            what = _("redirects too often, last to {url}").format(url=without_user(newurl))
            raise InputError(what, where=self.url, remedy=_("name the page it should lead to"))
        self._is_for_ever = self._is_for_ever and code in _FOR_EVER
        self.moved_to = newurl if self._is_for_ever else self.moved_to
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    def see(self, address: str) -> None:
        """Look where a connection leads, before anything is asked there.

        Args:
            address: The numeric address that was connected to.

        Raises:
            InputError: A server outside has led inside.
        """
        is_led = self._led_by is not None and not self._hosts.is_inside(_host(self._led_by))
        if is_led and not _reach.is_public(address):
            raise _inside(self._led_to, self._led_by or self.url, self._what)
        self._hosts.met(_host(self._led_to), address)

    @property
    def _what(self) -> str:
        """Says where a server leads."""
        if self._led_by == self.url:
            return _("redirects to {url}, which is {inside}")
        return _("names {url}, which is {inside}")


def refuse_private(address: str, named_by: str, what: str, hosts: Hosts) -> None:
    """See whether a server may lead to an address: from outside to no host inside.

    Args:
        address: Where it leads.
        named_by: The address that was asked.
        what: Says so, with ``{url}`` and ``{inside}``.
        hosts: Where the hosts are that were asked.

    Raises:
        InputError: It may not.
    """
    host, first = _host(address), _host(named_by)
    if host != first and _reach.is_private(host) and not hosts.is_inside(first):
        raise _inside(address, named_by, what)


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def _inside(address: str, named_by: str, what: str) -> InputError:
    return InputError(
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
