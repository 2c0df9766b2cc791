"""`briefing notes`: notes from scripts. Here those commands that add, list and check."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli.arguments import notes_option
from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleGroup
from briefing.cli.notes_adopting import adopt
from briefing.cli.notes_changing import attach, delete, edit, resolve
from briefing.cli.notes_exchange import export_command, import_command, merge
from briefing.cli.notes_listing import list_notes
from briefing.cli.notes_options import (
    format_option,
    open_notes,
    open_notes_to_write,
    passage,
    passage_of_another,
    passage_options,
    say_tie,
    tell_problems,
    with_ties,
)
from briefing.cli.output import say, say_json
from briefing.model.anchor import MatchState
from briefing.model.note import COLORS, NoteKind
from briefing.session.note_draft import NoteDraft
from briefing.session.placing import PlacedNote
from briefing.session.report import Json, about_json, place_json
from briefing.session.wording import wording_words
from briefing.text.i18n import _
from briefing.text.safe import one_line


@click.group(
    cls=ExampleGroup,
    no_args_is_help=False,
    examples=(
        'briefing notes add report.md --quote "11,000 soldiers" --text "Source?"',
        "briefing notes list report.md --format json",
    ),
)
def notes() -> None:
    """Add, list, change, check and exchange notes."""


@notes.command(
    examples=(
        'briefing notes add report.md --quote "11,000 soldiers" --text "Source?"',
        'briefing notes add report.md --at 125:150 --kind question --text "Since when?"',
        'briefing notes add a.md --quote "11,000" --about b.md --about-quote "12,000"',
    )
)
@click.argument("article", shell_complete=complete_files)
@passage_options
@click.option("--text", default="", metavar="TEXT", help=_("What the note says."))
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in NoteKind]),
    default=NoteKind.NOTE.value,
    show_default=True,
    help=_("What it is."),
)
@click.option("--color", type=click.Choice(COLORS), help=_("Its colour."))
@click.option("--tag", "tags", multiple=True, metavar="TAG", help=_("A tag; may be given again."))
@click.option("--by", metavar="NAME", help=_("Who writes it."))
@click.option(
    "--about",
    "about_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=_("Tie it to a passage of this other document, too."),
)
@click.option(
    "--about-quote", metavar="TEXT", help=_("The passage of that document, in its own words.")
)
@notes_option
def add(  # noqa: PLR0913, PLR0917 - one parameter for each option of the command
    article: str,
    at: str | None,
    quote: str | None,
    text: str,
    kind: str,
    color: str | None,
    tags: tuple[str, ...],
    by: str | None,
    about_file: Path | None,
    about_quote: str | None,
    notes_file: Path | None,
) -> None:
    """Write a note on a passage; prints its id."""
    reading, notebook = open_notes_to_write(article, notes_file, by)
    span = passage(reading, at, quote)
    about = None
    if about_file is not None or about_quote is not None:
        about = passage_of_another(reading, about_file, about_quote)
    say(notebook.add(span, NoteDraft(text, NoteKind(kind), color, tags, about)).id)


@notes.command("check", examples=("briefing notes check report.md --format json",))
@click.argument("article", shell_complete=complete_files)
@format_option
@notes_option
def check_notes(article: str, form: str, notes_file: Path | None) -> None:
    """Tell where every note is now; exit 1 unless all are anchored, on the words they had."""
    reading, notebook = open_notes(article, notes_file)
    tell_problems(notebook, article)
    found = with_ties(reading, notebook.placed)
    if form == "json":
        say_json([_placed_json(placed) for placed in found])
    else:
        for placed in found:
            say(_place_line(placed))
            say_tie(placed.note)
    sys.exit(0 if all(map(_is_well, found)) else 1)


def _placed_json(placed: PlacedNote) -> Json:
    note = placed.note
    return {"id": note.id, **place_json(placed), "quote": note.quote, "about": about_json(note)}


def _is_well(placed: PlacedNote) -> bool:
    """Whether a note is where it was on the words it had, and so is the passage it is tied to."""
    is_same_there = placed.note.about is None or placed.note.about.now is None
    match = placed.match
    return match.state is MatchState.ANCHORED and not match.changed and is_same_there


def _place_line(placed: PlacedNote) -> str:
    span = placed.span
    where = "-" if span is None else f"{span.start}:{span.end}"
    match = placed.match
    return (
        f"{placed.note.id}  {match.state.value:<9} {where:<13} "
        f"{match.confidence:.2f}  {one_line(wording_words(placed))}"
    )


for _command in (
    list_notes,
    edit,
    delete,
    resolve,
    attach,
    adopt,
    export_command,
    import_command,
    merge,
):
    notes.add_command(_command)
