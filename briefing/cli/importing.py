"""`briefing import`: a text, a web page or Markdown becomes an article with a draft above it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli.arguments import output_options
from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleCommand
from briefing.cli.output import STDOUT, complain, deliver
from briefing.cli.progress import Progress
from briefing.session.article_import import Imported, import_original
from briefing.session.clock import SystemClock
from briefing.session.left_out import told
from briefing.storage.originals import load_original
from briefing.storage.sources import STDIN
from briefing.text.addresses import without_user
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number


@click.command(
    "import",
    cls=ExampleCommand,
    examples=(
        "briefing import report.txt -o report.md",
        "briefing import https://example.org/article -o article.md",
    ),
)
@click.argument("source", shell_complete=complete_files)
@output_options
@click.option("--verbose", is_flag=True, help=_("Name every line that is left out."))
def import_article(source: str, output: Path | None, force: bool, verbose: bool) -> None:
    """Make an article of a text, HTML or Markdown file, a web address, or `-` (standard input).

    Title, language, summary, figures, lists and checks are drafted above the text, for you to
    correct. What is left out of the text is counted, and listed there too.
    """
    imported = _import(source)
    deliver(imported.markdown, output, force=force)
    where = _("standard input") if source == STDIN else without_user(source)
    for remark in imported.remarks:
        complain(f"{where}: {remark}")
    _tell(imported, output, where)
    if verbose:
        for line in imported.dropped:
            complain(_("left out: {line}").format(line=line))


def _import(source: str) -> Imported:
    with Progress(steps=4) as progress:
        progress.step(_("fetching"))
        stdin = sys.stdin.buffer if source == STDIN else None
        original = load_original(source, stdin, progress.part)
        return import_original(original, SystemClock().now(), progress.step)


def _tell(imported: Imported, output: Path | None, where: str) -> None:
    """One line of what was written and left out, and one where that was more than scraps."""
    count, words = len(imported.dropped), imported.words
    parts = []
    if output is not None and str(output) != STDOUT:
        wrote = ngettext("one word written to {file}", "{count} words written to {file}", words)
        parts.append(wrote.format(count=number(words), file=output))
    if count:
        left = ngettext(
            "one line left out (--verbose names it)",
            "{count} lines left out (--verbose names them)",
            count,
        )
        parts.append(left.format(count=number(count)))
    if parts:
        complain(f"{where}: {'; '.join(parts)}")
    for what in told(imported.dropped):
        complain(f"{where}: {what}")
