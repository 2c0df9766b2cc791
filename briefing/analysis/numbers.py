"""How numbers and figures are written in a language."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from briefing.analysis.language_code import base_language
from briefing.model.figure import Figure, Qualifier

_QUALIFIER_WORDS = {
    "it": ("circa", "almeno", "al massimo", "fino a", "oltre", "meno di", "altri"),
    "en": ("about", "at least", "at most", "up to", "more than", "fewer than", "another"),
    "de": ("rund", "mindestens", "höchstens", "bis zu", "mehr als", "weniger als", "weitere"),
    "fr": ("environ", "au moins", "au plus", "jusqu’à", "plus de", "moins de", "autres"),
    "es": ("unos", "al menos", "como máximo", "hasta", "más de", "menos de", "otros"),
    "": ("≈", "≥", "≤", "≤", ">", "<", "+"),
}
"""In the order of `Qualifier`: about, at least, at most, up to, over, under, additional."""

_MAGNITUDE_WORDS = {
    "it": {10: "decine", 100: "centinaia", 1000: "migliaia", 10**6: "milioni", 10**9: "miliardi"},
    "en": {10: "dozens", 100: "hundreds", 1000: "thousands", 10**6: "millions", 10**9: "billions"},
    "de": {10: "Dutzende", 100: "Hunderte", 1000: "Tausende", 10**6: "Millionen"},
    "fr": {10: "dizaines", 100: "centaines", 1000: "milliers", 10**6: "millions"},
    "es": {10: "decenas", 100: "cientos", 1000: "miles", 10**6: "millones"},
}
"""Plurals that stand for an order of magnitude; CLDR knows only those that follow a number."""

_OF = {"it": "di", "en": "of", "fr": "de", "es": "de"}
"""What joins an order of magnitude to its noun; German joins them with nothing."""

_CURRENCY_SIGNS = "$€£¥₽₴₹₩₺₪"


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
    """The plural that a text uses for an order of magnitude, else a power of ten: ``10⁶``."""
    own = _MAGNITUDE_WORDS.get(base_language(language), {}).get(magnitude)
    if own:
        return own
    word = _scale_word(magnitude, language)
    if word:
        return word
    exponent = len(str(magnitude)) - 1
    return "10" + str(exponent).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _scale_word(magnitude: int, language: str | None) -> str | None:
    locale = locale_of(language)
    if locale is None:
        return None
    pattern = locale.compact_decimal_formats.get("long", {}).get("other", {}).get(str(magnitude))
    word = str(getattr(pattern, "pattern", "")).replace("0", "").replace("'", "").strip(" \u00a0")
    return word or None


def phrase(figure: Figure, language: str | None) -> str:
    """A figure in the article's language: qualifier, number, unit; computed from its values."""
    if figure.value is None:
        number = order_of_magnitude(figure.magnitude or 1, language)
        joined = _with_noun(number, figure.unit, language)
    else:
        joined = _with_unit(figure.value, figure.unit, language)
    return (
        joined if figure.qualifier is None else f"{qualifier(figure.qualifier, language)} {joined}"
    )


def qualifier(value: Qualifier, language: str | None) -> str:
    """The word for a qualifier in a language, or a sign where there is none."""
    words = _QUALIFIER_WORDS.get(base_language(language), _QUALIFIER_WORDS[""])
    return words[list(Qualifier).index(value)]


def amount(value: int | Decimal, language: str | None) -> str:
    """A number as a headline writes it: round millions as ``9 milioni``, the rest in digits."""
    return _round_amount(value, language) or written(value, language)


def _round_amount(value: int | Decimal, language: str | None) -> str | None:
    exact = abs(Decimal(value))
    for magnitude in (1_000_000_000, 1_000_000):
        if exact >= magnitude and exact * 10 % magnitude == 0:
            locale = locale_of(language)
            if locale is None:
                return None
            from babel.numbers import format_compact_decimal  # noqa: PLC0415 - see locale_of

            digits = 0 if value % magnitude == 0 else 1
            return str(
                format_compact_decimal(
                    value, format_type="long", locale=locale, fraction_digits=digits
                )
            ).replace("\u00a0", " ")
    return None


def _with_unit(value: int | Decimal, unit: str | None, language: str | None) -> str:
    if unit is None:
        return amount(value, language)
    if unit in ("%", "‰"):
        gap = "" if base_language(language) in ("en", "it", "") else "\u00a0"
        return f"{written(value, language)}{gap}{unit}"
    if unit in _CURRENCY_SIGNS:
        number = amount(value, language)
        return f"{unit}{number}" if base_language(language) == "en" else f"{number}\u00a0{unit}"
    round_amount = _round_amount(value, language)
    if round_amount:
        return _with_noun(round_amount, unit, language, only_of=("it", "fr", "es"))
    return f"{written(value, language)} {unit}"


def _with_noun(
    number: str,
    unit: str | None,
    language: str | None,
    only_of: tuple[str, ...] = ("it", "en", "fr", "es"),
) -> str:
    if not unit:
        return number
    code = base_language(language)
    if code not in only_of or code not in _OF:
        return f"{number} {unit}"
    if code == "fr" and unit[0].lower() in "aeiouhéèêàâîôûœ":
        return f"{number} d’{unit}"
    return f"{number} {_OF[code]} {unit}"
