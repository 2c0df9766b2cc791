"""`briefing cite`: articles as entries of a bibliography."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.arguments import output_options
from briefing.cli.completing import complete_files
from briefing.cli.folder_readings import readings_of
from briefing.cli.help import ExampleCommand
from briefing.cli.output import deliver, tell
from briefing.session.citing import BIBLIOGRAPHIES, bibliography, cited
from briefing.storage.settings import load_settings
from briefing.text.i18n import _


@click.command(
    "cite",
    cls=ExampleCommand,
    examples=(
        "briefing cite report.md",
        "briefing cite reports --format bibtex -o reports.bib",
        "briefing cite reports -o reports.json && pandoc --citeproc --bibliography reports.json …",
    ),
)
@click.argument("articles", nargs=-1, required=True, shell_complete=complete_files)
@click.option(
    "--format",
    "form",
    type=click.Choice([*BIBLIOGRAPHIES]),
    default="csl",
    show_default=True,
    help=_("What to write."),
)
@output_options
def cite(articles: tuple[str, ...], form: str, output: Path | None, force: bool) -> None:
    """Write articles, or all articles of folders, as a bibliography.

    CSL-JSON is for pandoc and Zotero, BibTeX for these and for BibTeX. The key of an article is the
    name of its file: [@report, p. 12] cites report.md.
    """
    settings, faults = load_settings()
    tell(faults)
    every = (one for article in articles for one in readings_of(article, settings))
    found = [one for path, reading in every if (one := cited(path, reading)) is not None]
    deliver(bibliography(found, form), output, force=force)
