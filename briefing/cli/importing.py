"""`briefing import`: a text, a web page or Markdown becomes an article with a draft above it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleCommand
from briefing.cli.output import complain, deliver
from briefing.cli.progress import Progress
from briefing.session.article_import import Imported, import_original
from briefing.session.clock import SystemClock
from briefing.storage.originals import load_original
from briefing.storage.sources import STDIN
from briefing.text.addresses import without_user
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number

MOST_LINES = 20
"""Lines left out that are named one by one; all of them are in the front matter."""


@click.command(
    "import",
    cls=ExampleCommand,
    examples=(
        "briefing import report.txt -o report.md",
        "briefing import https://example.org/article -o article.md",
    ),
)
@click.argument("source", shell_complete=complete_files)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("Write the article to FILE instead of standard output."),
)
@click.option("--force", is_flag=True, help=_("Overwrite FILE."))
def import_article(source: str, output: Path | None, force: bool) -> None:
    """Make an article of a text, HTML or Markdown file, a web address, or `-` (standard input).

    Title, language, summary, figures, lists and checks are drafted above the text, for you to
    correct. What is left out of the text is named, and listed there too.
    """
    imported = _import(source)
    deliver(imported.markdown, output, force=force)
    where = _("standard input") if source == STDIN else without_user(source)
    for remark in imported.remarks:
        complain(f"{where}: {remark}")
    _tell_dropped(imported.dropped)


def _import(source: str) -> Imported:
    with Progress(steps=4) as progress:
        progress.step(_("fetching"))
        stdin = sys.stdin.buffer if source == STDIN else None
        original = load_original(source, stdin, progress.part)
        return import_original(original, SystemClock().now(), progress.step)


def _tell_dropped(dropped: tuple[str, ...]) -> None:
    """Name what was left out, a line each."""
    for line in dropped[:MOST_LINES]:
        complain(_("left out: {line}").format(line=line))
    more = len(dropped) - MOST_LINES
    if more > 0:
        words = ngettext(
            "left out: one more line; all are listed under “dropped”",
            "left out: {count} more lines; all are listed under “dropped”",
            more,
        )
        complain(words.format(count=number(more)))
