"""`briefing notes adopt`: notes and versions come along to the new name of their article."""

from __future__ import annotations

import sys

import click

from briefing.cli.arguments import notes_option
from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleCommand
from briefing.cli.notes_options import open_notes_to_write
from briefing.cli.output import complain, say
from briefing.session.renamed import bring, brought, left_behind
from briefing.text.i18n import _

_CAME, _NOTHING = 0, 1


@click.command(cls=ExampleCommand, examples=("briefing notes adopt reports/renamed.md",))
@click.argument("article", shell_complete=complete_files)
@notes_option
def adopt(article: str, notes_file: object) -> None:
    """Bring the notes and versions that an article left behind when it was renamed or moved.

    They are known by the texts that they are about; exit 1 when there are none.
    """
    del notes_file
    _reading, notebook = open_notes_to_write(article, None)
    left = left_behind(notebook)
    if left is None:
        complain(_("this article has left no notes behind"))
        sys.exit(_NOTHING)
    say(brought(bring(notebook, left)))
    sys.exit(_CAME)
