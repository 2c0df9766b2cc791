"""The items of a feed in XML as they were sent, so that those that are known are not read again.

Most of what a feed sends was there the last time: of a hundred items one is new. To cut a feed
into its items costs a hundredth of reading it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from briefing.model.records import dataclass

_TOKEN = re.compile(
    rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->"
    rb"|<(?P<close>/?)(?P<name>(?:\w+:)?(?:item|entry))(?:\s[^<>]*)?(?P<empty>/?)>",
    re.DOTALL,
)
"""What may hold a tag that is none, and the tags around an item."""
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b[^<>]*>")
_DIGITS = 32
"""Hex digits of a SHA-256 that tell items of one feed apart beyond doubt."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One item of a feed."""

    start: int
    """Where it begins, in 0-based bytes of the feed."""
    end: int
    """Where it ends, exclusive."""
    fingerprint: str
    """The same where the same was sent at the same address."""


def pieces_of(data: bytes, base: str) -> tuple[Piece, ...]:
    """The items of a feed that are closed; none where it is doubtful what belongs to which.

    Args:
        data: All of it, in UTF-8.
        base: Its address, which completes the links of its items.
    """
    root = _ROOT.search(data)
    setting = b"\n".join((base.encode("utf-8", "replace"), b"" if root is None else root[0]))
    try:
        return tuple(
            Piece(start, end, sha256(setting + data[start:end]).hexdigest()[:_DIGITS])
            for start, end in _spans(data)
        )
    except ValueError:
        return ()


def without(data: bytes, pieces: Iterable[Piece]) -> bytes:
    """A feed without some of its items, which are named in their order."""
    kept, done = [], 0
    for piece in pieces:
        kept.append(data[done : piece.start])
        done = piece.end
    return b"".join((*kept, data[done:]))


def _spans(data: bytes) -> Iterator[tuple[int, int]]:
    """Where items begin and end; a `ValueError` where one stands in another or is closed twice."""
    opened: re.Match[bytes] | None = None
    for token in _TOKEN.finditer(data):
        if token["name"] is None:
            continue
        is_close = bool(token["close"])
        if token["empty"] or is_close != (opened is not None):
            raise ValueError(token["name"])
        if opened is None:
            opened = token
            continue
        if opened["name"] != token["name"]:
            raise ValueError(token["name"])
        yield opened.start(), token.end()
        opened = None
