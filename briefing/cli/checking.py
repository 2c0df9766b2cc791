"""`briefing check`: whether what is said of articles, and quoted from them, holds."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli.arguments import notes_option
from briefing.cli.checked import Checker
from briefing.cli.checked_output import say_checked, say_checked_json, say_checked_sarif
from briefing.cli.completing import complete_files
from briefing.cli.endings import OK, WRONG
from briefing.cli.help import ExampleCommand
from briefing.cli.output import tell
from briefing.storage.settings import load_settings
from briefing.text.i18n import _


@click.command(
    cls=ExampleCommand,
    examples=(
        "briefing check report.md",
        "briefing check draft.md --against reports",
        "briefing check reports --strict --format sarif > briefing.sarif",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete_files)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help=_("Look the quotations up in the articles of this folder."),
)
@click.option("--strict", "is_strict", is_flag=True, help=_("Let warnings fail the check, too."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help=_("What to print."),
)
@notes_option
def check(
    paths: tuple[str, ...],
    against: Path | None,
    is_strict: bool,
    form: str,
    notes_file: Path | None,
) -> None:
    """Check articles, drafts and folders; exit 1 when something does not hold.

    Of an article its quotes, counts, sums, notes and links; of a folder all its articles, and the
    quotations of its drafts; with --against the quotations of every article that is named.
    """
    settings, faults = load_settings()
    checker = Checker(settings, against, is_strict, notes_file)
    status, every = OK, []
    for path in paths or (None,):
        checked = checker.check(path)
        if checked is None:
            status = WRONG
            continue
        every.append(checked)
        status = max(status, checked.status)
        if form == "text":
            say_checked(checked)
    if form == "json":
        say_checked_json(every)
    elif form == "sarif":
        say_checked_sarif(every)
    tell(faults)
    checker.finish()
    sys.exit(status)
