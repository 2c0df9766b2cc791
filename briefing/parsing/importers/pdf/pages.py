"""The pages of a PDF through PDFium: for each line its words, their place and their type.

PDFium gives the characters of a page in the order of the file, with line breaks and spaces of its
own (`glyphs`). Which words are one line is told here again, by their places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing.parsing.importers.pdf.adjoining import adjoining
from briefing.parsing.importers.pdf.bars import bars_of
from briefing.parsing.importers.pdf.boxed import with_boxes
from briefing.parsing.importers.pdf.bullets import with_marks
from briefing.parsing.importers.pdf.drawn import shapes_on
from briefing.parsing.importers.pdf.figures import labels_in_figures
from briefing.parsing.importers.pdf.glyphs import Fonts, Glyphs
from briefing.parsing.importers.pdf.gutters import parted_at_gutters
from briefing.parsing.importers.pdf.initials import with_initials
from briefing.parsing.importers.pdf.lines import (
    HYPHEN,
    RAISED,
    RAISED_END,
    Gap,
    Page,
    Stretch,
    plain,
)
from briefing.parsing.importers.pdf.links import Links, links_on
from briefing.parsing.importers.pdf.looks import PLAIN, link_sign
from briefing.parsing.importers.pdf.note_words import with_notes_apart
from briefing.parsing.importers.pdf.ruled import with_ruled_rows
from briefing.parsing.importers.pdf.shadows import drawn_once
from briefing.parsing.importers.pdf.side_by_side import parted
from briefing.parsing.importers.pdf.spaced_out import closed_up
from briefing.parsing.importers.pdf.spaced_rows import with_spaced_rows
from briefing.parsing.importers.pdf.tags import Tags
from briefing.parsing.importers.pdf.typed_ends import TYPED, with_typed_hyphens
from briefing.parsing.importers.pdf.typed_marks import with_typed_marks
from briefing.parsing.importers.pdf.underlines import with_underlines
from briefing.parsing.importers.pdf.words import (
    HAS_LETTER,
    Word,
    are_bold,
    types_of_letters,
    words_on,
)

_NARROW = 0.1
"""Times the size of the type: a space that PDFium made up and that is narrower is none."""
_LEAST = 0.03
"""Times the size of the type: a space that is written, and taken back by a move, is none."""
_CLOSE = 0.16
"""Times the size of the type: how far apart a hyphen stands at most that parts a word."""
_LOOSE = 0.6
"""Times the size of the type: a wider gap may part cells, where columns are known."""
_INITIAL, _NEXT = 1.5, 0.35
"""Times the size of the text: of the initial of a paragraph, and how close its word goes on."""
_SMALL_CAPITALS = 2
"""Sizes of type that small capitals have."""
_RUN_IN = 1.25
"""Times the size of the text: type of a heading that stands in its first line."""
_FIGURE = 1.25
"""Times the size of words: that of a figure which they tell of."""
_LIFTED = 0.3
"""Times the size of the text: how high digits stand that are raised whatever their size."""
_SHARE = 0.12
"""How much of a line must be of a size that stands for the line."""
_SMALL_DIGITS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PDFIUM_HYPHEN = "\ufffe"
_HYPHENS = ("-", "\u2010", "\xad", _PDFIUM_HYPHEN, TYPED)
_HYPHENATED = re.compile(rf"(?<=[^\W\d_])[-\u2010\xad{_PDFIUM_HYPHEN}]\Z")


class PageReader:
    """Reads the pages of one document, one after the other.

    Args:
        pdf: An open document.
    """

    def __init__(self, pdf: pdfium.PdfDocument) -> None:
        self.pdf = pdf
        self.fonts = Fonts()
        self.tags = Tags(pdf)
        self.addresses: list[str] = []
        """Where the links of the pages read so far lead."""

    def page(self, index: int) -> Page:
        """One page; without any line where it has no text."""
        page = self.pdf[index]
        text_page = page.get_textpage()
        try:
            label = self.pdf.get_page_label(index).strip() or str(index + 1)
            glyphs = Glyphs(text_page, self.fonts, self.tags.headings_on(page))
            box = page.get_bbox()  # the boxes that all pages share count, too
            seen = (word for word in words_on(glyphs) if _is_on_page(word, box))
            links = links_on(self.pdf, page)
            joined = list(adjoining(self.linked(seen, links) if links else seen))
            joined = with_notes_apart(joined)
            lines = [closed_up(line) for line in parted(joined)]
            upright, turned = _by_direction(list(with_typed_hyphens(lines)))
            found = (_stretch(words) for words in with_typed_marks(parted_at_gutters(upright)))
            stretches = with_initials(list(drawn_once(found)))
            shapes = shapes_on(page)
            stretches = with_underlines(with_marks(stretches, shapes), shapes)
            stretches, boxes = with_boxes(stretches, shapes)
            stretches = with_spaced_rows(with_ruled_rows(stretches, shapes))
            figured = labels_in_figures(stretches, page, shapes)
            is_scan = not stretches and _has_picture(page)
            across = " ".join(plain(_stretch(words).text) for words in turned)
            bars = bars_of(shapes)
            return Page(index, label, stretches, is_scan, across, boxes, bars=bars, labels=figured)
        finally:
            text_page.close()
            page.close()

    def linked(self, words: Iterator[Word], links: Links) -> Iterator[Word]:
        """Words with the sign of where they lead."""
        for word in words:
            link = links.at(word.left, word.right, word.base, word.type.size)
            if link is not None and not word.type.turns:
                word.link = link_sign(self.addresses, link.address)
            yield word


def _is_on_page(word: Word, box: tuple[float, float, float, float]) -> bool:
    """Whether a word is in what is seen of a page: left, lower, right and upper edge."""
    left, low, right, high = box
    is_beside = left < (word.left + word.right) / 2 < right
    return bool(word.type.turns) or (is_beside and low < word.base + word.type.size / 2 < high)


def _has_picture(page: pdfium.PdfPage) -> bool:
    found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    return next(iter(found), None) is not None


def _by_direction(lines: Sequence[list[Word]]) -> tuple[list[list[Word]], list[list[Word]]]:
    """The lines that run as most of the page does, and others, such as a stamp in its margin."""
    counts = Counter[int]()
    for line in lines:
        counts[line[0].type.turns] += sum(len(word.text) for word in line)
    main = max(counts, key=counts.__getitem__, default=0)
    upright = [line for line in lines if line[0].type.turns == main]
    return upright, [line for line in lines if line[0].type.turns != main]


def _stretch(words: Sequence[Word]) -> Stretch:
    """Words of one line as one."""
    main = max(words, key=lambda word: len(word.text) * word.type.size)
    size = main.type.size
    parts: list[str] = []
    marks: list[str] = []
    gaps: list[Gap] = []
    last = ""
    for index, word in enumerate(words):
        gap = word.left - words[index - 1].right if index else 0.0
        is_apart = gap > (_LEAST if word.spaced else _NARROW) * size
        if is_apart and index == len(words) - 1:
            is_apart = not _is_lone_hyphen(words, index, gap)
        if index and is_apart and not (index == 1 and _is_initial(words, gap)):
            parts.append(" ")
            marks.append(" ")
            last = ""
            if gap > _LOOSE * size:
                gaps.append(Gap(parts.count(" "), word.left - gap, word.left))
        is_higher = word.type.size < 0.85 * size and word.base > main.base + 0.15 * size
        is_raised = word.is_raised or is_higher or _is_lifted(word, words[index - 1], main)
        parts.append(f"{RAISED}{word.text}{RAISED_END}" if is_raised else word.text)
        looks = "" if is_raised else word.looks
        marks.append(f"{PLAIN if last else ''}{looks}" if looks != last else "")
        marks.append(parts[-1])
        last = looks
    text = _settled("".join(parts))
    marked = "".join(marks)
    lettered = types_of_letters(words)
    levels = {look.level for look in lettered}
    faces = {look.face for look in lettered}
    right = max(word.right for word in words)
    looks = _settled(marked) if marked != "".join(parts) else ""
    place = words[0].left, right, main.base
    level = min(levels, default=0)
    face = faces.pop() if len(faces) == 1 else ""
    return Stretch(text, *place, _largest(words), are_bold(words), tuple(gaps), looks, level, face)


def _is_initial(words: Sequence[Word], gap: float) -> bool:
    """Whether a word goes on with the large initial before it, as paragraphs begin in magazines."""
    first, word = words[0], words[1]
    is_large = first.type.size >= _INITIAL * word.type.size
    is_letter = len(first.text) == 1 and first.text.isupper() and word.text[0].isupper()
    return is_large and is_letter and gap < _NEXT * word.type.size


def _is_lifted(word: Word, before: Word, main: Word) -> bool:
    """Whether digits stand right behind a word, much higher though hardly smaller, as of a note."""
    is_behind = HAS_LETTER.search(before.text) is not None and before.base == main.base
    is_high = word.base - main.base > _LIFTED * main.type.size >= _LIFTED * word.type.size
    is_close = abs(word.left - before.right) <= _NARROW * word.type.size
    return is_behind and is_high and is_close and re.fullmatch(r"\d{1,3}", word.text) is not None


def _is_lone_hyphen(words: Sequence[Word], index: int, gap: float) -> bool:
    """Whether the last word of a line is a hyphen that is drawn a little apart from its word."""
    word = words[index]
    is_near = index > 0 and not word.spaced and gap < _CLOSE * word.type.size
    return is_near and word.text in _HYPHENS and words[index - 1].text[-1:].isalpha()


def _settled(text: str) -> str:
    """Words with one sign for the hyphen at their end, and for what is raised."""
    text = _HYPHENATED.sub(HYPHEN, text).replace(_PDFIUM_HYPHEN, "-").replace(TYPED, "-")
    return _SMALL_DIGITS.sub(_raised, text.replace(f"{RAISED_END}{RAISED}", ""))


def _raised(match: re.Match[str]) -> str:
    """Digits that are small and high by their code, as those that only look so."""
    return f"{RAISED}{match[0].translate(_DIGITS)}{RAISED_END}"


def _largest(words: Sequence[Word]) -> float:
    """The size that words are set in: of small capitals that of the large ones.

    A single large initial at the beginning of a paragraph does not count.
    """
    if all(word.type.size == words[0].type.size for word in words):
        return words[0].type.size
    sizes = Counter[float]()
    for word in words:
        sizes[word.type.size] += len(word.text)
    told = max((w.type.size for w in words if any(map(str.isalpha, w.text))), default=0.0)
    first = words[0]
    is_figure = first.text[:1].isdecimal() and first.type.size == max(sizes)
    if is_figure and first.type.size >= _FIGURE * told > 0:  # larger than what it counts
        return told
    if len(sizes) == _SMALL_CAPITALS and _are_small_capitals(words, min(sizes)):
        return max(sizes)
    last, large = words[-1].type, max(sizes)
    is_plain = HAS_LETTER.search(words[-1].text.strip("0123456789")) is not None
    is_plain = is_plain and not (last.bold or last.italic or words[-1].is_raised)
    if is_plain and last.size < large <= _RUN_IN * last.size:
        heads = (word.type for word in words if word.type.size == large)
        if all(head.bold or head.italic for head in heads):
            return last.size  # the text goes on behind a heading
    enough = _SHARE * sizes.total()
    return max(size for size, count in sizes.items() if count >= enough)


def _are_small_capitals(words: Sequence[Word], small: float) -> bool:
    """Whether words are capitals of two sizes, of which the larger ones begin words."""
    letters = [word for word in words if any(map(str.isalpha, word.text))]
    if not all(word.text.isupper() for word in letters):
        return False
    return any(
        one.type.size > small == other.type.size and 0 <= other.left - one.right < _NARROW * small
        for one, other in pairwise(letters)
    )
