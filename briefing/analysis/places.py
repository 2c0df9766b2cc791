"""The states that a text names.

Every word is looked up as the beginning of a known phrase, and the longest phrase that ends at a
word's end wins. Names that are also people's, birds' or other places' are left out unless the text
itself speaks for the state: silence is better than a wrong state.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.analysis._gazetteer import Entry, Gazetteer, Kind, codes, first_word, gazetteer, plain
from briefing.analysis.language_code import base_language
from briefing.model.span import Span
from briefing.model.state_list import State

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_JOIN = re.compile(
    r"\s*[,;]?\s*(?:(?:e|ed|and|und|et|y|sowie|oder|o|or|ou|u)\s+)?"
    r"(?:(?:the|la|le|les|el|il|lo|los|las|i|gli|der|die|das|den|dem)\s+|l')?"
)
_BEGINS_SENTENCE = re.compile(r"(?:\A|[.!?:…]\s+|\n\s*|[\"“«(]\s*)\Z")
_ARTICLE_BEFORE = re.compile(r"\b(?:the|a|your|whole|roast|una|un)\s\Z", re.IGNORECASE)
_ATTRIBUTE = re.compile(r" [^\W\d_A-Z]{3,}")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A phrase of the gazetteer in a text."""

    span: Span
    entry: Entry


def find_states(
    text: str,
    language: str | None,
    also: Mapping[str, Sequence[str]] | None = None,
    codes: Collection[str] | None = None,
) -> tuple[State, ...]:
    """The states that a text speaks of, by first mention.

    Args:
        text: A reading text.
        language: BCP 47; None is read as English.
        also: More names for a state, by code, as an editor's list gives them.
        codes: Give only these; None for all.

    Returns:
        States with their mentions by name, and by adjective or capital. A state that is never
        named, but has one of the latter, has no `mentions`.
    """
    book = gazetteer(language or "en", decomposed=not unicodedata.is_normalized("NFC", text))
    own = _own_names(also)
    readable = plain(text)
    hits = [hit for hit in _hits(readable, book, own, language) if hit.entry.code]
    hits = _without_doubtful(readable, hits, book)
    return tuple(
        State(code, book.names[code], by_name, by_other)
        for code, (by_name, by_other) in _grouped(hits).items()
        if code in book.names and (codes is None or code in codes)
    )


def is_state(code: str | None) -> bool:
    """Whether a code is a state's in the sense of this program."""
    return code in codes()


def _own_names(also: Mapping[str, Sequence[str]] | None) -> dict[str, list[Entry]]:
    own: dict[str, list[Entry]] = {}
    for code, names in (also or {}).items():
        for name in names:
            if name.strip():
                entry = Entry(plain(name.strip()), code, Kind.NAME)
                own.setdefault(first_word(entry.phrase), []).append(entry)
    return own


def _hits(
    text: str, book: Gazetteer, own: Mapping[str, list[Entry]], language: str | None
) -> Iterator[_Hit]:
    known = book.by_first_word
    strict = base_language(language or "en") == "en"
    end = 0
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if match.start() < end or not (word in known or word in own):
            continue
        for entry in (*own.get(word, ()), *known.get(word, ())):
            if _stands(entry, text, match.start(), strict=strict):
                end = match.start() + len(entry.phrase)
                yield _Hit(Span(match.start(), end), entry)
                break


def _stands(entry: Entry, text: str, start: int, *, strict: bool) -> bool:
    end = start + len(entry.phrase)
    written = text[start:end]
    if not _same(entry, written, strict=strict):
        return False
    if end < len(text) and (text[end].isalnum() or unicodedata.combining(text[end])):
        return False
    return len(entry.phrase) > 2 or not _is_shouting(text, start, end)


def _same(entry: Entry, written: str, *, strict: bool) -> bool:
    phrase = entry.phrase
    if written == phrase:
        return True
    if written.lower() != phrase.lower():
        return False
    if phrase.isupper() and len(phrase) < 5:
        return False
    if entry.kind is Kind.ADJECTIVE and not (strict or phrase[0].isupper()):
        return True
    return written[0] == phrase[0]


def _is_shouting(text: str, start: int, end: int) -> bool:
    """Whether the words around are all in capitals, so that US may be "us"."""
    around = [word for word in _WORD.findall(text[max(0, start - 20) : end + 20]) if len(word) > 2]
    return bool(around) and all(word.isupper() for word in around)


def _without_doubtful(text: str, hits: list[_Hit], book: Gazetteer) -> list[_Hit]:
    kept: list[_Hit] = []
    silent = _other_senses(text, hits, book)
    for index, hit in enumerate(hits):
        phrase = hit.entry.phrase
        if phrase in silent and not _is_listed(text, hits, index):
            continue
        if phrase in book.doubtful | book.rare and _is_of_a_person(text, hit.span, book):
            continue
        if phrase in book.wary and _is_common_word(text, hit.span):
            continue
        if phrase in book.rare and not _has_evidence(text, hits, index, book):
            continue
        kept.append(hit)
    return kept


def _other_senses(text: str, hits: list[_Hit], book: Gazetteer) -> set[str]:
    """The doubtful phrases that this text uses for somebody."""
    return {
        hit.entry.phrase
        for hit in hits
        if hit.entry.phrase in book.doubtful | book.rare and _is_of_a_person(text, hit.span, book)
    }


def _is_of_a_person(text: str, span: Span, book: Gazetteer) -> bool:
    after = re.match(r" ([^\W\d_]\w+)", text[span.end : span.end + 30])
    if after and after[1][0].isupper() and after[1] not in book.offices:
        return not after[1].isupper()
    before = re.search(r"([^\W\d_][\w.\-]*) \Z", text[max(0, span.start - 30) : span.start])
    if before is None or (before[1].endswith(".") and len(before[1]) > 2):
        return False
    return before[1][0].isupper() and before[1].lower().strip(".") not in book.small_words


def _is_common_word(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 10) : span.start]
    if article := _ARTICLE_BEFORE.search(before):
        # "the Turkey striker": mid-sentence the bird has no capital.
        is_attribute = _ATTRIBUTE.match(text[span.end : span.end + 10]) is not None
        return not (is_attribute and article[0].islower())
    follows = text[span.end : span.end + 2]
    is_plainly_name = follows[:1] in (",", ":", "'", ")", "-", "/", "")
    return bool(_BEGINS_SENTENCE.search(before)) and not is_plainly_name and span.of(text) == "Usa"


def _is_listed(text: str, hits: list[_Hit], index: int) -> bool:
    """Whether it stands beside another state, joined by a comma or an "and"."""
    return any(
        0 <= other < len(hits)
        and hits[other].entry.kind is Kind.NAME
        and hits[other].entry.code != hits[index].entry.code
        and _JOIN.fullmatch(_between(text, hits[index].span, hits[other].span))
        for other in (index - 1, index + 1)
    )


def _between(text: str, one: Span, other: Span) -> str:
    first, second = sorted((one, other))
    return text[first.end : second.start]


def _has_evidence(text: str, hits: list[_Hit], index: int, book: Gazetteer) -> bool:
    code = hits[index].entry.code
    if any(word in text for word in book.against.get(code, ())):
        return False
    if any(word in text for word in book.evidence.get(code, ())):
        return True
    others = (hit.entry for hit in hits if hit.entry.code == code)
    return _is_listed(text, hits, index) or any(e.phrase not in book.rare for e in others)


def _grouped(hits: list[_Hit]) -> dict[str, tuple[tuple[Span, ...], tuple[Span, ...]]]:
    found: dict[str, tuple[list[Span], list[Span]]] = {}
    for hit in hits:
        named, other = found.setdefault(hit.entry.code, ([], []))
        (named if hit.entry.kind is Kind.NAME else other).append(hit.span)
    return {code: (tuple(named), tuple(other)) for code, (named, other) in found.items()}
