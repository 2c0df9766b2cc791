"""All that a reader of a web page sees in words, to tell what an extraction left out of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Self

from briefing.parsing import _raw_html
from briefing.text.i18n import _

MOST_DROPPED = 500
"""Lines of a page that are listed as left out; a portal has thousands of links."""
_HIDDEN = frozenset(
    """
    title noscript template svg iframe math textarea select del s strike audio video
    """.split()  # noqa: SIM905 - thirteen quoted words read worse
)
"""Elements whose words are not part of a page's text."""
_BETWEEN = re.compile(r"[\W_]+")
_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
"""Raised numbers, as marks of footnotes are."""
_LONG = 20
"""Letters from which part of a line proves that it was taken."""


class PageWords(_raw_html.Words):
    """The lines of a page."""

    @classmethod
    def of(cls, html: str) -> Self:
        """Read a page."""
        page = cls()
        page.feed(html)
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Hide what no reader sees."""
        if tag == "body":
            self.hidden = 0
        if tag in _HIDDEN:
            self.hidden += 1
        if tag != "img":  # what stands for a picture is not seen
            super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End what is hidden."""
        if tag in _HIDDEN:
            self.hidden = max(self.hidden - 1, 0)
        super().handle_endtag(tag)


def left_out(lines: Iterable[str], taken: Sequence[str]) -> tuple[str, ...]:
    """The lines of a page that are not in its article, at most `MOST_DROPPED` and one that counts.

    What nobody sees tells no lines apart: hyphens for line ends, marks of direction, the ways to
    compose a letter.
    """
    known = {line for text in taken for line in (text, *text.split("\n"))}
    rest = [line for line in lines if line.strip() not in known]
    cells = " ".join(text for text in taken if "\t" in text) if rest else ""
    cells = f" {' '.join(cells.split())} "
    same = {line: _letters(line) for line in known} if rest else {}
    whole = set(same.values())
    joined = "\n".join(same[text] for text in taken) if rest else ""
    dropped: dict[str, None] = {}
    for line in rest:
        letters = _letters(line)
        if letters in whole or (len(letters) >= _LONG and letters in joined):
            continue
        words = " ".join(line.split())
        if f" {words} " not in cells:  # several lines may stand in one cell of a table
            dropped[words] = None
    listed = _without_taken([line for line in dropped if line], known)
    if len(listed) > MOST_DROPPED:
        more = _("… and {count} more lines of the page").format(count=len(listed) - MOST_DROPPED)
        return (*listed[:MOST_DROPPED], more)
    return tuple(listed)


def _without_taken(lines: Sequence[str], known: Iterable[str]) -> list[str]:
    """Lines without what stands in the text: of a caption, its credit alone."""
    if len(lines) > MOST_DROPPED:
        return list(lines)
    whole = tuple(line for line in known if len(line) >= _LONG)
    rest: dict[str, None] = {}
    for line in lines:
        begun = max((one for one in whole if line.startswith(f"{one} ")), key=len, default="")
        rest[line[len(begun) :].strip()] = None
    return list(rest)


def _letters(text: str) -> str:
    """The letters and digits of a text, however they are composed; marks of footnotes aside."""
    folded = text if text.isascii() else unicodedata.normalize("NFKC", _RAISED.sub("", text))
    return _BETWEEN.sub("", folded)
