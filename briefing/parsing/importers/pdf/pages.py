"""The pages of a PDF through PDFium: for each line its words, their place and their type.

PDFium gives the characters of a page in the order of the file, with line breaks and spaces of its
own (`glyphs`). Which words are one line is told here again, by their places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.bullets import drawn_marks, with_marks
from briefing.parsing.importers.pdf.glyphs import Fonts, Glyphs, Run, Type
from briefing.parsing.importers.pdf.lines import HYPHEN, RAISED, RAISED_END, Gap, Page, Stretch
from briefing.parsing.importers.pdf.links import Links, links_on
from briefing.parsing.importers.pdf.looks import (
    BOLD,
    FIRST_LINK,
    ITALIC,
    LAST_LINK,
    PLAIN,
    link_sign,
)
from briefing.parsing.importers.pdf.tags import Tags
from briefing.parsing.importers.pdf.tex_codes import spelled
from briefing.parsing.importers.pdf.unspaced import words_of

_WIDE = 1.5
"""Times the size of the type: a wider gap parts columns or cells."""
_NARROW = 0.1
"""Times the size of the type: a space that PDFium made up and that is narrower is none."""
_LEAST = 0.03
"""Times the size of the type: a space that is written, and taken back by a move, is none."""
_LOOSE = 0.6
"""Times the size of the type: a wider gap may part cells, where columns are known."""
_INITIAL, _NEXT = 1.5, 0.35
"""Times the size of the text: of the initial of a paragraph, and how close its word goes on."""
_SHARE = 0.12
"""How much of a line must be of a size that stands for the line."""
_MARK = "•"
_HAS_LETTER = re.compile(r"[^\W_]")
_HALF = re.compile("[\ud800-\udfff]")
_LINK_SIGN = re.compile(f"[{chr(FIRST_LINK)}-{chr(LAST_LINK)}]")
_LAST_DIGITS = re.compile(r"(?<!\d)\d{1,3}\Z")
_SMALL_DIGITS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PDFIUM_HYPHEN = "\ufffe"
_HYPHENATED = re.compile(rf"(?<=[^\W\d_])[-\u2010\xad{_PDFIUM_HYPHEN}]\Z")


@dataclass(slots=True)
class _Word:
    """A word, or a part of one that is set differently."""

    text: str
    left: float
    right: float
    base: float
    type: Type
    is_raised: bool = False
    """Whether the font itself draws it small and high."""
    spaced: bool = False
    """Whether a space stands before it."""
    link: str = ""
    """The sign of the address that it leads to."""

    @property
    def looks(self) -> str:
        """The signs of how it is set."""
        bold, italic = BOLD * self.type.bold, ITALIC * self.type.italic
        return "" if self.is_raised else f"{bold}{italic}{self.link}"


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
            box = page.get_cropbox()
            seen = (word for word in _words(glyphs) if _is_on_page(word, box))
            lines = list(_joined(self.linked(seen, links_on(self.pdf, page))))
            stretches = [_stretch(words) for words in _with_typed_marks(_upright(lines))]
            stretches = with_marks(stretches, drawn_marks(page))
            return Page(index, label, stretches, not stretches and _has_picture(page))
        finally:
            text_page.close()
            page.close()

    def linked(self, words: Iterator[_Word], links: Links) -> Iterator[_Word]:
        """Words with the sign of where they lead."""
        for word in words:
            link = links.at(word.left, word.right, word.base, word.type.size)
            if link is not None and not word.type.turns:
                word.link = link_sign(self.addresses, link.address)
            yield word


def _words(glyphs: Glyphs) -> Iterator[_Word]:
    """The words of a page in the order of the file, parted where their type changes."""
    runs = iter(glyphs.runs)
    run, last = next(runs, None), 0
    for first, end in words_of(glyphs):
        start = first
        is_spaced = " " in glyphs.text[last:start]
        is_spaced = is_spaced and not raw.FPDFText_IsGenerated(glyphs.page, start - 1)
        last = end
        while run is not None and start < end:
            if run.end <= start:
                run = next(runs, None)
                continue
            at = min(end, run.end)
            for word in _parts(glyphs, glyphs.text[start:at], start, run):
                word.spaced, is_spaced = is_spaced, False
                yield word
            start = at


def _parts(glyphs: Glyphs, text: str, start: int, run: Run) -> Iterator[_Word]:
    """A word of one type; the digits at its end apart, where the font draws them small and high."""
    cut = len(text)
    digits = _LAST_DIGITS.search(text) if text[-1].isdecimal() else None
    if digits is not None and glyphs.is_raised(start + cut - 1, run.type):
        cut = digits.start()
    for part, at, is_raised in ((text[:cut], start, False), (text[cut:], start + cut, True)):
        if part:
            place = glyphs.place(at, at + len(part), run.type)
            yield _Word(spelled(_paired(part)), *place, run.type, is_raised)


def _paired(text: str) -> str:
    """Characters whose code PDFium gives in two halves (UTF-16); a half alone is no character."""
    if text.isascii() or not _HALF.search(text):
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _LINK_SIGN.sub("\ufffd", whole)


def _is_on_page(word: _Word, box: tuple[float, float, float, float]) -> bool:
    """Whether a word is in what is seen of a page: left, lower, right and upper edge."""
    left, low, right, high = box
    is_beside = left < (word.left + word.right) / 2 < right
    return bool(word.type.turns) or (is_beside and low < word.base + word.type.size / 2 < high)


def _has_picture(page: pdfium.PdfPage) -> bool:
    found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    return next(iter(found), None) is not None


def _joined(words: Iterator[_Word]) -> Iterator[list[_Word]]:
    """Words that stand close to each other on one line."""
    line: list[_Word] = []
    for word in words:
        if line and _is_apart(line[-1], word):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _is_apart(before: _Word, word: _Word) -> bool:
    """Whether a word does not stand in the line of the one before it."""
    size = max(before.type.size, word.type.size)
    gap = word.left - before.right
    return (
        before.type.turns != word.type.turns
        or not -0.5 * size < gap < _WIDE * size
        or abs(word.base - before.base) > 0.55 * size
    )


def _upright(lines: Sequence[list[_Word]]) -> list[list[_Word]]:
    """The lines that run as most of the page does: a stamp in its margin does not."""
    counts = Counter[int]()
    for line in lines:
        counts[line[0].type.turns] += sum(len(word.text) for word in line)
    main = max(counts, key=counts.__getitem__, default=0)
    return [line for line in lines if line[0].type.turns == main]


def _with_typed_marks(lines: list[list[_Word]]) -> list[list[_Word]]:
    """The lines of a page with the marks of items that are letters of a font made for them."""
    draws = Counter[str]()
    for line in lines:
        for word in line:
            draws[word.type.draws] += len(word.text)
    if draws[""] * 2 < draws.total():
        return lines
    for first, *others in lines:
        is_apart = not others or (
            others[0].left - first.right > _LOOSE * first.type.size and not others[0].type.draws
        )
        if len(first.text) == 1 and is_apart and first.type.draws in (".", first.text):
            first.text = _MARK
    return lines


def _stretch(words: Sequence[_Word]) -> Stretch:
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
        if index and is_apart and not _is_initial(words, index, gap):
            parts.append(" ")
            marks.append(" ")
            last = ""
            if gap > _LOOSE * size:
                gaps.append(Gap(parts.count(" "), word.left - gap, word.left))
        is_higher = word.type.size < 0.85 * size and word.base > main.base + 0.15 * size
        is_raised = word.is_raised or is_higher
        parts.append(f"{RAISED}{word.text}{RAISED_END}" if is_raised else word.text)
        looks = "" if is_raised else word.looks
        marks.append(f"{PLAIN if last else ''}{looks}" if looks != last else "")
        marks.append(parts[-1])
        last = looks
    text = _settled("".join(parts))
    marked = "".join(marks)
    is_bold = all(word.type.bold or not _HAS_LETTER.search(word.text) for word in words)
    is_bold = is_bold and any(word.type.bold for word in words)
    levels = {word.type.level for word in words if _HAS_LETTER.search(word.text)}
    right = max(word.right for word in words)
    looks = _settled(marked) if marked != "".join(parts) else ""
    size = _largest(words)
    place = words[0].left, right, main.base
    level = min(levels, default=0)
    return Stretch(text, *place, size, is_bold, tuple(gaps), looks, level)


def _is_initial(words: Sequence[_Word], index: int, gap: float) -> bool:
    """Whether a word goes on with the large initial before it, as paragraphs begin in magazines."""
    first, word = words[0], words[index]
    is_large = first.type.size >= _INITIAL * word.type.size
    is_letter = len(first.text) == 1 and first.text.isupper() and word.text[0].isupper()
    return index == 1 and is_large and is_letter and gap < _NEXT * word.type.size


def _settled(text: str) -> str:
    """Words with one sign for the hyphen at their end, and for what is raised."""
    text = _HYPHENATED.sub(HYPHEN, text).replace(_PDFIUM_HYPHEN, "-")
    return _SMALL_DIGITS.sub(_raised, text.replace(f"{RAISED_END}{RAISED}", ""))


def _raised(match: re.Match[str]) -> str:
    """Digits that are small and high by their code, as those that only look so."""
    return f"{RAISED}{match[0].translate(_DIGITS)}{RAISED_END}"


def _largest(words: Sequence[_Word]) -> float:
    """The size that words are set in: of small capitals that of the large ones.

    A single large initial at the beginning of a paragraph does not count.
    """
    sizes = Counter[float]()
    for word in words:
        sizes[word.type.size] += len(word.text)
    enough = _SHARE * sizes.total()
    return max(size for size, count in sizes.items() if count >= enough)
