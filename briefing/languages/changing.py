"""What a language's file holds for weighing what changed in a text."""

from __future__ import annotations

from briefing.languages.kinds import Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """Words that weigh when one comes, goes or is another; with a star where more may stand."""

    negations: Words
    """Words that turn a statement into its contrary."""
    half_negations: Words
    """Those of them that another word completes: ``ne … plus``."""
    negations_join: bool
    """Whether two of them in a clause are one: ``non … mai``."""
    spelled: Words
    """Numbers that are spelled out."""
    weekdays: Words
    """The days of the week."""
    signs: Words
    """Signs of measures: ``km``."""
    articles: Words
    """What stands before nouns and hardly before names, where every noun has a capital."""
    case_endings: Words
    """What nouns, and adjectives before them, end in for number and case."""
    noun_endings: Words
    """What nouns end in that are made of other words."""


@dataclass(frozen=True, slots=True, eq=False)
class Unspaced:
    """The same for scripts that put no space between words: parts of a row of letters."""

    negations: Words
    """What turns a statement into its contrary."""
    others: Words
    """Words that hold one of the others and do not mean it: ``非洲``."""
    numerals: Words
    """Letters that are numbers, alone or in a row: ``三百``."""
    before_numerals: Words
    """Behind these a single numeral is a number: ``第三``."""
    counters: Words
    """Before these a single numeral is one, and after a number they measure it: ``三年``."""
    articles: Words
    """Numerals that are articles, too, before a counter: ``一个``."""
    figures: Words
    """Numbers that are spelled out, months, days of the week."""
    qualifiers: Words
    """How exact the number behind them is."""
    qualifiers_behind: Words
    """How exact the number before them is."""
