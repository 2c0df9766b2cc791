"""How many documents are taken into a library's index in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from briefing.model.library import Indexed

AT_ONCE = 200
"""Documents at most: whoever is killed loses so many."""
SECONDS = 1.0
"""Of reading, after which the list shows what was read: a long PDF may take that long alone."""


def in_batches(
    documents: Iterable[Indexed], now: Callable[[], float] = monotonic
) -> Iterator[list[Indexed]]:
    """Documents in their order, as many at a time as are worth a transaction.

    Args:
        documents: Each is read when it is asked for.
        now: Seconds since some moment.
    """
    batch: list[Indexed] = []
    began = now()
    for document in documents:
        batch.append(document)
        if len(batch) == AT_ONCE or now() - began >= SECONDS:
            yield batch
            batch, began = [], now()
    if batch:
        yield batch
