"""Parts of a page that its server sends behind the rest, for a script to put in their place.

React's servers do so: ``<template id="B:1">`` keeps the place of what follows at the end of the
page as ``<div hidden id="S:1">`` (https://react.dev/reference/react-dom/server/renderToPipeableStream).
"""

from __future__ import annotations

from briefing.parsing.importers.page.tree import Element

_SENT = "S:"
_PLACES = ("B:", "P:")
"""What the ids of such places begin with, of whole boundaries and of parts of them."""


def settle_streamed(root: Element) -> None:
    """Put the parts of a page that were sent late where they belong."""
    late = {
        name.removeprefix(_SENT): part
        for part in root.iter("div")
        if (name := part.get("id") or "").startswith(_SENT) and part.get("hidden") is not None
    }
    for place in list(root.iter("template")) if late else ():
        name = place.get("id") or ""
        part = late.pop(name[2:], None) if name[:2] in _PLACES else None
        if part is not None and part not in place.iterancestors():
            place.tag = "div"
            place.attrib.clear()
            place.text = part.text
            place.extend(list(part))
            part.text = None
