"""Labels that end or begin inside a row of names: they take all of it, or none.

"12 camps in Kent and Surrey" are not in Kent, and where "Spain, Italy and Greece sent 8 planes"
Greece did not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._clause_around import tokens_after
from briefing.analysis._noun_phrases import LONGEST
from briefing.analysis._place import Place
from briefing.languages.language import Language
from briefing.languages.phrases import any_of
from briefing.model.span import Span

_NAME = r"[^\W\d_a-zà-öø-ÿ][\w’'-]*(?:\s[^\W\d_a-zà-öø-ÿ][\w’'-]*)*"
"""Words with capitals."""

_REACH = 80
"""Characters of a row before a label."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """What joins names in a language, as expressions."""

    behind: re.Pattern[str]
    """A name that is joined to the one before; group 1."""
    noun: re.Pattern[str]
    """The same of a noun."""
    before: re.Pattern[str]
    """The names of a row before the last one or two."""
    joint: re.Pattern[str]


def in_whole(parts: Sequence[Span], place: Place) -> Sequence[Span]:
    """The parts of a label with all of a row that they would cut; none where it is too long."""
    if not parts:
        return parts
    rows = _rows(place.own)
    first, last = parts[0], parts[-1]
    grown = [*parts]
    if first.end <= place.span.start:
        grown[0] = _from_first(first, place, rows)
    if last.end >= place.span.end:
        grown[-1] = Span(grown[-1].start, _to_last(last, place, rows))
    return grown if grown == [*parts] or sum(map(len, grown)) <= LONGEST else ()


def _from_first(part: Span, place: Place, rows: _Rows) -> Span:
    """A part from the first of its row on: ``Spain, Italy and | Greece sent``."""
    if not place.text[part.start].isupper() or place.words.has_capital_nouns:
        return part
    row = rows.before.search(place.text, max(0, part.start - _REACH), part.start)
    is_row = row is not None and (row["joint"] or rows.joint.match(place.text, part.start))
    return Span(row.start("row"), part.end) if row is not None and is_row else part


def _to_last(part: Span, place: Place, rows: _Rows) -> int:
    """Where a row ends that a part would cut."""
    text, words = place.text, place.words
    said = part.of(text).split()
    named = len(said)
    while named and said[named - 1][0].isupper():
        named -= 1
    is_name = 0 < named < len(said) and said[named - 1].lower() in words.prepositions
    more = None
    if is_name or len(said) == 1:
        more = (rows.behind if is_name else rows.noun).match(text, part.end)
    if more is None or not (is_name or _is_noun(more[1], place)):
        return part.end
    following = tokens_after(text, more.end(), words)
    is_last = not following or bool(text[more.end() : following[0].span.start].strip())
    if is_last or (is_name and not words.has_capital_nouns and not _acts(part, place)):
        return more.end()
    is_open = following[0].is_verb or following[0].low in words.copulas
    is_open = is_open or not words.leads(following[0])
    return part.end if is_open else more.end()


def _is_noun(word: str, place: Place) -> bool:
    """Whether a word that is joined may be a noun, and is no participle."""
    low, words = word.lower(), place.words
    return words.has_noun_form(word, low) and words.participle.fullmatch(low) is None


def _acts(part: Span, place: Place) -> bool:
    """Whether a part has a verb, so that another clause may follow."""
    own = (one for one in place.after if part.start <= one.span.start < part.end)
    return any(one.is_verb or one.low in place.words.copulas for one in own)


@lru_cache(maxsize=8)
def _rows(own: Language) -> _Rows:
    joints = any_of(own.lists.conjunctions)
    articles = any_of((*own.lists.articles, *own.lists.prepositions))
    led = rf"\s(?:{joints})\s(?:(?:{articles})\s)*"
    return _Rows(
        behind=re.compile(rf"{led}({_NAME})"),
        noun=re.compile(rf"\s(?:{joints})\s([^\W\d_]{{3,}})(?!\w)"),
        before=re.compile(
            rf"(?P<row>(?:{_NAME},\s)*{_NAME}(?P<joint>\s(?:{joints})\s)|(?:{_NAME},\s)+)\Z"
        ),
        joint=re.compile(rf"{_NAME}\s(?:{joints})\s"),
    )
