"""Documents that are to be imported: the bytes of a file, of standard input or of a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from briefing.model.original import Original
from briefing.storage.fetching import Page, fetch, is_url
from briefing.storage.sources import STDIN, read_file, read_stream
from briefing.text.i18n import _


def load_original(
    source: str,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int | None], None] = lambda _got, _all: None,
) -> Original:
    """Read a document.

    Args:
        source: A path, an http or https address, or ``-`` for standard input.
        stdin: Where ``-`` reads from.
        progress: Told the bytes of a page as they come in.

    Raises:
        NotFoundError: There is no such file.
        InputError: It cannot be read or fetched.
    """
    if source == STDIN:
        return Original(read_stream(stdin), _("standard input"), "")
    if is_url(source):
        return original_of(fetch(source, progress=progress))
    path = Path(source)
    return Original(read_file(path)[0], source, path.name)


def original_of(page: Page) -> Original:
    """A page that was fetched, as a document."""
    name = unquote(PurePosixPath(urlsplit(page.found_at).path).name)
    return Original(
        page.data, page.url, name, page.url, page.found_at, page.media_type, page.charset
    )
