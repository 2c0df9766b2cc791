"""The first rows of a library, drawn before the screen library is loaded.

They stand at the very places where the library's screen will draw them, in the same colours; it
then draws over them. Nothing here needs Textual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from briefing.model.library import Beginning, Entry
from briefing.model.records import dataclass
from briefing.text.width import cells
from briefing.ui.render.entry_rows import entry_row
from briefing.ui.render.measure import LOW_ROWS, MEDIUM_CELLS, WIDE_CELLS, too_small
from briefing.ui.render.row_words import Row, lead_of, wrap_row

ROOMY_CELLS = 180
"""From here on the sides are wider."""
_GROUPS, _PREVIEW = 22, 36
_ROOMY_GROUPS, _ROOMY_PREVIEW = 34, 60
_LONE_PREVIEW = 36
"""How wide the sides are, as `screens/library.tcss` says."""
_FOOT_ROWS, _BORDER = 2, 2

_RESET, _BOLD, _REVERSE = "\x1b[0m", "\x1b[1m", "\x1b[7m"


@dataclass(frozen=True, slots=True)
class ListFrame:
    """How the screen of a library is divided, in cells."""

    groups: int
    """Left of the list; 0 for nothing."""
    articles: int
    """The pane of the list, with its border."""
    preview: int
    """Right of the list; 0 for nothing."""
    height: int
    """Rows of all three, with their borders."""
    foot: int
    """Rows below them."""

    @property
    def rows(self) -> int:
        """Articles that are in view."""
        return max(0, self.height - _BORDER)


def list_frame(width: int, height: int) -> ListFrame:
    """How the library will divide a terminal at first."""
    groups = preview = 0
    if width >= ROOMY_CELLS:
        groups, preview = _ROOMY_GROUPS, _ROOMY_PREVIEW
    elif width >= WIDE_CELLS:
        groups, preview = _GROUPS, _PREVIEW
    elif width >= MEDIUM_CELLS:
        preview = _LONE_PREVIEW
    foot = 1 if height < LOW_ROWS else _FOOT_ROWS
    return ListFrame(groups, width - groups - preview, preview, height - foot, foot)


class FirstList:
    """The rows of the list on a screen that nothing else draws on yet."""

    moves: Mapping[str, Callable[[], None]] = MappingProxyType({})
    """Nothing moves it: keys wait for the screen."""

    def __init__(
        self,
        shown: Beginning,
        size: tuple[int, int],
        titles: tuple[str, str, str],
        pen: Callable[[str], str],
        paint: Callable[[str], str],
    ) -> None:
        """Draw nothing yet.

        Args:
            shown: The rows.
            size: Columns and rows of the terminal.
            titles: What stands above the groups, the list and the preview.
            pen: Gives the escape sequence of a colour of words by its name in the theme.
            paint: The same of a colour that words stand on.
        """
        self._shown, self._size, self._titles = shown, size, titles
        self._pen, self._ground = pen, _RESET + paint("surface")
        self._frame = list_frame(*size)

    def draw(self) -> str:
        """The rows, each with its address on the screen; of a screen that is too small none."""
        if too_small(*self._size) is not None:
            return ""
        frame, titles = self._frame, self._titles
        lines = [
            self._side(n, frame.groups, titles[0])
            + self._line(n)
            + self._side(n, frame.preview, titles[2])
            for n in range(frame.height)
        ]
        width = frame.groups + frame.articles + frame.preview
        lines += [f"{self._pen('status')}{' ' * width}"] * frame.foot
        return "".join(f"\x1b[{n + 1};1H{line}{_RESET}" for n, line in enumerate(lines))

    def _line(self, number: int) -> str:
        """A line of the list's pane."""
        frame = self._frame
        if number in (0, frame.height - 1):
            return self._edge(number, frame.articles, ("border", "heading"), self._titles[1])
        edge = f"{self._ground}{self._pen('border')}│"
        return f"{edge}{''.join(self._row(number - 1))}{edge}"

    def _side(self, number: int, width: int, title: str) -> str:
        """A line of a pane beside it, which is empty."""
        if not width:
            return ""
        if number in (0, self._frame.height - 1):
            return self._edge(number, width, ("border-blurred", ""), title)
        edge = f"{self._ground}{self._pen('border-blurred')}│"
        return f"{edge}{' ' * (width - _BORDER)}{edge}"

    def _edge(self, number: int, width: int, colors: tuple[str, str], title: str) -> str:
        """The upper border of a pane, or the lower one; the colours are its own and the title's."""
        left, right = ("╰", "╯") if number else ("╭", "╮")
        line = f"{self._ground}{self._pen(colors[0])}"
        if number:
            return f"{line}{left}{'─' * (width - _BORDER)}{right}"
        named = f"{self._ground}{self._pen(colors[1])}{_BOLD}  {title}  "
        rest = "─" * (width - _BORDER - 1 - cells(title) - 4)
        return f"{line}{left}─{named}{line}{rest}{right}"

    def _row(self, number: int) -> Iterator[str]:
        """What stands between the borders in one line of the list."""
        width = self._frame.articles - _BORDER
        shown = self._shown.entries
        entry: Entry | None = shown[number] if number < len(shown) else None
        if entry is None:
            yield self._ground + " " * width
            return
        is_here = number == self._shown.cursor
        under = self._ground + ((self._pen("panel-cursor") or _REVERSE) if is_here else "")
        yield from self._words(
            entry_row(entry, width, is_named=entry.title in self._shown.shared),
            width - 1,
            under,
            is_here=is_here,
        )
        yield f"{self._ground} "

    def _words(self, row: Row, width: int, under: str, *, is_here: bool) -> Iterator[str]:
        lead = lead_of(row.sign, is_marked=is_here)
        yield f"{under}{lead}"
        used = len(lead)
        for words in wrap_row(row, max(1, width - len(lead)))[0]:
            look = "" if is_here or not words.look else self._pen(words.look)
            yield f"{under}{look}{_BOLD if words.bold else ''}{words.text}"
            used += cells(words.text)
        aside = "" if row.aside is None else row.aside.text
        look = "" if is_here else self._pen("muted")
        yield f"{under}{' ' * (width - used - cells(aside))}{look}{aside}"
