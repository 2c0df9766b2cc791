"""The words around numbers that only name something, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._at_end import AtEnd
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, NOTHING, any_of

_DOCKET = r" [A-Z][A-Za-z]{0,4} \d+/\d{2}"
"""The rest of a case's number at a German court: ``6 L 191/25``."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Words around numbers that only name something."""

    none_counted: re.Pattern[str]
    """What makes a number a point on a scale, a year or a case's number."""
    ordinal: re.Pattern[str]
    """A degree sign that is written for the ordinal's: ``il 3° posto``."""
    address: re.Pattern[str]
    street: re.Pattern[str]
    """A street that is named before its kind: ``Grand Boulevard``."""
    named: re.Pattern[str]
    """An article of one thing: a number behind it that counts nothing is a name, ``il 118``."""
    thing: re.Pattern[str]
    """One thing that a number behind it names: ``il treno regionale 3361``."""
    numbered: AtEnd
    """A word of a name that ends in a number, within a sentence: the ``Sweet`` 16 games."""
    begun: re.Pattern[str]
    """A name that begins with a number: ``Six Nations`` teams."""
    zone: re.Pattern[str]
    place: re.Pattern[str]
    """A name of one word behind the number of its house: ``180 Kent``, not ``45 Monday``."""
    of: re.Pattern[str]
    glued: re.Pattern[str]
    """What goes on right behind a number that is a part of something else."""


@lru_cache(maxsize=8)
def naming_words(own: Language) -> Naming:
    """The words of a language around numbers that only name something."""
    words = own.names
    symbols = any_of((*own.units.symbols, *own.units.tight_symbols))
    of = any_of((*own.units.of_noun, *own.units.of_the, *own.shares.of_many))
    return Naming(
        none_counted=re.compile(
            rf"[-‐‑ ](?:{any_of(words.scale_points)})\b|{_DOCKET}"
            rf"|[ \u00a0]?(?:{any_of(words.eras)})(?!\w)"
        ),
        ordinal=re.compile(rf"[ \u00a0]?°[ \u00a0](?!(?:{any_of(words.degree_joints)})\b)[^\W\d_]"),
        address=re.compile(rf"(?:{any_of(words.streets)})\b", re.IGNORECASE),
        street=re.compile(rf"(?:[\w.’'-]+ ){{1,3}}(?i:{any_of(words.streets)})\b(?! [^\W\d_A-Z])"),
        named=re.compile(rf"(?<!\w)(?:{any_of(words.one_thing)}) \Z", re.IGNORECASE),
        thing=re.compile(
            rf"(?<!\w)(?:{any_of(words.one_thing)}) [^\W\d_]+(?: [^\W\d_]+)? \Z"
            if own.units.word_order == "postposed"
            else NOTHING,
            re.IGNORECASE,
        ),
        numbered=AtEnd(lambda some: rf"(?-i:(?<=\w )(?:{some})[ -]\Z)", words.numbered, ("-",)),
        begun=re.compile(rf"(?:{any_of(words.begun)}){ENDS}"),
        zone=re.compile(rf" (?:{any_of(words.zones)})\b"),
        place=re.compile(
            rf" (?!(?i:{any_of((*own.changes.weekdays, *own.times.months))})\b)[A-Z][a-z]{{2,}}"
            if own.units.word_order == "preposed"
            else NOTHING
        ),
        of=re.compile(rf" (?:{of}){ENDS}"),
        glued=re.compile(
            rf"(?!(?:{symbols})\b)[^\W\d_]|[ªº@_/]\d?|\.[oaªº]s?(?!\w)"
            r"|°(?![ \u00a0]?(?:[CF]\b|(?!\w)))|[:\"″”]\d|[.,-]\d|[–—‐‑]\d"
        ),
    )
