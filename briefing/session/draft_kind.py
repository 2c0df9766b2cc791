"""Which articles are drafts: they are never sources, also not for themselves."""

from __future__ import annotations

from briefing.session.reading import Reading

DRAFT = "draft"
"""What stands in front matter under ``kind``."""


def is_draft(reading: Reading) -> bool:
    """Whether an article is a draft."""
    return reading.document.front_matter.extra.get("kind") == DRAFT
