"""The command `briefing`: where the real stores and the app are put together, and nowhere else.

The commands are loaded when they are called: opening an article imports none of the others, nor
what parses command lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

    main: click.Group

__all__ = ["main"]


def __getattr__(name: str) -> object:
    """`main`, the group of all commands, once somebody asks for it."""
    if name != "main":
        raise AttributeError(name)
    from briefing.cli.group import main

    return main
