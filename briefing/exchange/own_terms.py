"""The words that we add to the Web Annotation vocabulary, and how kinds of notes read in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.model.note import NoteKind

ANNO = "http://www.w3.org/ns/anno.jsonld"
"""The context that every annotation, page and collection names."""

VOCABULARY = "urn:x-briefing:terms#"
"""The IRI that our own terms begin with."""

CONTEXT: list[object] = [ANNO, {"briefing": VOCABULARY}]
"""What stands in ``@context``."""

SYSTEM = "jsonld"
"""The name of this format in a note's `via`."""

MOTIVATIONS: Mapping[NoteKind, str] = {
    NoteKind.HIGHLIGHT: "highlighting",
    NoteKind.NOTE: "commenting",
    NoteKind.QUESTION: "questioning",
    NoteKind.CORRECTION: "editing",
    NoteKind.BOOKMARK: "bookmarking",
}
"""Our kinds as motivations of section 3.3.5."""

IRI_PATTERN = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f\ud800-\udfff]+"
)
"""An absolute IRI, as far as a pattern can tell: RFC 3987, section 2.2."""
