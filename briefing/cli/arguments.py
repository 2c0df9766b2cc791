"""What many commands take: an article, and the file of its notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from briefing.cli.completing import complete_files
from briefing.text.i18n import _


def notes_option(command: Callable[..., None]) -> Callable[..., None]:
    """``--notes FILE``, which every command takes that names an article."""
    return click.option(
        "--notes",
        "notes_file",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=_("Keep the notes in FILE."),
    )(command)


def article_argument(command: Callable[..., None]) -> Callable[..., None]:
    """``[ARTICLE]``: a path, a shipped article's name, or ``-``."""
    return click.argument("article", required=False, shell_complete=complete_files)(command)
