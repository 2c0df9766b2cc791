"""A web page into Markdown: its article, found by trafilatura, and what of the page was left out.

trafilatura (the extra `html`) answers which elements are the article; they become Markdown here, so
that every character of theirs is escaped by the same rules as those of plain text.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import unescape
from xml.etree.ElementTree import XML, Element, ParseError

from trafilatura import extract

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.headings import find_headings
from briefing.parsing.importers._page_blocks import Piece, as_heading, pieces_of
from briefing.parsing.importers._page_words import PageWords
from briefing.parsing.importers.decoded import decoded, without_line_controls
from briefing.parsing.residue import find_residue
from briefing.text.encodings import declared_in
from briefing.text.i18n import _
from briefing.text.lines import one_line

MOST_DROPPED = 500
"""Lines of a page that are listed as left out; a portal has thousands of links."""
_DATE = {"extensive_search": False, "original_date": True}
"""For htmldate: a date that the page states, never one guessed from its words."""
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")
_SENTENCE = re.compile(r"[.!?…。！？][\"'»”’)\]]*(?:\s|\Z)")
_FOOTNOTE_MARK = re.compile(
    r"<sup\b[^>]*>\s*<a\b[^>]*\bhref\s*=\s*[\"']?#[^>]*>\s*\[?\w{1,3}\]?\s*</a>\s*</sup>",
    re.IGNORECASE,
)
"""A raised link to a footnote. It is no part of the text, and would join the number before it."""
_REFERENCE = re.compile(r"(?i)&#(?:x([0-9a-f]{1,8})|([0-9]{1,8})(?![0-9]));?")
_LONG = 25
"""Characters, white space not counted, from which part of a line proves that it was taken."""
_HEAD = 3
"""How many of the first blocks may be the title."""


def read(original: Original) -> Draft:
    """Read a page; errors as in `read_html`, and those of its encoding."""
    html, remarks = decoded(original, declared_in(original.data))
    base = original.found_at or original.url
    draft = read_html(without_line_controls(html), original.where, base)
    return replace(draft, remarks=remarks)


def read_html(html: str, where: str, url: str | None = None) -> Draft:
    """Take the article out of a web page.

    Args:
        html: The whole page.
        where: How an error names it.
        url: Where it was found, which completes its links.

    Raises:
        InputError: There is no article in the page.
    """
    html = _FOOTNOTE_MARK.sub("", _REFERENCE.sub(_harmless, html))
    root = _extracted(html, where, url)
    main = root.find("main")
    try:
        found = [] if main is None else list(pieces_of(main))
    except RecursionError as error:
        raise _no_article(where) from error
    page = PageWords.of(html)
    title = _title(found, page.titles, root.get("title"))
    found = _without(found, title)
    residue = find_residue([title or "", *(piece.text for piece in found)])
    kept = _with_headings(p for index, p in enumerate(found, 1) if index not in residue)
    if not any(_is_running_text(piece.text) for piece in kept):
        raise _no_article(where)
    taken = [title or "", *(piece.text for piece in kept)]
    return Draft(
        body="\n\n".join(piece.markdown for piece in kept) + "\n",
        title=title,
        dropped=_left_out(page.lines, taken),
        language=page.language,
        published=root.get("date"),
    )


def _harmless(reference: re.Match[str]) -> str:
    """A reference to a character; that to a control character as HTML reads it, or nothing.

    ``&#150;`` is a dash (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
    """
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    is_control = code < 0x20 or 0x7F <= code <= 0x9F
    is_none = 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE or code > 0x10FFFF
    if not (is_control or is_none) or code in (0x9, 0xA, 0xD):
        return reference[0]
    character = unescape(f"&#{code};")
    return character if character.isprintable() and character != "\ufffd" else ""


def _extracted(html: str, where: str, url: str | None) -> Element:
    """What trafilatura takes for the article, in its own XML."""
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())
    found = extract(
        html,
        url=url,
        output_format="xml",
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        include_links=True,
        date_extraction_params=_DATE,
    )
    try:
        return XML(found or "")
    except ParseError as error:
        raise _no_article(where) from error


def _no_article(where: str) -> InputError:
    remedy = _("copy its text into a file and import that")
    return InputError(_("no article was found in this page"), where=where, remedy=remedy)


def _is_running_text(text: str) -> bool:
    """Whether these are sentences, not words of a menu."""
    return len(text) >= 30 and _SENTENCE.search(text) is not None


# Title and what was left out


def _title(found: Sequence[Piece], titles: Sequence[str], stated: str | None) -> str | None:
    """The article's own first heading, else the page's, else what the page says it is called."""
    first = next((piece.text for piece in found[:_HEAD] if piece.is_title), None)
    if first is None and titles:
        said = _compact(stated or "")
        first = next((title for title in titles if _compact(title) in said), None)
        first = titles[0] if first is None and len(titles) == 1 else first
    return one_line(first or stated or "") or None


def _without(found: Sequence[Piece], title: str | None) -> list[Piece]:
    """The blocks after the title, which stands above them."""
    if title is None:
        return list(found)
    same = _compact(title)
    head = [piece for piece in found[:_HEAD] if _compact(piece.text) != same]
    return [*head, *found[_HEAD:]]


def _with_headings(pieces: Iterable[Piece]) -> list[Piece]:
    """Bold lines above a paragraph become headings."""
    parts = list(pieces)
    headings = find_headings([piece.text if piece.is_bold else None for piece in parts])
    return [as_heading(p) if index in headings else p for index, p in enumerate(parts)]


def _left_out(lines: Iterable[str], taken: Sequence[str]) -> tuple[str, ...]:
    """The lines of a page that are not in its article."""
    whole = {_compact(line) for text in taken for line in (text, *text.split("\n"))}
    joined = "\n".join(_compact(text) for text in taken)
    dropped: dict[str, None] = {}
    for line in lines:
        compact = _compact(line)
        if compact in whole or (len(compact) >= _LONG and compact in joined):
            continue
        dropped[" ".join(line.split())] = None
    listed = [line for line in dropped if line]
    if len(listed) > MOST_DROPPED:
        more = _("… and {count} more lines of the page").format(count=len(listed) - MOST_DROPPED)
        return (*listed[:MOST_DROPPED], more)
    return tuple(listed)


def _compact(text: str) -> str:
    return "".join(text.split())
