"""The words of a block as HTML: cut where a style changes or a passage begins or ends."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from briefing.exchange.html.passages import Passages, Piece
from briefing.exchange.html.write import href, kept, silent_link, words
from briefing.model.article import Run, Style
from briefing.model.span import Span
from briefing.text.i18n import _

_TAGS = (
    (Style.STRONG, "strong"),
    (Style.EMPHASIS, "em"),
    (Style.STRUCK, "s"),
    (Style.CODE, "code"),
)


@dataclass(slots=True)
class Footnotes:
    """The marks of footnotes met so far."""

    counts: dict[str, int] = field(default_factory=dict)
    """How often each number stands in the text."""

    def mark(self, number: str) -> str:
        """The way from the text to a footnote."""
        self.counts[number] = count = self.counts.get(number, 0) + 1
        own_id = f"to-footnote-{number}" if count == 1 else ""
        said = _("Footnote {number}").format(number=number)
        return silent_link(f"footnote-{number}", f"[{number}]", said, "ref", own_id)


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a chunk, ready to be written."""

    text: str
    """The chunk's text, safe, not yet escaped."""
    base: int
    """The chunk's first character in the reading text."""
    runs: tuple[Run, ...]
    """The styled stretches of the block, in characters of the chunk."""


class Writer:
    """Writes words with their styles and passages.

    Args:
        passages: What is said about the text.
        anchors: The ids of headings by the names that links in the text use.
    """

    def __init__(self, passages: Passages, anchors: Mapping[str, str]) -> None:
        self.passages = passages
        self.anchors = anchors
        self.footnotes = Footnotes()

    def write(self, given: Words, span: Span, *, is_code: bool = False) -> str:
        """The characters of a chunk from ``span.start`` to ``span.end``."""
        return "".join(_Line(self, given, span, is_code=is_code).parts())

    def run_href(self, run: Run) -> str | None:
        """Where a run leads, as an attribute's value."""
        address = run.address or ""
        if address.startswith("#") and address[1:].casefold() in self.anchors:
            return f"#{self.anchors[address[1:].casefold()]}"
        return href(address)


class _Line:
    """The state of writing one stretch."""

    def __init__(self, writer: Writer, given: Words, span: Span, *, is_code: bool) -> None:
        self.writer = writer
        self.given = given
        self.span = span
        self.escape: Callable[[str], str] = kept if is_code else _with_breaks
        runs = [run for run in given.runs if run.span.start <= span.end >= run.span.end]
        runs = [run for run in runs if run.span.start >= span.start]
        self.runs = [run for run in runs if len(run.span)]
        self.marks = [run for run in runs if not len(run.span)]
        self.links = [run.span for run in runs if self._leads(run)]
        first, last = span.start + given.base, span.end + given.base
        self.found = sorted(writer.passages.within(first, last), key=lambda piece: piece.order)
        self.starts = [piece.start for piece in self.found]
        self.cuts: set[int] = set()
        """Where passages go on that another one has cut in two."""
        self.next_mark = 0
        self.next_run = 0

    def _leads(self, run: Run) -> bool:
        is_mark = bool(run.style & Style.FOOTNOTE_MARK)
        return is_mark or (run.address is not None and self.writer.run_href(run) is not None)

    def parts(self) -> Iterator[str]:
        """Opening and closing tags with the words between them; what crosses is cut in two."""
        position = self.span.start
        queue = [(piece.order, number, piece) for number, piece in enumerate(self.found)]
        heapq.heapify(queue)
        count = len(queue)
        open_ones: list[tuple[int, str]] = []
        while queue:
            _order, _number, piece = heapq.heappop(queue)
            start, end = piece.start - self.given.base, piece.end - self.given.base
            while open_ones and open_ones[-1][0] <= start:
                stop, closing = open_ones.pop()
                yield from self._words(position, stop)
                yield closing
                position = stop
            if open_ones and end > open_ones[-1][0]:
                end = open_ones[-1][0]
                cut = end + self.given.base
                rest = Piece(cut, piece.end, piece.passage)
                self.cuts.add(cut)
                heapq.heappush(queue, (rest.order, count, rest))
                count += 1
                piece = Piece(piece.start, cut, piece.passage)
            yield from self._words(position, start)
            position = start
            opening, closing = self.writer.passages.open(piece, may_link=self._may_link(piece))
            yield opening
            open_ones.append((end, closing))
        for stop, closing in reversed(open_ones):
            yield from self._words(position, stop)
            yield closing
            position = stop
        yield from self._words(position, self.span.end)

    def _may_link(self, piece: Piece) -> bool:
        """Whether a part of a passage may be a link: no other link or passage is inside."""
        if not piece.passage.is_quiet or not piece.is_last:
            return False
        if piece.start != piece.passage.span.start or piece.start in self.cuts:
            return False
        own = Span(piece.start - self.given.base, piece.end - self.given.base)
        if any(own.start <= link.end and link.start <= own.end for link in self.links):
            return False
        # What begins before it and ends inside has cut it in two already.
        first, last = (bisect_left(self.starts, at) for at in (piece.start, piece.end))
        others = (one for one in self.found[first:last] if one.passage is not piece.passage)
        return all(one.start == piece.start and one.end >= piece.end for one in others)

    def _words(self, start: int, end: int) -> Iterator[str]:
        """Plain and styled words without any passage that begins or ends inside."""
        position = start
        while self.next_mark < len(self.marks) and self.marks[self.next_mark].span.start <= end:
            mark = self.marks[self.next_mark]
            yield from self._styled(position, mark.span.start)
            position = max(position, mark.span.start)
            yield self._mark(mark)
            self.next_mark += 1
        yield from self._styled(position, end)

    def _styled(self, start: int, end: int) -> Iterator[str]:
        position = start
        while position < end:
            while self.next_run < len(self.runs) and self.runs[self.next_run].span.end <= position:
                self.next_run += 1
            run = self.runs[self.next_run] if self.next_run < len(self.runs) else None
            if run is None or run.span.start >= end:
                yield self.escape(self.given.text[position:end])
                return
            if run.span.start > position:
                yield self.escape(self.given.text[position : run.span.start])
                position = run.span.start
            stop = min(run.span.end, end)
            yield self._dressed(self.escape(self.given.text[position:stop]), run)
            position = stop

    def _dressed(self, content: str, run: Run) -> str:
        for style, tag in _TAGS:
            if run.style & style:
                content = f"<{tag}>{content}</{tag}>"
        target = self.writer.run_href(run)
        if run.style & Style.IMAGE and not run.style & Style.LINK:
            content = f'<span class="image">{content}</span>'
        return content if target is None else f'<a href="{target}">{content}</a>'

    def _mark(self, run: Run) -> str:
        if run.style & Style.FOOTNOTE_MARK:
            return self.writer.footnotes.mark(words(run.address or ""))
        said = _("Image {address}").format(address=_image_name(run.address or ""))
        target = self.writer.run_href(run)
        if target is None:
            return f'<span class="image" role="img" aria-label="{words(said)}"></span>'
        return f'<a class="image" href="{target}" aria-label="{words(said)}"></a>'


def _with_breaks(text: str) -> str:
    return kept(text).replace("\n", "<br>\n")


def _image_name(address: str) -> str:
    if address.startswith("data:"):
        return "data"
    return address.partition("?")[0].rstrip("/").rpartition("/")[2]
