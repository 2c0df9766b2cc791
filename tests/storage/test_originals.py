from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

from briefing.model.errors import InputError, NotFoundError
from briefing.storage.originals import Original, load_original


@pytest.mark.parametrize(
    ("name", "media_type", "data", "form"),
    [
        ("a.html", None, b"x", "html"),
        ("a.HTM", None, b"x", "html"),
        ("a.txt", None, b"\xef\xbb\xbf \n<!DOCTYPE html><p>x", "html"),
        ("", "text/html", b"x", "html"),
        ("a.md", "text/plain", b"x", "markdown"),
        ("", "text/markdown", b"x", "markdown"),
        ("a.txt", "text/plain", b"# x", "text"),
        ("", None, b"# x", None),
        ("README", None, b"x", None),
        ("", None, b'<div class="a"><p>x', "html"),
        ("a.txt", None, b"<p> is a tag of HTML", "text"),
    ],
)
def test_the_kind_of_a_document_is_told_by_name_server_and_beginning(
    name: str, media_type: str | None, data: bytes, form: str | None
) -> None:
    assert Original(data, "x", name, media_type=media_type).form == form


def test_a_file_is_read_with_its_name_and_checksum(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("Città".encode("cp1252"))
    original = load_original(str(path))
    assert (original.name, original.where, original.url) == ("report.txt", str(path), None)
    assert original.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert original.decode().text == "Città"


def test_standard_input_has_no_name() -> None:
    original = load_original("-", io.BytesIO(b"words"))
    assert (original.name, original.data) == ("", b"words")


def test_a_page_declares_its_encoding_and_a_text_does_not() -> None:
    data = '<meta charset="koi8-r"><p>Москва'.encode("koi8-r")
    assert "Москва" in Original(data, "x", "a.html").decode().text
    plain = b'<meta charset="cp037"> words'
    assert Original(plain, "x", "a.txt").decode().text.endswith("words")


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no such file"):
        load_original(str(tmp_path / "a.txt"))
    with pytest.raises(InputError, match="is a folder"):
        load_original(str(tmp_path))
    with pytest.raises(InputError, match="only http and https"):
        load_original("file:///etc/passwd")
