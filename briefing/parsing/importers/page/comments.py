"""What readers say of an article, where its page marks each of their comments as one.

There may be more of it than of the article, so it goes before the article is looked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.languages.phrases import any_of
from briefing.parsing.importers.page.tree import Element, finder, names, says_more, take_out
from briefing.text.fold import fold_text

_FEWEST = 2
"""Comments that are marked as some, from which on a page has such below its article."""
_SEVERAL, _ENTRIES = 3, ("li", "article")
"""Entries that can be answered, from which on they are comments, and what they are."""
_says_reply = finder(r"(?i)(?<![a-z])reply(?![a-z])")
_says_comment = finder(r"(?i)schema\.org/(?:user)?comments?\Z")
"""What a comment is (https://schema.org/Comment, https://schema.org/UserComments)."""


def leave_out_comments(body: Element) -> None:
    """Remove the comments of readers from a page.

    Args:
        body: The page; it is changed.
    """
    found = [element for element in body.iter() if _is_comment(element)]
    if len(found) < _FEWEST:
        found = _answered(body)
    held = set(found)
    outer = [each for each in found if held.isdisjoint(each.iterancestors())]
    if says_more(body, outer):
        for each in outer:
            take_out(each)


def _answered(body: Element) -> list[Element]:
    """The entries of lists in which each can be answered: each of them ends with a way to reply."""
    entries = Counter[Element]()
    for element in body.iter():
        if _says_reply(names(element)):
            entry = next((e for e in element.iterancestors() if e.tag in _ENTRIES), None)
            if entry is not None and entry is not element:
                entries[entry] += 1
    lists = Counter(map(_list_of, entries))
    return [entry for entry in entries if lists[_list_of(entry)] >= _SEVERAL]


def _list_of(entry: Element) -> tuple[object, str]:
    """What entries of one list share, though some of them answer others and stand inside them."""
    return entry.tag, "".join((entry.get("class") or "").split()[:1])


def _is_comment(element: Element) -> bool:
    """Whether an element is one comment: by its type, or by a name with its number."""
    return _says_comment(element.get("itemtype") or "") or _says_number()(element.get("id") or "")


@lru_cache(maxsize=1)
def _says_number() -> Callable[[str], bool]:
    """What ``comment-4215`` and ``li-comment-12`` are, in any language."""
    words = (word for own in every_language() for word in own.pages.discussions)
    folded = (fold_text(word, accents=True) for word in words)
    plain = {word for word in folded if word.isascii() and word.isalpha()}
    names = any_of(plain | {word[:-1] for word in plain})  # of one there is none with an ending
    return finder(rf"(?i)\A(?:[a-z]{{2,8}}[-_])?(?:{names})[-_]?\d{{2,}}\Z")
