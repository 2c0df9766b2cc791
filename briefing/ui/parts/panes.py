"""Keys that arrange the panes: outline, panels, only the text, and how wide each is."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.reading_state import Choices
from briefing.text.i18n import _
from briefing.ui.panels import OUTLINE, SIDE_PANELS
from briefing.ui.parts.foot import Foot
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text
from briefing.ui.render.measure import (
    LONE_OUTLINE,
    LONE_PANELS,
    MEDIUM_CELLS,
    WIDE_CELLS,
    side_cells,
    side_of,
    size_name,
)
from briefing.ui.theming import palette_of
from briefing.ui.widgets.rows import RowsPane
from briefing.ui.widgets.side import PanelStack
from briefing.ui.widgets.whereabouts import Whereabouts

_WIDTH_STEP_CELLS = 4
_NARROWEST_CELLS = 20
_BORDER_STEP_CELLS = 2
_SIDES = ("outline", "panels")


class Panes:
    """What stands beside the text, and what lies over it."""

    def __init__(self, stage: Stage, text: Text, foot: Foot) -> None:
        """Begin with what the reader chose the last time."""
        self._stage = stage
        self._text = text
        self._foot = foot
        choices = stage.sitting.memory.choices
        self._wanted = {side: choices.shown.get(side, True) for side in _SIDES}
        """The reader's choice where there is room for both sides."""
        self._side = side_of(choices.shown)
        """What stands beside the text where there is room for one."""
        self._overlay: str | None = None
        """What lies over the text where there is no room beside it."""
        self._is_text_only = False
        self._before_brought: tuple[dict[str, bool], str | None, bool] | None = None
        self._sizes: Mapping[str, int] = choices.sizes
        """How wide the reader made the sides, by name."""
        self._last_panel = SIDE_PANELS[0].name
        self.whereabouts = Whereabouts()
        """Under the outline, where there is room for it."""

    # -- arranging --------------------------------------------------------------------------

    @property
    def _width(self) -> int:
        return self._stage.screen.size.width

    def arrange(self) -> None:
        """Show what is wanted and what there is room for."""
        width = self._width
        if width >= MEDIUM_CELLS:
            self._overlay = None  # what lay over the text stands beside it now, or gives way
        shown = self._shown()
        cells = side_cells(width, shown, self._sizes)
        for side in _SIDES:
            box = self._stage.screen.query_one(f"#{side}-box")
            box.display = side in shown
            box.set_class(width < MEDIUM_CELLS, "-overlay")
            if width < MEDIUM_CELLS:
                box.styles.clear_rule("width")
            else:
                box.styles.width = cells[side]
        self.whereabouts.display = width >= WIDE_CELLS
        for pane in self._stage.panes.values():
            pane.has_lines = width >= WIDE_CELLS
        panel = self._stage.focused_panel
        if panel is not None and not panel.is_on_screen:
            self._stage.focus_text()

    def _shown(self) -> set[str]:
        """The sides that are on the screen."""
        if self._width < MEDIUM_CELLS:
            return {self._overlay} if self._overlay else set()
        if self._is_text_only:
            return set()
        if self._width < WIDE_CELLS:
            return {self._side} if self._side else set()
        return {side for side, is_wanted in self._wanted.items() if is_wanted}

    def toggle(self, side: str) -> None:
        """Show or hide ``outline`` or ``panels``."""
        self._before_brought = None  # what the reader chooses now is what holds
        width, was_shown = self._width, side in self._shown()
        if width < MEDIUM_CELLS:
            self._overlay = None if was_shown else side
        elif width < WIDE_CELLS:
            self._side = None if was_shown else side
        else:
            self._wanted[side] = not was_shown
        if not was_shown:
            self._is_text_only = False
        self.arrange()
        if not was_shown and width < WIDE_CELLS:
            pane = self._stage.panes[OUTLINE.name if side == "outline" else self._last_panel]
            self._stage.screen.set_focus(pane if pane.display else self._first_panel)
        elif was_shown:
            self._stage.focus_text()
        self._remember_shown()
        self._foot.show()

    @property
    def _first_panel(self) -> RowsPane:
        panes = [self._stage.panes[panel.name] for panel in SIDE_PANELS]
        return next((pane for pane in panes if pane.display), panes[0])

    def bring(self, name: str) -> None:
        """Show a panel that was asked for and give it the keys, whatever is hidden."""
        if self._before_brought is None:
            self._before_brought = (dict(self._wanted), self._side, self._is_text_only)
        self._wanted["panels"], self._side, self._is_text_only = True, "panels", False
        self._overlay = "panels"  # which arranging takes away where there is room beside the text
        self.arrange()
        self._stage.screen.set_focus(self._stage.panes[name])

    def put_back(self) -> None:
        """Hide what was hidden before a panel was brought, and give the keys to the text."""
        if self._before_brought is not None:
            self._wanted, self._side, self._is_text_only = self._before_brought
        self._before_brought = self._overlay = None
        self.arrange()
        self._stage.focus_text()

    def _remember_shown(self) -> None:
        """Keep what the reader chose for the next time."""
        lone = {LONE_OUTLINE: self._side == "outline", LONE_PANELS: self._side == "panels"}
        self._stage.choose(Choices(shown={**self._wanted, **lone}))

    def only_text(self) -> None:
        """Only the text, nothing beside it; again: as before."""
        self._before_brought = None
        self._is_text_only = not self._is_text_only
        self._overlay = None
        self.arrange()
        self._stage.focus_text()
        self._foot.show()

    @property
    def has_overlay(self) -> bool:
        """Whether something lies over the text."""
        return self._overlay is not None

    def lift_overlay(self) -> bool:
        """Take away what lies over the text; whether there was anything."""
        if self._overlay is None:
            return False
        self._overlay = None
        self.arrange()
        self._stage.focus_text()
        return True

    # -- focus ------------------------------------------------------------------------------

    def move_focus(self, *, forward: bool) -> None:
        """The next pane or the one before; where panels lie over the text, one of them."""
        if self._width < MEDIUM_CELLS and self._overlay is None:
            self._overlay = "panels"
            self.arrange()
        if forward:
            self._stage.screen.focus_next(".pane")
        else:
            self._stage.screen.focus_previous(".pane")

    def note_focus(self) -> None:
        """Another pane has the focus: other keys matter now."""
        panel = self._stage.focused_panel
        if panel is not None and panel.id != OUTLINE.name:
            self._last_panel = panel.id or self._last_panel
        self._stage.screen.query_one("#panels-box", PanelStack).share()
        self._foot.show()

    # -- widths -----------------------------------------------------------------------------

    def move_border(self, steps: int) -> None:
        """Move the border of the focused side to the right, to the left if negative."""
        shown = self._shown() if self._width >= MEDIUM_CELLS else set()
        if not shown:
            self._stage.strip.tell(_("nothing stands beside the text"))
            return
        focused = self._stage.focused_panel
        side = "outline" if focused is not None and focused.id == OUTLINE.name else "panels"
        side = side if side in shown else shown.pop()
        by = steps * _BORDER_STEP_CELLS
        now = side_cells(self._width, self._shown(), self._sizes)[side]
        self._set_side(side, now + (by if side == "outline" else -by))
        self._remember_sizes()

    def drag_border(self, side: str, width_cells: int, *, is_done: bool) -> None:
        """The mouse moves a border."""
        self._set_side(side, width_cells)
        if is_done:
            self._stage.focus_text()  # pressing the button gave the panel the keys
            self._remember_sizes()

    def _set_side(self, side: str, cells: int) -> None:
        """Make a side as wide as wanted, within what is sane and what there is room for."""
        name = size_name(side, self._width)
        fits = side_cells(self._width, self._shown(), {**self._sizes, name: cells})[side]
        self._sizes = {**self._sizes, name: fits}
        self.arrange()
        words = (
            _("outline {count} cells wide") if side == "outline" else _("panels {count} cells wide")
        )
        self._stage.strip.tell(words.format(count=fits))

    def _remember_sizes(self) -> None:
        self._stage.choose(Choices(sizes=self._sizes))

    def widen(self, steps: int) -> None:
        """A wider column of text where there is room; a narrower one if negative."""
        article = self._stage.article
        now = article.column_cells
        wanted = max(_NARROWEST_CELLS, now + steps * _WIDTH_STEP_CELLS)
        article.set_measure(wanted)
        if article.column_cells == now:
            article.set_measure(now)
            no_room = _("there is no room for a wider column")
            self._stage.strip.tell(no_room if steps > 0 else _("no narrower"))
            return
        self._stage.choose(Choices(width=wanted))
        self._stage.strip.tell(_("{count} cells wide").format(count=wanted))

    def wrap_code(self) -> None:
        """Wrap long lines of code, or cut them; kept for the next time."""
        article = self._stage.article
        is_wrapped = not article.is_code_wrapped
        article.wrap_code(is_wrapped=is_wrapped)
        self._stage.run_alone(self._text.lay_out_rest, group="lay-out")
        self._stage.choose(Choices(wrap_code=is_wrapped))
        self._stage.strip.tell(
            _("long lines of code go on below")
            if is_wrapped
            else _("long lines of code are cut; ← and → scroll them")
        )

    # -- looks ------------------------------------------------------------------------------

    def begin(self) -> None:
        """Outline and panels are there: give them their place and their colours."""
        self.paint()
        self.arrange()

    def paint(self) -> None:
        """Draw everything in the colours of the theme."""
        palette = palette_of(self._stage.screen.app)
        self._stage.article.set_palette(palette)
        self._foot.line.set_palette(palette)
        self.whereabouts.set_palette(palette)
        for pane in self._stage.panes.values():
            pane.set_palette(palette)
