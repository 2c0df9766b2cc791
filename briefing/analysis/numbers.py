"""How numbers and figures are written in a language."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Any

from briefing.languages.code import base_language
from briefing.languages.load import language_of
from briefing.model.figure import Figure, Qualifier

_VOWELS = ("a", "e", "i", "o", "u", "h", "œ")
"""What a noun begins with before which some languages elide."""

_MILLION = 10**6
_HUGE = 10**24
"""From here on a number is a power of ten: nobody reads its digits, nor billions of trillions."""
_MOST_DECIMALS = 2
"""Digits behind the point of so many millions; a number with more is written in digits."""

_SCALES = 3
"""How many powers of ten lie between two scales that another order of magnitude is counted in."""

_CURRENCY_SIGNS = "$€£¥₽₴₹₩₺₪₡₲₱₦₫₵"


@lru_cache(maxsize=16)
def locale_of(language: str | None) -> Any:
    """Babel's locale of a language, or None where it has no data."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - heavy, and often not needed

    if not language:
        return None
    for tag in (language.replace("_", "-"), base_language(language)):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def written(value: int | Decimal, language: str | None) -> str:
    """A number with the separators of a language: 11000 is ``11.000`` in Italian.

    Without data for the language, digits are grouped by narrow spaces, which no language misreads.
    """
    exact = Decimal(value)
    if abs(exact) >= _HUGE:
        exponent = exact.adjusted()
        mantissa = exact.scaleb(-exponent).normalize()
        return f"{written(mantissa, language)} × 10{_raised(exponent)}"
    digits = _decimals(value)
    locale = locale_of(language)
    if locale is None:
        return (
            f"{value:,f}".replace(",", "\u202f")
            if digits
            else f"{int(value):,}".replace(",", "\u202f")
        )
    from babel.numbers import format_decimal  # noqa: PLC0415 - see locale_of

    return str(
        format_decimal(value, format="#,##0" + "." * (digits > 0) + "0" * digits, locale=locale)
    )


def _decimals(value: int | Decimal) -> int:
    """How many digits stand after the point."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def order_of_magnitude(magnitude: int, language: str | None) -> str:
    """The plural that a text uses for an order of magnitude, else a power of ten: ``10⁶``.

    One between two scales is said by two words: ``hundreds of millions``.
    """
    exponent = len(str(magnitude)) - 1
    own = {power: word for word, power in language_of(language).writing.magnitudes.items()}
    if word := own.get(exponent):
        return word
    scale = exponent - exponent % _SCALES
    if scale in own and exponent - scale in own:
        return _with_noun(own[exponent - scale], own[scale], language)
    return f"10{_raised(exponent)}"


def _raised(exponent: int) -> str:
    return str(exponent).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def phrase(figure: Figure, language: str | None) -> str:
    """A figure in the article's language: qualifier, number, unit; computed from its values."""
    if figure.value is None:
        number = order_of_magnitude(figure.magnitude or 1, language)
        joined = _with_noun(number, figure.unit, language)
    else:
        joined = _with_unit(figure.value, figure.unit, language)
        if figure.upper is not None:
            joined = _with_unit(figure.upper, figure.unit, language)
            joined = _before_upper(figure.value, figure.upper, joined, language)
    return (
        joined if figure.qualifier is None else f"{qualifier(figure.qualifier, language)} {joined}"
    )


def _before_upper(
    value: int | Decimal, upper: int | Decimal, joined: str, language: str | None
) -> str:
    """A range: the lower number without the words that both share, a dash, and all of the upper."""
    low, high = amount(value, language), amount(upper, language)
    shared = high.partition(" ")[2]
    low = low.removesuffix(f" {shared}") if shared and low.endswith(f" {shared}") else low
    return joined.replace(high, f"{low}–{high}", 1)


def qualifier(value: Qualifier, language: str | None) -> str:
    """The word for a qualifier in a language, or a sign where there is none."""
    return language_of(language).writing.qualifiers[value.value]


def amount(value: int | Decimal, language: str | None) -> str:
    """A number as a headline writes it: round millions as ``9 milioni``, the rest in digits."""
    return _round_amount(value, language) or written(value, language)


def _round_amount(value: int | Decimal, language: str | None) -> str | None:
    """A number in its largest scale word; None where that would not say all of it."""
    locale, exact = locale_of(language), abs(Decimal(value))
    if locale is None or not _MILLION <= exact < _HUGE:
        return None
    from babel.numbers import format_compact_decimal  # noqa: PLC0415 - see locale_of

    divisor = _divisor(exact, locale)
    digits = next((n for n in range(_MOST_DECIMALS + 1) if exact * 10**n % divisor == 0), None)
    if digits is None:
        return None
    words = format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=digits)
    return str(words).replace("\u00a0", " ")


def _divisor(exact: Decimal, locale: Any) -> int:
    """What the scale word of a number stands for, which is another in each language."""
    patterns = locale.compact_decimal_formats["long"]["other"]
    scale = max(magnitude for magnitude in map(int, patterns) if magnitude <= exact)
    places = patterns[str(scale)].pattern.count("0")
    return int(scale // 10 ** max(0, places - 1)) if places else 1


def _with_unit(value: int | Decimal, unit: str | None, language: str | None) -> str:
    own = language_of(language).writing
    if unit is None:
        return amount(value, language)
    if unit in ("%", "‰"):
        return f"{written(value, language)}{own.percent_gap}{unit}"
    if _is_currency_sign(unit, language):
        number = amount(value, language)
        is_lettered = len(unit) > 1 and unit[-1] in _CURRENCY_SIGNS
        if not (own.currency_first or is_lettered):
            return f"{number}\u00a0{unit}"
        is_tight = own.currency_first and (is_lettered or len(unit) == 1)
        return f"{unit}{number}" if is_tight else f"{unit}\u00a0{number}"  # "R$ 4 bilhões"
    round_amount = _round_amount(value, language)
    if round_amount:
        return (
            _with_noun(round_amount, unit, language)
            if own.millions_of
            else f"{round_amount} {unit}"
        )
    return f"{written(value, language)} {unit}"


def _is_currency_sign(unit: str, language: str | None) -> bool:
    """Whether a unit is the sign of a currency, alone or behind letters: ``US$``, or such letters.

    A newspaper writes ``R4bn`` for rand as it writes ``$4bn``, and ``US$`` always before.
    """
    has_sign = unit[-1] in _CURRENCY_SIGNS and (len(unit) == 1 or unit[:-1].isalpha())
    return has_sign or unit in language_of(language).numbers.signs


def _with_noun(number: str, unit: str | None, language: str | None) -> str:
    """A number that is a noun itself, joined to what it counts."""
    if not unit:
        return number
    own = language_of(language).writing
    starts = unicodedata.normalize("NFD", unit[0].lower()).startswith(_VOWELS)
    joint = own.of_vowel if starts else own.of
    return f"{number} {joint}{unit}"
