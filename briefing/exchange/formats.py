"""Articles and notes in the formats of other programs.

`EXPORTS` and `IMPORTS` hold a function for each format, by the name that a command takes. A format
is loaded when it is asked for, so looking at the names costs nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar, cast

from briefing.exchange.foreign import Imported
from briefing.exchange.origin import Origin
from briefing.model.anchor import Match
from briefing.model.article import Article
from briefing.model.note import Note


class Export(Protocol):
    """Writes notes in some format."""

    def __call__(
        self, article: Article, notes: Sequence[Note], matches: Mapping[str, Match], origin: Origin
    ) -> str:
        """Write the notes.

        Args:
            article: The article of today.
            notes: The notes to write. All are, so leave deleted ones out beforehand.
            matches: Where each is today, by id; a note without one counts as anchored where its
                own offsets still hold its quote, else as an orphan.
            origin: Where the article came from, and how links name it.
        """


class Import(Protocol):
    """Reads notes from some format."""

    def __call__(self, text: str, *, against: str = "", where: str | None = None) -> Imported:
        """Read notes.

        Args:
            text: The file.
            against: The reading text of the article.
            where: The file's name, for messages.

        Raises:
            FormatError: The text breaks the format; then nothing of it was read.
        """


_Function = TypeVar("_Function")


class _Formats(Mapping[str, _Function], Generic[_Function]):
    """Functions by name of format, loaded when they are asked for."""

    def __init__(self, function: str, modules: Mapping[str, str]) -> None:
        self._function = function
        self._modules = modules

    def __getitem__(self, name: str) -> _Function:
        module = importlib.import_module(f"{__package__}.{self._modules[name]}")
        return cast(_Function, getattr(module, self._function))

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


EXPORTS: Mapping[str, Export] = _Formats(
    "export",
    {
        "markdown": "markdown_notes",
        "jsonld": "web_annotation",
        "hypothesis": "hypothesis",
        "readwise": "readwise",
        "csv": "csv_notes",
    },
)
"""What notes can be written as."""

IMPORTS: Mapping[str, Import] = _Formats(
    "parse",
    {
        "jsonld": "web_annotation",
        "hypothesis": "hypothesis",
        "koreader": "koreader",
        "kindle": "kindle",
    },
)
"""What notes can be read from."""
