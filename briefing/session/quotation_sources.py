"""The documents of a library as sources of quotations: opened once, each as a row of words."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.analysis.language import detect
from briefing.anchoring.tokens import Tokens, tokenize
from briefing.model.article import Article
from briefing.model.errors import BriefingError, Fault
from briefing.session.document_links import earlier_text
from briefing.session.draft_kind import is_draft
from briefing.session.library import Library
from briefing.session.reading import Reading
from briefing.text.revisions import revision_of


@dataclass(frozen=True, slots=True)
class QuotedText:
    """A text that may hold a quotation."""

    path: str
    """The path of its document in the library."""
    article: Article
    """The document, as it is now."""
    tokens: Tokens
    """The words of the text."""
    rev: str
    """The SHA-256 of the text."""
    language: str | None
    """Of the text, BCP 47: as it is stated, else as its words show."""

    @property
    def text(self) -> str:
        """The reading text."""
        return self.tokens.text


@dataclass(slots=True)
class QuotationSources:
    """Opens the documents of a library, each once; drafts are none of them."""

    library: Library
    """Where they are."""
    _opened: dict[str, QuotedText | None] = field(default_factory=dict)

    def open(self, path: str) -> QuotedText | None:
        """A source and its words; None for a draft, and for what cannot be read."""
        if path not in self._opened:
            reading = self._read(path)
            self._opened[path] = None if reading is None else _quoted_text(path, reading)
        return self._opened[path]

    def earlier(self, path: str, rev: str) -> QuotedText | None:
        """What a source was in a version; None where that is the present text or was not kept.

        Args:
            path: The path of its document.
            rev: The beginning of the SHA-256 of the version.
        """
        now = self.open(path)
        if now is None or now.rev.startswith(rev):
            return None
        reading = self._read(path)
        old = None if reading is None else earlier_text(reading, rev)
        if old is None:
            return None
        return QuotedText(path, now.article, tokenize(old), revision_of(old), now.language)

    def _read(self, path: str) -> Reading | None:
        try:
            reading = self.library.open_document(self.library.folder / path)
        except BriefingError as error:
            self.library.faults.append(Fault.of(error))
            return None
        return None if is_draft(reading) else reading


def _quoted_text(path: str, reading: Reading) -> QuotedText:
    article = reading.article
    text = article.text
    language = article.language or detect(text)
    return QuotedText(path, article, tokenize(text), revision_of(text), language)
