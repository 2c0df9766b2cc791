"""`briefing print`: the article as text, as Markdown, or as one JSON object."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from briefing.cli.arguments import article_argument, notes_option
from briefing.cli.help import ExampleCommand
from briefing.cli.output import say, say_document, say_json, tell, tell_of
from briefing.cli.wiring import reading_of, source_of
from briefing.layout.plain import text_lines
from briefing.model.errors import InputError
from briefing.session.completion import completed_markdown
from briefing.session.exporting import notes_document
from briefing.session.reading import Reading
from briefing.session.report import report
from briefing.storage.settings import load_settings
from briefing.text.i18n import _

_WIDEST = 88


@click.command(
    "print",
    cls=ExampleCommand,
    examples=("briefing print report.md --width 72", "briefing print --format json | jq .figures"),
)
@article_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help=_("What to print."),
)
@click.option(
    "--width",
    type=click.IntRange(min=10, max=10_000),
    metavar="N",
    help=_("Cells a line of text may have; the terminal's, at most 88, unless given."),
)
@notes_option
def print_article(
    article: str | None, form: str, width: int | None, notes_file: Path | None
) -> None:
    """Print an article: a path, the name of one that ships, or `-` for standard input.

    Where the notes that belong below it cannot be read, it is printed without, and exit is 2.
    """
    settings, faults = load_settings()
    reading = reading_of(source_of(article), settings, notes_file)
    problem: InputError | None = None
    if form == "text":
        cells = width or min(_WIDEST, shutil.get_terminal_size().columns)
        problem = _print_text(reading, cells)
    elif form == "markdown":
        reading.make_brief()
        say_document(completed_markdown(reading))
    else:
        problem = _print_json(reading)
    tell((*faults, *reading.faults))
    tell_of(reading.source)
    if problem is not None:
        raise problem


def _print_text(reading: Reading, width_cells: int) -> InputError | None:
    """The article, and below it the notes, if there are any; gives why they cannot be read."""
    for line in text_lines(reading.document, width_cells):
        say(line)
    problem = reading.take_out_notes().problem
    notes = notes_document(reading)
    if notes is not None:
        say("")
        for line in text_lines(notes, width_cells):
            say(line)
    return problem


def _print_json(reading: Reading) -> InputError | None:
    reading.make_brief()
    problem = reading.take_out_notes().problem
    say_json(report(reading))
    return problem
