"""What is certain to be no document that could be read, with what would help."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.importers.sniffing import is_feed, is_office, is_packed
from briefing.text.i18n import _

_LINK = re.compile(
    rb"<(?:item|entry)\b.*?<link(?:[^>]*\bhref=[\"'](?P<href>https?://[^\"']+)|[^>]*>\s*(?P<text>https?://[^<\s]+))",
    re.DOTALL,
)
_OFFICE = "libreoffice --headless --convert-to docx {name}"


def read(original: Original) -> Draft:
    """Say what this is and what to do.

    Raises:
        InputError: Always.
    """
    for is_kind, say in _KINDS:
        if is_kind(original.data):
            what, remedy = say(original)
            raise InputError(what, where=original.where, remedy=remedy)
    raise InputError(
        _("is no document that can be read"),
        where=original.where,
        remedy=_("save it as text, HTML or DOCX"),
    )


def _feed(original: Original) -> tuple[str, str]:
    link = _first_link(original.data)
    remedy = _("import one of its articles")
    return _(
        "this is a feed, a list of articles"
    ), f"{remedy}: briefing import {link}" if link else remedy


def _first_link(data: bytes) -> str:
    """The address of the first article of a feed."""
    if data.lstrip().startswith(b"{"):
        try:
            items = json.loads(data).get("items", [])
            link = items[0].get("url", "") if items else ""
        except (ValueError, AttributeError, IndexError, TypeError, RecursionError):
            return ""
        return link if isinstance(link, str) and link.startswith("http") else ""
    match = _LINK.search(data[:200_000])
    found = b"" if match is None else match["href"] or match["text"]
    return found.decode("utf-8", "replace")


def _packed(original: Original) -> tuple[str, str]:
    name = original.name or "FILE"
    if original.data.startswith(b"\x1f\x8b"):
        return _("this file is packed by gzip"), _("unpack it first: gunzip {name}").format(
            name=name
        )
    if not original.data.startswith(b"PK"):
        return _("this is an archive"), _("unpack it first, and import what is in it")
    beginning = original.data[:200]
    if b"application/vnd.oasis.opendocument" in beginning:
        what = _("this is a document of LibreOffice or OpenOffice")
        return what, _("save it as DOCX: {command}").format(command=_OFFICE.format(name=name))
    return _("this is a ZIP archive"), _("unpack it first: unzip {name}").format(name=name)


def _office(original: Original) -> tuple[str, str]:
    what = _("this is an RTF document")
    if not original.data.startswith(b"{\\rtf"):
        what = _("this is a document of an old office program")
    command = _OFFICE.format(name=original.name or "FILE")
    return what, _("save it as DOCX: {command}").format(command=command)


_KINDS: tuple[tuple[Callable[[bytes], bool], Callable[[Original], tuple[str, str]]], ...] = (
    (is_feed, _feed),
    (is_packed, _packed),
    (is_office, _office),
)
