"""The words around parts of a whole, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._at_end import AtEnd
from briefing.languages.language import Language
from briefing.languages.phrases import any_of, before_word
from briefing.languages.shares import Shares

WHOLES = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100)
"""Wholes that a share is told of; other numbers are so many of so many."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Words around parts and wholes."""

    per: AtEnd
    """What makes a round number the whole of a rate: ``7.2 per 100,000 inhabitants``."""
    of_which: AtEnd
    of_them: re.Pattern[str]
    of_many: re.Pattern[str]
    """The whole of which a number is a part, and what both count: ``29 of the 55 seats``."""
    counted_share: AtEnd
    """A share before a bracket that holds how many that are: ``more than half (14) of the 27``."""
    of_few: AtEnd
    out_of: re.Pattern[str]
    """The rest of a rate behind what it counts: ``7 Français sur 10``."""
    always: tuple[AtEnd, re.Pattern[str]]
    """What stands before the second number of such a phrase, and behind the first one with its
    unit: ``7 jours sur 7``; group 2 of that is the unit."""
    of_all: re.Pattern[str]
    """What begins a sentence with the whole of its number: ``Of the 41 ferries, 17 failed``."""
    of_it: re.Pattern[str]
    versus: re.Pattern[str]
    """Before what a number is compared with: ``sono 31, contro i`` 24."""
    harm: AtEnd
    """A verb whose number of people follows."""
    reached: AtEnd
    """A verb that says to what number something has come: ``rose to``."""
    count: AtEnd
    """A clause that says what a count has come to: ``the number of dead stands at``."""
    and_again: AtEnd
    """Before a further number of a sentence: ``12 were killed and``."""
    subject_before: re.Pattern[str]
    subject_after: re.Pattern[str]
    """Around a number that is what a clause speaks of: ``; 35 are missing``."""
    place: re.Pattern[str]
    """Where a part is, behind its number."""
    some_of: re.Pattern[str]
    """Behind so many of several: ``seven of the hostages``; its groups are words of the noun."""
    pair: re.Pattern[str]
    """Nouns of which there are two in many a matter: ``the two sides``."""
    told_before: re.Pattern[str]
    told_after: re.Pattern[str]
    """Around a number whose noun follows with its article: ``porta a 25 il numero``."""
    further: AtEnd
    """Before a further part: ``di cui uno per infarto e``, ``2 in Austria e``."""
    gapped: re.Pattern[str]
    """A further subject whose verb stands before: ``i sì sono stati 460, i no`` 94."""
    entry: re.Pattern[str]
    """Where or of whom an entry of a series is, behind its number: ``17 del Baix Empordá``."""
    entry_before: AtEnd
    """Another entry at the end of what stands before: ``26 municipios de l'Alt Empordá,``."""
    bracketed: re.Pattern[str]
    """In a bracket behind the whole: ``14 stations (12 at home and``."""
    there: re.Pattern[str]
    """Where that part is, or of whom."""
    scale: re.Pattern[str]
    votes: re.Pattern[str]
    votes_before: AtEnd
    """Votes named before a second number: ``438 contre 86``."""
    one_in: AtEnd
    """What makes a number the whole of a share: "one in ten voters"."""
    one_noun_in: AtEnd
    """The same with what is counted: ``una famiglia su tre``, but not what is told about three."""


@lru_cache(maxsize=8)
def part_words(own: Language) -> Parts:
    """The words of a language around parts and wholes."""
    words, articles = own.shares, any_of(own.states.joining_articles)
    place = rf"(?:{any_of(words.places)}) (?:(?:{articles})['’ ]?)?[^\W\d_a-zà-ÿ][\w’'-]{{2,}}"
    return Parts(
        per=AtEnd(lambda some: rf"(?<!\w)(?:{some}) \Z", words.per),
        of_which=AtEnd(lambda some: rf"(?<!\w)(?:{some}),? \Z", words.of_which, (",",)),
        of_them=re.compile(rf" (?:{any_of(words.of_them)})\b"),
        of_many=_of_many(words),
        counted_share=_counted_share(own),
        of_few=AtEnd(lambda some: rf"(?<![\w.,])(\d|[^\W\d_]+) (?:{some}) \Z", words.of_few),
        out_of=re.compile(rf" (?:{any_of(words.out_of)}) (\d|10|100|[^\W\d_]+)(?![\w%]|[.,]\d| %)"),
        always=_always(words),
        of_all=_of_all(words),
        of_it=_of_it(words),
        versus=_versus(own),
        harm=AtEnd(lambda some: rf"(?<!\w)(?:{some}) \Z", words.harm),
        reached=_reached(own),
        count=_count(own),
        and_again=_and_again(own),
        subject_before=_subject_before(own),
        subject_after=_subject_after(own),
        place=re.compile(rf" {place}"),
        some_of=_some_of(words),
        pair=re.compile(any_of(words.pairs), re.IGNORECASE),
        told_before=re.compile(rf"[a-zà-ÿ]{{3,}} (?:{any_of(own.labels.changes)}) \Z"),
        told_after=_told_after(own),
        further=_further(words, place),
        gapped=_gapped(own),
        entry=re.compile(rf" {_entry(own)}"),
        entry_before=_entry_before(own, _entry(own)),
        bracketed=_bracketed(own),
        there=re.compile(rf" (?:{any_of((*words.places, *words.of_many))})\b"),
        scale=re.compile(rf"(?:{any_of(words.scale)})\b[^.!?]*\Z", re.IGNORECASE),
        votes_before=AtEnd(lambda some: rf"(?-i:\d (?:\w+ )?(?:{some}) \Z)", words.votes),
        votes=re.compile(rf" (?:{any_of(words.votes)})\b"),
        one_in=_one_in(words),
        one_noun_in=_one_noun_in(words),
    )


def _of_it(words: Shares) -> re.Pattern[str]:
    its = any_of(words.of_it)
    return re.compile(rf"(?<!\w)(?:{its}) (?:[^\W\d_]+ ){{0,2}}\Z", re.IGNORECASE)


def _versus(own: Language) -> re.Pattern[str]:
    versus, articles = any_of(own.labels.versus), any_of(own.states.joining_articles)
    return re.compile(rf"(?<![\w.,])\d[^.;:!?()]* (?:{versus}) (?:{articles}) \Z")


def _of_many(words: Shares) -> re.Pattern[str]:
    ofs = any_of(words.of_many)
    return re.compile(rf" (?:{ofs}) (?:[a-zß-ÿ]{{3,8}} |[\w-]+['’]s? )?(\d[\d.,]*) [^\W\d_]{{3}}")


def _counted_share(own: Language) -> AtEnd:
    parts, percent = (*own.shares.parts,), (*own.units.percent, "%")
    return AtEnd(lambda some: rf"(?<![^\W\d_])(?:{some}) \(\Z", (*parts, *percent), ("(",))


def _some_of(words: Shares) -> re.Pattern[str]:
    return re.compile(
        rf" (?:{any_of(words.of_many)})(?: \d[\d.,]*)? ([^\W\d_]{{3,}})"
        r"(?: ([^\W\d_]{3,}))?(?: ([^\W\d_]{4,}))?(?: ([^\W\d_]{4,}))?"
    )


def _always(words: Shares) -> tuple[AtEnd, re.Pattern[str]]:
    number, unit = r"(\d{1,2}|[^\W\d_]+)", r"([^\W\d_]+)"
    return (
        AtEnd(lambda some: rf"(?<![\w.,]){number} {unit} (?:{some}) \Z", words.out_of),
        re.compile(rf" (?:{any_of(words.out_of)}) {number}(?!\w)"),
    )


def _and_again(own: Language) -> AtEnd:
    number = rf"(?:\d|\b(?i:{any_of(own.changes.spelled)}))"
    return AtEnd(lambda some: rf"(?-i:{number} [^.;:!?]*\w (?:{some}) \Z)", own.shares.subject_ands)


def _told_after(own: Language) -> re.Pattern[str]:
    articles = any_of((*own.states.joining_articles, *own.labels.articles))
    return re.compile(rf" (?:{articles}) (?:{_counts(own)})\b")


def _bracketed(own: Language) -> re.Pattern[str]:
    number = rf"(?:\d|(?<!\w)(?i:{any_of(own.changes.spelled)}))"
    ands = any_of(own.shares.subject_ands)
    return re.compile(rf"{number} [^\W\d_][^().;:\d]{{1,40}} \((?:[^()]*(?:,|\w (?:{ands})) )?\Z")


def _subject_after(own: Language) -> re.Pattern[str]:
    negation = before_word(own.qualifiers.negations)
    return re.compile(rf" (?:{negation})?(?:{any_of(own.shares.subject_verbs)})\b")


def _subject_before(own: Language) -> re.Pattern[str]:
    ands, only = any_of(own.shares.subject_ands), any_of(own.shares.only)
    while_ = any_of(set(own.labels.openers) - set(own.shares.subject_ands))
    year = rf"(?<!\w)(?i:{any_of(own.times.year_before)}) (?:19|20)\d\d"
    return re.compile(
        rf"(?:\A|[.;:,–—] |[.;:,] (?:{ands}) |(?<!\w)(?:{while_}) |{year} )(?:(?i:{only}) )?\Z"
    )


def _counts(own: Language) -> str:
    """Nouns whose number a text tells: the number itself, the dead, other people."""
    return any_of((*own.labels.vague, *own.units.deaths, *own.units.persons))


def _further(words: Shares, place: str) -> AtEnd:
    whose = any_of(words.of_which)
    return AtEnd(
        lambda some: rf"(?:(?:{whose}) [^.;:,()]{{3,60}}|\d {place}) (?:{some}) \Z",
        words.subject_ands,
    )


def _gapped(own: Language) -> re.Pattern[str]:
    articles, ands = any_of(own.labels.articles), any_of(own.shares.subject_ands)
    return re.compile(
        rf"(?<!\w)(?:{any_of(own.lists.are)}) (?:\w+ )?\d[^.;:!?()]*?"
        rf"(?:,|{ands}) (?:{articles}) [^\W\d_]+ \Z",
        re.IGNORECASE,
    )


def _entry(own: Language) -> str:
    """What says where or of whom an entry of a series is, up to the capital of its name."""
    articles = any_of(own.states.joining_articles)
    whose = any_of((*own.shares.places, *(one for one in own.labels.links if " " not in one)))
    return rf"(?:{whose})['’ ]?(?:(?:{articles})['’ ]?)?(?:[^\W\d_a-zà-ÿ]|(?:19|20)\d\d\b)"


def _entry_before(own: Language, entry: str) -> AtEnd:
    numbers = rf"(?<![\w.,])(?:\d[\d.,]*|(?i:{any_of(own.changes.spelled)}))"
    ands = any_of(own.shares.subject_ands)
    pattern = rf"(?-i:{numbers}(?: [^\W\d_]+){{0,2}} {entry}[^.;:!?()\d]*(?:,|,? (?:{ands})) \Z)"
    return AtEnd(lambda _some: pattern, (",", *own.shares.subject_ands))


def _reached(own: Language) -> AtEnd:
    verbs = any_of(own.labels.verbs)
    return AtEnd(lambda some: rf"(?<!\w)(?:{verbs}) (?:\w+ )?(?:{some}) \Z", own.numbers.range)


def _one_in(words: Shares) -> AtEnd:
    pattern = (
        rf"(?<!\w)(?:{any_of(words.one_or_two)}) (?:{any_of(words.in_each)}) \Z"
        rf"|(?<![\w.,])\d{{1,2}} (?:{any_of(words.digits_in_each)}) \Z"
    )
    return AtEnd(lambda _some: pattern, (*words.in_each, *words.digits_in_each))


def _count(own: Language) -> AtEnd:
    """``i feriti sono``, ``the number of dead stands at``, at the end of what stands before."""
    labels, units = own.labels, own.units
    ares = (*own.lists.are, *own.shares.counted)
    people = any_of((*units.deaths, *units.persons))
    counts = _counts(own)
    further = rf"(?:,|{any_of(own.shares.subject_ands)}) (?:{any_of(labels.articles)})"
    joints = any_of((*own.numbers.range, *labels.changes, *labels.gaps))
    verbs = rf"(?:{any_of(labels.verbs)})(?: [^\W\d_]+)?"
    pattern = (
        rf"{further} (?:{people}) \Z|(?<!\w)(?:{counts})(?!\w)[^.;:,!?()\d]*?"
        rf"(?<!\w)(?:{verbs} (?:{joints})|{any_of(ares)}) \Z"
    )
    lasts = (one.split(" ")[-1] for one in (*units.deaths, *units.persons))
    person = re.compile(any_of(lasts), re.IGNORECASE)
    return AtEnd(
        lambda _some: pattern,
        (*own.numbers.range, *labels.changes, *labels.gaps, *ares),
        is_possible=lambda last: person.fullmatch(last) is not None,
    )


def _one_noun_in(words: Shares) -> AtEnd:
    noun = rf"{before_word(words.one_noun)}(?!{any_of(words.told_about)})[^\W\d_]+"
    return AtEnd(lambda some: rf"(?<!\w){noun} (?:{some}) \Z", words.noun_in_each)


def _of_all(words: Shares) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(words.of_all)})(?: [\w'’]+){{0,3}}?"
        r" (\d[\d.,]*) [^\W\d_]{3}[^.;:,\d]*, \Z"
        rf"|(?<!\w)(?:{any_of(words.of_all_plainly)}) (\d[\d.,]*) [^.;:,\d]+ \Z"
    )
