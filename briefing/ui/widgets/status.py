"""The status line: where the reader is, and the keys that matter now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style as Pen
from textual.reactive import reactive
from textual.strip import Strip

from briefing.model.mark import MarkKind
from briefing.text.fitting import glimpse, reach, shortened, shortened_path
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.text.safe import one_line
from briefing.text.width import cells
from briefing.ui.render.palette import GUTTER_SIGNS, Palette
from briefing.ui.widgets.drawn import LineDrawn


@dataclass(frozen=True, slots=True)
class Status:
    """What the status line tells."""

    section: str = ""
    """The heading of the section in view; the title before the first."""
    share: float | None = 0.0
    """How much of the article lies before the end of the view: 0 to 1; None while its length is not
    known."""
    minutes_left: int = 0
    """How long the rest takes to read."""
    note_count: int | None = None
    """How many notes there are; None while they are not read yet."""
    origin: str = ""
    """Whose text it is, and of which day."""
    saved_in: str = ""
    """The file of the notes; it is told where nothing is known of the origin."""
    note: str = ""
    """The note at the current place, in a few words."""
    mode: str = ""
    """What the reader is doing, where keys mean something else: selecting."""
    matches: str = ""
    """The hits of a search: ``3/12``."""


_LEAST_PATH_CELLS = 16
"""So much of it stays beside the section: enough to know the file by, or the site."""


class StatusLine(LineDrawn):
    """Two lines at the foot of the screen; the second, the keys, goes first where room is short."""

    status: reactive[Status] = reactive(Status())
    """What the first line tells."""
    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Key and label, the most useful first."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self._palette = Palette({})

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one of the two lines."""
        strip = self._draw_status() if y == 0 else self._draw_keys()
        under = self._palette.pen("status")
        return strip.adjust_cell_length(self.size.width, under).apply_style(under)

    def _draw_status(self) -> Strip:
        status = self.status
        right = " · ".join(part for part in self._facts(status) if part) + " "
        room = self.size.width - cells(right) - 2
        head = f"[{status.mode}] " if status.mode else ""
        section, said = self._glimpses
        note = f" · {GUTTER_SIGNS[MarkKind.NOTE]} {said}" if said else ""
        left = shortened(head + section + note, max(0, room))
        gap = " " * max(1, self.size.width - cells(left) - cells(right) - 1)
        bold = Pen(bold=True)
        return Strip([Segment(f" {left}", bold), Segment(gap), Segment(right)])

    @property
    def _glimpses(self) -> tuple[str, str]:
        """Section and note, of which no more is looked at than could fill the line."""
        most = reach(self.size.width)
        return glimpse(self.status.section, most), glimpse(self.status.note, most)

    def _facts(self, status: Status) -> list[str]:
        facts = [status.matches]
        if status.share is not None:
            facts.append(_("{share} %").format(share=round(status.share * 100)))
        if status.minutes_left and status.share is not None and self.size.width >= 60:
            facts.append(_("{count} min left").format(count=number(status.minutes_left)))
        if status.note_count is not None:
            count = ngettext("{count} note", "{count} notes", status.note_count)
            facts.append(count.format(count=number(status.note_count)))
        if self.size.width >= 60 and (status.origin or status.saved_in):
            facts.append(self._origin(status, facts))
        return facts

    def _origin(self, status: Status, facts: list[str]) -> str:
        """Where the text comes from, or where its notes go, in the room beside the rest."""
        words = "".join(self._glimpses)
        section = min(cells(words) + 4 * bool(status.note), self.size.width // 2)
        room = self.size.width - sum(cells(fact) + 3 for fact in facts) - section - 5
        if status.origin:
            return shortened(status.origin, max(_LEAST_PATH_CELLS, room))
        path = one_line(status.saved_in[-reach(self.size.width) :])
        return shortened_path(path, max(_LEAST_PATH_CELLS, room))

    def _draw_keys(self) -> Strip:
        return keys_strip(self.keys, self.size.width, self._palette)


def keys_strip(keys: Iterable[tuple[str, str]], width_cells: int, palette: Palette) -> Strip:
    """Keys with their labels, as many as there is room for.

    Args:
        keys: Key and label, the most useful first.
        width_cells: The room.
        palette: The colours.
    """
    segments: list[Segment] = []
    pen = palette.pen("status-key") + Pen(bold=True)
    for key, label in keys:
        width_cells -= cells(key) + cells(label) + 4
        if width_cells < 0:
            break
        segments += [Segment(f" {key} ", pen), Segment(f" {label} ")]
    return Strip(segments)
