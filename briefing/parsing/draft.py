"""What an import has made of a foreign document before anybody analysed it."""

from __future__ import annotations

from briefing.model.front_matter import FrontMatter
from briefing.model.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Draft:
    """An article in the making."""

    body: str
    """Markdown without front matter."""
    title: str | None = None
    """The title, where it is not in the body."""
    dropped: tuple[str, ...] = ()
    """The lines that were left out, in the order of the document."""
    language: str | None = None
    """What the document says its language is; BCP 47."""
    published: str | None = None
    """When the document says it was published; an ISO 8601 date."""
    updated: str | None = None
    """When the document says it was changed; an ISO 8601 date."""
    authors: tuple[str, ...] = ()
    """Who the document says wrote it."""
    site: str | None = None
    """Whose publication it is, as the document says."""
    address: str | None = None
    """The canonical address that the document names."""
    remarks: tuple[str, ...] = ()
    """What else a user should know, such as the encoding that was read."""
    front_matter: FrontMatter = field(default_factory=FrontMatter)
    """What its editor had already written above it."""
