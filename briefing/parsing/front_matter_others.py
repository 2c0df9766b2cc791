"""Front matter that other programs wrote: clippers of web pages, generators of sites, pandoc.

They have words of their own for what an article says of itself, and write them with less care than
YAML asks for. What can be understood is taken; their keys stay where they are.
"""

from __future__ import annotations

import re

from briefing.text.lines import one_line
from briefing.text.strict_yaml import Node

OTHERS = frozenset(
    """
    abstract aliases author categories category clipped cover created date description draft
    excerpt image keywords kind lang last_modified_at lastmod layout link modified og_image
    permalink pubdate publish_date slug subtitle tag tags type url
    """.split()  # noqa: SIM905 - thirty quoted words read worse
)
"""Keys that tell front matter from a text: of Obsidian's Web Clipper, Jekyll, Hugo and pandoc, and
``kind: draft``."""
_PLAIN_LINE = re.compile(
    r"(?m)^([A-Za-z_][\w-]*):[ \t]+(?![\"'\[{|>&*!#])([^\n]*?:[ \t][^\n]*?)[ \t]*$"
)
"""A value without quotes in which a colon follows, as titles have."""
_LINKED = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_PARTS = re.compile(r"\s*(?:;|,\s|&)\s*")


def mended(block: str) -> str:
    """A block with quotes around the values that need them."""
    return _PLAIN_LINE.sub(lambda m: f"{m[1]}: '{m[2].replace(chr(39), chr(39) * 2)}'", block)


def authors_of(root: Node) -> tuple[str, ...]:
    """Who wrote an article, by ``authors`` or ``author``, which Hugo may have in ``params``."""
    params = root.get("params")
    within = params if params is not None and params.is_mapping else root
    for key, holder in (("authors", root), ("author", root), ("author", within)):
        node = holder.get(key)
        if node is None or node.is_null:
            continue
        if node.is_sequence:
            names = [_name(item) for item in node.items]
        else:
            said = _name(node)
            names = _PARTS.split(said) if key == "author" else [said]
        found = tuple(name for name in names if name)
        if found:
            return found
    return ()


def first_line(root: Node, *keys: str) -> str | None:
    """The first of some keys that is a word or a line."""
    for key in keys:
        node = root.get(key)
        text = one_line(node.value) if node is not None and isinstance(node.value, str) else ""
        if text and node is not None and not node.is_null:
            return text
    return None


def address_of(root: Node) -> dict[str, str]:
    """Where an article came from, if a key of another program says so."""
    said = first_line(root, "source", "url", "link", "permalink")
    if said is None:
        return {}
    if "://" in said:
        return {"url": said}
    return {"file": said} if root.get("source") is not None else {}


def _name(node: Node) -> str:
    """A name, plain or as an object that has one; without the brackets of a wiki's links."""
    inner = node.get("name") if node.is_mapping else node
    text = inner.value if inner is not None and isinstance(inner.value, str) else ""
    return one_line(_LINKED.sub(r"\1", text))
