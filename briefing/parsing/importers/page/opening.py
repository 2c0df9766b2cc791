"""The pictures that open an article, with their captions, however a page marks both.

Not all stand in a ``figure``, and many stand in the head of a page, outside of what holds its text.
What tells a caption is that it is all the words beside a picture, between the title and the text.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import builder

from briefing.parsing.headings import is_byline_or_date
from briefing.parsing.importers.page.credits import is_caption_credit
from briefing.parsing.importers.page.head import is_moment
from briefing.parsing.importers.page.naming import (
    is_beside_title,
    is_called_player,
    is_caption,
    is_credit,
    is_shown_by_name,
)
from briefing.parsing.importers.page.pictures import picture_of, pictures_in, without_credit
from briefing.parsing.importers.page.pieces import Piece
from briefing.parsing.importers.page.places import Place, beginning_of
from briefing.parsing.importers.page.title_lines import part_headings
from briefing.parsing.importers.page.tree import (
    Element,
    clear,
    is_for_ears,
    is_shown,
    stays_here,
    take_out,
    text_of,
)
from briefing.parsing.residue import is_residue
from briefing.text.lines import letters_of

_MOST, _MOST_SEEN = 8, 100
"""Pictures that open an article, as those of a gallery; and how many are looked at."""
_WIDE = 5
"""Elements around a picture, in which its caption is looked for."""
_CHARACTERS = range(12, 700)
"""Those of a caption."""
_UNNAMED = 25
"""Those of one that is called nothing, at least."""
_COUNT = re.compile(r"\A\d{1,3}\s?/\s?\d{1,3}\s+")
"""Which picture of a gallery it is, before its caption."""
_LENGTH = re.compile(r"\d{1,2}:\d\d")
"""How long a film is, before its title."""
_HEAD = 12
"""Blocks at the top of an article, one of which may be a caption."""
_BESIDE = frozenset(("aside", "nav", "footer", "noscript", "template", "form", "body", "html"))
_SIGN = re.compile(r"(?i)(?:\b|_)(?:icons?|ico|logos?|sprites?|avatars?|pixel|spacer)(?:\b|_)")
"""What the address of a picture has that shows nothing of the article."""
_QUERY = re.compile(r"[?#].*")
_SHOWN = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
"""What the address of a picture ends with."""


class _Shown(NamedTuple):
    """A picture with its caption."""

    picture: Piece
    alt: str
    """What stands for it."""
    credits: frozenset[str]
    """What the page says apart of whose it is, in letters."""


def with_opening_pictures(found: Sequence[Piece], place: Place | None) -> list[Piece]:
    """The blocks of an article, with the pictures and captions that stand above its text.

    Args:
        found: The blocks.
        place: Where on its page the article begins, if that is known.
    """
    kept = list(found)
    if place is None:
        return kept
    title = letters_of(text_of(place.heading))
    text = letters_of(found[place.at].text)
    above = [e for e in place.above if e.tag == "img" and _is_in_figure(e)]
    for elements, is_below in (
        (above if len(above) == 1 else [], False),
        (place.between, False),
        (place.below, True),
    ):
        images = islice((e for e in elements if e.tag == "img"), _MOST_SEEN)
        shown = (one for image in images if (one := _shown(image, place)) is not None)
        for each in islice(shown, _MOST):
            said = letters_of(each.picture.text)
            if said not in title and title not in said:
                at = next((i for i, p in enumerate(kept) if letters_of(p.text) == text), 0)
                kept = _with(kept, each, at + is_below)
    return kept


def _with(kept: list[Piece], shown: _Shown, at: int) -> list[Piece]:
    """The blocks with a picture: in its place where it is among them without its caption."""
    piece, said, address = shown.picture, letters_of(shown.picture.text), _address(shown.picture)
    if any(p.is_picture and said in letters_of(p.text) for p in kept):
        return kept
    again = [i for i, p in enumerate(kept) if address and p.is_picture and _address(p) == address]
    if any(letters_of(kept[i].text) != letters_of(shown.alt) for i in again):
        return kept
    own = shown.credits
    again += [i for i, p in enumerate(kept[:_HEAD]) if not p.level and letters_of(p.text) == said]
    gone = {i for i, p in enumerate(kept[:_HEAD]) if not p.level and letters_of(p.text) in own}
    gone |= set(again)
    at = min(again, default=at)
    above = [p for i, p in enumerate(kept[:at]) if i not in gone]
    return [*above, piece, *(p for i, p in enumerate(kept[at:], at) if i not in gone)]


def _address(piece: Piece) -> str:
    """The address of a picture, as it is written."""
    _label, sign, rest = piece.markdown.rpartition("](<")
    return rest.partition(">")[0] if sign else ""


def _shown(image: Element, place: Place) -> _Shown | None:
    """A picture with the words beside it; None of what is none, or has no caption."""
    if not list(_photos_in(image)):
        return None
    stops = {place.heading, place.first, *place.heading.iterancestors()}
    stops |= set(place.first.iterancestors())
    outer = [e for e in image.iterancestors() if e not in stops]
    figures = [at for at, e in enumerate(outer) if e.tag == "figure"]
    beyond = outer[max(figures, default=-1) + 1 :]
    if any(map(is_beside_title, beyond)) or any(e.tag in _BESIDE or not is_shown(e) for e in outer):
        return None
    for around in outer[:_WIDE]:
        words = beginning_of(around)
        if len(words) > _CHARACTERS.stop or len(list(islice(_photos_in(around), 2))) > 1:
            return None
        caption = _caption_in(around, outer) if len(words) >= _CHARACTERS.start else None
        if caption is not None:
            figure = builder.FIGURE(copy.copy(image), builder.FIGCAPTION(caption))
            piece = picture_of(figure)
            own = frozenset(letters_of(text_of(e)) for e in around.iter() if is_credit(e))
            return None if piece is None else _Shown(piece, image.get("alt") or "", own)
        if around.tag == "figure":
            return None
    return None


def _photos_in(element: Element) -> Iterator[Element]:
    """The pictures in an element that are neither signs nor there for want of scripts."""
    for image in pictures_in(element):
        is_doubled = any(e.tag == "noscript" for e in image.iterancestors())
        address = image.get("src") or ""
        is_sign = not address.startswith("data:") and _SIGN.search(address) is not None
        if not (is_doubled or is_sign):
            yield image


def _is_in_figure(image: Element) -> bool:
    """Whether a picture stands in a figure with its caption, or beside one that is called so."""
    around = next(image.iterancestors("figure"), None)
    if around is not None and next(around.iter("figcaption"), None) is not None:
        return True
    for outer in islice(image.iterancestors(), _WIDE):
        if outer.tag == "article" or len(list(islice(_photos_in(outer), 2))) > 1:
            return False
        if any(is_caption(e) and text_of(e) for e in outer.iter()):
            return True
    return False


def _caption_in(around: Element, outer: Sequence[Element]) -> str | None:
    """The caption among the words beside a picture, if they are one."""
    called = (e for e in around.iter() if e is not around and is_caption(e))
    named = next(filter(text_of, called), None)
    is_picture = named is not None or any(map(is_shown_by_name, outer))
    held = outer if named is not None else (*outer, *around.iter())
    if not is_picture or any(map(is_called_player, held)) or not _leads_nowhere(around):
        return None
    text = _COUNT.sub("", _said_once(_words_of(around if named is None else named)))
    text = without_credit(text)
    least = _CHARACTERS.start if named is not None else _UNNAMED
    is_line = least <= len(text) < _CHARACTERS.stop and not _LENGTH.match(text)
    is_line = is_line and not (is_byline_or_date(text) or is_moment(text) or is_residue(text))
    return text if is_line and not is_caption_credit(text) else None


def _words_of(caption: Element) -> str:
    """The words of a caption, without what names a photographer or is read aloud."""
    own = copy.deepcopy(caption)
    own.tag, own.tail = "figcaption", None
    clear(own)
    for part in [e for e in own.iterdescendants() if is_credit(e) or is_for_ears(e)]:
        if part.getparent() is not None:
            take_out(part)
    part_headings(own)
    return text_of(own)


def _said_once(text: str) -> str:
    """A caption that a page has twice, for narrow screens and for wide ones."""
    half = text[: len(text) // 2].rstrip()
    return half if text == f"{half} {half}" else text


def _leads_nowhere(element: Element) -> bool:
    """Whether the words of an element lead to no other page; a link may show its picture large."""
    links = [*element.iter("a"), *element.iterancestors("a")]
    shown = {image.get("src") for image in element.iter("img")}
    leading = [link for link in links if _leads_on(link, shown)]
    return 2 * sum(len(text_of(link)) for link in leading) < len(text_of(element))


def _leads_on(link: Element, shown: Container[str | None]) -> bool:
    address = link.get("href") or ""
    if not address or address in shown or _QUERY.sub("", address).lower().endswith(_SHOWN):
        return False
    return not (stays_here(link) and next(link.iter("img"), None) is not None)
