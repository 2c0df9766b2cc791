"""PDFium, which reads PDFs, ends the program when two threads call it at once."""

from __future__ import annotations

from threading import Event, Thread

from briefing.parsing.importers.pdf.opening import ahead
from tests.parsing.importers.pdf import drawn


def test_only_one_thread_has_a_pdf_open() -> None:
    data = drawn.lines((50, 50, "words"))
    is_open = Event()

    def read() -> None:
        with ahead(data, "b.pdf"):
            is_open.set()

    with ahead(data, "a.pdf"):
        Thread(target=read, daemon=True).start()
        assert not is_open.wait(0.1)
    assert is_open.wait(30)
