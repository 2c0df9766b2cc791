"""`briefing feeds keep`: which articles of feeds go to the trash once they were read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from briefing.cli.arguments import library_option
from briefing.cli.help import ExampleCommand
from briefing.cli.library_opening import open_library
from briefing.cli.output import say
from briefing.cli.own_library import own_library
from briefing.model.library_file import KeepRead, LibraryFile
from briefing.model.settings import Settings
from briefing.notes.library_file import MOST_KEPT
from briefing.session.clock import SystemClock
from briefing.session.feed_clearing import FeedClearing
from briefing.session.feed_words import cleared_line, rule_words
from briefing.session.library_trash import LibraryTrash
from briefing.storage.library_file import LibraryFileStore
from briefing.storage.library_trash import FOLDER
from briefing.storage.library_trash import LibraryTrash as TrashFolder
from briefing.text.i18n import _

_NUMBER = click.IntRange(0, MOST_KEPT)


@click.command(
    cls=ExampleCommand,
    examples=(
        "briefing feeds keep --days 90",
        "briefing feeds keep --items 500",
        "briefing feeds keep --all",
    ),
)
@click.option("--days", type=_NUMBER, help=_("Days that an article stays once it was read."))
@click.option("--items", type=_NUMBER, help=_("Articles of each feed that stay, the newest."))
@click.option("--all", "is_off", is_flag=True, help=_("Keep all: no article goes by itself."))
@library_option
def keep(days: int | None, items: int | None, is_off: bool, folder: Path | None) -> None:
    """Say which articles of feeds stay; those that go lie in the library's trash.

    Only articles that were read go, after an update, and never one with a star, a tag or a note,
    one that a draft quotes, or one that was edited. Without an option it tells what is set.
    """
    file = LibraryFileStore((folder or own_library()).absolute())

    def changed(now: LibraryFile) -> LibraryFile:
        rule = KeepRead() if is_off else now.keep_read
        given = {"days": days, "items": items}
        named = {key: number for key, number in given.items() if number is not None}
        return replace(now, keep_read=replace(rule, **named))

    is_asked = not is_off and days is None and items is None
    say(rule_words((file.load() if is_asked else file.change(changed)).keep_read))


def clear_away(folder: Path, clearing: FeedClearing, settings: Settings) -> str | None:
    """Let old articles go to the trash of a library; one line of how many, None for none.

    Raises:
        BriefingError: The library cannot be read, or one could not be moved.
    """
    if not clearing.is_on:
        return None
    gone = clearing.outlived(open_library(folder, settings).entries())
    if not gone:
        return None
    LibraryTrash(TrashFolder(folder), SystemClock()).delete(gone)
    return f"{cleared_line(gone)}: {folder.joinpath(*FOLDER)}"
