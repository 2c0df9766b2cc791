"""Headings whose parts only a style sheet parts: a kicker, a line break, blocks inside them."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import islice

from briefing.parsing.importers._page_inline import paragraphs_of
from briefing.parsing.importers.page.inline import inside
from briefing.parsing.importers.page.tree import (
    BLOCKS,
    Element,
    clear,
    take_out,
    text_of,
)

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNSEEN = frozenset(("template", "noscript", "svg", "iframe", "textarea", "select"))
_PUNCTUATION = re.compile(r"[:;,.!?…)»”’]")
"""What stands directly behind a word, wherever a page puts it."""
_HOME = re.compile(r"(?i)(?:(?:https?:)?//[^/?#\s]+)?/?(?:\./|index\.\w{3,5})?")
"""The address of the first page of a site."""
_END, _START = re.compile(r"[^\W\dA-ZÀ-Þ]\Z|[:.!?…]\Z"), re.compile(r"[A-ZÀ-Þ]")
"""What a part ends with and the next begins with, where no space parts them: ``HarbourBoats``."""
_QUOTED_START = re.compile(r"[\"„“«‘‚]?[A-ZÀ-Þ]")
_BETWEEN = " :|–—-•·/"
"""What stands between a kicker and the headline."""
_MOST = 50
"""Headings of the second level that are looked at."""
_WORD, _NUMBER = re.compile(r"[^\W\d_]{3}\Z"), re.compile(r"\d+(?:[.,]\d+)?(?:/\d|\s|%)")
"""What ends in a word, and begins with a number that is no part of it."""
_LONGEST = 200
"""Characters of a title."""
_PERMALINK = re.compile(r"[#¶§🔗\ufe0e\ufe0f\s]+")
"""The sign of a link from a heading to itself."""


def part_headings(root: Element) -> None:
    """Put a space between the parts of headings and captions that a page shows on several lines."""
    for heading in root.iter(*HEADINGS, "figcaption"):
        for link in _permalinks(heading):
            take_out(link)
        _put_day_below(heading)
        for part in [inner for inner in heading.iter() if inner is not heading]:
            is_parted = part.tag == "br" or part.tag in BLOCKS or _is_glued(part)
            if is_parted and not _PUNCTUATION.match(_behind(part)):
                part.tail = f" {part.tail or ''}"
            is_apart = part.tag in BLOCKS and not _PUNCTUATION.match(text_of(part))
            if is_apart or _is_glued_number(part):
                _part_before(part)


def _put_day_below(heading: Element) -> None:
    """Move the small print of a title that holds a day behind it."""
    small = next(heading.iter("small"), None) if heading.tag == "h1" else None
    if small is None or next(small.iter("time"), None) is None:
        return
    if text_of(heading) != text_of(small) and not (small.tail or "").strip():
        small.tail, tail = None, heading.tail
        small.tag, heading.tail = "div", None
        heading.addnext(small)
        small.tail = tail


def is_one_line(heading: Element) -> bool:
    """Whether a heading with blocks in it has but one line of words, and no picture or list.

    A title may have several, each a block: a kicker and the headline.
    """
    blocks = [inner for inner in heading.iter(*BLOCKS) if inner is not heading]
    has_picture = any((image.get("alt") or "").strip() for image in heading.iter("img"))
    if has_picture or any(inner.tag not in ("div", "p") for inner in blocks):
        return False
    said, whole = {text_of(inner) for inner in blocks} - {""}, text_of(heading)
    return said <= {whole} or (heading.tag == "h1" and len(whole) <= _LONGEST)


def _permalinks(heading: Element) -> list[Element]:
    """The links of a heading that only say where it is, at its end or before its words."""
    links = (e for e in heading.iter("a") if "#" in (e.get("href") or ""))
    return [link for link in links if _PERMALINK.fullmatch("".join(link.itertext()))]


def titles_in(root: Element) -> list[str]:
    """The headings of the first level of a page, in order, without what only leads to its site."""
    found = []
    for heading in root.iter("h1"):
        if not any(outer.tag in _UNSEEN for outer in heading.iterancestors()):
            own = deepcopy(heading)
            clear(own)
            if _leads_home(own):
                continue
            lines = (line for lines in paragraphs_of(inside(own)) for line in lines)
            found.append(" ".join("".join(p.text for p in line) for line in lines).rstrip(" :|"))
    return found


def other_titles_in(root: Element) -> list[str]:
    """What else on a page may be its title: headings without their kicker, and of the second level.

    A kicker is the first element of a heading, with no words before it.
    """
    kicked = list[str]()
    for heading in root.iter("h1"):
        first = next(iter(heading), None)
        if first is not None and not (heading.text or "").strip() and text_of(first):
            own = deepcopy(heading)
            clear(own)
            whole, kicker = text_of(own), text_of(first)
            rest = whole.removeprefix(kicker).lstrip(_BETWEEN)
            kicked += [rest] if rest and rest != whole else []
    return [*kicked, *(text_of(heading) for heading in islice(root.iter("h2"), _MOST))]


def _leads_home(heading: Element) -> bool:
    """Whether all the words of a heading lead to the first page of a site, as its name does."""
    whole = text_of(heading)
    links = (link for link in heading.iter("a") if text_of(link) == whole)
    return any(_HOME.fullmatch((link.get("href") or "").strip()) for link in links)


def _is_glued(part: Element) -> bool:
    """Whether the element behind one begins like a line of its own, and without a space."""
    behind = part.getnext()
    if part.tag != "span" or not _END.search("".join(part.itertext())):
        return False
    if part.tail:
        return _is_first(part) and _QUOTED_START.match(part.tail) is not None
    return behind is not None and behind.tag == "span" and bool(_START.match(_words(behind)))


def _is_first(part: Element) -> bool:
    """Whether an element begins a heading and has words of its own, as a kicker has."""
    outer = part.getparent()
    is_first = part.getprevious() is None and not (outer.text or "").strip()
    return is_first and outer.tag in HEADINGS and " " in text_of(part)


def _words(part: Element) -> str:
    return "".join(part.itertext())


def _is_glued_number(part: Element) -> bool:
    """Whether an element begins with a number directly behind a word: ``Review`` and ``8/10``."""
    if part.tag not in ("span", "small"):
        return False
    before, outer = part.getprevious(), part.getparent()
    words = before.tail if before is not None else outer.text
    return bool(_WORD.search(words or "") and _NUMBER.match("".join(part.itertext())))


def _behind(part: Element) -> str:
    """The words behind a part."""
    after = part.getnext()
    return (part.tail or "").strip() or ("" if after is None else text_of(after))


def _part_before(part: Element) -> None:
    before, parent = part.getprevious(), part.getparent()
    if before is not None:
        before.tail = f"{before.tail or ''} "
    elif parent is not None:
        parent.text = f"{parent.text or ''} "
