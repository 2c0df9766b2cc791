"""Where in an article something lies, as a small line of blocks: ``▁▁▂█▁▅``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model.span import Span

_LEVELS = "▁▂▅█"
"""Nothing, a little, more, most: four are told apart at a glance."""
_RUNS = re.compile(f"{_LEVELS[0]}+|[^{_LEVELS[0]}]+")


def density_line(spans: Iterable[Span], length: int, cells: int) -> str:
    """How often something stands in each part of a text, beside where it stands most often.

    Args:
        spans: Passages of the reading text.
        length: Characters of the whole text.
        cells: How many parts of the same length are told apart, a cell each.
    """
    counts = [0] * cells
    for span in spans:
        counts[min(cells - 1, span.start * cells // max(1, length))] += 1
    most = max(counts, default=0)
    steps = len(_LEVELS) - 1
    return "".join(_LEVELS[-(-count * steps // most) if count else 0] for count in counts)


def density_runs(line: str) -> Iterator[tuple[str, bool]]:
    """The parts of such a line that are drawn alike, and whether there is anything in them."""
    return ((run[0], run[0][0] != _LEVELS[0]) for run in _RUNS.finditer(line))
