"""The words inside a block of a page, set alike, as lines and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import dropwhile, takewhile

from briefing.model.records import replace
from briefing.parsing.importers._page_inline import Line, Stretch
from briefing.parsing.importers.page.naming import is_set_bold
from briefing.parsing.importers.page.teasers import is_local
from briefing.parsing.importers.page.tree import Element, is_icon, stays_here
from briefing.text.lines import single_spaced

_BOLD = "**"
_MARKS = {"b": _BOLD, "strong": _BOLD, "i": "*", "em": "*", "cite": "*", "dfn": "*"}
_LABEL_ENDS, _LABEL = tuple(":|>»›–—?"), 5
"""What parts a label from the title of another article, and words that a label has at most."""
_BACK = re.compile(r"\s*[↑↩⏎^][\ufe0e\ufe0f]?\s*")
_PLAIN = Stretch("")


def stretches(element: Element, style: Stretch = _PLAIN) -> Iterator[Stretch]:
    """The words of an inline element.

    Args:
        element: What it is.
        style: How what is around it is set.
    """
    tag = element.tag
    if tag == "br":
        yield Stretch("\n")
    elif tag == "img":
        alt = single_spaced(element.get("alt") or "").strip()
        if is_icon(element) or len(alt) <= 2:  # an emoji; a picture is a block of its own
            yield replace(style, text=alt)
    elif not (tag == "a" and _leads_back(element)):
        style = replace(style, mark=style.mark or _MARKS.get(str(tag), "") or mark_of(element))
        if tag == "a":
            style = replace(style, address=element.get("href") or "")
        yield from inside(element, style)


def inside(element: Element, style: Stretch = _PLAIN) -> Iterator[Stretch]:
    """The words in an element, all of them inline."""
    yield from words(element.text, style)
    for child in element:
        yield from stretches(child, style)
        yield from words(child.tail, style)


def words(text: str | None, style: Stretch = _PLAIN) -> Iterator[Stretch]:
    """Words alone."""
    if text:
        yield replace(style, text=single_spaced(text))


def is_linked(line: Line) -> bool:
    """Whether all the words of a line lead elsewhere; the signs around them are none."""
    signs = [not part.address and not any(map(str.isalnum, part.text)) for part in line]
    start = signs.index(False) if False in signs else 0
    end = len(line) - (signs[::-1].index(False) if False in signs else 0)
    return all(part.address or not part.text.strip() for part in line[start:end])


def only_names_other(line: Line, hosts: Container[str]) -> bool:
    """Whether a line is a short label and a link behind it, to another page of its site.

    Args:
        line: The line.
        hosts: Where its page stands.
    """
    label = "".join(part.text for part in takewhile(lambda part: not part.address, line))
    behind = list(dropwhile(lambda part: not part.address, line))
    return (
        bool(behind)
        and label.rstrip()[-1:] in _LABEL_ENDS
        and len(label.split()) <= _LABEL
        and is_linked(behind)
        and all(is_local(part.address, hosts) for part in behind if part.text.strip())
    )


def mark_of(element: Element) -> str:
    """How an element is set by its own style, or by a class that says no more."""
    return _BOLD if is_set_bold(element) else ""


def bold_lines(lines: Sequence[Line]) -> tuple[int, ...]:
    """Which lines are all in bold, 0-based."""
    return tuple(at for at, line in enumerate(lines) if _is_bold(line))


def _is_bold(line: Line) -> bool:
    """Whether all words of a line are in bold, whatever signs stand around them."""
    marks = {part.mark for part in line if any(map(str.isalnum, part.text))}
    return marks <= {_BOLD} and (
        bool(marks) or all(p.mark == _BOLD for p in line if p.text.strip())
    )


def _leads_back(link: Element) -> bool:
    """Whether a link only leads from a footnote back to its mark."""
    return stays_here(link) and _BACK.fullmatch("".join(link.itertext())) is not None
