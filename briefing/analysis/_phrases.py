"""Where phrases of a gazetteer stand in a line: the longest that ends at a word's end wins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from briefing.analysis._gazetteer import Entry, Gazetteer, Kind
from briefing.analysis._said import said
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_MOST_MET = 16_384
"""So much is remembered of what stands between spaces; beyond, it is learnt anew."""

_SHOUTED = 2
"""Letters of a name that is another word in a line of capitals."""

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


def phrases(
    line: str, book: Gazetteer, own: Mapping[str, list[Entry]]
) -> Iterator[tuple[int, Entry]]:
    """The phrases that stand in a line, each with its first character."""
    known = book.by_first_word
    small, chunks, end, place = line.lower(), said(line), 0, 0
    if len(small) != len(line):
        small, chunks = line, tuple(line.split())
    for word in _known_words(chunks, book, own):
        start = _place_of(word, small, place)
        place = start + len(word)
        if start < end:
            continue
        for entry in (*own.get(word, ()), *known.get(word, ())):
            if _stands(entry, line, start) and not _counts(entry, line, start, book):
                end = start + len(entry.phrase)
                yield start, entry
                break


def _known_words(
    chunks: Iterable[str], book: Gazetteer, own: Mapping[str, list[Entry]]
) -> Iterator[str]:
    """The words of a line that may begin a phrase, in order.

    Most of a text is made of few words: what stands between its spaces is looked at once.
    """
    if own:
        words = chain.from_iterable(map(_WORD.findall, chunks))
        yield from (word for word in words if word in own or word in book.by_first_word)
        return
    idle = book.idle
    for one in [chunk for chunk in chunks if chunk not in idle]:
        yield from book.met.get(one) or _learnt(one, book)


def _learnt(chunk: str, book: Gazetteer) -> tuple[str, ...]:
    """The words that may begin a phrase, of what stands between two spaces; now remembered."""
    if len(book.met) + len(book.idle) >= _MOST_MET:
        book.met.clear()
        book.idle.clear()
    words = tuple(word for word in _WORD.findall(chunk) if word in book.by_first_word)
    if words:
        book.met[chunk] = words
    else:
        book.idle.add(chunk)
    return words


def _place_of(word: str, small: str, begin: int) -> int:
    """Where one of a line's words stands from a place on, and not inside another of them."""
    start = small.find(word, begin)
    while start >= 0:
        end = start + len(word)
        if not (_is_of_word(small[start - 1 : start]) or _is_of_word(small[end : end + 1])):
            return start
        start = small.find(word, start + 1)
    return begin


def _is_of_word(sign: str) -> bool:
    if sign == " ":
        return False
    return sign.isalnum() or "\u0300" <= sign <= "\u036f"


def _stands(entry: Entry, text: str, start: int) -> bool:
    end = start + len(entry.phrase)
    if not _same(entry, text[start:end]):
        return False
    if end < len(text) and (text[end].isalnum() or unicodedata.combining(text[end])):
        return False
    return end - start > _SHOUTED or not _is_shouting(text, start, end)


def _counts(entry: Entry, text: str, start: int, book: Gazetteer) -> bool:
    """Whether a number that a phrase ends in is one of a quantity: ``Nederland 3,7 miljoen``."""
    if not entry.phrase[-1:].isdecimal():
        return False
    return _quantity(book.own).match(text, start + len(entry.phrase)) is not None


@lru_cache(maxsize=8)
def _quantity(own: Language) -> re.Pattern[str]:
    """The rest of a number that counts: decimals, thousands, a scale or a percent sign."""
    scales, percent = any_of(own.numbers.scales), any_of((*own.units.percent, "%"))
    return re.compile(rf"[.,]\d|[ \u00a0\u202f]\d{{3}}(?!\d)|\s?(?:{scales}|{percent})(?!\w)")


def _same(entry: Entry, written: str) -> bool:
    phrase = entry.phrase
    if written == phrase:
        return True
    if written.lower() != phrase.lower():
        return False
    if phrase.isupper() and len(phrase) < 5:
        return False
    if entry.kind is Kind.ADJECTIVE and not phrase[0].isupper():
        return True
    return written[0] == phrase[0]


def _is_shouting(text: str, start: int, end: int) -> bool:
    """Whether the words around are all in capitals, so that US may be "us"."""
    around = [word for word in _WORD.findall(text[max(0, start - 20) : end + 20]) if len(word) > 2]
    return bool(around) and all(word.isupper() for word in around)
