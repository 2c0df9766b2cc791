"""An article as plain lines, for a pipe or a file."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.layout.flow import lay_out
from briefing.layout.options import LayoutOptions
from briefing.model.article import Document
from briefing.text.safe import drawn

_PRINTED = LayoutOptions(image_names=False)


def text_lines(document: Document, width_cells: int) -> Iterator[str]:
    """The whole article, wrapped, safe for a terminal and without addresses of links."""
    begun = False
    for index in range(document.chunk_count):
        for line in lay_out(document.chunk(index), width_cells, _PRINTED):
            text = drawn(line.text).rstrip()
            begun = begun or bool(text)
            if begun:
                yield text
