"""`briefing check`: whether what stands above an article holds in its text."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli.arguments import notes_option
from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleCommand
from briefing.cli.notes_options import format_option
from briefing.cli.output import complain, say, tell
from briefing.cli.quotations import check_quotations
from briefing.cli.wiring import reading_of, source_of
from briefing.model.errors import BriefingError
from briefing.model.figure import Check
from briefing.session.reading import Reading
from briefing.session.wording import check_words
from briefing.storage.settings import load_settings
from briefing.text.i18n import _
from briefing.text.safe import one_line

_HOLDS, _FAILS, _BROKEN = 0, 1, 2


@click.command(
    cls=ExampleCommand,
    examples=("briefing check report.md", "briefing check draft.md --against reports"),
)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...", shell_complete=complete_files)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help=_("Look the quotations up in the articles of this folder."),
)
@format_option
@notes_option
def check(
    articles: tuple[str, ...], against: Path | None, form: str, notes_file: Path | None
) -> None:
    """Check quotes, counts and sums of articles; exit 1 when something does not hold.

    With --against, check the quotations of drafts instead.

    Notes are no part of this; `briefing notes check` tells where they are.
    """
    del notes_file
    if against is not None:
        sys.exit(check_quotations(articles, against, form))
    if form == "json":
        raise click.UsageError(_("--format json needs --against"))
    worst = max(_check(article) for article in articles or (None,))
    sys.exit(worst)


def _check(article: str | None) -> int:
    """Check one article; the exit status it asks for."""
    settings, _faults = load_settings()
    try:
        reading = reading_of(source_of(article), settings)
    except BriefingError as error:
        complain(str(error))
        return _BROKEN
    broken = reading.faults
    tell(broken)
    brief = reading.make_brief()
    missing = reading.faults[len(broken) :]
    for fault in missing:
        say(one_line(str(fault)))
    for item in brief.checks:
        words = check_words(item, brief, reading.article.language)
        remark = f" ({words.remark})" if words.remark else ""
        say(one_line(f"{_line(reading, item)}{words.formula}: {words.verdict}{remark}"))
    for warning in brief.warnings:
        line = reading.line_number(reading.place(warning.span.start))
        say(one_line(f"{reading.where}:{line}: {_('note')}: {warning.text}"))
    if broken:
        return _BROKEN
    return _FAILS if missing or not all(item.holds for item in brief.checks) else _HOLDS


def _line(reading: Reading, check: Check) -> str:
    """File and line of the figure that a check is about, else of the first entry of its list."""
    brief = reading.brief
    span = None if check.equals is None else brief.figures[check.equals].span
    if span is None and check.list_index is not None:
        entries = brief.lists[check.list_index].items
        span = next((item.span for item in entries if item.span is not None), None)
    if span is None:
        return f"{reading.where}: "
    return f"{reading.where}:{reading.line_number(reading.place(span.start))}: "
