"""Bytes into text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.errors import InputError
from briefing.text.decoding import decode_text

ITALIAN = "Il perché della città è più in là.\nCosì è.\n"


def _line(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        decode_text(data, "x.md")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_text_comes_back_without_its_mark() -> None:
    assert decode_text(ITALIAN.encode("utf-8-sig"), "x") == ITALIAN


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (ITALIAN.encode("latin-1"), ["x.md:1", "offset 8", "Latin-1", "iconv"]),
        ("una riga\n«città» – 5 €\n".encode("cp1252"), ["x.md:2", "Windows-1252"]),
        (ITALIAN.encode("utf-16"), ["UTF-16", "iconv"]),
        (ITALIAN.encode("utf-16-le"), ["UTF-16"]),
        (ITALIAN.encode("utf-16-be"), ["UTF-16"]),
        (ITALIAN.encode("utf-32"), ["UTF-32"]),
        ("北朝鮮はロシアに兵士を送った。".encode("shift_jis"), ["Shift_JIS"]),
        ("朝鲜向俄罗斯派遣了士兵。".encode("gb18030"), ["GB18030"]),
        ("Северная Корея отправила солдат в Россию.".encode("cp1251"), ["Windows-1251"]),
        ("Северная Корея отправила солдат в Россию.".encode("koi8-r"), ["KOI8-R"]),
        (b"GIF89a\0\x01\0\x02", ["binary"]),
        (b"\x7fELF\x02\x01\x01" + bytes(100), ["binary"]),
        (b"", ["empty"]),
        (b"\xef\xbb\xbf \n", ["empty"]),
    ],
)
def test_what_is_no_utf8_text_is_named_with_its_likely_encoding(
    data: bytes, parts: list[str]
) -> None:
    line = _line(data)
    for part in parts:
        assert part in line


def test_a_text_cut_inside_a_letter_is_called_damaged() -> None:
    cut = ("uno\n" + "città " * 20 + "è").encode()[:-1]
    assert "x.md:2: ends in the middle of a character" in _line(cut)


def test_a_text_with_one_bad_byte_is_not_called_another_encoding() -> None:
    line = _line("città è più ".encode() + b"\xff" + (ITALIAN * 9).encode())
    assert "Latin" not in line
    assert "damaged" in line


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_one_line(data: bytes) -> None:
    try:
        answer = decode_text(data, "x")
    except InputError as error:
        answer = str(error)
        answer = "" if "\n" in answer else answer
    assert answer.strip()


@given(st.text(max_size=100))
def test_any_text_without_a_zero_comes_back(text: str) -> None:
    kept = text.replace("\0", "")
    if kept.removeprefix("\ufeff").strip():
        assert decode_text(kept.encode(), "x") == kept.removeprefix("\ufeff")
