"""The parts of a query as people type it: words, phrases in any quotation marks, fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.errors import UsageError
from briefing.model.records import dataclass
from briefing.text.i18n import _

_QUOTES = {'"': '"', "“": '”“"', "„": '“”"', "«": "»", "»": "«", "「": "」", "『": "』"}
"""What opens a phrase, and what closes it then."""
_MARKS = "".join(_QUOTES)
_MINUS = re.compile(r"-(?=[^\s-])")
_FIELD = re.compile(r"([A-Za-z]+):(?=[^\s/]|$)")
_NUMBER = r"[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?!\S)"
_WORD = re.compile(rf"{_NUMBER}|[^\s{_MARKS}]*")
"""One word, or one number with spaces between its groups of digits."""
_SHOWN = 20
"""Characters of a query that a message about it repeats."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query, as it was typed."""

    place: int
    """Where it begins: 0-based characters into the query."""
    value: str
    """Its words, with single spaces; empty where there are none."""
    is_excluded: bool = False
    """Whether a minus stands before it."""
    field: str | None = None
    """The name before a colon, in small letters."""
    is_quoted: bool = False
    """Whether it is a phrase in quotation marks."""


def parts_of(query: str) -> Iterator[Part]:
    """Part a query at its spaces, but not within quotation marks.

    Raises:
        UsageError: A quotation mark is not closed.
    """
    place = 0
    while place < len(query):
        if query[place].isspace():
            place += 1
            continue
        part, place = _part(query, place)
        yield part


def wrong_part(what: str, query: str, place: int, remedy: str = "") -> UsageError:
    """What is wrong with a query at a place, as one line."""
    where = _("query, character {number}: {words}").format(
        number=place + 1, words=query[place : place + _SHOWN].strip()
    )
    return UsageError(what, where=where, remedy=remedy or None)


def _part(query: str, place: int) -> tuple[Part, int]:
    """The part that begins there, and where it ends."""
    minus = _MINUS.match(query, place)
    field = _FIELD.match(query, begin := place if minus is None else minus.end())
    begin = begin if field is None else field.end()
    name = None if field is None else field[1].lower()
    is_quoted = query[begin : begin + 1] in _QUOTES
    value, end = (_phrase if is_quoted else _word)(query, begin)
    return Part(place, " ".join(value.split()), minus is not None, name, is_quoted), end


def _word(query: str, place: int) -> tuple[str, int]:
    found = _WORD.match(query, place)
    return ("", place) if found is None else (found[0], found.end())


def _phrase(query: str, place: int) -> tuple[str, int]:
    closing = re.compile(f"[{_QUOTES[query[place]]}]").search(query, place + 1)
    if closing is None:
        raise wrong_part(_("a quotation mark is not closed"), query, place)
    return query[place + 1 : closing.start()], closing.end()
