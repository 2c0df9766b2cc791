"""Whether values that prove nothing by themselves are told of one subject: words must be shared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis._fact_places import LEAST_SUM
from briefing.analysis._fact_words import label_words, telling_words
from briefing.analysis._kinds import Kinds
from briefing.analysis._same_fact import are_one_noun
from briefing.analysis._telling_values import has_many_digits, has_two_digits
from briefing.model.figure import Figure
from briefing.model.span import Span

_REACH = 200
"""Characters on each side of a number that are looked at, within its sentence."""

_MOST = 6
"""Places of a row that are looked at."""

_LEAST = 20
"""Smaller numbers recur, also those of two digits."""

_ENDS = re.compile(r"[.!?…][\"'”’»“)\]]*\s|\n")

_TELLING = re.compile(r"[^\W\d_]{4,}")

_STEM = 5
"""Letters of a word that tell it apart from another, whatever its ending."""

_PART_OF = re.compile(r"\W+[^\W\d_]+\W+\d")
"""What follows a number that is a part of the next: ``12`` of 20 towns."""

_JOINT = 8
"""Characters of what joins a share to its whole: ``20 % des`` ménages."""

_PERCENT = "%"


def may_be_two(
    text: str, one: Figure, other: Figure, kinds: Kinds, places: Sequence[Span] = ()
) -> bool:
    """Whether two figures of a round or small value are told of two subjects, in other words.

    Of lengths and times a text hardly has two that are so near; people are told of by many names.

    Args:
        text: The text they stand in.
        one: The first.
        other: The second.
        kinds: What units say.
        places: All passages of the first.
    """
    is_qualified = one.qualifier is not None and one.qualifier is other.qualifier
    if is_qualified or other.span is None or not _proves_little(other):
        return False
    is_open = _are_sums(one, other, kinds) or _are_shares(text, one, other)
    if not (is_open or _are_of_two_nouns(text, one, other, kinds)):
        return False
    return not _share_words(text, one, other, kinds, places)


def _proves_little(figure: Figure) -> bool:
    """Whether a value is so round or small that it comes twice by chance: 40 million, a fifth."""
    value = figure.value
    if value is None or has_many_digits(figure):
        return False
    if value >= LEAST_SUM:
        return len(str(int(value)).rstrip("0")) == 1
    return value < _LEAST or not has_two_digits(figure)


def _are_sums(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether both are large sums of money, of which one may lack its currency."""
    if (one.value or 0) < LEAST_SUM:
        return False  # prices are told again in whatever words
    units = [figure.unit for figure in (one, other) if figure.unit is not None]
    return bool(units) and all(map(kinds.is_money, units))


def _are_shares(text: str, one: Figure, other: Figure) -> bool:
    """Whether both are shares, of which one says of what: a fifth of all farms."""
    if not one.unit == _PERCENT == other.unit:
        return False
    return any(figure.is_worded or _is_of_whole(text, figure) for figure in (one, other))


def _is_of_whole(text: str, figure: Figure) -> bool:
    """Whether what a share is labelled with stands right behind it."""
    if figure.label is None or figure.span is None:
        return False
    return figure.label in text[figure.span.end : figure.span.end + len(figure.label) + _JOINT]


def _are_of_two_nouns(text: str, one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether both count, one of them without its noun, and not only people or the same."""
    if one.unit is not None and other.unit is not None:
        return False
    first, again = _noun(text, one), _noun(text, other)
    if first is None or again is None or kinds.measures(first) or kinds.measures(again):
        return False
    if all(kinds.counts_people(kinds.head(noun)) for noun in (first, again)):
        return False
    return not are_one_noun(replace(one, unit=first), replace(other, unit=again), kinds)


def _noun(text: str, figure: Figure) -> str | None:
    """What a count is of; of a number alone the head of its cell, or what the whole counts."""
    if figure.unit is not None or figure.label is None or figure.span is None:
        return figure.unit
    before = text[max(0, figure.span.start - 1) : figure.span.start]
    is_told = before == "\t" or _PART_OF.match(text, figure.span.end) is not None
    return figure.label if is_told else None


def _share_words(
    text: str, one: Figure, other: Figure, kinds: Kinds, places: Sequence[Span]
) -> bool:
    """Whether their labels or their sentences have a telling word in common."""
    labels = [_telling(figure, kinds) for figure in (one, other)]
    far = other.span
    if far is None or not labels[0].isdisjoint(labels[1]) or _is_known(text, far, other, kinds):
        return True
    words = _around(text, far, kinds) | labels[1]
    near = (_around(text, span, kinds) | labels[0] for span in [*places, *one.passages][:_MOST])
    return any(not words.isdisjoint(some) for some in near)


def _is_known(text: str, span: Span, figure: Figure, kinds: Kinds) -> bool:
    """Whether an article says that a sum or a count was named before; any share may have one."""
    if kinds.is_pointed_at(text, span.start):
        return True
    return figure.unit != _PERCENT and kinds.is_definite(text, span.start)


def _telling(figure: Figure, kinds: Kinds) -> frozenset[str]:
    """The telling words of a figure's unit and label; a measure tells nothing."""
    if figure.unit is not None and kinds.measures(figure.unit):
        return label_words(figure)
    return telling_words(figure)


def _around(text: str, span: Span, kinds: Kinds) -> frozenset[str]:
    """The telling words of the sentence of a passage, without its own."""
    before = _ENDS.split(text[max(0, span.start - _REACH) : span.start])[-1]
    behind = _ENDS.split(text[span.end : span.end + _REACH], maxsplit=1)[0]
    words = _TELLING.findall(f"{before} {behind}")
    return frozenset(word.lower()[:_STEM] for word in words if kinds.tells(word))
