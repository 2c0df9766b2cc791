"""The words inside a block of a page: lines of text, and the same lines with emphasis and links.

A mark is only written where Markdown is certain to read it as one; the words never suffer for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.model.records import dataclass, replace
from briefing.parsing.markdown_escape import escape_line, escape_words
from briefing.text.lines import single_spaced

if TYPE_CHECKING:  # a PDF has no elements, and the first words of one would wait for them
    from xml.etree.ElementTree import Element

_ADDRESS = re.compile(r"https?://[^\s<>\\]+")
_PICTURE = "!"
_MARKS = {"#b": "**", "#i": "*", "#picture": _PICTURE}
"""What trafilatura calls bold and italic, and how Markdown marks it; and what stands for a picture
that has no address."""
_PICTURE_SIGN = "\x0e"
"""Stands for the "!" before a picture until those of the words are escaped."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are set alike."""

    text: str
    """The words; a line break is one newline alone."""
    mark: str = ""
    """What stands around them in Markdown."""
    address: str = ""
    """Where they lead."""


Line = list[Stretch]
_PLAIN = Stretch("")


def stretches(part: Element | str | None, style: Stretch = _PLAIN) -> Iterator[Stretch]:
    """The words of an element, or words alone."""
    if part is not None and not isinstance(part, str):
        if part.tag == "lb":
            yield Stretch("\n")
        if part.tag == "hi":
            style = replace(style, mark=style.mark or _MARKS.get(part.get("rend", ""), ""))
        elif part.tag == "ref":
            style = replace(style, address=part.get("target") or "")
        yield from stretches(part.text, style)
        for child in part:
            yield from stretches(child, style)
            yield from stretches(child.tail, style)
    elif part:
        yield Stretch(single_spaced(part), style.mark, style.address)


def lines_of(words: Iterable[Stretch]) -> list[Line]:
    """Lines as a browser shows them: white space is one space, and none at the ends."""
    return [line for lines in paragraphs_of(words) for line in lines]


def paragraphs_of(parts: Iterable[Stretch]) -> list[list[Line]]:
    """Lines as a browser shows them, parted where a line between them is empty."""
    lines: list[Line] = [[]]
    for stretch in parts:
        if stretch.text == "\n":
            lines.append([])
        else:
            lines[-1].append(stretch)
    groups = groupby(map(trimmed, lines), key=bool)
    return [list(group) for has_words, group in groups if has_words]


def text_of(line: Line) -> str:
    """The words of a line."""
    return "".join(stretch.text for stretch in line)


def markdown_of(line: Line, *, is_cell: bool = False) -> str:
    """A line as Markdown, wherever it stands in a paragraph or, escaped so, in a table."""
    written = []
    for index, stretch in enumerate(_certain(line)):
        if stretch.address:
            written.append(f"[{escaped_label(stretch.text)}](<{stretch.address}>)")
        elif stretch.mark == _PICTURE:
            written.append(f"{_PICTURE_SIGN}[{escaped_label(stretch.text)}](<>)")
        elif stretch.mark:
            written.append(f"{stretch.mark}{escape_words(stretch.text)}{stretch.mark}")
        else:
            escape = escape_words if index or is_cell else escape_line
            written.append(escape(stretch.text))
    whole = re.sub(r"!(?=\[)", r"\\!", "".join(written)).replace(_PICTURE_SIGN, "!")
    return whole.replace("|", "\\|") if is_cell else whole


def trimmed(line: Line) -> Line:
    """A line with one space for many, and none at its ends."""
    kept: Line = []
    for stretch in line:
        text = stretch.text
        if not kept or kept[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            kept.append(Stretch(text, stretch.mark, stretch.address))
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        last = kept[-1]
        kept[-1] = Stretch(last.text.rstrip(), last.mark, last.address)
    return kept


def escaped_label(words: str) -> str:
    """The words of a link; no bracket among them ends it."""
    parts = re.split(r"([\[\]])", words)
    return "".join(f"\\{part}" if part in ("[", "]") else escape_words(part) for part in parts)


def _certain(line: Line) -> Iterator[Stretch]:
    """The same words, marked only where that is certain to be read so."""
    if not any(stretch.mark or stretch.address for stretch in line):
        yield Stretch(text_of(line))
        return
    parts = [part for stretch in _joined(map(_simple, line)) for part in _without_edges(stretch)]
    yield from _joined(
        Stretch(part.text) if _is_plain(parts, index) else part for index, part in enumerate(parts)
    )


def _joined(line: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbours that are set alike as one."""
    for style, alike in groupby(line, key=lambda part: (part.mark, part.address)):
        yield Stretch("".join(part.text for part in alike), *style)


def _simple(stretch: Stretch) -> Stretch:
    """A stretch that is a link to somewhere, or else may have a mark."""
    if _ADDRESS.fullmatch(stretch.address):
        return replace(stretch, mark="")
    return replace(stretch, address="")


def _without_edges(stretch: Stretch) -> Iterator[Stretch]:
    """A stretch without the white space at its ends, which goes beside it."""
    core = stretch.text.strip()
    if not core or not (stretch.mark or stretch.address):
        yield Stretch(stretch.text)
        return
    before, _core, after = stretch.text.partition(core)
    yield from (Stretch(before),) if before else ()
    yield replace(stretch, text=core)
    yield from (Stretch(after),) if after else ()


def _is_plain(parts: Line, index: int) -> bool:
    """Whether marks around a part could be read as something else.

    They are certain between white space or punctuation that is not marked itself
    (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run).
    """
    part = parts[index]
    if part.address or not part.mark:
        return not part.address
    around = [parts[at] for at in (index - 1, index + 1) if 0 <= at < len(parts)]
    if any(other.mark or other.address for other in around):
        return True
    before = parts[index - 1].text[-1] if index else " "
    after = parts[index + 1].text[0] if index + 1 < len(parts) else " "
    return not all(char.isspace() or _is_punctuation(char) for char in (before, after))


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char).startswith("P")
