"""A program that is killed between two files that take their names."""

from __future__ import annotations

import os

import pytest


def dying_after(files: int, patch: pytest.MonkeyPatch) -> None:
    """Let the program end as if it were killed when some files have taken their names."""
    left, replace = [files], os.replace

    def dying(source: str, target: str, **more: int) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        replace(source, target, **more)

    patch.setattr(os, "replace", dying)
