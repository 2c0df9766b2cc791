"""Where the words of a link end: each bracket is looked at once.

The parser's own helper walks from every bracket to the end of its words, or of the paragraph where
it has none, and so do the brackets inside it, 120 deep: 60 KB of ``[`` take it half a minute. This
one finds the same ends (https://spec.commonmark.org/0.31.2/#link-text). It remembers them, and
jumps over the words of the brackets inside. This module stands in for the parser's ``helpers``.
"""

from __future__ import annotations

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_inline import StateInline

__all__ = ["label_end", "parseLinkDestination", "parseLinkLabel", "parseLinkTitle"]

_ENDS = "ends of link labels"
"""Key of the environment: a paragraph's source -> bracket -> its end."""
_NONE = -1
"""The end of a bracket that has none, or that has a link inside."""


def label_end(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N803
    """The bracket that closes the one at ``start``, or -1; called as the parser's own helper is.

    Args:
        state: Where the parser is; the same when this returns.
        start: A ``[`` in the paragraph.
        disableNested: Whether no link may stand inside.
    """
    if state.src.find("]", start, state.posMax) < 0:
        return _NONE
    ends: dict[int, int] = state.env.setdefault(_ENDS, {}).setdefault(state.src, {})
    if not disableNested:
        return _walk(state, start, ends, is_link=False)
    if start not in ends:
        ends[start] = _walk(state, start, ends, is_link=True)
    return ends[start]


def _walk(state: StateInline, start: int, ends: dict[int, int], *, is_link: bool) -> int:
    """Go from token to token until the bracket closes.

    Args:
        state: Where the parser is.
        start: The bracket.
        ends: What is known of other brackets where no link may stand inside.
        is_link: Whether no link may stand inside.
    """
    before, level = state.pos, 1
    state.pos = start + 1
    end = _NONE
    while state.pos < state.posMax:
        at, character = state.pos, state.src[state.pos]
        if character == "]":
            level -= 1
            if level == 0:
                end = at
                break
        state.md.inline.skipToken(state)
        if character != "[":
            continue
        if state.pos != at + 1:  # a link
            if is_link:
                break
        elif ends.get(at, _NONE) != _NONE:
            state.pos = ends[at] + 1
        elif is_link and at in ends:
            break
        else:
            level += 1
    state.pos = before
    return end


parseLinkLabel = label_end  # noqa: N816 - named as the parser asks for it
