"""The keys of a language's file that tell figures from other numbers, and what they count."""

from __future__ import annotations

from briefing.languages.kinds import Numbered, Table, Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Qualifiers:
    """How exact a number is said to be."""

    before: Table
    """By `Qualifier`: phrases before the number."""
    behind: Table
    """By `Qualifier`: phrases behind the number or its noun."""
    negations: Words
    """Words that turn a qualifier: ``did not fall below``; with stars."""
    exceeding: Words
    """Verbs that say "at most" behind such a word, and nothing else: ``won't exceed``."""
    fillers: Words
    """Words that may stand between a qualifier and its number."""
    than: Words
    """What makes "more" behind a number a comparison: ``3,000 more than planned``."""
    comparing: Words
    """Words for "more" that belong to a plural behind them: ``12 ciudades más grandes``."""
    spatial: Words
    """Qualifiers that may be plain prepositions before a small number in words."""
    spanning: Words
    """Those that may say in the course of how many days or years: ``over`` two years."""
    worth: Words
    """Qualifiers that say what something is worth behind `worth_nouns`."""
    worth_nouns: Words
    """Such nouns; with stars."""
    asked: Words
    """Qualifiers that say who was asked behind `asked_nouns`."""
    asked_nouns: Words
    """Such nouns; with stars."""
    among: Words
    """Qualifiers that also say among whom something was: ``unter`` 12 Kindern."""
    among_endings: Words
    """Endings that people have then."""
    fewer_behind: Words
    """What such a qualifier stands behind, a word or so before, when they are fewer; with stars."""
    reached: Words
    """Qualifiers that say what was reached where a percentage stands before them."""
    leading: Words
    """Verbs of a change, whose number with one of `led_to` is its end; with stars: ``steeg``."""
    led_to: Words
    """Words for "up to" that say to what something has changed behind such a verb: ``tot``."""
    planned: Words
    """What follows a number that was not the case, but expected: 21 millions ``prévus``; stars."""
    besides: Words
    """A qualifier with what makes it say "besides": ``oltre ai 26 feriti``; with stars."""
    hedging: Words
    """Those for "at least" that may only hedge what follows: ``zumindest`` ein Sieg."""
    legal_least: Words
    """Qualifiers that say something else behind `legal_nouns`: ``salaire minimum``, ``veroordeeld
    tot`` vijf jaar."""
    legal_nouns: Words
    """Such nouns."""


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """Numbers in words, and scale words."""

    scales: Numbered
    """Power of ten by scale word or its abbreviation."""
    vague: Numbered
    """Power of ten of a plural without a number: ``migliaia di soldati``."""
    rounds: Numbered
    """Nouns that are a rounded number: ``una trentina``."""
    one: Words
    """The article or number before such a noun, or before a scale word: ``a million``."""
    stressed: Words
    """The number where its writing sets it apart from the article: ``één``."""
    the: Words
    """Articles before one that joins its noun: ``le million`` d'euros."""
    half: Words
    """The same for half of it."""
    of: Words
    """What joins a scale word to its noun."""
    several: Words
    """Words that make a scale word without a number an order of magnitude."""
    is_spelled: bool
    """Whether `text2num` reads its numbers in words."""
    groups_by_space: bool
    """Whether a plain space may part thousands although CLDR names another sign."""
    commas_may_group: bool
    """Whether some countries part thousands by the sign that others write before decimals."""
    pointing: Words
    """Words before a number in words that stands for those named before: ``we two``."""
    homonyms: Words
    """Numbers in words that are other words, too, and count only with a noun."""
    ties: Words
    """Words inside a number in words: ``a hundred and two``."""
    and_a_half: Words
    """What adds a half to the number before it."""
    half_endings: Words
    """What adds a half at the end of a number's word: ``zweieinhalb``."""
    one_and_a_half: Words
    """Words for one and a half."""
    elided: Numbered
    """Numbers that lost their last vowel: ``trent'anni``."""
    elided_before: Words
    """The words before which they do."""
    inflected: Numbered
    """Forms that `text2num` does not know, in small letters: ``zweier``, ``dreier``."""
    factors: Numbered
    """What says how many times as much, in any place; with stars: ``twice as many``."""
    multiples: Numbered
    """The same behind a qualifier, or before one of `multiple_ofs`: ``quasi il doppio``."""
    multiple_ofs: Words
    """What makes them a factor behind them: ``el doble de``."""
    folds: Words
    """Endings that make a number one, before one of `comparatives`: ``dreimal so viel``."""
    sure_folds: Words
    """The same, whatever follows: ``threefold``."""
    range: Words
    """What stands between the two numbers of a range or change."""
    range_spans: Words
    """The same only between the two ends of one figure: ``3 to 5``."""
    range_froms: Words
    """Before the first number of a change: ``from 15 to 10``."""
    changes_to: Words
    """Between a number with its unit and a bare one that it becomes: ``from 12 years to 14``."""
    range_verbs: Words
    """Verbs that make a range of such a change: ``ranged from``."""
    movers: Words
    """Words of a change, before its first number; with stars: "fell from 9 to 4 towns"."""
    each: Words
    """Between two numbers of which each belongs to another thing: ``beziehungsweise``."""
    range_ors: Words
    """Between two ends of which either may be meant: ``three or four weeks``."""
    before_digits: Words
    """Words for thousands behind which the rest may stand in digits: ``26 mil 500``."""
    range_ands: Words
    """The same behind `from_both`."""
    from_both: Words
    """What begins a range: ``between``."""
    range_articles: Words
    """Articles before the second number of a range."""
    minus: Words
    """What makes a number of degrees or a percentage negative."""
    enclosing_dashes: Words
    """Dashes that are set tightly around a remark, as brackets are: ``as mulheres –58%– votam``."""
    plus: Words
    """The same for the sign of what was added."""
    short_millions: Words
    """Nouns behind ``5m`` that show that it means millions; with stars."""
    spaced_millions: Words
    """The same behind ``5 m``."""
    codes: Words
    """Currencies in capitals before or behind a number."""
    signs: Words
    """Currencies in letters right before a number: ``Rs 500``."""
    fractions: Words
    """Parts, which are no count: ``thirds``."""


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """What numbers count."""

    percent: Words
    """Percent, as words or a sign."""
    points: Words
    """Percentage points."""
    money: Words
    """Nouns of currencies."""
    degrees: Words
    """Words of scales that go below zero."""
    word_order: str
    """Where adjectives stand: ``postposed``, ``preposed``, ``inflected`` (before the noun and told
    by their ending) or ``capital`` (before the noun, which is told by its capital)."""
    stop: Words
    """Words that cannot belong to the noun of a number."""
    before_noun: Words
    """Adjectives before the noun where others follow it."""
    verb_plurals: Words
    """Nouns whose plural is a form of a verb, too, behind another noun: 160 treatment ``works``."""
    fewer: Words
    """Between a number and the noun of what there is not: 23 ``fewer`` people."""
    people: Words
    """Plurals without the usual ending."""
    adjective: str
    """Expression for the adjectives that follow a noun."""
    describing: Words
    """Adjectives before their noun, told by their ending; with stars: ``rote``."""
    named_adjectives: Words
    """Those of names, which have a capital; with stars: ``Franse``."""
    weak_adjectives: Words
    """Those behind the plural's article; with stars: die ``anderen``."""
    described: Words
    """Those made of a verb, which may have an adverb: unerlaubt ``eingereiste``; with stars."""
    verb: str
    """Expression for verbs that may stand where the noun would."""
    past: Words
    """Verbs that follow a number without a noun; with stars."""
    of_the: Words
    """What joins a noun to a name: ``of the``."""
    of_noun: Words
    """What joins a noun to another."""
    name_joints: Words
    """Words inside a name of several words."""
    plural_endings: Words
    """Letters in which plurals end."""
    measures: Words
    """Nouns that measure and do not say what is counted, in small letters."""
    halved: Words
    """More of them, of one, which half of is told: ``half a mile``."""
    not_plural: Words
    """Endings of words that only look like plurals."""
    symbols: Words
    """Symbols of units."""
    tight_symbols: Words
    """Symbols that are units only right behind the number: ``5m``."""
    per_times: Words
    """What joins a measure to the hour, minute or second it is told for: ``por`` hora."""
    closed_nouns: Words
    """Nouns that are one with what a preposition joins to them: ``mise`` en demeure."""
    per_signs: Words
    """What a measure is told for behind a stroke, besides words of time: 30 GB``/s``."""
    degree_letters: Words
    """Letters of degrees right behind two digits, without their sign: ``38C``."""
    hyphened: Words
    """Units behind a hyphen: ``a 10-day trip``; with stars."""
    dimensions: Words
    """What may follow these: ``a 20-foot-deep pit``."""
    deaths: Words
    """Words for the dead; with stars."""
    persons: Words
    """Words for people that are counted; with stars."""
    anyone: Words
    """Words for people that say nothing more of them."""
    anybody: Words
    """Words by which people are called again who were named before: ``the three men``."""
    possessive: Words
    """Endings that a noun may carry."""
    strengths: Words
    """Before a number on a scale, which these say: ``magnitude 5.1``."""
    grades: Words
    """The same where the number has decimals."""
    compounded: Words
    """Units inside a compound that begins with a number: ``700-Megawatt-Anlage``."""
    roles: Words
    """More words for people, by what they do or what became of them; with stars."""
    scored: Words
    """What games and rankings count in; with stars."""
    alike: Table
    """Other words for a measure, by its sign: ``$`` is the sign of dollars."""
    called: Table
    """Other nouns for what a noun counts, which a text calls it by for variety."""
