"""The states that a text names.

Every word is looked up as the beginning of a known phrase, and the longest phrase that ends at a
word's end wins. Names that are also people's, birds' or other places' are left out unless the text
itself speaks for the state: silence is better than a wrong state.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import chain, compress
from operator import not_

from briefing.analysis._gazetteer import Entry, Gazetteer, Kind, codes, first_word, gazetteer, plain
from briefing.analysis._longer_names import is_of_longer_name
from briefing.analysis._namesakes import (
    before,
    has_first_name,
    has_surname,
    is_acting,
    is_catalogued,
    is_common_word,
    is_given_name,
    is_of_family,
    is_titled,
)
from briefing.analysis._phrases import phrases
from briefing.analysis._told_states import beside, is_namesake, is_of_office
from briefing.languages.load import language_of
from briefing.model.records import dataclass
from briefing.model.span import Span
from briefing.model.state_list import State

_LONGEST_JOIN = 40
"""Characters between two names that may be one list."""

_BEHIND_DIGIT = re.compile(r"\d[ \u00a0\u202f]?\Z")
"""Before a name that is the symbol of a measure there: ``32 GB``."""


@dataclass(slots=True)
class Mention:
    """A phrase of the gazetteer in a text."""

    span: Span
    """Where."""
    entry: Entry
    """What it speaks of, and how."""
    is_listed: bool = False
    """Whether it stands beside another state, joined by a comma or an "and"."""
    is_placed: bool = False
    """Whether the word before says that it is a place: "in Jordan"."""
    is_told: bool = False
    """Whether an office or another state beside it tells that it is the state."""
    is_second: bool = False
    """Whether that other state stands before it."""
    is_given: bool = False
    """Whether a surname behind it makes it a person, unless the text speaks of the state."""


def is_state(code: str | None) -> bool:
    """Whether a code is a state's in the sense of this program."""
    return code in codes()


class StateReader:
    """Reads a text piece by piece and knows at any time which states it has named so far.

    Some names count only in the light of the whole text, which may use them for a person or speak
    for another place; they are kept apart until somebody asks.
    """

    def __init__(
        self, language: str | None, also: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Begin a text.

        Args:
            language: BCP 47; None is read as English.
            also: More names for a state, by code.
        """
        self._language = language or "en"
        self._own = _own_names(also)
        self._sure: dict[str, list[Mention]] = {}
        self._doubtful: dict[str, list[Mention]] = {}
        self._first: dict[str, int] = {}
        self._last: Mention | None = None
        self._surnames: set[str] = set()
        self._first_names: set[str] = set()
        self._plain: set[str] = set()
        self._clear: set[str] = set()
        states = language_of(self._language).states
        self._spoken_for, self._spoken_against = (
            _Evidence(states.evidence),
            _Evidence(states.against),
        )

    def read(self, text: str, piece: Span) -> list[Mention]:
        """Read the next piece.

        Returns:
            What may be a state's name there, in order; `counts` tells in the end whether it is.
        """
        line = piece.of(text)
        book = gazetteer(self._language, decomposed=not unicodedata.is_normalized("NFC", line))
        line = plain(line)
        found = tuple(phrases(line, book, self._own))
        paired = beside(line, found, book)
        names = []
        for start, entry in found:
            if not entry.code or entry.code not in book.names:
                continue
            at = Span(start, start + len(entry.phrase))
            mention = Mention(at.moved(piece.start), entry, is_told=start in paired)
            mention.is_second = paired.get(start, False)
            self._join(text, mention)
            if self._keep(mention, line, at, book) and entry.kind is Kind.NAME:
                names.append(mention)
        return names

    def _keep(self, mention: Mention, line: str, at: Span, book: Gazetteer) -> bool:
        """Keep what is or may be a mention; False for a person or a common word."""
        phrase, code = mention.entry.phrase, mention.entry.code
        if phrase not in book.rare:
            self._plain.add(code)
        head = before(line, at)
        if self._is_of_other(mention, line, at, head, book):
            return False
        if not mention.is_told and is_namesake(phrase, book):
            mention.is_told = is_of_office(line, at, phrase, book)
        if phrase not in book.doubtful and phrase not in book.rare:
            if mention.entry.kind is Kind.NAME and is_titled(head, book):
                return False
            if phrase in book.given and not mention.is_told and is_given_name(line, at, book):
                mention.is_given, mention.is_placed = True, self._is_placed(line, at, book)
                self._doubtful.setdefault(phrase, []).append(mention)
                return True
            self._clear.add(code)
            self._sure.setdefault(code, []).append(mention)
            return True
        mention.is_placed = self._is_placed(line, at, book)
        if (names := self._names_of_people(mention, line, at, book)) is not None:
            names.add(phrase)
            return False
        self._doubtful.setdefault(phrase, []).append(mention)
        return True

    def _is_of_other(
        self, mention: Mention, line: str, at: Span, head: str, book: Gazetteer
    ) -> bool:
        """Whether it stands for another thing: a common word, a street, a measure, a firm."""
        phrase = mention.entry.phrase
        if (
            book.square_before.search(head)
            or book.elsewhere.match(line, at.end)
            or (phrase in book.symbols and _BEHIND_DIGIT.search(line[: at.start]))
            or is_common_word(line, at, phrase, book)
        ):
            return True
        if mention.is_second or not is_of_longer_name(line, at, head, mention.entry, book):
            return False
        is_surname = unicodedata.normalize("NFC", phrase) in book.own.states.surnames
        if is_surname and has_first_name(line, at, book):
            self._surnames.add(phrase)
        return True

    @staticmethod
    def _is_placed(line: str, at: Span, book: Gazetteer) -> bool:
        """Whether the words beside a name say that it is a place."""
        begin = max(0, at.start - 20)
        is_led = book.place_before.search(line, begin, at.start) is not None
        return is_led or book.place_behind.match(line, at.end) is not None

    def _names_of_people(
        self, mention: Mention, line: str, at: Span, book: Gazetteer
    ) -> set[str] | None:
        """The set that a name belongs to where it stands for somebody; None where it does not."""
        if mention.is_told or (mention.is_placed and book.own.sentences.capital_nouns):
            return None  # "in Israel Soldaten"
        if has_surname(line, at, book) or is_of_family(line, at, book):
            return self._first_names
        if is_catalogued(line, at, book):
            return self._first_names
        if not has_first_name(line, at, book):
            return None
        # "Michael Jordan Returns", "Wealthy Britain Could Learn": a headline cannot tell
        return set() if is_acting(line, at, book) else self._surnames

    def _join(self, text: str, mention: Mention) -> None:
        """Notice that it stands beside the mention before it."""
        last, self._last = self._last, mention
        if last is None or last.entry.code == mention.entry.code:
            return
        end, start = last.span.end, mention.span.start
        if start - end > _LONGEST_JOIN:
            return
        if gazetteer(self._language).joining.fullmatch(plain(text[end:start])):
            last.is_listed |= mention.entry.kind is Kind.NAME
            mention.is_listed |= last.entry.kind is Kind.NAME

    def look_for_evidence(self, text: str, end: int) -> None:
        """Let the text up to a place tell what rare names mean there."""
        for evidence in (self._spoken_for, self._spoken_against):
            evidence.reach(text, end)

    def counts(self, mention: Mention) -> bool:
        """Whether a mention is one, by all that was read so far."""
        phrase, code = mention.entry.phrase, mention.entry.code
        is_of_place = mention.is_listed or mention.is_placed
        if mention.is_told or (mention.is_given and not is_of_place):
            return mention.is_told or code in self._clear
        if phrase in self._surnames and not is_of_place:
            return False
        if phrase in self._first_names and not is_of_place and code not in self._clear:
            return False
        if unicodedata.normalize("NFC", phrase) not in gazetteer(self._language).rare:
            return True
        if code in self._spoken_against:
            return False
        return code in self._spoken_for or mention.is_listed or code in self._plain

    def states(self) -> tuple[State, ...]:
        """The states so far, by first mention."""
        found = {code: list(mentions) for code, mentions in self._sure.items()}
        for mention in chain.from_iterable(self._doubtful.values()):
            if self.counts(mention):
                found.setdefault(mention.entry.code, []).append(mention)
        names = gazetteer(self._language).names
        states = [_state(code, names[code], mentions) for code, mentions in found.items()]
        return tuple(sorted(states, key=_first_start))


class _Evidence:
    """Words that tell of a state. They are looked for where somebody asks, which is seldom."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        """Begin a text; the words are by code."""
        self._words = words
        self._text, self._end = "", 0
        self._found: set[str] = set()
        self._looked_until: dict[str, int] = {}

    def reach(self, text: str, end: int) -> None:
        """Take the text up to a place into account."""
        self._text, self._end = text, end

    def __contains__(self, code: str) -> bool:
        """Whether a word that tells of a state stands in the text."""
        begin = self._looked_until.get(code, 0)
        self._looked_until[code] = self._end
        words = () if code in self._found else self._words.get(code, ())
        if any(self._text.find(word, begin, self._end) >= 0 for word in words):
            self._found.add(code)
        return code in self._found


def _state(code: str, name: str, mentions: list[Mention]) -> State:
    mentions.sort(key=lambda mention: mention.span.start)
    is_name = [mention.entry.kind is Kind.NAME for mention in mentions]
    spans = [mention.span for mention in mentions]
    others = compress(spans, map(not_, is_name))
    return State(code, name, tuple(compress(spans, is_name)), tuple(others))


def _first_start(state: State) -> int:
    return min(spans[0].start for spans in (state.mentions, state.other_mentions) if spans)


def _own_names(also: Mapping[str, Sequence[str]] | None) -> dict[str, list[Entry]]:
    own: dict[str, list[Entry]] = {}
    for code, names in (also or {}).items():
        for name in names:
            if name.strip():
                entry = Entry(plain(name.strip()), code, Kind.NAME)
                own.setdefault(first_word(entry.phrase), []).append(entry)
    return own
