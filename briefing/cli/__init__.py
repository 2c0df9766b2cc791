"""The command `briefing`: where the real stores and the app are put together, and nowhere else.

The commands are loaded when they are called: opening an article imports none of the others.
"""

from briefing.cli.group import main

__all__ = ["main"]
