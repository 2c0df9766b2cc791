"""Formulas inside HTML that is read as a stream: their raised, lowered and divided parts.

They are elements of MathML (https://www.w3.org/TR/mathml-core/), of which only the order of the
children says what they are.
"""

from __future__ import annotations

from briefing.parsing.importers._mathml import SCRIPTS
from briefing.text.raised import SIGNS, SMALL


class OpenFormula:
    """Where a stream is in a formula."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int, str]] = []

    def enter(self, tag: str) -> str:
        """Begin an element.

        Returns:
            What stands before its words; empty outside of formulas.
        """
        tag = tag.rpartition(":")[2]  # books name the space that MathML is from
        if not self._open:
            if tag == "math":
                self._open.append((tag, 0, ""))
            return ""
        parent, number, shift = self._open[-1]
        self._open[-1] = parent, number + 1, shift
        scripts = SCRIPTS.get(parent, ())
        own = scripts[number - 1] if 0 < number <= len(scripts) else ""
        self._open.append((tag, 0, own or shift))
        if tag == "msqrt":
            return "√"
        return "/" if parent == "mfrac" and number == 1 else ""

    def leave(self, tag: str) -> None:
        """End an element, with all that is still open in it."""
        tag = tag.rpartition(":")[2]
        at = next((i for i in reversed(range(len(self._open))) if self._open[i][0] == tag), None)
        if at is not None:
            del self._open[at:]

    def written(self, words: str) -> str:
        """Words as they stand in the formula; outside of one as they are."""
        if not self._open:
            return words
        words, shift = words.strip(), self._open[-1][2]
        if not shift or not words:
            return words
        changed = words.translate(SMALL[shift])
        return f"{SIGNS[shift]}{words}" if changed == words and words.isalnum() else changed


def small(words: str, tag: str) -> str:
    """Raised and lowered numbers, which are no part of the number before them."""
    changed = words.translate(SMALL[tag])
    is_number = any(char.isdecimal() for char in words) and not any(
        char.isdecimal() for char in changed
    )
    return changed if is_number else words
