"""A document that is to be added to a library, as Markdown with the facts of where it came from.

Nothing is drafted above it, unlike an import that somebody goes on to edit: what analysis finds is
found whenever the article is read, and better with each version of the program. A Markdown file
stays as it is, letter for letter, but for its source and its line ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from unicodedata import normalize

from briefing.analysis.language import detect
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.front_matter import LANGUAGE, read_front_matter
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.parsing.importers.formats import kind_of, read_original
from briefing.parsing.reading import clean, open_document
from briefing.session.documents import described
from briefing.text.decoding import decode_text
from briefing.text.strict_yaml_writer import entry

_LONGEST_SLUG = 60
_NO_NAME = re.compile(r"[\W_]+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class ArrivingText:
    """A document as an article."""

    markdown: str
    """All of it, with its front matter."""
    name: str
    """What its file might be called, without an ending: its date and its title."""
    address: str | None
    """Where it is on the web; None for a file."""
    remarks: tuple[str, ...] = ()
    """What a user should know of it, such as what was left out."""


def arriving_text(original: Original, now: str) -> ArrivingText:
    """Read a document.

    Args:
        original: The document.
        now: The present time, RFC 3339 in UTC.

    Raises:
        InputError: It cannot be read, or there is nothing to read in it.
        UsageError: It needs an extra that is not installed.
    """
    draft = read_original(original)
    address = draft.address or original.url if original.url is not None else None
    source = {} if address is None else {"url": address}
    if original.url is None and original.name:
        source["file"] = original.name
    source |= {"sha256": original.sha256, "retrieved": now}
    if kind_of(original) == "markdown":
        markdown = _with_source(clean(decode_text(original.data, original.where)), source)
    else:
        markdown = _written(draft, source)
    article = open_document(markdown, name="-", where=original.where).article()
    front = read_front_matter(markdown, original.where).front_matter
    title = article.title or PurePosixPath(original.name).stem or article.text[:_LONGEST_SLUG]
    return ArrivingText(markdown, file_name(front.published, title), address, draft.remarks)


def file_name(published: str | None, title: str) -> str:
    """A name of a date and a title, in small letters and digits of any script, with hyphens."""
    date = _DATE.match(published or "")
    words = _NO_NAME.sub("-", normalize("NFC", title.casefold())).strip("-")
    slug = words[:_LONGEST_SLUG]
    if len(words) > _LONGEST_SLUG and "-" in slug:
        slug = slug.rpartition("-")[0]  # no word is cut in the middle
    return "-".join(part for part in ((date[0] if date else ""), slug) if part) or "article"


def _written(draft: Draft, source: dict[str, str]) -> str:
    """A document of another format, with what it says of itself above it."""
    front = described(draft, source)
    body = draft.body.lstrip("\n")
    if front.language is None:
        code = detect(body)
        front = replace(front, language=code if code and LANGUAGE.fullmatch(code) else None)
    return f"{render_front_matter(front)}\n{body}"


def _with_source(text: str, source: dict[str, str]) -> str:
    """A Markdown file that names its source, where it does not name one already."""
    read = read_front_matter(text, "")
    if read.front_matter.source or read.faults:
        return text
    lines = entry("source", source)
    block = text[: read.body].rstrip("\n")
    if not block:
        return f"---\n{lines}---\n\n{text.lstrip(chr(10))}"
    head, _line, fence = block.rpartition("\n")
    return f"{head}\n{lines}{fence}{text[len(block) :]}"
