"""The keys of a language's file that tell what a number means by the build of its clause."""

from __future__ import annotations

from briefing.languages.kinds import Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """Words of a clause that lead to what its number means."""

    links: Words
    """Between a noun and its number, also phrases: ``a fine of £1,000``."""
    changes: Words
    """Between what is changed and its number: ``raise the limit to $500``."""
    sizes: Words
    """Between what comes in a size and that: ``two bottles at 5 litres``."""
    complements: Words
    """Behind a number's unit, before what says more: ``households without power``."""
    purposes: Words
    """Behind an amount of money, before what it is for."""
    moments: Words
    """Behind a length of time, before what it is counted from: ``ten days after the flood``."""
    firsts: Words
    """What is the first or largest of its kind in a time; with stars."""
    since: Words
    """Between that and the time: ``the first visit in ten years``."""
    lasting: Words
    """Before a length of time, behind what lasts so long: ``closed for ten days``."""
    distances: Words
    """Behind a length, before where it begins: ``50 km from the coast``."""
    comparisons: Words
    """Behind a difference; with stars: ``more than``."""
    versus: Words
    """In a bracket, before a number that another is set against: ``5 % (against 4 %)``."""
    sources: Words
    """Before who says a number: ``according to the ministry``."""
    articles: Words
    """Words that begin a noun phrase."""
    inside: Words
    """Small words inside a noun phrase."""
    openers: Words
    """Words before the subject of a clause: ``while``."""
    verbs: Words
    """Verbs behind the subject of a clause that states a number; with stars. Where nouns have
    capitals those with stars count only behind a noun."""
    stating: Words
    """Verbs whose subject is what the number measures, with stars: ``rose``, not ``paid``."""
    frames: Words
    """Verbs that another verb follows at the end of their clause: ``wird`` … ``erhöht``."""
    no_verbs: Words
    """Words that only look like one of those with stars."""
    bases: Words
    """Forms that are verbs only behind one of `markers`: ``to fall``."""
    markers: Words
    """Such words."""
    modals: Words
    """Verbs that another follows: ``will``."""
    helpers: Words
    """Verbs that only join a participle to its subject."""
    copulas: Words
    """Forms of "be" that join a noun or a participle to its subject."""
    participles: Words
    """Endings of participles, with stars."""
    gerunds: Words
    """Participles that tell what their noun does, with stars: a plane ``carrying`` 12 people."""
    idle: Words
    """Verbs that say nothing of what is counted where they stand alone: ``made`` 3 turns."""
    infinitives: Words
    """Participles that may be infinitives, with stars."""
    particles: Words
    """Parts of verbs that may stand apart from them, at the end: ``gingen`` … ``ein``."""
    relatives: Words
    """Pronouns that begin a clause about several things, behind these and a comma."""
    sayings: Words
    """Verbs whose object is a clause: ``they said`` 12 rooms were empty."""
    nonfinite: Words
    """Endings of infinitives and gerunds, with stars; none where nouns have them as often."""
    adverbs: Words
    """Words that are no nouns; with stars."""
    vague: Words
    """Nouns that say nothing alone: ``a total of``."""
    rises: Words
    """What stands before a change in a bracket of its own: ``Lyon (up 3 %)``."""
    shifts: Words
    """Nouns that name a change or a measure and not what has it: ``a rise of``, ``a price of``."""
    whens: Words
    """Nouns that say when: ``night``."""
    weak: Words
    """Words that stand for a noun, and are no label themselves."""
    clitics: Words
    """Those of them that only belong to their verb: ``se vende``."""
    prepositions: Words
    """Words that lead to a noun which is no subject."""
    gaps: Words
    """Between a noun and its number where a clause leaves out its verb: ``, Spain with 5 %``."""
    unfinished: Words
    """Words that say nothing until more follows, with stars: ``are considered``."""
