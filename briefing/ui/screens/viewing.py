"""Keys that change what is on the screen: panes, themes, help, the source, and leaving."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from types import MappingProxyType

from briefing.model.reading_state import Choices
from briefing.text.i18n import _
from briefing.ui.keys import Context
from briefing.ui.render.measure import (
    LONE_OUTLINE,
    LONE_PANELS,
    MEDIUM_CELLS,
    WIDE_CELLS,
    side_cells,
    size_name,
)
from briefing.ui.screens.base import ReaderBase
from briefing.ui.theming import palette_of, textual_theme
from briefing.ui.widgets.side import SideBox

_WIDTH_STEP_CELLS = 4
_NARROWEST_CELLS = 20
_BORDER_STEP_CELLS = 2
_AS_SET = ""
"""Stands for the theme that the settings name, among those that can be chosen."""


class ViewingActions(ReaderBase):
    """Outline, panels, only the text; theme, help; editing and reloading the source; quitting."""

    is_outline_wanted = True
    """The reader's choice where there is room for both sides."""
    are_panels_wanted = True
    """The reader's choice where there is room for both sides."""
    side: str | None = "panels"
    """What stands beside the text where there is room for one: ``outline``, ``panels``, None."""
    overlay: str | None = None
    """What lies over the text where there is no room beside it."""
    is_text_only = False
    """Whether nothing but the text is wanted."""
    usual_theme: str | None = None
    """The theme that the settings name; of two the one that fits the terminal."""
    sizes: Mapping[str, int] = MappingProxyType({})
    """How wide the reader made the sides, by name."""

    # -- panes ------------------------------------------------------------------------------

    def arrange_panes(self) -> None:
        """Show what is wanted and what there is room for."""
        width = self.size.width
        if width >= MEDIUM_CELLS:
            self.overlay = None  # what lay over the text stands beside it now, or gives way
        shown = self._shown(width)
        cells = side_cells(width, shown, self.sizes)
        for name in ("outline", "panels"):
            box = self.query_one(f"#{name}-box")
            box.display = name in shown
            box.set_class(width < MEDIUM_CELLS, "-overlay")
            if width < MEDIUM_CELLS:
                box.styles.clear_rule("width")
            else:
                box.styles.width = cells[name]
        if self.focused_panel is not None and not self.focused_panel.is_on_screen:
            self.focus_text()

    def _shown(self, width: int) -> set[str]:
        if width < MEDIUM_CELLS:
            return {self.overlay} if self.overlay else set()
        if self.is_text_only:
            return set()
        if width < WIDE_CELLS:
            return {self.side} if self.side else set()
        wanted = {"outline": self.is_outline_wanted, "panels": self.are_panels_wanted}
        return {name for name, is_wanted in wanted.items() if is_wanted}

    def action_toggle_outline(self) -> None:
        """Show or hide the outline."""
        self._toggle("outline")

    def action_toggle_panels(self) -> None:
        """Show or hide the panels."""
        self._toggle("panels")

    def _toggle(self, name: str) -> None:
        width = self.size.width
        was_shown = name in self._shown(width)
        if width < MEDIUM_CELLS:
            self.overlay = None if was_shown else name
        elif width < WIDE_CELLS:
            self.side = None if was_shown else name
        elif name == "outline":
            self.is_outline_wanted = not was_shown
        else:
            self.are_panels_wanted = not was_shown
        if not was_shown:
            self.is_text_only = False
        self.arrange_panes()
        if not was_shown and width < WIDE_CELLS:
            self.set_focus(self.panel("outline" if name == "outline" else self.last_panel))
        elif was_shown:
            self.focus_text()
        self.remember_choices()
        self.show_status()

    def action_border_left(self) -> None:
        """Move the border of the focused side to the left; from the text, that of the panels."""
        self._move_border(-_BORDER_STEP_CELLS)

    def action_border_right(self) -> None:
        """Move that border to the right."""
        self._move_border(_BORDER_STEP_CELLS)

    def _move_border(self, by: int) -> None:
        width = self.size.width
        shown = self._shown(width) if width >= MEDIUM_CELLS else set()
        if not shown:
            self.tell(_("nothing stands beside the text"))
            return
        side = "outline" if self.focused_panel is self.panes.get("outline") else "panels"
        side = side if side in shown else shown.pop()
        now = side_cells(width, self._shown(width), self.sizes)[side]
        self._set_side(side, now + (by if side == "outline" else -by))
        self._remember_sides()

    def on_side_box_dragged(self, event: SideBox.Dragged) -> None:
        """The mouse moves a border."""
        self._set_side(event.side, event.width_cells)
        if event.is_done:
            self.focus_text()  # pressing the button gave the panel the keys
            self._remember_sides()

    def _set_side(self, side: str, cells: int) -> None:
        """Make a side as wide as wanted, within what is sane and what there is room for."""
        width = self.size.width
        name = size_name(side, width)
        fits = side_cells(width, self._shown(width), {**self.sizes, name: cells})[side]
        self.sizes = {**self.sizes, name: fits}
        self.arrange_panes()
        words = (
            _("outline {count} cells wide") if side == "outline" else _("panels {count} cells wide")
        )
        self.tell(words.format(count=fits))

    def _remember_sides(self) -> None:
        with self.telling():
            self.memory.choose(Choices(sizes=self.sizes))

    def action_only_text(self) -> None:
        """Only the text, nothing beside it; again: as before."""
        self.is_text_only = not self.is_text_only
        self.overlay = None
        self.arrange_panes()
        self.focus_text()
        self.show_status()

    def action_widen(self) -> None:
        """A wider column of text, where there is room."""
        self._set_width(_WIDTH_STEP_CELLS)

    def action_narrow(self) -> None:
        """A narrower column of text."""
        self._set_width(-_WIDTH_STEP_CELLS)

    def _set_width(self, by: int) -> None:
        now = self.article.column_cells
        wanted = max(_NARROWEST_CELLS, now + by)
        self.article.set_measure(wanted)
        if self.article.column_cells == now:
            self.article.set_measure(now)
            self.tell(_("there is no room for a wider column") if by > 0 else _("no narrower"))
            return
        with self.telling():
            self.memory.choose(Choices(width=wanted))
        self.tell(_("{count} cells wide").format(count=wanted))

    def action_next_pane(self) -> None:
        """The next pane; where panels lie over the text, the next one of them."""
        self._open_overlay_for_tab()
        self.focus_next(".pane")

    def action_previous_pane(self) -> None:
        """The pane before."""
        self._open_overlay_for_tab()
        self.focus_previous(".pane")

    def _open_overlay_for_tab(self) -> None:
        if self.size.width < MEDIUM_CELLS and self.overlay is None:
            self.overlay = "panels"
            self.arrange_panes()

    def action_wrap_code(self) -> None:
        """Wrap long lines of code, or cut them; kept for the next time."""
        is_wrapped = not self.article.is_code_wrapped
        self.article.wrap_code(is_wrapped=is_wrapped)
        self.lay_out_rest()
        with self.telling():
            self.memory.choose(Choices(wrap_code=is_wrapped))
        self.tell(
            _("long lines of code go on below")
            if is_wrapped
            else _("long lines of code are cut; ← and → scroll them")
        )

    @property
    def last_panel(self) -> str:
        """The panel that had the focus last."""
        return self._last_panel

    _last_panel = "summary"

    def on_descendant_focus(self) -> None:
        """Other keys matter now."""
        panel = self.focused_panel
        is_in_use = panel is not None and panel.id != "outline"
        if panel is not None and panel.id and is_in_use:
            self._last_panel = panel.id
        self.query_one("#panels-box").set_class(is_in_use, "-in-use")
        self.show_status()

    def remember_choices(self) -> None:
        """Keep what the reader chose for the next time."""
        shown = {
            "outline": self.is_outline_wanted,
            "panels": self.are_panels_wanted,
            LONE_OUTLINE: self.side == "outline",
            LONE_PANELS: self.side == "panels",
        }
        with self.telling():
            self.memory.choose(Choices(shown=shown))

    # -- looks ------------------------------------------------------------------------------

    def action_theme(self) -> None:
        """Choose a theme; the one under the cursor is seen at once."""
        from briefing.ui.dialogs.choose import ThemeDialog
        from briefing.ui.render.rows import Row, Words

        before = self.app.theme
        for theme in self.themes.values():
            self.app.register_theme(textual_theme(theme))
        rows = [
            Row((Words(_(theme.title)),), ref=theme.name, sign="●" if theme.name == before else " ")
            for theme in self.themes.values()
        ]
        usual = self.usual_theme
        if usual in self.themes:
            rows.append(Row((Words(_("as the settings say")),), ref=_AS_SET))

        def chosen(name: str | None) -> None:
            self.app.theme = before if name is None else name or usual or before
            if name is not None:
                with self.telling():
                    self.memory.choose(Choices(theme=name))

        def preview(name: str) -> None:
            self.app.theme = name or usual or before

        self.app.push_screen(ThemeDialog(rows, before, preview), chosen)

    def paint(self) -> None:
        """Draw everything in the colours of the theme."""
        palette = palette_of(self.app)
        self.article.set_palette(palette)
        for pane in self.panes.values():
            pane.set_palette(palette)
        self.status_line.set_palette(palette)

    def action_help(self) -> None:
        """The keys, those of where the reader is first."""
        from briefing.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(tuple(self.actions.values()), self.context))

    def action_palette(self) -> None:
        """Everything that a key does here, by name."""
        from briefing.ui.screens.help import CommandScreen

        here = (self.context, Context.ANYWHERE)
        actions = [a for a in self.actions.values() if a.context in here and a.id != "palette"]
        actions.sort(key=lambda action: action.context is Context.ANYWHERE)
        headings = [heading.text for heading in self.document.headings[:9]]
        self.app.push_screen(CommandScreen(actions, headings), self._do)

    def _do(self, chosen: str | None) -> None:
        """Do what was chosen by name."""
        if chosen is not None:
            name, _slash, number = chosen.partition("/")
            self.perform(self.actions[name], int(number) if number else None)

    # -- the source -------------------------------------------------------------------------

    def action_edit_source(self) -> None:
        """Open the source in the reader's editor at this line, then read it again."""
        with self.telling():
            path = self.reading.source.path
            if path is None:
                self.tell(_("this text came from standard input: there is no file to edit"))
                return
            from briefing.session.editor import open_in_editor

            line_number = self.reading.line_number(self.here)
            with self.app.suspend():
                open_in_editor(path, line_number)
            self.perform(self.actions["reload"])

    # -- leaving ----------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Back from a panel or a selection; else quit."""
        if self.overlay is not None or self.selection is not None or self.focused_panel:
            self.action_close()
        else:
            self.app.exit()

    def action_close(self) -> None:
        """Close one layer: selection, overlay, panel, search, target, message. Never quits."""
        if self.selection is not None:
            self.set_selection(None)
        elif self.overlay is not None and self.size.width < MEDIUM_CELLS:
            self.overlay = None
            self.arrange_panes()
            self.focus_text()
        elif self.focused_panel is not None:
            self.focus_text()
        elif self.search is not None:
            self.forget_search()
            self.set_target(None)
        elif self.target is not None:
            self.set_target(None)
        else:
            self.strip.clear()
        self.show_status()

    def action_quit(self) -> None:
        """Quit. No note is being written here; the dialog asks for itself."""
        self.app.exit()

    def action_interrupt(self) -> None:
        """End at once, as any program does after Ctrl+C."""
        self.app.exit(return_code=128 + signal.SIGINT)

    def action_suspend(self) -> None:
        """Go to the background; the shell's `fg` comes back."""
        self.app.action_suspend_process()
