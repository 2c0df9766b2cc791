"""Whether a state's name is a person's or a common word: ``Chad Smith``, the Turkey in the oven."""

from __future__ import annotations

import re
import unicodedata

from briefing.analysis._gazetteer import Gazetteer, first_word
from briefing.model.span import Span

BEGINS_SENTENCE = re.compile(r"(?:\A|[.!?:…]\s+|\n\s*|[\"“«(]\s*)\Z")
"""At the end of what stands before a sentence."""

_LAST_NAME = re.compile(r"([^\W\d_][\w.\-]*)\Z")

_NAME = 40
"""Characters of a surname that is looked at."""

_LEAST_TITLE = 4
"""Letters of a title that no stop shortens."""

_SURNAME_FIRST = re.compile(r"(?:\A|\A\W+|[;(:&]\s?|\. )([^\W\d_a-z][\w'’-]+), \Z")
_NAME_ENDS = re.compile(r"\s*(?:[.;)&]|, \W?[^\W\d_a-z]|, \w{1,3} [^\W\d_a-z]|\Z)")
_ATTRIBUTE = re.compile(r" [^\W\d_A-Z]{3,}")
_SMALL_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_A-ZÀ-Þ][^\W\d_]{3,}")
"""A word in small letters that is more than an article or a preposition."""
_NEXT_WORD = re.compile(r" ([^\W\d_]\w+)")
_MOST_NEXT = 30
"""Characters of it that are looked at."""
_LAST_LETTERS = re.compile(r"([^\W\d_]+) \Z")


def before(text: str, span: Span, most: int = 30) -> str:
    """So many characters before a name, each letter with its accents one of them."""
    start = span.start
    return unicodedata.normalize("NFC", text[start - most if start > most else 0 : start])


def last_name(head: str) -> str | None:
    """The word at the end of what stands before a name; None where another sign stands there."""
    if not head.endswith(" "):
        return None
    word = head[:-1].rpartition(" ")[2]
    if word.isalpha():  # most are, and none of them needs to be searched
        return word
    last = _LAST_NAME.search(word)
    return None if last is None else last[1]


def _next_name(text: str, span: Span) -> str | None:
    """The word behind a name, each letter with its accents one; None where another sign stands."""
    end = span.end
    after = unicodedata.normalize("NFC", text[end : end + _MOST_NEXT])
    found = _NEXT_WORD.match(after)
    return None if found is None else found[1]


def has_surname(text: str, span: Span, book: Gazetteer) -> bool:
    """Whether a word follows that looks like a surname: ``Chad Smith``."""
    word = _next_name(text, span)
    if word is None or not word[0].isupper() or word.isupper():
        return False
    return word not in book.own.states.offices and word not in book.own.states.deeds


def is_acting(text: str, span: Span, book: Gazetteer) -> bool:
    """Whether what a state does follows, in a headline: ``Chad Rejects Offer``."""
    return _next_name(text, span) in book.own.states.deeds


def is_given_name(text: str, span: Span, book: Gazetteer) -> bool:
    """Whether a surname follows a name in a sentence: ``Argentina García``, not ``Francia Roma``.

    A headline that gives its words capitals has none that can be told.
    """
    if not has_surname(text, span, book) or _SMALL_WORD.search(text) is None:
        return False
    after = _NEXT_WORD.match(text, span.end)
    return after is not None and first_word(after[1]) not in book.by_first_word


def is_of_family(text: str, span: Span, book: Gazetteer) -> bool:
    """Whether the word before says whose relative or friend it is: ``my cousin Chad``."""
    last = _LAST_LETTERS.search(before(text, span))
    return last is not None and last[1].lower() in book.own.states.family


def is_catalogued(text: str, span: Span, book: Gazetteer) -> bool:
    """Whether it is a first name behind its surname, as catalogues write: ``Hoffman, Jordan;``."""
    surname = _SURNAME_FIRST.search(text[max(0, span.start - _NAME) : span.start])
    if surname is None or _NAME_ENDS.match(text, span.end) is None:
        return False
    return first_word(surname[1]) not in book.by_first_word


def has_first_name(text: str, span: Span, book: Gazetteer) -> bool:
    """Whether a title or first name stands before: ``Mr Jordan``, ``Michael Jordan``."""
    last = last_name(before(text, span))
    if last is None:
        return False
    word = last.lower().rstrip(".")
    if word in book.titles:
        return True
    if (last.endswith(".") and len(last) > 2) or last in book.own.states.deeds:
        return False
    return last[0].isupper() and word.strip(".") not in book.own.states.small


def is_titled(head: str, book: Gazetteer) -> bool:
    """Whether a person's title stands before a name, written as one: ``Herr Holland``."""
    last = last_name(head)
    if last is None or not last[0].isupper():
        return False
    is_written = last.endswith(".") or len(last) >= _LEAST_TITLE
    return is_written and last.lower().rstrip(".") in book.titles


def is_common_word(text: str, span: Span, phrase: str, book: Gazetteer) -> bool:
    """Whether a name that is also a common word, or calls the people, stands as one."""
    if phrase not in book.wary:
        return False
    words = book.own.states
    head = text[max(0, span.start - 12) : span.start]
    if phrase in words.wary_behind_article and (article := book.article_before.search(head)):
        if book.own.units.word_order == "capital":
            # "claims, die Polen stellt": that is no article.
            return not head[: article.start()].endswith(", ")
        # "the Turkey striker": mid-sentence the bird has no capital.
        is_attribute = _ATTRIBUTE.match(text[span.end : span.end + 10]) is not None
        return not (is_attribute and article[0].islower())
    if phrase not in words.wary_first:
        return False
    is_plainly_name = text[span.end : span.end + 1] in (",", ":", "'", ")", "-", "/", "")
    return bool(BEGINS_SENTENCE.search(head)) and not is_plainly_name
