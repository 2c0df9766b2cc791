"""What most of a document is set in: the size of its text and the distance of its lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.lines import Row
from briefing.parsing.importers.pdf.medians import median

_FEWEST_SPACES = 4
"""Between the words of a line of running text."""
_MUCH, _LITTLE = 0.12, 1.25
"""The share of the running text that a size has which is one of it, and how many times as large as
that of the most it is at most."""
_TOLD = 0.5
"""The share of all text that is running where that tells anything; not so without spaces."""
_ENOUGH = 4
"""Lines that tell how far apart they are."""
_ROOM = 3.0
"""Times the size of the type: how far before the end of its column a line ends that fills it."""
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
    texts: frozenset[float] = frozenset()
    """Other sizes that much of the running text is set in, a little larger than the most of it."""

    def pitch(self, size: float) -> float:
        """How far apart lines of a size are."""
        leading = self.pitches.get(self.body, _USUAL_PITCH * self.body) / self.body
        return self.pitches.get(size, max(leading, _USUAL_PITCH) * size)


def _running(rows: Sequence[Row]) -> list[Row]:
    """The rows that may be of running text: of several words, and no cells of a table."""
    alone = (row for row in rows if len(row.cells) == 1 and not row.ruled)
    return [row for row in alone if row.text.count(" ") >= _FEWEST_SPACES]


def measure(rows: Sequence[Row]) -> Measures:
    """Measure a document by its characters."""
    sizes = Counter[float]()
    bold = Counter[bool]()
    for row in _running(rows) or rows:
        sizes[row.size] += len(row.text)
    body = max(sizes, key=lambda size: (sizes[size], size), default=10.0)
    for row in rows:
        if row.size == body:
            bold[row.bold] += len(row.text)
    pitches = _pitches(rows)
    enough = _MUCH * max(sizes.total(), _TOLD * sum(len(row.text) for row in rows))
    near = (size for size in sizes if body < size <= _LITTLE * body)
    texts = frozenset(size for size in near if sizes[size] >= enough)
    return Measures(body, bold[True] > bold[False], pitches, texts)


def _pitches(rows: Sequence[Row]) -> dict[float, float]:
    """How far apart the lines of a paragraph are, by the size of their type.

    Where lines fill their column, what follows is of the same paragraph; where too few do, most
    lines tell.
    """
    gaps: defaultdict[float, list[float]] = defaultdict(list)
    below_full: defaultdict[float, list[float]] = defaultdict(list)
    for above, below in pairwise(rows):
        size, gap = below.size, above.base - below.base
        if above.ruled or below.ruled:
            continue  # the lines of neighbouring cells
        if above.column == below.column and above.size == size and 0 < gap < 3 * size:
            gaps[size].append(gap)
            if above.right_edge - above.right <= _ROOM * size:
                below_full[size].append(gap)
    pitches = {size: median(found) for size, found in gaps.items() if len(found) >= _ENOUGH}
    told = {size: median(found) for size, found in below_full.items() if len(found) >= _ENOUGH}
    return {size: min(pitch, told.get(size, pitch)) for size, pitch in pitches.items()}
