"""What the letters of typed words stand for, as regular expressions."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefing.text.digit_groups import (
    BETWEEN_DIGITS,
    NO_GROUP_BEFORE,
    NO_GROUP_BEHIND,
    has_groups,
)
from briefing.text.spellings import (
    ACCENTED_RANGES,
    ACCENTS,
    HYPHENS,
    LIKE,
    SET_AS_ONE,
    UNSEEN,
)

_MARKS = f"[{ACCENTS}{UNSEEN}]*+"
_PARTED = rf"(?:[{HYPHENS}]|(?<=\u00ad))[{UNSEEN}]*+\s++[{UNSEEN}]*+"
_LINE_END = f"(?:{_PARTED})?"
"""A word that was hyphenated at the end of a line. It ends in ``?`` and not in ``?+``: up to Python
3.11.4 a possessive group that could try again inside fails wrongly (python/cpython#106052)."""
_OF_WORD = r"[^\Wʼ]"
"""A letter or digit; the apostrophe that Unicode calls a letter parts words as any other."""
_NO_WORD_BEFORE = rf"(?<!{_OF_WORD})" + "".join(
    rf"(?<!{_OF_WORD}[{ACCENTS}{UNSEEN}]{{{count}}})" for count in (1, 2)
)
_NO_WORD_BEHIND = rf"(?![{ACCENTS}{UNSEEN}]*{_OF_WORD})(?![{ACCENTS}])"
_REST_OF_WORD = rf"[\w{ACCENTS}{UNSEEN}]*+"
_DECIMAL = re.compile(r"(?<=[0-9])[.,](?=[0-9])")
"""A point or a comma of a number: which one it is depends on the language."""


def letters_of(typed: str) -> list[str]:
    """The patterns of letters and spaces, to be matched one right after the other.

    Args:
        typed: Words as they are meant; case is ignored unless it has an upper-case letter.
    """
    folded = not any(char.isupper() for char in typed)
    letters = [r"\s"] if typed[0].isspace() else []
    for number, word in enumerate(typed.split()):
        letters += [r"\s+"] if number else []
        letters += _word(word, folded=folded)
    return [*letters, r"\s"] if typed[-1].isspace() else letters


def word_ends(typed: str, *, is_beginning: bool) -> tuple[str, str]:
    """What may not stand before whole words, and behind them: nothing where a space is typed.

    Args:
        typed: The words.
        is_beginning: Whether the last one may go on; then all of it is matched.
    """
    before = _NO_WORD_BEFORE + (NO_GROUP_BEFORE if has_groups(typed, 1) else "")
    behind = _NO_WORD_BEHIND + (NO_GROUP_BEHIND if has_groups(typed, len(typed) - 1) else "")
    behind = _REST_OF_WORD if is_beginning else behind
    return "" if typed[0].isspace() else before, "" if typed[-1].isspace() else behind


def _word(word: str, *, folded: bool) -> list[str]:
    """The patterns of a word's letters, which may be set as one or parted at the end of a line."""
    parts: list[str] = []
    at = 0
    while at < len(word):
        size = next((n for n in (3, 2) if word[at : at + n].lower() in SET_AS_ONE), 1)
        piece = word[at : at + size]
        letters = _LINE_END.join(_letter(char, folded=folded) for char in piece)
        if _DECIMAL.match(word, at):
            letters = f"[.,][{UNSEEN}]*+"
        if size > 1:
            forms = [_form(form, folded=folded) for form in SET_AS_ONE[piece.lower()]]
            letters = f"(?:{'|'.join([letters, *forms])})"
        at += size
        parts.append(letters + _behind(word, at))
    return parts


def _behind(word: str, at: int) -> str:
    """What may stand in a word there: the end of a line, or what parts the groups of a number."""
    following = word[at : at + 1]
    if not following or following in LIKE["-"]:
        return ""
    if has_groups(word, at):
        return f"(?:{_PARTED}|{BETWEEN_DIGITS})?"
    return r"\s?+" if word[at - 1] in LIKE["-"] else _LINE_END


def _form(form: str, *, folded: bool) -> str:
    """The pattern of letters of which some are set as one character."""
    return "".join(
        _letter(char, folded=folded) if char.isascii() else re.escape(char) + _MARKS
        for char in form
    )


def _letter(char: str, *, folded: bool) -> str:
    forms = {char, char.upper(), char.lower()} if folded else {char}
    single = sorted(form for form in forms if len(form) == 1)
    if unicodedata.normalize("NFD", char) != char:
        both = [re.escape(form) for form in single]
        both += [re.escape(unicodedata.normalize("NFD", form)) for form in single]
        return f"(?:{'|'.join(both)}){_MARKS}"
    members = "".join(f + _accented().get(f, "") + _also(f) for f in single)
    marks = _MARKS if char.isalpha() else f"[{UNSEEN}]*+"
    if len(members) == 1:
        return re.escape(members) + marks
    return f"[{re.escape(members)}]{marks}"


def _also(char: str) -> str:
    like = LIKE.get(char.lower(), "")
    return like.upper() if char.isupper() else like


@lru_cache(maxsize=1)
def _accented() -> dict[str, str]:
    """Every plain letter with its accented forms."""
    forms: dict[str, str] = {}
    for first, end in ACCENTED_RANGES:
        for code in range(first, end):
            base = unicodedata.normalize("NFD", chr(code))[0]
            if base != chr(code):
                forms[base] = forms.get(base, "") + chr(code)
    return forms
