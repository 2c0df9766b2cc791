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

_ROW = re.compile(r"(?:\.{3,}|…|(?:\. ){3,}|_{3,}) ?[^\w\s]{0,2} ?\d|^\(.*\)$")
"""A row of a table or of the contents: what leads to its number; or a line all in brackets."""

_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?")
"""A time of day alone."""

_SPEECH = re.compile(r",[\"”“»]")
_OPENERS, _CLOSERS = "“„«", "”»"


def is_no_entry(line: str, language: str | None) -> bool:
    """Whether a line has no word, is of a program or an address, or goes on with the one before."""
    if not any(map(str.isalpha, line)) or _TIME.fullmatch(line):
        return True
    if any(pattern.search(line) for pattern in (_CODE, _ROW, _CONTACT)):
        return True
    return leans(line, language)


def is_talk(lines: Sequence[str]) -> bool:
    """Whether lines are what somebody said: some of them ask, and others answer."""
    asking = sum(line.endswith("?") for line in lines)
    return 0 < asking < len(lines)


def is_half_quoted(entry: str) -> bool:
    """Whether a quotation is cut by an entry."""
    opened, closed = (sum(map(entry.count, marks)) for marks in (_OPENERS, _CLOSERS))
    low = entry.count("„")
    is_cut = low != entry.count("“") if low and not closed else opened != closed
    return is_cut or entry.count('"') % 2 == 1


def is_torn(entry: str) -> bool:
    """Whether a quotation or bracket is cut by an entry, or followed by who said it."""
    is_cut = entry.count("(") != entry.count(")") or is_half_quoted(entry)
    return is_cut or _SPEECH.search(entry) is not None
