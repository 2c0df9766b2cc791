"""Titles and headings in texts that do not mark them.

A heading is a line of its own, short, without the sign that ends a sentence, and above a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.languages.phrases import any_of
from briefing.model.records import dataclass
from briefing.text.lines import one_line

MOST_WORDS = 12
"""Words that a heading has at most."""
MOST_CHARACTERS = 90
"""Characters that a heading has at most."""
LONGEST_RUN = 3
"""More short lines than this, one below the other, are a list or an address."""
_TITLE_WORDS, _TITLE_CHARACTERS = 30, 250
_HEAD = 4
"""How many of the first lines may be a byline or a date."""

_FINAL = ".!…;:,。।"
_GOES_ON = "–—-"
"""Signs behind which a sentence goes on below, as behind the place of a report."""
_CLOSERS = "\"'»”’)]*_"
_ASKED = re.compile(r"[?؟？][!！]\Z")
"""What ends a question that is called out, as the one before a heading's end is."""
_ABBREVIATED = re.compile(r"\b[A-ZÀ-Þ]{1,2}\.\Z")
_BULLET = re.compile(r"[-–—*+•·▪◦‣○●►▶→✓.][ \t]|[-_*=~#]{3,}|[^\w\s]+\Z")
_COLUMNS = re.compile(r"\S {3,}\S")
_APART = re.compile(r"[a-z]{3,10}://\S+|\[[^\]]*\]")
"""What stands alone on a line and is no heading: an address, or a remark in brackets."""
_SPEECH = re.compile(
    r"[?!.,…][\"”»“](?:\s|\Z)|\A[\"“«„][^\"”»“]*\Z|\A[\"“«„].*[?!…]?[\"”»“][?!]?\Z"
)
"""Words that somebody says: their last sign stands inside the quotation, or they go on below."""
_FEW_SPEECHES = 2
"""Lines of speech that a text without conversations may have, as its headings."""
_SPEAKER_DASH = re.compile(r"(?:--|[—―])(?=[^\W\d_«“\"]|[«“\"¿¡])")
_FIELD = re.compile(r"(?!\S* ?[A-ZÀ-Þ]+:)[^\W\d_]{2,}(?: [^\W\d_]+){0,2}: +\S")
"""What a line of a head begins with, as in letters and memos: ``Date: 3 May``."""
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zA-Z])[.)]\s")


@dataclass(frozen=True, slots=True)
class _Credits:
    """Words of lines that name a photographer or an author, in any language."""

    caption: re.Pattern[str]
    byline: re.Pattern[str]
    joints: frozenset[str]


@lru_cache(maxsize=1)
def _credits() -> _Credits:
    every = [own.captions for own in every_language()]
    credit = any_of(word for own in every for word in own.credit)
    byline = any_of(word for own in every for word in own.byline)
    return _Credits(
        caption=re.compile(rf"(?i)(?:{credit})\b[^\w]*[:©/]"),
        byline=re.compile(rf"(?i:{byline}):?\s+(?=[A-ZÀ-Þ])(?!.*\d)"),
        joints=frozenset(word for own in every for word in own.joints),
    )


def is_title_like(line: str) -> bool:
    """Whether a line can be the title of the text that follows."""
    return (
        _is_flush_line(line)
        and len(line) <= _TITLE_CHARACTERS
        and len(line.split()) <= _TITLE_WORDS
        and not _ends_a_sentence(line, _FINAL.replace("!", ""))
        and line == one_line(line)
    )


def find_headings(
    blocks: Sequence[str | None], first: int = 0, most_words: int = MOST_WORDS
) -> frozenset[int]:
    """Which blocks are headings.

    Args:
        blocks: The blocks of a text in order: those of one line, and None for longer ones.
        first: Where the text begins after its title.
        most_words: Words that a heading has at most.

    Returns:
        0-based indices into ``blocks``.
    """
    no_headings = _spoken(blocks) | _fields(blocks)
    short = [
        block is not None
        and is_heading_like(block, most_words)
        and not _is_credit(block, index - first)
        and index not in no_headings
        for index, block in enumerate(blocks)
    ]
    found: set[int] = set()
    index = first
    while index < len(blocks):
        end = index
        while end < len(blocks) and short[end]:
            end += 1
        if 0 < end - index <= LONGEST_RUN and end < len(blocks) and not _is_rule(blocks[end]):
            found.update(_without_numbered(blocks, index, end))
        index = end + 1
    return frozenset(found)


def _is_rule(block: str | None) -> bool:
    """Whether a block is a row of signs, which ends what stands above it."""
    return block is not None and not any(map(str.isalnum, block))


def _spoken(blocks: Sequence[str | None]) -> frozenset[int]:
    """The lines of conversations; a text that has none may have headings of their form."""
    said = [i for i, block in enumerate(blocks) if block and _SPEECH.search(block)]
    return frozenset(said if len(said) > _FEW_SPEECHES else ())


def _fields(blocks: Sequence[str | None]) -> frozenset[int]:
    """The lines of a head: several of them, one right below the other."""
    found = {index for index, block in enumerate(blocks) if block and _FIELD.match(block)}
    return frozenset(index for index in found if found & {index - 1, index + 1})


def _without_numbered(blocks: Sequence[str | None], start: int, end: int) -> range:
    """A run of short lines, unless it counts them: that is a list."""
    numbered = sum(_NUMBERED.match(block or "") is not None for block in blocks[start:end])
    return range(start, start) if numbered > 1 else range(start, end)


def is_heading_like(line: str, most_words: int = MOST_WORDS) -> bool:
    """Whether a line has the form of a heading, whatever stands around it."""
    return (
        _is_flush_line(line)
        and len(line) <= MOST_CHARACTERS
        and sum(any(map(str.isalnum, word)) for word in line.split()) <= most_words
        and not _ends_a_sentence(line, f"{_FINAL}{_GOES_ON}")
        and _APART.fullmatch(line) is None
        and _SPEAKER_DASH.match(line) is None
    )


def _is_flush_line(line: str) -> bool:
    """Whether it has letters, no indent, no columns and no bullet."""
    return (
        any(char.isalpha() for char in line)
        and _COLUMNS.search(line) is None
        and not line[0].isspace()
        and "\t" not in line
        and _BULLET.match(line) is None
    )


def _ends_a_sentence(line: str, final: str) -> bool:
    bare = line.rstrip(_CLOSERS)
    if _ASKED.search(bare):
        return False
    return bare[-1:] in final and _ABBREVIATED.search(bare) is None if bare else True


def _is_credit(line: str, index: int) -> bool:
    """Whether a line names a photographer, or near the top an author or a date."""
    if _credits().caption.match(line):
        return True
    return index < _HEAD and (_is_byline(line) or _is_date(line))


def is_byline_or_date(line: str) -> bool:
    """Whether a line says who wrote a text, or when."""
    return _is_byline(line) or _is_date(line)


def without_by(name: str) -> str:
    """A name without the word before it that says whose text it is."""
    match = _credits().byline.match(name)
    return name if match is None else name[match.end() :]


def _is_byline(line: str) -> bool:
    match = _credits().byline.match(line)
    if match is None:
        return False
    words = [word for word in re.split(r"[\s,]+", line[match.end() :]) if word]
    return len(words) <= 8 and all(w[0].isupper() or w.lower() in _credits().joints for w in words)


def _is_date(line: str) -> bool:
    """Whether numbers of a day, a year or a time are much of a short line."""
    digits = sum(char.isdigit() for char in line)
    letters = sum(char.isalpha() for char in line)
    is_timed = re.search(r"\d{1,2}[.:h/]\d{2}|\b(?:19|20)\d\d\b", line) is not None
    return is_timed and digits >= 4 and letters <= 30
