"""Lines that are justified so wide that their words stand as far apart as columns do.

In narrow columns without hyphens there are many. They begin and end where other lines of their
column do, and all of their spaces are equally wide: so each is told, and is one line where the
columns of its page are looked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.model.records import replace
from briefing.parsing.importers.pdf.lines import Stretch

_SAME_EDGE = 1.5
"""Points between lines that end at one edge."""
_ENOUGH = 3
"""Lines that fill a column without wide spaces at least."""
_LEVEL = 0.1
"""Times the size of the type: how exactly the words of a line stand on it."""
_EVEN = 1.5
"""Times the narrowest space of a line: how wide its others may be."""


def as_whole_lines(
    stretches: Sequence[Stretch],
) -> tuple[list[Stretch], dict[int, list[Stretch]]]:
    """The lines of a page, each that is justified wide as one.

    Returns:
        The lines, and for those that are made of several parts by their identity what these are.
    """
    if len({round(s.base, 1) for s in stretches}) == len(stretches):
        return list(stretches), {}  # nothing stands beside anything
    full = Counter((round(s.left), round(s.right)) for s in stretches)
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for (left, right), count in full.items():
        if count >= _ENOUGH:
            for edge in (left - 1, left, left + 1):
                columns[edge].append(right)
    if not columns:
        return list(stretches), {}
    lines: list[Stretch] = []
    parts: dict[int, list[Stretch]] = {}
    for level in _levels(stretches):
        for run in _runs(level, columns):
            line = run[0] if len(run) == 1 else _joined(run)
            lines.append(line)
            if len(run) > 1:
                parts[id(line)] = run
    return (lines, parts) if parts else (list(stretches), {})


def _levels(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """What stands on one line across the page, from left to right."""
    level: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda s: -s.base):
        if level and level[0].base - stretch.base > _LEVEL * stretch.size:
            yield sorted(level, key=_left)
            level = []
        level.append(stretch)
    yield sorted(level, key=_left)


def _left(stretch: Stretch) -> float:
    return stretch.left


def _runs(
    level: Sequence[Stretch], columns: Mapping[int, Sequence[int]]
) -> Iterator[list[Stretch]]:
    """The parts of a line across the page, those together that are one line of a column.

    Args:
        level: The parts, from left to right.
        columns: Where columns end, by where they begin.
    """
    at = 0
    while at < len(level):
        rights = columns.get(round(level[at].left), ()) if at + 1 < len(level) else ()
        end = max((_end(level, at, right) for right in rights), default=at)
        yield list(level[at : end + 1])
        at = end + 1


def _end(level: Sequence[Stretch], at: int, right: int) -> int:
    """The last part of a justified line that begins with one and fills its column; else this."""
    for end in range(at + 1, len(level)):
        is_alike = level[end].size == level[at].size and level[end].box == level[at].box
        if not is_alike or level[end].right > right + _SAME_EDGE:
            break
        if level[end].right >= right - _SAME_EDGE:
            return end if _is_justified(level[at : end + 1]) else at
    return at


def _is_justified(run: Sequence[Stretch]) -> bool:
    """Whether the parts of a line are words, and all spaces in it are equally wide."""
    inside = [gap.right - gap.left for part in run for gap in part.gaps]
    widths = [*inside, *(after.left - before.right for before, after in pairwise(run))]
    spaces = sum(part.text.count(" ") for part in run) + len(run) - 1
    wordy = sum(any(map(str.isalpha, part.text)) for part in run)
    is_even = len(widths) == spaces and max(widths) <= _EVEN * min(widths)
    return is_even and wordy * 2 > len(run)


def _joined(run: Sequence[Stretch]) -> Stretch:
    text = " ".join(part.text for part in run)
    is_bold = all(part.bold for part in run)
    return replace(run[0], text=text, right=run[-1].right, bold=is_bold, gaps=(), looks="")
