"""Help pages that end in examples, so that a reader sees at once what to type.

The group of all commands is made before the language is chosen. Its words, and the docstrings that
are the help of every command, are therefore translated when they are shown.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any

import click

from briefing.cli.speaking import as_it_was
from briefing.text.i18n import _, later

_USAGE_WORDS = (later("[OPTIONS]"), later("COMMAND [ARGS]..."))
"""What Click itself writes behind a command, always in English."""


class ExampleCommand(click.Command):
    """A command with examples at the end of its help page.

    Args:
        examples: Whole command lines; or a line and what it does, marked by `later`.
    """

    def __init__(self, *args: Any, examples: Sequence[str | tuple[str, str]], **extra: Any) -> None:
        super().__init__(*args, **extra)
        self.examples = tuple(examples)

    @property
    def help(self) -> str | None:
        """The help text in the reader's language."""
        return _translated(self._help)

    @help.setter  # noqa: A003 - Click's own name for it
    def help(self, words: str | None) -> None:
        self._help = words

    @property
    def epilog(self) -> str | None:
        """What stands below the options, in the reader's language."""
        return _translated(self._epilog)

    @epilog.setter
    def epilog(self, words: str | None) -> None:
        self._epilog = words

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow the command, Click's own words for it in the reader's language."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, each on its own line and never wrapped."""
        super().format_epilog(ctx, formatter)
        lines = [(one, "") if isinstance(one, str) else one for one in self.examples]
        width = max(len(line) for line, _meaning in lines)
        with formatter.section(_("Examples")):
            for line, meaning in lines:
                words = f"{line:<{width}}  {_(meaning)}" if meaning else line
                formatter.write(f"{'':>{formatter.current_indent}}{words}\n")

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, which starts programs in the environment that the reader has given."""
        with as_it_was():
            return super().invoke(ctx)


class ExampleGroup(click.Group, ExampleCommand):
    """A group of commands with examples; each command in it has its own too."""

    command_class = ExampleCommand

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may follow the group."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]


class LaterOption(click.Option):
    """An option whose help was marked by `later`."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the reader's language."""
        record = super().get_help_record(ctx)
        return None if record is None else (record[0], _(record[1]))


def _translated(words: str | None) -> str | None:
    return None if words is None else _(inspect.cleandoc(words))
