"""Which theme the reader begins with: chosen there, or set, or set for a terminal like this one."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.model.errors import BriefingError, Fault, StorageError
from briefing.model.reading_state import Choices
from briefing.model.records import replace
from briefing.model.settings import Settings, ThemePair
from briefing.model.theme import Theme
from briefing.storage.locations import shipped_themes
from briefing.storage.theme_cache import load_theme_fast
from briefing.text.i18n import _
from briefing.ui.background import is_dark_by
from briefing.ui.depth import Depth

if TYPE_CHECKING:  # the first page is on the screen before it is loaded
    from briefing.session.memory import Memory
    from briefing.ui.app import BriefingApp
    from briefing.ui.screens.reader import ReaderScreen

DEFAULT_THEME = "paper"
"""What a reader sees who has chosen nothing."""


def usual_theme(choices: Choices, settings: Settings) -> str | None:
    """The theme that the settings name; of two the one for this terminal, as far as is known."""
    theme = settings.theme
    if not isinstance(theme, ThemePair):
        return theme
    is_dark = is_dark_by(os.environ)
    return theme.choose(is_dark=bool(choices.is_dark if is_dark is None else is_dark))


def follows_terminal(choices: Choices, settings: Settings) -> bool:
    """Whether the terminal's background decides: two themes are set and none was chosen since."""
    return not choices.theme and isinstance(settings.theme, ThemePair)


def first_theme(choices: Choices, settings: Settings) -> tuple[Theme, tuple[Fault, ...]]:
    """The theme to begin with, and what is wrong with the one that was wanted.

    Raises:
        StorageError: Not even the default theme can be read.
    """
    wanted = choices.theme or usual_theme(choices, settings)
    theme, faults = load_theme_fast(wanted or DEFAULT_THEME)
    if not choices.theme:
        faults = _at_the_setting(faults, settings)
    if theme is None:
        theme, _more = load_theme_fast(DEFAULT_THEME)
    if theme is None:
        raise StorageError(
            _("the theme {name} cannot be read").format(name=DEFAULT_THEME),
            where=str(shipped_themes()),
            remedy=_("install the program again"),
        )
    return theme, faults


class Fitting:
    """Gives themes in the colours that the terminal has."""

    def __init__(self, depth: Depth) -> None:
        """Begin with what the environment says; the terminal itself may say more.

        Args:
            depth: How many colours there are.
        """
        self.depth = depth

    def __call__(self, theme: Theme) -> Theme:
        """The theme, in colours of the 256 where there are no more."""
        return theme.in_256() if self.depth is Depth.INDEXED else theme


def follow_terminal(
    app: BriefingApp,
    screen: ReaderScreen,
    memory: Memory,
    settings: Settings,
    fitting: Fitting,
    *,
    is_dark: bool,
) -> None:
    """Put the theme on that fits what the terminal said, and begin with it the next time."""
    if not isinstance(settings.theme, ThemePair):
        return
    name = settings.theme.choose(is_dark=is_dark)
    if name != app.theme:
        theme, faults = load_theme_fast(name)
        screen.faults += _at_the_setting(faults, settings)
        if theme is not None:
            app.put_on(fitting(theme))
    screen.usual_theme = name
    if is_dark != memory.choices.is_dark:
        with suppress(BriefingError):  # it will be asked again
            memory.choose(Choices(is_dark=is_dark))


def _at_the_setting(faults: tuple[Fault, ...], settings: Settings) -> tuple[Fault, ...]:
    """Faults of a theme with the line of the setting that names it, where they have none."""
    where = settings.where.get("theme")
    return tuple(replace(fault, where=fault.where or where) for fault in faults)
