"""Headings that a page shows without marking them: in bold, in capitals, in a class of their own.

No sign alone makes one. What counts is what their author does several times, each time above
running text and each time in other words: labels repeat, and so do the names of who speaks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, takewhile

from briefing.parsing.headings import find_headings
from briefing.parsing.importers.page.asked import asked_lines
from briefing.parsing.importers.page.bold_parts import FIRST_LINE, Line, joined_again, lines_of
from briefing.parsing.importers.page.head import is_name_like
from briefing.parsing.importers.page.line_forms import MOST_IN_BLOCK, SIGN, Lines
from briefing.parsing.importers.page.pieces import SET_OFF, Piece, heading
from briefing.text.lines import letters_of, one_line

_MARKED = 2
"""Headings by which their author knew how to mark one."""
_SEVERAL = 2
"""Lines of one form, from which on they are headings."""
_MOSTLY = 2
"""How many times as many lines of speech as other headings are some, too."""
_SPOKEN = re.compile(r"[“\"„«»‘'][^“”\"„«»\n]{4,80}[”\"“»«’']")
"""A line that is what somebody says, and no more."""
_OWN = re.compile(r"(?i)p\.|.*(?:title|head)")
"""The kinds of elements that lines of a class of their own are: paragraphs, or called headings."""
_BEGUN = 2
"""Blocks of running text above the first line of a paragraph that is no byline."""
_MANY, _SECTION = 4, 300
"""Lines in bold that are headings though no text stands right below them, and characters of what
stands down to the next heading."""
_CAPITALS = 2
"""Words of a line in capitals; a single one is a label."""


def with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """The blocks of an article, with lines that are headings in all but name as headings."""
    lines = lines_of(pieces)
    levels = _Headings([line.piece for line in lines]).levels()
    made = [
        Line(heading(one_line(line.piece.text), levels[at]), line.of) if at in levels else line
        for at, line in enumerate(lines)
    ]
    return joined_again(pieces, made)


class _Headings(Lines):
    """The lines of an article, and which of them are headings."""

    def levels(self) -> dict[int, int]:
        """The levels of those that are headings, by their place."""
        found = self._called() | self._alike() | self._signed() | self._first_lines()
        marked = [piece.level for piece in self.pieces if piece.level]
        has_marked = len(marked) + len(found) >= _MARKED
        bold = self._bold_below() if has_marked else self._bold()
        if not (marked or found or bold):
            found = self._capitals()
        first = min(marked, default=2)
        set_off = self._set_off()
        if not has_marked:
            return {**dict.fromkeys(found | bold, first), **set_off}
        levels = dict.fromkeys(found, first) | set_off
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
        begun = next((at for at, p in enumerate(self.pieces) if self.is_running(p)), 0)
        called = (at for at, p in enumerate(self.pieces) if p.is_called_heading and at > begun)
        return {at for at in called if self.heads(at)}

    def _alike(self) -> set[int]:
        """Lines that share a class of their own."""
        groups = defaultdict[str, list[int]](list)
        for at, piece in enumerate(self.pieces):
            if "." in piece.style and _OWN.match(piece.style) and not piece.is_caption:
                groups[piece.style].append(at)
        own = (group for group in groups.values() if len(group) >= _SEVERAL)
        return {at for group in own if all(map(self.heads_alone, group)) for at in group}

    def _signed(self) -> set[int]:
        """Lines that begin with one and the same sign, as others mark the entries of lists."""
        groups = defaultdict[str, list[int]](list)
        for at, piece in enumerate(self.pieces):
            if SIGN.match(piece.text) and piece.style:
                groups[piece.text[0]].append(at)
        own = (g for g in groups.values() if len(g) >= _SEVERAL and any(map(self.heads_alone, g)))
        own = (g for g in own if all(self.heads_alone(at, anywhere=True) for at in g))
        return {at for group in own for at in group}

    def _first_lines(self) -> set[int]:
        """Lines above a paragraph in their own block, where the text has begun."""
        running = (at for at, piece in self.numbered() if self.is_running(piece))
        begun = next(islice(running, _BEGUN - 1, None), len(self.pieces))
        lines = (at for at, p in self.numbered() if p.style == FIRST_LINE and at > begun)
        below = (at for at in lines if self.is_running(self.pieces[at - 1]))
        return {at for at in below if self.heads_alone(at)}

    def _set_off(self) -> dict[int, int]:
        """The levels of quotations that are but a line in bold: several, above text or headings."""
        found = dict[int, int]()
        for at, piece in self.numbered():
            if piece.style != SET_OFF:
                continue
            below = self.pieces[at + 1] if at + 1 < len(self.pieces) else piece
            if not self.is_form(at) or not (below.level or self.is_running(below)):
                return {}
            found[at] = max(below.level - 1, 2) if below.level else 2
        return dict.fromkeys(found, min(found.values())) if len(found) >= _SEVERAL else {}

    def _bold(self) -> set[int]:
        """Lines in bold, where hardly any headings are marked."""
        asked = asked_lines(self.pieces)
        bold = [
            p.text if at not in asked and self.may_be_heading(at) else None
            for at, p in self.numbered()
        ]
        if bold and bold[0] and is_name_like(bold[0]):
            bold[0] = None
        found = set(find_headings(bold, most_words=MOST_IN_BLOCK))
        found -= (
            {max(found, default=0)} if not self.has_text_below(max(found, default=0)) else set()
        )
        found = self._with_longer(found, asked)
        return found if len(found) != 1 or self.is_below_text(min(found)) else set()

    def _bold_below(self) -> set[int]:
        """Lines in bold, where others are headings: several, each above a paragraph."""
        asked = asked_lines(self.pieces)
        bold = {at for at, p in self.numbered() if p.is_bold and not self.goes_on(at)} - asked
        found = {at for at in bold if self.heads_alone(at) and self.pieces[at + 1].style}
        found = self._with_sentences(self._with_others(found, bold), bold)
        return self._with_longer(found | self._over_sections(bold), asked)

    def _over_sections(self, bold: set[int]) -> set[int]:
        """Lines in bold of one style, many of which have much text down to the next heading."""
        groups = defaultdict[str, list[int]](list)
        for at in sorted(bold):
            if self.pieces[at].style and self.is_form(at) and self._has_section(at):
                groups[self.pieces[at].style].append(at)
        return {at for group in groups.values() if len(group) >= _MANY for at in group}

    def _has_section(self, at: int) -> bool:
        """Whether a line of several words is followed by text before the next heading."""
        following = islice(self.pieces, at + 1, None)
        section = list(takewhile(lambda piece: not (piece.level or piece.is_bold), following))
        is_long = sum(len(piece.text) for piece in section) >= _SECTION
        is_own = self.said[letters_of(self.pieces[at].text)] == 1
        return is_long and is_own and any(map(self.is_running, section))

    def _with_longer(self, found: set[int], asked: set[int]) -> set[int]:
        """Several headings, with as many lines of their style that are as long as sentences.

        Each of them stands between running text, as an emphasis inside a paragraph does not.
        """
        styles = {self.pieces[at].style for at in found}
        bold = {at for at, p in self.numbered() if p.is_bold and p.style in styles}
        longer = {at for at in bold - found - asked if self.is_longer(at)}
        return found | longer if _SEVERAL <= len(found) >= len(longer) else found

    def _with_sentences(self, found: set[int], bold: set[int]) -> set[int]:
        """Several headings, with those of their style that are what somebody says."""
        styles = {self.pieces[at].style for at in found}
        said = {at for at in bold - found if _SPOKEN.fullmatch(self.pieces[at].text)}
        own = {at for at in said if self.pieces[at].style in styles and self.is_above_text(at)}
        return found | own if len(own) <= _MOSTLY * len(found) else found

    def _capitals(self) -> set[int]:
        """Paragraphs in capitals."""
        written = {
            at
            for at, p in self.numbered()
            if p.style and p.text.isupper() and len(p.text.split()) >= _CAPITALS
        }
        return self._with_others({at for at in written if self.heads_alone(at)}, written)

    def _with_others(self, found: set[int], alike: set[int]) -> set[int]:
        """Several headings, with the lines of their style that stand below anything at all."""
        if len(found) < _SEVERAL:
            return set()
        styles = {self.pieces[at].style for at in found}
        others = (at for at in alike - found if at - 1 not in alike)
        own = (at for at in others if self.pieces[at].style in styles)
        return found | {at for at in own if self.heads_alone(at, anywhere=True)}
