"""What a figure means, in words of its own clause.

A label is taken where the clause's build is sure: the noun before the number ("a fine of £1,000"),
what follows its unit ("households without power"), the subject of the verb ("the toll rose to 21"),
the words before a bracket. Where it is not there is none: a reader sees the clause itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis._clause import (
    LONGEST,
    Token,
    begin_of_phrase,
    clause_words,
    phrase_at_end,
    phrase_at_start,
    tokens_after,
    tokens_before,
)
from briefing.analysis._figure_words import figure_words
from briefing.model.figure import Figure
from briefing.model.span import Span

_OPENING = re.compile(r"\s*\(\s*\Z")
_ASIDE = re.compile(r"\s?\([^()\n]{1,40}\)|\)")
"""A bracket behind a number that states it again, or the end of the one it stands in."""

_SNIPPET = 4
"""Words of a snippet on each side of its figure."""

_NEAR = 8
"""Words between a verb and its number, where its subject stands before a clause set off."""

_HYPHENS = ("-", "\u2010", "\u2011")


class Labels:
    """Finds the labels of a text's figures, and remembers them."""

    def __init__(self, text: str, language: str | None) -> None:
        self._text = text
        self._figures = figure_words(language)
        self._words = clause_words(self._figures.own)
        self._known: dict[Span, str | None] = {}

    def of(self, figure: Figure) -> str | None:
        """The label of a figure; None where nothing is sure."""
        span = figure.span
        if span is None or not self._words.articles:
            return None
        if span not in self._known:
            found = self._find(figure, span)
            self._known[span] = None if found is None else " ".join(found.of(self._text).split())
        return self._known[span]

    def labelled(self, figure: Figure) -> Figure:
        """A figure with its label, else with a piece of its clause where its unit says little."""
        label = self.of(figure)
        is_told = figure.unit is not None and not self.measures(figure.unit)
        snippet = None if label is not None or is_told else self._snippet(figure)
        return replace(figure, label=label, snippet=snippet)

    def _snippet(self, figure: Figure) -> str | None:
        if figure.span is None:
            return None
        start, end = figure.span.start, figure.span.end
        before = tokens_before(self._text, start, self._words)[-_SNIPPET:]
        after = tokens_after(self._text, end, self._words)[:_SNIPPET]
        begin = before[0].span.start if before else start
        stop = after[-1].span.end if after else end
        words = " ".join(self._text[begin:stop].split())
        return None if words == figure.text else f"… {words} …"

    def _find(self, figure: Figure, span: Span) -> Span | None:
        aside = _ASIDE.match(self._text, span.end)
        after = tokens_after(self._text, aside.end() if aside else span.end, self._words)
        unit = figure.unit
        if unit is not None and not self.measures(unit):
            return self._counted(unit, span, after)
        if unit is not None and (rest := self._in_unit(unit, span)):
            return rest
        is_time = unit is not None and unit.split()[0] in self._figures.time_units
        behind = None if is_time else self._behind(after)
        if behind is not None and after[0].low in self._words.links:
            return behind
        before = tokens_before(self._text, span.start, self._words)
        if unit is None and (found := self._predicate(before, after)):
            return found
        if unit is not None and not is_time and (found := self._beside(before, after)):
            return found
        found = self._bracketed(span) or self._linked(before) or self._subject(before)
        return found or behind or self._shared(before)

    def _predicate(self, before: Sequence[Token], after: Sequence[Token]) -> Span | None:
        """What a number that counts nothing itself is said to be: ``Of these, 35 are missing``."""
        words = self._words
        if not after:
            return None
        if after[0].low in words.articles and before and words.is_verb(before[-1]):
            return phrase_at_start(after[1:], words, LONGEST)
        if not words.is_verb(after[0]) or (before and before[-1].low != ","):
            return None
        rest = list(after)
        while rest and (words.is_verb(rest[0]) or words.is_small(rest[0])):
            rest.pop(0)
        return phrase_at_start(rest, words, LONGEST)

    def _beside(self, before: Sequence[Token], after: Sequence[Token]) -> Span | None:
        """The noun right behind an amount: ``a £1,000 fine``."""
        words = self._words
        if not after or not words.is_noun(after[0]) or words.is_verb(after[0]):
            return None
        order = self._figures.own.units.word_order
        has_article = any(token.low in words.articles for token in before[-3:])
        if order == "capital" or (order == "preposed" and has_article):
            return phrase_at_start(after[:3], words, LONGEST)
        return None

    def measures(self, unit: str) -> bool:
        """Whether a unit does not say what is counted: a currency, a share, a length, a time."""
        words, first = self._figures, unit.split(maxsplit=1)[0]
        known = first in words.time_units or first in words.own.units.symbols
        return (
            known
            or not first[0].isalpha()
            or first.lower() in words.own.units.measures
            or any(pattern.match(f" {unit}") for pattern in (words.money, words.points))
            or (words.own.times.short_units != () and first.isupper() and len(first) <= 3)
        )

    def _counted(self, unit: str, span: Span, after: Sequence[Token]) -> Span | None:
        """The unit with what follows it: ``households without power``."""
        if not after or after[0].low not in self._words.complements:
            return None
        begin = span.end - len(unit)
        more = phrase_at_start(after[1:], self._words, LONGEST - len(unit) - len(after[0].text))
        if more is None or not self._text.startswith(unit, begin):
            return None
        return Span(begin, more.end)

    def _in_unit(self, unit: str, span: Span) -> Span | None:
        """What a measure measures, where the unit says it: ``giorni di tregua``."""
        begin = span.end - len(unit)
        if self._text[begin - 1 : begin] in _HYPHENS:
            after = tokens_after(self._text, span.end, self._words)
            return phrase_at_start(after, self._words, LONGEST)
        first = len(unit.split(maxsplit=1)[0])
        if first == len(unit) or not self._text.startswith(unit, begin):
            return None
        rest = tokens_after(self._text[: span.end], begin + first, self._words)
        return phrase_at_end(rest, self._words)

    def _behind(self, after: Sequence[Token]) -> Span | None:
        """What follows the unit: ``of the sequences``, ``for schools``."""
        if not after or after[0].low not in self._words.complements:
            return None
        more = phrase_at_start(after[1:], self._words, LONGEST - len(after[0].text))
        is_of = after[0].low in self._words.links
        return more if more is None or is_of else Span(after[0].span.start, more.end)

    def _bracketed(self, span: Span) -> Span | None:
        """What stands before a bracket that holds the number: ``Curaçao (66.7)``."""
        opening = _OPENING.search(self._text, max(0, span.start - 3), span.start)
        if opening is None:
            return None
        before = tokens_before(self._text, opening.start(), self._words)
        if found := phrase_at_end(before, self._words):
            return found
        while before and before[-1].low in self._words.measures | self._words.links:
            before.pop()
        if not before or not before[-1].low[0].isdecimal():
            return None
        return self._linked(before[:-1]) or self._subject(before[:-1])

    def _shared(self, before: Sequence[Token]) -> Span | None:
        """What the number before it means, where "and" or "to" joins them: ``80.4 and 25.9``."""
        words, rest = self._words, list(before)
        if not rest or not (rest[-1].low in words.conjunctions or rest[-1].low in words.spans):
            return None
        rest.pop()
        while rest and (rest[-1].low in words.measures or not rest[-1].low[0].isalnum()):
            rest.pop()
        if not rest or not rest[-1].low[0].isdecimal():
            return None
        rest.pop()
        while rest and (not rest[-1].low[0].isalnum() or rest[-1].low in words.qualifiers):
            rest.pop()
        return self._linked(rest) or self._subject(rest)

    def _linked(self, before: Sequence[Token]) -> Span | None:
        """The noun that a small word joins to the number: ``a fine of £1,000``."""
        rest = list(before)
        while rest and rest[-1].low in self._words.articles:
            rest.pop()
        if not rest or rest[-1].low not in self._words.links:
            return None
        return phrase_at_end(rest[:-1], self._words)

    def _subject(self, before: Sequence[Token]) -> Span | None:
        """What stands before the clause's verb: ``The toll rose to 21``."""
        clause, outer = self._with_verb(before)
        verbs = [index for index, token in enumerate(clause) if self._words.is_verb(token)]
        if not verbs:
            return None
        first = verbs[-1]
        skipped = self._words.helpers | self._words.weak | self._words.qualifiers
        while first - 1 in verbs or (first and clause[first - 1].low in skipped):
            first -= 1
        if first == 0 and outer and len(clause) - verbs[-1] <= _NEAR:
            return self._outer_subject(outer)
        begin = begin_of_phrase(clause[:first], self._words)
        outside = clause[begin - 1] if begin else None
        is_bare = outside is None or outside.low in self._words.articles
        is_phrase = clause[begin].low not in self._words.inside - self._words.links
        behind = self._inverted(clause[verbs[-1] + 1 :])
        is_adverb = self._words.has_capital_nouns and outside is None and first == 1
        if begin < first and is_bare and is_phrase and not is_adverb:
            return phrase_at_end(clause[:first], self._words)
        return behind

    def _outer_subject(self, outer: Sequence[Token]) -> Span | None:
        """The subject before a clause set off by commas: ``The bridge, which …, cost $5m``."""
        articles = self._words.articles
        if outer[0].low not in articles and not self._words.is_noun(outer[0]):
            return None
        return phrase_at_start(outer[outer[0].low in articles :], self._words, LONGEST)

    def _with_verb(self, before: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
        """The last part between commas that has a verb, and the one before what is set off.

        There is none where a part behind it refers to something else.
        """
        end = len(before)
        for index in range(len(before) - 1, -2, -1):
            if index >= 0 and before[index].low != ",":
                continue
            part = before[index + 1 : end]
            if any(map(self._words.is_verb, part)):
                return part, _before_aside(before[: max(index, 0)])
            if any(token.low in self._words.weak and index >= 0 for token in part):
                break
            end = max(index, 0)
        return (), ()

    def _inverted(self, tokens: Sequence[Token]) -> Span | None:
        """The subject behind the verb, where its article tells it."""
        rest = list(tokens)
        skipped = (self._words.weak | self._words.stop) - self._words.articles
        while rest and rest[0].low in skipped:
            rest.pop(0)
        if not self._words.has_capital_nouns or not rest:
            return None
        if rest[0].low not in self._words.articles:
            return None
        return phrase_at_start(rest[1:], self._words, LONGEST)


def _before_aside(before: Sequence[Token]) -> Sequence[Token]:
    """The words before the last comma of some words, up to the comma before it."""
    commas = [index for index, token in enumerate(before) if token.low == ","]
    if not commas:
        return ()
    begin = commas[-2] + 1 if len(commas) > 1 else 0
    return before[begin : commas[-1]]
