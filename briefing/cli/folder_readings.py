"""The articles of a folder, opened one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.cli.articles import load_article
from briefing.cli.output import complain, tell
from briefing.cli.wiring import reading_of, source_of
from briefing.model.errors import BriefingError, Fault
from briefing.model.settings import Settings
from briefing.session.reading import Reading
from briefing.storage.library_files import look_through


def readings_of(article: str, settings: Settings) -> Iterator[tuple[str, Reading]]:
    """An article, or those of a folder by path, each with its path from there.

    What cannot be read in a folder is told.

    Raises:
        BriefingError: The article that was named cannot be read, or the folder.
    """
    folder = Path(article)
    if not folder.is_dir():
        source = source_of(article)
        yield source.path.name if source.path else source.name, reading_of(source, settings)
        return
    found = list(look_through(folder))
    tell(one for one in found if isinstance(one, Fault))
    for path in sorted(one[0] for one in found if not isinstance(one, Fault)):
        try:
            yield path, reading_of(load_article(folder / path), settings)
        except BriefingError as error:
            complain(str(error))
