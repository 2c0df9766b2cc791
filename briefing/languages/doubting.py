"""The keys of a language's file that tell what a sentence denies, asks or only supposes."""

from __future__ import annotations

from briefing.languages.kinds import Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Doubts:
    """Words that govern a clause, so that it is not said to be so; with stars."""

    denying: Words
    """Verbs and nouns whose objects and clauses are denied: ``denied`` killing 12 people."""
    doubted: Words
    """What denies or doubts only a clause that one of `thats` joins to it: ``claims`` that."""
    thats: Words
    """What joins a clause to the verb or noun that it tells more of."""
    asking: Words
    """Before what is only asked, or is a condition: ``whether``."""
    ifs: Words
    """The same, of words that mean so only where their clause begins."""
    supposing: Words
    """What a clause hangs on that tells what may be: ``fear`` that."""
    likely: Words
    """What tells within a label that it only may be so: ``will``."""
    subjunctives: Words
    """Forms of helping verbs for what is not said to be so."""
    refuted: Words
    """Behind what is told: that it is not so: ``were false``."""
    instead: Words
    """Before a number that did not come true."""
    ends: Words
    """Behind a comma, before what is told again: ``, but``."""
    parted: Words
    """Verbs before their subject, far from the verb that they say is only likely: ``könnten``."""
