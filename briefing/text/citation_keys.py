"""Keys under which articles are cited: made of the name of their file, which outlasts versions.

They are letters of ASCII, digits and hyphens, so that pandoc, Zotero and BibTeX take all of them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_KEY = re.compile(r"(?<![\w@/.])@(?:\{([^{}\s]+)\}|(\w(?:[\w:.#$%&+?<>~/-]*\w)?))")
"""A citation in pandoc's Markdown.

https://pandoc.org/MANUAL.html#extension-citations
"""
_UNSAFE = re.compile(r"[^a-z0-9]+")
_MOST = 60


def citation_key(path: str, *, is_whole: bool = False) -> str:
    """The key of an article, by the path of its file with ``/`` between the parts.

    Only the file's own name counts, so an article that moves to another folder keeps its key.

    Args:
        path: The path.
        is_whole: Whether its folders and the ending count, too: for one of two files of one name.
    """
    name = path.rpartition("/")[2]
    stem = unicodedata.normalize("NFC", path if is_whole else name.rpartition(".")[0] or name)
    plain = unicodedata.normalize("NFKD", stem.casefold()).encode("ascii", "ignore").decode()
    slug = _UNSAFE.sub("-", plain).strip("-")
    if len(slug) <= _MOST and len(plain) * 2 > len(stem) and slug:
        return slug
    digits = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{slug[:_MOST].rstrip('-')}-{digits}" if slug else f"text-{digits}"


def cited_keys(text: str) -> list[tuple[int, str]]:
    """The keys that a text cites, each with the character at which its ``@`` stands."""
    return [(match.start(), match[1] or match[2]) for match in _KEY.finditer(text)]
