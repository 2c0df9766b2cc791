"""What a page is worked with, told by the page and not by names: forms for an address, signs.

A box that asks for an address of mail is a newsletter or a door, whatever language its words are
in. A small picture that stands at every entry is a mark of a list.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from briefing.parsing.importers.page.pieces import Piece
from briefing.parsing.importers.page.tree import Element, finder, is_icon, take_out, text_of

_MOST = 500
"""Characters of words in a box that asks for an address."""
_MOST_BOXES = 50
"""Boxes of a page that are looked for."""
_says_mail = finder(r"(?i)(?<![a-z])e-?mail(?![a-z])")
_PLACE = re.compile(r"\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{%.{0,200}%\}|<%.{0,200}%>", re.DOTALL)
"""What a script would put words for, and few words between two of its orders
(https://mustache.github.io/mustache.5.html, https://jinja.palletsprojects.com/templates)."""
_OFTEN = 3
"""How many times a sign stands on a page."""
_FIRST, _LABEL = 2, 2
"""Words that buttons begin with alike; and words of a label."""
_WIDEST = frozenset(("article", "main", "body", "html"))
_SHORTEST_NAME = 3
"""Characters of the words of a sign; an emoji has fewer, and is said."""


def leave_out_controls(body: Element) -> None:
    """Remove boxes that ask for an address of mail, and the words of signs that repeat.

    Args:
        body: The page as it was parsed, with its controls; it is changed.
    """
    for control in list(islice(filter(_asks_for_mail, body.iter("input")), _MOST_BOXES)):
        box = _box_around(control)
        if box is not None:
            take_out(box)
    icons = [e for e in body.iter("img") if is_icon(e)]
    counts = Counter(map(_sign, icons))
    for icon in icons:
        if counts[_sign(icon)] >= _OFTEN and len(icon.get("alt") or "") >= _SHORTEST_NAME:
            take_out(icon)


def is_placeholder(text: str) -> bool:
    """Whether there is nothing in a text but places that a script would fill."""
    rest, places = _PLACE.subn("", text)
    return places > 0 and re.search(r"\w", rest) is None


def without_buttons(pieces: Sequence[Piece]) -> list[Piece]:
    """Blocks without lines that stand again and again: what leads to shops, labels of adverts.

    Lines that lead elsewhere are alike where they are the same or begin with the same words. Of
    others only one word or two count, and only where it is the one such label: two may be those of
    speakers, or of what is weighed.
    """
    lines = [_folded(piece) for piece in pieces]
    same = Counter(line for line in lines if line)
    linked = (line for line, p in zip(lines, pieces, strict=True) if p.is_linked)
    begun = Counter(filter(None, map(_beginning, linked)))
    said = Counter(line for line, p in zip(lines, pieces, strict=True) if not p.is_linked)
    labels = [line for line, count in said.items() if line and count >= _OFTEN and _is_label(line)]
    gone = set(labels) if len(labels) == 1 else set()

    def stays(piece: Piece, line: str) -> bool:
        is_again = same[line] >= _OFTEN and " " in line
        is_button = piece.is_linked and (is_again or begun[_beginning(line)] > _OFTEN)
        return not (line and (is_button or line in gone)) and _is_seen(piece.text)

    return [piece for piece, line in zip(pieces, lines, strict=True) if stays(piece, line)]


def _folded(piece: Piece) -> str:
    """The words of a block of one line that is neither heading nor picture; of others none."""
    is_line = not (piece.level or piece.is_picture or piece.is_code or "\n" in piece.text)
    return " ".join(piece.text.casefold().split()) if is_line else ""


def _is_seen(text: str) -> bool:
    """Whether a text has a character that is shown."""
    return any(unicodedata.category(char)[0] not in "CZM" for char in text)


def _beginning(line: str) -> tuple[str, ...]:
    return tuple(line.split()[:_FIRST]) if len(line.split()) > _FIRST else ()


def _is_label(line: str) -> bool:
    return len(line.split()) <= _LABEL and all(word.isalpha() for word in line.split())


def _asks_for_mail(control: Element) -> bool:
    """Whether a control asks for an address of mail, or for a password beside it."""
    kind = (control.get("type") or "").lower()
    if kind in ("", "text"):
        return any(_says_mail(control.get(said) or "") for said in ("name", "id", "autocomplete"))
    return kind in ("email", "password")


def _box_around(control: Element) -> Element | None:
    """The widest element around a control with little else in it; None where there is none."""
    found = None
    for outer in control.iterancestors():
        is_wide = (
            outer.tag in _WIDEST or next(outer.iter("h1", "article", "main"), None) is not None
        )
        if is_wide or len(text_of(outer)) > _MOST:
            break
        found = outer
    return found


def _sign(icon: Element) -> tuple[str, str]:
    return icon.get("src") or "", icon.get("alt") or ""
