"""Keys that are about the program: theme, help, commands, the source, closing and leaving."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from briefing.model.reading_state import Choices
from briefing.model.theme import Theme
from briefing.text.i18n import _
from briefing.ui.cursor import CURSOR_ACTIONS
from briefing.ui.dialogs.choose import ThemeDialog
from briefing.ui.keys import ALSO, Action, Context, Group
from briefing.ui.parts.changes import Changes
from briefing.ui.parts.foot import Foot
from briefing.ui.parts.noteplaces import NotePlaces
from briefing.ui.parts.panes import Panes
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text
from briefing.ui.render.rows import Row, Words
from briefing.ui.shown import Shown
from briefing.ui.takes_keys import Commands
from briefing.ui.theming import textual_theme

if TYPE_CHECKING:
    from briefing.ui.screens.help import CommandScreen, HelpScreen

_AS_SET = ""
"""Stands for the theme that the settings name, among those that can be chosen."""


class Looks:
    """Theme, help, and everything by name."""

    def __init__(
        self,
        stage: Shown,
        themes: Mapping[str, Theme],
        usual_theme: str | None,
        commands: Callable[[], Commands],
    ) -> None:
        """Remember what can be chosen.

        Args:
            stage: What the parts share.
            themes: All themes by name.
            usual_theme: The theme that the settings name; of two the one that fits the terminal.
            commands: What the actions of the table do here.
        """
        self._stage = stage
        self._themes = themes
        self._usual_theme = usual_theme
        self._commands = commands

    def choose_theme(self) -> None:
        """Choose a theme; the one under the cursor is seen at once."""
        app = self._stage.screen.app
        before, usual = app.theme, self._usual_theme
        for theme in self._themes.values():
            app.register_theme(textual_theme(theme))

        def preview(name: str) -> None:
            app.theme = name or usual or before

        def chosen(name: str | None) -> None:
            app.theme = before if name is None else name or usual or before
            if name is not None:
                self._stage.choose(Choices(theme=name))

        app.push_screen(ThemeDialog(self._theme_rows(before), before, preview), chosen)

    def _theme_rows(self, shown: str) -> list[Row]:
        rows = [
            Row((Words(_(theme.title)),), ref=theme.name, sign="●" if theme.name == shown else " ")
            for theme in self._themes.values()
        ]
        if self._usual_theme in self._themes:
            rows.append(Row((Words(_("as the settings say")),), ref=_AS_SET))
        return rows

    def help(self, here: Context) -> None:
        """The keys, those of where the reader is first."""
        help_screen, _command_screen = _screens_of_keys()
        actions = tuple(self._stage.actions.values())
        self._stage.screen.app.push_screen(help_screen(actions, here))

    def commands(self, here: Context) -> None:
        """Everything that a key does here, by name."""
        _help_screen, command_screen = _screens_of_keys()
        wanted, known = (here, *ALSO.get(here, ()), Context.ANYWHERE), self._commands().ids
        actions = [
            action
            for action in self._stage.actions.values()
            if action.context in wanted and action.id in known and action.id != "palette"
        ]
        actions.sort(key=_by_name)
        dialog = command_screen(actions, self._stage.headings)
        self._stage.screen.app.push_screen(dialog, self._do)

    def _do(self, chosen: str | None) -> None:
        """Do what was chosen by name."""
        if chosen is not None:
            name, _slash, number = chosen.partition("/")
            action = self._stage.actions[name]
            self._commands().perform(action, int(number) if number else None)


_FIRST_BY_NAME = (Group.NOTES, Group.FIND, Group.LIBRARY, Group.PROGRAM, Group.PANELS)
"""What people call by name, in this order; what moves something comes last: keys are for that."""


def _screens_of_keys() -> tuple[type[HelpScreen], type[CommandScreen]]:
    """What lists keys, which nothing needs before somebody asks."""
    from briefing.ui.screens.help import CommandScreen, HelpScreen  # noqa: PLC0415 - when first opened

    return HelpScreen, CommandScreen


def _by_name(action: Action) -> tuple[bool, int]:
    """Where an action stands among those that are called by name."""
    moves = action.id in CURSOR_ACTIONS or action.group not in _FIRST_BY_NAME
    return moves, 0 if moves else _FIRST_BY_NAME.index(action.group)


class Leaving:
    """Closing one layer after the other, and going away."""

    def __init__(
        self,
        stage: Stage,
        text: Text,
        foot: Foot,
        panes: Panes,
        notes: NotePlaces,
        changes: Changes,
    ) -> None:
        self._changes = changes
        self._stage = stage
        self._text = text
        self._foot = foot
        self._panes = panes
        self._notes = notes

    def leave(self) -> None:
        """Back from a panel or a selection; else quit."""
        stage = self._stage
        if self._panes.has_overlay or stage.sitting.selection is not None or stage.focused_panel:
            self.close()
        elif stage.is_above_list:
            stage.screen.dismiss()  # back to the list from which the article was opened
        else:
            self.quit()

    def close(self) -> None:
        """Close one layer: note, selection, overlay, panel, search, changes, target, message."""
        if self._notes.let_go():
            return
        stage, sitting = self._stage, self._stage.sitting
        if sitting.selection is not None:
            self._text.select(None)
        elif self._panes.lift_overlay():
            pass
        elif stage.focused_panel is not None:
            stage.focus_text()
        elif sitting.search is not None:
            self._text.forget_search()
            self._text.mark(None)
        elif sitting.changes:
            self._changes.end()
        elif sitting.target is not None:
            self._text.mark(None)
        else:
            stage.strip.clear()
        self._foot.show()

    def quit(self) -> None:
        """Quit. No note is being written here; the dialog asks for itself."""
        self._stage.screen.app.exit()

    def interrupt(self) -> None:
        """End at once, as any program does after Ctrl+C."""
        self._stage.screen.app.exit(return_code=128 + signal.SIGINT)

    def suspend(self) -> None:
        """Go to the background; the shell's `fg` comes back."""
        self._stage.screen.app.action_suspend_process()
