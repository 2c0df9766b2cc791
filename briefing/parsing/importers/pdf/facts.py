"""What a PDF says of itself: title, authors, dates and outline, where they make sense."""

from __future__ import annotations

import re
from itertools import islice

import pypdfium2 as pdfium

from briefing.model.records import dataclass
from briefing.parsing.importers.title_page import authors_in

_MOST_ENTRIES = 5_000
"""Entries of an outline that are looked at; a broken one may go round in circles."""
_DEEPEST = 8
_SENSELESS = re.compile(
    r"(?i)\s*(?:microsoft (?:word|powerpoint|excel)\b.*|untitled\b.*"
    r"|[\w.-]*_[\w.-]*|(?:[\w.]+-){2,}[\w.]+|(?:document|presentation|slide|title)\W*\d*|[\w.:/\\-]*\.\w{2,5}|[a-z]:\\.*|[\W\d_]*)\s*"
)
"""Titles that programs write: names of files and of the programs."""
_ACCOUNT = re.compile(r"\d|\([A-Z/]+\)")
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document besides its pages."""

    title: str | None
    """Its title."""
    authors: tuple[str, ...]
    """Who wrote it."""
    published: str | None
    """The day it was made; ISO 8601."""
    updated: str | None
    """The day it was changed, if that is another."""
    outline: tuple[str, ...]
    """The entries of its outline."""


def facts_of(pdf: pdfium.PdfDocument) -> Facts:
    """Read what a document says of itself."""
    data = pdf.get_metadata_dict()
    made, changed = (day(data.get(key, "")) for key in ("CreationDate", "ModDate"))
    return Facts(
        title=sensible_title(data.get("Title", "")),
        authors=_authors(data.get("Author", "")),
        published=made,
        updated=changed if changed != made else None,
        outline=tuple(_outline(pdf)),
    )


def _authors(stated: str) -> tuple[str, ...]:
    """The people in an entry; a single word, or one with an office, is the name of an account."""
    names = [" ".join(name.split()) for name in re.split(r"[;\n]| and | & ", stated)]
    if len(names) == 1:
        parts = [name.strip() for name in names[0].split(",")]
        names = parts if all(" " in name for name in parts) else names
    return authors_in(name for name in names if " " in name and not _ACCOUNT.search(name))


def sensible_title(stated: str) -> str | None:
    """A title, unless a program wrote it: the name of a file, or nothing but signs."""
    title = " ".join(stated.split())
    return title if title and not _SENSELESS.fullmatch(title) else None


def day(stated: str) -> str | None:
    """A date of a PDF as an ISO 8601 one (ISO 32000-1, 7.9.4)."""
    match = _DATE.match(stated)
    if match is None:
        return None
    year, month, day = match.groups()
    known = [part for part in (year, month, day) if part]
    is_possible = int(month or 1) in range(1, 13) and int(day or 1) in range(1, 32)
    return "-".join(known) if is_possible and 1980 <= int(year) <= 2100 else None


def _outline(pdf: pdfium.PdfDocument) -> list[str]:
    entries = islice(pdf.get_toc(max_depth=_DEEPEST), _MOST_ENTRIES)
    titles = (" ".join(entry.get_title().split()) for entry in entries)
    return [title for title in titles if title]
