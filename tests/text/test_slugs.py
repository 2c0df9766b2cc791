"""A link to a heading leads to the heading that it names."""

from __future__ import annotations

from briefing.text.slugs import slugs


def test_headings_are_named_as_web_sites_name_them() -> None:
    headings = ["What's new?", " Più  spazio ", "Section 2.1 – end", "new", "New", "NEW"]
    assert list(slugs(headings)) == [
        "whats-new",
        "più--spazio",
        "section-21--end",
        "new",
        "new-1",
        "new-2",
    ]
