"""What this program knows of a language: the tables and keys of a language's file.

Words are small unless the language writes them otherwise. A phrase that ends in an apostrophe is
joined to the next word. In the keys that say so, a star stands for any letters: ``*vertrag``.
"""

from __future__ import annotations

from briefing.languages.changing import Changes, Unspaced
from briefing.languages.clauses import Labels
from briefing.languages.counting import Numbers, Qualifiers, Units
from briefing.languages.doubting import Doubts
from briefing.languages.hyphens import Hyphens
from briefing.languages.kindle import Kindle
from briefing.languages.kinds import Named, Numbered, Table, Words
from briefing.languages.naming import Names
from briefing.languages.reports import Reports
from briefing.languages.shares import Shares
from briefing.languages.timing import Times
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """How this program itself writes figures and titles of lists in a language."""

    qualifiers: Named
    """By `Qualifier`: the word for it, or a sign."""
    magnitudes: Numbered
    """Plurals that stand for an order of magnitude, each with its power of ten."""
    of: str
    """What joins an order of magnitude to its noun, with its space."""
    of_vowel: str
    """The same before a vowel."""
    millions_of: bool
    """Whether a number of millions is joined to its noun too: ``2 milioni di euro``."""
    percent_gap: str
    """What stands between a number and its percent sign."""
    currency_first: bool
    """Whether the sign of a currency stands before the number."""
    states_together: str
    """The title of states that nothing announces; "" for none in this language."""
    list: str
    """The title of any other list that nothing announces."""


@dataclass(frozen=True, slots=True, eq=False)
class Detection:
    """How a language is told from others."""

    common: Words
    """The words that it uses most and its neighbours use least."""
    neighbours: Table
    """The same of languages that have no file, by code."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """Where sentences end."""

    abbreviations: Words
    """Words that end in a full stop inside a sentence, without the last stop."""
    compound_ends: Words
    """Abbreviations that are also the end of longer words: ``Hauptstr.``"""
    honorifics: Words
    """Titles before names, abbreviated or not, without the stop."""
    may_end: Words
    """Abbreviations after which a sentence often ends: a usual first word then decides."""
    and_so_on: Words
    """Abbreviations that end a sentence before any capital, where nouns have none."""
    starters: Words
    """Words that begin many sentences and few names."""
    pronouns: Words
    """Words for what was named before, at the beginning of a sentence."""
    connectives: Words
    """Words that join a sentence to the one before it: ``however``."""
    appeals: Words
    """What pages say to their readers besides the article: ``subscribe to``."""
    captions: Words
    """What begins the line of a caption, with a number or a colon: ``Table 3``, ``Photo:``."""
    apparatus: Words
    """Headings of sections that tell of the document, and not of its subject: ``glossary``."""
    ordinal_stop: bool
    """Whether a full stop makes an ordinal: ``3. Mai``."""
    capital_nouns: bool
    """Whether all nouns begin with a capital."""


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Things in a row."""

    conjunctions: Words
    """Between the last two entries."""
    articles: Words
    """Articles and small prepositions before an entry."""
    prepositions: Words
    """Prepositions that are said again before each entry."""
    including: Words
    """Words after which a list may be only a part of what it could be."""
    part_of: Words
    """Before a number of which what follows is only a part."""
    are: Words
    """Between a number and the list that it announces."""
    rest: Words
    """What stands for entries that are not named."""
    title_verbs: Words
    """Verbs that do not belong to the title of a list."""
    state_nouns: Words
    """Words for what a list of states counts; with stars."""


@dataclass(frozen=True, slots=True, eq=False)
class States:
    """Names of states beyond those that CLDR gives, and what is mistaken for them."""

    called: Named
    """What a state is called where CLDR's name is not the usual one, by code."""
    also: Table
    """More names, by ISO 3166-1 code."""
    capitals: Table
    """Capitals, by code; without those that share a name with the state or something else."""
    adjectives: Table
    """Adjectives and names of the people in their dictionary form, by code."""
    inflections: tuple[Words, ...]
    """Rules for the forms of these: an ending, then what may stand in its place."""
    case_endings: Words
    """What a name may end in besides."""
    no_case_after: str
    """Letters after which it does not."""
    blocked: Words
    """Longer names that hold a state's name and are not that state."""
    doubtful: Words
    """Names that are also people's or other places'."""
    given: Words
    """Names that also call people: before a surname, unless the text speaks of the state."""
    rare: Words
    """Names that usually mean something else: they count only beside evidence for the state."""
    wary_behind_article: Words
    """Names that are common words behind one of `article_before`."""
    wary_first: Words
    """Names that are common words at the beginning of a sentence."""
    squares: Words
    """Words before a name that is a street's, a bank's or a party's."""
    bodies: Words
    """What the name of a firm, a school, an event or a place begins with that ends in a state's."""
    body_links: Words
    """Words within such a name."""
    towns: Words
    """Names that are also a town's, which a hyphen joins to another's: a road and its ends."""
    article_before: Words
    """Articles and adjectives before a common word."""
    small: Words
    """Words with a capital before a name that are no first names."""
    offices: Words
    """Words with a capital behind a name that are no surnames."""
    deeds: Words
    """What a state does in a headline that gives its words capitals: no names, either."""
    rulers: Words
    """Who leads a state, and nothing else: its name follows behind one of `official_links`."""
    officials: Words
    """Who leads or speaks for a state, a club or a firm, followed in the same way."""
    official_links: Words
    """What joins those to a state's name."""
    articled: Words
    """Names that have an article there, unless they begin a firm's."""
    surnames: Words
    """Names that are also surnames: behind a name that calls people they are no second state's."""
    family: Words
    """Words after which a name is a relative's or friend's."""
    joining_articles: Words
    """Articles before the second of two names that stand side by side."""
    place_before: Words
    """Words behind which a name is a place's."""
    place_behind: Words
    """What follows a name that is a state's: ``'s government``."""
    elsewhere: Words
    """What follows a name that is no state's: of a currency, or of a town."""
    evidence: Table
    """Words, or their beginnings, that speak for a state with a rare name, by code."""
    against: Table
    """Words that speak against it, by code."""


@dataclass(frozen=True, slots=True, eq=False)
class Pages:
    """What web pages put around an article."""

    counters: Words
    """Before or behind a number: ``12 comments``."""
    related: Words
    """Before a colon, a dash, an arrow or nothing: ``Read also: …``."""
    related_plainly: Words
    """As `related`, and so plain that no sign need follow."""
    buttons: Words
    """Alone on a line."""
    corner: Words
    """Words of menus: one alone may be a heading."""
    labels: Words
    """Before a colon and some words: ``Tags: …``."""
    notices: Words
    """What a line begins with that is no part of the article."""
    reading_times: Words
    """With a number: ``4 min read``."""
    players: Words
    """Before how long it takes: ``Listen to this article 5 min``."""
    plays: Words
    """The same, of words that are a player's only where how long it takes follows them."""
    lengths: Words
    """Units of how long it takes: ``Listen 3 min``."""
    boxes: Words
    """Headings of what stands below an article: ``About the author``, ``More from *`` (any)."""
    discussions: Words
    """Headings of what readers say of an article, with or without how many: ``Comments (3)``."""
    endings: Words
    """In the last lines below an article, and hardly ever in its own: ``Sign up for our …``."""
    paid: Words
    """In one of the first lines, which says how a site is paid for what it links to."""
    contents: Words
    """Headings of a list of links to the sections of an article."""
    homes: Words
    """Where the path through a site begins."""
    walls: Words
    """In a line below the beginning of an article whose rest only subscribers see."""


@dataclass(frozen=True, slots=True, eq=False)
class Captions:
    """Lines that are no heading although they look like one."""

    numbered: Words
    """Before the number of a table or a figure."""
    credit: Words
    """Before a colon and the name of a photographer or source."""
    pictured: Words
    """Before a colon and the name of who took or made a picture."""
    byline: Words
    """Before the name of an author."""
    dated: Words
    """Before the day on which a text was published."""
    joints: Words
    """Small words between or inside names of authors."""


@dataclass(frozen=True, slots=True, eq=False)
class Quotations:
    """Words of those who quote."""

    remarks: Words
    """What an editor says in brackets about the quotation itself: ``emphasis added``."""
    marks: Table
    """The outer marks of a quotation and the inner ones, by region; ``all`` for any other. Nearly
    all are CLDR's delimiters (https://cldr.unicode.org); French ones have their spaces."""
    denials: Words
    """Words, besides negations, with which a sentence says that what it quotes is not so."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that is known of a language, without what CLDR knows."""

    code: str
    """ISO 639-1; "" for what all languages share."""
    writing: Writing
    detection: Detection
    sentences: Sentences
    qualifiers: Qualifiers
    numbers: Numbers
    units: Units
    times: Times
    shares: Shares
    names: Names
    labels: Labels
    doubts: Doubts
    lists: Lists
    states: States
    pages: Pages
    captions: Captions
    hyphens: Hyphens
    changes: Changes
    unspaced: Unspaced
    quotations: Quotations
    reports: Reports
    kindle: Kindle
