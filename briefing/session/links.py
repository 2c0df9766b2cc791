"""Where a link of the article leads, and what may be opened from there."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote

from briefing.model.errors import BriefingError, NotFoundError, UsageError
from briefing.model.note import NOTE_ID
from briefing.model.span import Place
from briefing.parsing.document import MarkdownDocument
from briefing.session.landmarks import heading_place
from briefing.text.i18n import _
from briefing.text.slugs import slugs

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
"""RFC 3986, section 3.1: what makes an address more than a path."""
_NOTE = "note-"
"""What an anchor of a note begins with, in exports and in links between articles."""
PASSAGE = re.compile(r"p-([0-9]{1,15})-([0-9]{1,15})")
"""A passage, by its first and last character (exclusive) in the reading text."""
_IN_BROWSER = frozenset({"http", "https", "mailto"})
_OPENED_HERE = frozenset(
    {"", ".md", ".markdown", ".mdown", ".txt", ".text"}
    | {".pdf", ".html", ".htm", ".xhtml", ".docx", ".epub", ".eml", ".mbox"}
)
"""Endings of the documents that are opened as articles; nothing else is."""


class LinkKind(StrEnum):
    """What opens a link."""

    WEB = "web"
    FILE = "file"
    ANCHOR = "anchor"


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may be opened."""

    kind: LinkKind
    """What opens it."""
    address: str = ""
    """For the browser: the whole address."""
    path: Path | None = None
    """For the reader: the article's file."""
    anchor: str = ""
    """The heading or name inside the article; empty for its beginning."""


def read_address(address: str, article: Path | None) -> Link:
    """What an address means in an article.

    Args:
        address: As it stands in the text, percent-encoded.
        article: The article's own file, from whose folder paths count; None: the working folder.

    Raises:
        UsageError: It is of a kind that is never opened.
    """
    scheme = _SCHEME.match(address)
    if scheme is not None:
        if scheme[1].lower() not in _IN_BROWSER:
            raise UsageError(
                _("links that begin with {scheme}: are not opened").format(scheme=scheme[1]),
                where=address,
                remedy=_("copy the address by hand if you trust it"),
            )
        return Link(LinkKind.WEB, address)
    if address.startswith("//"):
        return Link(LinkKind.WEB, f"https:{address}")
    path, _mark, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return Link(LinkKind.ANCHOR, anchor=unquote(anchor))
    return Link(LinkKind.FILE, path=_text_file(path, article), anchor=unquote(anchor))


def _text_file(path: str, article: Path | None) -> Path:
    found = (Path() if article is None else article.parent) / path
    if "\0" in path or found.suffix.lower() not in _OPENED_HERE:
        raise UsageError(_("is of no format that is opened here"), where=path.replace("\0", " "))
    # Not Path.resolve: before Python 3.13 it ends with an error of its own at links in a circle.
    return Path(os.path.realpath(found))


def note_id(anchor: str) -> str | None:
    """The id of the note that an anchor of an export names; None for any other anchor."""
    name = anchor.removeprefix(_NOTE)
    return name if name != anchor and NOTE_ID.fullmatch(name) else None


def anchor_place(document: MarkdownDocument, anchor: str) -> Place:
    """Where an anchor stands: a passage, the heading of that name, else a tag with that id.

    Raises:
        NotFoundError: There is neither.
    """
    if not anchor:
        return Place(0, 0)
    passage = PASSAGE.fullmatch(anchor)
    if passage is not None:
        return document.chunk_at(int(passage[1]))
    wanted = anchor.casefold()
    for index, slug in enumerate(slugs(heading.text for heading in document.headings)):
        if slug == wanted:
            return heading_place(document, index)
    tag = re.search(rf"\b(?:id|name)\s*=\s*[\"']?{re.escape(anchor)}[\"'\s>]", document.body)
    if tag is None:
        raise NotFoundError(_("there is no such place in this article"), where=f"#{anchor}")
    line_number = document.body_line + document.body.count("\n", 0, tag.start())
    return document.place_of_line(line_number)


def footnote_place(document: MarkdownDocument, number: int) -> Place:
    """Where a footnote begins.

    Raises:
        NotFoundError: There is none of that number.
    """
    place = document.footnote_place(number)
    if place is None:
        raise NotFoundError(_("there is no such footnote"), where=f"[{number}]")
    return place


def open_in_browser(address: str) -> None:
    """Hand an address to the browser. No shell takes part.

    Raises:
        BriefingError: No browser answers.
    """
    import webbrowser  # noqa: PLC0415 - only needed when a link is opened

    try:
        is_open = webbrowser.open(address)
    except (webbrowser.Error, OSError):
        is_open = False
    if not is_open:
        raise BriefingError(
            _("no browser answers"), where=address, remedy=_("set BROWSER, or copy the address")
        )


def needs_terminal() -> bool:
    """Whether the browser is one that runs in the terminal, as lynx and w3m do."""
    import webbrowser  # noqa: PLC0415 - only needed when a link is opened

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    kinds = (webbrowser.BackgroundBrowser, webbrowser.UnixBrowser)
    return isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, kinds)
