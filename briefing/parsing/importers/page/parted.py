"""Words that only a style sheet parts: two ``span`` beside each other without a space."""

from __future__ import annotations

import re

from briefing.parsing.importers.page.tree import Element

_TAGS = ("span", "time", "mark", "label", "button", "a")
_WORDS, _NUMBER = re.compile(r"[^\W\dA-ZÀ-Þ_]{3}\Z|[.!?…:]\Z"), re.compile(r"\d{4}\Z|:\d\d\Z")
"""What ends like a line of its own: a word, a sentence; a year or a time."""
_CAPITAL, _DIGIT = re.compile(r"[A-ZÀ-Þ][^\W\d_]"), re.compile(r"\d")
"""What begins like one."""
_BREAKS = frozenset(("br", "break", "line-break", "linebreak", "newline"))
"""Classes of empty elements that a page shows as the end of a line."""
_UNSEEN = frozenset(("input", "link", "meta", "script", "style"))
_AS_WRITTEN = frozenset(("pre", "code", "kbd", "samp", "math", "svg"))


def part_spans(root: Element) -> None:
    """Put a space between elements that a page shows apart, and a copy of its text does not.

    ``<span>Updated</span><span>4 June</span>``; not in code and formulas. Empty ones that are
    called line breaks become some.
    """
    for part in list(root.iter("span")):
        if len(part) == 0 and not part.text and not _BREAKS.isdisjoint(_classes(part)):
            part.tag = "br"
    for part in root.iter(*_TAGS):
        behind = _next_seen(part)
        if part.tail or behind is None or behind.tag not in _TAGS:
            continue
        if is_parted(_words(part), _words(behind)) and not _is_as_written(part):
            part.tail = " "


def is_parted(before: str, after: str) -> bool:
    """Whether words end and others begin as no word goes on: ``Prep Time`` and ``2 hrs``."""
    if _WORDS.search(before):
        is_word = before[-1].isalpha()
        return bool(_CAPITAL.match(after) or (is_word and _DIGIT.match(after)))
    return bool(_NUMBER.search(before) and after[:1].isalpha())


def _next_seen(part: Element) -> Element | None:
    """The element behind one, past such as show nothing and have no words behind them."""
    behind = part.getnext()
    while behind is not None and behind.tag in _UNSEEN and not (behind.tail or "").strip():
        behind = behind.getnext()
    return behind


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


def _words(element: Element) -> str:
    return "".join(element.itertext())


def _is_as_written(element: Element) -> bool:
    around = (element, *element.iterancestors())
    return any(e.tag in _AS_WRITTEN or "katex" in (e.get("class") or "") for e in around)
