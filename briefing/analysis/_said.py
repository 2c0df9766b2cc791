"""What stands between the spaces of a line, which most rules look at before anything else."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=2)
def said(line: str) -> tuple[str, ...]:
    """Its words, with the signs that touch them, in small letters; found once for all rules."""
    return tuple(line.lower().split())
