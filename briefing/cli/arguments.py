"""What many commands take: an article, the file of its notes, where to write, a library."""

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


def output_options(command: Callable[..., None]) -> Callable[..., None]:
    """``-o FILE`` and ``--force``, of every command that writes what it makes."""
    force = click.option("--force", is_flag=True, help=_("Overwrite FILE."))
    return output_option(force(command))


def output_option(command: Callable[..., None]) -> Callable[..., None]:
    """``-o FILE`` alone."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=_("Write to FILE; to standard output unless given."),
    )(command)


def library_option(command: Callable[..., None]) -> Callable[..., None]:
    """``--to FOLDER``, of every command that writes into a library."""
    return click.option(
        "--to",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        shell_complete=complete_files,
        help=_("The library; your own unless given."),
    )(command)


def article_argument(command: Callable[..., None]) -> Callable[..., None]:
    """``[ARTICLE]``: a path, a shipped article's name, or ``-``."""
    return click.argument("article", required=False, shell_complete=complete_files)(command)
