"""What is certain to be no document that could be read, with what would help."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.importers.sniffing import is_feed, is_office, is_packed
from briefing.text.i18n import _

_LINK = re.compile(
    rb"<(?:item|entry)\b.*?<link(?:[^>]*\bhref=[\"'](?P<href>https?://[^\"']+)|[^>]*>\s*(?P<text>https?://[^<\s]+))",
    re.DOTALL,
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OPEN_TEXT, _FIRST = _OPEN_DOCUMENT + b"text", 200
"""What is in the first bytes of a document of LibreOffice, and of a text of it."""
_DIRECTORY = 1_000_000
"""Bytes at the end of a ZIP file in which its directory is looked for."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""What an Office document with a password is packed in ([MS-OFFCRYPTO], 2.3.4)."""
_OFFICE = "libreoffice --headless --convert-to"


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
    directory = original.data[-_DIRECTORY:]
    for mark, said in _OFFICE_MARKS.items():
        if mark in directory:
            return said(), _save_as_pdf(name)
    if _OPEN_TEXT in original.data[:_FIRST]:
        return _open_document(), _save_as_docx(name)
    if _OPEN_DOCUMENT in original.data[:_FIRST]:
        return _open_document(), _save_as_pdf(name)
    return _("this is a ZIP archive"), _("unpack it first: unzip {name}").format(name=name)


def _workbook() -> str:
    return _("this is a workbook of Excel")


def _presentation() -> str:
    return _("this is a presentation of PowerPoint")


_OFFICE_MARKS: Mapping[bytes, Callable[[], str]] = {
    b"xl/workbook.": _workbook,
    b"ppt/presentation.xml": _presentation,
}
"""What the directory of a document of Microsoft Office has, and what that is."""


def _open_document() -> str:
    return _("this is a document of LibreOffice or OpenOffice")


def _save_as_docx(name: str) -> str:
    return _("save it as DOCX: {command}").format(command=f"{_OFFICE} docx {name}")


def _save_as_pdf(name: str) -> str:
    return _("save it as PDF: {command}").format(command=f"{_OFFICE} pdf {name}")


def _office(original: Original) -> tuple[str, str]:
    if _ENCRYPTED in original.data:
        what = _("this document is encrypted and asks for a password")
        return what, _("save it without one in the program that wrote it")
    what = _("this is an RTF document")
    if not original.data.startswith(b"{\\rtf"):
        what = _("this is a document of an old office program")
    return what, _save_as_docx(original.name or "FILE")


_KINDS: tuple[tuple[Callable[[bytes], bool], Callable[[Original], tuple[str, str]]], ...] = (
    (is_feed, _feed),
    (is_packed, _packed),
    (is_office, _office),
)
