"""What belongs to the noun of a number behind it: shells ``of artillery``, mois ``de prison``."""

from __future__ import annotations

import re

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._plurals import is_plural
from briefing.analysis._unit import next_word
from briefing.analysis._unit_words import unit_words

LAST = re.compile(r"\s*(?:[.,;:)]|\Z)")
"""What ends a phrase."""


def complement(text: str, end: int, words: FigureWords) -> int:
    """Past "of artillery and ammunition" or "of the United Nations"."""
    nouns = unit_words(words.own)
    if (proper := nouns.of_the.match(text, end)) is not None:
        cursor = proper.end() - 1
        while (more := nouns.proper.match(text, cursor)) and cursor - end < 60:
            cursor = more.end()
            if text[cursor - len(more[0])] != " ":
                break
        if text[cursor : cursor + 1] == "." and not text[cursor - 2].isalnum():
            return end  # "airplanes of U.S. registry"
        return compound(text, cursor, words) if cursor > proper.end() else end
    joined = nouns.of_noun.match(text, end)
    if joined is None:
        return end
    word = next_word(text, joined.end() - 1, words)
    while word is not None and word[1].lower() in words.before_noun:
        word = next_word(text, word.end(), words)
    if word is None or not word[1][0].islower() or nouns.number.fullmatch(word[1]):
        return end
    if _does(text, word, words):
        return end
    whole = _whole(text, word, words)
    return end if whole is None else _pair(text, whole, words)


def _does(text: str, word: re.Match[str], words: FigureWords) -> bool:
    """Whether a word is a verb that goes on: deux mois ``de mettre ces``, not de ``pouvoir``."""
    if words.own.units.word_order != "postposed":
        return False
    nouns = unit_words(words.own)
    is_verb = nouns.nonfinite.fullmatch(word[1]) is not None
    return is_verb and nouns.article.match(text, word.end()) is not None


def _whole(text: str, word: re.Match[str], words: FigureWords) -> int | None:
    """Past a noun that a word belongs to: "of court records", ``di effettivo servizio``.

    None where the noun stands further on: "of second degree theft by night".
    """
    end, more = word.end(), next_word(text, word.end(), words)
    if word[1] in words.own.units.closed_nouns:
        closed = unit_words(words.own).closed.match(text, end)
        return end if closed is None else closed.end()
    if more is None or not more[1][0].islower() or is_said(more[1], words):
        return end
    if words.own.units.word_order == "postposed":
        is_noun = is_adjective(word[1], words) != is_adjective(more[1], words)
        return more.end() if is_noun else end
    after = next_word(text, more.end(), words)
    if LAST.match(text, more.end()) or after is None or is_said(after[1], words):
        return more.end()
    noun = compound(text, end, words)
    is_open = words.own.units.word_order == "preposed" and not is_plural(word[1], words)
    return None if noun == end and is_open else noun


def compound(text: str, end: int, words: FigureWords) -> int:
    """Past a plural that the noun before it belongs to, where nouns stand side by side."""
    more = next_word(text, end, words)
    if more is None or words.own.units.word_order != "preposed" or not more[1].islower():
        return end
    is_noun = is_plural(more[1], words) and not is_said(more[1], words)
    is_time = more[1] in words.time_units
    return more.end() if is_noun and not is_time else end


def is_said(word: str, words: FigureWords) -> bool:
    """Whether a word behind a noun is a verb."""
    nouns = unit_words(words.own)
    return any(one.fullmatch(word) for one in (nouns.finite, nouns.past, nouns.described))


def _pair(text: str, end: int, words: FigureWords) -> int:
    """Past a second noun: "of shells and ammunition", where the phrase clearly ends after it."""
    tie = unit_words(words.own).and_noun.match(text, end)
    if tie is None:
        return end
    word = next_word(text, tie.end() - 1, words)
    if word is None or not looks_plural(word[1], words) or not word[1][0].islower():
        return end
    follow = re.match(r"\s*(?:[.,;:)]|\w+)", text[word.end() :])
    if follow is not None and follow[0].strip()[0].isdigit():
        return end  # "of water and costs 1.9 million"
    ends = follow is None or not follow[0].strip()[0].isalpha()
    return word.end() if ends or (follow and follow[0].strip().lower() in words.stop) else end


def looks_plural(word: str, words: FigureWords) -> bool:
    ends = word.endswith(unit_words(words.own).plural_endings)
    return ends or word[0].isupper() or word in words.people


def is_adjective(word: str, words: FigureWords) -> bool:
    return word[0].islower() and words.adjective.fullmatch(word) is not None
