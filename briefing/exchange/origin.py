"""Where an article's text came from: what a citation and an export say about it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.article import Article
from briefing.model.front_matter import FrontMatter

VERSION_DIGITS = 12
"""So many digits of a version are written for people."""


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
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    site: str | None = None
    """Whose publication it is."""
    published: str | None = None
    """When it was published, ISO 8601."""
    retrieved: str | None = None
    """When it was fetched, ISO 8601."""
    media_type: str | None = None
    """What its original is, as in ``text/html``."""
    rev: str | None = None
    """The SHA-256 of its reading text, 64 hex digits: its version."""

    @property
    def url(self) -> str | None:
        """The source, where it is an address on the web."""
        source = self.source or ""
        return source if source.startswith(("http://", "https://")) else None

    @property
    def version(self) -> str:
        """The first digits of its version, by which it is told from others; empty if unknown."""
        return (self.rev or "")[:VERSION_DIGITS]

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
    from briefing.text.revisions import revision_of  # noqa: PLC0415 - not for the names of formats

    front = front or FrontMatter()
    return Origin(
        address=address or article.name,
        source=front.source.get("url") or front.source.get("file"),
        date=front.published or front.source.get("retrieved"),
        is_file=address is not None,
        authors=front.authors,
        site=front.site,
        published=front.published,
        retrieved=front.source.get("retrieved"),
        media_type=front.source.get("media_type"),
        rev=revision_of(article.text),
    )
