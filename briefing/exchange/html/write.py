"""The only door from text to HTML: whatever goes through here stays text.

Tags and attributes come from the program; words and addresses come from outside and are escaped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import quote

from briefing.exchange.visible import one_line, visible
from briefing.text import safe

_LINKED = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20]+", re.IGNORECASE)
"""The addresses that a page may lead to; anything else would act where it is opened."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""A language tag as far as its form goes: RFC 5646, section 2.1."""

RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
"""Languages that are written from right to left."""


def words(text: str) -> str:
    """A text on one line."""
    return html.escape(one_line(text))


def kept(text: str) -> str:
    """Characters of the reading text, one for one before they are escaped, newlines and tabs too.

    Args:
        text: Made safe by `safe.visible_lines` beforehand, as a whole: a joiner cut from its
            letters would be replaced.
    """
    return html.escape(text)


def safe_text(text: str) -> str:
    """A text of the same length without any character that acts or that no file can hold."""
    return safe.visible_lines(text)


def paragraphs(text: str) -> str:
    """A text with its lines: an empty line parts paragraphs, any other break is one."""
    blocks = re.split(r"\n[ \t]*(?:\n[ \t]*)+", visible(text).strip())
    written = (html.escape(block).replace("\n", "<br>\n") for block in blocks if block)
    return "\n".join(f"<p>{block}</p>" for block in written)


def href(address: str | None) -> str | None:
    """An address that a link may lead to, as an attribute's value; None for any other."""
    if address is None or _LINKED.fullmatch(address.strip()) is None:
        return None
    if safe.visible(address.strip()) != address.strip():
        return None
    return html.escape(quote(address.strip(), safe="/:?#[]@!$&'()*+,;=~%.-_"))


def language(tag: str | None) -> str:
    """A language tag; empty, which means unknown, for what is none."""
    return tag if tag is not None and _LANGUAGE.fullmatch(tag) else ""


def direction(tag: str) -> str:
    """``rtl`` or ``ltr``."""
    return "rtl" if tag.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def silent_link(target: str, shown: str, said: str, kind: str, own_id: str = "") -> str:
    """A link without words of its own, so that the passage around it reads as it is written.

    Args:
        target: The id that it leads to.
        shown: What the style sheet draws in its place.
        said: What it is called.
        kind: Its class.
        own_id: Its id, if something leads here.
    """
    name = f' id="{own_id}"' if own_id else ""
    return (
        f'<a{name} class="{kind}" href="#{target}" data-sign="{words(shown)}"'
        f' aria-label="{words(said)}"></a>'
    )


def panel(name: str, title: str, content: str, attributes: str = "") -> str:
    """A part of the page under a heading; nothing where there is nothing to show."""
    if not content:
        return ""
    return (
        f'<section id="{name}" class="panel" aria-labelledby="{name}-title">\n'
        f'<h2 id="{name}-title"{attributes}>{words(title)}</h2>\n{content}\n</section>'
    )


def items(tag: str, entries: Iterable[str]) -> str:
    """A list of entries that are ``<li>`` each; nothing for none."""
    joined = "\n".join(entries)
    return f"<{tag}>\n{joined}\n</{tag}>" if joined else ""
