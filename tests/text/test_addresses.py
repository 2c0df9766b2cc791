from __future__ import annotations

import pytest

from briefing.text.addresses import without_user


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a?b=c@d#e", "https://example.org/a?b=c@d#e"),
        ("https://example.org/@writer/story", "https://example.org/@writer/story"),
        ("https://example.org:8080/@writer", "https://example.org:8080/@writer"),
        ("https://user@example.org/", "https://example.org/"),
        ("https://user:secret@example.org/a", "https://example.org/a"),
        ("https://user:p@ss:word@example.org/a", "https://example.org/a"),
        ("https://user:12/34@example.org", "https://user:12/34@example.org"),
        ("https://user:se/cret@example.org/a", "https://example.org/a"),
        ("https://user:se#cret@example.org", "https://example.org"),
        ("report.md", "report.md"),
    ],
)
def test_a_password_is_not_shown(address: str, shown: str) -> None:
    assert without_user(address) == shown
