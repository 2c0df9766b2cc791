"""How panels share the height beside the text, by what they hold and by which of them is in use.

::

    ─ Summary ───────        an empty panel is its title alone, a short one as high as its rows
    • Un nuovo rapporto …    the one with the keys grows to what it needs; the others keep three
    ─ Figures ───────        rows each where there is room for that, else only their titles
    # 14.000 soldati
    ─ Notes: none yet ────
"""

from __future__ import annotations

from collections.abc import Sequence

TITLE_ROWS = 1
"""Each panel has its title above its rows."""
_KEPT_ROWS = 3
"""What the others keep of their rows while one of them is in use."""


def shared_heights(needs: Sequence[int], height: int, in_use: int | None = None) -> list[int]:
    """How high each panel is, its title included.

    Args:
        needs: The lines that each panel holds.
        height: The rows there are for all of them.
        in_use: 0-based index of the panel that has the keys; None for none.
    """
    room = max(0, height - TITLE_ROWS * len(needs))
    rows = _filled(needs, room) if in_use is None else _around(needs, room, in_use)
    return [TITLE_ROWS + count for count in rows]


def _around(needs: Sequence[int], room: int, in_use: int) -> list[int]:
    """The panel in use first; the others keep some rows, unless that left it less than half."""
    others = [0 if index == in_use else need for index, need in enumerate(needs)]
    kept = [min(_KEPT_ROWS, need) for need in others]
    own = min(needs[in_use], room)
    if room - sum(kept) < min(own, room // 2):
        kept = [0] * len(needs)
    own = min(own, room - sum(kept))
    wanted = [need - low for need, low in zip(others, kept, strict=True)]
    more = _filled(wanted, room - own - sum(kept))
    rows = [low + high for low, high in zip(kept, more, strict=True)]
    rows[in_use] = own
    return rows


def _filled(needs: Sequence[int], room: int) -> list[int]:
    """As many rows for each as for any other that needs them, until there are none left."""
    rows = [0] * len(needs)
    while room > 0:
        open_ = [index for index, need in enumerate(needs) if rows[index] < need]
        if not open_:
            break
        each = max(1, room // len(open_))
        for index in open_[:room]:
            more = min(each, needs[index] - rows[index])
            rows[index] += more
            room -= more
    return rows
