"""What cannot be read ends in one line that says what it is and what would read it."""

from __future__ import annotations

import gzip

import pytest

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.importers.formats import read_original
from tests.parsing.importers import forms

RSS = b"<rss><channel><item><link>https://a.example/1</link></item></channel></rss>"
ATOM = b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='https://a.example/1'/></entry></feed>"
JSON = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://a.example/1"}]}'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_document(kind: str) -> bytes:
    """An empty document of LibreOffice."""
    return forms.zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}"})


@pytest.mark.parametrize(
    ("data", "what", "remedy"),
    [
        (RSS, "this is a feed", "briefing import https://a.example/1"),
        (ATOM, "this is a feed", "briefing import https://a.example/1"),
        (JSON, "this is a feed", "briefing import https://a.example/1"),
        (gzip.compress(b"<p>", mtime=0), "packed by gzip", "gunzip x"),
        (forms.zipped({"a.html": ""}), "ZIP archive", "unzip x"),
        (forms.zipped({"xl/workbook.xml": ""}), "workbook of Excel", "--convert-to pdf x"),
        (forms.zipped({"ppt/presentation.xml": ""}), "PowerPoint", "--convert-to pdf x"),
        (open_document("text"), "LibreOffice", "--convert-to docx x"),
        (open_document("spreadsheet"), "LibreOffice", "--convert-to pdf x"),
        (b"{\\rtf1 Hello}", "RTF", "--convert-to docx x"),
        (OLE, "old office program", "--convert-to docx x"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "save it without one"),
    ],
)
def test_what_is_no_document_says_what_it_is_and_what_to_do(
    data: bytes, what: str, remedy: str
) -> None:
    with pytest.raises(InputError) as caught:
        read_original(Original(data, "x", "x"))
    assert what in caught.value.what
    assert remedy in str(caught.value.remedy)
