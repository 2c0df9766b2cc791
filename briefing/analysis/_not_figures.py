"""Numbers that are no figures: ordinals, labels, scores, marks, telephone numbers and more."""

from __future__ import annotations

import re

from briefing.analysis._called import (
    is_address,
    is_called,
    is_coded,
    is_in_address,
    is_inside_name,
    is_shortly_called,
)
from briefing.analysis._dashed import DASHES, falls, has_fallen, is_range, is_score
from briefing.analysis._elliptic import is_changing
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._idle import is_idle
from briefing.analysis._naming import naming_words
from briefing.analysis._references import is_reference
from briefing.analysis._series import is_change, is_in_series, is_signed
from briefing.analysis._shares import is_count, is_harmed, is_of_many, is_part, is_share, is_some
from briefing.analysis._times import (
    BEFORE,
    counts_people,
    is_age,
    is_date,
    is_hour,
    is_relative_date,
    is_spoken_time,
    is_time,
    is_year_here,
)
from briefing.analysis._unit import Unit
from briefing.analysis._written import Amount
from briefing.model.figure import Qualifier

_GLUED_BEFORE = re.compile(
    r"(?:[^\W\d_][-‐‑.]?|(?<![\w).\d])\.|(?<!\w)[^\W\d_]\s?[=<>]\s?|\d[-–—‐‑/:.\"″”]|[#@^_+]\d*[ -]?|\S*(?:://|www\.|@)\S*)\Z"
)
_JOINTS = frozenset("#@^_+=<>")
"""Signs that join a number behind a space to what stands before it."""

_PRICE_BEFORE = re.compile(r"[$€£¥]\d[\d.,]*[-–—]\Z")
"""The first of two prices: ``$3–5``."""

_YEAR_BEFORE = re.compile(r"(?<![\d.,])(?:19|20)\d\d \Z")
"""A year that a number stands behind: ``für 2017`` 1,6."""

_HYPHENS = ("-", "‐", "‑")
_CODED = re.compile(r"\d[A-Za-z]\d?[-‐‑]\Z")
"""Figures and letters that a number belongs to: ``Rule 10b5-1``."""
_COMPOUND = re.compile(r"[-‐‑][A-ZÄÖÜ]\w*[-‐‑]\w")
"""The rest of a German name that begins with a number: ``9-Euro-Ticket``."""

_HYPHENED = re.compile(r"[-‐‑][^\W\d_]{2}")
"""The rest of a word that begins with a number: ``1,900-mile-wide``, ``1.500-Meter-Lauf``."""

_MOST_NAMED = 1000
_MILLION = 10**6

_MINUTES = re.compile(r"[0-5]\d")

_GROUPED = re.compile(r"[.,]\d{3}")

_ENDS_SENTENCE = re.compile(r"\s+[^\W\d_a-zà-ÿ]|\s*\Z")

_LEADING_ZERO = re.compile(r"0[\d\s\u00a0\u202f]")
_NOTED_YEAR = re.compile(r"(?:19|20)\d\d\.\d{1,2}")
"""A year at the end of a sentence, with the mark of a footnote: ``since 1974.1 Some …``."""

_MOST_PERSONS = 60
"""From here on people behind a number are counted: "this week 500 people"."""

_MOST_PARTS = 100
"""Below it, a number behind such a word counts parts."""

_HEADED = re.compile(r"[^\W\d_a-zß-ÿ]{4,}[  ]")
"""A word in capitals that begins a line."""

_MONTH_OF_YEAR = re.compile(r"0?[1-9]\.(?:19|20)\d\d|1[0-2]\.(?:19|20)\d\d")
_NOUGHTS = re.compile(r"0{2,}")
"""The rest of a date, and what a column is counted in: ``($000)``."""

_VERSION = re.compile(r"\d{1,2}[.,]0")
"""A number that counts nothing and ends in a nought behind the point: ``Budget 3.0``."""

_FEWEST_GROUPED = 5
"""Digits that a count is not written with unless they are grouped, or its noun follows."""

_FEWEST_CODED = 8
"""The same in a table, whose numbers are often written without groups."""

_NINE_DIGITS = re.compile(r"\d{3}(?:[ \u00a0\u202f]\d{3}){2}")
"""A telephone number, where nothing behind it is counted: ``900 101 020``."""

_ENUMERATED = re.compile(r"(?<![\w.,-])\d{1,3}, \d{1,3}(?:,| [^\W\d_]{1,3}) \Z")
"""Bare numbers behind which another one is as they are: ``the numbers 12, 14,`` 16."""

_FEWEST_TOLD = 100
_TOLD_BEFORE = re.compile(r"(?:\A|[^\w’'-])[^\W\d_a-zß-ÿ][\w’'-]* \(\Z")
"""What a bracket holds alone from here on behind a name is no mark of a note: ``Spain (835)``."""

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+")
"""Nor is it where its thousands are parted: ``than last year (118,290)``."""

_MARKS_AFTER = re.compile(r"\s*[\])]")
_LIST_MARK_AFTER = re.compile(r"[.)][ \t]")
_CODE_BEFORE = re.compile(r"(?<!\w)[A-Z]{2,4} \Z")
"""Letters that make a number a name: ``AZ 610``."""


def is_no_figure(
    text: str, amount: Amount, unit: Unit, words: FigureWords, *, is_qualified: bool = False
) -> bool:
    """Whether a number is something else than a figure.

    Args:
        text: A line of the text.
        amount: The number.
        unit: What follows it.
        words: Those of the language.
        is_qualified: Whether the amount ends in a qualifier: "22 others".
    """
    if amount.unit is not None:
        return False
    start, end = amount.span.start, amount.span.end
    before = text[start - BEFORE if start > BEFORE else 0 : start]
    after = text[end : end + BEFORE]
    is_called_so = _is_label(before, after, amount, unit, words)
    is_called_so = is_called_so or _ends_heading(text, before, amount, words)
    if is_called_so or is_date(before, after, amount, words):
        return True
    if is_share(text, before, amount, unit, words) or _is_named(after, amount, words):
        return True
    if is_relative_date(text, before, amount, unit, words) or is_age(
        before, after, amount, unit, words
    ):
        return True
    if amount.spelled:
        points = not is_qualified and is_idle(text, before, amount, unit, words)
        return points or is_spoken_time(before, after, amount, words)
    return (
        _is_glued(before, after, amount, unit, words)
        or is_score(before, after, unit)
        or is_reference(before, after, amount, unit, words)
        or (is_time(before, after, amount, unit, words) and not _is_counted(before, after, words))
        or (is_year_here(before, after, amount, unit, words) and not is_change(before, after))
        or (not is_qualified and _is_mark(text, before, after, amount, unit, words))
    )


def _ends_heading(text: str, before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a line is a word in capitals and its number: ``DIVISION THREE``."""
    if _HEADED.fullmatch(text, 0, amount.span.start) is None or amount.currency:
        return False
    if is_harmed(before, words):  # "KILLED 40"
        return False
    is_small = amount.value is not None and amount.value < _MOST_PARTS
    return is_small and not text[amount.span.end :].strip()


def _is_counted(before: str, after: str, words: FigureWords) -> bool:
    """Whether a clause says what a count is, or has become, although it may be a time of day."""
    return is_count(before, words) or is_changing(before, after, words)


def _is_named(after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether what follows makes it a time, a year, a case's number or a point on a scale."""
    naming = naming_words(words.own)
    if naming.zone.match(after) and (is_hour(amount) or _MINUTES.fullmatch(amount.digits)):
        return True  # "à 5 h 25 CEST"
    return naming.none_counted.match(after) is not None


def _is_label(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    if amount.currency or amount.scaled or amount.value is None:
        return False
    if words.label.search(before) is None or (amount.spelled and is_some(after, words)):
        return False
    if is_of_many(after, words) or (amount.value > _MOST_PERSONS and counts_people(unit, words)):
        return False
    return not unit.is_plural or _is_small_or_plain(amount)


def _is_small_or_plain(amount: Amount) -> bool:
    return amount.value is not None and (
        amount.value < 10000 and not _GROUPED.search(amount.digits)
    )


def _is_glued(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    if amount.currency or is_signed(before, after, amount, unit, words):
        return False
    if _may_glue(before) and _GLUED_BEFORE.search(before):
        goes_on = bool(unit.is_plural or amount.scaled or _PRICE_BEFORE.search(before))
        goes_on = goes_on and before[-1:] in DASHES and before[-2:-1].isdecimal()
        return not goes_on or has_fallen(before, amount) or bool(_CODED.search(before))
    is_compound = _COMPOUND.match(after) is not None
    if after.startswith(_HYPHENS) and (unit.text is not None or _is_word(after, words)):
        return is_compound or unit.text is None
    if unit.text == "%" or (unit.text or "").startswith("°"):
        return unit.text == "°" and _is_ordinal(before, after, amount, words)
    is_apart = not after or after[0].isspace()
    if not is_apart and not amount.scaled and naming_words(words.own).glued.match(after):
        return is_compound or not is_range(after) or falls(amount, after)
    is_spaced = after[:1] in (" ", "/") and after[1:2].isdecimal()
    follows = before.endswith(" ") and before[-2:-1].isdecimal()
    is_spaced = is_spaced or (follows and _YEAR_BEFORE.search(before) is None)
    is_sum = amount.scaled and (amount.value or 0) >= _MILLION  # "3 millones 600 mil"
    return is_spaced and not (unit.is_plural or is_sum)


def _is_word(after: str, words: FigureWords) -> bool:
    """Whether a number is the beginning of a word: ``1,900-mile-wide``, not ``100-odd``."""
    return _HYPHENED.match(after) is not None and words.after.match(after) is None


def _is_ordinal(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a degree sign is written for the ordinal's: ``il 3° posto``."""
    naming = naming_words(words.own)
    is_one = naming.named.search(before) or naming.ordinal.match(after)
    return is_one is not None and amount.digits.isdecimal()


def _may_glue(before: str) -> bool:
    """Whether something may be joined to what follows: behind a space only a sign, or its digits.

    Most numbers stand behind a word and a space, and the search would look at each letter.
    """
    if not before.endswith(" "):
        return bool(before)
    last = before[-2:-1]
    return last.isdigit() or last in _JOINTS


def _is_mark(
    text: str, before: str, after: str, amount: Amount, unit: Unit, words: FigureWords
) -> bool:
    if amount.currency or amount.scaled:
        return _NOUGHTS.fullmatch(amount.digits) is not None
    is_listed = _LIST_MARK_AFTER.match(after) and before.rstrip(" \t")[-1:] in ("", "\n")
    is_dated = _MONTH_OF_YEAR.fullmatch(amount.digits) and not unit.is_plural
    if is_listed or is_dated:
        return True
    if _LEADING_ZERO.match(amount.digits) or is_address(amount, unit, words):
        return True
    is_placed = is_in_address(before, after, amount, unit, words)
    is_placed = is_placed or is_inside_name(before, amount, unit, words)
    is_placed = is_placed or is_coded(before, amount, unit, words)
    is_noted = _NOTED_YEAR.fullmatch(amount.digits) is not None
    if is_placed or (is_noted and _ENDS_SENTENCE.match(after)):
        return True
    if amount.value == 1 and not unit.is_plural and _is_limit(before, words):
        return True
    is_alone = unit.text is None and not is_in_series(text, before, after, amount, words)
    return is_alone and _is_bare_mark(before, after, amount, words)


def _is_limit(before: str, words: FigureWords) -> bool:
    """Whether a number is only what another is compared with: "a ratio above 1 means"."""
    bound = words.before.search(before)
    said = bound and words.qualifiers.get(" ".join(bound[1].lower().replace("’", "'").split()))
    return said in (Qualifier.OVER, Qualifier.UNDER)


def _is_bare_mark(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number that counts nothing stands for something: a code, a mark, a telephone."""
    is_name = is_shortly_called(before, amount, words)
    is_priced = before[-1:] in DASHES and _PRICE_BEFORE.search(before)
    is_listed = before.endswith(" ") and _ENUMERATED.search(before) is not None
    if is_name or is_priced or (not is_listed and is_part(before, after, words)):
        return is_name
    fewest = _FEWEST_CODED if before.endswith("\t") else _FEWEST_GROUPED
    is_ungrouped = len(amount.digits) >= fewest and amount.digits.isdecimal()
    if is_ungrouped or _NINE_DIGITS.fullmatch(amount.digits):
        return words.before.search(before) is None
    is_version = _VERSION.fullmatch(amount.digits) is not None
    is_version = is_version or amount.value in (0, 1) or is_called(before, amount, words)
    if is_version or (amount.digits.isdecimal() and _CODE_BEFORE.search(before)):
        return True
    is_bracketed = before.endswith("(") and (amount.value or 0) >= _FEWEST_TOLD
    is_told = is_bracketed and _TOLD_BEFORE.search(before) is not None
    is_told = is_told or (words.decimal == "," and "," in amount.digits)  # "Japan (3,58)"
    is_told = is_told or _THOUSANDS.fullmatch(amount.digits) is not None
    if not is_told and before.endswith(("[", "(")) and _MARKS_AFTER.match(after):
        return True
    if amount.value is None or not amount.digits.isdecimal() or words.before.search(before):
        return False
    naming = naming_words(words.own)
    return (
        amount.value < 100
        or naming.place.match(after) is not None
        or naming.thing.search(before) is not None
        or (amount.value < _MOST_NAMED and naming.named.search(before) is not None)
    )
