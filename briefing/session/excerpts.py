"""The passages of a folder's notes, by tag, as excerpts for a draft."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.exchange.excerpts import Excerpt, excerpts_draft
from briefing.model.note import NoteKind
from briefing.model.span import Span
from briefing.session.draft_kind import is_draft
from briefing.session.reading import Reading
from briefing.text.citation_keys import citation_key
from briefing.text.fold import fold_text
from briefing.text.i18n import _
from briefing.text.revisions import revision_of


@dataclass(slots=True)
class Excerpts:
    """Passages by theme, as they are found."""

    tags: Sequence[str]
    """The tags that are wanted, in this order; all that there are where none is named."""
    base: Path
    """The folder from which the draft names articles."""
    lost: int = 0
    """Notes with such a tag whose passage is not in the text any more."""
    _themes: dict[str, list[Excerpt]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _languages: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Let the wanted themes stand in the order in which they were named."""
        for tag in self.tags:
            self._theme(tag)

    def take(self, path: str, reading: Reading) -> None:
        """Take the passages of an article's notes, in the order of the text; a draft has none.

        Args:
            path: The article's path, of which its key is made.
            reading: The article.
        """
        if is_draft(reading):
            return
        for placed in reading.take_out_notes().placed:
            if placed.note.kind is NoteKind.BOOKMARK and not placed.note.tags:
                continue
            for tag in placed.note.tags:
                if self.tags and fold_text(tag) not in self._themes:
                    continue
                if placed.span is None:
                    self.lost += 1
                    continue
                if reading.article.language:
                    self._languages.add(reading.article.language)
                words = placed.note.text
                found = excerpt_of(path, reading, placed.span, words, self.base)
                self._theme(tag).append(found)

    def draft(self) -> str | None:
        """The draft; None where there is no passage."""
        named = [(self._names[key], found) for key, found in self._themes.items() if found]
        if not named:
            return None
        themes = named if self.tags else sorted(named)
        title = excerpts_title(name for name, _found in themes)
        language = next(iter(self._languages)) if len(self._languages) == 1 else None
        return excerpts_draft(themes, title, language)

    def _theme(self, tag: str) -> list[Excerpt]:
        key = fold_text(tag)
        self._names.setdefault(key, tag)
        return self._themes.setdefault(key, [])


def excerpt_of(
    path: str, reading: Reading, span: Span, comment: str = "", base: Path | None = None
) -> Excerpt:
    """A passage of an article with its citation.

    Args:
        path: The article's path, of which its key is made.
        reading: The article.
        span: The passage.
        comment: What the reader wrote about it.
        base: The folder from which the article is named; the one in which the program runs.
    """
    article, file = reading.article, reading.source.path
    start = (base or Path()).absolute()
    address = path if file is None else os.path.relpath(file.absolute(), start)
    return Excerpt(
        words=span.of(article.text),
        span=span,
        rev=revision_of(article.text),
        key=citation_key(path),
        title=article.title or article.name,
        address=address.replace(os.sep, "/"),
        pages=article.pages_of(span),
        comment=comment,
    )


def excerpts_title(themes: Iterable[str]) -> str:
    """The title of a draft of passages."""
    return _("Excerpts: {themes}").format(themes=", ".join(themes))


def gather(articles: Iterable[tuple[str, Reading]], tags: Sequence[str], base: Path) -> Excerpts:
    """The excerpts of some articles; see `Excerpts` for the arguments."""
    excerpts = Excerpts(tags, base)
    for path, reading in articles:
        excerpts.take(path, reading)
    return excerpts
