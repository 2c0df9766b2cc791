"""`briefing themes`, `briefing keys`, `briefing completion`: what there is to choose from."""

from __future__ import annotations

import sys

import click
from click.shell_completion import get_completion_class

from briefing.cli.help import ExampleCommand
from briefing.cli.output import say, tell
from briefing.model.errors import UsageError
from briefing.storage.locations import settings_path, theme_folders
from briefing.storage.settings import load_settings
from briefing.storage.themes import load_themes
from briefing.text.i18n import _
from briefing.text.safe import visible
from briefing.ui.key_overrides import with_overrides
from briefing.ui.keys import ACTIONS, Context


@click.command(cls=ExampleCommand, examples=("briefing themes",))
def themes() -> None:
    """List the themes: name, title, what they are for."""
    found, faults = load_themes(theme_folders())
    for theme in found.values():
        kind = _("terminal's colours") if theme.ansi else _("dark") if theme.dark else _("light")
        more = f", {_('high contrast')}" if theme.high_contrast else ""
        say(visible(f"{theme.name:<16} {_(theme.title):<28} {kind}{more}"))
    tell(faults)
    sys.exit(2 if faults else 0)


@click.command(cls=ExampleCommand, examples=("briefing keys", "briefing keys | grep note"))
def keys() -> None:
    """List the keys: action, keys, what it does, where."""
    settings, faults = load_settings()
    actions, key_faults = with_overrides(
        ACTIONS, settings.keys, str(settings_path()), settings.where
    )
    for action in actions:
        where = "" if action.context is Context.ANYWHERE else f" ({action.context.value})"
        say(visible(f"{action.id:<20} {action.title:<20} {action.help}{where}"))
    tell((*faults, *key_faults))


@click.command(cls=ExampleCommand, examples=('eval "$(briefing completion bash)"',))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes a shell complete commands and options."""
    from briefing.cli.group import main

    found = get_completion_class(shell)
    if found is None:
        raise UsageError(_("there is no completion for {shell}").format(shell=shell))
    say(found(main, {}, "briefing", "_BRIEFING_COMPLETE").source())
