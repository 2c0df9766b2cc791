"""Whether a state's name is a part of a longer name: of a firm, a party, a race, a road.

Such a name speaks of the state no more than a street does that is called after it.
"""

from __future__ import annotations

import re
import unicodedata

from briefing.analysis._gazetteer import Entry, Gazetteer, Kind, first_word
from briefing.analysis._namesakes import BEGINS_SENTENCE, before, last_name
from briefing.model.span import Span

_SHORT = 3  # letters of an abbreviation, which has capitals anyway

_MOST_BEFORE = 80
"""Characters before a name that are looked at for the beginning of a longer one."""

_ACRONYM = re.compile(r"(?<![\w-])(?!\d)\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w* \Z")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_INITIAL = 4
"""Letters from which a small word counts among the initials of an abbreviation."""

_JOINED = re.compile(r"(?<!\w)([^\W\d_]+)-\Z")
_ROUTE_BEHIND = re.compile(r"-([^\W\d_a-z][^\W\d_A-Z]+)(?![\w-])")
_ROUTE_BEFORE = re.compile(r"(?<![\w-])([^\W\d_a-z][^\W\d_A-Z]+)-\Z")

_ROAD = re.compile(r"[ -]\d{1,3}(?![.,]?\d|[\w%-])")
_LAST_SMALL = re.compile(r"(?<!\w)([a-z]+) \Z")


def is_of_longer_name(line: str, at: Span, head: str, entry: Entry, book: Gazetteer) -> bool:
    """Whether a name that stands in a line is no more than a part of another.

    Args:
        line: A line of the text.
        at: Where the name stands in it.
        head: What stands before the name, see `before`.
        entry: The name.
        book: The names of the language.
    """
    if entry.kind is not Kind.NAME:
        return False
    phrase = entry.phrase
    return (
        _ends_name(line, at, head, phrase, book)
        or _is_of_body(line, at, phrase, book)
        or (phrase.isupper() and _is_abbreviation(line, at, entry, book))
        or _is_joined(head, line, book)
        or _is_on_route(line, at, head, phrase, book)
        or (phrase.isupper() and _is_road(line, at, head, phrase, book))
    )


def _ends_name(text: str, span: Span, head: str, phrase: str, book: Gazetteer) -> bool:
    """Whether it ends a longer name, where states stand behind a preposition: ``BBC Brasil``.

    Where nouns are written like names, only abbreviations tell: ``GfK Österreich``.
    """
    order = book.own.units.word_order
    is_acronym = len(phrase) > _SHORT and phrase.isupper()
    if order == "capital":
        return not phrase.isupper() and _ACRONYM.search(head) is not None
    if order not in ("postposed", "inflected") or is_acronym:
        return False
    last = last_name(head)
    if last is None or not last[0].isupper() or text[span.end : span.end + 1] in ("-", "–", "/"):
        return False
    is_word = last.endswith(".") or last.lower() in book.own.states.small
    return not (is_word or BEGINS_SENTENCE.search(head[: -len(last) - 1]))


def _is_joined(head: str, text: str, book: Gazetteer) -> bool:
    """Whether a hyphen joins it to a name before, where nouns are not: ``Mendès-France``."""
    if not head.endswith("-") or book.own.units.word_order != "postposed":
        return False
    last = _JOINED.search(head)
    if last is None or last[1].isupper():
        return False
    is_link = last[1] in book.own.states.body_links
    is_name = last[1][0].isupper() and _as_in(text, last[1]) not in book.by_first_word
    return is_link or is_name


def _is_of_body(text: str, span: Span, phrase: str, book: Gazetteer) -> bool:
    """Whether it ends the name of a body, an event or a place: ``University of Malta``.

    Where names have cases, such a name has none: ``Naturschutzbund Deutschland``, but
    ``die Gesellschaft Deutschlands``.
    """
    if phrase.endswith(book.own.states.case_endings or "\n"):
        known = book.by_first_word.get(first_word(phrase[:-1]), ())
        if any(one.phrase == phrase[:-1] for one in known):
            return False
    return book.body_before.search(before(text, span, _MOST_BEFORE)) is not None


def _is_abbreviation(text: str, span: Span, entry: Entry, book: Gazetteer) -> bool:
    """Whether it is made of the initials of the words before it, and these name another thing.

    ``Unidade de Suporte Avançado (USA)``, but ``United States of America (USA)``.
    """
    phrase = entry.phrase
    if text[max(0, span.start - 1) : span.start] != "(":
        return False
    words = _WORD.findall(text, max(0, span.start - _MOST_BEFORE), span.start - 1)
    told = [word for word in words if word[0].isupper() or len(word) >= _LEAST_INITIAL]
    told = told[-len(phrase) :]
    if "".join(word[0] for word in told).upper() != phrase:
        return False
    known = book.by_first_word.get(first_word(told[0]), ())
    return all(one.code != entry.code for one in known)


def _is_on_route(text: str, span: Span, head: str, phrase: str, book: Gazetteer) -> bool:
    """Whether a hyphen joins it to a town, it being a town's name, too: a road and its ends."""
    if unicodedata.normalize("NFC", phrase) not in book.own.states.towns:
        return False
    behind = unicodedata.normalize("NFC", text[span.end : span.end + _MOST_BEFORE])
    other = _ROUTE_BEHIND.match(behind) or _ROUTE_BEFORE.search(head)
    return other is not None and _as_in(text, other[1]) not in book.by_first_word


def _as_in(text: str, word: str) -> str:
    """A word in small letters, and in the form of Unicode that a text is in."""
    is_composed = unicodedata.is_normalized("NFC", text)
    return first_word(unicodedata.normalize("NFC" if is_composed else "NFD", word))


def _is_road(text: str, span: Span, head: str, phrase: str, book: Gazetteer) -> bool:
    """Whether a number behind an abbreviation makes it a road's: along ``US 1``."""
    if len(phrase) >= _SHORT or _ROAD.match(text, span.end) is None:
        return False
    last = _LAST_SMALL.search(head)
    return last is not None and last[1] not in book.own.states.joining_articles
