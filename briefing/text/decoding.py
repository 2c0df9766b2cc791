"""Bytes into text: UTF-8 or one clear line that says what the bytes seem to be instead."""

from __future__ import annotations

import codecs

from briefing.model.errors import InputError
from briefing.text.i18n import _

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
"""Byte order marks (https://www.unicode.org/faq/utf_bom.html#bom4), the longer ones first."""

_SAMPLE = 64 * 1024
"""Bytes that are enough to guess an encoding."""


def decode_text(data: bytes, where: str) -> str:
    """The text of some bytes, without a byte order mark.

    Args:
        data: The whole file.
        where: What an error names as the place.

    Raises:
        InputError: It is empty, binary or in another encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise _foreign(encoding, where)
    if b"\0" in data:
        raise _with_null(data, where)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _invalid(data, error, where) from error
    text = text.removeprefix("\ufeff")
    if not text or text.isspace():
        raise InputError(_("is empty"), where=where, remedy=_("there is nothing to read in it"))
    return text


def _with_null(data: bytes, where: str) -> InputError:
    """What a text never has: a zero byte. Wide encodings of Latin text are half zeros."""
    sample = data[:_SAMPLE]
    if sample.count(0) * 10 >= len(sample) * 4 and _is_striped(sample):
        return _foreign("UTF-16", where)
    return InputError(_("is not a text but a binary file"), where=where, remedy=_("name a text"))


def _is_striped(sample: bytes) -> bool:
    """Whether nearly all zeros stand in every other place, as in UTF-16 without a mark."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return min(even, odd) * 20 <= max(even, odd)


def _invalid(data: bytes, error: UnicodeDecodeError, where: str) -> InputError:
    """Why the bytes are no UTF-8, with the line of the first that is wrong."""
    line = data.count(b"\n", 0, error.start) + 1
    spot = f"{where}:{line}"
    if error.reason == "unexpected end of data":
        return InputError(_("ends in the middle of a character"), where=spot, remedy=_whole())
    what = _("is not UTF-8 (byte {byte:#04x} at offset {offset})").format(
        byte=data[error.start], offset=error.start
    )
    begin = data.rfind(b"\n", 0, max(0, error.start - _SAMPLE)) + 1
    guess = guess_encoding(data[begin : error.start + _SAMPLE])
    if guess is None:
        return InputError(what, where=spot, remedy=_whole())
    return InputError(what, where=spot, remedy=_conversion(guess, where))


def guess_encoding(sample: bytes) -> str | None:
    """The encoding that bytes seem to be in; None for UTF-8 with some damage."""
    damage = sample.decode("utf-8", "replace").count("\ufffd")
    whole = sum(1 for byte in sample if byte >= 0xC2) - damage
    if whole > 4 * damage:
        return None
    high = [byte for byte in sample if byte >= 0x80]
    latin = sum(1 for byte in sample if chr(byte).isascii() and chr(byte).isalpha())
    return _guess_latin(high) if len(high) <= latin else _guess_other(sample, high)


def _guess_latin(high: list[int]) -> str:
    """The encoding of a text with some accents.

    Windows-1252 puts letters where Latin-1 has control characters (0x80 to 0x9f), and is otherwise
    the same (https://encoding.spec.whatwg.org/#legacy-single-byte-encodings).
    """
    return "Windows-1252" if any(byte <= 0x9F for byte in high) else "Latin-1"


def _guess_other(sample: bytes, high: list[int]) -> str:
    """The encoding of a text in another script.

    Small Cyrillic letters, most of a Russian text, lie at 0xe0 to 0xff in Windows-1251 and at 0xc0
    to 0xdf in KOI8-R; East Asian letters are pairs of bytes.
    """
    if sum(1 for byte in high if byte >= 0xE0) * 10 > len(high) * 7:
        return "Windows-1251"
    if sum(1 for byte in high if 0xC0 <= byte <= 0xDF) * 10 > len(high) * 7:
        return "KOI8-R"
    return "Shift_JIS" if _is_valid(sample, "shift_jis") else "GB18030"


def _is_valid(sample: bytes, encoding: str) -> bool:
    """Whether all of the sample can be read; its last letter may be cut."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _foreign(encoding: str, where: str) -> InputError:
    what = _("is in {encoding}, not in UTF-8").format(encoding=encoding)
    return InputError(what, where=where, remedy=_conversion(encoding, where))


def _conversion(encoding: str, where: str) -> str:
    return _("it seems to be {encoding}: `iconv -f {encoding} -t UTF-8` converts it").format(
        encoding=encoding, where=where
    )


def _whole() -> str:
    return _("get the file again, it seems damaged")
