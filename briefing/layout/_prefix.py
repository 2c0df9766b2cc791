"""What stands left of a block: bars of quotes, markers of list items and footnotes."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.article import Block, Container, ContainerKind, Style
from briefing.model.line import Piece, Role
from briefing.text.safe import visible
from briefing.text.width import cells

QUOTE_BAR = "▌ "
"""Left of every line of a quote."""


def decoration(text: str, style: Style = Style.PLAIN, address: str | None = None) -> Piece:
    """A piece that stands for no character of the text."""
    return Piece(text, None, Role.DECORATION, style, address=address)


def _texts(container: Container, is_first: bool) -> str:
    if container.kind is ContainerKind.QUOTE:
        return QUOTE_BAR
    marker = f"{visible(container.marker)} "
    return marker if is_first else " " * cells(marker)


def prefix_cells(containers: Sequence[Container], width_cells: int) -> int:
    """How wide the prefixes of a block are, on a line of so many cells."""
    kept = _kept(containers, width_cells // 2)
    return sum(cells(_texts(each, is_first=True)) for each in kept)


def _kept(containers: Sequence[Container], room: int) -> Sequence[Container]:
    """The innermost containers whose prefixes fit into ``room`` cells."""
    used = 0
    for count, each in enumerate(reversed(containers)):
        used += cells(_texts(each, is_first=True))
        if used > room:
            return containers[len(containers) - count :]
    return containers


class Prefixes:
    """Knows which containers have shown their marker, block after block.

    Args:
        width_cells: The whole line. Prefixes take at most half of it: of deeper nesting, only the
            innermost containers are drawn.
    """

    def __init__(self, width_cells: int) -> None:
        self._room = width_cells // 2
        self._shown: set[int] = set()

    def of(self, block: Block) -> tuple[str, str]:
        """The prefix of a block's first line, and of its other lines; both are equally wide."""
        if not block.containers:
            return "", ""
        kept = _kept(block.containers, self._room)
        first = "".join(_texts(each, each.id not in self._shown) for each in kept)
        rest = "".join(_texts(each, is_first=False) for each in kept)
        self._shown.update(each.id for each in block.containers)
        return first, rest

    def between(self, above: Block, below: Block) -> str:
        """The prefix of the blank line between two blocks: that of what encloses both."""
        shared = [a for a, b in zip(above.containers, below.containers, strict=False) if a == b]
        return "".join(_texts(each, is_first=False) for each in _kept(shared, self._room)).rstrip()
