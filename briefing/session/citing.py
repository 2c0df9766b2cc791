"""Opened articles as a bibliography, or as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.exchange.bibliography import Citable, bibtex, csl_json
from briefing.exchange.citation import reference
from briefing.exchange.origin import origin_of
from briefing.session.draft_kind import is_draft
from briefing.session.reading import Reading
from briefing.text.citation_keys import citation_key

BIBLIOGRAPHIES = ("csl", "bibtex", "text")
"""What a bibliography can be written as."""


@dataclass(frozen=True, slots=True)
class Cited:
    """An article that is to stand in a bibliography."""

    path: str
    """The path that its key is made of."""
    entry: Citable
    """What is known of it."""
    line: str
    """The same for people."""


def cited(path: str, reading: Reading) -> Cited | None:
    """An opened article; None for a draft, which is no source."""
    if is_draft(reading):
        return None
    article = reading.article
    origin = origin_of(article, reading.document.front_matter)
    title = article.title or article.name
    entry = Citable(citation_key(path), title, origin, article.language)
    return Cited(path, entry, reference(article, None, origin))


def bibliography(articles: Sequence[Cited], form: str) -> str:
    """Write articles as a bibliography.

    Args:
        articles: The articles. Two files of one name get keys of their whole paths.
        form: One of `BIBLIOGRAPHIES`.
    """
    if form == "text":
        return "".join(f"{one.line}\n" for one in articles)
    counts = Counter(one.entry.key for one in articles)
    entries = [
        one.entry
        if counts[one.entry.key] == 1
        else replace(one.entry, key=citation_key(one.path, is_whole=True))
        for one in articles
    ]
    return bibtex(entries) if form == "bibtex" else csl_json(entries)
