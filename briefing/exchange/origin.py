"""Where an article's text came from: what a citation and an export say about it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.article import Article
from briefing.model.front_matter import FrontMatter


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of an article, as far as its front matter names it."""

    address: str
    """How the article is named in links: a file name, a path, or a name."""
    source: str | None = None
    """The address or the file that the text came from."""
    date: str | None = None
    """When it was published, else when it was retrieved: an ISO 8601 date or time."""
    is_file: bool = True
    """Whether the address is that of the article's file, so that a link to it leads somewhere."""

    @property
    def url(self) -> str | None:
        """The source, where it is an address on the web."""
        source = self.source or ""
        return source if source.startswith(("http://", "https://")) else None

    @property
    def day(self) -> str | None:
        """The date without its time."""
        return self.date.partition("T")[0] if self.date else None


def origin_of(
    article: Article, front: FrontMatter | None = None, address: str | None = None
) -> Origin:
    """Collect what is known about where an article came from.

    Args:
        article: The article.
        front: Its front matter.
        address: The article's file as seen from where the document will lie; without one the
            article is only named.
    """
    front = front or FrontMatter()
    return Origin(
        address=address or article.name,
        source=front.source.get("url") or front.source.get("file"),
        date=front.published or front.source.get("retrieved"),
        is_file=address is not None,
    )
