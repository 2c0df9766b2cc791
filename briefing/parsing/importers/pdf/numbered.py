"""Lines that begin with a word and a number: of a table or figure, and of a chapter."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.languages.phrases import any_of

SECTION = r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})"
"""The number of a section, without what stands behind it; of others a letter tells."""
_SIGN = r"(?:[^\W\d_]{1,2}[.°º]{0,2}[°ºo]?\s?)?"
"""What may stand before a number, as in “Nr. 3” and “n.º 3”."""
_NUMBER = r"(?:[A-Z]-?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?"
_CAPTION = re.compile(rf"[^\W\d_]{{3,12}}\.? {_SIGN}{_NUMBER}(?:[.:|–—]|-\s)\s*\S")
_ITEM = re.compile(r"[^\W\d_]{3,12} \d{1,2}\.\d{1,2}\.?\s+[^\W\d_]")
_SECTION = re.compile(r"[IVXLC]{1,6}\.|[A-H]\.|§ ?\d{1,3}[.]?")
_COUNTED = re.compile(
    r"(?:[^\W\d_]{3,12} )?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}\b)(?:[.):]|\s)|[A-H]\. "
)
_CHAPTER = re.compile(r"[^\W\d_]{3,12} (?:\d{1,3}|[IVXLC]{1,6}|[A-Z])[.:]?\Z")


def is_caption(text: str) -> bool:
    """Whether a line begins as the words at a table or a figure do, as “Table A-2. Boats”."""
    return _CAPTION.match(text) is not None or _named().match(text) is not None


def is_item(text: str) -> bool:
    """Whether a line begins with a word, the number of a part and a title: “Item 2.02 Results”."""
    return _ITEM.match(text) is not None and re.match(rf"(?i:{_words()})\b", text) is None


def is_caption_label(text: str) -> bool:
    """Whether words are nothing but those for a table or a figure and its number, as “Fig. 3:”."""
    return _label().fullmatch(text) is not None


def names_picture(text: str) -> bool:
    """Whether words begin with one for a table or a figure and its number, or are nothing else."""
    return any(kind.match(text) for kind in (_named(), _named_loosely())) or is_caption_label(text)


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?i:{_words()})\.? {_SIGN}{_NUMBER}\s?[.:|–—)]?")


@lru_cache(maxsize=1)
def _words() -> str:
    return any_of(word for language in every_language() for word in language.captions.numbered)


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """A word for a table or a figure, with a number, a letter or a bracket behind it."""
    number = rf"(?:{_NUMBER}\s?(?:[.:|–—)]|-\s)|(?:[A-Z]|[IVXLC]{{1,6}})\s?[.:|–—)])"
    return re.compile(rf"(?i:{_words()})\.? {_SIGN}{number}\s*\S")


@lru_cache(maxsize=1)
def _named_loosely() -> re.Pattern[str]:
    """The same with nothing but a space before other words, of which the first has a capital."""
    return re.compile(rf"(?i:{_words()})\.? {_SIGN}{_NUMBER}\s+[^\W\d_a-zß-ÿ]")


def is_chapter_number(text: str) -> bool:
    """Whether a line is nothing but a word and the number of a chapter, a part or an appendix."""
    return _CHAPTER.match(text) is not None


def begins_counted(text: str) -> bool:
    """Whether words begin with the number of a section, or with a word and one: “Article 3 – …”."""
    return _COUNTED.match(text) is not None


def is_section_number(text: str) -> bool:
    """Whether a line is nothing but the number of a section, as “II.”."""
    return _SECTION.fullmatch(text) is not None
