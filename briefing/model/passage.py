"""A passage of a document, as one document of a library leads to another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Where something stands."""

    path: Path
    """The document's file."""
    span: Span | None = None
    """The words in its reading text; None: wherever it was left."""
