"""Front matter that other programs wrote: clippers of web pages, generators of sites, pandoc.

They have words of their own for what an article says of itself, and write them with less care than
YAML asks for. What can be understood is taken; their keys stay where they are.
"""

from __future__ import annotations

import re

from briefing.model.errors import FormatError
from briefing.text.lines import one_line
from briefing.text.strict_yaml import Node, parse

OTHERS = frozenset(
    """
    abstract aliases author categories category clipped cover created date description draft
    excerpt image keywords kind lang last_modified_at lastmod layout link modified og_image
    permalink pubdate publish_date slug subtitle tag tags type url
    """.split()  # noqa: SIM905 - thirty quoted words read worse
)
"""Keys that tell front matter from a text: of Obsidian's Web Clipper, Jekyll, Hugo and pandoc, and
``kind: draft``."""
_LINE = re.compile(
    r"(?m)^([A-Za-z_][\w-]*):[ \t]+"
    r"((?:[\"'@`]|\[[^\[\]\n]*\][ \t]*\S|(?![\[{|>&*!#])[^\n]*:[ \t])[^\n]*?)[ \t]*$(?!\n[ \t]+\S)"
)
"""A value on one line that may be words: with quotation marks, brackets at its beginning, an at
sign or a colon, but none that was meant for a list, a tag or an alias."""
_IN_QUOTES = re.compile(r"(?P<mark>[\"'])(?P<words>.*)(?P=mark)|[\"'](?P<open>[^\"']*)")
_TEMPLATE = re.compile(r"`|\{\{|<%")
"""What begins a value that another program would put in here: knitr, Hugo, templates of notes."""
_LINKED = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_PARTS = re.compile(r"\s*(?:;|,\s|&)\s*")


def mended(block: str) -> str:
    """A block with quotes around the values that break YAML as they stand.

    Titles have colons, quotation marks and brackets; names begin with an at sign.
    """
    return _LINE.sub(lambda line: line[0] if _is_yaml(line[0]) else _quoted(*line.groups()), block)


def _is_yaml(line: str) -> bool:
    try:
        parse(line, where="", first_line=1, faults=[])
    except FormatError:
        return False
    return True


def _quoted(key: str, value: str) -> str:
    """A key and its value in quotes, without those that it has around it or has lost one of."""
    match = _IN_QUOTES.fullmatch(value)
    words = value if match is None else match["words"] or match["open"] or ""
    return f"{key}: '{words.replace(chr(39), chr(39) * 2)}'"


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


def main_title(root: Node) -> str | None:
    """The title where pandoc has it in parts: the main one, else the first."""
    node = root.get("title")
    parts = node.items if node is not None and node.is_sequence else ()
    texts = [(part.get("type"), part.get("text")) for part in parts if part.is_mapping]
    first = next((text for kind, text in texts if kind is not None and kind.value == "main"), None)
    chosen = first or next((text for _kind, text in texts), None)
    return chosen.value if chosen is not None and isinstance(chosen.value, str) else None


def first_line(root: Node, *keys: str) -> str | None:
    """The first of some keys that is a word or a line."""
    for key in keys:
        node = root.get(key)
        text = one_line(node.value) if node is not None and isinstance(node.value, str) else ""
        if text and node is not None and not node.is_null:
            return text
    return None


def first_day(root: Node, *keys: str) -> str | None:
    """The first of some keys that says when, ISO 8601 where its words name a day."""
    said = first_line(root, *keys)
    if said is None or _TEMPLATE.match(said):
        return None
    if said[:4].isdecimal():
        return said
    from briefing.parsing.written_days import written_day  # noqa: PLC0415 - words of all languages

    return written_day(said) or said


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
