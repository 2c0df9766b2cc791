"""Help pages that end in examples, so that a reader sees at once what to type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from briefing.text.i18n import _


class ExampleCommand(click.Command):
    """A command with examples at the end of its help page.

    Args:
        examples: Whole command lines.
    """

    def __init__(self, *args: Any, examples: Sequence[str], **extra: Any) -> None:
        super().__init__(*args, **extra)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each on its own line and never wrapped."""
        super().format_epilog(ctx, formatter)
        with formatter.section(_("Examples")):
            for line in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


class ExampleGroup(click.Group, ExampleCommand):
    """A group of commands with examples; each command in it has its own too."""

    command_class = ExampleCommand
