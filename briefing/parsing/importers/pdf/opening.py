"""Opening a PDF, and what may be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing.model.errors import InputError
from briefing.parsing.importers.pdf.scout import MOST_SECONDS, OPENING, Passed, scouted
from briefing.text.i18n import _

_TURN = Lock()
"""Held while a PDF is open: PDFium must not be called by two threads at once, it would crash. See
https://pypdfium2.readthedocs.io/en/stable/python_api.html#incompatibility-with-threading
"""


@contextmanager
def ahead(
    data: bytes, where: str, most: int | None = None, seconds: float = MOST_SECONDS
) -> Iterator[Passed]:
    """What tells that a page of a PDF can be loaded; no other thread has one open meanwhile.

    Args:
        data: Its bytes.
        where: What messages call it.
        most: How many pages will be loaded at most; all where it is None.
        seconds: Processor time that its opening and each of its pages may take.
    """
    with _TURN, scouted(data, where, most, seconds) as passed:
        yield passed


@contextmanager
def opened(data: bytes, where: str, passed: Passed) -> Iterator[pdfium.PdfDocument]:
    """An open PDF, as soon as it is known to be harmless.

    Raises:
        InputError: It is encrypted or damaged, or takes too much time or memory to open.
    """
    passed(OPENING)
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refused(error, where) from error
    try:
        yield pdf
    except pdfium.PdfiumError as error:
        raise _damaged(where) from error
    finally:
        pdf.close()


def _refused(error: pdfium.PdfiumError, where: str) -> InputError:
    if error.err_code == raw.FPDF_ERR_PASSWORD:
        return InputError(
            _("this PDF is encrypted and asks for a password"),
            where=where,
            remedy=_(
                "take it off first, for example with: qpdf --decrypt --password=… IN.pdf OUT.pdf"
            ),
        )
    return _damaged(where)


def _damaged(where: str) -> InputError:
    return InputError(
        _("this PDF is damaged"),
        where=where,
        remedy=_("fetch it again, or mend it, for example with: qpdf IN.pdf OUT.pdf"),
    )
