"""Reading a query as people type it.

::

    soldiers "over 11,000" -exercise tag:check by:anna state:RU is:unread after:2026-01
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model.errors import UsageError
from briefing.model.query import Condition, Field, Query, Standing, Term
from briefing.text.i18n import _

_PART = re.compile(
    r"""
    (?P<minus>-(?=[^\s-]))?
    (?:(?P<field>[A-Za-z]+):(?=[^\s/]|$))?
    (?: "(?P<phrase>[^"]*)(?P<close>"|$) | (?P<word>[^\s"]+) )?
    """,
    re.VERBOSE,
)
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_FIELDS = frozenset(field.value for field in Field)


def parse_query(text: str) -> Query:
    """Read a query.

    Args:
        text: Words, ``"a phrase"``, ``-excluded`` and ``field:value``, with spaces between them.

    Raises:
        UsageError: A part is not understood; the error names it and where it begins.
    """
    terms: list[Term] = []
    conditions: list[Condition] = []
    for part in _parts(text):
        (conditions if isinstance(part, Condition) else terms).append(part)  # type: ignore[arg-type]
    if not terms and not conditions:
        raise UsageError(_("the query is empty"), remedy=_("name a word that should be found"))
    return Query(text, tuple(terms), tuple(conditions))


def _parts(text: str) -> Iterator[Term | Condition]:
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _PART.match(text, place)
        if found is None or found.end() == place:
            raise _wrong(_("this is no part of a query"), text, place)
        yield from _part(found, text)
        place = found.end()


def _part(found: re.Match[str], text: str) -> Iterator[Term | Condition]:
    place = found.start()
    if found["phrase"] is not None and not found["close"]:
        what = _("a quotation mark is not closed")
        raise _wrong(what, text, found.start("phrase") - 1)
    value = found["word"] if found["phrase"] is None else found["phrase"]
    value = " ".join((value or "").split())
    is_excluded = found["minus"] is not None
    if found["field"] is None:
        if value:
            yield Term(value, is_excluded)
        return
    name = found["field"].lower()
    if name not in _FIELDS:
        what = _("there is no field “{name}”").format(name=name)
        raise _wrong(what, text, place, _("known are: {names}").format(names=", ".join(Field)))
    if not value:
        raise _wrong(_("“{name}:” has no value").format(name=name), text, place)
    yield Condition(_checked(Field(name), value, text, place), value, is_excluded)


def _checked(field: Field, value: str, text: str, place: int) -> Field:
    """The field, where its value is one that it can have."""
    if field is Field.IS and value not in {standing.value for standing in Standing}:
        names = ", ".join(standing.value for standing in Standing)
        what = _("there is no “is:{value}”").format(value=value)
        raise _wrong(what, text, place, _("known are: {names}").format(names=names))
    if field in (Field.AFTER, Field.BEFORE) and not _DATE.fullmatch(value):
        what = _("“{value}” is no date").format(value=value)
        raise _wrong(what, text, place, _("write it like 2026, 2026-01 or 2026-01-31"))
    return field


def _wrong(what: str, text: str, place: int, remedy: str = "") -> UsageError:
    where = _("query, character {number}: {words}").format(
        number=place + 1, words=text[place : place + 20].strip()
    )
    return UsageError(what, where=where, remedy=remedy or None)
