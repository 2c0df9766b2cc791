"""Entries in a row: states in a sentence, lines under a colon, things after "among them"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass

from briefing.analysis._entries import is_half_quoted, is_no_entry, is_talk, is_torn
from briefing.analysis._row_words import RowWords, row_words
from briefing.analysis.places import Mention
from briefing.analysis.points import leans
from briefing.model.span import Span
from briefing.model.state_list import ListItem

FEWEST = 3
"""Entries that make a list."""

_COLON_LINE = re.compile(r":[ \t]*\n")

FEWEST_UNANNOUNCED = 4
"""States in a row that make a list although nothing announces it."""

_LONGEST_ITEM = 60
"""Characters of an entry inside a sentence."""

_LONGEST_ROW = 400
"""Characters of all entries inside a sentence."""

_ROW_STOP = re.compile(r"\.(?!\d)|[;:!?\n)\]]| [-–—] |—")

_GOES_ON = re.compile(r"\.,? [^\W\d_A-ZÀ-Þ]")
"""A full stop inside a sentence: "static vs. moving"."""

ROW_ENDS = re.compile(r"\s*(?:\.(?!\.)|[;!?)\]]|[-–—]\s|\Z)|\n")
"""What follows a list of states that is whole: not another entry that is no state."""

_OTHER = re.compile(
    r", (?:[^\W\d_]{1,3} )?[^\W\d_a-zß-ÿ][\w’'-]+(?: [^\W\d_a-zß-ÿ][\w’'-]+)?"
    r"(?:,| [^\W\d_]{1,3}) (?:[^\W\d_]{1,3} )?"
)
"""Between two states a name in one list with both that is no state's."""

_LONGEST_LINE = 120
"""Characters of an entry on a line of its own."""

_ENDS = (".", "!", "?", "…")
"""What ends a sentence: where the first entry has none of them, a line that has one is prose."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """Entries that stand in a row."""

    items: tuple[ListItem, ...]
    """The entries, in order."""
    start: int
    """The first character of the first."""
    end: int
    """The character after the last."""
    mentions: tuple[Mention, ...] = ()
    """What the entries of a list of states are named by."""


def apart(
    found: list[tuple[ListRow, str | None]], taken: list[tuple[ListRow, str | None]]
) -> list[tuple[ListRow, str | None]]:
    """Rows that share no character with those that are taken."""
    ends = sorted((row.start, row.end) for row, _kind in taken)
    starts = [start for start, _end in ends]
    kept = []
    for row, kind in found:
        place = bisect_left(starts, row.end)
        if place == 0 or ends[place - 1][1] <= row.start:
            kept.append((row, kind))
    return kept


def state_rows(text: str, names: Sequence[Mention], language: str | None) -> list[ListRow]:
    """Names of states that stand beside each other, in order.

    None is given of a list that also names what is no state, ``Kanada, England, Italien``: what is
    left on either side is no list of the text.
    """
    words = row_words(language)
    rows: list[ListRow] = []
    row: list[Mention] = []
    is_closed = is_torn = False
    for name in names:
        gap = text[row[-1].span.end : name.span.start] if row else ""
        if row and (not _joined(gap, words) or (is_closed and ";" in gap)):
            has_other = _OTHER.fullmatch(gap) is not None
            rows += [] if is_torn or has_other else _state_row(text, row, words)
            row, is_torn = [], has_other
        is_closed = bool(row) and (is_closed or words.closing.match(gap) is not None)
        if not row or name.entry.code not in {other.entry.code for other in row}:
            row.append(name)
    return rows if is_torn else rows + _state_row(text, row, words)


def _joined(gap: str, words: RowWords) -> bool:
    """Whether what stands between two names makes them neighbours of one list."""
    return "\n" not in gap and bool(gap.strip()) and words.between.fullmatch(gap) is not None


def _state_row(text: str, row: list[Mention], words: RowWords) -> list[ListRow]:
    if len(row) < FEWEST:
        return []
    items = tuple(ListItem(name.span.of(text), name.entry.code, name.span) for name in row)
    start, end = row[0].span.start, row[-1].span.end
    if len(row) < FEWEST_UNANNOUNCED and not _announcement(text, start, words):
        return []
    is_clause = text.endswith(": ", 0, start) and ROW_ENDS.match(text, end) is None
    if len(row) < FEWEST_UNANNOUNCED and is_clause:
        return []
    return [ListRow(items, start, end, tuple(row))]


def _announcement(text: str, start: int, words: RowWords) -> bool:
    """Whether a colon or words like "among them" stand right before."""
    before = text[max(0, start - 40) : start]
    return before.rstrip().endswith((":", "(")) or opens(before, words) is not None


def opens(before: str, words: RowWords) -> re.Match[str] | None:
    """Words like "among them" right before a list; None where there are none."""
    found = None
    for found in words.opening.finditer(before):  # noqa: B007 - the last one is wanted
        pass
    if found is None:
        return None
    rest = re.sub(words.article, "", before[found.end() :])
    return found if not rest.strip() else None


def line_rows(
    text: str,
    part: Span,
    names: Sequence[Mention],
    headings: Container[int],
    language: str | None,
) -> list[tuple[ListRow, str | None]]:
    """Entries on lines of their own, under a line that ends in a colon."""
    by_start = {name.span.start: name for name in names}
    found: list[tuple[ListRow, str | None]] = []
    for match in _COLON_LINE.finditer(text, part.start, part.end):
        spans = _entries_below(text, match.end(), headings, row_words(language))
        said = [span.of(text) for span in spans]
        is_mixed = len({*said}) < len(said) or any(is_no_entry(one, language) for one in said)
        is_mixed = is_mixed or any(map(is_half_quoted, said))
        if len(spans) < FEWEST or is_mixed or is_talk(said):
            continue
        named = [by_start[span.start] for span in spans if span.start in by_start]
        is_of_states = len(named) == len(spans)
        codes = [name.entry.code for name in named] if is_of_states else [None] * len(spans)
        items = tuple(ListItem(s.of(text), code, s) for s, code in zip(spans, codes, strict=True))
        row = ListRow(items, spans[0].start, spans[-1].end, tuple(named) if is_of_states else ())
        found.append((row, "states" if is_of_states else None))
    return found


def _entries_below(text: str, start: int, headings: Container[int], words: RowWords) -> list[Span]:
    """The entries on the lines from a place on; a comma or "and" at a line's end leads to the next.

    Where all entries do so, one that leads to no other is the last.
    """
    spans: list[Span] = []
    is_led_to, all_lead = False, True
    while start < len(text) and start not in headings:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        stripped = line.strip(" \t•*–-")
        is_entry = 0 < len(stripped) <= _LONGEST_LINE and not re.search(r"[.!?]\s+\S", stripped)
        first_end = text[spans[0].end - 1 : spans[0].end + 1] if spans else "."
        begins_prose = stripped.endswith(_ENDS) and not any(end in first_end for end in _ENDS)
        if not is_entry or (begins_prose and not is_led_to) or line.rstrip().endswith(":"):
            break
        begin = start + line.index(stripped[0])
        leading = words.leading.search(stripped)
        name = stripped[: leading.start()] if leading else stripped.rstrip(".")
        spans.append(Span(begin, begin + len(name)))
        if is_led_to and all_lead and not leading:
            break
        is_led_to, start = leading is not None, end + 1
        all_lead = all_lead and is_led_to
    return _named(text, spans, words)


def _named(text: str, spans: list[Span], words: RowWords) -> list[Span]:
    """The entries without what stands for those that are not named at the end of the last."""
    if not spans:
        return spans
    *before, last = spans
    if words.rest.fullmatch(text, last.start, last.end):
        return before
    so_on = words.so_on.search(text, last.start, last.end)
    return spans if so_on is None else [*before, Span(last.start, so_on.start())]


def worded_rows(text: str, part: Span, language: str | None) -> list[ListRow]:
    """Entries inside a sentence, after words like "among them"."""
    rows, words = [], row_words(language)
    for match in words.opening.finditer(text, part.start, part.end):
        row = _split_items(text, match.end(), _row_end(text, match.end(), words), words)
        if row is not None:
            rows.append(row)
    return [row for row in rows if not leans(row.items[-1].name, language)]


def _row_end(text: str, start: int, words: RowWords) -> int:
    """Where entries inside a sentence end: not at an abbreviation that goes on."""
    limit = min(len(text), start + _LONGEST_ROW)
    for stop in _ROW_STOP.finditer(text, start, limit):
        goes_on = _GOES_ON.match(text, stop.start()) is not None
        if not goes_on or words.so_on.search(text, start, stop.start()):
            return stop.start()
    return limit


def _split_items(text: str, start: int, end: int, words: RowWords) -> ListRow | None:
    cuts = [start, *(start + match.end() for match in re.finditer(", ", text[start:end]))]
    ends = [cut - len(", ") for cut in cuts[1:]] + [end]
    spans = [Span(cut, last) for cut, last in zip(cuts, ends, strict=True)]
    last = words.conjunction.match(text, spans[-1].start, spans[-1].end)
    close = last or words.closing.search(text, spans[-1].start, spans[-1].end)
    if close is None:
        return None
    before = [] if last else [Span(spans[-1].start, close.start())]
    spans[-1:] = [*before, Span(close.end(), spans[-1].end)]
    spans = _named(text, spans, words)
    if len(spans) < FEWEST or any(not 0 < len(span) <= _LONGEST_ITEM for span in spans):
        return None
    if any(words.clause.search(text, span.start, span.end) for span in spans):
        return None
    leading = [words.preposition.match(text, span.start, span.end) for span in spans]
    if any(leading) and not all(leading):
        return None  # "including Smith, to come back to the table, and"
    said = [span.of(text) for span in spans]
    if any(words.conjunction.match(f"{one} ") or is_torn(one) for one in said):
        return None
    items = tuple(ListItem(span.of(text), None, span) for span in spans)
    return ListRow(items, start, end)
