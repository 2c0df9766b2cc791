"""`briefing library`: a library in a git repository is merged as the program merges."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import click

from briefing.cli.adding import waiting_words
from briefing.cli.arguments import output_option
from briefing.cli.completing import complete_files
from briefing.cli.endings import NO, OK
from briefing.cli.help import ExampleCommand, ExampleGroup
from briefing.cli.output import complain, deliver, say
from briefing.cli.own_library import own_library
from briefing.session.article_merging import readied
from briefing.session.taking_in import INCOMING
from briefing.storage.git_history import known_versions, merge_lines, read_state
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
    missing = repository.missing(merge_drivers())
    if not missing:
        complain(f"{repository.folder}: {_('everything is there already')}")
        return
    for name, line in missing:
        say(one_line(f"{name}: {line}"))
    if not yes and not click.confirm(_("Write these lines?"), err=True):
        sys.exit(NO)
    repository.write(merge_drivers())


def merge_drivers() -> dict[str, str]:
    """The commands that git calls, by their names: this program, wherever it lies."""
    own = shutil.which("briefing")
    program = "briefing" if own else f"{shlex.quote(sys.executable)} -m briefing"
    return {
        "briefing": f"{program} notes merge %O %A %B -o %A",
        "briefing-article": f"{program} library merge %O %A %B %P -o %A",
    }


@library.command(
    "merge",
    cls=ExampleCommand,
    examples=(
        "git config merge.briefing-article.driver 'briefing library merge %O %A %B %P -o %A'",
        "echo '*.md merge=briefing-article' >> .gitattributes",
    ),
)
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("path")
@output_option
def merge(base: Path, ours: Path, theirs: Path, path: str, output: Path | None) -> None:
    """Merge three states of an article, as git asks of a merge driver; exit 1 on a conflict.

    Of two fetched texts the one that was retrieved later is taken; one that was edited by hand is
    never given up for it. All else is merged line by line. PATH is where the article lies.
    """
    texts = (read_state(base), read_state(ours), read_state(theirs))
    came = {
        each.rev: each.date for each in known_versions(Path(path)).versions if each.how in INCOMING
    }
    ready = readied(*texts, path, came)
    labels = (f"{path} (ours)", f"{path} (base)", f"{path} (theirs)")
    merged, conflicts = merge_lines(ready.base, ready.ours, ready.theirs, labels)
    if ready.waits:
        complain(f"{path}: {waiting_words()}")
    deliver(merged, output, force=True)
    sys.exit(NO if conflicts else OK)
