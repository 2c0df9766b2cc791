"""Raised and lowered characters as plain text, so that they never join a number beside them."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-=()ni−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ⁻")
_LOWERED = str.maketrans("0123456789+-=()−", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋")
"""Superscripts and Subscripts (https://www.unicode.org/charts/PDF/U2070.pdf)."""
SMALL = {"sup": _RAISED, "sub": _LOWERED}
"""What is written for the characters in these elements, where there are raised and lowered ones."""

SIGNS = {"sup": "^", "sub": "_"}
"""What stands before the words of these elements, where there are none."""


def raised(text: str, before: str) -> str:
    """What stands raised: ``10`` with ``6`` is ``10⁶``, ``1`` with ``er`` is ``1er``.

    Args:
        text: The raised words.
        before: The words that they stand behind.
    """
    return _shifted(text, before, "sup")


def lowered(text: str, before: str) -> str:
    """The same for what stands lowered: ``CO`` with ``2`` is ``CO₂``."""
    return _shifted(text, before, "sub")


SCRIPTS = {"sup": raised, "sub": lowered}
"""How the words of these elements are written."""


def _shifted(text: str, before: str, element: str) -> str:
    table = SMALL[element]
    if not any(char.isdigit() for char in text):
        return text
    if all(ord(char) in table for char in text):
        return text.translate(table)
    return f"{SIGNS[element]}{text}" if before[-1:].isalnum() and text[:1].isalnum() else text
