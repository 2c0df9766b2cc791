"""Slugs: the names of headings in addresses, as web sites for Markdown make them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

_LEFT_OUT = re.compile(r"[^\w\- ]")


def slugs(headings: Iterable[str]) -> Iterator[str]:
    """The slug of each heading of an article, in their order.

    Small letters, punctuation left out, a hyphen for each space; the second of a name gets ``-1``
    (https://docs.github.com/get-started/writing-on-github, section links).

    Args:
        headings: All of them, without markup.
    """
    counts: Counter[str] = Counter()
    for heading in headings:
        slug = _LEFT_OUT.sub("", heading.strip().casefold()).replace(" ", "-")
        yield f"{slug}-{counts[slug]}" if counts[slug] else slug
        counts[slug] += 1
