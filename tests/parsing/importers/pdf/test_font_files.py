"""Where the name of a font says nothing of its style, its file does."""

from __future__ import annotations

import struct

import pytest

from briefing.parsing.importers.pdf.font_files import says_nothing, style_in


def truetype(style: int) -> bytes:
    """A TrueType file with two tables, of which the second says how the font is styled."""
    head = struct.pack(">44xH8x", style)
    entries = struct.pack(">4sIII", b"OS/2", 0, 44, 8) + struct.pack(">4sIII", b"head", 0, 52, 54)
    return b"\x00\x01\x00\x00" + struct.pack(">HHHH", 2, 0, 0, 0) + entries + bytes(8) + head


@pytest.mark.parametrize(
    ("data", "style"),
    [
        (truetype(0), (False, False)),
        (truetype(1), (True, False)),
        (truetype(2), (False, True)),
        (truetype(3), (True, True)),
        (truetype(3)[:60], (False, False)),
        (b"%!PS-AdobeFont-1.0: Advp405B6", (False, False)),
        (b"", (False, False)),
    ],
)
def test_the_file_of_a_font_says_whether_it_is_bold_or_leans(
    data: bytes, style: tuple[bool, bool]
) -> None:
    assert style_in(data) == style


@pytest.mark.parametrize(
    ("name", "is_so"),
    [
        ("Times New Roman", True),
        ("CIDFont+F1", True),
        ("F12", True),
        ("TimesNewRomanPSMT", False),
        ("Times New Roman,Bold", False),
        ("DejaVuSans", False),
        ("ABCDEF+F1Regular", False),
    ],
)
def test_the_name_of_a_family_alone_says_nothing_of_the_style(name: str, *, is_so: bool) -> None:
    assert says_nothing(name) == is_so
