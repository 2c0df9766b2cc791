"""Words that were parted at the end of a line, joined again; real hyphens stay.

Which of the two a hyphen is cannot be seen from the line. What the rest of the document writes
decides: a word that stands whole elsewhere is joined, one that stands hyphenated elsewhere keeps
its hyphen, and so does one whose two parts both stand elsewhere as words of their own, or of which
one is known to be written so ("self-", "-based"), in any language or in that of the text. Capitals
and numbers behind a hyphen keep it, as in "Soekarno-Hatta" and "COVID-19", and so does a word that
stands for two, as in "short- and long-term". No word is parted behind or before a single letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache

from briefing.languages.language import Language
from briefing.languages.load import every_language
from briefing.parsing.importers.pdf.lines import HYPHEN
from briefing.parsing.importers.pdf.looks import bare, without_leading

_WORD = re.compile(r"[^\W\d_]++(?:[-‐][^\W\d_]++)*+(?![-‐](?:\s|\Z))")
"""A word, not a part of one before a hyphen at the end of a line or a cell."""
_HEAD = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*\Z")
_TAIL = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
_ATTACHED = re.compile(r"\s\Z|\w[-‐–/]\Z|https?:/{1,2}\Z|https?://[^\s]*[/._=&?%#-]\Z|[^\W_]—\Z")
"""What a line ends with where no space follows: a dash or a slash between words, an address."""
_OF_NAME = re.compile(r"([^\W\d_A-ZÀ-Þ]{2,5})-[A-ZÀ-Þ]")
"""A small word and a name behind it."""
_APOSTROPHES = ("'", "’")
_SHORTEST_JOINT = 3
"""Letters of a word that joins two others and is no end of one."""
_SHORTEST_PART = 4
"""Letters of a part that is a word of its own."""


@lru_cache(maxsize=1)
def _before() -> frozenset[str]:
    """Words that keep a hyphen before them, in any language."""
    tables = (language.hyphens for language in every_language())
    return frozenset(word for table in tables for word in table.before)


@lru_cache(maxsize=1)
def _joints() -> frozenset[str]:
    """Words that join two others, in any language; shorter ones end words, too."""
    words = (word for language in every_language() for word in language.lists.conjunctions)
    return frozenset(word for word in words if len(word) >= _SHORTEST_JOINT)


def _is_attached(above: str, below: str) -> bool:
    """Whether no space follows a line; behind a full stop an address goes on as none begins."""
    if _ATTACHED.search(above) is None:
        return False
    return not above.endswith(".") or not bare(below)[:1].isupper()


class Hyphens:
    """Joins lines.

    Args:
        lines: All lines of the document, in order; parts of words are not counted as words.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.words = Counter[str]()
        is_parted = False
        for line in lines:
            words = [word.casefold() for word in _WORD.findall(line)]
            ends_parted = line.endswith(HYPHEN)
            self.words.update(words[is_parted : len(words) - ends_parted])
            is_parted = ends_parted

    def join(self, above: str, below: str, begun: str = "") -> str:
        """The upper of two lines, with what stands between its last word and the other's first.

        Args:
            above: The upper line.
            below: The lower line.
            begun: The first part of a word that the upper line goes on with, if there is one.
        """
        if not above or not below:
            return above
        if not above.endswith(HYPHEN):
            return above if _is_attached(begun + above, below) else f"{above} "
        above, below = above[: -len(HYPHEN)], without_leading(below)
        head, tail = _HEAD.search(above), _TAIL.match(below)
        if head is None or tail is None:
            return f"{above}-"
        if not below[:1].islower():
            whole, hyphenated = (self._count(head[0], tail[0], sign) for sign in ("", "-"))
            return above if whole > hyphenated else f"{above}-"
        if self.is_shared(head[0], tail[0]):
            return f"{above}- "
        is_elided = above[: head.start()].endswith(_APOSTROPHES)
        is_elided = is_elided or below[tail.end() :].startswith(_APOSTROPHES)
        is_kept = not is_elided and _is_too_short(head[0], tail[0])
        is_kept = is_kept or self._is_name(head[0], tail[0])
        return f"{above}-" if is_kept or self.is_real(head[0], tail[0]) else above

    def joined(self, text: str) -> str:
        """A text with the signs of hyphens inside it resolved."""
        first, *parts = text.split(HYPHEN)
        for part in parts:
            first = self.join(first + HYPHEN, part) + part
        return first

    def _count(self, head: str, tail: str, sign: str) -> int:
        """How often a word of two parts stands in the document, with a sign between them."""
        return self.words[f"{head}{sign}{tail}".casefold()]

    def is_shared(self, head: str, tail: str) -> bool:
        """Whether a word is cut short before "and", since it shares its end with a later one."""
        return tail in _joints() and not self.words[f"{head}{tail}".casefold()]

    def is_real(self, head: str, tail: str) -> bool:
        """Whether a hyphen between two parts belongs to the word."""
        head, tail = head.casefold(), tail.casefold()
        whole, hyphenated = self.words[head + tail], self.words[f"{head}-{tail}"]
        if whole or hyphenated:
            return hyphenated > whole
        if "-" in head or "-" in tail:
            return self._is_of_several(head, tail)
        if tail in _before() and len(head) >= _SHORTEST_PART:
            return True
        are_words = self.words[head] and self.words[tail] and not self.language.hyphens.closed
        is_long = min(len(head), len(tail)) >= _SHORTEST_PART
        return (bool(are_words) and is_long) or self._is_written_so(head, tail)

    def _is_of_several(self, head: str, tail: str) -> bool:
        """Whether a hyphen is one of several in a word, between two words of their own."""
        parts = head.rpartition("-")[2], tail.partition("-")[0]
        small = self.language.detection.common
        known = [bool(self.words[part]) for part in parts]
        is_small = parts[0] in small or (parts[1] in small and known[0])
        return _is_too_short(*parts) or is_small or all(known) or self.is_real(*parts)

    def _is_name(self, head: str, tail: str) -> bool:
        """Whether parts are of a place named after another: ``Port-sur-Mer``."""
        match, own = _OF_NAME.match(tail), self.language
        if match is None or not head[0].isupper() or own.hyphens.closed:
            return False
        return match[1] in {*own.detection.common, *own.lists.articles, *own.lists.prepositions}

    def _is_written_so(self, head: str, tail: str) -> bool:
        """Whether a word of the language of the text has a hyphen there."""
        own = self.language.hyphens
        return head in own.behind or any(
            head.endswith(end) and tail in tails for end, *tails in own.pairs
        )

    @cached_property
    def language(self) -> Language:
        """The language of the document, by its small words."""
        return max(every_language(), key=self._share)

    def _share(self, language: Language) -> int:
        return sum(map(self.words.__getitem__, language.detection.common))


def _is_too_short(head: str, tail: str) -> bool:
    """Whether parts are none of one word: a number, a single letter."""
    return head[-1:].isdigit() or len(head.rpartition("-")[2]) == 1 or tail[1:2] in ("", "-")
