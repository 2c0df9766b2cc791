"""The Markdown parser as this program uses it: CommonMark, tables, strikethrough and footnotes.

The scan decides where footnotes are defined (`FOOTNOTE_LINES`) and what their labels are
(`FOOTNOTES`); so a piece of the source gives the same tokens as the whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefing.parsing import _link_labels
from briefing.parsing._scan import FOOTNOTE_LABEL

FOOTNOTES = "footnote numbers"
"""Key of the environment: folded label -> number as it is shown."""
FOOTNOTE_LINES = "footnote lines"
"""Key of the environment: the 0-based lines of the piece that define a footnote."""
REFERENCES = "references"
"""Key of the environment, given by markdown-it: normalised label -> link."""

MAX_NESTING = 120
"""Levels of blocks or inline marks; deeper ones are shown as they are typed.

Each costs two or three Python frames, of which an interpreter has 1,000.
"""

_DEFINITION = re.compile(rf"\[\^({FOOTNOTE_LABEL})\]:[ \t]*")
_HEADING = re.compile(r"#{1,6}(?=[ \t\n]|\Z)")
_REFERENCE = re.compile(rf"\[\^({FOOTNOTE_LABEL})\]")


def _footnote_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A footnote at column 0: what follows and what is indented by four belongs to it."""
    if state.level or start not in state.env.get(FOOTNOTE_LINES, ()):
        return state.level > 0 and silent and start in state.env.get(FOOTNOTE_LINES, ())
    if silent:
        return True
    match = _DEFINITION.match(state.src, state.bMarks[start])
    if match is None:
        return False
    opening = state.push("footnote_open", "", 1)
    opening.meta = {"label": match[1]}
    saved = (state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType)
    state.bMarks[start] = match.end()
    state.tShift[start] = 0
    state.blkIndent += 4
    state.sCount[start] = state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = saved
    state.line = max(state.line, start + 1)
    opening.map = [start, state.line]
    state.push("footnote_close", "", -1)
    return True


def _footnote_reference(state: StateInline, silent: bool) -> bool:
    """``[^label]`` where a footnote of that label is defined."""
    if state.src[state.pos] != "[":
        return False
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    number = state.env.get(FOOTNOTES, {}).get(match[1].casefold())
    if number is None:
        return False
    if not silent:
        token = state.push("footnote_ref", "", 0)
        token.meta = {"number": number, "label": match[1]}
    state.pos = match.end()
    return True


def _link_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The parser's own rule, but for labels that look like a footnote's."""
    position = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", position) and reference(state, start, end, silent)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The parser's own rule, but a heading is no head of a table, whatever bars it has."""
    position = state.bMarks[start] + state.tShift[start]
    return not _HEADING.match(state.src, position) and table(state, start, end, silent)


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Blocks nested beyond all reason: their source becomes one paragraph, so no word is lost."""
    if silent or state.level < MAX_NESTING - 2:
        return False
    last = start + 1
    while last < end and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent):
        last += 1
    state.line = last
    opening = state.push("paragraph_open", "p", 1)
    opening.map = [start, last]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, last, state.blkIndent, False).strip()
    inline.map = [start, last]
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _inline(state: StateCore) -> None:
    """The parser's own rule; words without any mark need no rule: most cells are such words."""
    marks = state.md.inline.terminator_re
    for token in state.tokens:
        if token.type != "inline":
            continue
        if token.content and marks.search(token.content) is None:
            token.children = [Token("text", "", 0, content=token.content)]
        else:
            token.children = token.children or []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    parser.enable(["table", "strikethrough"])
    parser.helpers = _link_labels
    parser.core.ruler.disable("normalize")
    parser.core.ruler.at("inline", _inline)
    parser.block.ruler.at("reference", _link_definition)
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.before("table", "too_deep", _too_deep)
    parser.block.ruler.before(
        "table",
        "footnote_definition",
        _footnote_definition,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    parser.inline.ruler.before("link", "footnote_reference", _footnote_reference)
    # A ruler sorts its rules when it is first asked, and meanwhile a second thread would find some.
    for ruler in (parser.core.ruler, parser.block.ruler, parser.inline.ruler, parser.inline.ruler2):
        ruler.getRules("")
    return parser


def parse(
    source: str,
    references: MutableMapping[str, Any],
    footnotes: Mapping[str, int],
    footnote_lines: frozenset[int] = frozenset(),
) -> list[Token]:
    """Parse a piece of Markdown into tokens; inline tokens have their children."""
    env = {REFERENCES: references, FOOTNOTES: footnotes, FOOTNOTE_LINES: footnote_lines}
    return _parser().parse(source, env)


def without_footnotes(tokens: list[Token]) -> list[Token]:
    """The tokens of the body: footnotes stand at the end of the article."""
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.type == "footnote_open"
        if not depth:
            kept.append(token)
        depth -= token.type == "footnote_close"
    return kept


def find_references(
    source: str, into: MutableMapping[str, Any], footnote_lines: frozenset[int]
) -> None:
    """Add the link definitions of a piece of Markdown; the first of a label wins."""
    parser = _parser()
    parser.block.parse(source, parser, {REFERENCES: into, FOOTNOTE_LINES: footnote_lines}, [])


def opens_region(source: str, footnote_lines: frozenset[int]) -> bool:
    """Whether the last line opens a fenced code or an HTML block outside every container."""
    parser = _parser()
    tokens: list[Token] = []
    parser.block.parse(source, parser, {FOOTNOTE_LINES: footnote_lines}, tokens)
    last = source.count("\n")
    return any(
        token.type in ("fence", "html_block")
        and token.level == 0
        and token.map is not None
        and token.map[0] == last
        for token in tokens[-1:]
    )
