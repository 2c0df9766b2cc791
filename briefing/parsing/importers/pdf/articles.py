"""Parts of a page that are set in other columns than those above or below them.

The articles of a newspaper stand one below the other, one in four columns and the next in three. No
gutter runs through all of them: lines that are drawn between them, and their headings, tell where
one ends. Columns that go on below such a line stay together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.both_sides import ENOUGH_LINES, SAME_EDGE, crosses
from briefing.parsing.importers.pdf.lines import Box, Stretch, plain
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.numbered import is_caption

_LARGE = 1.25
"""Times the size of most lines: type of a heading that begins an article."""
_ALONE = 0.8
"""Times the size of such a heading: how far it is from what stands beside it."""
_MOST_CROSSED = 3
"""Lines in the columns of one part that stand across a gutter of another one, if both differ."""
_SAME_GUTTER = 12.0
"""Points between gutters of parts that are set in the same columns."""
_MANY_WORDS = 4
"""Words of a line of text; cells have fewer."""

Gutters = Callable[[Sequence[Stretch]], list[float]]
"""What finds the gutters between the columns of some lines."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines between two places where a page may be parted."""

    lines: list[Stretch]
    inside: list[Stretch]
    """Those that stand in its columns."""
    gutters: list[float]
    """Where its columns end, but for the last one."""


def parted_by_grids(
    stretches: Sequence[Stretch], bars: Sequence[Box], gutters: Gutters, known: Sequence[float]
) -> list[list[Stretch]]:
    """The lines of a page by parts, from top to bottom; one part where all have the same columns.

    Args:
        stretches: Some lines of a page.
        bars: What is drawn across all of them.
        gutters: Finds the gutters of some of them.
        known: Where columns of other pages begin.
    """
    parts = list(_parts(stretches, bars))
    if len(parts) < 2 or not any(map(_has_beside, parts)):
        return [list(stretches)]
    found = [_part(lines, gutters(lines) if _has_beside(lines) else []) for lines in parts]
    grid = gutters(stretches)
    most = max(len(part.gutters) for part in found)
    columned = [part for part in found if part.gutters]
    if not grid and len(columned) == 1 and not _begin_at(columned[0], known):
        return [list(stretches)]  # a table between paragraphs
    inside = [line for part in found for line in part.inside]
    if len(grid) >= most and not any(crosses(line, gutter) for line in inside for gutter in grid):
        return [list(stretches)]
    whole: list[_Part] = []
    for part in found:
        if whole and not _differ(whole[-1], part):
            whole.append(_joined(whole.pop(), part))
        else:
            whole.append(part)
    return [part.lines for part in whole]


def _joined(above: _Part, below: _Part) -> _Part:
    lines = [*above.lines, *below.lines]
    return _Part(lines, [*above.inside, *below.inside], [*above.gutters, *below.gutters])


def _parts(stretches: Sequence[Stretch], bars: Sequence[Box]) -> Iterator[list[Stretch]]:
    """The lines between bars, and from one heading to the next."""
    lines = sorted(stretches, key=lambda s: (-s.base, s.left))
    heads = {id(line) for line in _heads(lines)}
    cuts = [(bar.low + bar.high) / 2 for bar in bars]
    part: list[Stretch] = []
    for line in lines:
        above = part[-1] if part else line
        is_cut = any(line.base < cut < above.base for cut in cuts)
        begins = id(line) in heads and id(above) not in heads
        if part and (is_cut or begins):
            named = _captions(part)
            yield part[: len(part) - named]
            part = part[len(part) - named :]
        part.append(line)
    if part:
        yield part


def _captions(lines: Sequence[Stretch]) -> int:
    """How many lines at the end of a part name the table below it: one, or none.

    Nothing stands beside it.
    """
    if len(lines) < 2 or not is_caption(plain(lines[-1].text)):
        return 0
    return int(lines[-2].base - lines[-1].base > lines[-1].size)


def _heads(lines: Sequence[Stretch]) -> Iterator[Stretch]:
    """The lines in large type, from top to bottom, that begin at the edge of all of them.

    Nothing stands beside them but others of their kind.
    """
    if not lines:
        return
    large = _LARGE * median(line.size for line in lines)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    for line in lines:
        if line.size <= large:
            continue
        is_at_edge = line.left - left <= SAME_EDGE
        is_centred = abs(line.left - left - (right - line.right)) <= 2 * line.size
        others = (s for s in lines if s.size <= large)
        is_alone = all(abs(s.base - line.base) > _ALONE * line.size for s in others)
        if is_alone and (is_at_edge or is_centred):
            yield line


def _has_beside(lines: Sequence[Stretch]) -> bool:
    """Whether several lines stand beside others."""
    levels = Counter(round(line.base / SAME_EDGE) for line in lines)
    return sum(count > 1 for count in levels.values()) >= ENOUGH_LINES - 1


def _part(lines: list[Stretch], gutters: list[float]) -> _Part:
    inside = [line for line in lines if not any(crosses(line, gutter) for gutter in gutters)]
    return _Part(lines, inside, gutters)


def _differ(one: _Part, other: _Part) -> bool:
    """Whether several lines in the columns of one part stand across a gutter of the other."""
    pairs = list(zip(sorted(one.gutters), sorted(other.gutters), strict=False))
    if len(one.gutters) == len(other.gutters) and all(abs(a - b) <= _SAME_GUTTER for a, b in pairs):
        return False
    return _is_across(one, other.gutters) or _is_across(other, one.gutters)


def _begin_at(part: _Part, known: Sequence[float]) -> bool:
    """Whether several lines of a part begin where columns are known to, behind the first one."""
    inner = [line for line in part.inside if line.left >= part.gutters[0]]
    begin = sum(any(abs(line.left - edge) <= SAME_EDGE for edge in known) for line in inner)
    return begin >= ENOUGH_LINES


def _is_across(part: _Part, gutters: Sequence[float]) -> bool:
    """Whether lines of a part stand across gutters of another: most of them, if it has none."""
    long = sum(line.text.count(" ") + 1 >= _MANY_WORDS for line in part.inside)
    fewest = _MOST_CROSSED if part.gutters else max(_MOST_CROSSED, long / 2)
    across = sum(any(crosses(line, gutter) for gutter in gutters) for line in part.inside)
    return across >= fewest
