"""What tells that some words of a clause say what its number means, or that they do not.

A sign is a few words, as `label_weights.toml` names them: where a piece stands, who proposed it,
how it begins and ends, and what stands between it and its number. No sign names a word of a
language.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._place import Place, bare
from briefing.model.span import Span

_MANY = (1, 2, 3, 4, 7, 11)
"""Where a further word no longer makes another sign: 4, 5 and 6 words are one."""

_MOST_KNOWN = 2_048
"""Words whose kind is remembered."""

_CROSSED = ("comma", "opener", "number", "conjunction", "pronoun", "stating verb")
"""Kinds of words that part a piece from its number."""

_LEADING = ("article", "link", "preposition", "number", "change", "size", "gap")
"""Kinds of words behind which no participle stands, but a noun that looks like one."""


class Signs:
    """What speaks for the pieces of one number's clause, or against them."""

    def __init__(self, place: Place) -> None:
        self._place, words = place, place.words
        self._before = _Side(place.before, kinds(place.before, words))
        self._after = _Side(place.after, kinds(place.after, words))
        self._outside = _Side(place.outside, kinds(place.outside, words))
        self._earlier = _Side(place.earlier, kinds(place.earlier, words))
        before = bare(place.before, words)
        self._joint = self._before.kinds[len(before) - 1] if before else "nothing"

    def of(self, piece: Span, rules: Sequence[str]) -> Iterator[str]:
        """The signs of a piece that some rules propose, by their names."""
        words = self._place.words
        side, some = self._side(piece)
        begin, end = some.holding(piece)
        yield f"{self._place.measure.name.lower()} {side}"
        yield from (f"by {rule}" for rule in rules)
        yield f"{len(piece) // 12} dozen characters"
        yield from _edges(some, begin, end, words)
        yield f"{side} then {some.kinds[end] if end < len(some.kinds) else 'nothing'}"
        is_behind = some is self._after
        yield from self._apart(side, some.kinds[:begin] if is_behind else some.kinds[end:])

    def _side(self, piece: Span) -> tuple[str, _Side]:
        """Where a piece stands, and the words there."""
        around, place = self._place.around(piece), self._place
        if around is place.after:
            return "behind" if piece.start >= place.span.end else "within", self._after
        if around is place.before:
            return "before", self._before
        return ("parted", self._outside) if around is place.outside else ("remote", self._earlier)

    def _apart(self, side: str, crossed: Sequence[str]) -> Iterator[str]:
        """What stands between a piece and its number, and around that."""
        nouns = min(3, crossed.count("noun"))
        verbs = min(2, crossed.count("verb") + crossed.count("stating verb"))
        yield f"{side} at {_about(len(crossed))}"
        yield f"{side} over {nouns} nouns"
        yield f"{side} over {verbs} verbs"
        yield from (f"over {one}" for one in _CROSSED if one in crossed)
        yield f"number behind {self._joint} {side}"
        if side == "before":
            yield f"number behind {self._joint} over {min(nouns, 2)} nouns {min(verbs, 1)} verbs"
        yield f"number before {self._after.kinds[0] if self._after.kinds else 'nothing'} {side}"
        if self._place.words.has_late_verbs:
            yield f"late {side}"
            yield f"late {side} over {verbs} verbs"


@dataclass(frozen=True, slots=True)
class _Side:
    """The words before a number, or behind it."""

    tokens: Sequence[Token]
    kinds: Sequence[str]

    def holding(self, piece: Span) -> tuple[int, int]:
        """The first word of a piece, and the first behind it."""
        begin = bisect_left(self.tokens, piece.start, key=lambda token: token.span.start)
        return begin, bisect_left(self.tokens, piece.end, key=lambda token: token.span.start)


def _edges(some: _Side, begin: int, end: int, words: ClauseWords) -> Iterator[str]:
    """How a piece begins and ends, what is in it, and what leads to it."""
    inside = some.kinds[begin:end]
    yield f"{_about(len(inside))} words"
    if inside:
        yield f"from {inside[0]}"
        yield f"to {inside[-1]}"
    yield from (f"with {one}" for one in dict.fromkeys(inside))
    if all(token.low in words.vague or words.is_small(token) for token in some.tokens[begin:end]):
        yield "vague"
    led = some.kinds[begin - 1] if begin else "nothing"
    if led == "article":
        led = f"{some.kinds[begin - 2] if begin > 1 else 'nothing'} and article"
    yield f"led by {led}"


def kinds(tokens: Sequence[Token], words: ClauseWords) -> list[str]:
    """What each word of a clause is.

    Many nouns have the ending of a participle (``la partie``, ``el mercado``): what an article or
    a small word leads to is a noun, and so is a name.
    """
    found: list[str] = []
    for token in tokens:
        one = kind(token, words)
        has_lead = bool(found) and found[-1] in _LEADING
        if one == "participle" and (has_lead or token.text[0].isupper()) and words.is_noun(token):
            one = "noun"
        found.append(one)
    return found


def kind(token: Token, words: ClauseWords) -> str:
    """What a word is by itself."""
    low = token.low
    if not low[0].isalpha():
        return "comma" if low == "," else "number" if low[0].isdecimal() else "mark"
    if token.is_verb:
        return "stating verb" if words.stating.fullmatch(low) else "verb"
    return _kind(token.text, low, words)


@lru_cache(maxsize=_MOST_KNOWN)
def _kind(text: str, low: str, words: ClauseWords) -> str:
    """The same of one with letters that is no verb."""
    small = _small(low, words)
    if small is not None:
        return small
    return _by_form(text, low, words)


def _by_form(text: str, low: str, words: ClauseWords) -> str:
    """What the form of a word tells that is no verb."""
    if words.participle.fullmatch(low):
        return "participle"
    if words.nonfinite.fullmatch(low) and text[0].islower():
        return "infinitive"
    if words.has_noun_form(text, low):
        return "noun"
    return "adverb" if words.adverb.fullmatch(low) else "other"


def _small(low: str, words: ClauseWords) -> str | None:
    """What a small word is; one that is several things is the first of them."""
    groups = (
        ("link", words.links),
        ("change", words.changes),
        ("size", words.sizes),
        ("gap", words.gaps),
        ("preposition", words.prepositions),
        ("article", words.articles),
        ("conjunction", words.conjunctions),
        ("opener", words.openers),
        ("pronoun", words.weak),
        ("qualifier", words.qualifiers),
        ("measure", words.measures),
    )
    return next((name for name, some in groups if low in some), None)


def _about(count: int) -> int:
    """A count, or the least that is told as one with it."""
    return _MANY[bisect_right(_MANY, count) - 1] if count else 0
