"""What the panels cost: the analysis of a MB, and when all panels of 10 MB are full."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.analysis.brief import analyse
from briefing.parsing.reading import open_document
from tests.benchmarks import tables
from tests.benchmarks.documents import document
from tests.benchmarks.responsiveness import press_while_busy

HEAD = ("", "characters", "processor time", "a MB", "rows", "panels full after")

NAMES = ("1 MB of news", "1 MB", "10 MB")
"""News states a figure every sixty characters; an ordinary report states few."""

_LANGUAGES_KNOWN = "# The list\n\nSome 12 people read 5 % of it in May.\n"
"""Analysed first: the words of the languages are read once, however long a text is."""

_MEGABYTE = 1_000_000


def rows(folder: Path, home: Path, patience: float) -> Iterator[Sequence[str]]:
    """Some documents: the analysis alone, and the reader until it has nothing left to do.

    Args:
        folder: Where the documents are kept.
        home: The reader's own folders.
        patience: Seconds that the first words, and the rest, are waited for.
    """
    _analysed(_LANGUAGES_KNOWN)
    for name in NAMES:
        path = document(name, folder)
        text = path.read_text("utf-8")
        spent, found = _analysed(text)
        full = press_while_busy(path, home, seconds=0, timeout_seconds=patience).seconds
        yield (
            name,
            f"{len(text):,}",
            tables.seconds(spent),
            tables.seconds(spent * _MEGABYTE / len(text.encode())),
            str(found),
            tables.seconds(full),
        )


def _analysed(text: str) -> tuple[float, int]:
    """The seconds of processor time that the analysis of a text takes, and its figures."""
    article = open_document(text, name="-").article()
    begun = time.process_time()
    brief = analyse(article)
    return time.process_time() - begun, len(brief.figures)
