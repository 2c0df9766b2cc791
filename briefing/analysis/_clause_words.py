"""The small words of a language, laid out for looking at clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from briefing.analysis._clause import ClauseWords
from briefing.analysis._counted_words import counted_words
from briefing.analysis._forms import Forms
from briefing.languages.clauses import Labels
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_SHORT = 3
"""Letters of the abbreviation of a month."""


@lru_cache(maxsize=8)
def clause_words(own: Language) -> ClauseWords:
    """The small words of a language."""
    return _laid_out(own, own.labels)


def _laid_out(own: Language, words: Labels) -> ClauseWords:
    return ClauseWords(
        *_leading(words),
        prepositions=frozenset(words.prepositions),
        gaps=frozenset(words.gaps),
        complements=frozenset(words.complements),
        articles=frozenset(words.articles),
        inside=frozenset(words.inside),
        verbs=frozenset(words.verbs),
        verb_forms=Forms(any_of(word for word in words.verbs if "*" in word)),
        stating=Forms(any_of(words.stating)),
        frames=frozenset(words.frames),
        no_verbs=frozenset(words.no_verbs),
        bases=frozenset(words.bases),
        markers=frozenset(words.markers),
        modals=frozenset(words.modals),
        helpers=frozenset(words.helpers),
        copulas=frozenset(words.copulas),
        participle=Forms(any_of(words.participles)),
        nonfinite=Forms(any_of(words.nonfinite)),
        adverb=Forms(any_of(words.adverbs)),
        openers=frozenset(words.openers),
        vague=_lowered((*words.vague, *_fractions(own))),
        weak=frozenset(words.weak),
        clitics=frozenset(words.clitics),
        stop=frozenset((*own.units.stop, *own.lists.conjunctions)),
        spans=frozenset(own.numbers.range),
        between=frozenset(own.numbers.from_both),
        qualifiers=_qualifiers(own),
        apart=_lowered((*own.numbers.scales, *own.times.months)),
        months=_months(own),
        numbers=Forms(any_of(own.changes.spelled)),
        conjunctions=frozenset(own.lists.conjunctions),
        measures=_no_nouns(own),
        elided=_elided(own),
        has_capital_nouns=own.sentences.capital_nouns,
        counted=counted_words(words),
    )


def _leading(
    words: Labels,
) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """The first fields: words that lead from a noun to its number."""
    links, changes = frozenset(words.links), frozenset(words.changes)
    return links, changes, frozenset(words.sizes), frozenset(words.lasting)


def _months(own: Language) -> frozenset[str]:
    """The months, but for abbreviations that other words look like."""
    return _lowered(word for word in own.times.months if len(word) > _SHORT)


def _fractions(own: Language) -> Iterable[str]:
    """The last words of fractions, which are numbers: more than a ``fifth``."""
    return (part.split()[-1] for part in own.shares.parts)


def _lowered(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _no_nouns(own: Language) -> frozenset[str]:
    """Words that name no subject: measures, money, times, months and scale words."""
    units, times, numbers = own.units, own.times, own.numbers
    words = (*units.measures, *units.money, *units.percent, *units.points, *times.time_units)
    more = (*times.months, *numbers.scales, *numbers.vague, *own.qualifiers.fillers)
    more = (*more, *own.labels.whens, *(day.rstrip("*") for day in own.changes.weekdays))
    return frozenset(word.lower() for phrase in (*words, *more) for word in phrase.split())


def _qualifiers(own: Language) -> frozenset[str]:
    """Qualifiers of one word."""
    every = chain.from_iterable(own.qualifiers.before.values())
    return frozenset(phrase for phrase in every if phrase.isalpha())


def _elided(own: Language) -> re.Pattern[str]:
    """A small word before a noun that is joined to it: ``l'``."""
    words = own.labels
    small = (
        *words.articles,
        *words.inside,
        *words.openers,
        *words.complements,
        *words.prepositions,
    )
    joined = any_of(word for word in small if word.endswith("'"))
    return re.compile(rf"(?:{joined})(?=\w)", re.IGNORECASE)
