"""The passages that were taken along while reading, in the order in which a draft has them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.exchange.excerpts import Excerpt, excerpts_draft
from briefing.model.span import Span
from briefing.session.excerpts import excerpt_of, excerpts_title
from briefing.session.reading import Reading


@dataclass(frozen=True, slots=True)
class Taken:
    """One passage."""

    theme: str
    """Under which it stands: the title of its article."""
    excerpt: Excerpt
    """It, with its citation."""
    file: Path | None
    """The article's file."""
    language: str | None
    """Of the article, BCP 47."""


@dataclass(slots=True)
class TakenAlong:
    """A list that grows while one reads, and outlasts the articles that are opened."""

    passages: list[Taken] = field(default_factory=list)
    """They; those of an article stand together."""
    _removed: list[tuple[int, Taken]] = field(default_factory=list)

    def add(self, reading: Reading, span: Span) -> None:
        """Take one passage behind the others of its article; one that is there already stays."""
        article, path = reading.article, reading.source.path
        name = reading.source.name if path is None else path.name
        theme = article.title or article.name
        one = Taken(theme, excerpt_of(name, reading, span), path, article.language)
        if one not in self.passages:
            ends = [at + 1 for at, other in enumerate(self.passages) if other.theme == theme]
            self.passages.insert(ends[-1] if ends else len(self.passages), one)

    def remove(self, index: int) -> None:
        """Take one out; `restore` puts it back."""
        self._removed.append((index, self.passages.pop(index)))

    def restore(self) -> int | None:
        """Put back what was taken out last, and say where; None: nothing was."""
        if not self._removed:
            return None
        index, one = self._removed.pop()
        index = min(index, len(self.passages))
        self.passages.insert(index, one)
        return index

    def move(self, index: int, by: int) -> int:
        """Let a passage, and its neighbour on that side, change places.

        Args:
            index: The passage's.
            by: 1 for down, -1 for up.

        Returns:
            Where it is then; where it was at either end of the list.
        """
        to = index + by
        if not 0 <= to < len(self.passages):
            return index
        here = self.passages
        here[index], here[to] = here[to], here[index]
        return to

    def draft(self, base: Path) -> str | None:
        """A draft of all passages, with a heading wherever another article begins.

        Args:
            base: The folder from which it names their articles.

        Returns:
            It, as Markdown; None where there is no passage.
        """
        themes: list[tuple[str, list[Excerpt]]] = []
        for one in self.passages:
            if not themes or themes[-1][0] != one.theme:
                themes.append((one.theme, []))
            themes[-1][1].append(_seen_from(base, one))
        if not themes:
            return None
        languages = {one.language for one in self.passages}
        language = languages.pop() if len(languages) == 1 else None
        names = dict.fromkeys(name for name, _excerpts in themes)
        return excerpts_draft(themes, excerpts_title(names), language)


def _seen_from(base: Path, one: Taken) -> Excerpt:
    if one.file is None:
        return one.excerpt
    address = os.path.relpath(one.file.absolute(), base.absolute()).replace(os.sep, "/")
    return replace(one.excerpt, address=address)
