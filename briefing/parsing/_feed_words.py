"""Words and addresses of feeds: headlines without markup, links that are complete, text as HTML."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from briefing.parsing.importers.decoded import without_controls
from briefing.text.raised import SCRIPTS

LONGEST_TITLE = 500
"""Characters of a headline that are kept."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_SCRIPT = re.compile(r"(?i)<(?P<tag>su[bp])\b[^<>]*>(?P<words>[^<>]*)</(?P=tag)\s*>")
_ADDRESS = re.compile(
    r"""(?i)(?P<before>\s(?:href|src)\s*=\s*)(?P<mark>["'])(?P<address>[^"'<>]*)(?P=mark)"""
)
_BREAK = re.compile(r"\n[ \t]*\n\s*")


def plain_words(text: object, *, is_html: bool) -> str:
    """A headline or a name on one line, without tags, references and controls.

    Args:
        text: As the feed has it; anything but a string is none.
        is_html: Whether tags and references in it are markup.
    """
    if not isinstance(text, str):
        return ""
    if is_html:
        text = unescape(_TAG.sub("", _SCRIPT.sub(_shifted, text)))
    words, _count = without_controls(text)
    return " ".join(words.split())[:LONGEST_TITLE].rstrip()


def _shifted(script: re.Match[str]) -> str:
    """Raised and lowered words, so that a number among them joins none before it."""
    return SCRIPTS[script["tag"].lower()](script["words"], script.string[: script.start()])


def complete(link: object, base: str) -> str | None:
    """The whole address of a page; None where it is none of the web."""
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        whole = urljoin(base, link.strip())
        is_page = urlsplit(whole).scheme.lower() in ("http", "https")
    except ValueError:
        return None
    return whole if is_page and not re.search(r"[\s\x00-\x20\x7f]", whole) else None


def as_html(text: str) -> str:
    """A plain text as HTML, a paragraph for each."""
    parts = (escape(part.strip(), quote=False) for part in _BREAK.split(text))
    return "".join(f"<p>{part}</p>" for part in parts if part)


def with_whole_addresses(html: str, base: str) -> str:
    """A text whose links and pictures are completed; what cannot be stays as it is."""

    def whole(match: re.Match[str]) -> str:
        address = unescape(match["address"])
        found = complete(address, base) if address and address[0] != "#" else None
        return match[0] if found is None else f'{match["before"]}"{escape(found)}"'

    return _ADDRESS.sub(whole, html)
