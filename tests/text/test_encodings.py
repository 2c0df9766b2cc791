from __future__ import annotations

import codecs

import pytest

from briefing.model.errors import InputError
from briefing.text.encodings import declared_in, decode_foreign

ITALIAN = "Perché la città è così? «Già», disse – e tacque…"
RUSSIAN = "Москва отрицает все обвинения и называет доклад ложью. " * 3


@pytest.mark.parametrize(
    ("text", "encoding", "declared", "named"),
    [
        (ITALIAN, "utf-8", None, None),
        (ITALIAN, "utf-8", "utf-8", None),
        (ITALIAN, "utf-8", "no-such-thing", None),
        (ITALIAN, "utf-8-sig", "iso-8859-1", None),
        (ITALIAN, "cp1252", "windows-1252", "windows-1252"),
        (ITALIAN, "cp1252", "iso-8859-1", "iso-8859-1"),
        (ITALIAN, "cp1252", "utf-8", "Windows-1252"),
        (ITALIAN, "cp1252", "base64", "Windows-1252"),
        (ITALIAN, "cp1252", "punycode", "Windows-1252"),
        (ITALIAN, "cp1252", "unicode_escape", "Windows-1252"),
        (ITALIAN, "utf-8", "idna", None),
        (ITALIAN, "utf-8", "windows-1252", None),
        ("plain words +AGE- \\\\u0041", "ascii", "utf-7", None),
        ("plain words \\\\u0041", "ascii", "unicode_escape", None),
        ("日本の報告", "iso2022_jp", "iso-2022-jp", "iso-2022-jp"),
        ("日本の報告", "cp932", "x-sjis", "x-sjis"),
        (ITALIAN, "cp1252", None, "Windows-1252"),
        (ITALIAN, "utf-16", None, "utf-16"),
        (ITALIAN, "utf-16-le", None, "utf-16-le"),
        (ITALIAN, "utf-16-be", None, "utf-16-be"),
        (ITALIAN, "utf-32", None, "utf-32"),
        (RUSSIAN, "cp1251", None, "Windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r", "koi8-r"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_is_in_and_that_is_named(
    text: str, encoding: str, declared: str | None, named: str | None
) -> None:
    decoded = decode_foreign(text.encode(encoding), "a.txt", declared)
    assert decoded.text == text
    assert decoded.encoding == named


def test_a_few_bytes_of_another_encoding_cost_themselves_and_are_counted() -> None:
    mixed = "Perché così? «Già», disse – ".encode() + "à e è".encode("latin-1")
    found = decode_foreign(mixed + " più, città, però, lunedì, né".encode(), "a.html", "utf-8")
    assert found.text == "Perché così? «Già», disse – \ufffd e \ufffd più, città, però, lunedì, né"
    assert (found.encoding, found.stray) == (None, 2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t ",
        codecs.BOM_UTF8,
        b"%PDF-1.7 text",
        b"\x89PNG\r\n",
        bytes(range(256)) * 20,
        b"\x01\x02\x03 words \x04\x05\x06",
        b"text with \0 one zero in it",
        ("più città, " * 5).encode() + b"\xc3",
    ],
)
def test_what_is_no_text_is_one_clear_line(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode_foreign(data, "a.bin")
    assert str(caught.value).startswith("a.bin")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (b'<html><head><meta charset="windows-1251">', "windows-1251"),
        (
            b'<META http-equiv=Content-Type content="text/html; charset=iso-8859-15">',
            "iso-8859-15",
        ),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><html>', "iso-8859-1"),
        (b"<p>charset=nothing</p>", None),
    ],
)
def test_a_page_is_asked_what_it_declares(data: bytes, declared: str | None) -> None:
    assert declared_in(data) == declared
