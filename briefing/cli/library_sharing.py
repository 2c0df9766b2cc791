"""`briefing library git`: a library in a git repository is merged as the program merges."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import click

from briefing.cli.completing import complete_files
from briefing.cli.endings import NO
from briefing.cli.help import ExampleCommand, ExampleGroup
from briefing.cli.output import complain, say
from briefing.cli.own_library import own_library
from briefing.storage.git_sharing import Repository
from briefing.text.i18n import _
from briefing.text.safe import one_line


@click.group(cls=ExampleGroup, examples=("briefing library git reports",))
def library() -> None:
    """Share a library."""


@library.command("git", cls=ExampleCommand, examples=("briefing library git reports",))
@click.argument(
    "folder", required=False, type=click.Path(path_type=Path), shell_complete=complete_files
)
@click.option("--yes", is_flag=True, help=_("Write without asking."))
def share_by_git(folder: Path | None, yes: bool) -> None:
    """Let git merge the notes, versions and library files of a repository; asks before it writes.

    Each clone needs it once: git takes no merge driver from what it fetches.
    """
    repository = Repository.around(folder or own_library())
    missing = repository.missing(merge_driver())
    if not missing:
        complain(f"{repository.folder}: {_('everything is there already')}")
        return
    for name, line in missing:
        say(one_line(f"{name}: {line}"))
    if not yes and not click.confirm(_("Write these lines?"), err=True):
        sys.exit(NO)
    repository.write(merge_driver())


def merge_driver() -> str:
    """The command that git calls: this program, wherever it lies."""
    own = shutil.which("briefing")
    program = "briefing" if own else f"{shlex.quote(sys.executable)} -m briefing"
    return f"{program} notes merge %O %A %B -o %A"
