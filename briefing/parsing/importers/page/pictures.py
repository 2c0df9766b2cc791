"""Pictures of a page: where they lie, and the words that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.parsing.importers._page_inline import escaped_label
from briefing.parsing.importers.page.credits import is_caption_credit
from briefing.parsing.importers.page.naming import is_credit
from briefing.parsing.importers.page.pieces import Piece, described
from briefing.parsing.importers.page.tree import Element, is_icon, names, text_of
from briefing.text.lines import letters_of

_FIGURE = re.compile(
    r"(?i)\bwp-caption\b(?!-)|\b(?:image|photo|picture)[-_]?(?:figure|wrapper-caption)\b"
)
_ADDRESS = re.compile(r"(?!data:|javascript:|about:|blob:)[^\s<>\\]+")
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-url", "src")
"""Where the address of a picture stands; a script moves it to ``src`` when it is in view."""
_TAG = re.compile(r"<[^<>]{1,200}>")
_CREDIT = re.compile(
    r"\A|(?P<end>[.!?…][\"'»”’)\]]*)\s+|\s*[(\[]|\s*[©|–—/]\s*|\s+(?=[A-ZÀ-Þ]\w+:)"
)
"""Where a credit may begin in a caption: at its start or a sentence's, in brackets, at a sign."""
_SHORTEST = 8
"""Characters of a caption before its credit."""
_LONGEST = 300
"""Characters of a credit: it is looked for at the end of what may be the text of a whole page."""
_AROUND, _BETWEEN = " ()[]|–—/", " |–—/"
_FILE_NAME = re.compile(r"(?i)[\w%.-]+\.(?:jpe?g|png|gif|webp|svg)|[\w-]*\d{4,}[\w-]*")
"""What is no description but the name of a file."""


def is_figure(element: Element) -> bool:
    """Whether an element is a picture with its caption."""
    if element.tag == "figure":
        return True
    return element.tag in ("div", "span", "p") and _FIGURE.search(names(element)) is not None


def pictures_in(element: Element) -> Iterator[Element]:
    """The pictures in an element that are no icons."""
    yield from (image for image in element.iter("img") if not is_icon(image))


def shown_in(element: Element) -> Iterator[Piece]:
    """The pictures in an element of which something is said."""
    yield from (piece for piece in map(picture_of, pictures_in(element)) if piece is not None)


def picture_of(element: Element) -> Piece | None:
    """A picture, or the first in a figure, under its caption; else under what stands for it.

    Returns:
        None where there is no picture in it. One of which nothing is said has no words.
    """
    image = next(pictures_in(element), None)
    if image is None:
        return None
    caption = without_credit(_caption(element))
    alt = " ".join(_TAG.sub(" ", image.get("alt") or "").split())
    alt = "" if _FILE_NAME.fullmatch(alt) else alt
    said = caption or alt
    address = (image.get("src") or "").strip()
    label = escaped_label(said)
    if not _ADDRESS.fullmatch(address):
        return Piece(said, label, is_caption=True) if said else None
    also = described(alt) if letters_of(alt) not in letters_of(caption or alt) else ""
    return Piece(said, f"![{label}](<{address}>{also})", is_picture=True)


def without_credit(caption: str) -> str:
    """A caption without the words at its end that say whose the picture is."""
    for found in _CREDIT.finditer(caption, max(0, len(caption) - _LONGEST)):
        end = found.end("end") if found["end"] else found.start()
        if 0 < end < _SHORTEST:
            continue
        if is_caption_credit(caption[end:].strip(_AROUND)):
            return caption[:end].rstrip(_BETWEEN)
    return caption


def _caption(element: Element) -> str:
    found = next(element.iter("figcaption"), None)
    if found is None:
        called = (e for e in element.iter("p", "div", "span") if "caption" in names(e).lower())
        found = next((e for e in called if e is not element and text_of(e)), None)
    if found is None:
        return ""
    for credit in [inner for inner in found.iter() if inner is not found and is_credit(inner)]:
        if credit.getparent() is not None:
            credit.drop_tree()
    return text_of(found)


def settle_captions(root: Element) -> None:
    """Make the foot of a figure its caption, where it has no other."""
    for figure in root.iter("figure"):
        if next(figure.iter("figcaption"), None) is None:
            for foot in figure.iter("footer"):
                foot.tag = "figcaption"


def settle_addresses(root: Element) -> None:
    """Put the address of each picture where it belongs, without the script that would."""
    for image in root.iter("img"):
        address = _address(image)
        if address is not None:
            image.set("src", address)


def _address(image: Element) -> str | None:
    for attribute in _LAZY:
        said = (image.get(attribute) or "").strip()
        if _ADDRESS.fullmatch(said):
            return said
    for attribute in ("data-srcset", "srcset"):
        first = (image.get(attribute) or "").split(",")[0].split()
        if first and _ADDRESS.fullmatch(first[0]):
            return first[0]
    return None
