"""What was left out of a document, and when that is worth a word: running text, not scraps."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.text.i18n import _

_PARAGRAPH, _SENTENCES = 250, 2
"""Characters, and ends of sentences inside, from which what was left out is running text."""
_WORDS = re.compile(r"[^\W\d_]{3,}")
_SHARE = 0.5
"""Of its pieces between spaces that have words in them; along the axes of a chart, few do."""
_SHOWN = 80
"""Characters of it that are shown."""


def told(dropped: Sequence[str]) -> tuple[str, ...]:
    """What to tell of the lines that were left out: the longest, if it is a paragraph."""
    longest = max(filter(_is_running_text, dropped), key=len, default=None)
    if longest is None:
        return ()
    return (_("running text was left out: {line}").format(line=shortened(longest)),)


def _is_running_text(line: str) -> bool:
    """Whether a line that was left out is a paragraph, and no button or notice."""
    if len(line) < _PARAGRAPH or line.count(". ") < _SENTENCES:
        return False
    return len(_WORDS.findall(line)) >= _SHARE * len(line.split())


def shortened(line: str) -> str:
    """The beginning of a line."""
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
