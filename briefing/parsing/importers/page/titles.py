"""What an article of a page is called: its own headline, neither that of the site nor its logo."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.parsing.importers.page.facts import PageFacts
from briefing.text.lines import one_line

_PARTS = re.compile(r"\s+[|•·»/\\–—-]+\s+|\s+::?\s+|\s*[|»]\s*")
"""What stands between an article's title and the site's name in the bar of a browser."""
_ALIKE = 0.6
"""The share of words that two wordings of one title have in common."""
_TELLING = 4
"""Letters of a word that two wordings of one title share."""
_HEADLINE = 4
"""Words that a headline has at least, and the name of a site hardly ever."""
_LONGEST = 220
"""Characters of a headline; a longer heading is its standfirst, where the page's data name one."""
_LETTERS = 12
"""Letters of a headline that is no heading of the first level."""
_SHORT = 2
"""Words of a name that is no headline."""
_WORD = re.compile(r"\w+")


def title_of(headings: Sequence[str], facts: PageFacts, others: Sequence[str] = ()) -> str | None:
    """The title of an article.

    Args:
        headings: The headings of the first level on the page, in order.
        facts: What the page says of itself.
        others: What else the page shows that may be its title; only what its data say as well.
    """
    stated = [name for name in (facts.headline, *facts.names) if name]
    lines = [one_line(heading) for heading in headings]
    site = _folded(facts.site or "")
    longest = _LONGEST if stated else max(map(len, lines), default=0)
    lines = [line for line in lines if line and _folded(line) != site and len(line) <= longest]
    own = [line for line in lines if any(_is_alike(line, name) for name in stated)]
    known = {_folded(part) for name in stated for part in (name, *_PARTS.split(name))}
    said = [one_line(line) for line in others if _folded(line) in known]
    said = [line for line in said if len(_folded(line)) >= _LETTERS and _folded(line) != site]
    if own:  # a site's name may be part of what its pages say they are called
        whole = max(own, key=len)
        kicked = (line for line in said if whole.endswith(line) and _folded(whole) not in known)
        before = (line for line in said if any(_is_site_of(whole, line, name) for name in stated))
        return next(kicked, None) or next(before, whole)
    if said:
        return said[0]
    near = [line for line in lines if any(_is_akin(line, name) for name in stated)]
    if near:
        return near[0]
    if facts.headline is not None:
        return facts.headline
    if facts.names and not (len(lines) == 1 and _says_less(facts.names[0], lines[0])):
        return _without_site(facts.names[0], facts.site)
    return lines[0] if len(lines) == 1 else None


def _is_alike(line: str, name: str) -> bool:
    """Whether two lines are one title, as a heading and in the data of a page."""
    one, other = _folded(line), _folded(name)
    if one == other or (len(one) >= 15 and one in other):
        return True
    if one in map(_folded, _PARTS.split(name)):
        return True
    words, others = set(_WORD.findall(line.casefold())), set(_WORD.findall(name.casefold()))
    return len(words) > 2 and len(words & others) >= _ALIKE * max(len(words), 1)


def _is_site_of(heading: str, line: str, name: str) -> bool:
    """Whether a name is a line with a heading behind it, as the name of its site."""
    parts = [_folded(part) for part in _PARTS.split(name) if part]
    is_behind = len(parts) > 1 and (parts[0], parts[-1]) == (_folded(line), _folded(heading))
    return is_behind and len(heading) < len(line)


def _says_less(name: str, line: str) -> bool:
    """Whether a page is called by a word or two, and its only heading says more."""
    return len(_WORD.findall(name)) <= _SHORT < len(line.split()) and len(name) < len(line)


def _is_akin(line: str, name: str) -> bool:
    """Whether a heading may be the long form of a title that was made shorter for a bar."""
    words = [word for word in _WORD.findall(line.casefold()) if len(word) >= _TELLING]
    return len(line.split()) >= _HEADLINE and any(word in name.casefold() for word in words)


def _without_site(name: str, site: str | None) -> str:
    """A title without the name of the site behind or before it."""
    parts = [part for part in _PARTS.split(name) if part]
    if len(parts) < 2:
        return name
    known = [index for index in (len(parts) - 1, 0) if site and _is_name(parts[index], site)]
    if not known and len(parts[0].split()) >= 3 and len(parts[-1].split()) <= 4:
        known = [len(parts) - 1]
    if not known:
        return name
    start = name.find(parts[-1], len(name) - len(parts[-1]))
    if known[0] == 0:
        return name[name.find(parts[1]) :]
    return _PARTS.sub(lambda m: m[0] if m.end() < start else "", name[:start]).strip()


def _is_name(part: str, site: str) -> bool:
    one, other = _folded(part), _folded(site)
    return one == other or (len(one) > 3 and (one in other or other in one))


def _folded(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))
