"""Telling what format a file has by looking at its text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.exchange.json_input import read_json
from briefing.exchange.own_terms import ANNO
from briefing.model.errors import FormatError

CLIPPING_END = re.compile(r"^={10,}[ \t\r]*$", re.MULTILINE)
"""What ends an entry in a Kindle's clippings."""

_TRACES = (
    ("jsonld", (ANNO, '"AnnotationCollection"', '"AnnotationPage"', '"Annotation"')),
    ("hypothesis", ('"rows"', '"export_userid"', "acct:", "hypothes.is")),
    ("koreader", ('"entries"', '"drawer"', '"documents"')),
)
"""Words by which a broken file still shows what it was meant to be."""


def sniff(text: str) -> str | None:
    """The name of the import that can read a text; None when it looks like none.

    A damaged file of a known format gets that format's name, so that its import can say what is
    wrong with it.
    """
    start = text.removeprefix("\ufeff").lstrip()[:1]
    if start and start in "{[":
        try:
            return _by_shape(read_json(text))
        except FormatError:
            return _by_traces(text)
    return "kindle" if CLIPPING_END.search(text) else None


def _by_shape(root: object) -> str | None:
    if isinstance(root, list):
        return _by_shape(root[0]) if root and isinstance(root[0], dict) else None
    if not isinstance(root, dict):
        return None
    if "@context" in root or str(root.get("type", root.get("@type"))).find("Annotation") >= 0:
        return "jsonld"
    if _is_hypothesis(root):
        return "hypothesis"
    return "koreader" if "entries" in root or "documents" in root else None


def _is_hypothesis(root: Mapping[str, object]) -> bool:
    """A search result, a single annotation, or a file of the client, which an empty one is too."""
    if isinstance(root.get("rows"), list) or {"uri", "target"} <= root.keys():
        return True
    annotations = root.get("annotations")
    if not isinstance(annotations, list):
        return False
    return not annotations or (isinstance(annotations[0], dict) and "target" in annotations[0])


def _by_traces(text: str) -> str | None:
    return next((name for name, words in _TRACES if any(word in text for word in words)), None)
