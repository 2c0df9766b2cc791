"""`briefing notes export`, `import` and `merge`: notes as files of their own."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from briefing.cli.arguments import notes_option, output_option, output_options
from briefing.cli.completing import complete_files
from briefing.cli.endings import WRONG
from briefing.cli.help import ExampleCommand
from briefing.cli.notes_options import (
    choice_options,
    open_notes,
    open_notes_to_write,
    show_hits,
    tell_problems,
)
from briefing.cli.output import STDOUT, complain, deliver, say, seen_from, tell
from briefing.cli.wiring import load_text
from briefing.exchange.formats import EXPORTS, IMPORTS
from briefing.model.errors import InputError, UsageError
from briefing.session.choosing_notes import NoteChoice, chosen_notes
from briefing.session.exporting import exported_notes, joined_notes
from briefing.session.importing import Taken, import_notes, orphan_count
from briefing.session.reading import Reading
from briefing.storage.notes_files import merge_files
from briefing.storage.settings import load_settings
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.text.safe import one_line

_SHOWN_QUOTE = 60
"""Characters of a quote that stand in a message."""


@click.command(
    "export",
    cls=ExampleCommand,
    examples=(
        "briefing notes export report.md --format markdown",
        "briefing notes export report.md --format jsonld -o notes.jsonld",
        "briefing notes export reports --format csv --tag check --by anna",
    ),
)
@click.argument("article", shell_complete=complete_files)
@click.option(
    "--format", "form", type=click.Choice(list(EXPORTS)), required=True, help=_("What to write.")
)
@choice_options
@output_options
@notes_option
def export_command(
    article: str,
    form: str,
    output: Path | None,
    force: bool,
    notes_file: Path | None,
    **asked: Any,
) -> None:
    """Write the notes on an article, or on all articles of a folder, in the format of others."""
    is_folder, choice = Path(article).is_dir(), NoteChoice(**asked)
    documents, failed = [], False
    for path in _noted_articles(Path(article)) if is_folder else [article]:
        try:
            reading, notebook = open_notes(path, notes_file)
            tell_problems(notebook)
        except InputError as error:
            if not is_folder:
                raise
            complain(str(error))
            failed = True
            continue
        failed |= bool(notebook.notes.unreadable)
        notes = chosen_notes(notebook, choice)
        if notes or not is_folder:
            address = seen_from(reading.source, output)
            documents.append(exported_notes(reading, form, notes, address=address))
    deliver(joined_notes(documents, form) if is_folder else documents[0], output, force=force)
    if failed:
        raise SystemExit(WRONG)


def _noted_articles(folder: Path) -> Iterator[str]:
    """The articles of a folder that have notes, or notes that cannot be read."""
    from briefing.cli.library_opening import open_library

    library = open_library(folder, load_settings()[0])
    for entry in library.entries():
        if entry.notes or entry.fault is not None:
            yield str(folder / entry.path)
    tell(library.faults)


@click.command(
    "import",
    cls=ExampleCommand,
    examples=(
        "briefing notes import report.md notes.jsonld",
        'briefing notes import report.md "My Clippings.txt" --format kindle',
    ),
)
@click.argument("article", shell_complete=complete_files)
@click.argument("file", shell_complete=complete_files)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(IMPORTS)),
    help=_("What FILE is; told from its text unless given."),
)
@notes_option
def import_command(article: str, file: str, form: str | None, notes_file: Path | None) -> None:
    """Take in the notes of another program; those that are there already stay as they are."""
    if article == file == STDOUT:
        raise UsageError(
            _("standard input cannot be both the article and the notes"),
            remedy=_("name a file for one of them"),
        )
    reading, notebook = open_notes_to_write(article, notes_file)
    taken = import_notes(reading, load_text(file), form, file)
    tell(taken.faults)
    for note in taken.notes:
        say(note.id)
    count = len(taken.notes)
    told = (
        ngettext("{count} note taken in", "{count} notes taken in", count).format(
            count=number(count)
        ),
        _("{count} known already").format(count=number(taken.known_count)),
        _("{count} without a passage").format(count=number(orphan_count(notebook, taken.notes))),
    )
    complain(", ".join(told))
    _tell_choices(article, taken, reading)


def _tell_choices(article: str, taken: Taken, reading: Reading) -> None:
    """Name the notes whose words stand more than once, with the places they may be about."""
    quotes = {note.id: note.quote for note in taken.notes}
    for note_id, places in taken.choices.items():
        what = _("{id} is uncertain: “{quote}” is there {count} times; choose with {command}")
        command = f"briefing notes attach {shlex.quote(article)} {note_id} --at START:END"
        quote = textwrap.shorten(one_line(quotes[note_id]), _SHOWN_QUOTE, placeholder="…")
        count = number(len(places))
        complain(what.format(id=note_id, quote=quote, count=count, command=command))
        show_hits(places, reading)


@click.command(
    cls=ExampleCommand,
    examples=(
        "briefing notes merge mine.notes.yaml theirs.notes.yaml -o report.notes.yaml",
        "git config merge.briefing.driver 'briefing notes merge %O %A %B -o %A'",
        "echo '*.notes.yaml merge=briefing' >> .gitattributes",
    ),
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="[BASE] OURS THEIRS",
    type=click.Path(path_type=Path),
)
@output_option
def merge(files: tuple[Path, ...], output: Path | None) -> None:
    """Merge two notes files, or three with what both started from. No note is lost.

    With -o FILE, FILE is replaced, as git asks of a merge driver.
    """
    if len(files) not in {2, 3}:
        raise UsageError(
            _("a merge takes two or three files, not {count}").format(count=len(files)),
            remedy=_("write `briefing notes merge [BASE] OURS THEIRS`"),
        )
    base = files[0] if len(files) == 3 else None
    deliver(merge_files(base, files[-2], files[-1]), output, force=True)
