"""Runs of scripts without spaces, cut into overlapping pairs of characters.

A full-text index takes a run of Chinese for one word. In pairs, a query of two characters and more
finds every place where they stand: 一万一千 becomes 一万 万一 一千.
"""

from __future__ import annotations

import re
from operator import add

_RUN = re.compile(
    "["
    "\u0e00-\u0e7f"  # Thai
    "\u1100-\u11ff\uac00-\ud7af"  # Hangul
    "\u3040-\u30ff\u31f0-\u31ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Chinese characters
    "\U00020000-\U0003ffff"
    "]+"
)
"""Unicode 15, blocks of scripts that are written without spaces, and Hangul, whose spaces part
phrases rather than words."""


def in_pairs(text: str) -> str:
    """The text with such runs in pairs; all else stays as it is."""
    if text.isascii():
        return text
    return _RUN.sub(lambda run: f" {_pairs(run[0])} ", text)


def has_run(text: str) -> bool:
    """Whether any of it is written without spaces."""
    return _RUN.search(text) is not None


def runs(text: str) -> list[str]:
    """All that is written without spaces, run by run."""
    return _RUN.findall(text)


def last_of_runs(text: str) -> list[str]:
    """The last character of each run: no pair begins with it."""
    return [] if text.isascii() else [run[-1] for run in _RUN.findall(text)]


def _pairs(run: str) -> str:
    if len(run) == 1:
        return run
    return " ".join(map(add, run, run[1:]))
