"""What stands at the head of an article besides its text: the title again, its author, its date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from briefing.model.records import replace
from briefing.parsing.headings import is_byline_or_date, without_by
from briefing.parsing.importers.page.facts import PageFacts
from briefing.parsing.importers.page.pieces import Piece, has_sentence
from briefing.parsing.title_credits import credits_below
from briefing.text.lines import letters_of

HEAD = 6
"""How many of the first blocks may be the title, its author or a date."""
_YEAR, _TIME = re.compile(r"\b(?:19|20)\d\d\b"), re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_PARTS = re.compile(r"\s*[•·|]\s*")
"""Between what a line says of an article: ``Published 4 June 2026 • 2 minute read``."""
_ADDRESS = re.compile(r"https?://\S+")
"""A line that only says where an article stands, as on paper."""
_LONGEST_CREDIT = 160
"""Characters of a line with author, date and place."""
_STOPPED, _SMALL, _TOLD = (
    re.compile(r"[^\W\d_\s]{2}[.!?]\Z|\d{4}[.!?]\Z"),
    re.compile(r"\b[^\W\d_A-ZÀ-Þ]\w+"),
    3,
)
"""What ends a sentence; a word without a capital; and how many of them tell something."""
_LEADS = 2
"""Blocks of a standfirst, between a title and who wrote the text."""
_BEGUN = 200
"""Characters of text below which its title is one of its sections'."""
_NUMBER, _DAY, _WORDS = re.compile(r"\d+"), 2, 10
"""The numbers that a day has at least, and letters of a heading beside a year."""
_SEVERAL = 3
"""Headings of one kind, which are those of sections, though they name days."""
_NAME = range(2, 4)
"""Words of a person's name."""


def without_head(found: Sequence[Piece], title: str | None, facts: PageFacts) -> list[Piece]:
    """The blocks after the title, without author and date, which stand in the front matter.

    Args:
        found: The blocks of an article.
        title: Its title.
        facts: What the page says of it.
    """
    same = letters_of(title or "")
    kept: list[Piece] = []
    above = 0
    kinds = Counter((piece.level, piece.style) for piece in found)
    for index, piece in enumerate(found):
        is_title = same and not piece.is_picture and _is_title(piece, index, same)
        if is_title and (index < HEAD or above < _BEGUN or piece.level == 1):
            continue
        is_subject = (piece.level > 0 or piece.is_called_heading) and _is_subject(
            piece.text, bool(kept)
        )
        is_section = piece.level > 0 and kinds[piece.level, piece.style] >= _SEVERAL
        is_other = piece.is_picture or piece.is_data
        is_line = index < HEAD and not (is_other or is_subject or is_section)
        is_own = not above and _is_own_address(piece.text, facts)
        if is_line and (is_own or _is_credit(piece.text, facts)):
            continue
        kept.append(piece)
        above += 0 if piece.level or piece.is_picture else len(piece.text)
    return kept


def _is_own_address(text: str, facts: PageFacts) -> bool:
    """Whether a line above the text says where the article stands, and not where to look."""
    if _ADDRESS.fullmatch(text) is None:
        return False
    return facts.address is None or _host(text) == _host(facts.address)


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:  # brackets that hold no address of the internet
        return None


def _is_subject(heading: str, is_below: bool) -> bool:
    """Whether a heading that has a year or begins like a byline is one of the text."""
    if is_below and without_by(heading) != heading:
        return True
    numbers = _NUMBER.findall(heading)
    return 0 < len(numbers) < _DAY and sum(map(str.isalpha, heading)) >= _WORDS


def with_shown(found: Sequence[Piece], title: str | None, facts: PageFacts) -> PageFacts:
    """What a page says of its article, with author and day as it shows them where its data do not.

    Args:
        found: The blocks of an article.
        title: Its title.
        facts: What its data say.
    """
    same = letters_of(title or "")
    below = [p for i, p in enumerate(found[:HEAD]) if not (same and _is_title(p, i, same))]
    lines = ["" if p.level or p.is_picture or "\n" in p.text else p.text for p in below]
    said = credits_below(lines, facts.authors)
    known = len(facts.authors)  # the line may name more than the data do
    for start in range(1, min(_LEADS, len(lines)) + 1 if len(said.authors) == known else 1):
        below_lead = credits_below(lines[start:], facts.authors)
        if len(below_lead.authors) > known and any(
            map(_names_author, lines[start : start + _LEADS])
        ):
            said = below_lead
            break
    return replace(facts, authors=said.authors, published=facts.published or said.published)


def _names_author(line: str) -> bool:
    """Whether a line says by its first word that it names an author."""
    return without_by(line) != line and is_byline_or_date(line)


def is_name_like(line: str) -> bool:
    """Whether a bold line may be somebody's name, and no heading, where an article begins."""
    words = line.split()
    return len(words) in _NAME and all(w[0].isupper() and w.isalpha() for w in words)


def _is_title(piece: Piece, index: int, title: str) -> bool:
    """Whether a block is the title; near the top, with a kicker before it."""
    if index >= HEAD and not piece.level:
        return False
    letters = letters_of(piece.text)
    is_kickered = piece.level > 0 and index < HEAD and "\n" not in piece.text
    _section, *rest = _PARTS.split(piece.text) if index < HEAD else [""]  # "World | Boats sail"
    is_parted = len(rest) == 1 and letters_of(rest[0]) == title
    return letters == title or is_parted or (is_kickered and letters.endswith(title))


def is_moment(text: str) -> bool:
    """Whether a line says a year and a time of day, as of when an article was written."""
    return _YEAR.search(text) is not None and _TIME.search(text) is not None


def _tells(text: str) -> bool:
    """Whether a short sentence has more words than a day needs, as the ship that sank in 1912."""
    return _STOPPED.search(text) is not None and len(_SMALL.findall(text)) >= _TOLD


def _is_credit(text: str, facts: PageFacts) -> bool:
    """Whether a line near the title names who wrote the article, and when."""
    if len(text) > _LONGEST_CREDIT or (has_sentence(text) and (len(text) > 80 or _tells(text))):
        return False
    rest = text
    for author in facts.authors:
        rest = rest.replace(author, "")
    said = [text, *_PARTS.split(text)]
    return (
        is_moment(text)
        or any(map(is_byline_or_date, said))
        or (rest != text and len(rest.split()) <= 8)
    )
