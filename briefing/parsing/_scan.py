"""The fast scan: where a source can be cut so that every piece parses on its own.

A piece may begin at a line that certainly begins a new block outside every container. Two kinds of
line do (https://spec.commonmark.org/0.31.2/): an ATX heading at column 0, which interrupts
everything, and a line at column 0 after a blank line, which ends every container except a list
that it continues with an item of its own. Neither counts inside a fenced code block or an HTML
block of the kinds 1 to 5, which swallow blank lines; those *regions* are found first. Whether an
indented fence belongs to a list item cannot be seen from the line alone: there the real parser is
asked, from the nearest line that is certain.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache

from briefing.model.records import dataclass, field

FOOTNOTE_LABEL = r"[^\]\s]{1,999}"
"""What names a footnote: as long as a link's label may be, so that no search for its end is long.

https://spec.commonmark.org/0.31.2/#link-label
"""
_EVENT_BODY = rf"""(?:
    (?P<heading>\#{{1,6}})(?=[ \t\n]|\Z)
  | (?P<footnote>\[\^{FOOTNOTE_LABEL}\]:)
  | (?P<indent>[ ]{{0,3}})(?:
        (?P<fence>`{{3,}}(?=[^`\n]*(?:\n|\Z))|~{{3,}})
      | (?P<html>(?i:<(?:script|pre|style|textarea)(?=[\s>]|\Z))|<!--|<\?|<!\[CDATA\[|<![A-Za-z])
    )
)"""
_EVENT = re.compile(r"\n(?=[\#\[ `~<])" + _EVENT_BODY, re.VERBOSE)
"""Nearly every line is none, which its first character tells."""
_FIRST_EVENT = re.compile(_EVENT_BODY, re.VERBOSE)
_HTML_END = {
    "<!--": re.compile(r"-->"),
    "<?": re.compile(r"\?>"),
    "<![CDATA[": re.compile(r"\]\]>"),
}
_HTML_TAG_END = re.compile(r"(?i)</(?:script|pre|style|textarea)>")
_HTML_DECLARATION_END = re.compile(r">")
_HTML_LINE = re.compile(r"(?:\A|\n) {0,3}<")
_LIST_LINE = re.compile(r"(?:\A|\n) {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|\n|\Z)")

_ITEM = re.compile(r"(?!(?:[-*][ \t]*){3,}(?:\n|\Z))(?:[-+*]|\d{1,9}[.)]) {1,4}(?=[^\s])")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_HTML_BLOCK = re.compile(
    r"(?:\A|\n)</?(?:details|div|p|section|summary|table|td|tr|ul|li|center|h[1-6])[ >\n]"
)
"""The commonest HTML blocks of kind 6, which reach down to the next blank line."""

PLAIN_FIRST = r"[^\s#>\-+*=~`<|\[\d:\\]"
"""A character that can only begin a paragraph when it stands at column 0 after a blank line."""
SAFE_LINE = re.compile(r"\n[ \t]*\n(?=" + PLAIN_FIRST + ")")
"""The blank line before a paragraph that no container can hold."""

OpensAt = Callable[[str, frozenset[int]], bool]
"""Whether the last line of a stretch opens a code or HTML block outside every container.

The second argument has the 0-based lines of the stretch that define footnotes.
"""


@dataclass(slots=True)
class Scan:
    """What one pass over the source found. All numbers are 0-based characters of the source."""

    headings: array[int] = field(default_factory=lambda: array("Q"))
    """The line starts of headings where the source can be cut."""
    region_starts: list[int] = field(default_factory=list)
    """Where fenced code and HTML blocks of the kinds 1 to 5 begin, in order."""
    region_ends: list[int] = field(default_factory=list)
    """The end of the last line of each of them."""
    closed: list[bool] = field(default_factory=list)
    """Whether each of them has its closing line."""
    fenced: list[bool] = field(default_factory=list)
    """Whether each of them is code."""
    footnotes: list[int] = field(default_factory=list)
    """The line starts of footnote definitions."""

    def region_around(self, offset: int) -> int | None:
        """The index of the fenced code or HTML block that a character lies in."""
        index = bisect_right(self.region_starts, offset) - 1
        return index if index >= 0 and offset < self.region_ends[index] else None

    def in_region(self, offset: int) -> bool:
        """Whether a character lies in a fenced code or HTML block."""
        return self.region_around(offset) is not None

    def is_footnote(self, offset: int) -> bool:
        """Whether a footnote is defined at a line start."""
        index = bisect_left(self.footnotes, offset)
        return index < len(self.footnotes) and self.footnotes[index] == offset

    def footnote_lines(self, source: str, start: int, end: int) -> frozenset[int]:
        """The lines of a stretch, counted from its first as 0, that define footnotes."""
        first = bisect_left(self.footnotes, start)
        last = bisect_left(self.footnotes, end)
        lines: list[int] = []
        line, counted = 0, start
        for at in self.footnotes[first:last]:
            line += source.count("\n", counted, at)
            counted = at
            lines.append(line)
        return frozenset(lines)

    def region_at(self, offset: int) -> int | None:
        """The end of the region that begins at ``offset``, if one does."""
        index = bisect_right(self.region_starts, offset) - 1
        if index >= 0 and self.region_starts[index] == offset:
            return self.region_ends[index]
        return None


class _Scanner:
    """One pass, from heading to heading and over each region at once."""

    def __init__(self, source: str, body: int, opens_at: OpensAt) -> None:
        self.source = source
        self.body = body
        self.opens_at = opens_at
        self.certain = body
        """A line start that is known to lie outside every container and region."""
        self.scan = Scan()
        self.looked = (body, body, True)
        """The blank line that was found last, how far was looked below it, whether all is quiet."""

    def run(self) -> Scan:
        first = _FIRST_EVENT.match(self.source, self.body)
        position: int | None = self.body if first is None else self.step(first)
        while position is not None:
            position = self.walk(position)
        return self.scan

    def walk(self, position: int) -> int | None:
        """Go on from line to line; answer where to begin anew below a region, None at the end."""
        headings, is_blank = self.scan.headings, self.source.startswith
        for match in _EVENT.finditer(self.source, position):
            if match.lastgroup == "heading" and is_blank("\n", match.start() - 1):
                self.certain = match.start() + 1
                headings.append(self.certain)
            elif (end := self.step(match)) != match.end():
                return end
        return None

    def step(self, match: re.Match[str]) -> int:
        """Note what a line means; answer where to search on (a newline may stand there)."""
        line = match.start() + (self.source[match.start()] == "\n")
        kind = match.lastgroup
        if kind == "heading":
            if self.is_quiet(line):
                self.scan.headings.append(line)
                self.certain = line
            return match.end()
        if kind == "footnote":
            if self.is_quiet(line):
                self.scan.footnotes.append(line)
            return match.end()
        if not self.opens_region(line, len(match["indent"])):
            return match.end()
        return self.close_region(line, match)

    def is_quiet(self, line: int) -> bool:
        """Whether no HTML block of the kinds 6 and 7 can reach down to this line."""
        source = self.source
        if source[line - 2 : line] == "\n\n" or line <= self.certain:
            return True
        above, reached, is_quiet = self.looked
        if not self.certain <= above <= reached <= line:
            above = reached = self.certain
            is_quiet = True
        blank = source.rfind("\n\n", max(reached - 1, self.certain), line)
        if blank >= 0 and blank > above:
            above, reached, is_quiet = blank, blank, True
        is_quiet = is_quiet and _HTML_LINE.search(source, max(reached - 1, 0), line) is None
        self.looked = (above, line, is_quiet)
        return is_quiet

    def opens_region(self, line: int, indent: int) -> bool:
        """Whether the fence or tag on this line stands outside every container and block."""
        quiet = self.is_quiet(line)
        if quiet and indent < 2:
            return True
        safe = self.safe_before(line)
        if quiet and _LIST_LINE.search(self.source, max(safe - 1, 0), line) is None:
            return True
        if self.is_inside(safe, line, indent):
            return False
        end = self.source.find("\n", line)
        end = end if end >= 0 else len(self.source)
        return self.opens_at(
            self.source[safe:end], self.scan.footnote_lines(self.source, safe, end)
        )

    def is_inside(self, safe: int, line: int, indent: int) -> bool:
        """Whether the line certainly belongs to the list item or HTML block that begins above.

        Only a short cut: where it does not see it, the parser is asked.
        """
        above = max(safe - 1, 0)
        if _HTML_BLOCK.search(self.source, above, line):
            return _BLANK_LINE.search(self.source, safe, line) is None
        item = _ITEM.match(self.source, safe)
        if item is None or indent < len(item[0]):
            return False
        outside = re.compile(rf"\n {{0,{len(item[0]) - 1}}}[^ \n]")
        return outside.search(self.source, safe, line) is None

    def safe_before(self, line: int) -> int:
        """The nearest line start above from which parsing gives the same blocks."""
        end = line
        while (at := self.source.rfind("\n\n", self.certain, end)) >= 0:
            if self.source[at + 2] not in " \t\n" and at + 2 < line:
                return at + 2
            end = at + 1
        return self.certain

    def close_region(self, line: int, match: re.Match[str]) -> int:
        """Find the last line of the region that begins here and remember both ends."""
        source = self.source
        if (fence := match["fence"]) is not None:
            found = _closing(fence).search(source, match.end())
        else:
            tag = match["html"].upper() if match["html"].startswith("<![") else match["html"]
            default = _HTML_DECLARATION_END if tag.startswith("<!") else _HTML_TAG_END
            found = _HTML_END.get(tag, default).search(source, line)
        end = len(source)
        if found is not None:
            newline = source.find("\n", found.end())
            end = newline if newline >= 0 else end
        self.scan.region_starts.append(line)
        self.scan.region_ends.append(end)
        self.scan.closed.append(found is not None)
        self.scan.fenced.append(fence is not None)
        self.certain = min(end + 1, len(source))
        return end


@lru_cache(maxsize=64)
def _closing(fence: str) -> re.Pattern[str]:
    return re.compile(rf"\n {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*(?=\n|\Z)")


def scan(source: str, body: int, opens_at: OpensAt) -> Scan:
    """Find headings, regions and footnotes of a source.

    Args:
        source: The whole file, without carriage returns.
        body: The first character after the front matter, a line start.
        opens_at: Asked where a line alone does not tell.
    """
    return _Scanner(source, body, opens_at).run()


def paragraphs_between(found: Scan, source: str, start: int, end: int) -> Iterator[int]:
    """The line starts in ``[start, end)`` where a paragraph begins outside every container."""
    position = start
    while (match := SAFE_LINE.search(source, position, end)) is not None:
        position = match.end()
        index = bisect_right(found.region_starts, position) - 1
        if index >= 0 and position < found.region_ends[index]:
            position = found.region_ends[index]
        else:
            yield position
