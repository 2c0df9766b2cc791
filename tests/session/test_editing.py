"""An editor opens at the words that the reader is at, in whatever breaks the file has."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.articles import as_article
from briefing.model.errors import UsageError
from briefing.session.editing import place_to_edit
from briefing.session.reading import Reading, open_reading
from briefing.storage.sources import SourceFiles, load_path
from tests.session.fakes import FakeClock, FakeNotes

WRAPPED = """The harbour

The harbour of the town opens in May after four years of work, as the
council said on Thursday. It has cost 42 million euros, over 10 million
more than planned.

Ships of up to 120 metres can berth there from then on. A second quay
follows in 2028, the mayor said.
"""
PAGE = """<html><body><h1>The harbour</h1>
<p>It opens in May.</p>
<p>Ships of up to <b>120
metres</b> can &nbsp;berth there.</p></body></html>"""


def _opened(path: Path) -> Reading:
    source = load_path(path, as_article)
    notes = FakeNotes()
    return open_reading(source, FakeClock(), "anna", lambda *_of: notes, SourceFiles(as_article))


def _line_of(reading: Reading, words: str) -> int | None:
    at = reading.article.text.index(words)
    return place_to_edit(reading, reading.place(at)).line_number


@pytest.mark.parametrize(
    ("name", "content", "words", "line"),
    [
        ("report.md", "# Report\n\nOne.\n\nTwo.\n", "Two", 5),
        ("report.txt", WRAPPED, "It has cost", 4),
        ("report.txt", WRAPPED, "Ships", 7),
        ("report.html", PAGE, "Ships", 3),
    ],
)
def test_the_line_is_that_of_the_words(
    tmp_path: Path, name: str, content: str, words: str, line: int
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert _line_of(_opened(path), words) == line


def test_a_file_that_no_editor_can_show_is_refused_with_a_way(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(WRAPPED, "utf-8")
    reading = _opened(path)
    path.write_bytes(b"%PDF-1.7\n\0\1\2\3" * 50)
    with pytest.raises(UsageError, match="briefing import"):
        place_to_edit(reading, reading.place(0))
