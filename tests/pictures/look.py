"""What a screen looks like, as a text that can be kept and compared.

A picture is the words of the screen, row by row, and for each group of themes the styles they are
drawn in: a legend, then for each row a letter of the legend and the number of cells it holds for::

    |Titolo      1/3|
    # light: paper
    a = #3b322a on #f9f5ec
    b = #f9f5ec on #6f4a2f bold
    a12 b3
    # colourless: none
    as in light, where
    a = no colour
    b = no colour, bold
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color

from briefing.text.width import cells
from briefing.ui.theming import Indexed

_EFFECTS = ("bold", "dim", "italic", "underline", "reverse", "strike")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

Row = tuple[tuple[str, str], ...]
"""Words, and the style that they are drawn in, from left to right."""


@dataclass(frozen=True, slots=True)
class Look:
    """A screen in one theme."""

    rows: tuple[Row, ...]
    """From top to bottom."""

    @property
    def words(self) -> tuple[str, ...]:
        """The screen without styles."""
        return tuple("".join(words for words, _style in row) for row in self.rows)

    @property
    def legend(self) -> dict[str, str]:
        """A letter for every style, in the order in which they come."""
        styles = dict.fromkeys(style for row in self.rows for _words, style in row)
        return {style: _name(number) for number, style in enumerate(styles)}

    @property
    def runs(self) -> list[str]:
        """For each row the letters of its styles, and how many cells each holds for."""
        legend = self.legend
        return [" ".join(f"{legend[s]}{cells(words)}" for words, s in row) for row in self.rows]


def look_at(app: App[None], *, is_indexed: bool = False) -> Look:
    """Look at what an app shows now, dialogs and what lies under them.

    Args:
        app: The app.
        is_indexed: Whether a terminal of 256 colours shows it.
    """
    console = Console(
        width=app.size.width,
        height=app.size.height,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    shown = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert shown is not None, "the app runs"
    segments = [segment for segment in console.render(shown) if not segment.control]
    if is_indexed:
        segments = Indexed().apply(segments, Color.parse("black"))
    return Look(tuple(tuple(_joined(line)) for line in Segment.split_lines(segments)))


def _joined(line: Iterable[Segment]) -> Iterator[tuple[str, str]]:
    words, style = "", ""
    for segment in line:
        here = _style_words(segment)
        if here != style and words:
            yield words, style
            words = ""
        words, style = words + segment.text, here
    if words:
        yield words, style


def _style_words(segment: Segment) -> str:
    """A style in words; what does not show on spaces is left out."""
    style = segment.style or Style()
    effects = [name for name in _EFFECTS if getattr(style, name)]
    if not segment.text.strip():
        effects = [name for name in effects if name in ("underline", "reverse", "strike")]
    front = style.color.name if style.color and (segment.text.strip() or effects) else ""
    back = f"on {style.bgcolor.name}" if style.bgcolor else ""
    return " ".join(part for part in (front, back, *effects) if part) or "plain"


def _name(number: int) -> str:
    high, low = divmod(number, len(_LETTERS))
    return (_LETTERS[high - 1] if high else "") + _LETTERS[low]


def written(looks: Mapping[str, Look]) -> str:
    """One screen in several themes, as the text that is kept.

    Args:
        looks: The looks by what their themes are called; all of one screen.
    """
    lines: list[str] = []
    words: tuple[str, ...] = ()
    told: dict[tuple[str, ...], str] = {}
    for name, look in looks.items():
        if look.words != words:
            words = look.words
            lines += [f"|{row}|" for row in words]
        lines.append(f"# {name}")
        lines += [f"{letter} = {style}" for style, letter in look.legend.items()]
        runs = tuple(look.runs)
        lines += [f"as in {told[runs]}"] if runs in told else runs
        told.setdefault(runs, name)
    return "\n".join(lines) + "\n"
