"""Documents of other formats as articles in the making.

`IMPORTERS` has a row for each format: how it is told, by what its bytes begin with, by the media
type that a server names and by the ending of its name; and the module of this package that reads
it, with a function ``read(original: Original) -> Draft``. A module is loaded when a document asks
for it. The next format is one module and one row.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Protocol, cast

from briefing.model.errors import UsageError
from briefing.model.original import Original
from briefing.model.records import dataclass
from briefing.parsing.draft import Draft
from briefing.parsing.importers.sniffing import (
    is_docx,
    is_epub,
    is_feed,
    is_html,
    is_html_fragment,
    is_mail,
    is_mailbox,
    is_nothing_known,
    is_office,
    is_packed,
    is_pdf,
)
from briefing.text.i18n import _


class Read(Protocol):
    """Reads one format; each module of `IMPORTERS` has one, called ``read``."""

    def __call__(self, original: Original) -> Draft:
        """Make a draft of a document.

        Raises:
            FormatError: The document breaks its format.
            InputError: There is nothing in it that could be read.
        """


@dataclass(frozen=True, slots=True)
class Importer:
    """How a format is told, and what reads it."""

    title: str
    """What messages call it."""
    module: str
    """The module of this package that reads it."""
    begins: Callable[[bytes], bool] = is_nothing_known
    """Whether the bytes are certain to be this, whatever the document is called."""
    media_types: tuple[str, ...] = ()
    """What servers call it."""
    endings: tuple[str, ...] = ()
    """What its file names end with, in lower case, with the point."""
    resembles: Callable[[bytes], bool] = is_nothing_known
    """Whether the bytes are likely to be this, where nothing says more."""
    extra: str | None = None
    """The extra of this program that it needs."""
    has_parts: bool = False
    """Whether its module can read the beginning of a long document by itself, with a function
    ``begin(original: Original) -> Draft | None``; None where the whole is there as soon."""


IMPORTERS: Mapping[str, Importer] = {
    "pdf": Importer(
        "PDF",
        "pdf.entry",
        begins=is_pdf,
        media_types=("application/pdf", "application/x-pdf"),
        endings=(".pdf",),
        extra="pdf",
        has_parts=True,
    ),
    "feed": Importer("a feed", "unreadable", begins=is_feed),
    "html": Importer(
        "HTML",
        "html",
        begins=is_html,
        media_types=("text/html", "application/xhtml+xml"),
        endings=(".html", ".htm", ".xhtml"),
        resembles=is_html_fragment,
        extra="html",
        has_parts=True,
    ),
    "docx": Importer(
        "DOCX",
        "docx",
        begins=is_docx,
        media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        extra="docx",
    ),
    "epub": Importer(
        "EPUB", "epub", begins=is_epub, media_types=("application/epub+zip",), has_parts=True
    ),
    "mailbox": Importer(
        "a mailbox",
        "mailbox_file",
        begins=is_mailbox,
        media_types=("application/mbox",),
        endings=(".mbox",),
    ),
    "mail": Importer(
        "mail",
        "mail",
        media_types=("message/rfc822",),
        endings=(".eml",),
        resembles=is_mail,
    ),
    "packed": Importer("an archive", "unreadable", begins=is_packed),
    "office": Importer("an office document", "unreadable", begins=is_office),
    "markdown": Importer(
        "Markdown",
        "markdown",
        media_types=("text/markdown", "text/x-markdown"),
        endings=(".md", ".markdown", ".mdown", ".mkd"),
    ),
    "text": Importer("text", "plain_text", endings=(".txt", ".text"), has_parts=True),
    "unknown": Importer("text", "unnamed_text"),
}
"""What can be imported. The last row reads what no other knows."""


def kind_of(original: Original) -> str:
    """The row of `IMPORTERS` for a document: by its bytes, else its media type, else its name."""
    ways: tuple[Callable[[Importer], bool], ...] = (
        lambda importer: importer.begins(original.data),
        lambda importer: original.media_type in importer.media_types,
        lambda importer: original.ending in importer.endings,
        lambda importer: importer.resembles(original.data),
    )
    found = (name for way in ways for name, importer in IMPORTERS.items() if way(importer))
    return next(found, "unknown")


def read_original(original: Original) -> Draft:
    """Read a document of any known format.

    Raises:
        UsageError: It needs an extra that is not installed.
        FormatError: It breaks its own format.
        InputError: It is of no known format, or there is no text in it.
    """
    return cast(Read, _module(original).read)(original)


def is_read_in_parts(original: Original) -> bool:
    """Whether the beginning of such a document can be read by itself."""
    return IMPORTERS[kind_of(original)].has_parts


def begin_original(original: Original) -> Draft | None:
    """Read the beginning of a long document; None where all of it is there as soon.

    Errors are those of `read_original`.
    """
    if not is_read_in_parts(original):
        return None
    return cast(Callable[[Original], Draft | None], _module(original).begin)(original)


def media_type_of(original: Original) -> str:
    """What a document is in the words of the web: as its server says, else by its format."""
    known = IMPORTERS[kind_of(original)].media_types
    return original.media_type or (known[0] if known else "text/plain")


def _module(original: Original) -> ModuleType:
    """The module that reads a document; errors as in `read_original`."""
    importer = IMPORTERS[kind_of(original)]
    try:
        return importlib.import_module(f"{__package__}.{importer.module}")
    except ImportError as error:
        if importer.extra is None:
            raise
        raise _missing(importer, error, original.where) from error


def _missing(importer: Importer, error: ImportError, where: str) -> UsageError:
    what = _("reading {format} needs the extra “{extra}” ({reason})")
    remedy = _("install it with: pip install 'briefing[{extra}]'")
    return UsageError(
        what.format(format=importer.title, extra=importer.extra, reason=error),
        where=where,
        remedy=remedy.format(extra=importer.extra),
    )
