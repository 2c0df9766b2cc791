"""Two or three words whose source has them with another number: “three years” of “four years”.

So few words are no like passage where one of them differs. Where the others stand beside a number
in the source that is named, near the place that is linked, it is that number which was changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing.analysis import figures
from briefing.analysis.weighing import is_number
from briefing.anchoring.quoted_words import QuotedWords
from briefing.anchoring.tokens import LINE, Tokens
from briefing.model.change import Weighs
from briefing.model.quotation import Difference, Naming, Quotation, QuotationState, Verdict
from briefing.model.span import Span
from briefing.session.links import PASSAGE
from briefing.session.quotation_sources import QuotedText

_NEAR = 600
"""Characters from the place that is linked, at most, of several places that have the words."""

_Slots = Sequence[str | None]
"""The folded words of a quotation; None for a number, of however many words."""


def with_another_number(
    one: Quotation, words: QuotedWords, sources: Iterable[QuotedText]
) -> Verdict | None:
    """What a source has instead of a few words with a number, where it surely means them.

    Args:
        one: The quotation, which no source has.
        words: Its words.
        sources: The texts that the draft names as its source.
    """
    for source in sources:
        slots = list(_slots(words.tokens.words, source.language))
        if None not in slots or not any(slots) or words.edits:
            continue
        found = _meant(list(_places(slots, source)), list(_linked(one.names)))
        if found is None or _is_same(one.quote, found.of(source.text), source.language):
            continue
        pages = source.article.pages_of(found)
        now = found.of(source.text)
        return Verdict(
            one.quote,
            one.line,
            QuotationState.ALTERED,
            source.path,
            source.rev,
            found,
            pages[0] if pages else None,
            now,
            (Difference(one.quote, now, Weighs.FIGURE),),
            source.path,
            one.span,
        )
    return None


def _slots(words: Sequence[str], language: str | None) -> Iterator[str | None]:
    for is_one, group in groupby(words, key=lambda word: is_number(word, language)):
        yield from (None,) if is_one else group


def _places(slots: _Slots, source: QuotedText) -> Iterator[Span]:
    """Where a text has the words, with any number at the place of each number."""
    tokens = source.tokens
    first = next(index for index, slot in enumerate(slots) if slot is not None)
    for at in tokens.positions.get(slots[first] or "", ()):
        start = _before(tokens, at, source.language) if first else at
        end = _fitting(slots[first:], at, tokens, source.language)
        if end and (not first or start < at) and _is_one_line(tokens, start, end):
            yield Span(tokens.starts[start], tokens.ends[end - 1])


def _before(tokens: Tokens, at: int, language: str | None) -> int:
    """Where the number before a word begins; the word itself where there is none."""
    while at and is_number(tokens.words[at - 1], language):
        at -= 1
    return at


def _fitting(slots: _Slots, at: int, tokens: Tokens, language: str | None) -> int | None:
    """Where words and numbers end that fit, from a word on."""
    for slot in slots:
        start = at
        if slot is not None:
            at += tokens.words[at : at + 1] == [slot]
        else:
            while at < len(tokens) and is_number(tokens.words[at], language):
                at += 1
        if at == start:
            return None
    return at


def _is_one_line(tokens: Tokens, start: int, end: int) -> bool:
    return all(tokens.break_before(at) < LINE for at in range(start + 1, end))


def _linked(names: Iterable[Naming]) -> Iterator[int]:
    """The places to which the links beside a quotation lead, in characters."""
    for naming in names:
        match = PASSAGE.fullmatch((naming.address or "").partition("#")[2])
        if match:
            yield int(match[1])


def _meant(places: Sequence[Span], linked: Sequence[int]) -> Span | None:
    """The one place that there is; of several the nearest to a link, if it is near."""
    if len(places) < 2 or not linked:
        return places[0] if len(places) == 1 else None
    nearest = min(places, key=lambda one: abs(one.start - linked[0]))
    return nearest if abs(nearest.start - linked[0]) <= _NEAR else None


def _is_same(quote: str, now: str, language: str | None) -> bool:
    """Whether both have the same number, one of them in digits."""
    ours, theirs = (figures.in_order(words, language) for words in (quote, now))
    values = [[one.value for one in found] for found in (ours, theirs)]
    return bool(ours) and values[0] == values[1]
