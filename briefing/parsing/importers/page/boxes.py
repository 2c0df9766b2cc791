"""Boxes below an article that their headings name: who wrote it, newsletters, the way to comment.

A heading alone is no proof in the middle of a text, so only the last ones count, with the little
text below them; and a table of contents, wherever it stands, with the list that leads to sections.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from briefing.languages.load import every_language
from briefing.languages.phrases import says_one
from briefing.parsing.importers.page.credits import between_names
from briefing.parsing.importers.page.pieces import Piece
from briefing.text.lines import letters_of

_MOST = 1_500
"""Characters of text in a box."""
_NOTE, _BIO, _SHORT, _LAST = 500, 900, 200, 8
"""Characters of a last line, and of what is said of an author; of lines between and below them; and
how many blocks are looked at."""
_FIRST = 6
"""Blocks at the top that may say how a site is paid."""
_NEAR = 60
"""Characters among which the name of an author stands in what is said of him."""
_NAME = range(2, 5)
"""Words in the name of a person."""
_BYLINES = 1
"""Blocks at the top that may name an author."""
_BELOW = 0.5
"""The share of the text of an article that stands above its boxes."""
_ENOUGH, _READ, _LONG = 300, 0.2, 2_000
"""Characters of an article of which readers say something, and its share of the text; of a long one
they may say far more."""
_SIGNS = re.compile(r"[\s:.!?…*+|<>›»«\u2190-\u21ff\u25a0-\u25ff\u2b00-\u2bff\ufe0f–—-]+")
_COUNTED = re.compile(r"\A[(\[]?\d+[)\]]? |(?: ?[(（\[]| )\d+[)）\]]?\Z")
"""How many there are of what a heading names."""


def without_boxes(pieces: Sequence[Piece]) -> list[Piece]:
    """The blocks of an article without the boxes below it, and without its table of contents."""
    gone, own = set[int](), _own_sections(pieces)
    above, whole = 0, sum(len(piece.text) for piece in pieces)
    for at, piece in enumerate(pieces):
        said = _folded(piece.text) if piece.level or piece.is_bold else ""
        if said in _contents():
            below = at + 1
            is_list = below < len(pieces) and not pieces[below].level and pieces[below].is_linked
            gone |= {at, below} if is_list else set()
        elif at in own:
            pass
        elif said and _is_discussion(said) and above >= min(_LONG, max(_ENOUGH, _READ * whole)):
            gone |= set(range(at, len(pieces)))
        elif _heads_box(piece, said) and above >= _BELOW * whole:
            box = range(at, _end(pieces, at))
            if sum(len(pieces[inner].text) for inner in box) <= _MOST:
                gone |= set(box)
        above += len(piece.text)
    return [piece for at, piece in enumerate(pieces) if at not in gone]


def without_notes(pieces: Sequence[Piece], authors: Iterable[str], site: str | None) -> list[Piece]:
    """The blocks of an article without what its end says of its authors.

    Args:
        pieces: The blocks.
        authors: Who is known to have written it.
        site: What its site is called, which may stand for an author.
    """
    authors = tuple(authors)
    names = tuple(_people(authors, letters_of(site or "").casefold()))
    end = _start_of_bio(pieces, frozenset(map(letters_of, (*authors, site or ""))) - {""})
    for at in range(len(pieces) - 1, max(len(pieces) - _LAST, 0), -1) if names else ():
        piece = pieces[at]
        is_long = len(piece.text) > _BIO or piece.is_picture
        if not is_long and _tells_of(piece.text, names, pieces[_BYLINES:at]):
            end = min(end, at)
        elif len(piece.text) > _SHORT:
            break
    rest = sum(len(piece.text) for piece in pieces[end:])
    return list(pieces[:end] if rest <= _BIO * max(len(names), 1) else pieces)


def _start_of_bio(pieces: Sequence[Piece], authors: Container[str]) -> int:
    """Where a last heading is the name of an author or of the site, above what is said of them.

    Else the end.
    """
    above, whole = 0, sum(len(piece.text) for piece in pieces)
    for at, piece in enumerate(pieces):
        is_named = (piece.level or piece.is_bold) and letters_of(piece.text) in authors
        if is_named and above >= _BELOW * whole and whole - above <= _BIO + len(piece.text):
            return at
        above += len(piece.text)
    return len(pieces)


def _tells_of(text: str, names: Iterable[str], above: Iterable[Piece]) -> bool:
    """Whether a block begins with a name that the text above it has not.

    Of whom a text tells, no last line is about. A first or a last name alone may be another word.
    """
    told = " ".join(piece.text for piece in above)
    return any(name in text[:_NEAR] and name not in told for name in names)


def _people(authors: Iterable[str], site: str) -> Iterator[str]:
    """The names of people among authors, several of whom may stand in one line."""
    for author in authors:
        for name in between_names().split(author):
            words = name.casefold().split()
            if len(words) in _NAME and not any(word in site for word in words):
                yield name.strip()


def without_endings(pieces: Sequence[Piece]) -> list[Piece]:
    """The blocks of an article without the lines below it that ask readers for something.

    They are told by phrases that no text ends with, among its last blocks and such as stand between
    them; pictures stay. What says how a site is paid goes from its first blocks, too.
    """
    gone = {at for at, piece in enumerate(pieces[:_FIRST]) if _is_paid(piece)}
    for at in range(len(pieces) - 1, max(len(pieces) - _LAST, 0) - 1, -1):
        piece = pieces[at]
        is_short = len(piece.text) <= _NOTE
        if is_short and not piece.is_picture and _ends()(_unmarked(piece.text)):
            gone.add(at)
        elif len(piece.text) > _SHORT and not piece.is_picture:
            break
    whole = sum(len(piece.text) for piece in pieces)
    if 2 * sum(len(pieces[at].text) for at in gone) >= whole:
        return list(pieces)
    return [piece for at, piece in enumerate(pieces) if at not in gone]


def asks_readers(text: str) -> bool:
    """Whether a text has words that ask readers for something, as no article does."""
    return _ends()(_unmarked(text))


def _is_paid(piece: Piece) -> bool:
    is_line = len(piece.text) <= _NOTE and not (piece.is_picture or piece.level)
    return is_line and _pays()(_unmarked(piece.text))


def _unmarked(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def _heads_box(piece: Piece, said: str) -> bool:
    """Whether a heading names a box, perhaps before a colon: ``Newsletter: Sports``."""
    is_heading = piece.level or piece.is_boxed
    before = _folded(piece.text.partition(":")[0]) if is_heading else said
    return said in _boxes() or before in _boxes() or _begins_box()(said)


def _own_sections(pieces: Sequence[Piece]) -> set[int]:
    """The sections that an article has although their headings may name a box, 0-based.

    Another with a heading of one kind stands above; and one with text below, or the heading says
    more than a name.
    """
    rest = [*accumulate(len(piece.text) for piece in reversed(pieces))][::-1]
    kinds = defaultdict[tuple[int, str], list[int]](list)
    for at, piece in enumerate(pieces):
        if piece.level:
            kinds[piece.level, piece.style].append(at)
    found = set[int]()
    for kind in kinds.values():
        named = {at for at in kind if _names_box(pieces[at].text)}
        plain = [at for at in kind if at not in named and not _heads_box(pieces[at], "")]
        last = max((at for at in plain if rest[at] >= _ENOUGH), default=0)
        for at in kind:
            if plain and plain[0] < at and (at <= last or at not in named):
                found.add(at)
    return found


def _names_box(heading: str) -> bool:
    said = _folded(heading)
    return said in _boxes() or _is_discussion(said) or _begins_box()(said)


def _is_discussion(heading: str) -> bool:
    """Whether a heading says that what follows is what readers say of the article."""
    return _COUNTED.sub("", heading) in _discussions()


def _end(pieces: Sequence[Piece], start: int) -> int:
    """Where the section ends that begins with a heading: at the next that is not below it."""
    level = pieces[start].level
    following = range(start + 1, len(pieces))
    return next((at for at in following if 0 < pieces[at].level <= (level or 6)), len(pieces))


def _folded(line: str) -> str:
    return _SIGNS.sub(" ", line.replace("’", "'").casefold()).strip()


@lru_cache(maxsize=1)
def _boxes() -> frozenset[str]:
    return frozenset(_folded(word) for own in every_language() for word in own.pages.boxes)


@lru_cache(maxsize=1)
def _begins_box() -> Callable[[str], bool]:
    """What headings begin like that go on with a name."""
    words = (word for own in every_language() for word in own.pages.boxes if word.endswith(" *"))
    begins = tuple(f"{_folded(word)} " for word in words)
    return lambda said: said.startswith(begins)


@lru_cache(maxsize=1)
def _discussions() -> frozenset[str]:
    every = every_language()
    return frozenset(_folded(word) for own in every for word in own.pages.discussions)


@lru_cache(maxsize=1)
def _ends() -> Callable[[str], bool]:
    return says_one(phrase for own in every_language() for phrase in own.pages.endings)


@lru_cache(maxsize=1)
def _pays() -> Callable[[str], bool]:
    return says_one(phrase for own in every_language() for phrase in own.pages.paid)


@lru_cache(maxsize=1)
def _contents() -> frozenset[str]:
    return frozenset(_folded(word) for own in every_language() for word in own.pages.contents)
