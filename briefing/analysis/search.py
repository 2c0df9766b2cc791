"""Finding words in a text as a reader types them.

The text is never folded: the typed words become one pattern in which every letter stands for its
accented forms too, so that a text of 10 MB is searched as it is and every hit counts in the text
itself, composed (NFC) or decomposed (NFD) alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from briefing.analysis._letters import letters_of, word_ends
from briefing.analysis._narrow import is_narrow, narrowed
from briefing.model.errors import UsageError
from briefing.model.span import Span
from briefing.text.i18n import _
from briefing.text.spellings import as_meant

LONGEST = 1_000
"""Characters of the longest pattern. Hits may not reach further from one part of a text into the
next, and each character takes time to compile."""
_BLOCK = 32
"""Letters that are compiled together, which takes some 0.4 ms a letter. What comes after the first
block of a long search is compiled where the text has what stands before it."""
_LIMIT_SECONDS = 1.0
"""How long a typed expression may think about one hit."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader looks for.

    Case is ignored unless an upper-case letter is typed, an accent unless it is typed.
    """

    pattern: str
    """The words, or an expression."""
    whole_words: bool = False
    """Whether a hit may not begin or end inside a word."""
    regex: bool = False
    """Whether `pattern` is a regular expression."""
    beginnings: bool = False
    """Whether the last of whole words may be the beginning of a longer one, which is then hit."""


def find(query: Query, text: str, start: int = 0, limit: int | None = None) -> Iterator[Span]:
    """The hits, in order, none empty; a space in the query also matches a line break.

    Args:
        query: What to look for; an empty pattern has no hits.
        text: A reading text, or a part of it.
        start: 0-based character where to begin.
        limit: How many hits at most.

    Raises:
        UsageError: The pattern is too long or no valid expression (at once), or ran too long (while
            iterating).
    """
    return (Span(*hit) for hit in islice(ranges(query, text, start), limit))


def ranges(query: Query, text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The hits of `find` as pairs of their first character and the one after their last."""
    if not query.pattern.strip():
        return iter(())
    _refuse_long(query.pattern)
    if query.regex:
        return _expression_hits(_compiled_expression(query), text, start)
    head, *rest = _blocks(query)
    if is_narrow(text):
        head = narrowed(head)
    if rest:
        return _long_hits(_compiled(head), rest, text, start)
    return (match.span() for match in _compiled(head).finditer(text, start))


def count(query: Query, text: str) -> int:
    """How many hits there are; for plain words much faster than finding each of them."""
    if query.regex or not query.pattern.strip() or len(_blocks(query)) > 1:
        return sum(1 for _hit in ranges(query, text))
    return len(_compiled(*_blocks(query)).findall(text))


def _refuse_long(pattern: str) -> None:
    if len(pattern) > LONGEST:
        raise UsageError(
            _("{count} characters are too many to search for").format(count=len(pattern)),
            remedy=_("search for the first words of it; the limit is {most}").format(most=LONGEST),
        )


@lru_cache(maxsize=4)
def _blocks(query: Query) -> tuple[str, ...]:
    """The patterns of a query's words, to be matched one right after the other.

    What each of them matches never depends on the next one.
    """
    typed = as_meant(query.pattern)
    if not typed.strip():
        return (r"(?!)",)
    letters = letters_of(typed)
    if query.whole_words:
        before, behind = word_ends(typed, is_beginning=query.beginnings)
        letters = [before, *letters, behind]
    return tuple("".join(letters[at : at + _BLOCK]) for at in range(0, len(letters), _BLOCK))


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    re.purge()  # every key makes another pattern of up to 30 KB, and `re` would keep 512 of them
    return re.compile(pattern)


def _long_hits(
    head: re.Pattern[str], rest: Sequence[str], text: str, start: int
) -> Iterator[tuple[int, int]]:
    """The hits of a search whose first block is found as any, and then looked behind."""
    while (match := head.search(text, start)) is not None:
        end = _end_of(rest, text, match.end())
        if end is None:
            start = match.start() + 1
        else:
            yield match.start(), end
            start = end


def _end_of(patterns: Sequence[str], text: str, at: int) -> int | None:
    """Where some patterns have matched, one right after the other; None where one does not."""
    for pattern in patterns:
        found = _compiled(pattern).match(text, at)
        if found is None:
            return None
        at = found.end()
    return at


@lru_cache(maxsize=4)
def _compiled_expression(query: Query) -> Any:
    import regex  # noqa: PLC0415 - only needed for this kind of search

    without_escapes = re.sub(r"\\.", "", query.pattern)
    flags = regex.MULTILINE
    if not any(char.isupper() for char in without_escapes):
        flags |= regex.IGNORECASE
    pattern = rf"(?<!\w)(?:{query.pattern})(?!\w)" if query.whole_words else query.pattern
    try:
        return regex.compile(pattern, flags, cache_pattern=False)
    except RecursionError as error:  # the compiler calls itself for each bracket
        raise _no_expression(_("too many brackets inside each other")) from error
    except regex.error as error:
        raise _no_expression(str(error)) from error


def _no_expression(reason: str) -> UsageError:
    return UsageError(
        _("not a regular expression: {reason}").format(reason=reason),
        remedy=_("search for the plain words instead"),
    )


def _expression_hits(pattern: Any, text: str, start: int) -> Iterator[tuple[int, int]]:
    """The hits of an expression; it may take `_LIMIT_SECONDS` for each, not for all of them."""
    place = start
    while True:
        began = place
        try:
            for match in pattern.finditer(text, place, timeout=_LIMIT_SECONDS, concurrent=True):
                place = match.end()
                if match.end() > match.start():
                    yield match.span()
        except TimeoutError as error:
            if place == began:
                raise UsageError(
                    _("this expression takes too long on this text"),
                    remedy=_("make it simpler, for example with fewer nested repeats"),
                ) from error
        else:
            return
