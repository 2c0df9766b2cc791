"""`briefing export`: article, panels and notes as one file."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.arguments import notes_option, output_options
from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleCommand
from briefing.cli.output import deliver, seen_from, tell, tell_of
from briefing.cli.wiring import reading_of, source_of
from briefing.model.errors import StorageError
from briefing.model.theme import Theme
from briefing.session.exporting import exported_markdown, exported_page
from briefing.session.reading import Reading
from briefing.storage.locations import shipped_themes
from briefing.storage.settings import load_settings
from briefing.storage.themes import load_theme
from briefing.text.i18n import _

LIGHT, DARK = "paper", "dusk"
"""The themes of a page; the system of whoever reads it chooses between them."""


@click.command(
    "export",
    cls=ExampleCommand,
    examples=(
        "briefing export report.md --format html -o report.html",
        "briefing export report.md --format markdown | less",
    ),
)
@click.argument("article", shell_complete=complete_files)
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "markdown"]),
    default="html",
    show_default=True,
    help=_("What to write."),
)
@output_options
@notes_option
def export_article(
    article: str, form: str, output: Path | None, force: bool, notes_file: Path | None
) -> None:
    """Write the article with its panels and notes as one file.

    Without its notes it is not written: where their file cannot be read, that is said.
    """
    settings, faults = load_settings()
    reading = reading_of(source_of(article), settings, notes_file)
    reading.make_brief()
    tell((*faults, *reading.faults))
    tell_of(reading.source)
    problem = reading.take_out_notes().problem
    if problem is not None:
        raise problem
    deliver(_document(reading, form, seen_from(reading.source, output)), output, force=force)


def _document(reading: Reading, form: str, address: str | None) -> str:
    if form == "markdown":
        return exported_markdown(reading, address=address)
    return exported_page(reading, _theme(LIGHT), _theme(DARK))


def _theme(name: str) -> Theme:
    """A theme that ships with the program, whose contrast is known.

    Raises:
        StorageError: It cannot be read.
    """
    theme, _faults = load_theme(name, [shipped_themes()])
    if theme is None:
        raise StorageError(
            _("the theme {name} cannot be read").format(name=name),
            where=str(shipped_themes()),
            remedy=_("install the program again"),
        )
    return theme
