"""How serious a change of wording is: a figure weighs more than a synonym."""

from __future__ import annotations

import re
from collections import Counter

from briefing.model.change import Weighs
from briefing.text.fold import fold_text

_NUMBER = re.compile(r"[-+]?\d+(?:[.,:/' ]?\d+)*")


def weigh(old: str, new: str) -> Weighs:
    """What is most serious about one wording that became another.

    Args:
        old: The words before; empty where some were added.
        new: The words after; empty where some were removed.
    """
    if _numbers(old) != _numbers(new):
        return Weighs.FIGURE
    return Weighs.WORDS


def _numbers(text: str) -> Counter[str]:
    return Counter(_NUMBER.findall(fold_text(text)))
