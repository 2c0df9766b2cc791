"""What each construct of Markdown becomes; the cases are data."""

from __future__ import annotations

import pytest

from briefing.parsing.reading import open_document
from tests.parsing.cases import cases, described


@pytest.mark.parametrize(
    ("markdown", "expected"), [pytest.param(m, e, id=title) for title, m, e in cases()]
)
def test_a_construct_is_read_as_a_browser_shows_it(markdown: str, expected: str) -> None:
    document = open_document(markdown, name="case")
    chunks = [document.chunk(index) for index in range(document.chunk_count)]
    assert "\n".join(line for chunk in chunks for line in described(chunk)) == expected
