"""What a PDF calls the characters of its fonts that it draws by codes of their own.

Layout programs give ligatures codes such as 31 and name what stands there: ``/Differences
[31/f_i]`` (ISO 32000-1, 9.6.6). PDFium knows no letters for such names and gives the code. It does
not give the name either, so that the objects of the file are looked through here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_DIFFERENCES = re.compile(rb"/Differences\s*\[([^\]]{0,20000})\]")
_ENTRY = re.compile(rb"(\d{1,3})(?=[\s/])|/([!-.0-;=?-Z\\^-z|~]{1,60})")
"""A code, or the name of what has it; the next names have the next codes."""
_FONT = re.compile(rb"/BaseFont\s*/([!-.0-;=?-Z\\^-z|~]{1,120})")
_REFERENCE = re.compile(rb"/Encoding\s+(\d{1,9})\s+\d{1,5}\s+R")
_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
_PACKED = re.compile(rb"/ObjStm\b")
_NUMBER = re.compile(rb"/(N|First)\s+(\d{1,9})")
_STREAM = re.compile(rb"stream\r?\n")
_LONGEST = 20_000
"""Bytes of an object that may be a font or an encoding."""
_MOST_UNPACKED = 4_000_000
"""Bytes of a stream of objects; more is none."""
_SUBSET = re.compile(r"[A-Z]{6}\+")
_CODE = re.compile(r"(?:uni([0-9A-F]{4})|u([0-9A-F]{4,5}))")
_LONG_NAMES = frozenset({"ff", "fi", "fl", "ffi", "ffl", "st", "ij"})
"""Names of ligatures that are their letters."""

Names = dict[str, dict[int, str]]
"""The letters of the codes of a font, by its name without the mark of a subset."""


def font_key(name: str) -> str:
    """The name of a font without the mark of its subset."""
    return _SUBSET.sub("", name, count=1)


def names_in(data: bytes) -> Names:
    """The letters that a PDF names for codes of its fonts; fonts of one name that differ say none.

    Args:
        data: The bytes of the file.
    """
    encodings: dict[int, dict[int, str]] = {}
    fonts: list[tuple[str, int | dict[int, str]]] = []
    for number, said in _objects(data):
        told = _told(said)
        font = _FONT.search(said)
        if told and font is None:
            encodings[number] = told
        elif font is not None:
            name = font_key(font[1].decode("latin-1"))
            reference = _REFERENCE.search(said)
            fonts.append((name, int(reference[1]) if reference and not told else told))
    names: Names = {}
    for name, where in fonts:
        told = encodings.get(where, {}) if isinstance(where, int) else where
        known = names.setdefault(name, {})
        for code, letters in told.items():
            known[code] = letters if known.get(code, letters) == letters else ""
    return names


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The number and the bytes of each object that may be a font or an encoding."""
    starts = list(_OBJECT.finditer(data))
    for at, start in enumerate(starts):
        end = starts[at + 1].start() if at + 1 < len(starts) else len(data)
        said = data[start.end() : min(end, start.end() + _LONGEST)]
        if b"/BaseFont" in said or b"/Differences" in said:
            yield int(start[1]), said
        packed = _PACKED.search(said)
        if packed is not None:
            yield from _unpacked(said[: packed.start() + 400], data, start.end())


def _unpacked(head: bytes, data: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The objects in a stream of objects (ISO 32000-1, 7.5.7) that is packed with Flate."""
    numbers = {key: int(value) for key, value in _NUMBER.findall(head)}
    stream = _STREAM.search(data, start, start + _LONGEST)
    if stream is None or b"/FlateDecode" not in head or len(numbers) < len((b"N", b"First")):
        return
    try:
        text = zlib.decompressobj().decompress(data[stream.end() :], _MOST_UNPACKED)
    except zlib.error:
        return
    if b"/Differences" not in text and b"/BaseFont" not in text:
        return
    first = numbers[b"First"]
    places = [int(word) for word in text[:first].split() if word.isdigit()]
    places = places[: 2 * min(numbers[b"N"], _LONGEST)]
    ends = [*places[3::2], len(text) - first]
    for number, place, end in zip(places[::2], places[1::2], ends, strict=False):
        yield number, text[first + place : first + end]


def _told(said: bytes) -> dict[int, str]:
    """The letters by the codes of an encoding; names that are no letters are left out."""
    found: dict[int, str] = {}
    for array in _DIFFERENCES.findall(said):
        code = 0
        for number, name in _ENTRY.findall(array):
            if number:
                code = int(number)
                continue
            letters = letters_of(name.decode("latin-1"))
            if letters:
                found[code] = letters
            code += 1
    return found


def letters_of(name: str) -> str:
    """The letters of the name of a character, as ``f_f_i`` and ``T_h.alt``; empty where it is none.

    See https://github.com/adobe-type-tools/agl-specification, section 2.
    """
    parts = [_letters(part) for part in name.partition(".")[0].split("_")]
    return "".join(parts) if all(parts) else ""


def _letters(part: str) -> str:
    code = _CODE.fullmatch(part)
    if code is not None:
        char = chr(int(code[1] or code[2], 16))
        return char if char.isalpha() else ""
    is_letter = len(part) == 1 and part.isalpha()
    return part if is_letter or part in _LONG_NAMES else ""
