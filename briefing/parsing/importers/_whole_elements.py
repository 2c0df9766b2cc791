"""What the elements of a whole stretch of HTML are: blocks, marks of notes, beginnings of pages."""

from __future__ import annotations

import re
from urllib.parse import unquote

SKIPPED = frozenset(
    """
    head script style template del s strike svg noscript video audio canvas iframe object rt rp
    annotation annotation-xml
    """.split()  # noqa: SIM905 - eighteen quoted words read worse
)
"""What has no words, or only what stands in for what cannot be played or drawn; how characters are
read, which stands above them; and a formula once more, in another notation."""
VOID = frozenset(("br", "img", "hr", "input", "meta", "link", "wbr", "col", "area", "source"))
"""What has no end."""
NAMES = {
    "p": "p",
    "li": "item",
    "dt": "p",
    "dd": "p",
    "blockquote": "quote",
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "pre": "code",
    "ul": "list",
    "ol": "list",
    "a": "ref",
    "b": "hi",
    "strong": "hi",
    "i": "hi",
    "em": "hi",
    "cite": "hi",
}
"""What `pieces_of` calls an element."""
BLOCKS = frozenset(
    """
    address article aside body center details dl figcaption figure footer header html main nav
    section summary div caption thead tbody tfoot form fieldset
    """.split()  # noqa: SIM905 - thirty quoted words read worse
)
"""What begins a new block, apart from those that have a name of their own."""
TABLE_PARTS = frozenset(("thead", "tbody", "tfoot"))
"""What changes nothing about the rows in it."""
INNER_BLOCKS = ("p", "div", "head", "list", "quote", "table")
"""What blocks are called in the tree."""


_UNSEEN = re.compile(r"(?i)(?:\A|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_CLOSED = frozenset(("div", "span", "table", "td", "section"))
"""What is always closed: only there it is certain what an element hides."""
_KEPT = ("role", "colspan", "rowspan")
"""The attributes that tell something of a table or its cells."""


def is_hidden(tag: str, given: dict[str, str]) -> bool:
    """Whether an element says that it is not shown, such as the words for the list of a mailbox."""
    return tag in _CLOSED and ("hidden" in given or bool(_UNSEEN.search(given.get("style", ""))))


def is_call(tag: str, given: dict[str, str]) -> bool:
    """Whether this is the mark of a footnote, in a book or as mammoth writes it."""
    kinds = f"{given.get('epub:type', '')} {given.get('role', '')}"
    is_word = given.get("id", "").startswith(("footnote-ref", "endnote-ref"))
    return tag == "a" and "#" in given.get("href", "") and ("noteref" in kinds or is_word)


def is_note(tag: str, given: dict[str, str]) -> bool:
    """Whether this is a footnote; the same."""
    kinds = f"{given.get('epub:type', '')} {given.get('role', '')}".replace("doc-", "").split()
    name = given.get("id", "")
    is_word = tag == "li" and name.startswith(("footnote-", "endnote-"))
    return bool(name) and (is_word or bool({"footnote", "endnote", "rearnote"} & set(kinds)))


def note_label(scope: str, fragment: str) -> str:
    """What a footnote is called among all of a document."""
    return "-".join(re.findall(r"[A-Za-z0-9]+", f"{scope} {unquote(fragment)}")) or "note"


def described(tag: str, given: dict[str, str], deeper: int) -> tuple[str, dict[str, str]]:
    """What an element is called in the tree; "" for one that changes nothing."""
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return "head", {"rend": f"h{min(int(tag[1]) + deeper, 6)}"}
    name = NAMES.get(tag, "div" if tag in BLOCKS and tag not in TABLE_PARTS else "")
    if name == "list":
        return name, {"rend": tag, "start": given.get("start", "")}
    if name == "item":
        return name, {"value": given.get("value", "")}
    if name == "ref":
        return name, {"target": given.get("href", "")}
    if name == "hi":
        return name, {"rend": "#b" if tag in ("b", "strong") else "#i"}
    kept = {key: given[key] for key in _KEPT if key in given}
    return name, {**kept, "role": tag} if name == "cell" else kept


def page_label(tag: str, given: dict[str, str]) -> str:
    """The label of a page that begins here (EPUB Accessibility 1.1, page navigation)."""
    kinds = f"{given.get('epub:type', '')} {given.get('role', '')}"
    if tag in ("span", "div", "a", "hr") and "pagebreak" in kinds:
        return given.get("title") or given.get("aria-label") or given.get("id", "")
    return ""
