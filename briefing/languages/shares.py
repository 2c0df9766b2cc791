"""The keys of a language's file for parts of a whole, and for rates."""

from __future__ import annotations

from briefing.languages.kinds import Numbered, Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """Parts of a whole, which are figures, and rates, which are not."""

    per: Words
    """Before the whole of a rate: ``per 100,000``."""
    of_which: Words
    """Before a part of what was counted."""
    of_them: Words
    """Behind such a part."""
    of_many: Words
    """Between a part and its whole: ``29 of the 55 seats``."""
    of_few: Words
    """The same where the whole is small and both make a rate."""
    out_of: Words
    """The same behind what is counted: ``7 Français sur 10``."""
    of_all: Words
    """What begins a sentence with the whole: ``Of the 41 ferries, 17 failed``."""
    of_all_plainly: Words
    """The same where no comma need follow the whole."""
    pairs: Words
    """Nouns that "the two" is often said of and then names again; with stars: ``the two sides``."""
    places: Words
    """Before the place that a part stands for: ``3 in France, 2 in Austria``."""
    harm: Words
    """Verbs before a number of people: ``killed 12 and wounded 40``."""
    lost: Words
    """Verbs before a number of people of whom it is said that they died: ``kamen`` 12 …"""
    lost_behind: Words
    """What says that, at the end of the clause: ``ums Leben``."""
    hurt: Words
    """The same of those who were hurt or taken: ``wurden`` 12 verletzt."""
    hurt_behind: Words
    """What says that; with stars: wurden 12 ``verletzt``."""
    died: Words
    """What says both right behind a number: in the fire 12 ``died``."""
    lost_in: Words
    """What may follow it where it is one word, which says other things, too: om ``bij``."""
    ups: Words
    """Words of a rise; with stars."""
    downs: Words
    """Words of a fall; with stars."""
    likewise: Words
    """Words that say that another has the same share: it rose ``likewise`` by 2 %."""
    of_it: Words
    """Pronouns that say of what a number is a part: ``ne riserva 20``."""
    subject_ands: Words
    """Before a number that is what a clause speaks of."""
    only: Words
    """What may stand before it: ``only`` 35 were found."""
    rest: Words
    """Words that make a number the rest of those that were counted: the ``other`` two."""
    counted: Words
    """Verbs of several before their number, at the end of a clause: ``they were`` 32."""
    in_all: Words
    """What may stand between: ``in all``."""
    ranked: Words
    """Between the entries of an order; with stars: ``followed by``."""
    told_with: Words
    """Between a name of a series and its number: Porto ``com`` 46."""
    sums: Words
    """What the head of a column or row says whose number is a sum; with stars: ``total``."""
    totals: Words
    """Nouns for a number or what it comes to: ``the number of dead``."""
    who: Words
    """What tells of so many, behind them: 25 ``who`` voted."""
    subject_verbs: Words
    """Behind one: ``35 are missing``."""
    scale: Words
    """What makes a number behind it a point on a scale."""
    votes: Words
    """Behind a number of votes."""
    one_or_two: Words
    """The part of a share that is a rate: ``one in ten``."""
    in_each: Words
    """Between such a part and its whole."""
    digits_in_each: Words
    """The same where the part is in digits."""
    one_noun: Words
    """The part where what is counted follows: ``una famiglia su tre``."""
    noun_in_each: Words
    """Between that and its whole."""
    told_about: Words
    """Nouns that are told on a number of things, which is no share; with stars."""
    rates: Words
    """Between a small number and the whole of which it is a share: ``eight out of ten``."""
    rates_of_one: Words
    """The same where only one can be meant, of several that are named: ``um em`` três alunos."""
    rates_of_several: Words
    """The same behind more than one: ``drie van de`` vier; one of four is one of those named."""
    parts: Numbered
    """Parts of a whole in words, in thousandths: ``two-thirds``."""
    every: Words
    """Before an ordinal that makes a share: ``jede`` fünfte Frau."""
    nths: Numbered
    """Of how many one is meant behind it: jede ``fünfte`` Frau."""
    how_often: Words
    """Nouns that make of it how often something is; with stars: ``every third day``."""
    behind_change: Words
    """What may follow a part by which something changes, where such words are ordinals, too."""
    fraction_ofs: Words
    """Behind such a part, before its whole."""
    fraction_changes: Words
    """Behind a part by which something differs: a third ``less``."""
    sure_fractions: Words
    """Parts that are hardly anything else, whatever follows them: ``two-thirds``."""
    part_verbs: Words
    """Verbs behind a part that stands alone: a third ``were`` children."""
    joined_halves: Words
    """A half that has lost its article to the qualifier before it: più della ``metà``."""
    half_verbs: Words
    """The same of one thing, behind a half: ``la mitad ha``."""
    no_fraction_after: Words
    """Words behind which it is no share: ``the second half of``."""
    by: Words
    """Before a part by which something changes: ``by a third``."""
