"""What a draft says about where its quotations are from: links, footnotes and citation keys."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from briefing.model.article import Block, ContainerKind, Style
from briefing.model.library import Entry
from briefing.model.quotation import Naming
from briefing.model.span import Span
from briefing.session.document_links import split_target
from briefing.text.citation_keys import citation_key, cited_keys
from briefing.text.fold import fold_text

_TITLE_LEAST = 12
"""Characters of a title that tell it from other words in a footnote."""
_REV = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{12,64}(?![0-9A-Za-z])")
"""The first digits of a version, as citations name it."""
_WEB = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


class _Stretch(Protocol):
    @property
    def block(self) -> Block:
        """A block."""

    @property
    def span(self) -> Span:
        """Its characters in the whole reading text."""


@dataclass(frozen=True, slots=True)
class NamingPoint:
    """A place in a draft that may name a source."""

    span: Span
    """Its characters in the reading text; empty for the mark of a footnote."""
    names: tuple[Naming, ...]
    """What it names."""


def naming_points(text: str, stretches: Sequence[_Stretch]) -> list[NamingPoint]:
    """Every link, citation and footnote mark of a draft outside its footnotes, in order."""
    footnotes: dict[str, list[Naming]] = {}
    for stretch in stretches:
        marker = _footnote(stretch.block)
        if marker is not None:
            names = [n for point in _points(text, stretch, {}) for n in point.names]
            footnotes.setdefault(marker, []).extend((*names, Naming(words=stretch.span.of(text))))
    outside = (stretch for stretch in stretches if _footnote(stretch.block) is None)
    found = (point for stretch in outside for point in _points(text, stretch, footnotes))
    return sorted(found, key=lambda point: (point.span.start, point.span.end))


def _footnote(block: Block) -> str | None:
    """The number of the footnote in which a block stands."""
    markers = (c.marker for c in block.containers if c.kind is ContainerKind.FOOTNOTE)
    return next((marker.strip("[]") for marker in markers), None)


def _points(
    text: str, stretch: _Stretch, footnotes: dict[str, list[Naming]]
) -> Iterator[NamingPoint]:
    shift = stretch.span.start - stretch.block.span.start
    for run in stretch.block.runs:
        span = Span(run.span.start + shift, run.span.end + shift)
        if Style.FOOTNOTE_MARK in run.style:
            names = tuple(footnotes.get(run.address or "", ()))
            yield NamingPoint(span, names)
        elif Style.LINK in run.style and run.address:
            yield NamingPoint(span, (Naming(address=run.address),))
    for at, key in cited_keys(stretch.span.of(text)):
        start = stretch.span.start + at
        yield NamingPoint(Span(start, start + len(key) + 1), (Naming(key=key),))


@dataclass(slots=True)
class SourceNames:
    """The names by which a draft may mean a document of a library."""

    folder: Path
    """The library's."""
    draft: Path | None
    """The draft's file, from whose folder links count."""
    entries: Iterable[Entry]
    """The documents."""
    _paths: set[str] = field(default_factory=set)
    _addresses: dict[str, str] = field(default_factory=dict)
    _keys: dict[str, list[str]] = field(default_factory=dict)
    _revs: dict[str, str] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Learn the names of every document."""
        for entry in self.entries:
            self._paths.add(entry.path)
            self._keys.setdefault(citation_key(entry.path), []).append(entry.path)
            self._keys.setdefault(citation_key(entry.path, is_whole=True), [entry.path])
            if entry.source:
                self._addresses.setdefault(_bare_address(entry.source), entry.path)
            if entry.rev:
                self._revs.setdefault(entry.rev[:12], entry.path)
            if len(entry.title) >= _TITLE_LEAST:
                self._titles.setdefault(fold_text(entry.title), entry.path)

    def meant(self, names: Iterable[Naming]) -> list[str]:
        """The documents that the first of some names means that means any; mostly one."""
        return next((found for naming in names if (found := self._of(naming))), [])

    def _of(self, naming: Naming) -> list[str]:
        if naming.key is not None:
            return self._keys.get(naming.key, [])
        if naming.address is not None:
            found = self._linked(naming.address)
            return [] if found is None else [found]
        revs = (self._revs.get(match[0][:12]) for match in _REV.finditer(naming.words))
        named = next((path for path in revs if path), None) or self._titled(naming.words)
        return [] if named is None else [named]

    def _linked(self, address: str) -> str | None:
        if _WEB.match(address):
            return self._addresses.get(_bare_address(address))
        path = unquote(address.partition("#")[0].partition("?")[0])
        if not path or "\0" in path:
            return None
        base = self.folder if self.draft is None else self.draft.parent
        for start in (base, self.folder):
            full = os.path.normpath(start.absolute() / path)
            inside = os.path.relpath(full, self.folder.absolute()).replace(os.sep, "/")
            if inside in self._paths:
                return inside
        return None

    def _titled(self, words: str) -> str | None:
        said = fold_text(words)
        found = [title for title in self._titles if title in said]
        return self._titles[max(found, key=len)] if found else None


def cited_revisions(names: Sequence[Naming]) -> list[str]:
    """The versions that some names cite, by the beginnings of their SHA-256."""
    linked = [split_target(one.address)[1] for one in names if one.address]
    said = [match[0] for one in names for match in _REV.finditer(one.words)]
    return [rev for rev in dict.fromkeys((*linked, *said)) if rev]


def _bare_address(address: str) -> str:
    return _WEB.sub("", address.partition("#")[0]).rstrip("/")
