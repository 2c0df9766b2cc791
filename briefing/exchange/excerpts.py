"""Passages of articles as the beginning of a text of one's own: by theme, each with its citation.

The draft is Markdown for people, for pandoc and for `briefing check`: a passage is a block quote,
its footnote cites the article by its key and links to the passage in the version that was quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from briefing.exchange import markup
from briefing.exchange.visible import one_line
from briefing.model.span import Span
from briefing.text.strict_yaml_writer import dump

_AT = re.compile(r"(?<![\w\\])@")
"""What pandoc takes for a citation."""
_LETTERED = re.compile(r"(?m)^(> \(?(?:[A-Za-z]|[ivxlcdmIVXLCDM]+))(?=[.)]\s)")
"""What pandoc takes for a list: ``A. ``."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage to be quoted."""

    words: str
    """As its article has it."""
    span: Span
    """Where, in the reading text."""
    rev: str
    """The SHA-256 of that text."""
    key: str
    """The key under which the article is cited."""
    title: str
    """The article's title."""
    address: str
    """The article's file, as seen from where the draft will lie."""
    pages: Sequence[str] = ()
    """The labels of the pages that it stands on."""
    comment: str = ""
    """What the reader wrote about it."""


def excerpts_draft(
    themes: Sequence[tuple[str, Sequence[Excerpt]]], title: str, language: str | None
) -> str:
    """A draft of passages.

    Args:
        themes: Each with its passages, in the order in which they are written; a theme without a
            name has no heading.
        title: Of the draft.
        language: Of the draft, BCP 47.
    """
    front = {"kind": "draft", "title": one_line(title), "language": language}
    head = dump({key: value for key, value in front.items() if value})
    blocks: list[str] = []
    notes: list[str] = []
    for theme, excerpts in themes:
        if theme:
            blocks.append(f"## {markup.inline(theme)}")
        for one in excerpts:
            number = len(notes) + 1
            blocks += _block(one, number)
            notes.append(f"[^{number}]: {_footnote(one)}")
    return "\n\n".join((f"---\n{head}---", *blocks, *notes)) + "\n"


def _block(one: Excerpt, number: int) -> Iterator[str]:
    quoted = _LETTERED.sub(r"\g<1>\\", _AT.sub(r"\\@", markup.quoted(one.words)))
    yield f"{quoted}[^{number}]"
    if one.comment.strip():
        yield _AT.sub(r"\\@", markup.paragraphs(one.comment))


def _footnote(one: Excerpt) -> str:
    pages = ""
    if one.pages:
        first, last = one_line(one.pages[0]), one_line(one.pages[-1])
        pages = f", p. {first}" if first == last else f", pp. {first}-{last}"
    path = quote(one_line(one.address), safe="/:~.-_")
    target = f"{path}?rev={one.rev[:12]}#p-{one.span.start}-{one.span.end}"
    return f"[@{one.key}{pages}], {markup.link(one.title, target)}."
