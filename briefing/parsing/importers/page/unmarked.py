"""Headings that a page shows without marking them: in bold, in capitals, in a class of their own.

No sign alone makes one. What counts is what their author does several times, each time above
running text and each time in other words: labels repeat, and so do the names of who speaks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from briefing.parsing.headings import (
    MOST_WORDS,
    find_headings,
    is_byline_or_date,
    is_heading_like,
)
from briefing.parsing.importers.page.asked import asked_lines
from briefing.parsing.importers.page.bold_parts import Line, joined_again, lines_of
from briefing.parsing.importers.page.head import is_name_like
from briefing.parsing.importers.page.pictures import without_credit
from briefing.parsing.importers.page.pieces import Piece, has_sentence, heading
from briefing.text.lines import letters_of, one_line

_MARKED = 2
"""Headings by which their author knew how to mark one."""
_SEVERAL = 2
"""Lines of one form, from which on they are headings."""
_RUNNING = 60
"""Characters of the running text below a heading."""
_BELOW = 3
"""Blocks in which it stands, where others come first."""
_BROKEN = 2
"""Line breaks in a heading that are no parts of its look."""
_DATA = re.compile(r":(?=\W*\d)[\W\d]*\Z|(?<!\S)@\w+\Z")
"""What makes a line one of data: a name and a number behind it, or somebody's name on a network."""
_MOSTLY = 2
"""How many times as many lines of speech as other headings are some, too."""
_SPOKEN = re.compile(r"[“\"„«»‘'][^“”\"„«»\n]{4,80}[”\"“»«’']")
"""A line that is what somebody says, and no more."""
_OWN = re.compile(r"(?i)p\.|.*(?:title|head)")
"""The kinds of elements that lines of a class of their own are: paragraphs, or called headings."""
_WORDS = 16
"""Words of a line that is a block of its own; in a text without any marks they are fewer."""
_LONGER = 160
"""Characters of one that is a heading as others of its style."""
_LINK = re.compile(r"\[((?:[^\]\\]|\\.)*)\]\(<")
"""The words of a link, as they are written."""
_CAPITALS = 2
"""Words of a line in capitals; a single one is a label."""


def with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """The blocks of an article, with lines that are headings in all but name as headings."""
    lines = lines_of(pieces)
    levels = _Lines(lines).levels()
    made = [
        Line(heading(one_line(line.piece.text), levels[at]), line.of) if at in levels else line
        for at, line in enumerate(lines)
    ]
    return joined_again(pieces, made)


class _Lines:
    """The lines of an article, and which of them are headings."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.pieces = [line.piece for line in lines]
        self.said = Counter(letters_of(piece.text) for piece in self.pieces)

    def levels(self) -> dict[int, int]:
        """The levels of those that are headings, by their place."""
        found = self._called() | self._alike()
        marked = [piece.level for piece in self.pieces if piece.level]
        has_marked = len(marked) + len(found) >= _MARKED
        bold = self._bold_below() if has_marked else self._bold()
        if not (marked or found or bold):
            found = self._capitals()
        first = min(marked, default=2)
        if not has_marked:
            return dict.fromkeys(found | bold, first)
        levels = dict.fromkeys(found, first)
        return {**levels, **self._deeper(levels, bold - found, first)}

    def _deeper(self, levels: dict[int, int], bold: set[int], first: int) -> dict[int, int]:
        """The levels of lines in bold: below the headings above them, where there are some."""
        above, below = 0, dict[int, int]()
        for at, piece in enumerate(self.pieces):
            above = levels.get(at, piece.level) or above
            if at in bold:
                below[at] = min(above + 1, 6) if above else first
        return below

    def _called(self) -> set[int]:
        """Lines that are called headings, below text and above it."""
        begun = next((at for at, p in enumerate(self.pieces) if self._is_running(p)), 0)
        called = (at for at, p in enumerate(self.pieces) if p.is_called_heading and at > begun)
        return {at for at in called if self._heads(at)}

    def _alike(self) -> set[int]:
        """Lines that share a class of their own."""
        groups = defaultdict[str, list[int]](list)
        for at, piece in enumerate(self.pieces):
            if "." in piece.style and _OWN.match(piece.style) and not piece.is_caption:
                groups[piece.style].append(at)
        own = (group for group in groups.values() if len(group) >= _SEVERAL)
        return {at for group in own if all(map(self._heads_alone, group)) for at in group}

    def _bold(self) -> set[int]:
        """Lines in bold, where hardly any headings are marked."""
        asked = asked_lines(self.pieces)
        bold = [
            p.text if at not in asked and self._may_be_heading(at) else None
            for at, p in self._numbered()
        ]
        if bold and bold[0] and is_name_like(bold[0]):
            bold[0] = None
        found = set(find_headings(bold, most_words=_WORDS))
        found -= (
            {max(found, default=0)} if not self._has_text_below(max(found, default=0)) else set()
        )
        found = self._with_longer(found, asked)
        return found if len(found) != 1 or self._is_below_text(min(found)) else set()

    def _has_text_below(self, at: int) -> bool:
        """Whether there is more below a line than a name or a credit: what it signs is above it."""
        below = (piece for piece in self.pieces[at + 1 :] if not piece.is_picture)
        return sum(len(piece.text) for piece in islice(below, _BELOW)) >= _RUNNING

    def _is_below_text(self, at: int) -> bool:
        """Whether running text stands above a line: alone above all of it, none heads a section."""
        return any(map(self._is_running, self.pieces[:at]))

    def _is_bold_line(self, at: int) -> bool:
        """Whether a block is in bold and may be a heading; of its lines the look may part two."""
        piece = self.pieces[at]
        is_own = piece.is_bold and not (piece.is_boxed or piece.is_caption or self._leads_on(piece))
        is_line = is_own and piece.text.count("\n") < _BROKEN
        is_data = without_credit(piece.text) != piece.text or _DATA.search(piece.text)
        return is_line and not is_data and not self._goes_on(at)

    def _may_be_heading(self, at: int) -> bool:
        """Whether a block is such a line, and of many words only right between running text."""
        is_short = len(self.pieces[at].text.split()) <= MOST_WORDS
        return self._is_bold_line(at) and (is_short or self._is_longer(at))

    def _goes_on(self, at: int) -> bool:
        """Whether a line in bold is part of a sentence that has other lines in bold."""
        below = self.pieces[at + 1 : at + 2]
        lines = [self.pieces[at], *(piece for piece in below if piece.is_bold)]
        return any(piece.text[0].islower() for piece in lines)

    def _bold_below(self) -> set[int]:
        """Lines in bold, where others are headings: several, each above a paragraph."""
        asked = asked_lines(self.pieces)
        bold = {at for at, p in self._numbered() if p.is_bold and not self._goes_on(at)} - asked
        found = {at for at in bold if self._heads_alone(at) and self.pieces[at + 1].style}
        found = self._with_sentences(self._with_others(found, bold), bold)
        return self._with_longer(found, asked)

    def _with_longer(self, found: set[int], asked: set[int]) -> set[int]:
        """Several headings, with as many lines of their style that are as long as sentences.

        Each of them stands between running text, as an emphasis inside a paragraph does not.
        """
        styles = {self.pieces[at].style for at in found}
        bold = {at for at, p in self._numbered() if p.is_bold and p.style in styles}
        longer = {at for at in bold - found - asked if self._is_longer(at)}
        return found | longer if _SEVERAL <= len(found) >= len(longer) else found

    def _is_longer(self, at: int) -> bool:
        piece = self.pieces[at]
        is_line = "\n" not in piece.text and len(piece.text) <= _LONGER and self._is_bold_line(at)
        is_between = at > 0 and self._is_running(self.pieces[at - 1]) and self._is_above_text(at)
        return is_line and is_between and not is_byline_or_date(piece.text)

    def _leads_on(self, piece: Piece) -> bool:
        """Whether most words of a line lead elsewhere."""
        linked = sum(len(words) for words in _LINK.findall(piece.markdown))
        return piece.is_linked or 2 * linked > len(piece.text)

    def _with_sentences(self, found: set[int], bold: set[int]) -> set[int]:
        """Several headings, with those of their style that are what somebody says."""
        styles = {self.pieces[at].style for at in found}
        said = {at for at in bold - found if _SPOKEN.fullmatch(self.pieces[at].text)}
        own = {at for at in said if self.pieces[at].style in styles and self._is_above_text(at)}
        return found | own if len(own) <= _MOSTLY * len(found) else found

    def _is_above_text(self, at: int) -> bool:
        below = self.pieces[at + 1 : at + 2]
        return (
            any(map(self._is_running, below)) and self.said[letters_of(self.pieces[at].text)] == 1
        )

    def _capitals(self) -> set[int]:
        """Paragraphs in capitals."""
        written = {
            at
            for at, p in self._numbered()
            if p.style and p.text.isupper() and len(p.text.split()) >= _CAPITALS
        }
        return self._with_others({at for at in written if self._heads_alone(at)}, written)

    def _with_others(self, found: set[int], alike: set[int]) -> set[int]:
        """Several headings, with the lines of their style that stand below anything at all."""
        if len(found) < _SEVERAL:
            return set()
        styles = {self.pieces[at].style for at in found}
        others = (at for at in alike - found if at - 1 not in alike)
        own = (at for at in others if self.pieces[at].style in styles)
        return found | {at for at in own if self._heads_alone(at, anywhere=True)}

    def _heads_alone(self, at: int, *, anywhere: bool = False) -> bool:
        """The same, and that nothing else says the same."""
        is_alone = self.said[letters_of(self.pieces[at].text)] == 1
        return is_alone and self._heads(at, anywhere=anywhere)

    def _heads(self, at: int, *, anywhere: bool = False) -> bool:
        """Whether a line has the form of a heading and stands above running text.

        What stands below a picture or another short line may belong to that.
        """
        piece, above = self.pieces[at], self.pieces[at - 1] if at else None
        is_line = not (piece.level or "\n" in piece.text or piece.is_picture or piece.is_caption)
        is_form = is_line and is_heading_like(
            piece.text, _WORDS
        )  # first: it knows what is too long
        if not is_form or is_byline_or_date(piece.text) or _DATA.search(piece.text):
            return False
        if piece.is_boxed or self._leads_on(piece):
            return False
        if above and not anywhere and (above.is_picture or self._is_short(above)):
            return False
        following = (self.pieces[below] for below in range(at + 1, len(self.pieces)))
        below = (other for other in following if not other.is_picture)
        return self._is_running(next(below, piece))

    def _is_running(self, piece: Piece) -> bool:
        is_text = not (piece.level or piece.is_bold or piece.is_picture or piece.is_linked)
        return is_text and len(piece.text) >= _RUNNING

    def _is_short(self, piece: Piece) -> bool:
        """Whether a block is one line that is neither a heading nor a sentence."""
        is_line = not (piece.level or piece.is_bold or "\n" in piece.text)
        is_line = is_line and any(map(str.isalnum, piece.text))
        return is_line and len(piece.text) < _RUNNING and not has_sentence(piece.text)

    def _numbered(self) -> Iterator[tuple[int, Piece]]:
        return enumerate(self.pieces)
