"""What an article and a list of articles have in common when the reader is started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.cli.terminals import screen_on_stderr
from briefing.model.errors import Fault
from briefing.model.settings import Settings
from briefing.storage.locations import may_exist, settings_path
from briefing.storage.pending_writes import wait_for_writes
from briefing.ui.opening import Opening

if TYPE_CHECKING:  # the first page is on the screen before it is loaded
    from briefing.ui.app import BriefingApp
    from briefing.ui.keys import Action

_LAST_WRITES_SECONDS = 0.5
"""How long the end waits for a file that a thread in the background is replacing."""


def settings_now() -> tuple[Settings, tuple[Fault, ...]]:
    """The user's settings; without a file of them, nothing that reads YAML is loaded."""
    if not may_exist(settings_path()):
        return Settings(), ()
    from briefing.storage.settings import load_settings

    return load_settings()


def actions_of(settings: Settings) -> tuple[tuple[Action, ...], tuple[Fault, ...]]:
    """The table of keys, the user's own keys in it, and what is wrong with those."""
    from briefing.ui.key_overrides import with_overrides
    from briefing.ui.keys import ACTIONS

    return with_overrides(ACTIONS, settings.keys, str(settings_path()), settings.where)


def hand_terminal_over(app: BriefingApp, start: Opening) -> None:
    """Give the app the keys that came too early, and what is known of the terminal."""
    app.hold(start.finish())
    app.take_over, app.terminal_before = start.hand_over, start.terminal_before
    app.awaits_answers = start.awaits_answers


def finish_writes() -> None:
    """Wait a moment for a file that a thread in the background is replacing."""
    wait_for_writes(_LAST_WRITES_SECONDS)


def run_app(app: BriefingApp) -> None:
    """Run the app until the reader leaves it."""
    app.is_watched = True
    with screen_on_stderr():
        try:
            app.run()
        finally:
            app.is_watched = False
            if app.watching is not None:
                app.watching.stop()
            finish_writes()
