"""Numbers whose digits stand in groups of three: ``14000`` as ``14,000``, ``14.000``, ``14 000``.

Which sign parts the groups depends on the language (CLDR, symbols of numbers), and a reader who
looks for a number seldom knows how the text writes it. A sign between two digits is taken for one
that parts groups where exactly three digits follow: ``3.14`` is not meant, ``1.250`` may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

_SIGNS = ",.'’\u00a0\u2007\u2009\u202f"
_SIGN = f"[{_SIGNS} ]"
_FEWEST, _MOST = 4, 15
"""Digits of a number that may be written in groups. What is longer is an account or a code."""

BETWEEN_DIGITS = f"{_SIGN}(?=[0-9]{{3}}(?![0-9]))"
"""What parts two groups, as a regular expression."""
NO_GROUP_BEFORE = f"(?!(?<=[0-9][{_SIGNS}])[0-9]{{3}}[{_SIGNS}][0-9]{{3}})"
NO_GROUP_BEHIND = f"(?!(?<=[{_SIGNS}][0-9]{{3}})[{_SIGNS}][0-9]{{3}}(?![0-9]))"
"""Where a number in groups begins and ends, as regular expressions: ``14,000`` does not stand in
``14,000,000``. A space tells nothing: ``In 2021 214 000 people``."""

_GROUPED = re.compile(rf"(?<![0-9])[0-9]{{1,3}}({_SIGN})[0-9]{{3}}(?:\1[0-9]{{3}})*(?![0-9])")
_DIGITS = re.compile(rf"((?<![0-9])[0-9]{{{_FEWEST},{_MOST}}}(?![0-9]))")


def ungrouped(typed: str) -> str:
    """What was typed, with numbers in groups as plain digits: ``over 14,000`` to ``over 14000``."""
    return _GROUPED.sub(lambda number: re.sub(_SIGN, "", number[0]), typed)


def has_groups(word: str, at: int) -> bool:
    """Whether a text may part a word there because a number is written in groups."""
    return any(number.start() < at < number.end() for number in _DIGITS.finditer(word))


def groupings(word: str, *, is_beginning: bool = False) -> Iterator[tuple[str, ...]]:
    """A word, and as it is parted where its numbers are in groups: ``14000``, then ``14 000``.

    Args:
        word: Letters and digits.
        is_beginning: Whether it may go on, so that its last group may have one digit or two.
    """
    parts = _DIGITS.split(word)
    ends = (1, 2, 3) if is_beginning and not parts[-1] else (3,)
    last = len(parts) - 2
    ways = (
        _ways(part, ends if number == last else (3,)) if number % 2 else (part,)
        for number, part in enumerate(parts)
    )
    return (tuple("".join(way).split()) for way in product(*ways))


def _ways(digits: str, ends: Iterable[int]) -> Iterator[str]:
    """A number with none, one, two … of its groups parted by spaces, from the last one on."""
    yield digits
    for size in ends:
        first, groups = digits[:-size], digits[-size:]
        while first:
            yield f"{first} {groups}"
            first, groups = first[:-3], f"{first[-3:]} {groups}"
