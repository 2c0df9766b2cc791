"""Plain text written as Markdown that shows it: no character of it acts as markup.

What is escaped follows CommonMark 0.31 (https://spec.commonmark.org/0.31.2/) with tables,
strikethrough and autolinks; whatever else could act is harmless in the middle of a line.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from briefing.exchange.visible import one_line, visible

_ANYWHERE = re.compile(r"[\\`*_\[\]<>~|$^]|&(?=#?\w+;)")
"""Emphasis, code, links, HTML, strikethrough, tables, mathematics, entities."""

_ADDRESS = re.compile(r"(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
"""What turns bare words into a link."""

_AT_START = re.compile(r"\d{1,9}[.)](?=\s|$)|[-+#=:@!]")
"""Numbers of a list, list markers, headings and their underlines, marks of common extensions."""


def inline(text: str) -> str:
    """A text on one line, to stand inside a heading or at the beginning of a line."""
    escaped = within(text)
    start = _AT_START.match(escaped)
    if start is None:
        return escaped
    cut = start.end() - 1
    return f"{escaped[:cut]}\\{escaped[cut:]}"


def within(text: str) -> str:
    """A text on one line, to stand in the middle of one."""
    return _ADDRESS.sub(r"\\\g<0>", _ANYWHERE.sub(r"\\\g<0>", one_line(text)))


def paragraphs(text: str) -> str:
    """A text with its lines: an empty line parts paragraphs, any other break is a hard one."""
    blocks = re.split(r"\n[ \t]*(?:\n[ \t]*)+", visible(text).strip())
    return "\n\n".join(_block(block) for block in blocks if block.strip())


def quoted(text: str) -> str:
    """A passage as a block quote. Its lines are blocks of the article, so each is a paragraph."""
    lines = (inline(line) for line in visible(text).split("\n"))
    return "\n>\n".join(f"> {line}" for line in lines if line)


def tag(word: str) -> str:
    """A tag as Markdown programs know them: a hash and one word, an underscore for each space."""
    return "#" + "_".join(one_line(word).split())


def link(text: str, address: str) -> str:
    """A link. The address is percent-encoded where it needs to be."""
    safe = quote(one_line(address), safe="/:?#@!$&'*+,;=~%.-_")
    words = _ANYWHERE.sub(r"\\\g<0>", one_line(text))
    return f"[{words}](<{safe}>)"


def _block(block: str) -> str:
    return "\\\n".join(inline(line) for line in block.split("\n"))
