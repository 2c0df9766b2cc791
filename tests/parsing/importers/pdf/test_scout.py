"""Pages that PDFium would load for years, or into all of the memory, end in one line."""

from __future__ import annotations

import os
import zlib

import pytest

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.importers.pdf import entry, scout
from briefing.parsing.importers.pdf.opening import ahead, opened
from tests.parsing.importers.pdf import drawn

_ONE = b"BT /F1 12 Tf 72 700 Td (A ship left the harbour.) Tj ET"
_FONT = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
_LINE = "a.pdf: page 2 of this PDF takes too much time or memory to read; "


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


def _pdf(content: bytes, form: bytes = _ONE) -> bytes:
    """Two pages: one with a line of text, and one as it is given; both may draw a form."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
        b"/Resources<<" + _FONT + b"/XObject<</X 7 0 R>>>>>>"
    )
    shape = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<%b/XObject<</X 7 0 R>>>>"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        page % 5,
        page % 6,
        _stream(_ONE),
        content,
        _stream(form, shape % _FONT),
    )
    numbered = (b"%d 0 obj\n%b\nendobj\n" % (at, each) for at, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + b"".join(numbered) + b"trailer<</Size 8/Root 1 0 R>>\n%%EOF"


def _all_passed(data: bytes, seconds: float) -> None:
    with ahead(data, "a.pdf", seconds=seconds) as passed, opened(data, "a.pdf", passed) as pdf:
        passed(0)
        passed(len(pdf) - 1)


def test_a_form_that_draws_itself_ends_in_one_line() -> None:
    data = _pdf(_stream(_ONE + b" /X Do"), _ONE + b" /X Do /X Do")

    with pytest.raises(InputError) as raised:
        _all_passed(data, 0.05)
    assert str(raised.value).startswith(_LINE)
    assert "\n" not in str(raised.value)


def test_a_page_that_takes_time_alone_ends_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scout, "MOST_MEMORY", 1 << 40)
    monkeypatch.setattr(scout, "_PATIENCE", 10_000)
    data = _pdf(_stream(_ONE + b" /X Do"), _ONE + b" /X Do /X Do")

    with pytest.raises(InputError) as raised:
        _all_passed(data, 0.05)
    assert str(raised.value).startswith(_LINE)


def test_a_page_of_millions_of_letters_ends_in_one_line_before_the_memory_does() -> None:
    letters = zlib.compress(b"BT /F1 1 Tf " + b"(a) Tj " * 3_000_000 + b"ET")
    data = _pdf(_stream(letters, b"/Filter/FlateDecode"))

    with pytest.raises(InputError) as raised:
        entry.read(Original(data, "a.pdf", "a.pdf"))
    assert str(raised.value).startswith(_LINE)


def test_a_document_that_takes_all_memory_to_open_ends_in_one_line() -> None:
    places = zlib.compress(bytes(200_000_000), 1)
    entries = b"/Type/XRef/Size 8/W[1 4 2]/Root 1 0 R/Filter/FlateDecode"
    head = b"%PDF-1.5\n"
    data = b"%b9 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF"

    with pytest.raises(InputError) as raised:
        entry.read(Original(data % (head, _stream(places, entries), len(head)), "a.pdf", "a.pdf"))
    assert str(raised.value).startswith("a.pdf: this PDF takes too much time or memory to open; ")


def test_other_documents_are_read_afterwards_and_no_process_is_left() -> None:
    with pytest.raises(InputError):
        _all_passed(_pdf(_stream(_ONE + b" /X Do"), _ONE + b" /X Do /X Do"), 0.05)

    draft = entry.read(Original(_pdf(_stream(b"BT /F1 12 Tf 72 700 Td (Noon.) Tj ET")), "b", "b"))

    assert "A ship left the harbour." in draft.body
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_every_page_of_an_ordinary_document_passes() -> None:
    _all_passed(drawn.lines((50, 50, "words")), 5.0)
