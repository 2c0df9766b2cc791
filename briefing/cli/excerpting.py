"""`briefing excerpts`: a draft of the passages that notes with a tag stand on."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli.arguments import output_options
from briefing.cli.completing import complete_files
from briefing.cli.endings import NO
from briefing.cli.folder_readings import readings_of
from briefing.cli.help import ExampleCommand
from briefing.cli.output import STDOUT, complain, deliver, tell
from briefing.session.excerpts import gather
from briefing.storage.settings import load_settings
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number


@click.command(
    "excerpts",
    cls=ExampleCommand,
    examples=(
        "briefing excerpts reports --tag grain -o draft.md",
        "briefing excerpts reports --tag grain | pandoc --citeproc --bibliography reports.json",
    ),
)
@click.argument("folder", shell_complete=complete_files)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help=_("Only this theme; or several."))
@output_options
def excerpts(folder: str, tags: tuple[str, ...], output: Path | None, force: bool) -> None:
    """Write the passages of notes as a draft: quotations by tag, with citations as footnotes.

    FOLDER may be an article, too. `briefing check` understands the draft, and pandoc sets it with
    the bibliography that `briefing cite` writes. Exit 1 when there is no such passage.
    """
    settings, faults = load_settings()
    tell(faults)
    is_file = output is not None and str(output) != STDOUT
    base = output.absolute().parent if output is not None and is_file else Path()
    found = gather(readings_of(folder, settings), tags, base)
    if found.lost:
        said = ngettext(
            "{count} note without a passage was left out",
            "{count} notes without a passage were left out",
            found.lost,
        )
        complain(said.format(count=number(found.lost)))
    draft = found.draft()
    if draft is None:
        complain(_("no note has such a tag") if tags else _("no note has a tag"))
        sys.exit(NO)
    deliver(draft, output, force=force)
