"""The quotations of a draft: its block quotes, what stands between marks, and what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.analysis.quotation_marks import Quoted, quoted_stretches
from briefing.anchoring.quoted_words import read_quotation
from briefing.model.article import Block, BlockKind, ContainerKind
from briefing.model.quotation import Quotation
from briefing.model.span import Place, Span
from briefing.session.naming import NamingPoint, naming_points
from briefing.session.reading import Reading

LEAST_WORDS = 4
"""Shorter stretches between quotation marks may be words that are talked about."""
_LEAST_NAMED = 2
"""Words of a quotation beside which its source is named."""
_MOST_OF_BLOCK = 0.5
"""A block quote with so much of it between marks is what stands between them."""
_ATTRIBUTION = re.compile(r"\s*(?:—|–|―|--)\s*\S")
_CALLOUT = re.compile(r"\s*\[![A-Za-z]+\]")
"""``[!NOTE]``, with which some programs make a box of a block quote."""
_BARE = ' \n\t"“”„«»'


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of a draft, in characters of the whole reading text."""

    block: Block
    """The block."""
    span: Span
    """Its characters."""
    quote: tuple[int, int] | None = None
    """Which block quote it stands in: chunk and container."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """What a draft quotes."""

    quotations: tuple[Quotation, ...]
    """Its quotations, in its order, the outermost ones."""
    too_short: int
    """Stretches between marks, and block quotes, that are too short to be among them."""


def quotations_of(reading: Reading) -> Quoting:
    """The quotations of a draft of four words and more.

    Where a source is named beside it, a shorter one is among them, too. Footnotes, code and
    headings are looked through for marks too, but for code.
    """
    stretches = list(_stretches(reading))
    text = reading.article.text
    points = naming_points(text, stretches)
    found = [*_block_quotes(text, stretches, points), *_between_marks(text, stretches, points)]
    known = [one for one in found if is_long(one.quote) or _is_few_named_words(one)]
    lines = (_with_line(reading, one) for one in known)
    in_order = sorted(lines, key=lambda one: one.span.start)
    said = sum(bool(len(read_quotation(one.quote))) for one in found)
    return Quoting(tuple(in_order), said - len(known))


def _stretches(reading: Reading) -> Iterator[Stretch]:
    for index in range(reading.document.chunk_count):
        for block in reading.document.chunk(index).blocks:
            start = reading.offset(Place(index, block.span.start))
            if start is None or block.kind in (BlockKind.CODE, BlockKind.RULE):
                continue
            quotes = [one.id for one in block.containers if one.kind is ContainerKind.QUOTE]
            quote = (index, quotes[0]) if quotes else None
            yield Stretch(block, Span(start, start + len(block.span)), quote)


def is_long(quote: str) -> bool:
    """Whether a quotation has words enough to be looked for anywhere."""
    return len(read_quotation(quote)) >= LEAST_WORDS


def _is_few_named_words(one: Quotation) -> bool:
    return bool(one.names) and len(read_quotation(one.quote)) >= _LEAST_NAMED


def _with_line(reading: Reading, one: Quotation) -> Quotation:
    line = reading.line_number(reading.place(one.span.start))
    parts = tuple(_with_line(reading, part) for part in one.parts)
    return replace(one, line=line, parts=parts, inside=_deeper(reading, one.inside))


def _deeper(reading: Reading, inside: Sequence[Quotation]) -> tuple[Quotation, ...]:
    return tuple(_with_line(reading, one) for one in inside if is_long(one.quote))


def _quotation(text: str, span: Span, points: Sequence[NamingPoint]) -> Quotation:
    """A quotation without the marks and white space at its ends; its line is to follow."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_BARE))
    end = max(start, span.end - (len(words) - len(words.rstrip(_BARE))))
    names = tuple(naming for point in points for naming in point.names)
    return Quotation(text[start:end], Span(start, end), 0, names)


def _between_marks(
    text: str, stretches: Sequence[Stretch], points: Sequence[NamingPoint]
) -> Iterator[Quotation]:
    outside = [stretch.span for stretch in stretches if stretch.quote is None]
    found = quoted_stretches(text, outside)
    for index, one in enumerate(found):
        home = next(span for span in outside if one.span.start <= span.end)
        last = next((span for span in outside if one.span.end <= span.end), home)
        before = found[index - 1].span.end if index else 0
        after = found[index + 1].span.start if index + 1 < len(found) else len(text)
        room = Span(max(home.start, before), min(last.end, after) + (after > last.end))
        yield _tree(text, one, _nearest(one.span, room, points))


def _tree(text: str, one: Quoted, points: Sequence[NamingPoint]) -> Quotation:
    inside = tuple(_tree(text, deeper, points) for deeper in one.inside)
    return replace(_quotation(text, one.span, points), inside=inside)


def _nearest(span: Span, room: Span, points: Sequence[NamingPoint]) -> list[NamingPoint]:
    """What may name a quotation's source: a link around it, what follows, what stands before."""
    near = [p for p in points if room.start <= p.span.start and p.span.end <= room.end]
    around = [p for p in near if p.span.start <= span.start and span.end <= p.span.end]
    behind = [p for p in near if p.span.start >= span.end]
    before = [p for p in near if p.span.end <= span.start]
    return [*around, *behind, *reversed(before)]


def _block_quotes(
    text: str, stretches: Sequence[Stretch], points: Sequence[NamingPoint]
) -> Iterator[Quotation]:
    at = 0
    while at < len(stretches):
        end = at + 1
        if stretches[at].quote is not None:
            while end < len(stretches) and stretches[end].quote == stretches[at].quote:
                end += 1
            if not _CALLOUT.match(stretches[at].span.of(text)):
                yield from _block_quote(text, stretches, Span(at, end), points)
        at = end


def _block_quote(
    text: str, stretches: Sequence[Stretch], group: Span, points: Sequence[NamingPoint]
) -> Iterator[Quotation]:
    """What a block quote quotes: its paragraphs but for the last, where that says who said it."""
    spans = [stretch.span for stretch in stretches[group.start : group.end] if len(stretch.span)]
    near = _around_block(text, stretches, group, points)
    parts = [part for part in (_without_attribution(text, span) for span in spans) if len(part)]
    if not parts:
        return
    whole = Span(parts[0].start, parts[-1].end)
    marked = quoted_stretches(text, parts)
    if sum(len(one.span) for one in marked) >= _MOST_OF_BLOCK * len(whole):
        yield from (_tree(text, one, near) for one in marked)
        return
    one = _quotation(text, whole, near)
    long = list(_long_parts(text, parts))
    pieces = tuple(_quotation(text, part, near) for part in long) if len(long) > 1 else ()
    inside = tuple(_tree(text, deeper, near) for deeper in marked)
    yield replace(one, parts=pieces, inside=inside)


def _long_parts(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Paragraphs, those of a few words together with what follows."""
    start = paragraphs[0].start
    for this, following in zip(paragraphs, (*paragraphs[1:], None), strict=True):
        if following is None or is_long(text[start : this.end]):
            yield Span(start, this.end)
            start = following.start if following else this.end


def _without_attribution(text: str, span: Span) -> Span:
    """A paragraph without the line that begins with a dash, and says who said it, at its end."""
    for match in re.finditer(r"(?:^|\n)([^\n]*)$", span.of(text)):
        if _ATTRIBUTION.match(match[1]):
            return Span(span.start, span.start + match.start())
    return span


def _around_block(
    text: str, stretches: Sequence[Stretch], group: Span, points: Sequence[NamingPoint]
) -> list[NamingPoint]:
    """What may name the source of a block quote: what stands in it, above it, and below."""
    within = Span(stretches[group.start].span.start, stretches[group.end - 1].span.end)
    found = [p for p in points if within.start <= p.span.start and p.span.end <= within.end]
    found.reverse()
    if group.start:
        above = stretches[group.start - 1].span
        if above.of(text).rstrip().endswith(":"):
            found += reversed([p for p in points if above.start <= p.span.start < above.end])
            found += [p for p in points if p.span.start == p.span.end == above.end]
    if group.end < len(stretches):
        below = stretches[group.end].span
        if re.match(r"\s*[—–―(\[]|\s*--", below.of(text)):
            found += [p for p in points if below.start <= p.span.start <= below.end]
    return found
