"""Lines at the edge of a page, among which its running head and foot are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.lines import Page, Stretch, plain

SAME_HEIGHT = 3.0
"""Points between heads that stand at the same height."""
DIGITS = re.compile(r"\d+")
_APART = 1.6
"""Times the size of the type: how far a head is from the text at least."""
_DEEPEST = 4
"""Lines from each edge that are looked at, and one more where it says that something goes on."""
_CONTINUED = re.compile(r"\w\s?\([^\W\d_]{5,15}\)\Z")
"""The end of such a line, as “Note 1 – Boats (continued)”, in any language."""


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """A line at the edge of a page."""

    text: str
    mask: str
    """Its words without their numbers; those of the page may stand before or behind them."""
    height: float
    stretches: tuple[Stretch, ...]

    @property
    def size(self) -> float:
        """The largest size of its type."""
        return max(stretch.size for stretch in self.stretches)

    def parts(self) -> Iterator[Part]:
        """What wider spaces part in it."""
        for stretch in self.stretches:
            words = plain(stretch.text).split(" ")
            left, taken = stretch.left, 0
            for gap in stretch.gaps:
                yield Part(" ".join(words[taken : gap.words]), left, gap.left)
                left, taken = gap.right, gap.words
            yield Part(" ".join(words[taken:]), left, stretch.right)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line."""

    text: str
    left: float
    """Where it begins, in points."""
    right: float
    """Where it ends, in points."""


def edge_of(page: Page, *, is_top: bool) -> list[EdgeLine]:
    """The outermost lines of a page, from its edge inwards."""
    heights = sorted({s.base for s in page.stretches}, reverse=is_top)
    lines: list[EdgeLine] = []
    for height in heights:
        if lines and abs(lines[-1].height - height) < SAME_HEIGHT:
            continue
        beside = [s for s in page.stretches if abs(s.base - height) < SAME_HEIGHT]
        beside.sort(key=lambda s: s.left)
        text = plain(" ".join(s.text for s in beside))
        if len(lines) == _DEEPEST and not (is_top and _CONTINUED.search(text)):
            break
        if len(lines) > _DEEPEST:
            break
        lines.append(EdgeLine(text, _mask(text), height, tuple(beside)))
    return lines


def _mask(text: str) -> str:
    return DIGITS.sub("#", " ".join(text.casefold().split())).strip("# ")


def is_apart(lines: Sequence[EdgeLine], at: int) -> bool:
    """Whether a line stands further from the next one than lines of a text do."""
    line, *others = lines[at : at + 2]
    return not others or abs(line.height - others[0].height) >= _APART * line.size
