"""What a query means that people type.

::

    soldiers "over 11,000" -exercise sanction* OR embargo tag:check by:anna is:unread after:2026-01
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from briefing.model.errors import UsageError
from briefing.model.query import Condition, Field, Query, Standing, Term
from briefing.text.i18n import _
from briefing.text.query_parts import Part, parts_of, wrong_part

_BEGINNING = re.compile(r"\w+\*")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_FIELDS = frozenset(field.value for field in Field)


class _Link(StrEnum):
    """A word in capitals that tells how its neighbours belong together."""

    AND = "AND"
    OR = "OR"
    NOT = "NOT"


def parse_query(text: str) -> Query:
    """Read a query.

    Args:
        text: Words, ``"a phrase"``, ``-excluded``, ``beginning*``, ``one OR another`` and
            ``field:value``, with spaces between them.

    Raises:
        UsageError: A part is not understood; the error names it and where it begins.
    """
    parts = list(parts_of(text))
    _refuse_brackets(parts, text)
    found = list(_linked(parts, text))
    if not found:
        raise UsageError(_("the query is empty"), remedy=_("name a word that should be found"))
    terms = tuple(part for part in found if isinstance(part, Term))
    return Query(text, terms, tuple(part for part in found if isinstance(part, Condition)))


def _refuse_brackets(parts: Iterable[Part], text: str) -> None:
    """Say that brackets group nothing, where they stand as if they did: ``(a OR b) c``."""
    if any(_link(part) is not None for part in parts):
        for part in parts:
            if not part.is_quoted and part.value.startswith("("):
                what = _("brackets group nothing: OR is for the words right beside it")
                raise wrong_part(what, text, part.place, _("leave them out"))


def _linked(parts: Iterable[Part], text: str) -> Iterator[Term | Condition]:
    """What the parts mean; those with ``OR`` between them are one."""
    last: Term | Condition | None = None
    link: tuple[_Link, Part] | None = None
    for part in parts:
        linking = _link(part)
        if linking is not None:
            if link is not None or (last is None and linking is not _Link.NOT):
                raise _lonely(linking, part, text)
            link = linking, part
            continue
        meaning = _meaning(part, text)
        if meaning is None:
            continue
        if link is not None and link[0] is _Link.OR:
            last = _either(last, meaning, link[1], text)
        else:
            if last is not None:
                yield last
            is_not = link is not None and link[0] is _Link.NOT
            last = replace(meaning, is_excluded=not meaning.is_excluded) if is_not else meaning
        link = None
    if link is not None:
        raise _lonely(*link, text)
    if last is not None:
        yield last


def _link(part: Part) -> _Link | None:
    is_bare = not (part.is_quoted or part.is_excluded or part.field)
    return _Link(part.value) if is_bare and part.value in _LINKS else None


def _lonely(link: _Link, part: Part, text: str) -> UsageError:
    what = _("{word} stands between two words").format(word=link)
    if link is _Link.NOT:
        what = _("{word} stands before a word").format(word=link)
    return wrong_part(what, text, part.place, _("quote it to find the word"))


def _either(one: Term | Condition | None, other: Term | Condition, link: Part, text: str) -> Term:
    """Words of which one must be there."""
    if (
        not isinstance(one, Term)
        or not isinstance(other, Term)
        or one.is_excluded
        or other.is_excluded
    ):
        what = _(
            "OR stands between words that should be found, not between fields or after a minus"
        )
        raise wrong_part(what, text, link.place, _("ask for one after the other"))
    return replace(one, others=(*one.others, other))


def _meaning(part: Part, text: str) -> Term | Condition | None:
    """What a part means; nothing where it is an empty phrase."""
    if part.field is None:
        if not part.value:
            return None
        is_beginning = not part.is_quoted and _BEGINNING.fullmatch(part.value) is not None
        words = part.value.removesuffix("*") if is_beginning else part.value
        return Term(words, part.is_excluded, is_beginning)
    if part.field not in _FIELDS:
        what = _("there is no field “{name}”").format(name=part.field)
        known = _("known are: {names}").format(names=", ".join(Field))
        raise wrong_part(what, text, part.place, known)
    if not part.value:
        what = _("“{name}:” has no value").format(name=part.field)
        raise wrong_part(what, text, part.place)
    return Condition(_checked(Field(part.field), part, text), part.value, part.is_excluded)


def _checked(field: Field, part: Part, text: str) -> Field:
    """The field, where its value is one that it can have."""
    value = part.value
    if field is Field.IS and value not in {standing.value for standing in Standing}:
        what = _("there is no “is:{value}”").format(value=value)
        known = _("known are: {names}").format(names=", ".join(Standing))
        raise wrong_part(what, text, part.place, known)
    if field in (Field.AFTER, Field.BEFORE) and not _DATE.fullmatch(value):
        what = _("“{value}” is no date").format(value=value)
        raise wrong_part(what, text, part.place, _("write it like 2026, 2026-01 or 2026-01-31"))
    return field


_LINKS = frozenset(link.value for link in _Link)
