"""Page residue: lines that a web page puts around an article and a copy takes along.

Comment counters, "read also", buttons, navigation, cookie notices, reading times. Only whole lines
are residue, and only those that are plainly no part of the text: a line too many is easily deleted
by an editor, a lost sentence is not missed by anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.languages.phrases import any_of, may_begin, may_have
from briefing.model.records import dataclass

LONGEST = 300
"""Characters that a line of residue has at most; cookie notices are the longest."""
_LONGEST_LINK = 160
"""Characters of a line that names another article."""
_FINAL = re.compile(r"[.;,…][\"'»”’)\]]*\Z")
_SIGN = r"\s*(?:[:>»›→–—|-]|\.\.\.|…)"
_COUNT = r"[(\[{]?\s*[0-9][0-9.,\s]*[kKmM]?\s*[)\]}]?"
_LASTS = r"\d+(?::\d\d|\W?\w{1,8})"
_PLAYED = r"0?0:00\s*/\s*(?:\d+:)?\d+:\d\d"
"""How long a recording lasts, and that nothing of it was played yet."""
_CLOCK = r"\d{1,2}(?::\d\d){1,2}"
"""The same of a whole recording."""
_CRUMB = re.compile(r"\s*[>›»|/·•]\s*|\t+| {2,}|\s+[-–—]\s+")
_MAY_HAVE_CRUMBS = re.compile(r"[>›»|/·•\t\-–—]|  ")
"""One of what parts them: most lines have none, which is told much sooner."""


_COUNTED = re.compile(r"[(\[{]?\s*[0-9]|.*[0-9][0-9.,\s]*[kKmM]?\s*[)\]}]?\Z", re.DOTALL)
"""What begins or ends with a number."""


@dataclass(frozen=True, slots=True)
class _Tables:
    may_be_counter: Callable[[str], bool]
    may_be_related: Callable[[str], bool]
    reading_time: re.Pattern[str]
    player: re.Pattern[str]
    play: re.Pattern[str]
    notices: tuple[str, ...]
    buttons: frozenset[str]
    corner: frozenset[str]
    menus: frozenset[str]
    homes: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    every = [own.pages for own in every_language()]
    related = (word for own in every for word in (*own.related, *own.related_plainly, *own.labels))
    times = any_of(word for own in every for word in own.reading_times)
    players = any_of(word for own in every for word in own.players)
    plays = any_of(word for own in every for word in own.plays)
    lengths = any_of(word for own in every for word in own.lengths)
    buttons = frozenset(word for own in every for word in own.buttons)
    corner = frozenset(word for own in every for word in own.corner)
    return _Tables(
        may_be_counter=may_have(word for own in every for word in own.counters),
        may_be_related=may_begin(related),
        reading_time=re.compile(rf"(?:{times})\W*\d+\W*\w*\.?|\W*\d+\W*(?:{times})\.?"),
        player=re.compile(
            rf"\W*(?:(?:{players})\W*(?:{_LASTS}\W*)?(?:{_PLAYED})?|(?:{_LASTS}\W+)?{_PLAYED})\W*"
        ),
        play=re.compile(rf"\W*(?:{plays})\W*(?:{_CLOCK}|\d{{1,3}}\W?(?:{lengths}))\W*"),
        notices=tuple(word for own in every for word in own.notices),
        buttons=buttons,
        corner=corner,
        menus=buttons | corner,
        homes=frozenset(word for own in every for word in own.homes),
    )


@lru_cache(maxsize=1)
def _counter() -> re.Pattern[str]:
    counters = any_of(word for own in every_language() for word in own.pages.counters)
    return re.compile(rf"(?:{counters})\s*:?\s*{_COUNT}|{_COUNT}\s*(?:{counters})")


@lru_cache(maxsize=1)
def _related() -> re.Pattern[str]:
    every = [own.pages for own in every_language()]
    related = any_of(word for own in every for word in own.related)
    labels = any_of(word for own in every for word in own.labels)
    plainly = any_of(word for own in every for word in own.related_plainly)
    return re.compile(
        rf"[^\w\s]*\s*(?:(?:{related}){_SIGN}.*|(?:{labels})\s*:.+|(?:{plainly})\b.*)"
    )


@lru_cache(maxsize=1)
def _header() -> re.Pattern[str]:
    every = [own.pages for own in every_language()]
    related = any_of(word for own in every for word in own.related)
    plainly = any_of(word for own in every for word in own.related_plainly)
    return re.compile(rf"[^\w\s]*\s*(?:{related}|{plainly})\s*[^\w\s]*")


def find_residue(lines: Sequence[str]) -> frozenset[int]:
    """Which lines of an article are none of it.

    Args:
        lines: All lines of the article, in order, the title too.

    Returns:
        0-based indices into ``lines``. Never all of them: a text that is nothing but residue is
        the text.
    """
    folded = [_fold(line[: 2 * LONGEST]) for line in lines]
    found = {index for index, line in enumerate(folded) if _is_residue(line)}
    headers = [index for index in sorted(found) if _is_header(folded[index])]
    for index in headers:
        found.update(_linked_below(lines, index))
    found.update(_corners(folded, found))
    return frozenset(found) if len(found) < len(lines) else frozenset()


def is_residue(line: str) -> bool:
    """Whether a line is residue wherever it stands."""
    return _is_residue(_fold(line))


def _is_residue(line: str) -> bool:
    """The same of a folded line."""
    if not line or len(line) > LONGEST:
        return False
    tables = _tables()
    return (
        _bare(line) in tables.buttons
        or _is_counter(line)
        or line.startswith(tables.notices)
        or tables.reading_time.fullmatch(line) is not None
        or tables.player.fullmatch(line) is not None
        or tables.play.fullmatch(line) is not None
        or _is_link(line)
        or _is_navigation(line)
    )


def _is_counter(line: str) -> bool:
    """Whether a line says how many of something there are, and what."""
    may_be_one = _COUNTED.match(line) is not None and _tables().may_be_counter(line)
    return may_be_one and _counter().fullmatch(line) is not None


def _is_link(line: str) -> bool:
    """Whether a line sends the reader to another article."""
    if not _tables().may_be_related(line):
        return False
    if _is_header(line):
        return True
    if len(line) > _LONGEST_LINK or _FINAL.search(line):
        return False
    return _related().fullmatch(line) is not None


def _is_header(line: str) -> bool:
    """Whether a line does nothing but announce other articles."""
    return _tables().may_be_related(line) and _header().fullmatch(line) is not None


def _is_navigation(line: str) -> bool:
    """Whether a line is a path through a site, a menu, or a row of buttons."""
    tables = _tables()
    known = tables.menus
    parts = _CRUMB.split(line) if _MAY_HAVE_CRUMBS.search(line) else ()
    crumbs = [_bare(crumb) for crumb in parts if _bare(crumb)]
    if len(crumbs) > 1 and all(len(crumb) <= 40 for crumb in crumbs):
        named = sum(crumb in known for crumb in crumbs)
        if named * 2 >= len(crumbs) or (crumbs[0] in tables.homes and not _FINAL.search(line)):
            return True
    words = line.split()
    return len(words) > 1 and all(_bare(word) in known for word in words)


def _linked_below(lines: Sequence[str], header: int) -> range:
    """The titles of other articles under a line that announces them and names none."""
    end = header + 1
    while end < len(lines) and _is_title_like(lines[end]):
        end += 1
    if end == len(lines):
        return range(header + 1, end)
    return range(header + 1, min(header + 2, end))


def _is_title_like(line: str) -> bool:
    return len(line) <= _LONGEST_LINK and len(line.split()) <= 20 and not _FINAL.search(line)


def _corners(folded: Sequence[str], found: set[int]) -> set[int]:
    """Words of menus where nothing but residue stands above them, or below."""
    corner = _tables().corner
    indices: set[int] = set()
    for row in (range(len(folded)), range(len(folded) - 1, -1, -1)):
        for index in row:
            if index not in found and _bare(folded[index]) not in corner:
                break
            indices.add(index)
    return indices


def _fold(line: str) -> str:
    return " ".join(line.replace("’", "'").casefold().split())


def _bare(phrase: str) -> str:
    """A phrase without the signs around it."""
    return phrase.strip(" \t:.…!*+-–—|<>›»«→↑↓()[]•·✕×")
