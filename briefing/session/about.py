"""What is known of an article besides its words: where it comes from, what an import did to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.exchange.origin import Origin, origin_of
from briefing.model.article import Chunk, PageStart, Style
from briefing.model.span import Place
from briefing.session.in_view import Passage
from briefing.session.reading import Reading

_PICTURE = re.compile(r"!\[|<img\b", re.IGNORECASE)
"""Where the source of a text may have a picture."""
_MOST_PICTURES = 1_000
"""Pictures that are listed; a reader looks for one of them by its words."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the text, which a terminal shows by its words alone."""

    words: str
    """What stands for it in the text."""
    address: str
    """Where it lies."""
    passage: Passage
    """Where its words stand."""


@dataclass(frozen=True, slots=True)
class About:
    """An article, as a reader wants to know where it comes from."""

    title: str
    """Its title, else its name."""
    language: str | None
    """BCP 47: as it is stated, else as its words show."""
    origin: Origin
    """Authors, site, dates, address."""
    path: Path | None
    """Its file; None for standard input."""
    original: str | None
    """The file that its text was made of, where that is another one."""
    updated: str | None
    """When it was changed after it was published, ISO 8601."""
    pages: Sequence[PageStart]
    """The pages that it has in print."""
    notes: Path
    """The file of its notes."""
    remarks: tuple[str, ...]
    """What is to be known of how it was read."""
    dropped: tuple[str, ...]
    """The lines that an import left out."""
    pictures: tuple[Picture, ...]
    """Its pictures, in the order of the text."""


def about(reading: Reading, notes: Path) -> About:
    """Collect what is known of an article.

    Args:
        reading: The article, all of it.
        notes: The file of its notes.
    """
    article, front, source = reading.article, reading.document.front_matter, reading.source
    own_name = None if source.path is None else source.path.name
    named = front.source.get("file")
    return About(
        title=article.title or article.name,
        language=article.language or reading.language,
        origin=origin_of(article, front),
        path=source.path,
        original=named if named != own_name else None,
        updated=front.updated,
        pages=article.pages,
        notes=notes,
        remarks=source.remarks,
        dropped=front.dropped,
        pictures=tuple(_pictures(reading)),
    )


def _pictures(reading: Reading) -> Iterator[Picture]:
    """The pictures; only the parts of the text are looked at whose source may have some."""
    count = 0
    for index in reading.document.chunks_with(_PICTURE):
        for picture in _pictures_in(reading.document.chunk_in_passing(index)):
            yield picture
            count += 1
            if count == _MOST_PICTURES:
                return


def _pictures_in(chunk: Chunk) -> Iterator[Picture]:
    for block in chunk.blocks:
        for run in block.runs:
            if run.style & Style.IMAGE and run.address:
                start, end = Place(chunk.index, run.span.start), Place(chunk.index, run.span.end)
                yield Picture(run.span.of(chunk.text), run.address, (start, end))
