"""The passages that were taken along as rows: the article's title where its passages begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.ui.render.rows import Row, Words

if TYPE_CHECKING:  # what writes citations is loaded when a passage is taken along
    from briefing.session.taken_along import Taken

_LINES = 4


def taken_rows(passages: Sequence[Taken]) -> list[Row]:
    """A row a passage; its reference is its place in the list."""
    return [
        Row(tuple(_words(passages, at)), ref=str(at), max_lines=_LINES)
        for at in range(len(passages))
    ]


def _words(passages: Sequence[Taken], at: int) -> Iterator[Words]:
    one = passages[at]
    if at == 0 or passages[at - 1].theme != one.theme:
        yield Words(f"{glimpse(one.theme)} ", "strong", bold=True)
    yield Words(f"«{glimpse(one.excerpt.words)}»", "quote", italic=True)
    if one.excerpt.pages:
        yield Words(" " + _("page {page}").format(page=one.excerpt.pages[0]), "muted")
