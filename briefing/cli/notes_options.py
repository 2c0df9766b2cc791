"""What the commands of `briefing notes` share: their options, opening, and naming a passage."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from briefing.cli.output import complain, say, tell
from briefing.cli.wiring import reading_of, source_of
from briefing.model.errors import Fault, QuoteError, UsageError
from briefing.model.note import COLORS, About, Note, NoteKind, NoteState
from briefing.model.span import Span
from briefing.session.notebook import Notebook
from briefing.session.placing import PlacedNote
from briefing.session.reading import Reading
from briefing.session.renamed import left_behind, offered
from briefing.session.wording import both_wordings
from briefing.storage.settings import load_settings
from briefing.text.i18n import _
from briefing.text.local_forms import number
from briefing.text.safe import one_line

_AT = re.compile(r"([0-9]{1,18}):([0-9]{1,18})")
_SHOWN_HITS = 10
_MATCHES = ("anchored", "uncertain", "orphan", "changed")

Decorated = Callable[..., None]


def format_option(command: Decorated) -> Decorated:
    """``--format text|json``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=_("What to print."),
    )(command)


def choice_options(command: Decorated) -> Decorated:
    """What a `NoteChoice` is made of: ``--all``, ``--tag``, ``--kind`` and more."""
    kinds, states = ([each.value for each in names] for names in (NoteKind, NoteState))
    for option in (
        click.option(
            "--match", type=click.Choice(_MATCHES), help=_("Only those that stand like this.")
        ),
        click.option("--color", type=click.Choice(COLORS), help=_("Only of this colour.")),
        click.option("--by", metavar="NAME", help=_("Only by this author.")),
        click.option("--state", type=click.Choice(states), help=_("Only in this state.")),
        click.option("--kind", type=click.Choice(kinds), help=_("Only of this kind.")),
        click.option("--tag", metavar="TAG", help=_("Only those with this tag.")),
        click.option("--all", "with_deleted", is_flag=True, help=_("Deleted notes too.")),
    ):
        command = option(command)
    return command


def passage_options(command: Decorated) -> Decorated:
    """``--at START:END`` and ``--quote TEXT``."""
    command = click.option("--quote", metavar="TEXT", help=_("The passage, in its own words."))(
        command
    )
    return click.option(
        "--at", metavar="START:END", help=_("The passage, in characters of the text.")
    )(command)


def open_notes(
    article: str, notes_file: Path | None, author: str | None = None
) -> tuple[Reading, Notebook]:
    """Open an article and its notes; a damaged notes file is shown as empty."""
    settings, faults = load_settings()
    reading = reading_of(source_of(article), settings, notes_file, author)
    tell(faults)
    return reading, reading.take_out_notes()


def open_notes_to_write(
    article: str, notes_file: Path | None, author: str | None = None
) -> tuple[Reading, Notebook]:
    """Open an article and its notes to change them; at the end, what could not be kept is told.

    Raises:
        InputError: The notes file cannot be read. A script should not write beside it without
            anybody knowing.
    """
    reading, notebook = open_notes(article, notes_file, author)
    if notebook.problem is not None:
        raise notebook.problem
    click.get_current_context().call_on_close(lambda: tell(notebook.port.faults))
    return reading, notebook


def with_ties(reading: Reading, placed: Sequence[PlacedNote]) -> list[PlacedNote]:
    """Notes, those that are tied to another document with its words of now if they are others."""
    if all(one.note.about is None for one in placed):
        return list(placed)
    from briefing.session.ties import with_words_of_now

    notes = with_words_of_now(reading, [one.note for one in placed])
    return [replace(one, note=note) for one, note in zip(placed, notes, strict=True)]


def say_tie(note: Note) -> None:
    """Tell both wordings of the other end of a note, if it has other words now."""
    if note.about is not None and note.about.now is not None:
        words = both_wordings(note.about.quote, note.about.now)
        say(f"{'':<{len(note.id)}}  → {one_line(f'{note.about.document} {words}')}")


def tell_problems(notebook: Notebook, article: str | None = None) -> None:
    """What in the notes file could not be read; of a named article, what it left behind, too.

    Raises:
        InputError: Nothing of it could.
    """
    if notebook.problem is not None:
        raise notebook.problem
    tell(notebook.faults)
    left = None if article is None else left_behind(notebook)
    if left is not None and left.reading is None:
        remedy = _("`briefing notes adopt {article}` brings them here")
        remedy = remedy.format(article=shlex.quote(article or ""))
        complain(str(Fault(offered(left), str(left.path), remedy)))


def passage(reading: Reading, at: str | None, quote: str | None) -> Span:
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


def passage_of_another(home: Reading, file: Path | None, quote: str | None) -> About:
    """The passage of another document that a note is about, too.

    Raises:
        BriefingError: The document cannot be opened, or has no such passage.
    """
    if file is None or quote is None:
        raise UsageError(
            _("a tie needs a document and a passage of it"),
            remedy=_("give both --about FILE and --about-quote TEXT"),
        )
    from briefing.session.ties import about_passage

    settings, _faults = load_settings()
    other = reading_of(source_of(str(file)), settings)
    return about_passage(home, other, _span_quoted(quote, other))


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
    hits = reading.quoted(quote) if quote.strip() else ()
    if not hits:
        raise QuoteError(
            _("“{quote}” is not in the text").format(quote=quote),
            where=reading.where,
            remedy=_("quote it as `briefing print` shows it"),
        )
    if len(hits) > 1:
        show_hits(hits, reading)
        raise UsageError(
            _("“{quote}” is there {count} times").format(quote=quote, count=number(len(hits))),
            where=reading.where,
            remedy=_("name one with --at START:END"),
        )
    return hits[0]


def show_hits(hits: Sequence[Span], reading: Reading) -> None:
    """List places that a passage may be, each as `--at` takes it, with the words around it."""
    text = reading.article.text
    for hit in hits[:_SHOWN_HITS]:
        around = one_line(text[max(0, hit.start - 30) : hit.end + 30])
        click.echo(f"{hit.start}:{hit.end}  …{around}…", err=True)
    if len(hits) > _SHOWN_HITS:
        complain(_("and {count} more").format(count=number(len(hits) - _SHOWN_HITS)))
