"""Headings of plain text that a row of signs underlines, as in many a README."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_RULE = re.compile(r"\s*(?:([=\-~^*#_+])\1{2,}|==)\s*")
_ENDS = (".", ",", ";", ":")
_COLUMNS = re.compile(r"[^.\s] {2,}\S|\t\S")
_LONGEST = 90
"""Characters of a heading."""
_SHORTER, _LONGER, _MORE = 0.6, 1.6, 3
"""Times the length of a heading: that of the row below it; and as many signs more."""
_MOST_LEVEL = 6

Group = list[str]


def without_underlines(groups: Iterable[Group]) -> tuple[list[Group], Mapping[str, int]]:
    """Part headings with a row of signs below them, perhaps above them too, from their blocks.

    Args:
        groups: The lines of each block.

    Returns:
        The blocks, each such heading one of its own without its rows, and the level of each such
        heading, from 2 to 6, by the sign and in the order in which these come; a sign that only
        the first line of the text has is that of its title.
    """
    parts: list[Group] = []
    signs: dict[str, str] = {}
    for group in groups:
        at = 1 if len(group) > 2 and _RULE.fullmatch(group[0]) else 0
        if len(group) > at + 1 and _is_underlined(group[at], group[at + 1]):
            heading = group[at].strip()
            parts.append([heading])
            signs[heading] = group[at + 1].strip()[0]
            parts += [group[at + 2 :]] if group[at + 2 :] else []
        else:
            parts.append(group)
    order = list(dict.fromkeys(signs.values()))
    first = parts[0][0] if parts else ""
    is_title = first in signs and list(signs.values()).count(signs[first]) == 1
    ranks = {sign: order.index(sign) - (is_title and len(order) > 1) for sign in order}
    return parts, {line: min(2 + max(ranks[s], 0), _MOST_LEVEL) for line, s in signs.items()}


def _is_underlined(line: str, below: str) -> bool:
    """Whether a line is a heading with a row of signs below it, about as long."""
    words = line.strip()
    if not _RULE.fullmatch(below) or not any(map(str.isalpha, words)) or len(words) > _LONGEST:
        return False
    length = len(below.strip())
    is_as_long = _SHORTER * len(words) <= length <= _LONGER * len(words) + _MORE
    return is_as_long and not words.endswith(_ENDS) and not _COLUMNS.search(words)
