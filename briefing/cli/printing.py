"""`briefing print`: the article as text, as Markdown, or as one JSON object."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import click

from briefing.cli.wiring import article_argument, notes_option, reading_of, source_of
from briefing.layout.plain import text_lines
from briefing.model.errors import Fault
from briefing.session.completion import completed_markdown
from briefing.session.reading import Reading
from briefing.session.report import report
from briefing.storage.settings import load_settings
from briefing.text.i18n import _

_WIDEST = 88


@click.command("print")
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
    r"""Print an article: a path, the name of one that ships, or `-` for standard input.

    \b
    briefing print report.md --width 72
    briefing print --format json | jq .figures
    """
    settings, faults = load_settings()
    reading = reading_of(source_of(article), settings, notes_file)
    if form == "text":
        cells = width or min(_WIDEST, shutil.get_terminal_size().columns)
        for line in text_lines(reading.document, cells):
            click.echo(line)
    elif form == "markdown":
        reading.make_brief()
        click.echo(completed_markdown(reading), nl=False)
    else:
        _print_json(reading)
    tell((*faults, *reading.faults))


def _print_json(reading: Reading) -> None:
    reading.make_brief()
    problem = reading.take_out_notes().problem
    click.echo(json.dumps(report(reading), ensure_ascii=False, indent=2))
    if problem is not None:
        click.echo(f"briefing: {problem}", err=True)


def tell(faults: Iterable[Fault]) -> None:
    """What is wrong, a line each, on standard error."""
    for fault in faults:
        click.echo(f"briefing: {fault}", err=True)
