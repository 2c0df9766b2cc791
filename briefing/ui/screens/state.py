"""What all parts of the reader screen know: its state, its widgets, and how errors are told."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.worker import Worker

from briefing.model.article import Document
from briefing.model.errors import BriefingError
from briefing.model.mark import MarkKind
from briefing.model.reading_state import Guide
from briefing.model.span import Place
from briefing.model.theme import Theme
from briefing.session.memory import Memory
from briefing.session.reading import Reading
from briefing.session.selection import Selection
from briefing.session.sitting import Sitting
from briefing.ui.keymap import Keymap
from briefing.ui.keys import Action
from briefing.ui.render.measure import MEASURE_CELLS
from briefing.ui.screens.idle import Idle
from briefing.ui.widgets.article import ArticlePane
from briefing.ui.widgets.status import StatusLine
from briefing.ui.widgets.strip import MessageStrip

if TYPE_CHECKING:  # what the first frame does not need is imported when it is used
    from briefing.session.searching import Search
    from briefing.ui.widgets.rows import RowsPane
    from briefing.ui.widgets.search_bar import SearchBar


class ReaderState(Screen[None]):
    """The state of the reader screen."""

    def __init__(
        self,
        reading: Reading,
        memory: Memory,
        actions: Sequence[Action],
        themes: Mapping[str, Theme],
    ) -> None:
        super().__init__()
        self.sitting = Sitting(reading, memory)
        self.themes = themes
        self.actions = {action.id: action for action in actions}
        self.keymap = Keymap(actions)
        self.article = ArticlePane(
            reading.document,
            measure_cells=memory.width_cells or MEASURE_CELLS,
            wrap_code=memory.choices.wrap_code is not False,
        )
        """The text."""
        self.strip = MessageStrip()
        """Where news and warnings stand."""
        self.status_line = StatusLine()
        """The foot of the screen."""
        self._target: tuple[Place, Place] | None = None
        self.selection: Selection | None = None
        self.search: Search | None = None
        self.idle = Idle()
        self.held: str | None = None
        self.chosen_note: str | None = None
        self.note_words = ""
        self.search_bar: SearchBar | None = None
        self.panes: dict[str, RowsPane] = {}
        self.guide = memory.choices.guide or Guide.NONE
        self.others: dict[str, Sitting] = {}
        self._aim: tuple[Place, Place] | None = None
        self._is_first_text = True

    # -- widgets ----------------------------------------------------------------------------

    @property
    def reading(self) -> Reading:
        """The opened article."""
        return self.sitting.reading

    @property
    def memory(self) -> Memory:
        """What is remembered of it."""
        return self.sitting.memory

    @property
    def document(self) -> Document:
        """The text, chunk by chunk."""
        return self.reading.document

    def panel(self, name: str) -> RowsPane:
        """A panel by its name, or the outline."""
        return self.panes[name]

    @property
    def focused_panel(self) -> RowsPane | None:
        """The panel that has the focus; None when it is the text."""
        return next((pane for pane in self.panes.values() if pane is self.focused), None)

    # -- telling ----------------------------------------------------------------------------

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Turn an error of the session into a line on the screen: the one place that does."""
        try:
            yield
        except BriefingError as error:
            self.tell(str(error), is_warning=True)

    def tell(self, text: str, *, is_warning: bool = False) -> None:
        """Show a line that takes no key."""
        self.strip.tell(text, is_warning=is_warning)

    def tell_remark(self, offset: int) -> None:
        """Show what the editor remarks on a character, until something else is told."""
        remark = self.reading.remark_at(offset)
        if remark is not None:
            self.strip.tell(remark, is_lasting=True)

    # -- what the parts ask of each other ---------------------------------------------------

    def show_status(self) -> None:
        """Something that the foot of the screen tells may have changed."""
        raise NotImplementedError

    def look_for_notes(self) -> None:
        """The current place may be another: soon tell which note stands there."""

    def change_article(self, sitting: Sitting, place: Place | None) -> None:
        """Show another article, from a place on or where the reader left it."""
        raise NotImplementedError

    def run_alone(
        self, work: Callable[[], Coroutine[Any, Any, None]], *, group: str
    ) -> Worker[None]:
        """Run a coroutine function as the only worker of its group."""

        async def begun_later() -> None:
            """Made when its turn comes: one that is replaced before was never there."""
            await work()

        return self.run_worker(begun_later, group=group, exclusive=True)

    def lay_out_rest(self) -> None:
        """Make scroll bar and share exact again, a little at a time."""
        self.run_alone(self._lay_out_rest, group="lay-out")

    async def _lay_out_rest(self) -> None:
        await self.idle.in_slices(self.article.lay_out_more)
        self.article.settle()
        self.show_status()

    def focus_text(self) -> None:
        """Give the keys back to the text."""
        self.set_focus(self.article)

    def forget_search(self) -> None:
        """Take the marks of the hits away."""
        if self.search is not None:
            self.search.is_stopped = True
        self.search = None
        self.article.set_passages(MarkKind.SEARCH, None)

    def edit_text(self, text: str) -> str:
        """Let the reader's editor change a text."""
        from briefing.session.editor import edit_text

        with self.app.suspend():
            return edit_text(text)
