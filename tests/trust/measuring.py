"""Counts the characters that are measured, wrapped or made safe to be drawn, wherever that is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import rich.cells

from briefing.text import safe, width

_OURS = (
    width.cells,
    width.is_narrow,
    width.clusters,
    width.character_cells,
    safe.visible,
    safe.visible_lines,
    safe.one_line,
)
_LIBRARYS = (rich.cells.cell_len, rich.cells.chop_cells, rich.cells.set_cell_size)


class Measured:
    """How much was measured so far."""

    def __init__(self) -> None:
        self.characters = 0
        """Characters, each as often as it was looked at."""

    def taken(self) -> int:
        """The characters since this was asked last."""
        characters, self.characters = self.characters, 0
        return characters

    def counting(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, which counts the characters that it is given."""

        def counted(text: str, *arguments: Any, **options: Any) -> Any:
            is_part = function is width.clusters and len(arguments) == 2
            self.characters += arguments[1] - arguments[0] if is_part else len(text)
            return function(text, *arguments, **options)

        return counted


@contextmanager
def measuring() -> Iterator[Measured]:
    """Count what is measured meanwhile, in every module of ours and of the screen library."""
    measured = Measured()
    counted = {id(each): measured.counting(each) for each in (*_OURS, *_LIBRARYS)}
    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.partition(".")[0] in ("briefing", "textual", "rich"):
                for attribute, value in list(vars(module).items()):
                    if id(value) in counted:
                        patch.setattr(module, attribute, counted[id(value)])
        yield measured
