"""`briefing notes edit`, `delete`, `resolve` and `attach`: changing notes from scripts."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.arguments import notes_option
from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleCommand
from briefing.cli.notes_options import open_notes_to_write, passage, passage_options
from briefing.model.errors import NotFoundError, UsageError
from briefing.model.note import COLORS, NoteKind, NoteState
from briefing.session.note_draft import NoteDraft
from briefing.session.notebook import Notebook
from briefing.text.i18n import _

_NO_COLOR = "none"


@click.command(
    cls=ExampleCommand,
    examples=(
        'briefing notes edit report.md k3q9m2vxt7 --text "Since 2024" --tag facts',
        "briefing notes edit report.md k3q9m2vxt7 --color none --no-tags",
    ),
)
@click.argument("article", shell_complete=complete_files)
@click.argument("note_id", metavar="ID")
@click.option("--text", metavar="TEXT", help=_("What the note says from now on."))
@click.option(
    "--kind", type=click.Choice([kind.value for kind in NoteKind]), help=_("What it is now.")
)
@click.option("--color", type=click.Choice([*COLORS, _NO_COLOR]), help=_("Its colour now."))
@click.option("--tag", "tags", multiple=True, metavar="TAG", help=_("Its tags now, one at a time."))
@click.option("--no-tags", is_flag=True, help=_("Take all its tags away."))
@click.option("--clear-conflicts", is_flag=True, help=_("Forget what lost in a merge."))
@notes_option
def edit(  # noqa: PLR0913, PLR0917 - one parameter for each option of the command
    article: str,
    note_id: str,
    text: str | None,
    kind: str | None,
    color: str | None,
    tags: tuple[str, ...],
    no_tags: bool,
    clear_conflicts: bool,
    notes_file: Path | None,
) -> None:
    """Change what a note says, its kind, colour or tags; the rest of it stays."""
    changes = any(value is not None for value in (text, kind, color)) or bool(tags) or no_tags
    if not changes and not clear_conflicts:
        raise UsageError(
            _("there is nothing to change"), remedy=_("give --text, --kind, --color or --tag")
        )
    if tags and no_tags:
        raise UsageError(_("--tag and --no-tags exclude each other"), remedy=_("give one of them"))
    _reading, notebook = open_notes_to_write(article, notes_file)
    note = notebook.find(note_id).note
    draft = NoteDraft(
        text=note.text if text is None else text,
        kind=note.kind if kind is None else NoteKind(kind),
        color=note.color if color is None else None if color == _NO_COLOR else color,
        tags=() if no_tags else tags or note.tags,
    )
    notebook.edit(note_id, draft)
    if clear_conflicts:
        notebook.clear_conflicts(note_id)


@click.command(
    cls=ExampleCommand,
    examples=(
        "briefing notes delete report.md k3q9m2vxt7",
        "briefing notes delete report.md k3q9m2vxt7 --restore",
    ),
)
@click.argument("article", shell_complete=complete_files)
@click.argument("note_ids", metavar="ID...", nargs=-1, required=True)
@click.option("--restore", is_flag=True, help=_("Bring deleted notes back."))
@notes_option
def delete(article: str, note_ids: tuple[str, ...], restore: bool, notes_file: Path | None) -> None:
    """Delete notes. They stay in the file, marked, so that a merge knows."""
    _reading, notebook = open_notes_to_write(article, notes_file)
    _refuse_unknown(notebook, note_ids, deleted=restore)
    for note_id in note_ids:
        if restore:
            notebook.restore(note_id)
        else:
            notebook.set_state(note_id, NoteState.DELETED)


@click.command(
    cls=ExampleCommand,
    examples=(
        "briefing notes resolve report.md k3q9m2vxt7 p4w8z2bnc6",
        "briefing notes resolve report.md k3q9m2vxt7 --reopen",
    ),
)
@click.argument("article", shell_complete=complete_files)
@click.argument("note_ids", metavar="ID...", nargs=-1, required=True)
@click.option("--reopen", is_flag=True, help=_("Open them again."))
@notes_option
def resolve(article: str, note_ids: tuple[str, ...], reopen: bool, notes_file: Path | None) -> None:
    """Mark notes as resolved."""
    _reading, notebook = open_notes_to_write(article, notes_file)
    _refuse_unknown(notebook, note_ids)
    for note_id in note_ids:
        notebook.set_state(note_id, NoteState.OPEN if reopen else NoteState.RESOLVED)


@click.command(
    cls=ExampleCommand,
    examples=(
        'briefing notes attach report.md k3q9m2vxt7 --quote "11,000 soldiers"',
        "briefing notes attach report.md k3q9m2vxt7 --here",
    ),
)
@click.argument("article", shell_complete=complete_files)
@click.argument("note_id", metavar="ID")
@passage_options
@click.option("--here", is_flag=True, help=_("Confirm the passage where the note is now."))
@notes_option
def attach(
    article: str,
    note_id: str,
    at: str | None,
    quote: str | None,
    here: bool,
    notes_file: Path | None,
) -> None:
    """Move a note to another passage, as for one whose passage was lost."""
    if here and (at, quote) != (None, None):
        raise UsageError(
            _("a note needs one passage"), remedy=_("give one of --here, --at and --quote")
        )
    reading, notebook = open_notes_to_write(article, notes_file)
    placed = notebook.find(note_id)
    span = placed.span if here else passage(reading, at, quote)
    if span is None:
        raise UsageError(
            _("the note {id} has no passage now").format(id=note_id),
            remedy=_("name one with --at START:END or --quote TEXT"),
        )
    if here:
        notebook.confirm(note_id)
    else:
        notebook.attach(note_id, span)


def _refuse_unknown(
    notebook: Notebook, note_ids: tuple[str, ...], *, deleted: bool = False
) -> None:
    """Look all ids up first, so that a wrong one changes nothing.

    Raises:
        NotFoundError: One is not there.
    """
    for note_id in note_ids:
        if not deleted:
            notebook.find(note_id)
        elif notebook.notes.find(note_id) is None:
            raise NotFoundError(
                _("there is no note {id}").format(id=note_id),
                remedy=_("`briefing notes list --all` shows deleted ones too"),
            )
