"""The lists that a text gives: states in a row, entries under a line that ends in a colon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.analysis.checks import counts_states
from briefing.analysis.figures import in_order
from briefing.analysis.pieces import pieces
from briefing.analysis.places import Mention, StateReader
from briefing.model.article import Section
from briefing.model.figure import Figure
from briefing.model.span import Span
from briefing.model.state_list import ItemList, ListItem
from briefing.text.i18n import _

_CONJUNCTION = r"(?:and|or|e|ed|o|und|sowie|oder|et|ou|ainsi que|y|u|as well as|nonché|&)"
_ARTICLE = (
    r"(?:the |la |le |les |el |il |lo |los |las |i |gli |l['’]|der |die |das |den |dem |del |della "
    r"|di |de |du |d['’]|des |von |from |of |in |dalla |dal |dall['’]|alla |al )"
)
_BETWEEN = re.compile(rf"\s*[,;/]?\s*(?:{_CONJUNCTION}\s+)?{_ARTICLE}?", re.IGNORECASE)
_CLOSING = re.compile(rf"[,;]?\s+{_CONJUNCTION}\s+", re.IGNORECASE)
_OPEN = re.compile(
    r"[,(\s–—-]\s{0,3}(?:tra cui|fra cui|compres[ioae]|inclus[ioae]|ad esempio|including"
    r"|such as|among them|for example|notably|darunter|unter anderem|beispielsweise"
    r"|einschließlich|dont|notamment|y compris|tels que|telles que|parmi lesquels|parmi eux"
    r"|entre ellos|entre ellas|entre los que|entre otros|incluidos|incluidas|incluyendo"
    r"|tales como)\s{0,3}:?\s{1,3}",
    re.IGNORECASE,
)
"""Words after which a list may be only a part of what it could be."""

_LEADING_ARTICLE = re.compile(rf"\A{_ARTICLE}", re.IGNORECASE)
_TRAILING_VERB = re.compile(r"\s+(?:are|is|were|include|sono|erano|sind|waren|sont|son|eran)\Z")

_FEWEST = 3
"""Entries that make a list."""

_MOST_STATES = 200
"""No list of states is longer."""

_COLON_LINE = re.compile(r":[ \t]*\n")

_FEWEST_UNANNOUNCED = 4
"""States in a row that make a list although nothing announces it."""

_LONGEST_ITEM = 60
"""Characters of an entry inside a sentence."""

_LONGEST_ROW = 400
"""Characters of all entries inside a sentence."""

_ROW_STOP = re.compile(r"[.;:!?\n)\]]| [-–—] ")

_ROW_ENDS = re.compile(r"\s*(?:\.(?!\.)|[;!?)\]]|[-–—]\s|\Z)|\n")
"""What follows a list of states that is whole: not another entry that is no state."""

_PART_OF = re.compile(
    r"(?<!\w)(?:of|among|from|between|tra|fra|dei|degli|delle|parmi|sur|des|von|unter|aus|der|de|entre"
    r"|del)(?: the| i| gli| le| les| den| los| las)? \Z",
    re.IGNORECASE,
)
"""Before a number: what follows is only a part."""

_DIRECTLY = re.compile(rf"\s*(?:are|sono|sind|sont|son)?\s*[:(]\s*{_ARTICLE}?", re.IGNORECASE)
"""Between a number and the list that it announces."""

_LONGEST_LINE = 120
"""Characters of an entry on a line of its own."""

_TITLE_LENGTH = 70
"""Characters of a title that is taken from the text."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Entries that stand in a row."""

    items: tuple[ListItem, ...]
    start: int
    end: int
    mentions: tuple[Mention, ...] = ()
    """What the entries of a list of states are named by."""


@dataclass(frozen=True, slots=True)
class Found:
    """A list, before the rest of the text has been read."""

    items: ItemList
    """The list, with the number that announces it."""
    mentions: tuple[Mention, ...]
    """The names in a list of states, which the rest of the text may still take away."""
    announcing: Figure | None
    """The figure that stands in front of it."""
    may_be_stated: bool
    """Whether the length may be expected if the text states it anywhere."""


def find(text: str, language: str | None, sections: Sequence[Section] = ()) -> tuple[ItemList, ...]:
    """The lists of a text, in its order.

    `expected` is the number that announces the list; where the list is only a part ("among them")
    or nothing announces it directly, it is set only if it agrees.

    Args:
        text: A reading text.
        language: BCP 47.
        sections: The article's sections; no list goes on past a heading.
    """
    figures, reader, names = in_order(text, language), StateReader(language), []
    for piece in pieces(text, language):
        names += reader.read(text, piece)
    whole = Span(0, len(text))
    reader.look_for_evidence(text, whole)
    headings = {section.span.start for section in sections}
    found = in_part(text, whole, names, figures, headings)
    return tuple(items for items, _figure in settled(found, reader, lengths(figures)))


def in_part(
    text: str,
    part: Span,
    names: Sequence[Mention],
    figures: Sequence[Figure],
    headings: Collection[int],
) -> list[Found]:
    """The lists that begin in a part of a text.

    Args:
        text: A reading text.
        part: Whole lines of it.
        names: What may be names of states there, in order.
        figures: The figures there, in order.
        headings: Where sections begin; no list goes on past a heading.
    """
    rows: list[tuple[_Row, str | None]] = [(row, "states") for row in _state_rows(text, names)]
    rows += _apart(_line_rows(text, part, names, headings), rows)
    rows += _apart([(row, None) for row in _worded_rows(text, part)], rows)
    every = sorted(rows, key=lambda pair: pair[0].start)
    return [_found(text, row, kind, figures) for row, kind in every]


def lengths(figures: Iterable[Figure]) -> dict[int, Figure]:
    """The numbers of states that a text states, each with the first figure that does."""
    stated: dict[int, Figure] = {}
    for figure in figures:
        if is_length(figure):
            stated.setdefault(int(figure.value or 0), figure)
    return stated


def is_length(figure: Figure) -> bool:
    """Whether a figure may be the length of a list of states."""
    value = figure.value
    is_small = isinstance(value, int) and 0 < value <= _MOST_STATES
    return is_small and counts_states(figure.unit)


def settled(
    found: Sequence[Found], reader: StateReader, stated: Mapping[int, Figure]
) -> list[tuple[ItemList, Figure | None]]:
    """The lists in the light of the text, each with the figure that announces its length.

    A name that turned out to be no state's leaves its list, and a list of states that repeats
    another is left out.

    Args:
        found: The lists of the parts, in order.
        reader: What has read the text.
        stated: The lengths that the text states, see `lengths`.
    """
    kept: list[tuple[ItemList, Figure | None]] = []
    of_states = {_codes(items): items for items in _rests(found, reader)}
    expected = _expected(of_states, found, stated)
    for one in found:
        codes = _codes(_rest(one, reader))
        if one.items.kind != "states":
            kept.append((one.items, one.announcing))
        elif codes in of_states:
            items = replace(of_states.pop(codes), expected=expected.get(codes))
            kept.append((items, stated.get(items.expected or 0) or one.announcing))
    return kept


def _rests(found: Iterable[Found], reader: StateReader) -> Iterator[ItemList]:
    """The lists of states that are left; of two with the same states the first is the last."""
    for one in reversed(list(found)):
        items = _rest(one, reader)
        if items.kind == "states" and len(items.items) >= _FEWEST:
            yield items


def _rest(one: Found, reader: StateReader) -> ItemList:
    """A list without the names that turned out to be no state's."""
    if one.items.kind != "states":
        return one.items
    named = zip(one.items.items, one.mentions, strict=True)
    rest = tuple(item for item, mention in named if reader.counts(mention))
    is_whole = len(rest) == len(one.items.items)
    return one.items if is_whole else replace(one.items, items=rest, expected=None)


def _codes(items: ItemList) -> frozenset[str | None]:
    return frozenset(item.code for item in items.items)


def _expected(
    of_states: Collection[frozenset[str | None]],
    found: Sequence[Found],
    stated: Mapping[int, Figure],
) -> dict[frozenset[str | None], int | None]:
    """The lengths to expect, by the states of a list.

    A number that stands elsewhere is that of a list only if no list is introduced by it, and no
    other list has the same length.
    """
    introduced = {_codes(one.items): one.items.expected for one in found if one.items.expected}
    free = {
        _codes(one.items)
        for one in found
        if one.may_be_stated and len(one.items.items) not in introduced.values()
    }
    sizes = Counter(len(codes) for codes in free)
    alone = {codes: len(codes) for codes in free if sizes[len(codes)] == 1}
    plain = {
        codes: size
        for codes, size in alone.items()
        if size in stated and stated[size].qualifier is None
    }
    return {codes: introduced.get(codes) or plain.get(codes) for codes in of_states}


def _apart(
    found: list[tuple[_Row, str | None]], taken: list[tuple[_Row, str | None]]
) -> list[tuple[_Row, str | None]]:
    """Rows that share no character with those that are taken."""
    ends = sorted((row.start, row.end) for row, _kind in taken)
    starts = [start for start, _end in ends]
    kept = []
    for row, kind in found:
        place = bisect_left(starts, row.end)
        if place == 0 or ends[place - 1][1] <= row.start:
            kept.append((row, kind))
    return kept


def _state_rows(text: str, names: Sequence[Mention]) -> list[_Row]:
    rows: list[_Row] = []
    row: list[Mention] = []
    is_closed = False
    for name in names:
        between = text[row[-1].span.end : name.span.start] if row else ""
        if row and (not _joined(between) or (is_closed and ";" in between)):
            rows += _state_row(text, row)
            row = []
        is_closed = bool(row) and (is_closed or _CLOSING.match(between) is not None)
        if not row or name.entry.code not in {other.entry.code for other in row}:
            row.append(name)
    return rows + _state_row(text, row)


def _joined(between: str) -> bool:
    """Whether what stands between two names makes them neighbours of one list."""
    return "\n" not in between and bool(between.strip()) and _BETWEEN.fullmatch(between) is not None


def _state_row(text: str, row: list[Mention]) -> list[_Row]:
    if len(row) < _FEWEST:
        return []
    items = tuple(ListItem(name.span.of(text), name.entry.code, name.span) for name in row)
    start, end = row[0].span.start, row[-1].span.end
    if len(row) < _FEWEST_UNANNOUNCED and not _announcement(text, start):
        return []
    is_clause = text.endswith(": ", 0, start) and _ROW_ENDS.match(text, end) is None
    if len(row) < _FEWEST_UNANNOUNCED and is_clause:
        return []
    return [_Row(items, start, end, tuple(row))]


def _announcement(text: str, start: int) -> bool:
    """Whether a colon or words like "among them" stand right before."""
    before = text[max(0, start - 40) : start]
    return before.rstrip().endswith((":", "(")) or _opens(before) is not None


def _opens(before: str) -> re.Match[str] | None:
    found = None
    for found in _OPEN.finditer(before):  # noqa: B007 - the last one is wanted
        pass
    if found is None:
        return None
    rest = re.sub(_ARTICLE, "", before[found.end() :])
    return found if not rest.strip() else None


def _line_rows(
    text: str, part: Span, names: Sequence[Mention], headings: Collection[int]
) -> list[tuple[_Row, str | None]]:
    """Entries on lines of their own, under a line that ends in a colon."""
    by_start = {name.span.start: name for name in names}
    found: list[tuple[_Row, str | None]] = []
    for match in _COLON_LINE.finditer(text, part.start, part.end):
        spans = _entries_below(text, match.end(), headings)
        if len(spans) < _FEWEST:
            continue
        named = [by_start[span.start] for span in spans if span.start in by_start]
        is_of_states = len(named) == len(spans)
        codes = [name.entry.code for name in named] if is_of_states else [None] * len(spans)
        items = tuple(ListItem(s.of(text), code, s) for s, code in zip(spans, codes, strict=True))
        row = _Row(items, spans[0].start, spans[-1].end, tuple(named) if is_of_states else ())
        found.append((row, "states" if is_of_states else None))
    return found


def _entries_below(text: str, start: int, headings: Collection[int]) -> list[Span]:
    spans: list[Span] = []
    while start < len(text) and start not in headings:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        stripped = line.strip(" \t•*–-")
        is_entry = 0 < len(stripped) <= _LONGEST_LINE and not re.search(r"[.!?]\s+\S", stripped)
        begins_prose = bool(spans) and stripped.endswith(".") and text[spans[0].end] != "."
        if not is_entry or begins_prose or line.rstrip().endswith(":"):
            break
        begin = start + line.index(stripped[0])
        spans.append(Span(begin, begin + len(stripped.rstrip(".;,"))))
        start = end + 1
    return spans


def _worded_rows(text: str, part: Span) -> list[_Row]:
    """Entries inside a sentence, after words like "among them"."""
    rows = []
    for match in _OPEN.finditer(text, part.start, part.end):
        limit = min(len(text), match.end() + _LONGEST_ROW)
        stop = _ROW_STOP.search(text, match.end(), limit)
        row = _split_items(text, match.end(), stop.start() if stop else limit)
        if row is not None:
            rows.append(row)
    return rows


def _split_items(text: str, start: int, end: int) -> _Row | None:
    cuts = [start, *(start + match.end() for match in re.finditer(", ", text[start:end]))]
    ends = [cut - len(", ") for cut in cuts[1:]] + [end]
    spans = [Span(cut, last) for cut, last in zip(cuts, ends, strict=True)]
    closing = _CLOSING.search(text, spans[-1].start, spans[-1].end)
    if closing is None:
        return None
    spans[-1:] = [Span(spans[-1].start, closing.start()), Span(closing.end(), spans[-1].end)]
    if len(spans) < _FEWEST or any(not 0 < len(span) <= _LONGEST_ITEM for span in spans):
        return None
    items = tuple(ListItem(span.of(text), None, span) for span in spans)
    return _Row(items, start, end)


def _found(text: str, row: _Row, kind: str | None, figures: Sequence[Figure]) -> Found:
    size = len(row.items)
    announcing = _introducing(text, row, kind, figures)
    introduced = None if announcing is None else int(announcing.value or 0)
    partial = _opens(text[max(0, row.start - 40) : row.start]) is not None
    is_whole = not partial and kind == "states" and _ROW_ENDS.match(text, row.end) is not None
    is_sure = is_whole and announcing is not None and _is_exhaustive(text, announcing, row)
    expected = introduced if is_sure or introduced == size else None
    may_be = kind == "states" and size >= _FEWEST_UNANNOUNCED and _may_be(size, text, row, figures)
    items = ItemList(_title(text, row, kind), kind, expected, row.items, auto=True)
    return Found(items, row.mentions, announcing, may_be)


def _introducing(
    text: str, row: _Row, kind: str | None, figures: Sequence[Figure]
) -> Figure | None:
    """The figure in the words that lead to the list, up to its colon, dash or bracket."""
    lead_start = _line_start(text, row.start - 2, 120)
    lead = text[lead_start : row.start]
    if not re.search(r"[:(]\s*(?:\w{1,4}\s|l['’])?\Z", lead) and not _opens(lead):
        return None
    end = bisect_left(figures, row.start, key=_start)
    for figure in reversed(figures[bisect_left(figures, lead_start, key=_start) : end]):
        span, value = figure.span, figure.value
        if span is None or span.end > row.start:
            continue
        fits = figure.unit is not None and (kind != "states" or counts_states(figure.unit))
        if fits and figure.qualifier is None and value is not None and value == int(value):
            clear = not re.search(r"[.;!?]\s", text[span.end : row.start])
            return figure if clear else None
    return None


def _is_exhaustive(text: str, figure: Figure, row: _Row) -> bool:
    """Whether a number says how long a list is, whatever its length: "the 5 states: …".

    Not where the number is only the whole that the list is part of, and not where other words stand
    between the two, for these may name a few of them: "the 14 states, first of all: …".
    """
    if figure.span is None or _PART_OF.search(text, max(0, _start(figure) - 20), _start(figure)):
        return False
    return _DIRECTLY.fullmatch(text, figure.span.end, row.start) is not None


def _start(figure: Figure) -> int:
    return figure.span.start if figure.span is not None else 0


def _line_start(text: str, end: int, reach: int) -> int:
    """Where the line begins that holds the character before ``end``, at most ``reach`` back."""
    floor = max(0, end - reach)
    return max(floor, text.rfind("\n", floor, max(floor, end)) + 1)


def _may_be(size: int, text: str, row: _Row, figures: Sequence[Figure]) -> bool:
    """Whether the row's own sentence counts no other number of states before it."""
    for figure in reversed(figures[: bisect_left(figures, row.start, key=_start)]):
        span = figure.span
        if span is None or re.search(r"[.;!?]\s|\n", text[span.end : row.start]):
            return True
        if counts_states(figure.unit):
            return figure.value == size
    return True


def _title(text: str, row: _Row, kind: str | None) -> str:
    """The words that lead to the list, as far as they are short enough to be its title."""
    line_start = _line_start(text, row.start - 1, 200)
    lead = text[line_start : row.start]
    opened = _opens(lead)
    if opened is not None:
        lead = lead[: opened.start()]
    elif not lead.rstrip().endswith((":", "(")):
        return _general_title(kind)
    clause = re.split(r"[.;:!?,]\s|\s[-–—]\s|[«»“”\"]", lead.strip(" :(\n-–—,"))[-1].strip()
    clause = _LEADING_ARTICLE.sub("", _TRAILING_VERB.sub("", clause))
    if len(clause) < 3:
        return _general_title(kind)
    if len(clause) > _TITLE_LENGTH:
        return "… " + clause[-_TITLE_LENGTH:].partition(" ")[2]
    return clause[0].upper() + clause[1:]


def _general_title(kind: str | None) -> str:
    return _("States named together") if kind == "states" else _("List")
