"""Bytes of foreign documents into text: in the declared encoding, else in the one they seem to be.

The reader itself takes UTF-8 only (`decoding`); what is imported is written as UTF-8 once and for
all, so here every encoding is welcome that can be told and that fits.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from briefing.model.errors import InputError
from briefing.model.records import dataclass
from briefing.text.decoding import decode_text, guess_encoding
from briefing.text.i18n import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks (https://www.unicode.org/faq/utf_bom.html#bom4), the longer ones first."""
_LABELS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What pages mean by names of older encodings, as Python calls them
(https://encoding.spec.whatwg.org/#names-and-labels)."""
_OTHER_NAMES = {
    "gb_2312-80": "gbk",
    "iso-8859-8-i": "iso8859-8",
    "koi8-ru": "koi8-u",
    "unicode-1-1-utf-8": "utf-8",
    "windows-31j": "cp932",
    "windows-874": "cp874",
    "x-gbk": "gbk",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-sjis": "cp932",
}
"""Labels of the same standard that Python does not know."""
_CHARACTER_SETS = frozenset(
    """
    ascii big5 big5hkscs cp437 cp850 cp852 cp855 cp858 cp866 cp874 cp932 cp949 cp950 cp1250 cp1251
    cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030
    gb2312 gbk hz iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_3 iso2022_kr iso8859-1 iso8859-2
    iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-11
    iso8859-13 iso8859-14 iso8859-15 iso8859-16 johab koi8-r koi8-t koi8-u mac-cyrillic mac-greek
    mac-latin2 mac-roman mac-turkish ptcp154 shift_jis shift_jis_2004 tis-620 utf-8 utf-8-sig utf-16
    utf-16-be utf-16-le utf-32 utf-32-be utf-32-le
    """.split()  # noqa: SIM905 - eighty quoted words read worse
)
"""The character sets of the web and of older computers, as Python calls them. What else Python
decodes (``punycode``, ``unicode_escape``, ``utf-7``) are ways to write text in other text."""
_ESCAPED = ("iso2022", "hz")
"""What writes other scripts in bytes that are ASCII, and so valid UTF-8 too."""
_DECLARATION = re.compile(
    rb"""(?ix) <meta\s[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})
       | \A\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})"""
)
_PRESCAN = 4096
"""Bytes of a page in which it may declare its encoding (HTML asks for the first 1024)."""
_SAMPLE = 64 * 1024
_NO_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how it was read."""

    text: str
    """Without a byte order mark."""
    encoding: str | None = None
    """What it was in; None for UTF-8."""
    stray: int = 0
    """Bytes of another encoding in a text of UTF-8; each became U+FFFD."""


def decode_foreign(data: bytes, where: str, declared: str | None = None) -> Decoded:
    """The text of some bytes in whatever encoding they are.

    Args:
        data: The whole document.
        where: What an error names as the place.
        declared: What the document or its server says.

    Raises:
        InputError: It is empty, binary, or in no encoding that can be told.
    """
    if data.startswith(_BINARY):
        raise _binary(where)
    for encoding in _candidates(data, declared):
        text = _decoded(data, encoding)
        if text is not None:
            _refuse_what_is_no_text(text, where)
            name = None if _python_name(encoding) in ("utf-8", "utf-8-sig") else encoding
            return Decoded(text.removeprefix("\ufeff"), name)
    mixed = _mixed(data)
    return Decoded(decode_text(data, where)) if mixed is None else mixed


def declared_in(data: bytes) -> str | None:
    """The encoding that an HTML page declares for itself."""
    match = _DECLARATION.search(data[:_PRESCAN])
    return (match[1] or match[2]).decode("ascii", "replace") if match is not None else None


def _candidates(data: bytes, declared: str | None) -> Iterator[str]:
    """Encodings in the order in which they are tried; to guess one takes time.

    Bytes that are valid UTF-8 are UTF-8, whatever they are said to be: text in another encoding is
    hardly ever, and pages often declare one that they had once.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            yield encoding
            return
    known = _python_name(declared or "")
    found = [] if declared is None or known is None else [declared]
    is_escaped = known is not None and known.startswith(_ESCAPED)
    found = [*found, "utf-8"] if is_escaped else ["utf-8", *found]
    if b"\0" not in data:
        yield from found
        yield from _guesses(data)
    else:
        yield from (name for name in found if name.lower().startswith("utf-16"))
        yield from _wide(data[:_SAMPLE])


def _guesses(data: bytes) -> list[str]:
    """What bytes that are no UTF-8 seem to be."""
    first = _NO_ASCII.search(data)
    if first is None:
        return []
    begin = data.rfind(b"\n", 0, max(0, first.start() - _SAMPLE)) + 1
    guess = guess_encoding(data[begin : first.start() + _SAMPLE])
    return [] if guess is None else [guess]


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 with a few bytes of another encoding, as in a page that was put together from parts.

    None where more than every fifth letter beyond ASCII is damaged, or the last one is cut: then
    the document is not whole.
    """
    if b"\0" in data:
        return None
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = decoder.decode(data)
    stray = text.count("\ufffd") - data.count("\ufffd".encode())
    letters = len(text) - len(text.encode("ascii", "ignore"))
    is_cut = bool(decoder.getstate()[0])
    if is_cut or stray * 5 > letters:
        return None
    return Decoded(text.removeprefix("\ufeff"), stray=stray)


def _wide(sample: bytes) -> list[str]:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 10 < len(sample) * 4 or min(even, odd) * 20 > max(even, odd):
        return []
    return ["utf-16-be" if even > odd else "utf-16-le"]


def _python_name(encoding: str) -> str | None:
    """What Python calls a character set; None where it knows none of this name."""
    label = encoding.strip().lower()
    try:
        name = codecs.lookup(_OTHER_NAMES.get(label, label)).name
    except (LookupError, ValueError):
        return None
    return name if name in _CHARACTER_SETS else None


def _decoded(data: bytes, encoding: str) -> str | None:
    name = _python_name(encoding)
    for codec in () if name is None else (_LABELS.get(name, name), name):
        try:
            return data.decode(codec)
        except UnicodeError:
            continue
    return None


def _refuse_what_is_no_text(text: str, where: str) -> None:
    if not text.removeprefix("\ufeff").strip():
        raise InputError(_("is empty"), where=where, remedy=_("there is nothing to import in it"))
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) * 20 > len(sample):
        raise _binary(where)


def _binary(where: str) -> InputError:
    remedy = _("name a text, an HTML page or a Markdown file")
    return InputError(_("is not a text but a binary file"), where=where, remedy=remedy)
