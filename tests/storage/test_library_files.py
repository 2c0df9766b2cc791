"""Which files of a folder are articles of its library."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.parsing.importers.formats import IMPORTERS
from briefing.session.links import read_address
from briefing.storage.library_files import look_through

ENDINGS = sorted(
    {ending for importer in IMPORTERS.values() for ending in importer.endings}
    - {".mkd"} | {".docx", ".epub"}
)  # fmt: skip


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_document_that_can_be_read_is_an_article_and_opened_by_a_link(
    ending: str, tmp_path: Path
) -> None:
    article = tmp_path / f"a{ending}"
    article.write_text("Words.")
    found = list(look_through(tmp_path))
    assert [each[0] for each in found if isinstance(each, tuple)] == [article.name]
    assert read_address(article.name, tmp_path / "b.md").path == article
