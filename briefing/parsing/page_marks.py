"""Page marks: comments in Markdown that say where a page of the printed document begins.

``<!-- page 12 -->`` stands at the very character where the page with that label begins, also inside
a paragraph, or on a line of its own above a block. It is no part of the reading text.
"""

from __future__ import annotations

import re

LONGEST_LABEL = 40
"""Characters that a label has at most; a longer one is a comment of somebody's."""
_MARK = re.compile(rf"<!-- *page +(-?[^\s<>-][^\n<>]{{0,{LONGEST_LABEL - 1}}}?) *-->")
_UNFIT = re.compile(r"[<>\s]+|-(?=-)|-\Z")
"""What would end a mark, or would not be of the label when it is read."""
_EDGES = re.compile(r"\A(?:-? )+|[ -]+\Z")
"""Spaces, and hyphens that are set around a label such as ``- 3 -``; that of ``-3`` is its own."""


def page_mark(label: str) -> str:
    """The mark of a page."""
    fit = _EDGES.sub("", _EDGES.sub("", _UNFIT.sub(" ", label))[:LONGEST_LABEL])
    return f"<!-- page {fit or '?'} -->"


def labels_in(comment: str) -> list[str]:
    """The labels of the page marks in a stretch of HTML, in order."""
    return _MARK.findall(comment)


def is_mark(comment: str) -> bool:
    """Whether a stretch of HTML is nothing but one page mark."""
    return _MARK.fullmatch(comment.strip()) is not None
