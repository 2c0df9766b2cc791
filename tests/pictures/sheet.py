"""Contact sheets: many pictures on one page, as PNG, for looking at."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from rich.console import Console
from rich.style import Style
from rich.text import Text

from briefing.text.width import cells
from tests.pictures.look import Look
from tests.screenshots import convert, for_rsvg

_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_LABEL_PIXELS = 30


def draw(path: Path, looks: Mapping[str, Look], *, columns: int) -> None:
    """Draw pictures beside and below each other; needs ``rsvg-convert``.

    Args:
        path: The PNG.
        looks: The pictures by their titles, all of one size.
        columns: How many stand side by side.
    """
    drawn = [_svg(look, f"p{number}") for number, look in enumerate(looks.values())]
    sizes = [tuple(map(float, _SIZE.findall(svg)[0])) for svg in drawn]
    width, height = (max(size[side] for size in sizes) for side in (0, 1))
    parts = []
    for number, (title, svg) in enumerate(zip(looks, drawn, strict=True)):
        row, column = divmod(number, columns)
        left, top = column * width, row * (height + _LABEL_PIXELS)
        parts.append(f'<text x="{left + 20}" y="{top + 22}" font-size="20">{escape(title)}</text>')
        place = f'x="{left}" y="{top + _LABEL_PIXELS}"'
        place += f' width="{sizes[number][0]}" height="{sizes[number][1]}"'
        parts.append(svg.replace("<svg ", f"<svg {place} ", 1))
    rows = -(-len(looks) // columns)
    box = f"0 0 {width * columns} {(height + _LABEL_PIXELS) * rows}"
    page = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{"".join(parts)}</svg>'
    convert(page, path)


def _svg(look: Look, name: str) -> str:
    width = max(map(cells, look.words))
    console = Console(
        width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor", record=True
    )
    for row in look.rows:
        pieces = ((words, Style() if s == "plain" else Style.parse(s)) for words, s in row)
        console.print(Text.assemble(*pieces), no_wrap=True, crop=True)
    return for_rsvg(console.export_svg(title="", unique_id=name))
