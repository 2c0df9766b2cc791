"""Names of ours that would change what Textual does behind our back."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import pytest
from textual.message_pump import MessagePump

import briefing.ui

ON_PURPOSE: frozenset[str] = frozenset()
"""What takes the place of Textual's because Textual has no other door."""


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(briefing.ui.__path__, "briefing.ui."):
        yield importlib.import_module(found.name)


def _classes() -> Iterator[type[MessagePump]]:
    for module in _modules():
        for each in vars(module).values():
            is_ours = inspect.isclass(each) and each.__module__ == module.__name__
            if is_ours and issubclass(each, MessagePump):
                yield each


@pytest.mark.parametrize("ours", sorted(_classes(), key=str))
def test_no_private_method_of_ours_takes_the_place_of_one_of_textuals(
    ours: type[MessagePump],
) -> None:
    theirs = [base for base in ours.__mro__ if base.__module__.startswith("textual.")]
    private = {
        name
        for name, value in vars(ours).items()
        if name.startswith("_") and not name.startswith("__") and inspect.isfunction(value)
    }
    assert not {name for name in private - ON_PURPOSE for base in theirs if name in vars(base)}
