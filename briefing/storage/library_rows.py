"""How words are asked for in a library's index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, product
from math import prod

from briefing.model.query import Field, Query, Term
from briefing.text.digit_groups import groupings
from briefing.text.fold import fold_text
from briefing.text.index_words import PARTED, asked_words, is_spelled_plainly, plain_words
from briefing.text.pairs import has_run, in_pairs

_TOKEN = re.compile(r"\w+(?:[\u0300-\u036f]+\w*)*")
"""What SQLite's ``unicode61`` takes for a word here: letters, digits and ``_``, with marks."""
_APART = 12
"""Words of the index that may stand from one word of a phrase to the next where words are parted:
the pieces of one over four lines, and the stretches of them."""
_MOST_WAYS = 16
"""Ways to write the numbers of a phrase that are asked for; beyond, its words alone are."""

_MATCHING = "SELECT rowid FROM words WHERE words MATCH ?"


def tests_of(query: Query) -> tuple[list[str], list[str]]:
    """What the database asks of a document for a query, and the values for its question marks."""
    asked = (("IN", match_of(query.terms)), ("NOT IN", without_of(query.terms)))
    tests = [f"id {sign} ({_MATCHING})" for sign, match in asked if match]
    values = [match for _sign, match in asked if match]
    for condition in query.conditions:
        if condition.field is Field.STATE:
            sign = "= 0" if condition.is_excluded else "> 0"
            tests.append(f"(states IS NULL OR instr(states, ?) {sign})")
            values.append(f" {condition.value.upper()} ")
    return tests, values


def match_of(terms: Iterable[Term]) -> str:
    """The words that must be there, as FTS5 asks for them; empty where there are none.

    Each is a phrase in quotation marks, so that nothing of it is taken for a word of FTS5's own.
    """
    needed = ([_asked(one) for one in (t, *t.others)] for t in terms if not t.is_excluded)
    return " AND ".join(_any_of(asked) for asked in needed if all(asked))


def _asked(term: Term) -> str:
    """One term as FTS5 asks for it; empty where the index has no words of it."""
    words = asked_words(term.words)
    if not words:
        return ""
    if any(map(has_run, words)):
        pairs = (f'"{word}"{" *" if len(word) == 1 else ""}' for word in words)
        return f"({' AND '.join(pairs)})"
    last = len(words) - 1
    written = [
        list(groupings(word, is_beginning=term.is_beginning and number == last))
        for number, word in enumerate(words)
    ]
    if prod(map(len, written)) > _MOST_WAYS:
        return " AND ".join(_any_of([_phrase(way) for way in ways]) for ways in written[:-1])
    ways = (tuple(chain.from_iterable(way)) for way in product(*written))
    return _any_of([_phrase(way, is_beginning=term.is_beginning) for way in ways])


def _any_of(asked: Sequence[str]) -> str:
    return asked[0] if len(asked) == 1 else f"({' OR '.join(asked)})"


def _phrase(words: Sequence[str], *, is_beginning: bool = False) -> str:
    """Words beside each other; in a text with parted ones, near each other."""
    star = " *" if is_beginning else ""
    whole = f'"{" ".join(words)}"{star}'
    if len(words) == 1:
        return whole
    each = " ".join(f'"{word}"' for word in words)
    return f'({whole} OR ("{PARTED}" AND NEAR({each}{star}, {_APART * len(words)})))'


def without_of(terms: Iterable[Term]) -> str:
    """The words that must not be there, as FTS5 asks for documents that have one; or nothing.

    Only words are named of which the index is certain: it knows neither case nor accents nor what
    stands between two words. What else must not be there is looked for in the documents.
    """
    left_out = (term.words for term in terms if term.is_excluded and not term.is_beginning)
    found = [f'"{word}"' for words in left_out for word in _certain(words)]
    return f"body : ({' OR '.join(found)})" if found else ""


def _certain(typed: str) -> Sequence[str]:
    """The word of the index for a word that is spelled as plainly as there; else nothing."""
    if fold_text(typed, accents=True) != typed or not is_spelled_plainly(typed):
        return ()
    word = in_pairs(typed).strip()
    return (word,) if _TOKEN.fullmatch(word) else ()


def tokens_of(words: Sequence[str]) -> list[str]:
    """Words of a quotation as the index has them; a script without spaces is in pairs again."""
    text = ""
    for word in words:
        is_bare = len(word) == 1 and has_run(word)
        text += word if is_bare and text and has_run(text[-1]) else f" {word}"
    return _TOKEN.findall(in_pairs(plain_words(text)))
