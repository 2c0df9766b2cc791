"""What was left out of a document, and when that is worth a word: running text, not scraps."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.text.i18n import _

_PARAGRAPH, _SENTENCES = 250, 2
"""Characters, and ends of sentences inside, from which what was left out is running text."""
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
    return len(line) >= _PARAGRAPH and line.count(". ") >= _SENTENCES


def shortened(line: str) -> str:
    """The beginning of a line."""
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
