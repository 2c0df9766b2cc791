"""A book whose chapters are encrypted is said to be locked; one with encrypted fonts is read."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.importers import epub
from tests.parsing.importers import forms

AES, SHOP = "http://www.w3.org/2001/04/xmlenc#aes256-cbc", "http://itunes.apple.com/dataenc"
FONT = "http://www.idpf.org/2008/embedding"


def book(encrypted: dict[str, str], *, more: str | None = None) -> Original:
    """A book that says of some of its files how they are encrypted, with another file in it."""
    entries = "".join(
        f'<e:EncryptedData><e:EncryptionMethod Algorithm="{way}"/>'
        f'<e:CipherData><e:CipherReference URI="{name}"/></e:CipherData></e:EncryptedData>'
        for name, way in encrypted.items()
    )
    file = io.BytesIO(forms.book(["<p>Some words of the first.</p>", "<p>More words.</p>"]))
    with ZipFile(file, "a") as archive:
        archive.writestr(
            "META-INF/encryption.xml",
            f'<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#">{entries}</encryption>',
        )
        if more is not None:
            archive.writestr(more, "<rights/>")
    return Original(file.getvalue(), "b.epub", "b.epub")


@pytest.mark.parametrize(
    ("encrypted", "more"),
    [
        ({"OEBPS/c0.xhtml": AES, "OEBPS/c1.xhtml": AES}, "META-INF/license.lcpl"),
        ({"OEBPS/c1.xhtml": AES}, "META-INF/license.lcpl"),
        ({"OEBPS/c%30.xhtml": SHOP}, "META-INF/sinf.xml"),
        ({"OEBPS/c0.xhtml": AES}, "META-INF/rights.xml"),
    ],
)
def test_a_book_with_encrypted_chapters_is_locked(encrypted: dict[str, str], more: str) -> None:
    with pytest.raises(InputError, match="this book is locked"):
        epub.read(book(encrypted, more=more))


@pytest.mark.parametrize("more", [None, "META-INF/rights.xml"])
def test_a_book_with_nothing_but_encrypted_fonts_is_read(more: str | None) -> None:
    assert "Some words" in epub.read(book({"OEBPS/f.otf": FONT}, more=more)).body
