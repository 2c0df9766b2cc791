"""What stands on the lines under a colon and is no entry of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis.points import leans

_CODE = re.compile(
    r"[{}\\`<>=|\t]|[^\W_]_[^\W_]|[(\[]\Z|^[)\]]|\(\)|^\W*\$|(?:^|\s)/\w+/|\s--?[a-z]|[\w\]]\.\w+\(|::"
)
"""What lines of a program, a shell or a table have."""

_CONTACT = re.compile(
    r"\S@\S+\.\w|https?://|www\.|(?<!\w)\+?\d[\d /()-]{8,}\d(?!\w)|^\d{4,5} [^\W\d_a-z]|^@\w|\s»\s"
)
"""An address, a telephone, the town of a postal address, the way through a site."""

_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?")
"""A time of day alone."""

_SPEECH = re.compile(r",[\"”“»]")
_OPENERS, _CLOSERS = "“„«(", "”»)"


def is_no_entry(line: str, language: str | None) -> bool:
    """Whether a line belongs to a program, to an address, or goes on with the one before it."""
    if _CODE.search(line) or _CONTACT.search(line) or _TIME.fullmatch(line):
        return True
    return leans(line, language)


def is_talk(lines: Sequence[str]) -> bool:
    """Whether lines are what somebody said: some of them ask, and others answer."""
    asking = sum(line.endswith("?") for line in lines)
    return 0 < asking < len(lines)


def is_half_quoted(entry: str) -> bool:
    """Whether a quotation or bracket is cut by an entry, or followed by who said it."""
    if _SPEECH.search(entry):
        return True
    opened = sum(map(entry.count, _OPENERS))
    closed = sum(map(entry.count, _CLOSERS))
    return entry.count('"') % 2 == 1 or opened != closed
