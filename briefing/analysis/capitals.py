"""Which words with a capital are names, in languages that give every noun one.

A noun shows itself: it is counted, stands behind an article, or ends as nouns are made. Where it
does not, the rest of the text tells: a word that often stands behind articles there is a noun, and
so is one that ends in it. Abbreviations, states and their capitals are names wherever they stand.
What nothing is known of is taken for a name: then a change is told as too grave, never too light.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages.language import Language
from briefing.languages.load import language_of
from briefing.languages.phrases import any_of
from briefing.text.fold import fold_text

MAX_READ = 200_000
"""Characters of a text that are read for how it uses its words; more would tell little more."""
NOUN_SHARE = 0.25
"""How often a noun stands behind an article at least, of all its uses."""
FEW = 3
"""Uses of a word from which on it counts that it hardly ever stands behind an article."""
TAIL = 4
"""Letters of a noun that are looked for at the end of a longer one."""

_CAPITAL = r"(?![a-zß-ÿ])[^\W\d_]\w*"
_COUNTED = re.compile(r"\d\s+\Z")


@dataclass(frozen=True, slots=True)
class Capitals:
    """How a text uses its words with a capital; all folded and without their endings."""

    nouns: frozenset[str] = frozenset()
    """Those that it uses as nouns."""
    names: frozenset[str] = frozenset()
    """Those that it uses as names."""


UNREAD = Capitals()
"""Nothing is known of the text."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """What stands before nouns and names, and what nouns end in."""

    use: re.Pattern[str]
    """A word with a capital; its groups tell what stands around it."""
    article_before: re.Pattern[str]
    """At the end of what stands before a noun."""
    endings: tuple[str, ...]
    """What nouns end in."""
    cases: re.Pattern[str]
    """What is taken off a word, so that its forms are one."""

    def stem(self, word: str) -> str:
        """A word without its ending."""
        return self.cases.sub("", fold_text(word))


def read_capitals(text: str, language: str | None) -> Capitals:
    """See how a text uses its words with a capital; nothing in languages where these are names.

    Args:
        text: The reading text.
        language: Of the text, BCP 47.
    """
    signs = _signs(language)
    if signs is None:
        return UNREAD
    uses: Counter[str] = Counter()
    as_noun, as_name = uses.copy(), uses.copy()
    for match in signs.use.finditer(text[:MAX_READ]):
        word = signs.stem(match["word"])
        uses[word] += 1
        as_noun[word] += match["article"] is not None and match["more"] is None
        as_name[word] += match["name"] is not None
    nouns = {w for w, n in as_noun.items() if n > as_name[w] and n >= NOUN_SHARE * uses[w]}
    names = {w for w, n in uses.items() if w not in nouns and (as_name[w] or n >= FEW)}
    return Capitals(frozenset(nouns), frozenset(names))


def is_noun(word: str, before: str, language: str | None, known: Capitals) -> bool:
    """Whether a word with a capital is a noun, and so no name; of a compound, its parts are asked.

    Args:
        word: The word.
        before: What stands before it.
        language: Of the text, BCP 47.
        known: How the text uses its words.
    """
    signs = _signs(language)
    if signs is None:
        return False
    parts = [part for part in word.split("-") if part]
    if any(_is_known_name(part, signs, language, known) for part in parts):
        return False
    shows = _COUNTED.search(before) or signs.article_before.search(before)
    return bool(shows) or _ends_as_noun(parts[-1], signs, known)


def _is_known_name(part: str, signs: _Signs, language: str | None, known: Capitals) -> bool:
    is_abbreviation = sum(char.isupper() for char in part) > 1
    return is_abbreviation or signs.stem(part) in known.names | _places(language)


def _ends_as_noun(part: str, signs: _Signs, known: Capitals) -> bool:
    stem = signs.stem(part)
    tails = (stem[at:] for at in range(len(stem) - TAIL + 1))
    is_made = fold_text(part).endswith(signs.endings)
    return is_made or stem in known.nouns or any(tail in known.nouns for tail in tails)


@lru_cache(maxsize=8)
def _signs(language: str | None) -> _Signs | None:
    own = language_of(language)
    if not own.sentences.capital_nouns:
        return None
    article = _article(own)
    titles = any_of(own.sentences.honorifics)
    small = any_of((*own.changes.articles, *own.detection.common, *own.sentences.starters))
    before = (
        rf"(?P<article>{article})|(?P<name>(?:(?i:{titles})\.?|(?!(?i:{small})\s){_CAPITAL})\s)"
    )
    return _Signs(
        re.compile(
            rf"(?<![\w.?!-])(?:{before})?(?P<word>(?!(?i:{small})\W){_CAPITAL})"
            rf"(?P<more>(?=\s{_CAPITAL}))?"
        ),
        re.compile(rf"(?<!\w){article}\Z"),
        tuple(map(fold_text, own.changes.noun_endings)),
        re.compile(rf"(?<=\w\w\w)(?:{any_of(map(fold_text, own.changes.case_endings))})\Z"),
    )


def _article(own: Language) -> str:
    """An expression for an article, perhaps with an adjective, up to the noun."""
    articles, endings = any_of(own.changes.articles), any_of(own.changes.case_endings)
    small = any_of(own.detection.common)
    return rf"(?i:{articles})\s+(?:(?!(?:{small})\s)[^\W\d_A-Z]+(?:{endings})\s+)?"


@lru_cache(maxsize=8)
def _places(language: str | None) -> frozenset[str]:
    """The stems of states, capitals, continents; those of several words are left out."""
    from briefing.analysis._gazetteer import Kind, gazetteer  # noqa: PLC0415 - it takes in Babel

    signs, groups = _signs(language), gazetteer(language or "").by_first_word.values()
    places = (e.phrase for group in groups for e in group if e.kind is not Kind.ADJECTIVE)
    return frozenset(signs.stem(place) for place in places if signs and " " not in place)
