"""A PDF as it comes in: a copy of this process opens it while what reads it is loaded.

Loading takes as long as the copy needs for the first pages, and a process is copied sooner before.
"""

from __future__ import annotations

from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.importers.pdf.opening import ahead

_MOST_PAGES = 12
"""Of what counts as the beginning."""


def read(original: Original) -> Draft:
    """Read a PDF.

    Raises:
        InputError: It is damaged or encrypted, or there is no text in it.
    """
    with ahead(original.data, original.where) as passed:
        from briefing.parsing.importers.pdf.document import read_pages  # noqa: PLC0415 - meanwhile

        return read_pages(original, passed)


def begin(original: Original) -> Draft | None:
    """Read the first pages of a PDF; None where it has hardly more. Errors as in `read`."""
    with ahead(original.data, original.where, _MOST_PAGES) as passed:
        from briefing.parsing.importers.pdf.document import begin_pages  # noqa: PLC0415 - as above

        return begin_pages(original, passed, _MOST_PAGES)
