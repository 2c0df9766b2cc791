"""`briefing changes`: what is different in an article since an earlier text of it."""

from __future__ import annotations

import sys
from typing import Any

import click

from briefing.cli.arguments import notes_option
from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleCommand
from briefing.cli.notes_options import format_option
from briefing.cli.output import complain, say, say_json, tell
from briefing.cli.wiring import past_of, reading_of, source_of
from briefing.model.change import Change
from briefing.session.change_words import change_words
from briefing.session.changes import summed_up, weighed
from briefing.session.past import Earlier, Past
from briefing.session.reading import Reading
from briefing.storage.settings import load_settings
from briefing.text.i18n import _
from briefing.text.revisions import revision_of
from briefing.text.safe import one_line

_NONE, _SOME = 0, 1


@click.command(
    cls=ExampleCommand,
    examples=(
        "briefing changes report.md",
        "briefing changes report.md --since 2026-11-20 --format json",
    ),
)
@click.argument("article", shell_complete=complete_files)
@click.option(
    "--since",
    metavar="read|SHA|DATE",
    help=_("The last reading, a version, or what there was on a day."),
)
@format_option
@notes_option
def changes(article: str, since: str | None, form: str, notes_file: object) -> None:
    """Tell what was added, removed, replaced and moved; exit 1 when something was.

    Changed figures come first, then negations, names, and how exact a number is. Without --since
    the text is compared with the one you read last, else with the newest version that differs.
    """
    del notes_file
    settings, faults = load_settings()
    tell(faults)
    source = source_of(article)
    reading = reading_of(source, settings)
    past = past_of(source)
    text = reading.article.text
    earlier = past.earlier(since, revision_of(text))
    found = _found(past, earlier, reading)
    if form == "json":
        since_json = {"rev": earlier.rev, "date": earlier.date}
        say_json({"since": since_json, "changes": [change_json(change) for change in found]})
    else:
        complain(summed_up(found, earlier))
        for change in found:
            say(one_line(_line(reading, change)))
    sys.exit(_SOME if found else _NONE)


def _found(past: Past, earlier: Earlier, reading: Reading) -> list[Change]:
    text = reading.article.text
    if past.is_same_original(earlier.rev, revision_of(text)):
        return []
    return weighed(earlier.text, text, reading.article.language)


def change_json(change: Change) -> dict[str, Any]:
    """A change as programs read it; ``start`` and ``end`` count in the text of today."""
    return {
        "kind": change.kind.value,
        "old": change.old,
        "new": change.new,
        "old_start": change.old_span.start,
        "old_end": change.old_span.end,
        "start": change.span.start,
        "end": change.span.end,
        "weighs": change.weighs.value,
    }


def _line(reading: Reading, change: Change) -> str:
    """A change on one line, where it stands in the file."""
    line = reading.line_number(reading.place(change.span.start))
    return f"{reading.where}:{line}: {change_words(change)}"
