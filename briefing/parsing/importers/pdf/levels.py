"""What stands on each line across a page, whichever column it is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.parsing.importers.pdf.lines import Stretch

_SAME_LINE = 0.35
"""Times the size of the type: how far apart what stands on one line is at most."""


def levels_of(stretches: Sequence[Stretch], same: float = _SAME_LINE) -> Iterator[list[Stretch]]:
    """What stands on each line across the page, from top to bottom.

    Args:
        stretches: Some lines of a page.
        same: Times the size of the type: how far apart what stands on one line is at most.
    """
    level: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda s: (-s.base, s.left)):
        if level and level[0].base - stretch.base > same * stretch.size:
            yield level
            level = []
        level.append(stretch)
    if level:
        yield level
