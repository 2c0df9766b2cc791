"""Inline tokens to words: the text of a paragraph, its styled runs and where its lines began."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from markdown_it.token import Token

from briefing.model.article import Run, Style
from briefing.model.records import dataclass, field
from briefing.model.span import Span
from briefing.parsing.page_marks import labels_in
from briefing.text.raised import SCRIPTS

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_ALT = re.compile(r"""(?i)\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_SRC = re.compile(r"""(?i)\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_HIDDEN = ("script", "style", "del")
"""Elements whose words are not read: a deleted number beside the new one would be a third."""
_MARKS = {"em": Style.EMPHASIS, "strong": Style.STRONG, "s": Style.STRUCK}
_TAGS = {
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "i": Style.EMPHASIS,
    "em": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "s": Style.STRUCK,
}


@dataclass(slots=True)
class Words:
    """The outcome: offsets count in ``text``."""

    text: str = ""
    """The words without markup."""
    runs: list[tuple[int, int, Style, str | None]] = field(default_factory=list)
    """Start, end, style and address of each styled stretch."""
    breaks: list[int] = field(default_factory=list)
    """Where source lines begin, the first left out."""
    pages: list[tuple[int, str]] = field(default_factory=list)
    """Where pages begin, with their labels."""

    def placed(self, start: int) -> tuple[Run, ...]:
        """The runs, moved to where the text stands."""
        return tuple(
            Run(Span(start + a, start + b), style, address) for a, b, style, address in self.runs
        )


class _Writer:
    """Walks the tokens of one paragraph."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.words = Words()
        self.open = dict.fromkeys([*_MARKS.values(), *_TAGS.values()], 0)
        self.style = Style.PLAIN
        self.addresses: list[str] = []
        self.hidden: str | None = None
        self.script: str | None = None
        self.unclosed: set[str] = set()
        self.is_after_hidden = False

    def write(self, text: str, extra: Style = Style.PLAIN, address: str | None = None) -> None:
        if self.hidden is not None:
            return
        text = self.fitted(text)
        if not text:
            return
        style = self.style | extra
        if self.addresses:
            style |= Style.LINK
            address = self.addresses[-1]
        if style:
            self.mark(len(text), style, address)
        self.parts.append(text)
        self.length += len(text)

    def fitted(self, text: str) -> str:
        """The text as it stands here: raised or lowered, and no second space behind a deletion."""
        before = self.parts[-1] if self.parts else ""
        if self.is_after_hidden and text:
            self.is_after_hidden = False
            text = text.lstrip(" ") if before[-1:] in ("", " ", "\n") else text
        return text if self.script is None else SCRIPTS[self.script](text, before)

    def mark(self, length: int, style: Style, address: str | None) -> None:
        """Style the next characters, joining them to a like run just before."""
        runs = self.words.runs
        end = self.length + length
        if runs and runs[-1][1:] == (self.length, style, address):
            runs[-1] = (runs[-1][0], end, style, address)
        else:
            runs.append((self.length, end, style, address))

    def line_break(self, mark: str) -> None:
        self.write(mark)
        self.words.breaks.append(self.length)

    def walk(self, tokens: Sequence[Token]) -> None:
        for index, token in enumerate(tokens):
            self.token(token, tokens[index + 1 :] if token.type == "html_inline" else ())

    def token(self, token: Token, rest: Sequence[Token]) -> None:
        kind = token.type
        if kind in ("text", "code_inline"):
            self.write(token.content, Style.CODE if kind == "code_inline" else Style.PLAIN)
        elif kind in ("softbreak", "hardbreak"):
            self.line_break(" " if kind == "softbreak" else "\n")
        elif kind == "html_inline":
            self.raw(token.content, rest)
        elif kind == "footnote_ref":
            self.footnote_mark(token)
        elif kind == "image":
            self.image(token)
        else:
            self.boundary(token)

    def boundary(self, token: Token) -> None:
        """The beginning or end of emphasis or of a link."""
        name = token.type.rpartition("_")[0]
        if name == "link" and token.nesting > 0:
            self.addresses.append(str(token.attrs.get("href", "")))
        elif name == "link":
            self.addresses.pop()
        elif name in _MARKS:
            self.styled(_MARKS[name], closing=token.nesting < 0)

    def footnote_mark(self, token: Token) -> None:
        """A mark has no characters of its own; layout draws it from the address."""
        if self.hidden is None:
            place = (self.length, self.length, Style.FOOTNOTE_MARK, str(token.meta["number"]))
            self.words.runs.append(place)

    def image(self, token: Token) -> None:
        inner = _Writer()
        inner.walk(token.children or ())
        self.picture("".join(inner.parts).replace("\n", " "), str(token.attrs.get("src", "")))

    def picture(self, alt: str, address: str) -> None:
        """The alternative text; an image without one has a place, but no characters."""
        if alt or self.hidden is not None:
            self.write(alt, Style.IMAGE, address)
        elif address:
            self.words.runs.append((self.length, self.length, Style.IMAGE, address))

    def raw(self, tag: str, rest: Sequence[Token]) -> None:
        """A tag in running text."""
        match = _TAG.match(tag)
        if match is None:
            self.words.pages += [(self.length, label) for label in labels_in(tag)]
            return
        name = match[2].lower()
        if self.hidden is not None:
            if match[1] and name == self.hidden:
                self.hidden = None
                self.is_after_hidden = name == "del"
        elif name in _HIDDEN:
            self.hide(tag, name, closing=bool(match[1]), rest=rest)
        elif name == "br":
            self.line_break("\n")
            self.words.breaks.pop()
        elif name == "img":
            self.picture(_attribute(_ALT, tag), _attribute(_SRC, tag))
        elif name in SCRIPTS:
            self.shift(name, closing=bool(match[1]), rest=rest)
        elif name == "q":
            self.write("”" if match[1] else "“")
        elif name in _TAGS:
            self.styled(_TAGS[name], closing=bool(match[1]))

    def hide(self, tag: str, name: str, *, closing: bool, rest: Sequence[Token]) -> None:
        """Hide what follows up to the closing tag; without one, the tag is text."""
        if not closing and self.closes(name, rest):
            self.hidden = name
        elif name != "del":
            self.write(tag)

    def shift(self, name: str, *, closing: bool, rest: Sequence[Token]) -> None:
        """Raise or lower what follows up to the closing tag."""
        if closing:
            self.script = None
        elif self.script is None and self.closes(name, rest):
            self.script = name

    def closes(self, name: str, rest: Sequence[Token]) -> bool:
        """Whether an element that begins here ends in the same paragraph."""
        if name in self.unclosed:
            return False
        end = re.compile(rf"(?i)</{name}[\s>]")
        if any(t.type == "html_inline" and end.match(t.content) for t in rest):
            return True
        self.unclosed.add(name)
        return False

    def styled(self, style: Style, *, closing: bool) -> None:
        """Open or close one of possibly several marks of a style."""
        self.open[style] = max(self.open[style] + (-1 if closing else 1), 0)
        self.style = self.style | style if self.open[style] else self.style & ~style


def _attribute(pattern: re.Pattern[str], tag: str) -> str:
    match = pattern.search(tag)
    return "" if match is None else html.unescape(next((g for g in match.groups() if g), ""))


def words_of(tokens: Sequence[Token]) -> Words:
    """The text, runs and line beginnings of a paragraph's inline tokens."""
    if len(tokens) == 1 and tokens[0].type == "text":  # as most cells of a table
        return Words(tokens[0].content)
    writer = _Writer()
    writer.walk(tokens)
    writer.words.text = "".join(writer.parts)
    return writer.words
