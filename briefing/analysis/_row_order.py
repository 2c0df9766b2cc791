"""How telling the rows of the Figures panel are, beside each other.

The weights of a row's signs sum to how much likelier an editor tells it among the first. They are
fitted to articles of which readers marked the main figures (`python -m tests.accuracy.order`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import repeat

from briefing.analysis._row_signs import RowSigns
from briefing.model.figure import Figure

SIEVE = 1 / 4
"""What weights of `ranking` count here, where all spread less by so much."""

PROMISED: Mapping[str, float] = {"in title": 1.5, "in lead": 1.5, "near lead": 0.5, "deaths": 1.5}
"""What is added by hand: in the openings that the weights are fitted to all is near the lead.

Neither this nor deaths made the order of those worse.
"""


@cache
def _weights() -> Mapping[str, float]:
    data = resources.files(__package__).joinpath("row_weights.toml").read_text("utf-8")
    fitted: Mapping[str, float] = tomllib.loads(data)["signs"]
    return {**fitted, **{sign: fitted.get(sign, 0.0) + more for sign, more in PROMISED.items()}}


def weights_of(rows: Sequence[Figure], signs: RowSigns, cells: Collection[int] = ()) -> list[float]:
    """What the weights of the signs of rows add up to, for each row.

    Args:
        rows: All rows of a text, with their labels and a passage each.
        signs: Those of the text.
        cells: Which of the rows stand in cells.
    """
    return [sum(map(_weights().get, shown, repeat(0.0))) for shown in signs.of(rows, cells)]
