"""A process that opens a PDF first, so that one which never ends holds up nobody.

PDFium cannot be interrupted, and a kilobyte may ask it for years of work: a form that draws itself,
or a stream that unpacks to millions of letters. So a copy of this process goes ahead, which the
system ends as soon as the opening or a page takes too much time or memory. The document is opened
here, and a page loaded, only after it was there: with all that is asked of it, its outline, its
tags and its links too.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import resource
import select
import signal
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import pypdfium2 as pdfium

from briefing.model.errors import InputError
from briefing.parsing.importers.pdf.facts import facts_of
from briefing.parsing.importers.pdf.links import links_on
from briefing.parsing.importers.pdf.tags import Tags
from briefing.text.i18n import _

MOST_SECONDS = 10.0
"""Processor time for one page; a full page of a newspaper takes a hundredth of a second."""
MOST_MEMORY = 120_000_000
"""Bytes that one page may take beyond what the process has; more would not fit into 300 MB."""
_PATIENCE = 12
"""How many times as long as that one page may take on a machine that does much else."""
_MEMORY = Path("/proc/self/statm")
"""Where Linux says how many pages of memory the process has."""

Passed = Callable[[int], None]
"""Waits until a page, counted from 0, is known to be harmless; `InputError` where it is not."""
OPENING = -1
"""In place of a page: the opening of the document, and what it says of itself."""


@contextmanager
def scouted(
    data: bytes, where: str, most: int | None = None, seconds: float = MOST_SECONDS
) -> Iterator[Passed]:
    """Have a PDF opened ahead, and its pages loaded.

    Args:
        data: Its bytes; no other thread may use PDFium meanwhile.
        where: What messages call the document.
        most: How many pages at most; all where it is None.
        seconds: Processor time for the opening, and for each page.
    """
    ready, done = os.pipe()
    process = _fork()
    if not process:
        _go_ahead(data, most, done, seconds)
    os.close(done)
    passed = OPENING
    sign = select.poll()
    sign.register(ready, select.POLLIN)

    def wait_for(index: int) -> None:
        nonlocal passed
        while passed <= index:
            is_told = sign.poll(_PATIENCE * seconds * 1_000)
            signs = os.read(ready, 4096) if is_told else b""
            if not signs:
                raise _endless(passed, where)
            passed += len(signs)

    try:
        yield wait_for
    finally:
        os.close(ready)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _fork() -> int:
    with warnings.catch_warnings():
        # What Python warns of are locks of other threads: the copy takes none.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _go_ahead(data: bytes, most: int | None, done: int, seconds: float) -> NoReturn:
    """Open a document and load one page after the other, say so after each, and end."""
    try:
        gc.disable()  # what the objects of this process do when they end is not done twice
        _fall_silent()
        _limit(seconds)
        pdf = pdfium.PdfDocument(data)
        facts_of(pdf)
        os.write(done, b".")
        tags = Tags(pdf)
        for index in range(min(len(pdf), len(pdf) if most is None else most)):
            _limit(seconds)
            with suppress(pdfium.PdfiumError):  # found again, and told, by who reads the page
                _load(pdf, index, tags)
            os.write(done, b".")
    except pdfium.PdfiumError:  # found again, and told, by who opens the document
        os.write(done, b".")
    finally:
        os._exit(0)


def _load(pdf: pdfium.PdfDocument, index: int, tags: Tags) -> None:
    """Ask PDFium of a page what its reader will ask."""
    page = pdf[index]
    page.get_textpage().close()
    tags.headings_on(page)
    links_on(pdf, page)
    page.close()


def _fall_silent() -> None:
    """Let go of the terminal and the pipes of this process, and leave no image of the memory."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    faulthandler.disable()
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _limit(seconds: float) -> None:
    """Have the system end this process where the next page takes more than a page may."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    if _MEMORY.exists():
        now = int(_MEMORY.read_bytes().split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = now + MOST_MEMORY
        resource.setrlimit(
            resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )


def _endless(page: int, where: str) -> InputError:
    if page == OPENING:
        return InputError(
            _("this PDF takes too much time or memory to open"),
            where=where,
            remedy=_("fetch it again, or mend it, for example with: qpdf IN.pdf OUT.pdf"),
        )
    return InputError(
        _("page {page} of this PDF takes too much time or memory to read").format(page=page + 1),
        where=where,
        remedy=_("take that page out of the file first, or fetch the document again"),
    )
