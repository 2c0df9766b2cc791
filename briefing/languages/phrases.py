"""Words of a language as parts of an expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

NOTHING = "(?!)"
"""Matches nothing: what a language without such words uses."""


_SEVERAL = 4
"""So many first letters are looked at together before the phrases are."""

_OPEN = frozenset(("", "*", " "))
"""What a phrase begins with that may match another sign."""

ENDS = r"(?:(?<=\W)|(?!\w))"
"""Behind a phrase: no letter or digit goes on where it ends in one."""


_WORD = re.compile(r"\w+")
_FIRST_WORD = re.compile(r"[^\w*]*(\w+)(?![\w*])")
"""The first word of a phrase, where nothing may go on with it."""


def any_of(phrases: Iterable[str]) -> str:
    """An alternative of phrases, the longest first; one that never matches where there are none.

    Spaces stand for any white space, an apostrophe for both forms of it, a star for any letters.
    Phrases with the same first letter share it, so that most of hundreds are never tried; where
    there are several such letters, nothing is tried before another one.
    """
    ordered = sorted(phrases, key=len, reverse=True)
    alternatives = "|".join(_by_first_letter(ordered)) or NOTHING
    firsts = {phrase[:1] for phrase in ordered}
    if len(firsts) < _SEVERAL or not firsts.isdisjoint(_OPEN):
        return alternatives
    signs = re.escape("".join(sorted(firsts))).replace("'", "'’")
    return f"(?=[{signs}])(?:{alternatives})"


def before_word(phrases: Iterable[str]) -> str:
    """The same with the space that parts a phrase from the next word; none behind an apostrophe."""
    ordered = sorted(phrases, key=len, reverse=True)
    parts = (_pattern(one) if one.endswith("'") else rf"{_pattern(one)}\s" for one in ordered)
    return f"(?:{'|'.join(parts) or NOTHING})"


def _by_first_letter(ordered: Sequence[str]) -> Iterator[str]:
    """The alternatives in an order that finds the same: two with other letters never both match."""
    if any(phrase.startswith("*") for phrase in ordered):
        yield from map(_pattern, ordered)
        return
    groups: dict[str, list[str]] = {}
    for phrase in ordered:
        groups.setdefault(phrase[:1].lower(), []).append(phrase)
    for group in groups.values():
        letter = group[0][:1]
        if letter.isalpha() and all(phrase[0] == letter for phrase in group[1:]):
            rest = "|".join(_pattern(phrase[1:]) for phrase in group)
            yield f"{letter}(?:{rest})"
        elif letter == " " and len(group) > 1:
            yield rf"\s+(?:{'|'.join(_by_first_letter([phrase[1:] for phrase in group]))})"
        else:
            yield from map(_pattern, group)


def _pattern(phrase: str) -> str:
    escaped = re.escape(phrase).replace(r"\*", r"\w*")
    return escaped.replace("'", "['’]").replace(r"\ ", r"\s+")


def plain(phrase: str) -> str:
    """A phrase as the files of languages have it: small, with plain spaces and apostrophes."""
    return " ".join(phrase.lower().replace("’", "'").split())


def may_begin(phrases: Iterable[str]) -> Callable[[str], bool]:
    """What tells whether a line may begin with one of some phrases, signs before it apart.

    It compares the phrases that share its first word, which takes less time than to compile
    hundreds of them.

    Args:
        phrases: As those of `any_of`; a line has one space between two words, and straight
            apostrophes.
    """
    known = tuple(phrases)
    firsts = [_FIRST_WORD.match(phrase) for phrase in known]
    if None in firsts:
        return lambda _line: True
    by_word: dict[str, tuple[str, ...]] = {}
    for first in filter(None, firsts):
        beginning = first.string[first.start(1) :].partition("*")[0]
        by_word[first[1]] = (*by_word.get(first[1], ()), beginning)

    def tell(line: str) -> bool:
        found = _WORD.search(line)
        return found is not None and line.startswith(by_word.get(found[0], ()), found.start())

    return tell


def says_one(phrases: Iterable[str]) -> Callable[[str], bool]:
    """What tells whether a line has one of some phrases in it, as whole words.

    They are compiled for the first line that has the letters of one. Phrases and lines are as those
    of `may_begin`.
    """
    known = tuple(phrases)
    has_letters = may_have(known)
    pattern = cache(lambda: re.compile(rf"(?<!\w)(?:{any_of(known)}){ENDS}"))
    return lambda line: has_letters(line) and pattern().search(line) is not None


def may_have(phrases: Iterable[str]) -> Callable[[str], bool]:
    """What tells whether a line has the letters of one of some phrases; both as in `may_begin`."""
    beginnings = tuple(phrase.partition("*")[0] for phrase in phrases)
    return lambda line: any(map(line.__contains__, beginnings))
