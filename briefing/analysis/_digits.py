"""What digits mean: their separators, and the power of ten that they are multiplied by."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
"""Digits as India groups them: ``2,50,000``."""

_APOSTROPHES = re.compile("['’]")
_NO_DIGIT = re.compile(r"\D")
_MARKS = re.compile(r"[.,]")
_INSIDE = re.compile(r"[\s\u00a0\u202f\u2009'’]")
"""What may stand between the digits of a number and is no sign of a decimal."""

_GROUPED_BY = {mark: re.compile(rf"\d{{1,3}}(?:\{mark}\d{{3}})+") for mark in ".,"}
"""Thousands with one of the signs."""

_TWO_MARKS = re.compile(r"\d{1,3}['’]\d{3}(?:[.,]\d{3})+")
"""Digits whose millions have another mark than their thousands: ``1’396.342`` in Latin America."""

_RAISED = re.compile(r"\d{1,3}['’]\d{1,2}")
"""A percentage whose decimals stand behind an apostrophe, as in Spain: ``12'1 por ciento``."""

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
"""Digits that are thousands in some countries of a language: nobody writes three decimals."""

_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_EXPONENT = r"(?:\^([-−]?\d{1,2})(?!\d)|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2}))"
_POWER = re.compile(rf"\s?[×x·∙⋅*]\s?10{_EXPONENT}")
"""A power of ten that a number is multiplied by: 1.2 ``× 10⁶``, 3 ``x 10^-4``."""
_EXPONENT_BEHIND = re.compile(_EXPONENT)
_NOTES = (0, 1, 2)
"""Exponents that may be marks of notes: ``10²``."""


def number(digits: str, words: FigureWords) -> int | Decimal:
    """What some digits with separators mean in a language.

    ``14.000`` is fourteen thousand where the comma is the decimal sign, and fourteen where the
    point is. Without data for the language three digits after a separator make a group.
    """
    if digits.isdecimal():
        return int(digits)
    plain = digits
    if _INSIDE.search(digits) is not None:
        if _RAISED.fullmatch(digits):
            return Decimal(_APOSTROPHES.sub(".", digits))
        if _TWO_MARKS.fullmatch(digits):
            return int(_NO_DIGIT.sub("", digits))
        plain = _INSIDE.sub("", digits)
    if words.own.numbers.commas_may_group and _GROUPED.fullmatch(plain):
        return int(plain.replace(",", ""))
    whole, fraction = _parts(plain, words.decimal)
    if not fraction:
        return int(whole)
    return Decimal(f"{whole}.{fraction}")


def _parts(plain: str, decimal: str) -> tuple[str, str]:
    separators = [char for char in plain if char in ".,"]
    if not separators:
        return plain, ""
    last = separators[-1]
    head, _, tail = plain.rpartition(last)
    if _INDIAN.fullmatch(plain):
        return plain.replace(",", ""), ""
    grouped = _GROUPED_BY[last].fullmatch(plain) is not None
    if grouped and (last != decimal or separators.count(last) > 1):
        return plain.replace(last, ""), ""
    return _MARKS.sub("", head), tail


def power_behind(text: str, end: int, digits: str) -> tuple[int, int] | None:
    """The power of ten of a number, and where it ends; None where there is none.

    Args:
        text: A line of the text.
        end: The character behind the digits.
        digits: The number; a bare 10 may have its exponent itself.
    """
    match = _POWER.match(text, end)
    is_bare = match is None and digits == "10"
    if is_bare:
        match = _EXPONENT_BEHIND.match(text, end)
    if match is None:
        return None
    said = int((match[1] or match[2]).translate(_RAISED_DIGITS))
    if not is_bare:
        return said, match.end()
    return None if said in _NOTES else (said - 1, match.end())


def counted_ahead(own: Language) -> str:
    """An expression for the word behind digits that a plain space groups: no title, as pages have.

    So the pages 98 and 216 stay two before the name of a chapter: ``98 216 Notes and tables``.
    """
    endings = "|".join(map(re.escape, own.units.plural_endings))
    if own.sentences.capital_nouns or not endings:
        return r"[ \u00a0][^\W\d_]"
    known = any_of((*own.units.symbols, *own.numbers.codes))
    title = rf"(?:{any_of(own.lists.conjunctions)}|{any_of(own.units.stop)})"
    plural = rf"[^\W\d_]+(?:{endings})(?!\w)(?! (?:{title}) [^\W\d_a-zß-ÿ])"
    return rf"[ \u00a0](?:[a-zß-ÿ]|(?:{known})(?!\w)|{plural}(?=\W* ?[a-zß-ÿ]|[.,;:)]))"


def as_plain(value: int | Decimal) -> int | Decimal:
    """An integer wherever it is one."""
    if isinstance(value, int):
        return value
    return int(value) if value == int(value) else Decimal(value).normalize()
