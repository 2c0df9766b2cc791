"""Noun phrases at the end or the beginning of some words of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis._clause import ClauseWords, Token
from briefing.model.figure import LABEL_GAP
from briefing.model.span import Span

_COMPOUND = re.compile(r"\d+[-‐‑][^\W\d_]{3,}")
_DIGITS = 3
"""Digits of a number in a name."""

LONGEST = 60
"""Characters of a label."""

GAP = len(LABEL_GAP)
"""Characters between two parts of a label."""


def fit(first: Span, last: Span) -> bool:
    """Whether two parts make a label that is short enough."""
    return len(first) + GAP + len(last) <= LONGEST


def begin_of_phrase(tokens: Sequence[Token], words: ClauseWords) -> int:
    """Where the noun phrase begins that some words end in, behind its article."""
    begin = len(tokens)
    while begin and (words.goes_on(tokens[begin - 1]) or _is_named(tokens, begin - 1)):
        begin -= 1
        is_joined = begin > 0 and words.joins(tokens[begin - 1], tokens[begin])
        if tokens[begin].low in words.articles and not is_joined:
            return begin + 1
    return begin


def _is_named(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number is the end of a name: ``CAC 40``, ``Bel 20-index``."""
    number, name = tokens[index].text, tokens[index - 1].text if index else ""
    if _COMPOUND.fullmatch(number):
        return name[:1].isupper()
    return number.isdecimal() and len(number) <= _DIGITS and name.isupper() and len(name) > 1


def phrase_at_end(tokens: Sequence[Token], words: ClauseWords) -> Span | None:
    """The noun phrase that some words end in; its end, where it is too long for a label."""
    phrase = _without_amount(tokens, begin_of_phrase(tokens, words), words)
    del phrase[: max(_end_of_act(phrase, words), _end_of_count(phrase, words))]
    while phrase and words.is_small(phrase[0]):
        phrase.pop(0)
    while phrase and (words.is_small(phrase[-1]) or words.is_aside(phrase[-1])):
        phrase.pop()
    while phrase and phrase[-1].span.end - phrase[0].span.start > LONGEST:
        phrase = _shorter(phrase, words)
    return _named(phrase, words)


def _without_amount(tokens: Sequence[Token], begin: int, words: ClauseWords) -> list[Token]:
    """A phrase without the measure of the amount before it: 55 ``per cent and | a rate``."""
    phrase = list(tokens[begin:])
    amount = begin
    while phrase and amount and _joins_measure(phrase[0], tokens[amount - 1], words):
        phrase.pop(0)  # "25 millones | de pesetas y un plazo"
        amount -= 1
    low = phrase[0].low if len(phrase) > 1 else ""
    if low not in words.measures and low not in words.apart:
        return list(tokens[begin:])
    before = tokens[amount - 1].low if amount else ""
    is_number = before[:1].isdecimal() or words.numbers.fullmatch(before) is not None
    is_counted = is_number and before not in words.articles
    return phrase[_end_of_amount(phrase, words) if is_counted else 0 :]


def _is_apart(token: Token, words: ClauseWords) -> bool:
    """Whether a word begins a phrase that is not of the amount before it."""
    is_lead = words.has_late_verbs and words.leads(token) and token.low not in words.links
    return is_lead or words.is_further(token)


def _joins_measure(token: Token, before: Token, words: ClauseWords) -> bool:
    """Whether a word joins a scale word to its measure: ``millones de euros``."""
    return token.low in words.links and before.low in words.apart


def _end_of_amount(phrase: Sequence[Token], words: ClauseWords) -> int:
    """Where a phrase of its own begins behind an amount: 40 ``metros de altura em | um morro``.

    That is also one that is joined to the amount: 2 ``meses de prisión y a | una multa``.
    """
    some = range(len(phrase) - 1)
    joint = next((at for at in some if phrase[at].low in words.conjunctions), None)
    if joint is not None:
        return joint + 1
    further = next((at for at in some if at and _is_apart(phrase[at], words)), None)
    if further is not None:
        return further + 1
    has_nouns_first = not words.has_late_verbs and not words.plain_past
    return len(phrase) if has_nouns_first else 0  # "5 million dollar fine", "puntos porcentuales"


def _end_of_act(phrase: Sequence[Token], words: ClauseWords) -> int:
    """Where a noun is joined to a verb that is not known: ``recken und | den Gewinn``."""
    for at, (joint, article) in enumerate(pairwise(phrase)):
        if words.is_noun(joint):
            return 0
        if at and joint.low in words.conjunctions and article.low in words.articles:
            return at + 1
    return 0


def _end_of_count(phrase: Sequence[Token], words: ClauseWords) -> int:
    """Where a noun is joined to one that is counted: ``otto persone e al | sequestro``."""
    is_counted, end = False, 0
    for at, token in enumerate(phrase[:-1]):
        is_number = words.numbers.fullmatch(token.low) is not None
        is_counted = is_counted or (is_number and token.low not in words.articles)
        if is_counted and token.low in words.conjunctions:
            is_counted, end = False, at + 1
    return end


def head_of_phrase(tokens: Sequence[Token], words: ClauseWords) -> Span | None:
    """The noun phrase that some words end in; where it is too long its beginning, which it names.

    ``the rise in the price of basic food in the city of …`` is a rise in the price of basic food.
    """
    phrase = _without_amount(tokens, begin_of_phrase(tokens, words), words)
    while phrase and words.is_small(phrase[0]):
        phrase.pop(0)
    while phrase and phrase[-1].span.end - phrase[0].span.start > LONGEST:
        small = [at for at, token in enumerate(phrase) if at and token.low in words.inside]
        phrase = phrase[: small[-1]] if small else _shorter(phrase, words)
    while phrase and (words.is_small(phrase[-1]) or words.is_aside(phrase[-1])):
        phrase.pop()
    return _named(phrase, words)


def phrase_at_start(tokens: Sequence[Token], words: ClauseWords, most: int) -> Span | None:
    """The noun phrase that some words begin with, of so many characters."""
    phrase: list[Token] = []
    for token in tokens:
        is_pronoun = token.low in words.weak and not words.is_small(token)
        if token.low in words.conjunctions or is_pronoun or not words.goes_on(token):
            break
        if phrase and (words.is_further(token) or _is_torn(phrase, token, words)):
            break
        if phrase and token.span.end - phrase[0].span.start > most:
            break
        phrase.append(token)
    is_torn = 1 < len(phrase) < len(tokens) and _is_torn(phrase, tokens[len(phrase)], words)
    if is_torn and words.participle.fullmatch(phrase[-1].low):
        phrase.pop()
    while phrase and (words.is_small(phrase[-1]) or words.is_aside(phrase[-1])):
        phrase.pop()
    return _named(phrase, words)


def _is_torn(phrase: Sequence[Token], token: Token, words: ClauseWords) -> bool:
    """Whether another phrase begins at an article: ``a dry well using | a sling``.

    What a name does goes on, and what is behind a verb: ``Rome left the camp``.
    """
    last = phrase[-1]
    if token.low not in words.articles or words.leads(token) or words.joins(last, token):
        return False
    is_done = words.plain_past and len(phrase) > 1 and phrase[-2].text[0].isupper()
    may_be_verb = words.has_late_verbs and len(phrase) == 1 and last.text[0].islower()
    is_done = is_done or may_be_verb or words.nonfinite.fullmatch(last.low) is not None
    return not is_done and not words.is_small(last)


def _shorter(phrase: Sequence[Token], words: ClauseWords) -> list[Token]:
    """A phrase without its first words, up to behind the next small word."""
    for index, token in enumerate(phrase[:-1]):
        if index and token.low in words.inside:
            rest = list(phrase[index + 1 :])
            while rest and words.is_small(rest[0]):
                rest.pop(0)
            return rest
    return []


def _named(phrase: Sequence[Token], words: ClauseWords) -> Span | None:
    """Where a phrase stands; None where it names nothing."""
    phrase = list(phrase)
    while phrase and phrase[0].low in words.qualifiers:
        phrase.pop(0)
    while phrase and phrase[-1].low in words.qualifiers:
        phrase.pop()
    if not any(map(words.is_noun, phrase)):
        return None
    return Span(phrase[0].span.start, phrase[-1].span.end)
