"""The group of commands, in which a first word that is no command is an article."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from briefing import __version__
from briefing.cli.commands import COMMANDS
from briefing.cli.completing import complete_files
from briefing.cli.endings import INTERRUPTED, OK, WRONG, ending_well, leave
from briefing.cli.help import ExampleGroup, LaterOption
from briefing.cli.language import choose_language
from briefing.cli.speaking import click_speaking
from briefing.text.i18n import _, later

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class ArticleGroup(ExampleGroup):
    """Loads commands when they are called, and reads the article that is named instead of one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the help page."""
        del ctx
        return [name for name in COMMANDS if name != "read"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _colon, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        return command if isinstance(command, click.Command) else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``read`` before an article; bring ``--notes FILE`` behind the command it is for.

        A line without any word yet, which a shell is to complete, stays as it is.
        """
        is_begun = bool(args) or not ctx.resilient_parsing
        return super().parse_args(ctx, with_command(args) if is_begun else args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What the first word may be: a file to read, or a command.

        Files come first: Click's script for bash forgets for them what came before.
        """
        files = [] if incomplete.startswith("-") else complete_files(ctx, None, incomplete)
        return [*files, *super().shell_complete(ctx, incomplete)]

    def main(  # type: ignore[override]  # Click's own signature is looser
        self, args: Sequence[str] | None = None, **extra: Any
    ) -> Any:
        """Run a command in the reader's language. No traceback reaches a user for bad input."""
        if not extra.pop("standalone_mode", True):
            return super().main(args, standalone_mode=False, **extra)
        extra.setdefault("prog_name", "briefing")
        status = OK
        with ending_well():
            choose_language()
            status = self._run(args, extra)
        sys.exit(status if isinstance(status, int) else OK)

    def _run(self, args: Sequence[str] | None, extra: dict[str, Any]) -> Any:
        """Run a command; what Click complains about ends the program with a line of ours."""
        try:
            with click_speaking():
                return super().main(args, standalone_mode=False, **extra)
        except click.UsageError as error:
            leave(f"{_said(error).rstrip('.')}; {_help_for(error)}", WRONG)
        except click.ClickException as error:
            leave(_said(error), WRONG)
        except click.Abort:
            sys.exit(INTERRUPTED)


def with_command(args: Sequence[str]) -> list[str]:
    """The words of a command line with a command in front of the rest.

    ``x.md`` → ``read x.md``; ``--notes F x.md`` → ``read --notes F x.md``; ``--notes F print x.md``
    → ``print --notes F x.md``; ``--notes F notes list x.md`` → ``notes list --notes F x.md``. What
    asks the group itself (``--help``, ``--version``) stays.
    """
    taken, words = _take_notes_option(args)
    if words[:1] == ["notes"]:
        more, words = _take_notes_option(words[1:])
        return ["notes", *words[:1], *taken, *more, *words[1:]]
    if words and words[0] in ("-h", "--help", "--version") and not taken:
        return words
    if words and words[0] in COMMANDS:
        return [words[0], *taken, *words[1:]]
    return ["read", *taken, *words]


def _take_notes_option(args: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands in front of a command to name the notes file, and the rest."""
    words, taken = list(args), []
    while words and (words[0] == "--notes" or words[0].startswith("--notes=")):
        count = 1 if "=" in words[0] else 2
        taken += words[:count]
        words = words[count:]
    return taken, words


def _said(error: click.ClickException) -> str:
    """What Click complains about."""
    with click_speaking():
        return error.format_message()


def _help_for(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "briefing"
    return _("`{command} --help` shows what may be written").format(command=path)


@click.group(
    cls=ArticleGroup,
    examples=(
        ("briefing", later("read the article that ships with the program")),
        ("briefing report.md", later("read a file")),
        ("curl … | briefing -", later("read standard input")),
        ("briefing print report.md", later("write it as text")),
        ("briefing notes list report.md", later("list the notes on it")),
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
    epilog=later(
        "Without a command: briefing [ARTICLE] reads an article, `-` standard input. There, ? shows"
        " the keys; Shift and drag with the mouse selects as the terminal itself does."
    ),
)
@click.version_option(
    __version__,
    "--version",
    prog_name="briefing",
    cls=LaterOption,
    help=later("Show the version and exit."),
)
def main() -> None:
    """Read a briefing or report in the terminal, and write notes on it."""
