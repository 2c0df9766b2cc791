"""What an amount counts: the noun behind it, a percent sign, a currency."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.analysis._adjectives_first import capitalised, inflected
from briefing.analysis._amount import Amount
from briefing.analysis._complements import (
    LAST,
    complement,
    compound,
    is_adjective,
    is_said,
    looks_plural,
)
from briefing.analysis._factors import BARE
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._no_noun import does, is_time, past_verb_plural
from briefing.analysis._plurals import is_plural_noun
from briefing.analysis._quoted import in_quotation, past_closing, past_quotation
from briefing.analysis._rated import with_rate
from briefing.analysis._unit import Unit, next_word
from briefing.analysis._unit_words import UnitWords, unit_words
from briefing.languages.kinds import Words

_TWO = 2
_SCALES = frozenset("CF")
_SHORTEST = 5
"""Letters of a word that is hardly the abbreviation of a measure."""

_MOST_ATTRIBUTES = 3
"""Words behind the "and" of attributes up to their noun."""

_INCLUSIVE = ("·", ".", "•", "(", "-")
"""Behind the singular of a plural that has the endings of men and women: ``chercheur·euses``."""

_BEFORE = 48
"""Characters before a number in which its label stands."""

_COMMA = re.compile(", ")

_APOSTROPHES = ("'", "’")

_HYPHENS = ("-", "\u2010", "\u2011")

_STOPS = frozenset((*".,;:)", ""))
"""What no unit begins with."""

_DEGREES = re.compile(r"(?:(?<=\.\d)[CF]|(?<=\d)[CF](?= ?(?:\)|\(-?\d[\d.]* ?°?[CF]\))))(?![\w/-])")
"""What newspapers write for degrees: ``1.5C``, ``1C (33.8F)``."""

_TWO_DIGITS = re.compile(r"(?<=[\s(][1-9]\d)[CF](?![\w/-])")
"""The same, where a language leaves their sign out: ``38C``."""


def unit_after(text: str, amount: Amount, words: FigureWords) -> Unit:
    """What stands behind an amount and says what it counts."""
    end = amount.span.end
    given = amount.unit or amount.currency
    if amount.unit == BARE or (given is None and text[end : end + 1] in _STOPS):
        return Unit(None, end, is_plural=False)
    if (match := words.share.match(text, end)) and not _is_machine(match[0], text):
        return Unit(match["points"] or "%", match.end(), is_plural=True)
    if given:
        return Unit(given, end, is_plural=True)
    nouns = unit_words(words.own)
    if sign := _sign(text, end, nouns, words.own.units.degree_letters):
        return with_rate(text, sign, words)
    end = past_quotation(text, amount)
    found = _noun(text, _past_of(text, end, amount, words), words)
    if amount.value == 1 and found.text is not None and not found.is_plural:
        found = _single(text, found, words)
    if found.text is not None and _is_misled(text, amount, found, words):
        found = Unit(None, end, is_plural=False)
    if not found.is_plural:
        quoted = _quoted(text, amount, end, words) if found.text is None else None
        found = quoted or _told(text, amount, nouns, words) or found
    return with_rate(text, found, words)


def _quoted(text: str, amount: Amount, end: int, words: FigureWords) -> Unit | None:
    """What is counted in a quotation that opens behind a number: 14 ``“aree di lavoro”``."""
    inside, start = in_quotation(text, end), amount.span.start
    if inside is None or words.label.search(text[max(0, start - _BEFORE) : start]):
        return None
    noun = _noun(*inside, words)
    return replace(noun, end=past_closing(text, noun.end)) if noun.is_plural else None


def _is_machine(said: str, text: str) -> bool:
    """Whether letters in capitals are no percent: 4 ``PC`` games, but ``UP 4 PCT``."""
    return said.strip().isupper() and not text.isupper()


def _sign(text: str, end: int, nouns: UnitWords, letters: Words) -> Unit | None:
    """What touches a number: a sign, or the rest of its word, ``a 10-day`` trip."""
    first = text[end : end + 1]
    if first in _SCALES:
        is_bare = first in letters and _TWO_DIGITS.match(text, end) is not None
        if is_bare or _DEGREES.match(text, end):
            return Unit(f"°{first}", end + 1, is_plural=True)
    if match := nouns.sign.match(text, end):
        said = match[match.lastindex or 0].replace("º", "°")  # the ordinal's sign: "180 ºC"
        return Unit(said, match.end(), is_plural=True)
    if first in _HYPHENS and (match := nouns.hyphened.match(text, end)):
        return Unit(match[0][1:], match.end(), is_plural=True)
    return None


def _is_misled(text: str, amount: Amount, found: Unit, words: FigureWords) -> bool:
    """Whether what follows a number is not what it counts."""
    if does(text, amount, found, words):
        return True
    if amount.value is None:  # "Dutzende deutsche und andere Meister"
        return unit_words(words.own).and_noun.search(found.text or "") is not None
    return not found.is_plural and _is_singular(text, amount, found, words)


def _is_singular(text: str, amount: Amount, found: Unit, words: FigureWords) -> bool:
    """Whether a word behind two or more is no noun that they count: ``520`` activan."""
    if words.own.units.word_order != "postposed" or amount.value is None or amount.value < _TWO:
        return False
    first = (found.text or "").split()[0]
    units = words.own.units
    is_cut = len(first) < _SHORTEST or text[found.end : found.end + 1] in _INCLUSIVE
    if is_cut or first.endswith(units.plural_endings):
        return False
    is_measure = first in words.time_units or first.lower() in units.measures
    return not (is_measure or unit_words(words.own).number.fullmatch(first))


def _told(text: str, amount: Amount, nouns: UnitWords, words: FigureWords) -> Unit | None:
    """The noun that a clause names behind its number: ``Sono due finora le vittime``."""
    start, end = amount.span.start, amount.span.end
    article = nouns.told_article.match(text, end)
    if article is None or amount.currency or amount.scaled:
        return None
    if nouns.told_verb.search(text, max(0, start - 24), start) is None:
        before = text[max(0, start - 2) : start].strip()
        if before in words.own.shares.subject_ands and text[start - 3 : start - 2] == " ":
            before = ","
        said = article[1]
        adverb = said is None or (said[0].islower() and nouns.adverb.fullmatch(said))
        if before not in ("", ".", ",", ";", ":") or not adverb:
            return None
    noun = _noun(text, article.end() - 1, words)
    return noun if noun.is_plural else None


def is_range(between: str, words: FigureWords) -> bool:
    """Whether two numbers with this between them share the noun of the second."""
    return unit_words(words.own).range.fullmatch(between) is not None


def _past_of(text: str, end: int, amount: Amount, words: FigureWords) -> int:
    """Where the noun's own space begins, behind an "of" that a scale word needs."""
    fewer = unit_words(words.own).fewer.match(text, end)
    if fewer is not None or not amount.scaled:
        return end if fewer is None else fewer.end()
    match = words.of.match(text, end)
    return end if match is None else match.end() - 1


def _noun(text: str, end: int, words: FigureWords) -> Unit:
    is_elided = text[end : end + 1] in _APOSTROPHES  # "15 millions d'euros perçus"
    if match := words.money.match(text, end + is_elided):
        return Unit(match[1], match.end(), is_plural=True)
    if is_time(text, end, words):
        return Unit(None, end, is_plural=False)
    find = _ORDERS.get(words.own.units.word_order, _noun_last)
    return find(text, end, words)


def _noun_first(text: str, end: int, words: FigureWords) -> Unit:
    start = end + 1
    word = next_word(text, end, words)
    before = None
    while word and word[1].lower() in words.before_noun:
        before, end = word, word.end()
        word = next_word(text, end, words)
    if before is not None and word is None:
        word = _behind_pair(text, end, words)
    is_noun = before is not None and unit_words(words.own).person.fullmatch(before[1])
    if is_noun and (word is None or not looks_plural(word[1], words)):
        word = before  # "1,5 milhão de jovens"
    is_time = word is not None and word[1] in words.time_units
    if word is None or (not is_time and words.verb.fullmatch(word[1])):
        return Unit(None, end if end >= start else start - 1, is_plural=False)
    is_plural = looks_plural(word[1], words)
    if not is_plural and unit_words(words.own).finite.fullmatch(word[1]):
        return Unit(None, start - 1, is_plural=False)
    end = word.end()
    for _ in range(2):
        more = next_word(text, end, words)
        if more is None or not is_adjective(more[1], words) or words.after.match(text, end):
            break
        end = more.end()
    end = complement(text, end, words)
    return Unit(text[start:end], end, is_plural=is_plural)


def _behind_pair(text: str, end: int, words: FigureWords) -> re.Match[str] | None:
    """The noun behind two adjectives: 300 petites ``et moyennes entreprises``."""
    tie = unit_words(words.own).and_noun.match(text, end) or _COMMA.match(text, end)
    second = None if tie is None else next_word(text, tie.end() - 1, words)
    if second is None or second[1].lower() not in words.before_noun:
        return None
    noun = next_word(text, second.end(), words)
    return noun if noun is not None and looks_plural(noun[1], words) else None


def _noun_last(text: str, end: int, words: FigureWords) -> Unit:
    start, nouns = end + 1, unit_words(words.own)
    ends: list[int] = []
    for _ in range(4):
        word = next_word(text, end, words)
        if word is None:
            break
        end = word.end()
        ends.append(end)
        if is_plural_noun(word[1], words):
            end = complement(text, compound(text, end, words), words)
            return Unit(text[start:end], end, is_plural=True)
    first = text[start : ends[0]] if ends else ""
    if not ends or nouns.past.fullmatch(first):
        told = None if ends else _shared(text, start - 1, words)
        return told or Unit(None, start - 1, is_plural=False)
    if (end := past_verb_plural(text, start, ends[0], words)) > ends[0]:
        return Unit(text[start:end], end, is_plural=True)
    shared = None if is_said(first, words) else _shared(text, start - 1, words)
    if shared is None and words.language and first[0].isupper():
        return Unit(None, start - 1, is_plural=False)
    return shared or Unit(text[start : ends[0]], ends[0], is_plural=False)


def _shared(text: str, end: int, words: FigureWords) -> Unit | None:
    """The noun of several attributes: 90 air, sea and ground-launched ``missiles``."""
    attributes = unit_words(words.own).attributes.match(text, end)
    cursor = end if attributes is None else attributes.end()
    for _ in range(_MOST_ATTRIBUTES if attributes is not None else 0):
        word = next_word(text, cursor, words)
        if (
            word is None
            or is_said(word[1], words)
            or unit_words(words.own).number.fullmatch(word[1])
        ):
            break
        cursor = word.end()
        if word[1][0].islower() and is_plural_noun(word[1], words):
            return Unit(text[word.start(1) : cursor], cursor, is_plural=True)
    return None


def _single(text: str, found: Unit, words: FigureWords) -> Unit:
    """The noun of one thing with the word before it: "one class member"."""
    more = next_word(text, found.end, words)
    if words.own.units.word_order != "preposed" or more is None or not more[1].islower():
        return found
    after = next_word(text, more.end(), words)
    is_last = LAST.match(text, more.end()) or after is None or is_said(after[1], words)
    if not is_last or is_said(more[1], words):
        return found
    start = found.end - len(found.text or "")
    return Unit(text[start : more.end()], more.end(), is_plural=False)


_ORDERS = {"postposed": _noun_first, "inflected": inflected, "capital": capitalised}
"""By where adjectives stand; without rules for it, the noun is the last plural of a few words."""
