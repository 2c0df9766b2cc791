"""A block of an article on its way from a page to Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model.records import dataclass, replace
from briefing.parsing.markdown_escape import escape_heading, escape_line
from briefing.text.fold import fold_text
from briefing.text.pairs import runs

_SENTENCE = re.compile(r"[.!?…。！？।۔؟։።][\"'»”’)\]]*(?:\s|\Z)|[。！？।۔։።]")
"""Where a sentence ends, in many scripts."""
_TITLE, _LETTERS = (4, 30), 3
"""Words that the title of another article has; and letters of one in scripts without spaces."""
_ASKING = re.compile(r"[?？…]+")
"""What ends part of a title: a question, a hint."""
SET_OFF = "blockquote"
"""The style of a quotation that is but a line in bold."""
_FEWEST_LETTERS = 12
"""Letters of a text that cannot say the same as a picture by chance."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of an article."""

    text: str
    """Its words, by lines."""
    markdown: str
    """The same as Markdown."""
    level: int = 0
    """From 1 to 6 for a heading."""
    is_bold: bool = False
    """Whether it is a paragraph all in bold: a heading, where its author knew no better."""
    bold_lines: tuple[int, ...] = ()
    """Which of its lines are all in bold, 0-based, where others are not."""
    style: str = ""
    """The element of a paragraph or heading and its classes, as ``p.note``; else empty."""
    is_called_heading: bool = False
    """Whether the names of its element say that it is a heading."""
    is_picture: bool = False
    is_linked: bool = False
    """Whether all its words lead elsewhere."""
    leads_on: bool = False
    """Whether it is a heading that leads to another page of its site."""
    is_boxed: bool = False
    """Whether it begins a box beside the flow of the text."""
    is_caption: bool = False
    """Whether it is called the caption of the picture above it."""
    is_code: bool = False
    """Whether it is shown as it is written."""
    cells: tuple[str, ...] = ()
    """The lines in the cells of a table, in order."""

    @property
    def is_data(self) -> bool:
        """Whether it is a table of several rows, whose years and names credit nobody."""
        return bool(self.cells) and "\n" in self.text


def heading(text: str, level: int) -> Piece:
    """A heading; that of the first level is written as one of the second, below the title."""
    marks = "#" * min(max(level, 2), 6)
    return Piece(text, f"{marks} {escape_heading(text)}", level=level)


def as_line(text: str) -> Piece:
    """A line of text, as of what is marked as a heading and is none."""
    return Piece(text, escape_line(text))


def in_bold(text: str) -> Piece:
    """A line in bold that is no heading: that of a box beside the text."""
    return Piece(text, f"**{escape_line(text)}**", is_bold=True, is_boxed=True)


def below_title(pieces: Iterable[Piece]) -> list[Piece]:
    """Blocks whose sections stand below the title: each a level deeper where the first is used."""
    parts = list(pieces)
    if not any(piece.level == 1 for piece in parts):
        return parts
    return [heading(p.text, min(p.level + 1, 6)) if p.level else p for p in parts]


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The entries of a list as one block, or none."""
    parts = list(pieces)
    if not parts:
        return []
    text, markdown = (
        "\n".join(lines) for lines in zip(*((p.text, p.markdown) for p in parts), strict=True)
    )
    return [Piece(text, markdown, is_linked=len(parts) > 1 and all(p.is_linked for p in parts))]


def inside(pieces: Iterable[Piece], first: str, others: str, style: str = "") -> Piece | None:
    """Blocks inside a quote or an entry of a list; None where there are no words.

    Args:
        pieces: The blocks.
        first: What their first line begins with.
        others: What the others begin with.
        style: The style of it where it is but a line in bold.
    """
    parts = list(pieces)
    text = "\n".join(piece.text for piece in parts)
    if not text.strip():
        return None
    head, *rest = "\n\n".join(piece.markdown for piece in parts).split("\n")
    below = [f"{others}{line}" if line else others.rstrip() for line in rest]
    whole = "\n".join([f"{first}{head}", *below])
    is_line = len(parts) == 1 and parts[0].is_bold and "\n" not in text
    linked = all(piece.is_linked for piece in parts)
    return Piece(text, whole, is_linked=linked, style=style if is_line else "")


def has_sentence(text: str) -> bool:
    """Whether a sentence ends in a text."""
    return _SENTENCE.search(text) is not None


def names_others(text: str) -> bool:
    """Whether each line of a text that leads elsewhere may be the title of another article."""
    lines = text.split("\n")
    if any(has_sentence(_ASKING.sub("", line).rstrip("!")) for line in lines):
        return False
    counts = [_count_words(line) for line in lines]
    return _TITLE[0] <= sum(counts) / len(counts) and max(counts) <= _TITLE[1]


def _count_words(line: str) -> int:
    """How many words a line has, as near as it can be told where no spaces part them."""
    together = sum(map(len, runs(line)))
    return max(len(line.split()), together // _LETTERS)


def letters_outside_links(pieces: Iterable[Piece]) -> int:
    """How many letters are text: neither a heading nor a picture, nor a line that only leads on."""
    own = (p for p in pieces if not (p.level or p.is_picture or p.is_linked))
    return sum(sum(map(str.isalnum, piece.text)) for piece in own)


def says_again(description: str, text: str) -> bool:
    """Whether a text says no more than what stands for the picture above it.

    Signs and accents aside, and a credit at the end.
    """
    said, again = (
        "".join(filter(str.isalnum, fold_text(words, accents=True)))
        for words in (description, text)
    )
    return len(again) >= _FEWEST_LETTERS and said.startswith(again)


def described(alt: str) -> str:
    """What stands for a picture, as its title in Markdown, where its caption is its label."""
    return ' "' + alt.replace("\\", "\\\\").replace('"', '\\"') + '"' if alt else ""


def with_captions(pieces: Iterable[Piece]) -> list[Piece]:
    """Captions that stand below their picture become its words; a picture without any goes.

    A caption that is called nothing, and says what the picture's own words say, is left out.
    """
    kept: list[Piece] = []
    for piece in pieces:
        above = kept[-1] if kept and kept[-1].is_picture else None
        if above is not None and says_again(above.text, piece.text):
            continue
        if above is not None and piece.is_caption:
            address = above.markdown[above.markdown.rindex("](<") :].removesuffix(")")
            also = "" if address.endswith('"') else described(above.text)
            label = " ".join(piece.markdown.replace("\\\n", " ").split())
            kept[-1] = replace(above, text=piece.text, markdown=f"![{label}{address}{also})")
        else:
            kept.append(piece)
    return [piece for piece in kept if piece.text]
