"""What most of a document is set in: the size of its text and the distance of its lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.lines import Row

_USUAL_PITCH = 1.2
"""Times the size of the type: how far apart lines are where nothing tells."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The type of a document."""

    body: float
    """The size of its running text, in points."""
    is_bold: bool
    """Whether its running text is bold."""
    pitches: dict[float, float]
    """By the size of the type, how far apart the lines of a paragraph are, in points."""

    def pitch(self, size: float) -> float:
        """How far apart lines of a size are."""
        leading = self.pitches.get(self.body, _USUAL_PITCH * self.body) / self.body
        return self.pitches.get(size, max(leading, _USUAL_PITCH) * size)


def measure(rows: Sequence[Row]) -> Measures:
    """Measure a document by its characters."""
    sizes = Counter[float]()
    bold = Counter[bool]()
    for row in rows:
        sizes[row.size] += len(row.text)
    body = max(sizes, key=lambda size: (sizes[size], size), default=10.0)
    for row in rows:
        if row.size == body:
            bold[row.bold] += len(row.text)
    gaps: defaultdict[float, list[float]] = defaultdict(list)
    for above, below in pairwise(rows):
        gap = above.base - below.base
        if above.column == below.column and above.size == below.size and 0 < gap < 3 * below.size:
            gaps[below.size].append(gap)
    pitches = {size: median(found) for size, found in gaps.items() if len(found) >= 4}
    return Measures(body, bold[True] > bold[False], pitches)
