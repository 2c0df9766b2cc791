"""A list of articles on the screen: its first rows, and then the app."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from briefing.cli.first_list import first_list
from briefing.cli.own_library import common_folder
from briefing.cli.running import settings_now
from briefing.cli.terminals import require_terminals, tell_the_library
from briefing.model.errors import InputError, UsageError
from briefing.text.i18n import _
from briefing.ui.depth import depth_of
from briefing.ui.early_page import take_away
from briefing.ui.emergency import ending_in_order
from briefing.ui.opening import opening


def read_list(words: Sequence[str], notes_file: Path | None) -> NoReturn:
    """Show a folder, or several files, as a list of articles until the reader leaves it.

    Args:
        words: The folder, or the files.
        notes_file: Where notes are to be kept; not for several articles at once.

    Raises:
        BriefingError: They cannot be listed.
        SystemExit: With the status that shells expect.
    """
    if notes_file is not None:
        raise UsageError(
            _("one notes file cannot hold the notes of several articles"),
            remedy=_("leave out --notes"),
        )
    folder, files = _as_library(words)
    require_terminals(None)
    gc.disable()  # a tenth of the time to the first frame
    try:
        status = _shown(folder, files)
    finally:
        take_away()
    sys.exit(status)


def _shown(folder: Path, files: Sequence[Path]) -> int:
    settings, faults = settings_now()
    with ending_in_order() as ending:
        size = os.get_terminal_size(sys.stdout.fileno())
        first = first_list(folder, files, settings, size)
        with opening(first.page, ending) as start:
            tell_the_library(depth_of(os.environ))
            from briefing.cli.shelf import show_library

            gc.freeze()
            gc.enable()
            return show_library(folder, files, settings, faults, first, start)


def _as_library(words: Sequence[str]) -> tuple[Path, tuple[Path, ...]]:
    """The folder that some words of a command line name, and the files, if they name files.

    Raises:
        InputError: One of several is no file.
    """
    paths = [Path(word) for word in words]
    if len(paths) == 1:
        return paths[0].absolute(), ()
    for path in paths:
        if not path.is_file():
            raise InputError(_("is no file; several articles are listed"), where=str(path))
    return common_folder(paths)
