"""The passages of a page: where each begins, what it looks like, and the ways back from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing.exchange.html.write import silent_link, words
from briefing.exchange.sheet import Statement
from briefing.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the text that something is said about."""

    span: Span
    """Characters of the reading text."""
    statements: tuple[Statement, ...]
    """What is said about them, the strongest look first."""

    @property
    def id(self) -> str:
        """The id of its element."""
        return f"p-{self.span.start}-{self.span.end}"

    @property
    def is_quiet(self) -> bool:
        """Whether it may be a link itself, as nothing but quiet statements rests on it."""
        return all(one.is_quiet for one in self.statements)

    @property
    def look(self) -> str:
        """Its class: the strongest one."""
        return next((one.look for one in self.statements if one.look), "")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a passage inside one paragraph, cell or other passage."""

    start: int
    """Its first character in the reading text."""
    end: int
    """The character after its last one."""
    passage: Passage
    """What it is a part of."""

    @property
    def is_last(self) -> bool:
        """Whether the passage ends here."""
        return self.end == self.passage.span.end

    @property
    def order(self) -> tuple[int, int, int]:
        """Which begins first; of two that begin together, the longer one."""
        return self.start, -self.end, -self.passage.span.end


class Passages:
    """All passages of a page.

    Args:
        statements: What rests on them.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        grouped: dict[Span, list[Statement]] = {}
        for statement in statements:
            grouped.setdefault(statement.span, []).append(statement)
        self._all = [Passage(span, tuple(grouped[span])) for span in sorted(grouped)]
        self._starts = [passage.span.start for passage in self._all]
        # The furthest end so far: it only grows, so what lies wholly before a place is cut off.
        self._reach = list(accumulate((passage.span.end for passage in self._all), max))
        self.begun: set[str] = set()
        """The ids that stand in the page: links may lead there."""
        self.continued: dict[str, None] = {}
        """Those of passages that stand in several parts, in the order of the text."""

    def within(self, start: int, end: int) -> Sequence[Piece]:
        """The parts of passages in a stretch of the text, in no order."""
        first = bisect_left(self._reach, start)
        last = bisect_right(self._starts, end)
        found = []
        for passage in self._all[first:last]:
            span = passage.span
            is_shared = span.start < end and span.end > start
            if is_shared or (not len(span) and passage.id not in self.begun):
                found.append(Piece(max(span.start, start), min(span.end, end), passage))
        return found

    def open(self, piece: Piece, *, may_link: bool) -> tuple[str, str]:
        """The tags around a part of a passage, and what follows it.

        Args:
            piece: The part.
            may_link: Whether nothing in it is a link.
        """
        passage = piece.passage
        is_first = passage.id not in self.begun
        self.begun.add(passage.id)
        name = f' id="{passage.id}"' if is_first else f' data-of="{passage.id}"'
        if not is_first:
            self.continued[passage.id] = None
        look = f' class="{words(passage.look)}"' if passage.look else ""
        if passage.is_quiet and may_link:
            one = passage.statements[0]
            title = f' title="{words(one.said)}"'
            return f'<a{name}{look} href="#{one.ref}"{title}>', "</a>"
        tag = "mark" if passage.look and not passage.is_quiet else "span"
        return f"<{tag}{name}{look}>", f"</{tag}>{self._ways_back(piece)}"

    @staticmethod
    def _ways_back(piece: Piece) -> str:
        if not piece.is_last:
            return ""
        return "".join(
            silent_link(one.ref, one.sign, one.said, "ref") for one in piece.passage.statements
        )

    def link(self, span_id: str, content: str, said: str = "") -> str:
        """A link to a passage, or just the words where it does not stand in the page."""
        if span_id not in self.begun:
            return content
        label = f' aria-label="{words(said)}"' if said else ""
        return f'<a class="to" href="#{span_id}"{label}>{content}</a>'
