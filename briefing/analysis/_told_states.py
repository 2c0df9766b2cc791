"""Names of people that are a state's where they stand: behind an office, or beside another state.

``the prime minister of Israel Benjamin Netanyahu``, ``Israel Iran Talks Begin``
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.analysis._gazetteer import Entry, Gazetteer, Kind
from briefing.analysis._namesakes import before
from briefing.languages.language import Language
from briefing.languages.phrases import any_of, before_word
from briefing.model.span import Span

_MOST_BEFORE = 80
"""Characters before a name that are looked at for an office."""


def is_namesake(phrase: str, book: Gazetteer) -> bool:
    """Whether people or other things are called like a state, too."""
    return phrase in book.doubtful or phrase in book.given or phrase in book.rare


def is_of_office(text: str, span: Span, phrase: str, book: Gazetteer) -> bool:
    """Whether the office that somebody has in the state leads to its name.

    A name that usually means something else is only told by those whom nothing but a state has: the
    president of Granada is a club's. A name that has an article there begins a firm's without one:
    ``la présidente de France Télévisions``.
    """
    name, words = unicodedata.normalize("NFC", phrase), book.own.states
    offices = _rulers(book.own) if phrase in book.rare else _offices(book.own)
    office = offices.search(before(text, span, _MOST_BEFORE))
    if office is None:
        return False
    return name not in words.articled or office[1].lower().strip() not in book.own.units.of_noun


def beside(line: str, found: Sequence[tuple[int, Entry]], book: Gazetteer) -> dict[int, bool]:
    """The names of states in a line that stand beside another state's, by their first characters.

    The value is whether that other stands before it.

    Args:
        line: The line, see `plain`.
        found: Its phrases with their first characters, in order.
        book: The names of the language.
    """
    paired: dict[int, bool] = {}
    for (start, one), (next_start, two) in pairwise(found):
        is_next = line[start + len(one.phrase) : next_start] == " "
        if is_next and one.kind is two.kind is Kind.NAME and _is_pair(one, two, book):
            paired = {start: False, **paired, next_start: True}
    return paired


def _is_pair(one: Entry, two: Entry, book: Gazetteer) -> bool:
    """Whether two names that stand side by side are none of a person: ``Jordan Ireland``."""
    if not (one.code and two.code) or one.code == two.code:
        return False
    if one.phrase in book.rare or two.phrase in book.rare:
        return False
    name = unicodedata.normalize("NFC", two.phrase)
    return one.phrase not in book.doubtful or name not in book.own.states.surnames


@lru_cache(maxsize=8)
def _offices(own: Language) -> re.Pattern[str]:
    return _leading((*own.states.rulers, *own.states.officials), own)


@lru_cache(maxsize=8)
def _rulers(own: Language) -> re.Pattern[str]:
    return _leading(own.states.rulers, own)


def _leading(offices: Sequence[str], own: Language) -> re.Pattern[str]:
    """One of some offices with what joins it to a name, which is group 1.

    Between them stands what it is about, or a word of how long it is held: ``minister of foreign
    affairs of``, ``presidente electo de``.
    """
    link = before_word(own.states.official_links)
    about = rf"{link}(?:\w[\w'-]* ){{1,3}}|[^\W\d_A-Z][^\W\d_A-Z]+ "
    return re.compile(rf"(?<!\w)(?i:{any_of(offices)}) (?:{about})?((?i:{link}))\Z")
