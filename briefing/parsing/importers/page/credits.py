"""Lines between the paragraphs of an article that name a photographer, or an author once more.

Only what is certain goes: a line of its own, without the sign that ends a sentence, of names and
the small words between them. A heading such as “By Age Group” is told from a name by its words,
which the text has as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.languages.phrases import any_of, before_word
from briefing.parsing.bare_names import Counts, bare_names
from briefing.parsing.headings import is_byline_or_date, without_by
from briefing.parsing.importers.page.pieces import Piece, has_sentence
from briefing.text.lines import letters_of

_LONGEST = 100
"""Characters of such a line."""
_MOST_NAMED = 5
"""Words of one photographer or agency."""
_FEW = 2
"""Words that need no capital: an agency such as ``dpa``."""
_PARTS = re.compile(r"\s*[/|,;&+()©–—]\s*|\s-\s")
_MARKED = re.compile(r"[*+>|#-] |\d+[.)] |`")
"""What the Markdown of a list, a quote, a table or code begins with."""
_SIGN = re.compile(r"\W*©\s*")
_WORD = re.compile(r"[^\W\d_]+")


def without_credits(pieces: Sequence[Piece], authors: Iterable[str]) -> list[Piece]:
    """The blocks of an article without credits of photographers and bylines.

    Args:
        pieces: The blocks.
        authors: Who is known to have written it.
    """
    known = frozenset(map(letters_of, authors))
    lines = {at for at, piece in enumerate(pieces) if _is_line(piece)}
    named = {at for at in lines if _is_byline(pieces[at].text)}
    pictured = {at for at in lines if is_photo_credit(pieces[at].text)}
    told = [piece for at, piece in enumerate(pieces) if at not in pictured | named]
    counts: Counts = _counted(told, {pieces[at].text for at in named}) if named else {}
    bylines = {at for at in named if _names_somebody(pieces[at].text, known, counts)}
    gone = bylines | pictured
    return [piece for at, piece in enumerate(pieces) if at not in gone]


def is_photo_credit(line: str) -> bool:
    """Whether a line says whose a picture is, and nothing else: ``Photo: Anna Berg / Reuters``."""
    return _names_after(_before_names().match(line) or _SIGN.match(line), line)


def is_caption_credit(line: str) -> bool:
    """The same of the words at the end of a caption, which may name a source as well."""
    return is_photo_credit(line) or _names_after(_before_sources().match(line), line)


def _names_after(match: re.Match[str] | None, line: str) -> bool:
    if match is None or has_sentence(f"{match[0].rstrip('.… ')} {line[match.end() :]}"):
        return False
    parts = [part for part in _PARTS.split(line[match.end() :]) if part]
    return bool(parts) and all(map(_is_named, parts))


def _is_line(piece: Piece) -> bool:
    """Whether a block is a short line of its own."""
    if piece.is_picture or "\n" in piece.text or len(piece.text) > _LONGEST:
        return False
    return bool(piece.level) or _MARKED.match(piece.markdown) is None


def _is_byline(line: str) -> bool:
    return without_by(line) != line and is_byline_or_date(line) and not has_sentence(line)


def _names_somebody(line: str, known: frozenset[str], counts: Counts) -> bool:
    """Whether what follows the word of a byline is a name, and no subject of the text."""
    names = [name for name in between_names().split(without_by(line).strip()) if name]
    return known.issuperset(map(letters_of, names)) or bool(bare_names(names, counts))


def _counted(told: Sequence[Piece], named: Iterable[str]) -> Counts:
    """How often each word stands in a text and in its bylines, of which the same may be two."""
    texts = (*named, *(piece.text for piece in told))
    return Counter(word for text in texts for word in _WORD.findall(text.casefold()))


def _is_named(part: str) -> bool:
    """Whether words may be a photographer or an agency."""
    words = part.split()
    if len(words) > _MOST_NAMED:
        return False
    small = _small_words()
    return len(words) <= _FEW or all(word in small or not word[0].islower() for word in words)


@lru_cache(maxsize=1)
def _before_names() -> re.Pattern[str]:
    words = any_of(word for own in every_language() for word in own.captions.pictured)
    by = before_word(word for own in every_language() for word in own.captions.byline)
    return re.compile(rf"(?i)\W*(?:{words})\s*(?:[:©/]\s*|\s(?:{by}))")


@lru_cache(maxsize=1)
def _before_sources() -> re.Pattern[str]:
    words = any_of(word for own in every_language() for word in own.captions.credit)
    return re.compile(rf"(?i)\W*(?:{words})\s*(?::|…|\.{{3}})\s*")


@lru_cache(maxsize=1)
def between_names() -> re.Pattern[str]:
    """What parts the names of several authors."""
    words = any_of(word for own in every_language() for word in own.lists.conjunctions)
    return re.compile(rf"(?i)\s*[,;&]\s*(?:(?:{words})\s+)?|\s+(?:{words})\s+")


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    """Small words inside and between names, and before them."""
    every = [own.captions for own in every_language()]
    return frozenset(word for own in every for word in (*own.joints, *own.byline))
