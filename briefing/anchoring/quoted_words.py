"""A quotation as a row of words, with what its editor did to it set apart.

An ellipsis leaves words of the source out; what stands between brackets is the editor's own and may
stand for some of them. Brackets within a word (``[T]he``, ``walk[ed]``) leave it one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from briefing.anchoring.tokens import Tokens, tokenize
from briefing.model.span import Span

_DOTS = r"(?:…|\.{3,}|\.(?: \.){2,3})"
_ELLIPSIS = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}")
_EDITED = re.compile(rf"{_ELLIPSIS.pattern}|\[[^\]\n]*\]")
_IN_WORD = re.compile(r"(?<!\w)\[(\w{1,3})\](?=\w)|(?<=\w)\[(\w*)\](?!\w)")
"""Brackets around the beginning or the end of a word."""
_JOINER = "\u2060"
"""Stands in the place of such a bracket: it parts no word and counts for nothing."""
_STEM_LEAST, _ENDING_MOST = 2, 4
"""Letters before ``[ed]``; letters that the word of the source may have instead."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor did before a word of a quotation."""

    is_ellipsis: bool = False
    """Whether words were left out there."""
    inserted: str = ""
    """What was put in, without its brackets."""


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """The words of a quotation."""

    text: str
    """The quotation as it is written."""
    tokens: Tokens
    """Its words, without what stands between brackets; places are those in `text`."""
    edits: Mapping[int, Edit]
    """What was done, by the word before which."""
    stems: Mapping[int, str]
    """Of words with an ending in brackets, what stands before that, folded."""

    def __len__(self) -> int:
        return len(self.tokens)

    @property
    def pieces(self) -> list[list[str]]:
        """Its words, folded, parted where the editor did something."""
        cuts = sorted({0, *self.edits, len(self)})
        return [self.tokens.words[first:last] for first, last in pairwise(cuts)]

    def is_form(self, index: int, word: str) -> bool:
        """Whether a folded word of the source has the stem of a word with another ending."""
        stem = self.stems.get(index)
        if stem is None or not word.startswith(stem):
            return False
        return len(word) <= len(stem) + _ENDING_MOST

    def span(self, first: int, last: int) -> Span:
        """The characters of some words, the last included."""
        return Span(self.tokens.starts[first], self.tokens.ends[last])

    def written(self, first: int, last: int) -> str:
        """Some words, the last included, without brackets."""
        return self.span(first, last).of(self.tokens.text).replace(_JOINER, "")


def read_quotation(text: str) -> QuotedWords:
    """The words of a quotation, and what its editor did."""
    joined = _IN_WORD.sub(lambda found: f"{_JOINER}{found[1] or found[2] or ''}{_JOINER}", text)
    tokens = tokenize(_EDITED.sub(lambda found: " " * len(found[0]), joined))
    edits: dict[int, Edit] = {}
    for match in _EDITED.finditer(joined):
        at = sum(1 for start in tokens.starts if start < match.start())
        known = edits.get(at, Edit())
        if _ELLIPSIS.fullmatch(match[0]):
            edits[at] = Edit(True, known.inserted)
        else:
            edits[at] = Edit(known.is_ellipsis, f"{known.inserted} {match[0][1:-1]}".strip())
    return QuotedWords(text, tokens, edits, dict(_stems(text, tokens)))


def _stems(text: str, tokens: Tokens) -> Iterator[tuple[int, str]]:
    for match in _IN_WORD.finditer(text):
        index = tokens.between(match.start() - 1, match.start())[0]
        if match[2] is None or index >= len(tokens):
            continue
        stem = "".join(tokenize(text[tokens.starts[index] : match.start()]).words)
        if len(stem) >= _STEM_LEAST:
            yield index, stem
