"""A text that was encoded twice: UTF-8 that a program took for Western, and wrote as UTF-8 again.

Its curly apostrophe is three characters then, ``donâ€™t``, and words are torn where one of them is
a control character. That can be undone without loss where it was done to a whole text.
"""

from __future__ import annotations

import re

_BEYOND = re.compile("[^\x00-\x7f]+")
_TO_BYTES = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""The characters that Windows-1252 has in the place of control characters
(https://encoding.spec.whatwg.org/#windows-1252); the five bytes without one stay what they are."""
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")
"""What nobody writes, and what is left of a text that was taken for ISO 8859-1."""
_FEW = 3
"""Stretches below which a text may tell of such signs, unless one is a control character."""


def encoded_once(text: str) -> str:
    """A text as it was before it was encoded again.

    Returns:
        The text itself where a single stretch beyond ASCII is not UTF-8 that was taken for
        Windows-1252 or ISO 8859-1, or where there are too few of them to tell.
    """
    if text.isascii():
        return text
    if any(_undone(stretch[0]) is None for stretch in _BEYOND.finditer(text)):
        return text
    if len(_BEYOND.findall(text)) < _FEW and _CONTROL.search(text) is None:
        return text
    return _BEYOND.sub(lambda stretch: _undone(stretch[0]) or stretch[0], text)


def _undone(stretch: str) -> str | None:
    """What a stretch was; None where it is no UTF-8 that was misread."""
    try:
        return stretch.translate(_TO_BYTES).encode("latin-1").decode()
    except UnicodeError:
        return None
