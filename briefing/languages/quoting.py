"""The marks that a language puts around quotations."""

from __future__ import annotations

from briefing.languages.load import language_of

_ALL = "all"
"""Where a language has these marks, if its region has none of its own."""


def marks_around(language: str | None, depth: int) -> tuple[str, str]:
    """What stands before a quotation and behind it.

    Args:
        language: BCP 47; None for one that is not known.
        depth: In how many other quotations it stands.
    """
    marks = language_of(language).quotations.marks
    regions = (language or "").replace("_", "-").upper().split("-")[1:]
    own = marks[next((one for one in regions if one in marks), _ALL)]
    first = 2 * (depth % 2)
    return own[first], own[first + 1]
