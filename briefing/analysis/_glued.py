"""Numbers that are a part of a word, of a code or of another number: ``2018–23–51``, ``401(k)``."""

from __future__ import annotations

import re

from briefing.analysis._amount import Amount
from briefing.analysis._dashed import DASHES, falls, has_fallen, is_range
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._marks import PRICE_BEFORE
from briefing.analysis._naming import naming_words
from briefing.analysis._series import is_signed
from briefing.analysis._unit import Unit

_GLUED_BEFORE = re.compile(
    r"(?:[^\W\d_][-‐‑.]?|(?<![\w).\d])\.|(?<!\w)[^\W\d_]\s?[=<>]\s?|\d[-–—‐‑/:.\"″”]|[#@^_+]\d*[ -]?|\S*(?:://|www\.|@)\S*)\Z"
)

_JOINTS = frozenset("#@^_+=<>")
"""Signs that join a number behind a space to what stands before it."""

_YEAR_BEFORE = re.compile(r"(?<![\d.,])(?:19|20)\d\d \Z")
"""A year that a number stands behind: ``für 2017`` 1,6."""

_SEASON = re.compile(r"(?<![\d.,])(?:19|20)\d\d[-–‐‑/]\Z")

_TWO_DIGITS = re.compile(r"\d\d")
"""Two years that make one season: the 2010-``11`` Hornets."""

_HYPHENS = ("-", "‐", "‑")

_LETTERED = re.compile(r"\([a-z]\)")
"""What makes a number that of a paragraph: a ``401(k)`` plan."""

_CODED = re.compile(r"\d[A-Za-z]\d?[-‐‑]\Z")
"""Figures and letters that a number belongs to: ``Rule 10b5-1``."""

_TYPED = re.compile(r"[^\W\d_]\d{1,3}[-‐‑]\Z")
"""The same of letters and figures, where the letter behind it is no degree: ``FX4-12C``."""

_COMPOUND = re.compile(r"[-‐‑][A-ZÄÖÜ]\w*[-‐‑]\w")
"""The rest of a German name that begins with a number: ``9-Euro-Ticket``."""

_HYPHENED = re.compile(r"[-‐‑][^\W\d_]{2}")
"""The rest of a word that begins with a number: ``1,900-mile-wide``, ``1.500-Meter-Lauf``."""

_CHAIN_BEFORE = re.compile(r"\d[-–‐‑]\d+[-–‐‑]\Z|(?<!\w)[A-Z]+–\Z")

_CHAIN_BEHIND = re.compile(r"[-–‐‑]\d")
"""What chains three numbers, or letters in capitals and one: ``2018–23–51``, ``CH–6371``."""

_MILLION = 10**6

_INITIAL = 2
"""Characters of an abbreviated name."""


def is_glued(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number is a part of what touches it, or of digits beside it.

    The arguments are those of `is_no_figure`.
    """
    if amount.currency or is_signed(before, after, amount, unit, words):
        return False
    if _may_glue(before) and _GLUED_BEFORE.search(before) and not _is_bounded(before, words):
        goes_on = bool(unit.is_plural or amount.scaled or PRICE_BEFORE.search(before))
        goes_on = goes_on and before[-1:] in DASHES and before[-2:-1].isdecimal()
        is_coded = _TYPED if (unit.text or "").startswith("°") else _CODED
        return not goes_on or has_fallen(before, amount) or is_coded.search(before) is not None
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


def is_chained(before: str, after: str, amount: Amount) -> bool:
    """Whether a number is a part of a code: ``2018–23–51``, ``CH–6371``, ``401(k)``."""
    if _LETTERED.match(after) and not amount.currency:
        return True
    if amount.currency or before[-1:] not in DASHES or not before[-2:-1].isalnum():
        return False
    if _SEASON.search(before) and _TWO_DIGITS.fullmatch(amount.digits):
        return True
    if _CHAIN_BEFORE.search(before):
        return True
    return before[-2:-1].isdecimal() and _CHAIN_BEHIND.match(after) is not None


def _is_word(after: str, words: FigureWords) -> bool:
    """Whether a number is the beginning of a word: ``1,900-mile-wide``, not ``100-odd``."""
    return _HYPHENED.match(after) is not None and words.after.match(after) is None


def _is_ordinal(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a degree sign is written for the ordinal's: ``il 3° posto``."""
    naming = naming_words(words.own)
    is_one = naming.named.search(before) or naming.ordinal.match(after)
    return is_one is not None and amount.digits.isdecimal()


def _is_bounded(before: str, words: FigureWords) -> bool:
    """Whether an abbreviation before a number says how exact it is: ``ca.``16 boats."""
    bound = words.before.search(before) if before.endswith(".") else None
    if bound is None or not bound[1].endswith("."):
        return False
    return len(bound[1]) > _INITIAL or bound[1].islower()  # "J. C.16" is a name


def _may_glue(before: str) -> bool:
    """Whether something may be joined to what follows: behind a space only a sign, or its digits.

    Most numbers stand behind a word and a space, and the search would look at each letter.
    """
    if not before.endswith(" "):
        return bool(before)
    last = before[-2:-1]
    return last.isdigit() or last in _JOINTS
