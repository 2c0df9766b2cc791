"""The words of a figure's unit and label, by which two figures are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.figure import Figure

_STEM = 5
"""Letters of a noun that tell two forms of it apart from another noun."""

_WORD = re.compile(r"[^\W\d_]{4,}")


def label_words(figure: Figure) -> frozenset[str]:
    """The telling words of a figure's label, as far as they are compared."""
    return frozenset(stems(figure.label))


def holds_label(one: Figure, other: Figure) -> bool:
    """Whether the label of one of two figures stands in the other's: jail, jail at home."""
    first, second = f" {one.label} ", f" {other.label} "
    return first in second or second in first


def stems(words: str | None) -> Iterator[str]:
    """The beginnings of the telling words of a phrase."""
    return (word.lower()[:_STEM] for word in _WORD.findall(words or ""))


def telling_words(figure: Figure) -> frozenset[str]:
    """The telling words of a figure's unit and label, as far as they are compared."""
    return frozenset((*stems(figure.unit), *stems(figure.label)))


def stem(unit: str | None) -> str:
    """The beginning of a unit's first word."""
    return (unit or "").lower().split(" ")[0][:_STEM]
