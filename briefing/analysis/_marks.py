"""Bare numbers that stand for something: marks of notes and lists, codes, numbers of telephones."""

from __future__ import annotations

import re

from briefing.analysis._addresses import is_address, is_in_address
from briefing.analysis._amount import Amount
from briefing.analysis._between import is_between
from briefing.analysis._called import (
    is_called,
    is_coded,
    is_inside_name,
    is_shortly_called,
    is_titled,
)
from briefing.analysis._dashed import DASHES
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._naming import naming_words
from briefing.analysis._parts import part_words
from briefing.analysis._series import is_in_series
from briefing.analysis._shares import is_part
from briefing.analysis._unit import Unit
from briefing.model.figure import Qualifier

PRICE_BEFORE = re.compile(r"[$€£¥]\d[\d.,]*[-–—]\Z")
"""The first of two prices: ``$3–5``."""

_ENDS_SENTENCE = re.compile(r"\s+[^\W\d_a-zà-ÿ]|\s*\Z")

_LEADING_ZERO = re.compile(r"0[\d\s\u00a0\u202f]")

_NOTED_YEAR = re.compile(r"(?:19|20)\d\d\.\d{1,2}")
"""A year at the end of a sentence, with the mark of a footnote: ``since 1974.1 Some …``."""

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

_MOST_NAMED = 1000


def is_mark(
    text: str, before: str, after: str, amount: Amount, unit: Unit, words: FigureWords
) -> bool:
    """Whether a number in digits is a mark, or belongs to a name, an address or a code.

    Args:
        text: A line of the text.
        before: What stands before the number.
        after: What follows it.
        amount: The number.
        unit: What it counts.
        words: Those of the language.
    """
    if amount.currency or amount.scaled:
        return _NOUGHTS.fullmatch(amount.digits) is not None
    is_listed = _LIST_MARK_AFTER.match(after) and before.rstrip(" \t")[-1:] in ("", "\n")
    is_dated = not unit.is_plural and _MONTH_OF_YEAR.fullmatch(amount.digits)
    if is_listed or is_dated:
        return True
    if _LEADING_ZERO.match(amount.digits) or is_address(amount, unit, words):
        return True
    is_placed = is_in_address(before, after, amount, unit, words)
    is_placed = is_placed or is_inside_name(before, amount, unit, words)
    is_placed = is_placed or is_coded(text, before, amount, unit, words)
    is_placed = is_placed or is_titled(text, amount, unit, words)
    is_noted = _NOTED_YEAR.fullmatch(amount.digits) is not None
    if is_placed or (is_noted and _ENDS_SENTENCE.match(after)):
        return True
    is_one = amount.value == 1 and not unit.is_plural and not _is_length(unit, words)
    if is_one and _is_limit(before, words):
        return True
    is_alone = unit.text is None and (amount.value or 0) >= 0  # below it, a cell has a number alone
    is_alone = is_alone and not is_in_series(text, before, after, amount, words)
    return is_alone and _is_bare_mark(before, after, amount, words)


def _is_length(unit: Unit, words: FigureWords) -> bool:
    """Whether a number measures a time: more than 1 year."""
    return unit.text is not None and unit.text.split(" ")[0] in words.own.times.single_units


def _is_limit(before: str, words: FigureWords) -> bool:
    """Whether a number is only what another is compared with: "a ratio above 1 means"."""
    bound = words.before.search(before)
    said = bound and words.qualifiers.get(" ".join(bound[1].lower().replace("’", "'").split()))
    return said in (Qualifier.OVER, Qualifier.UNDER)


def _is_bare_mark(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number that counts nothing stands for something: a code, a mark, a telephone."""
    is_name = is_shortly_called(before, amount, words)
    is_priced = before[-1:] in DASHES and PRICE_BEFORE.search(before)
    is_listed = before.endswith(" ") and _ENUMERATED.search(before) is not None
    is_told = not is_listed and is_part(before, after, words)
    is_told = is_told or part_words(words.own).counted_share.search(before) is not None
    if is_name or is_priced or is_told or is_between(before, after, amount, words):
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
