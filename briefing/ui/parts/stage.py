"""What the parts of the reader share: the sitting that is shown, the widgets, and the telling."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.screen import Screen
from textual.worker import Worker

from briefing.model.errors import BriefingError, Fault
from briefing.model.note import NOTE_ID
from briefing.model.reading_state import Choices
from briefing.session.sitting import Sitting
from briefing.session.sittings import Sittings
from briefing.ui.idle import Idle
from briefing.ui.keys import Action, key_of
from briefing.ui.render.fault_words import error_line, faults_line, short_name
from briefing.ui.widgets.article import ArticlePane
from briefing.ui.widgets.rows import RowsPane
from briefing.ui.widgets.strip import MessageStrip


class Stage:
    """Where the parts meet. It knows what there is, and nothing of what the parts do with it."""

    def __init__(
        self,
        screen: Screen[None],
        sittings: Sittings,
        actions: Iterable[Action],
        article: ArticlePane,
        idle: Idle,
    ) -> None:
        """Set up what is there from the first frame on.

        Args:
            screen: The screen itself, for what only a screen can do: focus, dialogs, workers.
            sittings: The articles.
            actions: The table of keys, the user's own keys in it.
            article: The text.
            idle: The time that keys leave over.
        """
        self.screen = screen
        self.sittings = sittings
        self.actions = {action.id: action for action in actions}
        self.article = article
        self.idle = idle
        self.strip = MessageStrip()
        """Where news and warnings stand."""
        self.panes: dict[str, RowsPane] = {}
        """The outline and the panels by name; empty until they are there."""
        self.faults: list[Fault] = []
        """What the reader was told to be wrong with the article that is shown, and around it."""
        self._told_of: Sitting | None = None

    @property
    def sitting(self) -> Sitting:
        """The article that is shown, and what the reader is doing with it."""
        return self.sittings.now

    @property
    def headings(self) -> list[str]:
        """The headings to which a digit leads."""
        return [heading.text for heading in self.sitting.document.headings[:9]]

    @property
    def is_above_list(self) -> bool:
        """Whether the article was opened from a list, to which leaving it leads back."""
        return self.screen.app.screen_stack[0] is not self.screen

    # -- telling ----------------------------------------------------------------------------

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Turn an error of the session into a line on the screen: the one place that does."""
        try:
            yield
        except BriefingError as error:
            self.strip.tell(error_line(error, self._folder), is_warning=True)

    def tell_faults(self, faults: Iterable[Fault]) -> None:
        """Show the first fault beside what stands there, and how many more there are."""
        told = list(faults)
        if self._told_of is not self.sitting:
            self._told_of, self.faults = self.sitting, []
        self.faults += [fault for fault in told if fault not in self.faults]
        if told:
            line = faults_line(told, self._folder, self.key("about"))
            self.strip.add(line, is_warning=True)

    def short_name(self, file: str) -> str:
        """What a file is called on the screen."""
        return short_name(file, self._folder)

    @property
    def _folder(self) -> Path | None:
        """The folder of the article."""
        path = self.sitting.reading.source.path
        return None if path is None else path.parent

    def tell_remarks(self, remarks: Sequence[str]) -> None:
        """Show what is to be known of how the document was read."""
        if remarks:
            self.strip.add(" · ".join(remarks), is_warning=True)

    def tell_remark(self, offset: int) -> None:
        """Show what the editor remarks on a character, until something else is told."""
        remark = self.sitting.reading.remark_at(offset)
        if remark is not None:
            self.strip.tell(remark, is_lasting=True)

    def key(self, action_id: str) -> str:
        """The first key of an action, as people write it."""
        return key_of(self.actions[action_id])

    # -- what only a screen can do ----------------------------------------------------------

    @property
    def focused_panel(self) -> RowsPane | None:
        """The panel that has the focus; None when it is the text."""
        focused = self.screen.focused
        return next((pane for pane in self.panes.values() if pane is focused), None)

    @property
    def chosen_note(self) -> str | None:
        """The id of the note under the cursor of the panel of notes, while that has the focus."""
        panel = self.focused_panel
        is_it = panel is not None and panel.id == "notes" and panel.chosen is not None
        ref = panel.chosen.ref if is_it and panel and panel.chosen else None
        return ref if ref and NOTE_ID.fullmatch(ref) else None

    def focus_text(self) -> None:
        """Give the keys back to the text."""
        self.screen.set_focus(self.article)

    def run_alone(
        self, work: Callable[[], Coroutine[Any, Any, None]], *, group: str
    ) -> Worker[None]:
        """Run a coroutine function as the only worker of its group."""

        async def begun_later() -> None:
            """Made when its turn comes: one that is replaced before was never there."""
            await work()

        return self.screen.run_worker(begun_later, group=group, exclusive=True)

    def choose(self, choices: Choices) -> None:
        """Remember what the reader chose; where it cannot be written, say so: it holds for now."""
        with self.telling():
            self.sitting.memory.choose(choices)
