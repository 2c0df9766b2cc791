"""The names of states in one language, ready to be looked up word by word.

Names come from CLDR through Babel; what news writes besides, capitals and adjectives from the
language's own file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, partial
from typing import Any

from briefing.analysis._at_end import AtEnd
from briefing.analysis._inflections import forms
from briefing.analysis.numbers import locale_of
from briefing.languages.language import Language, States
from briefing.languages.load import language_of
from briefing.languages.phrases import ENDS, any_of, before_word

_STATES = """
AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF
TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH
GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY
LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK
PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD
SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW VA PS TW XK
"""
"""The members and observers of the United Nations, Taiwan and Kosovo, by ISO 3166-1 code."""


class Kind(Enum):
    """How a phrase speaks of a state."""

    NAME = "name"
    CAPITAL = "capital"
    ADJECTIVE = "adjective"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase that may stand in a text."""

    phrase: str
    """As it is written, with plain spaces, apostrophes and hyphens."""
    code: str
    """ISO 3166-1; "" for a phrase that is not a state."""
    kind: Kind
    """How it speaks of the state."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All phrases of a language."""

    by_first_word: dict[str, tuple[Entry, ...]]
    """By their first word in small letters, the longest phrase first."""
    met: dict[str, tuple[str, ...]]
    """What was met between spaces, with the words in it by which a phrase may begin."""
    idle: set[str]
    """What was met there and holds no such word."""
    names: dict[str, str]
    """What each state is called, by code."""
    own: Language
    """The words of the language."""
    doubtful: frozenset[str]
    """Phrases that are also names of people."""
    given: frozenset[str]
    """Phrases that call people before a surname."""
    rare: frozenset[str]
    """Phrases that count only beside evidence."""
    wary: frozenset[str]
    """Phrases that are also common words."""
    symbols: frozenset[str]
    """Of measures, which are also names."""
    titles: frozenset[str]
    """Titles before the names of people, small, without a stop."""
    elsewhere: re.Pattern[str]
    """What follows a name that is no state's."""
    square_before: AtEnd
    """At the end of what stands before a street's name."""
    body_before: re.Pattern[str] | AtEnd
    """At the end of what stands before a name that a body, an event or a place is called by."""
    place_before: re.Pattern[str]
    """At the end of what stands before a place."""
    place_behind: re.Pattern[str]
    """What follows a name that is a state's: its government."""
    article_before: re.Pattern[str]
    """At the end of what stands before a common word."""
    joining: re.Pattern[str]
    """All that stands between two names that are listed together."""


def plain(text: str) -> str:
    """The same text, character by character, with one kind of space, apostrophe and hyphen."""
    if text.isascii():
        return text.replace("\t", " ")
    for sign, simple in _SIMPLE:  # most texts have none of them, which this tells fastest
        text = text.replace(sign, simple)
    return text


_SIMPLE = tuple(zip("\u00a0\u202f\t’ʼ‘\u2010\u2011", "   '''--", strict=True))


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """The codes of all states."""
    return tuple(_STATES.split())


def gazetteer(language: str, *, decomposed: bool = False) -> Gazetteer:
    """The phrases of a language; without a file of its own, CLDR's names alone.

    Args:
        language: BCP 47.
        decomposed: Whether the text that will be read is in NFD.
    """
    return _gazetteer(language, decomposed)  # however it is asked for, it is the same one


@lru_cache(maxsize=8)
def _gazetteer(language: str, decomposed: bool) -> Gazetteer:
    own = language_of(language)
    words = own.states
    locale = locale_of(language) or locale_of("en")
    names = {code: _called(code, locale, words) for code in codes()}
    entries = [*_names(locale, names, own), *_capitals(own), *_adjectives(own)]
    form = partial(unicodedata.normalize, "NFD" if decomposed else "NFC")
    rare, doubtful, given = (
        frozenset(map(form, some)) for some in (words.rare, words.doubtful, words.given)
    )
    if decomposed:
        entries = [Entry(form(e.phrase), e.code, e.kind) for e in entries]
    return Gazetteer(
        by_first_word=_by_first_word(entries),
        met={},
        idle=set(),
        names=names,
        own=own,
        doubtful=doubtful,
        given=given,
        rare=rare,
        wary=frozenset((*words.wary_behind_article, *words.wary_first)),
        symbols=frozenset(own.units.symbols),
        titles=frozenset(own.sentences.honorifics),
        elsewhere=re.compile(rf"(?:{any_of(words.elsewhere)}){ENDS}"),
        square_before=AtEnd(
            lambda some: rf"(?-i:(?<!\w)(?:{some})(?:\s|(?<=['’]))\Z)", words.squares
        ),
        body_before=_body_before(words, own.units.word_order),
        place_before=re.compile(rf"(?<!\w)(?:{any_of(words.place_before)}) \Z", re.IGNORECASE),
        place_behind=re.compile(rf"(?:{any_of(words.place_behind)}){ENDS}"),
        article_before=re.compile(rf"\b(?:{any_of(words.article_before)})\s\Z", re.IGNORECASE),
        joining=_joining(own),
    )


def _body_before(words: States, order: str) -> re.Pattern[str] | AtEnd:
    """What begins the name of a body, then capital and linking words, and one small word at most.

    Where adjectives stand first, nothing of a name stands behind its last link: "the University of
    Malta", but not "the University of Leeds of the UK".
    """
    link = rf"(?:{any_of(words.body_links)})(?:(?<=')| )"
    name = r"[^\W\d_a-z][\w.'-]* "
    small = r"(?:[^\W\d_A-Z]\w{4,} )?"
    body = rf"(?<![\w-])(?:{any_of(words.bodies)}) {small}"
    if order != "preposed":
        return re.compile(rf"{body}(?:{link}|{name})*\Z")
    rest = rf"(?:{name})*(?:{link})*"
    return AtEnd(lambda some: rf"(?-i:{body}{rest}(?:{some})(?:(?<=')| )\Z)", words.body_links)


def _joining(own: Language) -> re.Pattern[str]:
    conjunctions = any_of(own.lists.conjunctions)
    articles = before_word((*own.states.joining_articles, *own.states.place_before))
    return re.compile(rf"\s*[,;]?\s*(?:(?:{conjunctions})\s+)?{articles}?")


def first_word(phrase: str) -> str:
    """The letters that a phrase begins with, small."""
    end = 0
    while end < len(phrase) and (phrase[end].isalnum() or unicodedata.combining(phrase[end])):
        end += 1
    return phrase[:end].lower()


def _by_first_word(entries: list[Entry]) -> dict[str, tuple[Entry, ...]]:
    grouped: dict[str, dict[tuple[str, Kind], Entry]] = {}
    for entry in entries:
        group = grouped.setdefault(first_word(entry.phrase), {})
        group.setdefault((entry.phrase, entry.kind), entry)
    rank = list(Kind)
    return {
        word: tuple(sorted(group.values(), key=lambda e: (-len(e.phrase), rank.index(e.kind))))
        for word, group in grouped.items()
    }


def _names(locale: Any, names: dict[str, str], own: Language) -> Iterator[Entry]:
    for code, phrases in own.states.also.items():  # before CLDR's, which they may correct
        yield from _entries(phrases, code, Kind.NAME, own)
    for code, name in names.items():
        given = str(locale.territories.get(code, code))
        phrases = (name, *_with_and(given, own), given)
        yield from _entries(phrases, code, Kind.NAME, own)
    for phrase in (*own.states.blocked, *_other_territories(locale)):
        yield Entry(plain(phrase), "", Kind.BLOCKED)


def _with_and(name: str, own: Language) -> Iterator[str]:
    """Names that CLDR joins by a sign: ``Antigua & Barbuda``."""
    if " & " in name and own.lists.conjunctions:
        yield name.replace("&", own.lists.conjunctions[0])


def _entries(phrases: Iterable[str], code: str, kind: Kind, own: Language) -> Iterator[Entry]:
    for phrase in phrases:
        for form in _cases(plain(phrase), own.states):
            yield Entry(form, code, kind)


def _other_territories(locale: Any) -> Iterator[str]:
    states = set(codes())
    for code, name in locale.territories.items():
        if code not in states and code not in ("UN", "EU", "EZ", "ZZ"):
            yield str(name)


def _cases(phrase: str, words: States) -> tuple[str, ...]:
    endings = () if phrase[-1] in words.no_case_after else words.case_endings
    return (phrase, *(phrase + ending for ending in endings))


def _called(code: str, locale: Any, words: States) -> str:
    name = words.called.get(code) or str(locale.territories.get(code, code))
    return name.partition(" (")[0].replace(" - ", "-")


def _capitals(own: Language) -> Iterator[Entry]:
    for code, capitals in own.states.capitals.items():
        yield from _entries(capitals, code, Kind.CAPITAL, own)


def _adjectives(own: Language) -> Iterator[Entry]:
    for code, adjectives in own.states.adjectives.items():
        for adjective in adjectives:
            for form in forms(adjective, own.states.inflections):
                yield Entry(form, code, Kind.ADJECTIVE)
