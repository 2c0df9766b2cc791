"""Raw HTML inside Markdown: its words without its tags, in lines as a browser would break them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from briefing.text.lines import single_spaced
from briefing.text.raised import SCRIPTS

_BREAKING = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html legend li
    link main menu menuitem nav noframes ol optgroup option p param pre search section summary table
    tbody tfoot thead title tr ul
    """.split()  # noqa: SIM905 - a list of seventy quoted words reads worse
)
"""Elements that stand on lines of their own (https://html.spec.whatwg.org/#flow-content-3)."""
_HIDDEN = frozenset(("script", "style"))
_UNFINISHED = re.compile(
    r"<(?:!--(?!.*?-->)|\?(?!.*?>)|![A-Za-z\[](?!.*?>)|/?[A-Za-z][^<>]*\Z)", re.DOTALL
)
_HIDDEN_OPEN = re.compile(r"(?i)<(script|style)(?=[\s>/])")


class Words(HTMLParser):
    """Collects lines of words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.hidden = 0
        self.kept = 0
        """How many ``pre`` elements are open: there line breaks and spaces stay."""

        self.script: str | None = None
        self.deleted: tuple[int, int] | None = None
        """Where an open ``del`` began: lines, and characters of the last."""

    def break_line(self) -> None:
        self.script = None
        if self.lines[-1].strip(" \n"):
            self.lines.append("")
        else:
            self.lines[-1] = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag == "br":
            self.lines.append("")
        elif tag == "img":
            self.handle_data(dict(attrs).get("alt") or "")
        elif tag in ("td", "th"):
            if self.lines[-1]:
                self.lines[-1] = self.lines[-1].rstrip(" ") + "\t"
        elif tag in _BREAKING:
            self.break_line()
        else:
            self.begin_inline(tag)
        if tag == "pre":
            self.kept += 1

    def begin_inline(self, tag: str) -> None:
        """Begin what alters words within a line."""
        if tag in SCRIPTS:
            self.script = tag
        elif tag == "q":
            self.handle_data("“")
        elif tag == "del" and self.deleted is None:
            self.deleted = len(self.lines), len(self.lines[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(self.hidden - 1, 0)
        elif tag in _BREAKING:
            self.break_line()
        elif tag in SCRIPTS:
            self.script = None
        elif tag == "q":
            self.handle_data("”")
        elif tag == "del":
            self.take_back()
        if tag == "pre":
            self.kept = max(self.kept - 1, 0)

    def take_back(self) -> None:
        """Leave out what was deleted: beside the new number it would be a third."""
        if self.deleted is not None:
            count, length = self.deleted
            del self.lines[count:]
            self.lines[-1] = self.lines[-1][:length]
            self.deleted = None

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if self.script is not None:
            data = SCRIPTS[self.script](data, self.lines[-1])
        if self.kept:
            first, *rest = data.split("\n")
            self.lines[-1] += first
            self.lines.extend(rest)
            return
        words = single_spaced(data)
        if self.lines[-1] == "" or self.lines[-1][-1] in " \t":
            words = words.lstrip(" ")
        self.lines[-1] += words


def words(source: str) -> str:
    """The words of a stretch of HTML, a line for each line that a browser would begin.

    Tags, comments, scripts and styles are not in it. What is opened and never closed (a comment, a
    script, a tag without its ``>``) is text: nothing that somebody wrote disappears.
    """
    cut = _first_unfinished(source)
    collector = Words()
    collector.feed(source[:cut])
    collector.close()
    lines = [line.rstrip(" ") for line in collector.lines]
    lines += [line.strip() for line in source[cut:].split("\n")]
    return "\n".join(line for line in lines if line.strip())


def _first_unfinished(source: str) -> int:
    """Where the first construct begins that never closes; the length if there is none."""
    position = 0
    while (at := source.find("<", position)) >= 0:
        if _UNFINISHED.match(source, at):
            return at
        hidden = _HIDDEN_OPEN.match(source, at)
        if source.startswith("<!--", at):
            position = source.find("-->", at + 2) + 3
        elif hidden is not None:
            closing = re.compile(rf"(?i)</{hidden[1]}[^>]*>").search(source, at)
            if closing is None:
                return at
            position = closing.end()
        else:
            position = at + 1
    return len(source)
