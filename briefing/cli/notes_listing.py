"""`briefing notes list`: the notes of an article, or of all articles of folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from briefing.cli.arguments import notes_option
from briefing.cli.completing import complete_files
from briefing.cli.endings import OK, WRONG
from briefing.cli.help import ExampleCommand
from briefing.cli.notes_options import (
    choice_options,
    format_option,
    open_notes,
    say_tie,
    tell_problems,
    with_ties,
)
from briefing.cli.output import complain, say, say_json, tell
from briefing.model.errors import InputError
from briefing.model.note import Conflict
from briefing.session.choosing_notes import NoteChoice
from briefing.session.placing import PlacedNote
from briefing.session.report import note_json, place_json, wording_json
from briefing.session.wording import wording_words
from briefing.storage.settings import load_settings
from briefing.text.i18n import _
from briefing.text.safe import one_line


@click.command(
    "list",
    cls=ExampleCommand,
    examples=(
        "briefing notes list report.md",
        "briefing notes list report.md --all --format json",
        "briefing notes list reports --tag check --match changed",
    ),
)
@click.argument("articles", nargs=-1, required=True, shell_complete=complete_files)
@choice_options
@format_option
@notes_option
def list_notes(articles: tuple[str, ...], form: str, notes_file: Path | None, **asked: Any) -> None:
    """List the notes of an article, or of all articles in folders."""
    choice = NoteChoice(**asked)
    is_one = len(articles) == 1 and not Path(articles[0]).is_dir()
    listed: list[dict[str, Any]] = []
    status = OK
    for folder, path in _noted(articles):
        try:
            whole = path if folder is None else f"{folder}/{path}"
            reading, notebook = open_notes(whole, notes_file if folder is None else None)
            tell_problems(notebook, path if is_one else None)
        except InputError as error:
            if is_one:
                raise
            complain(str(error))
            status = WRONG
            continue
        if notebook.notes.unreadable:
            status = WRONG
        placed = [one for one in notebook.place(*notebook.notes.notes) if choice.takes(one)]
        placed = with_ties(reading, placed)
        if form == "json":
            where = {} if is_one else {"folder": folder, "path": path}
            listed += [_json(one, where) for one in placed]
            continue
        if placed and not is_one:
            say(one_line(whole) + _titled(reading.article.title))
        for one in placed:
            _say(one)
    if form == "json":
        say_json(listed)
    if status:
        raise SystemExit(status)


def _noted(articles: tuple[str, ...]) -> Iterator[tuple[str | None, str]]:
    """Each article that is named, and each one with notes, or with a fault, in a folder.

    Yields:
        The folder that was named, and the path in it; None and the article.
    """
    for article in articles:
        if not Path(article).is_dir():
            yield None, article
            continue
        from briefing.cli.library_opening import open_library

        library = open_library(Path(article), load_settings()[0])
        for entry in library.entries():
            if entry.notes or entry.fault is not None:
                yield article, entry.path
        tell(library.faults)


def _titled(title: str | None) -> str:
    """A title as it stands behind the path of an article."""
    return f"  «{one_line(title)}»" if title else ""


def _json(placed: PlacedNote, where: dict[str, str | None]) -> dict[str, Any]:
    if not where:
        return {**note_json(placed.note), **wording_json(placed)}
    return {**where, **note_json(placed.note), **place_json(placed)}


def _say(placed: PlacedNote) -> None:
    note = placed.note
    tags = "".join(f" #{tag}" for tag in note.tags)
    words = one_line(f"{wording_words(placed)}{tags} {note.text}")
    say(f"{note.id}  {note.kind.value:<10}  {words}")
    say_tie(note)
    for conflict in note.conflicts:
        say(f"{'':<{len(note.id)}}  {'!':<10}  {one_line(_dispute(conflict))}")


def _dispute(conflict: Conflict) -> str:
    """What lost in a merge and waits to be settled."""
    value = conflict.value
    words = ", ".join(value) if isinstance(value, tuple) else value or ""
    said = _("In dispute: {by} wrote for “{field}”: {value}")
    return said.format(by=conflict.by, field=conflict.field, value=words)
