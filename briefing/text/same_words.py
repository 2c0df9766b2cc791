"""Whether two wordings say the same, letter for letter, but for how they were typeset.

What does not count: case, the kind and the amount of white space, the kind of quotation marks and
of dashes, ligatures and other compatibility forms, composed or decomposed letters, invisible
characters, and words that were hyphenated at the end of a line. Everything else does: a digit, a
minus, a word, an accent, a comma. Digits set higher or lower are not joined to those before them:
``10²`` is not ``102``.
"""

from __future__ import annotations

import re
import unicodedata

from briefing.text.fold import fold_text

_SET_OFF = {"<super>": "^", "<sub>": "_", "<fraction>": " "}
"""What parts a digit of another height, or a fraction, from a digit before it."""
_SPACELESS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff"
"""Scripts without spaces between words: a space there parts nothing."""
_AFTER_DIGIT = re.compile(r"(?<=\d)[^\x00-\x7f]")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])")
"""Thousands parted by spaces."""
_LINE_END = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_])")
_TOKEN = re.compile(
    rf"[{_SPACELESS}]"
    rf"|\d+(?:[.,:/'^]\d+)*"
    rf"|[^\W\d{_SPACELESS}]+(?:'[^\W\d{_SPACELESS}]+)*"
    r"|(?<=\d)['\"]|-(?=\s?\d)|(?<=\d)-|[^\w\s'\"-]"
)
"""A number, a word, a sign; marks of feet and minutes; a dash only beside a digit."""
_LONG_DASH = re.compile(r"(?<=\d)[\u2013-\u2015](?=[^\W\d_])")
"""A dash of a sentence, set close between a number and a word."""
_HIDDEN = re.compile("[\u034f\ufe00-\ufe0f]")
"""Invisible characters that are no format characters: joiners of graphemes, chosen forms."""


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same words; see the top of this file for what does not count."""
    if one == other:
        return True
    ours, theirs = _plain(one), _plain(other)
    if _tokens(ours) == _tokens(theirs):
        return True
    if not (_LINE_END.search(ours) or _LINE_END.search(theirs)):
        return False
    return _tokens(_LINE_END.sub("", ours)) == _tokens(_LINE_END.sub("", theirs))


def _plain(text: str) -> str:
    """A text in its folded form, with digits of another height kept apart."""
    visible = _LONG_DASH.sub(" ", _HIDDEN.sub("", text))
    apart = _AFTER_DIGIT.sub(lambda match: _set_off(match[0]) + match[0], visible)
    return fold_text(apart).replace("\N{FRACTION SLASH}", "/")


def _set_off(char: str) -> str:
    return _SET_OFF.get(unicodedata.decomposition(char).partition(" ")[0], "")


def _tokens(plain: str) -> list[str]:
    return _TOKEN.findall(_GROUPED.sub(lambda match: match[0].replace(" ", ""), plain))
