"""`briefing notes`: notes from scripts."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from briefing.cli.printing import tell
from briefing.cli.wiring import notes_option, reading_of, source_of
from briefing.model.anchor import MatchState
from briefing.model.errors import Fault, QuoteError, UsageError
from briefing.model.note import COLORS, NoteKind
from briefing.model.span import Span
from briefing.session.notebook import Notebook, NoteDraft
from briefing.session.placing import PlacedNote
from briefing.session.reading import Reading
from briefing.session.report import note_json, place_json
from briefing.storage.settings import load_settings
from briefing.text.i18n import _
from briefing.text.safe import one_line

_AT = re.compile(r"(\d+):(\d+)")
_SHOWN_HITS = 10


@click.group()
def notes() -> None:
    r"""Add, list and check notes.

    \b
    briefing notes add report.md --quote "11,000 soldiers" --text "Source?"
    briefing notes list report.md --format json
    """


def format_option(function: click.decorators.FC) -> click.decorators.FC:
    """``--format text|json``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=_("What to print."),
    )(function)


@notes.command()
@click.argument("article")
@click.option("--at", metavar="START:END", help=_("The passage, in characters of the text."))
@click.option("--quote", metavar="TEXT", help=_("The passage, in its own words."))
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
    notes_file: Path | None,
) -> None:
    r"""Write a note on a passage; prints its id.

    \b
    briefing notes add report.md --at 125:150 --kind question --text "Since when?"
    """
    reading, notebook = _open(article, notes_file, by)
    span = _passage(reading, at, quote)
    draft = NoteDraft(text, NoteKind(kind), color, tags)
    _refuse_damaged(notebook)
    click.echo(notebook.add(span, draft).id)


@notes.command("list")
@click.argument("article")
@click.option("--all", "with_deleted", is_flag=True, help=_("Deleted notes too."))
@format_option
@notes_option
def list_notes(article: str, with_deleted: bool, form: str, notes_file: Path | None) -> None:
    r"""List the notes.

    \b
    briefing notes list report.md
    """
    _reading, notebook = _open(article, notes_file)
    wanted = [n for n in notebook.notes.notes if with_deleted or not n.is_deleted]
    if form == "json":
        click.echo(json.dumps([note_json(n) for n in wanted], ensure_ascii=False, indent=2))
    else:
        for note in wanted:
            said = one_line(note.text or "")
            tags = "".join(f" #{one_line(tag)}" for tag in note.tags)
            click.echo(f"{note.id}  {note.kind.value:<10} «{one_line(note.quote)}»{tags}  {said}")
    _tell_problems(notebook)


@notes.command("check")
@click.argument("article")
@format_option
@notes_option
def check_notes(article: str, form: str, notes_file: Path | None) -> None:
    r"""Tell where every note is now; exit 1 unless all are anchored.

    \b
    briefing notes check report.md --format json
    """
    _reading, notebook = _open(article, notes_file)
    if form == "json":
        rows = [{"id": p.note.id, **place_json(p), "quote": p.note.quote} for p in notebook.placed]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for placed in notebook.placed:
            click.echo(_place_line(placed))
    _tell_problems(notebook)
    states = {placed.match.state for placed in notebook.placed}
    sys.exit(0 if states <= {MatchState.ANCHORED} else 1)


def _place_line(placed: PlacedNote) -> str:
    span = placed.span
    where = "-" if span is None else f"{span.start}:{span.end}"
    match = placed.match
    return (
        f"{placed.note.id}  {match.state.value:<9} {where:<13} "
        f"{match.confidence:.2f}  «{one_line(placed.note.quote)}»"
    )


def _open(
    article: str, notes_file: Path | None, author: str | None = None
) -> tuple[Reading, Notebook]:
    settings, faults = load_settings()
    reading = reading_of(source_of(article), settings, notes_file, author)
    tell(faults)
    return reading, reading.take_out_notes()


def _passage(reading: Reading, at: str | None, quote: str | None) -> Span:
    """The passage that the options name.

    Raises:
        UsageError: They name none, or more than one.
        QuoteError: The quote is not in the text.
    """
    if (at is None) == (quote is None):
        raise UsageError(
            _("a note needs one passage"), remedy=_("give either --at START:END or --quote TEXT")
        )
    return _span_at(at, reading) if at is not None else _span_quoted(quote or "", reading)


def _span_at(at: str, reading: Reading) -> Span:
    found = _AT.fullmatch(at)
    length = len(reading.article.text)
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    if not start < end <= length:
        raise UsageError(
            _("“{at}” is no passage of the text").format(at=at),
            remedy=_("write START:END, 0-based, up to {length}").format(length=length),
        )
    return Span(start, end)


def _span_quoted(quote: str, reading: Reading) -> Span:
    hits = reading.quoted(quote)
    if not hits:
        raise QuoteError(
            _("“{quote}” is not in the text").format(quote=quote),
            where=reading.where,
            remedy=_("quote it as `briefing print` shows it"),
        )
    if len(hits) > 1:
        _show_hits(hits, reading)
        raise UsageError(
            _("“{quote}” is there {count} times").format(quote=quote, count=len(hits)),
            where=reading.where,
            remedy=_("name one with --at START:END"),
        )
    return hits[0]


def _show_hits(hits: Sequence[Span], reading: Reading) -> None:
    text = reading.article.text
    for hit in hits[:_SHOWN_HITS]:
        around = one_line(text[max(0, hit.start - 30) : hit.end + 30])
        click.echo(f"{hit.start}:{hit.end}  …{around}…", err=True)


def _refuse_damaged(notebook: Notebook) -> None:
    """A script should not write beside a damaged file without anybody knowing.

    Raises:
        InputError: The notes file cannot be read.
    """
    if notebook.problem is not None:
        raise notebook.problem


def _tell_problems(notebook: Notebook) -> None:
    if notebook.problem is not None:
        raise notebook.problem
    tell(
        Fault(note.reason, f"{notebook.port.path}:{note.line_number}")
        for note in notebook.notes.unreadable
    )
