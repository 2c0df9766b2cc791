from __future__ import annotations

import importlib
import sys

import pytest

from briefing.model.errors import UsageError
from briefing.model.original import Original
from briefing.parsing.importers.formats import IMPORTERS, kind_of, read_original


@pytest.mark.parametrize(
    ("name", "media_type", "data", "kind"),
    [
        ("a.html", None, b"x", "html"),
        ("a.HTM", None, b"x", "html"),
        ("a.txt", None, b"\xef\xbb\xbf \n<!DOCTYPE html><p>x", "html"),
        ("", "text/html", b"x", "html"),
        ("a.md", "text/plain", b"x", "markdown"),
        ("", "text/markdown", b"x", "markdown"),
        ("a.txt", "text/plain", b"# x", "text"),
        ("", None, b"# x", "unknown"),
        ("README", None, b"x", "unknown"),
        ("", None, b'<div class="a"><p>x', "html"),
        ("a.txt", None, b"<p> is a tag of HTML", "text"),
    ],
)
def test_the_kind_of_a_document_is_told_by_bytes_server_and_name(
    name: str, media_type: str | None, data: bytes, kind: str
) -> None:
    assert kind_of(Original(data, "x", name, media_type=media_type)) == kind


@pytest.mark.parametrize("kind", IMPORTERS)
def test_every_row_names_a_module_that_reads(kind: str) -> None:
    module = importlib.import_module(f"briefing.parsing.importers.{IMPORTERS[kind].module}")
    assert callable(module.read)


def test_no_two_rows_claim_one_ending_or_media_type() -> None:
    for claims in ("endings", "media_types"):
        claimed = [claim for importer in IMPORTERS.values() for claim in getattr(importer, claims)]
        assert len(claimed) == len(set(claimed))


def test_a_page_declares_its_encoding_and_a_text_does_not() -> None:
    page = '<meta charset="koi8-r"><body><p>' + "Москва отрицает все обвинения. " * 20
    assert "Москва" in read_original(Original(page.encode("koi8-r"), "x", "a.html")).body
    plain = b'<meta charset="cp037"> words'
    assert read_original(Original(plain, "x", "a.txt")).body.strip().endswith("words")


def test_a_missing_extra_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    for name in [name for name in sys.modules if name.startswith("briefing.parsing.importers.")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(UsageError) as caught:
        read_original(Original(b"<html><p>words", "a.html", "a.html"))
    assert "the extra “html”" in str(caught.value)
    assert "pip install 'briefing[html]'" in str(caught.value)
    assert "\n" not in str(caught.value)
