"""`briefing config`: the settings file, written once, found and looked over."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from briefing.cli.help import ExampleCommand, ExampleGroup
from briefing.cli.output import complain, deliver, say, say_document, tell
from briefing.model.errors import Fault, StorageError
from briefing.model.settings import Settings, ThemePair
from briefing.storage.locations import settings_path, theme_folders
from briefing.storage.settings import load_settings
from briefing.storage.settings_schema import default_file
from briefing.storage.themes import load_theme
from briefing.text.i18n import _
from briefing.text.safe import one_line
from briefing.text.system_words import reason
from briefing.ui.key_overrides import with_overrides
from briefing.ui.keys import ACTIONS


@click.group(
    cls=ExampleGroup,
    no_args_is_help=False,
    examples=("briefing config init", "briefing config check"),
)
def config() -> None:
    """Write, find and check the settings file."""


@config.command(cls=ExampleCommand, examples=("briefing config init",))
@click.option("--force", is_flag=True, help=_("Overwrite the settings that are there."))
def init(force: bool) -> None:
    """Write a settings file that explains every setting and sets none."""
    path = settings_path()
    _make_folder(path.parent)
    deliver(default_file(), path, force=force)
    complain(_("written: {path}").format(path=path))


@config.command("path", cls=ExampleCommand, examples=('$EDITOR "$(briefing config path)"',))
def path_command() -> None:
    """Print where the settings file is, or would be."""
    say_document(f"{settings_path()}\n")


@config.command(cls=ExampleCommand, examples=("briefing config check",))
def check() -> None:
    """Name every wrong setting with its line."""
    path = settings_path()
    settings, faults = load_settings()
    found = sorted((*faults, *_later_faults(settings)), key=_line_number)
    tell(found)
    if found:
        sys.exit(2)
    state = (
        _("all settings are right")
        if path.exists()
        else _("there is no such file; all is as usual")
    )
    say(one_line(f"{path}: {state}"))


def _later_faults(settings: Settings) -> Iterator[Fault]:
    """What only shows where a setting is used: themes and actions that there are not."""
    _actions, clashes = with_overrides(ACTIONS, settings.keys, str(settings_path()), settings.where)
    yield from clashes
    theme = settings.theme
    for name in (theme.light, theme.dark) if isinstance(theme, ThemePair) else (theme,):
        _theme, faults = (None, ()) if name is None else load_theme(name, theme_folders())
        here = settings.where.get("theme")
        yield from (replace(fault, where=fault.where or here) for fault in faults)


def _line_number(fault: Fault) -> int:
    number = (fault.where or "").rpartition(":")[2]
    return int(number) if number.isdecimal() else 0


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            _("the folder cannot be made: {reason}").format(reason=reason(error)),
            where=str(folder),
        ) from error
