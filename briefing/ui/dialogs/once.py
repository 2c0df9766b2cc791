"""A dialog that answers once, however fast its keys are pressed, and leaves nothing behind."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.events import Key
from textual.screen import ModalScreen, ScreenResultType

from briefing.ui.keys import Context
from briefing.ui.takes_keys import AnswersAll, Commands, Readiness
from briefing.ui.theming import palette_of
from briefing.ui.widgets.rows import RowsPane


class Dialog(AnswersAll, ModalScreen[ScreenResultType]):
    """Enter pressed twice, or Enter and Esc, answers with the first and closes nothing else.

    Text is typed into a dialog, unless it says otherwise: then keys of the table mean nothing.
    """

    readiness = Readiness.EVERYTHING
    """A dialog that is there can answer everything."""

    @property
    def context(self) -> Context:
        """Where keys are pressed now."""
        return Context.DIALOG

    @property
    def commands(self) -> Commands:
        """What the actions of the table do here."""
        return Commands({})

    def takes_first(self, key: Key) -> bool:
        """Nothing else is asked."""
        del key
        return False

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close with an answer; once closed, nothing: Textual would close what lies below."""
        if not self.is_active:
            return AwaitComplete()
        return super().dismiss(result)

    def on_mount(self) -> None:
        """Draw its list in the colours of the theme, also when that changes."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.paint())
        self.paint()

    def on_unmount(self) -> None:
        """Nobody needs to tell it of the theme any more."""
        self.app.theme_changed_signal.unsubscribe(self)

    def paint(self) -> None:
        """Draw its list, if it has one, in the colours of the theme."""
        for pane in self.query(RowsPane):
            pane.set_palette(palette_of(self.app))

    def on_screen_suspend(self) -> None:
        """Forget how it looked: a cache of Textual's would keep the look of each dialog for good.

        Its `StylesCache.get_inner_outer` remembers the caches of the last 1,024 widgets that were
        drawn, and with them their lines. A widget that is to be drawn anew has none.
        """
        for widget in self.walk_children():
            widget.refresh()
