"""The group of commands, in which a first word that is no command is an article."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefing import __version__
from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleGroup, LaterOption
from briefing.cli.output import complain, never_fail_on_characters, not_written
from briefing.cli.speaking import choose_language, click_speaking
from briefing.model.errors import BriefingError, QuoteError
from briefing.text.i18n import _, later

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_COMMANDS = {
    "read": "briefing.cli.read:read",
    "print": "briefing.cli.printing:print_article",
    "import": "briefing.cli.importing:import_article",
    "export": "briefing.cli.exporting:export_article",
    "check": "briefing.cli.checking:check",
    "notes": "briefing.cli.notes:notes",
    "list": "briefing.cli.library:list_documents",
    "find": "briefing.cli.library:find_words",
    "changes": "briefing.cli.changes:changes",
    "config": "briefing.cli.configuring:config",
    "themes": "briefing.cli.lists:themes",
    "keys": "briefing.cli.lists:keys",
    "completion": "briefing.cli.lists:completion",
}
"""Where each command lives: module and name."""

OK, NO, WRONG, BROKEN, INTERRUPTED = 0, 1, 2, 70, 130
"""Exit status: done; the answer is no; the command or its input is wrong; the program itself is
(EX_SOFTWARE of BSD's sysexits.h); Ctrl+C (128 + SIGINT)."""


class ArticleGroup(ExampleGroup):
    """Loads commands when they are called, and reads the article that is named instead of one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the help page."""
        del ctx
        return [name for name in _COMMANDS if name != "read"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module, _colon, name = _COMMANDS[cmd_name].partition(":")
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
        never_fail_on_characters()
        try:
            choose_language()
            with click_speaking():
                status = super().main(args, standalone_mode=False, **extra)
        except click.UsageError as error:
            _leave(f"{_said(error).rstrip('.')}; {_help_for(error)}", WRONG)
        except click.ClickException as error:
            _leave(_said(error), WRONG)
        except BriefingError as error:
            _leave(str(error), NO if isinstance(error, QuoteError) else WRONG)
        except (click.Abort, KeyboardInterrupt):
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            _close_quietly()
        except OSError as error:
            # Click writes its pages itself. A fault of a file would have the file's name.
            if error.filename is None:
                _leave(str(not_written(error)), WRONG)
            _leave(_report(error), BROKEN)
        except Exception as error:  # noqa: BLE001 - the last resort: nobody else can say it better
            _leave(_report(error), BROKEN)
        sys.exit(status if isinstance(status, int) else OK)


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
    if words and words[0] in _COMMANDS:
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


def _report(error: Exception) -> str:
    """One line on a fault that nobody foresaw, which is written down in full."""
    from briefing.storage.crash_log import write_crash_log

    what = _("the program failed ({error})").format(error=type(error).__name__)
    try:
        path = write_crash_log(error)
    except BriefingError as why:
        return f"{what}; {why}"
    return _("{what}; saved work is whole, and {file} says what happened").format(
        what=what, file=path
    )


def _leave(line: str, status: int) -> NoReturn:
    complain(line)
    sys.exit(status)


def _close_quietly() -> NoReturn:
    """The reader of our output has gone: nothing more can be written, nor needs to be."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(OK)


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
