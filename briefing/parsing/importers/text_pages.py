"""Plain text that was laid out in pages: their heads and feet go, paragraphs over them are whole.

RFCs are the best known of them (RFC 7322, section 3.1): a foot with the page's number, a form feed,
and a head. Other programs leave out the form feed, or one of the two lines. A last line that ends
with a number is a foot only where its number is named as a page's, or counts with the pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_FOOT = re.compile(r"\A\s*\S.*\s\[?(?:[^\W\d_]{1,10} )?(?:\d{1,4}|[ivxlc]{1,6})\]?\s*\Z")
_PAGED = re.compile(r"\A\s*\S.*\[[^\W\d_]{1,10} (?:\d{1,4}|[ivxlc]{1,6})\]\s*\Z")
_COLUMNS = re.compile(r"\A\S.*\S {3,}\S.*\S {3,}\S")
"""A head with something at either margin and between them."""
_FORM_FEED = "\x0c"
_DIGITS = re.compile(r"\d+")
_LAST_NUMBER = re.compile(r"\d{1,4}(?=\D*\Z)")
_FEWEST_PAGES = 2
_FEWEST_LETTERS = 3
_ENDS = re.compile(r"[.!?:;…][\"'»”’)\]]*\Z")


def without_pages(lines: list[str]) -> tuple[list[str], list[str]]:
    """Leave out heads and feet of pages.

    Args:
        lines: All lines; a form feed is a character of its line, and begins a page where it is
            the first.

    Returns:
        The lines that are left, and those that were taken out, those that differ by their numbers
        once.
    """
    breaks = _breaks(lines)
    if not breaks:
        return lines, []
    heads, feet = _heads(lines, breaks), set(_feet(lines, breaks))
    is_named = any(_PAGED.search(lines[at]) for at in feet)
    if len(breaks) < _FEWEST_PAGES and not (is_named and _FORM_FEED in lines[breaks[0]]):
        return lines, []
    gone = dict.fromkeys(index for at in breaks for index in _around(lines, at, heads, feet))
    taken = {_mask(lines[index]): _bare(lines[index]) for index in reversed(gone)}
    return _closed(lines, gone), list(reversed(taken.values()))


def _breaks(lines: list[str]) -> list[int]:
    """The lines that begin a page: behind a form feed, or behind a foot with its number."""
    feeds = [index for index, line in enumerate(lines) if line.startswith(_FORM_FEED)]
    if feeds:
        return feeds
    feet = [index for index, line in enumerate(lines) if _PAGED.search(line)]
    return [index + 1 for index in feet]


def _around(lines: list[str], at: int, heads: Counter[str], feet: set[int]) -> list[int]:
    """The foot above the beginning of a page and the head below it, where they are such."""
    found = []
    above = _next(lines, at - 1, -1)
    if above in feet:
        found.append(above)
    below = _next(lines, at, 1)
    if below is None or not _is_wordy(lines[below]):
        return found
    is_certain = bool(found) and _PAGED.search(lines[above or 0]) is not None
    if heads[_mask(lines[below])] > 1 or (is_certain and _is_head(lines, below)):
        found.append(below)
    return found


def _is_head(lines: list[str], at: int) -> bool:
    """Whether the first line of a page is its head, by itself alone."""
    is_apart = at + 1 < len(lines) and not lines[at + 1].strip()
    return is_apart and _COLUMNS.search(_bare(lines[at])) is not None


def _feet(lines: list[str], breaks: list[int]) -> Iterator[int]:
    """The last lines of pages that are their feet."""
    last = {page: _next(lines, at - 1, -1) for page, at in enumerate(breaks)}
    shaped = {
        page: at
        for page, at in last.items()
        if at is not None and _is_wordy(lines[at]) and _FOOT.search(lines[at])
    }
    firsts = Counter((_mask(lines[at]), _number(lines[at]) - page) for page, at in shaped.items())
    for page, at in shaped.items():
        is_counted = firsts[_mask(lines[at]), _number(lines[at]) - page] > 1
        if is_counted or _PAGED.search(lines[at]):
            yield at


def _number(line: str) -> int:
    """The last number of a line; 0 for none."""
    found = _LAST_NUMBER.search(line)
    return 0 if found is None else int(found[0])


def _heads(lines: list[str], breaks: list[int]) -> Counter[str]:
    """How often each line is the first of a page, with more of the page below it."""
    counts: Counter[str] = Counter()
    for at, end in zip(breaks, [*breaks[1:], len(lines)], strict=True):
        first = _next(lines, at, 1)
        if first is not None and any(map(str.strip, lines[first + 1 : end])):
            counts[_mask(lines[first])] += 1
    return counts


def _next(lines: list[str], at: int, step: int) -> int | None:
    """The nearest line with words from one on, a few lines away at most."""
    for index in range(at, at + 8 * step, step):
        if 0 <= index < len(lines) and lines[index].strip():
            return index
    return None


def _closed(lines: list[str], gone: dict[int, None]) -> list[str]:
    """The lines without those; a paragraph that goes on over a page has no blank line in it."""
    kept: list[str] = []
    is_torn = False
    for index, line in enumerate(lines):
        if index in gone:
            is_torn = True
        elif line.strip():
            if is_torn and _goes_on(kept, line):
                while not kept[-1].strip():
                    kept.pop()
            kept.append(line)
            is_torn = False
        else:
            kept.append(line)
    return kept


def _goes_on(kept: list[str], line: str) -> bool:
    """Whether the first line of a page goes on with the paragraph at the end of the one before."""
    above = next((each for each in reversed(kept) if each.strip()), "")
    first = line.lstrip()[:1]
    return bool(above) and _ENDS.search(above.rstrip()) is None and first.islower()


def _is_wordy(line: str) -> bool:
    """Whether there is enough in a line to recognise it."""
    return sum(map(str.isalpha, line)) >= _FEWEST_LETTERS


def _bare(line: str) -> str:
    return line.replace(_FORM_FEED, "").strip()


def _mask(line: str) -> str:
    return _DIGITS.sub("#", " ".join(_bare(line).split()))
