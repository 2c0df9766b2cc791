"""Who wrote a text and when, as the lines below its title say.

Only what is certain counts: a day that stands alone, names behind a word such as “by”, names that
the document's own data give, names between semicolons, and names that a word joins or that stand at
a day, where the text has none of their words. A single name without any of these may as well be a
subtitle, or an office.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile

from briefing.languages.load import every_language
from briefing.languages.phrases import any_of
from briefing.model.records import dataclass
from briefing.parsing.bare_names import Counts, bare_names
from briefing.parsing.headings import is_byline_or_date, is_title_like, without_by
from briefing.parsing.written_days import written_day
from briefing.text.lines import letters_of

_HEAD = 6
"""Lines below a title that are looked at."""
_LOOKED_AT = 2_000
"""Blocks of a text that may be days alone."""
_MOST_BLOCK_LINES = 4
_LONGEST = 160
"""Characters of a line that can be one of names; a longer one is text."""
_PARTS = re.compile(r"\s+[|·•–—]\s+|\s*[|·•]\s*")
"""What parts names and a day on one line."""
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.!?:;…]\Z")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}")
"""A name of several words."""


@dataclass(frozen=True, slots=True)
class TitleCredits:
    """What the lines below a title say."""

    authors: tuple[str, ...] = ()
    """Who wrote the text."""
    published: str | None = None
    """When it was published; an ISO 8601 date, perhaps without a day."""
    lines: frozenset[int] = frozenset()
    """Which lines say nothing else; 0-based."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What one line says."""

    days: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    is_certain: bool = True
    """Whether names are certain without a day beside them."""


def credits_below(
    lines: Sequence[str], known: Iterable[str] = (), counts: Counts | None = None
) -> TitleCredits:
    """Read the lines below a title.

    A day is none of the title's where the text has more of them alone on a line: those are entries
    of a list or a diary.

    Args:
        lines: The blocks that follow it, in order: those of one line, and nothing for others, nor
            for headings.
        known: The authors that the document's own data name.
        counts: The words of the whole text, by which names can be told that no word announces;
            without them such names are none.
    """
    people = tuple(known)
    head = list(takewhile(_is_short, lines[:_HEAD]))
    bare = None if people else counts
    said = {at: found for at, line in enumerate(head) if (found := _said(line, people, bare))}
    days = [day for each in said.values() for day in each.days]
    if len(days) + sum(map(_is_day, lines[len(head) : _LOOKED_AT])) > 1:
        said = {at: each for at, each in said.items() if not each.days}
        days = []
    certain = {at: each for at, each in said.items() if each.is_certain or _near_day(at, said)}
    for at in sorted(said, reverse=True):
        if at + 1 in certain:  # a name above a name
            certain[at] = said[at]
    certain = dict(sorted(certain.items()))
    names = tuple(dict.fromkeys(name for each in certain.values() for name in each.names))
    people = names if set(people) <= set(names) else people  # data may forget the second of two
    return TitleCredits(people, days[0] if days else None, frozenset(certain))


def title_block(lines: Sequence[str]) -> tuple[list[str], tuple[str, ...]] | None:
    """The lines of a title, of names and of a day that stand close together at the top of a text.

    Pandoc writes plain text so: a title over one line or two, the authors, the day.

    Returns:
        Title, names and day, a line each, and the names one by one; None for another block.
    """
    if not 2 <= len(lines) <= _MOST_BLOCK_LINES or written_day(lines[-1]) is None:
        return None
    *above, day = lines
    if len(above) == 1:
        return ([*above, day], ()) if is_title_like(above[0]) else None
    title, names = " ".join(above[:-1]), above[-1].split("; ")
    are_names = all(_NAME.fullmatch(name) and _is_named(name) for name in names)
    return ([title, above[-1], day], tuple(names)) if are_names and is_title_like(title) else None


def _is_day(line: str) -> bool:
    return written_day(line) is not None


def _is_short(line: str) -> bool:
    """Whether a line is none of running text."""
    return 0 < len(line) <= _LONGEST and (_SENTENCE_END.search(line) is None or ";" in line[:-1])


def _said(line: str, known: Sequence[str], counts: Counts | None) -> _Said | None:
    """What a line says; None where it says anything but names and a day."""
    if _is_of(line, known):
        return _Said(names=tuple(known))
    days: list[str] = []
    names: list[str] = []
    is_certain = True
    for part in filter(None, _PARTS.split(line.strip())):
        day = written_day(part)
        if day is not None:
            days.append(day)
        elif _is_of(part, known):
            names += known
        elif (found := _names(part) or _bare(part, counts)) is not None:
            names += found[0]
            is_certain = is_certain and found[1]
        else:
            return None
    return _Said(tuple(days), tuple(names), is_certain or bool(days))


def _is_of(words: str, known: Sequence[str]) -> bool:
    """Whether words are names that are known, and what joins them."""
    left = words.casefold()
    for name in sorted(known, key=len, reverse=True):
        left = left.replace(name.casefold(), " ")
    joints = _joints().findall(left)
    return left != words.casefold() and letters_of(left) == letters_of(" ".join(joints))


def _names(words: str) -> tuple[list[str], bool] | None:
    """The names in words, and whether they are certain to be; None where they are none."""
    bare = without_by(words)
    is_said = bare != words and is_byline_or_date(words)
    parts = [part.strip() for part in bare.split(";")]
    if is_said:
        by = words[: len(words) - len(bare)].strip().casefold()
        return [name for part in parts for name in _parted(part)], by not in _small_words()
    if len(parts) > 1 and all(_NAME.fullmatch(part) and _is_named(part) for part in parts):
        return parts, True
    return None


def _bare(words: str, counts: Counts | None) -> tuple[list[str], bool] | None:
    """The names in words before which nothing says so; they are certain where a word joins two."""
    if counts is None:
        return None
    joined = [part for part in _joints().split(words) if part.strip()]
    names = bare_names([n.strip() for part in joined for n in part.split(",") if n.strip()], counts)
    return (names, len(joined) > 1) if names else None


def _parted(names: str) -> list[str]:
    """Names one by one where a word joins the last two; a comma alone may part name and office."""
    parts = [part.strip() for part in _joints().split(names) if part.strip()]
    if len(parts) < 2:
        return parts
    whole = [name.strip() for part in parts for name in part.split(",") if name.strip()]
    return whole if all(" " in name for name in whole) else [names.strip()]


def _is_named(words: str) -> bool:
    """Whether each word has a capital or is one of the small words inside names."""
    return all(word[0].isupper() or word in _small_words() for word in words.split())


def _near_day(at: int, said: dict[int, _Said]) -> bool:
    """Whether a line beside one is a day."""
    return any(beside in said and said[beside].days for beside in (at - 1, at + 1))


@lru_cache(maxsize=1)
def _joints() -> re.Pattern[str]:
    """What stands between the last two of some names."""
    words = {word for own in every_language() for word in own.lists.conjunctions}
    return re.compile(rf"(?i)(?<!\w)(?:{any_of(words)}|&)(?!\w)")


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    """Small words that stand inside names, too: ``von``."""
    return frozenset(word for own in every_language() for word in own.captions.joints)
