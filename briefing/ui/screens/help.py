"""The keys, by what they are for; type to search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from briefing.text.i18n import _
from briefing.ui.dialogs.once import Dialog
from briefing.ui.keys import Action, Context, Group
from briefing.ui.render.rows import Row, Words
from briefing.ui.theming import palette_of
from briefing.ui.widgets.fields import Field
from briefing.ui.widgets.rows import RowsPane


class HelpScreen(Dialog[None]):
    """Every key of the one table."""

    CSS_PATH: ClassVar[str] = "../dialogs/dialogs.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss_help", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move_page(1)", show=False, priority=True),
        Binding("pageup", "move_page(-1)", show=False, priority=True),
    ]

    def __init__(self, actions: Sequence[Action]) -> None:
        super().__init__(classes="dialog")
        self.actions = actions

    def compose(self) -> ComposeResult:
        """A filter and the keys."""
        with Vertical(classes="frame -tall") as frame:
            frame.border_title = _("Keys")
            yield Field(placeholder=_("type to search the keys"), compact=True)
            yield RowsPane(name="help-keys", ground="dialog", empty=_("no such key"))
            yield Static(
                _("Esc close · Shift+drag selects with the terminal itself"),
                classes="hint",
                markup=False,
            )

    def on_mount(self) -> None:
        """Show all keys."""
        self.query_one(RowsPane).set_palette(palette_of(self.app))
        self._show("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while it is typed."""
        self._show(event.value)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.query_one(RowsPane).move(rows)

    def action_move_page(self, pages: int) -> None:
        """Move the cursor by a page."""
        self.query_one(RowsPane).move_page(pages)

    def action_dismiss_help(self) -> None:
        """Back to the article."""
        self.dismiss(None)

    def _show(self, words: str) -> None:
        self.query_one(RowsPane).set_rows(list(help_rows(self.actions, words)))


def help_rows(actions: Sequence[Action], words: str = "") -> Iterator[Row]:
    """The keys that match, grouped, each with what it does."""
    wanted = words.casefold().split()
    for group in Group:
        matching = [
            action
            for action in actions
            if action.group is group
            and all(
                word in f"{action.title} {action.help} {action.id}".casefold() for word in wanted
            )
        ]
        if matching:
            yield Row((Words(group_name(group), "heading", bold=True),), ref=group.value)
        for action in matching:
            where = context_name(action.context)
            yield Row(
                (
                    Words(f"{action.title:<18} ", bold=True),
                    Words(action.help),
                    *((Words(f"  {where}", "muted"),) if where else ()),
                ),
                ref=action.id,
            )


def group_name(group: Group) -> str:
    """A group of keys, as the help page heads it."""
    return {
        Group.MOVE: _("Moving"),
        Group.FIND: _("Finding"),
        Group.NOTES: _("Notes"),
        Group.SELECT: _("Selecting"),
        Group.PANELS: _("Panes"),
        Group.PROGRAM: _("Program"),
    }[group]


def context_name(context: Context) -> str:
    """Where a key means what the table says; empty for everywhere."""
    return {
        Context.ANYWHERE: "",
        Context.ARTICLE: _("in the text"),
        Context.SELECTION: _("while selecting"),
        Context.PANEL: _("in a pane"),
        Context.SEARCH: _("in the search line"),
        Context.DIALOG: _("while writing"),
    }[context]
