"""The words of a language that tell what is said of things that are counted."""

from __future__ import annotations

from briefing.analysis._forms import Forms
from briefing.languages.clauses import Labels
from briefing.languages.phrases import any_of
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class CountedWords:
    """Such words, to be looked up."""

    gerund: Forms
    """Participles that tell what their noun does."""
    infinitive: Forms
    """Participles that may be infinitives."""
    idle: frozenset[str]
    """Verbs that say nothing alone."""
    particles: frozenset[str]
    """Parts of verbs that stand apart from them."""
    relatives: frozenset[str]
    """Pronouns that begin a clause about several things."""
    sayings: frozenset[str]
    """Verbs whose object is a clause."""


def counted_words(words: Labels) -> CountedWords:
    """Those of a language's file."""
    return CountedWords(
        Forms(any_of(words.gerunds)),
        Forms(any_of(words.infinitives)),
        frozenset(words.idle),
        frozenset(words.particles),
        frozenset(words.relatives),
        frozenset(words.sayings),
    )
