"""What is asked of a line of an article: whether it has the form of a heading, and heads text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from briefing.parsing.headings import MOST_WORDS, is_byline_or_date, is_heading_like
from briefing.parsing.importers.page.pictures import without_credit
from briefing.parsing.importers.page.pieces import Piece, has_sentence
from briefing.text.lines import letters_of

RUNNING = 60
"""Characters of the running text below a heading."""
_BELOW = 3
"""Blocks in which it stands, where others come first."""
_BROKEN = 2
"""Line breaks in a heading that are no parts of its look."""
_DATA = re.compile(r":(?=\W*\d)[\W\d]*\Z|(?<!\S)@\w+\Z")
"""What makes a line one of data: a name and a number behind it, or somebody's name on a network."""
MOST_IN_BLOCK = 16
"""Words of a line that is a block of its own; in a text without any marks they are fewer."""
_LONGER = 160
"""Characters of one that is a heading as others of its style."""
_LINK = re.compile(r"\\.|\[((?:[^\[\]\\]|\\.)*+)\]\(<", re.DOTALL)
"""The words of a link, as they are written; a sign behind a backslash begins none."""
SIGN = re.compile(r"[.•·▪■◼●◆►▶→✓✔★☆+*][ \t]*(?=[^\W_])")
"""What marks a line as one of several, and no quotation or dash."""


class Lines:
    """The lines of an article, each asked by its place, 0-based."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.said = Counter(letters_of(piece.text) for piece in pieces)

    def numbered(self) -> Iterator[tuple[int, Piece]]:
        """The lines with their places."""
        return enumerate(self.pieces)

    def is_form(self, at: int) -> bool:
        """Whether a line has the form of a heading, and says neither data nor where it leads."""
        piece = self.pieces[at]
        words = SIGN.sub("", piece.text, count=1)
        is_line = not (piece.level or "\n" in piece.text or piece.is_picture or piece.is_caption)
        is_form = is_line and is_heading_like(words, MOST_IN_BLOCK)  # first: most are too long
        is_other = is_form and (is_byline_or_date(piece.text) or _DATA.search(piece.text))
        return is_form and not (is_other or piece.is_boxed or self.leads_on(piece))

    def heads(self, at: int, *, anywhere: bool = False) -> bool:
        """Whether a line has the form of a heading and stands above running text.

        What stands below a picture or another short line may belong to that.
        """
        piece, above = self.pieces[at], self.pieces[at - 1] if at else None
        if not self.is_form(at):
            return False
        if above and not anywhere and (above.is_picture or self.is_short(above)):
            return False
        following = (self.pieces[below] for below in range(at + 1, len(self.pieces)))
        below = (other for other in following if not other.is_picture)
        return self.is_running(next(below, piece))

    def heads_alone(self, at: int, *, anywhere: bool = False) -> bool:
        """The same, and that nothing else says the same."""
        is_alone = self.said[letters_of(self.pieces[at].text)] == 1
        return is_alone and self.heads(at, anywhere=anywhere)

    def is_bold_line(self, at: int) -> bool:
        """Whether a block is in bold and may be a heading; of its lines the look may part two."""
        piece = self.pieces[at]
        is_own = piece.is_bold and not (piece.is_boxed or piece.is_caption or self.leads_on(piece))
        is_line = is_own and piece.text.count("\n") < _BROKEN
        is_data = without_credit(piece.text) != piece.text or _DATA.search(piece.text)
        return is_line and not is_data and not self.goes_on(at)

    def may_be_heading(self, at: int) -> bool:
        """Whether a block is such a line, and of many words only right between running text."""
        is_short = len(self.pieces[at].text.split()) <= MOST_WORDS
        return self.is_bold_line(at) and (is_short or self.is_longer(at))

    def is_longer(self, at: int) -> bool:
        """Whether a line stands between running text, and announces no list."""
        piece = self.pieces[at]
        is_line = "\n" not in piece.text and len(piece.text) <= _LONGER and self.is_bold_line(at)
        is_between = at > 0 and self.is_running(self.pieces[at - 1]) and self.is_above_text(at)
        is_own = is_between and (self.pieces[at + 1].style != "" or not piece.text.endswith(":"))
        return is_line and is_own and not is_byline_or_date(piece.text)

    def goes_on(self, at: int) -> bool:
        """Whether a line in bold is part of a sentence that has other lines in bold."""
        below = self.pieces[at + 1 : at + 2]
        lines = [self.pieces[at], *(piece for piece in below if piece.is_bold)]
        return any(piece.text[0].islower() for piece in lines)

    def leads_on(self, piece: Piece) -> bool:
        """Whether a line leads elsewhere, as a label does with most of its words behind it."""
        linked = sum(map(len, _LINK.findall(piece.markdown)))
        return piece.is_linked or len(piece.text) < 2 * linked < 2 * len(piece.text)

    def has_text_below(self, at: int) -> bool:
        """Whether there is more below a line than a name or a credit: what it signs is above it."""
        below = (piece for piece in self.pieces[at + 1 :] if not piece.is_picture)
        return sum(len(piece.text) for piece in islice(below, _BELOW)) >= RUNNING

    def is_below_text(self, at: int) -> bool:
        """Whether running text stands above a line: alone above all of it, none heads a section."""
        return any(map(self.is_running, self.pieces[:at]))

    def is_above_text(self, at: int) -> bool:
        """Whether running text stands right below a line that nothing else repeats."""
        below = self.pieces[at + 1 : at + 2]
        return any(map(self.is_running, below)) and self.said[letters_of(self.pieces[at].text)] == 1

    def is_running(self, piece: Piece) -> bool:
        """Whether a block is running text."""
        is_text = not (piece.level or piece.is_bold or piece.is_picture or piece.is_linked)
        return is_text and len(piece.text) >= RUNNING

    def is_short(self, piece: Piece) -> bool:
        """Whether a block is one line that is neither a heading nor a sentence."""
        is_line = not (piece.level or piece.is_bold or "\n" in piece.text)
        is_line = is_line and any(map(str.isalnum, piece.text))
        return is_line and len(piece.text) < RUNNING and not has_sentence(piece.text)
