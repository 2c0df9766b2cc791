"""The pages of a PDF through PDFium: for each line its words, their place and their type.

PDFium (https://pdfium.googlesource.com/pdfium/) gives the characters of a page in the order of the
file, with line breaks and spaces of its own. Only the first and the last character of a word are
asked for their place, since each question costs a microsecond.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing.parsing.importers.pdf.lines import HYPHEN, RAISED, RAISED_END, Page, Stretch

_WORD = re.compile(r"[^\s\x00-\x1f\x7f]+")
_BOLD = re.compile(r"(?i)bold|black|heavy|demi|(?:^|\+)(?:cmbx|sfbx|ecbx|cmssbx)|[-,]bd\b|\.b\b")
"""What the names of bold fonts have in them, those of TeX's too."""
_BOLD_WEIGHT = 600
_WIDE = 1.5
"""Times the size of the type: a wider gap parts columns or cells."""
_NARROW = 0.1
"""Times the size of the type: a space that PDFium made up and that is narrower is none."""
_SHARE = 0.12
"""How much of a line must be of a size that stands for the line."""
_HAS_LETTER = re.compile(r"[^\W_]")
_LAST_DIGITS = re.compile(r"(?<!\d)\d{1,3}\Z")
_SMALL_DIGITS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PDFIUM_HYPHEN = "\ufffe"
_HYPHENATED = re.compile(rf"(?<=[^\W\d_])[-\u2010\xad{_PDFIUM_HYPHEN}]\Z")


@dataclass(frozen=True, slots=True)
class _Type:
    """How the characters of one text object are set."""

    size: float
    bold: bool
    turns: int
    """How many quarters of a turn to the left."""
    is_raised: bool = False
    """Whether the font itself draws them small and high."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or a part of one that is set differently."""

    text: str
    left: float
    right: float
    base: float
    type: _Type
    spaced: bool
    """Whether a space stands before it."""


class PageReader:
    """Reads the pages of one document, one after the other.

    Args:
        pdf: An open document.
    """

    def __init__(self, pdf: pdfium.PdfDocument) -> None:
        self.pdf = pdf
        self.box = raw.FS_RECTF()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.right, self.bottom, self.top = (ctypes.c_double() for _ in range(3))
        self.fonts: dict[int, bool] = {}
        self.types: dict[int, _Type] = {}

    def page(self, index: int) -> Page:
        """One page; without any line where it has no text."""
        page = self.pdf[index]
        text_page = page.get_textpage()
        try:
            self.types = {}
            label = self.pdf.get_page_label(index).strip() or str(index + 1)
            lines = list(_joined(self.words(text_page)))
            stretches = [_stretch(words) for words in _upright(lines)]
            return Page(index, label, stretches, not stretches and _has_picture(page))
        finally:
            text_page.close()
            page.close()

    def words(self, text_page: pdfium.PdfTextPage) -> Iterator[_Word]:
        """The words of a page in the order of the file, parted where their type changes."""
        text = _text(text_page)
        end = 0
        for match in _WORD.finditer(text):
            between, end = text[end : match.start()], match.end()
            parts = list(self.parts(text_page, match))
            is_real = " " in between and not raw.FPDFText_IsGenerated(
                text_page.raw, match.start() - 1
            )
            yield replace(parts[0], spaced=is_real)
            yield from parts[1:]

    def parts(self, page: pdfium.PdfTextPage, match: re.Match[str]) -> Iterator[_Word]:
        """A word by its text objects, which may be set differently, or stand apart."""
        at, end = match.span()
        last = self.object_at(page, end - 1)
        while at < end:
            key = self.object_at(page, at)
            stop = end if key == last else at + 1
            while stop < end and self.object_at(page, stop) == key:
                stop += 1
            text = match.string[at:stop]
            raised = self.raised(page, text, at, self.types[key])
            if raised < len(text):
                yield self.word(page, text[: len(text) - raised], at, self.types[key])
            if raised:
                look = replace(self.types[key], is_raised=True)
                yield self.word(page, text[-raised:], stop - raised, look)
            at = stop

    def raised(self, page: pdfium.PdfTextPage, text: str, start: int, look: _Type) -> int:
        """How many digits at the end of a word are drawn small and high, by the font itself."""
        digits = _LAST_DIGITS.search(text)
        if digits is None or look.turns:
            return 0
        index = start + len(text) - 1
        raw.FPDFText_GetCharBox(page.raw, index, self.x, self.right, self.bottom, self.top)
        raw.FPDFText_GetCharOrigin(page.raw, index, self.x, self.y)
        is_high = self.bottom.value > self.y.value + 0.18 * look.size
        return len(digits[0]) if is_high else 0

    def word(self, page: pdfium.PdfTextPage, text: str, start: int, look: _Type) -> _Word:
        """Characters of one type with their place."""
        box = self.box
        raw.FPDFText_GetLooseCharBox(page.raw, start, box)
        low, left, high = box.bottom, box.left, box.top
        raw.FPDFText_GetLooseCharBox(page.raw, start + len(text) - 1, box)
        raw.FPDFText_GetCharOrigin(page.raw, start, self.x, self.y)
        x, y = self.x.value, self.y.value
        left, right, base = (
            (left, box.right, y),
            (low, box.top, -x),
            (-box.right, -box.left, -y),
            (-high, -box.bottom, x),
        )[look.turns]
        return _Word(text, left, right, base, look, spaced=False)

    def object_at(self, page: pdfium.PdfTextPage, index: int) -> int:
        """Which text object a character belongs to; a key of `types`."""
        handle = raw.FPDFText_GetTextObject(page.raw, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in self.types:
            self.types[key] = self.type_of(page, index, handle)
        return key

    def type_of(self, page: pdfium.PdfTextPage, index: int, handle: raw.FPDF_PAGEOBJECT) -> _Type:
        """How a text object is set; its size is that of its matrix, too."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(page.raw, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        turns = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        size = round(raw.FPDFText_GetFontSize(page.raw, index) * scale, 1)
        font = raw.FPDFTextObj_GetFont(handle) if handle else None
        return _Type(size or 1.0, font is not None and self.is_bold(font), turns)

    def is_bold(self, font: raw.FPDF_FONT) -> bool:
        """Whether a font says by its name or its weight that it is bold."""
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        known = self.fonts.get(key)
        if known is None:
            name = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(font, name, 128)
            known = _BOLD.search(name.value.decode("utf-8", "replace")) is not None
            known = known or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            self.fonts[key] = known
        return known


def _has_picture(page: pdfium.PdfPage) -> bool:
    found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    return next(iter(found), None) is not None


def _text(text_page: pdfium.PdfTextPage) -> str:
    """The characters of a page, one for each that PDFium counts."""
    count = text_page.count_chars()
    text: str = text_page.get_text_range() if count else ""
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(text_page.raw, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


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


def _stretch(words: Sequence[_Word]) -> Stretch:
    """Words of one line as one."""
    main = max(words, key=lambda word: len(word.text) * word.type.size)
    size = main.type.size
    parts: list[str] = []
    for index, word in enumerate(words):
        gap = word.left - words[index - 1].right if index else 0.0
        if index and (word.spaced or gap > _NARROW * size):
            parts.append(" ")
        is_higher = word.type.size < 0.85 * size and word.base > main.base + 0.15 * size
        is_raised = word.type.is_raised or is_higher
        parts.append(f"{RAISED}{word.text}{RAISED_END}" if is_raised else word.text)
    text = _HYPHENATED.sub(HYPHEN, "".join(parts)).replace(_PDFIUM_HYPHEN, "-")
    text = _SMALL_DIGITS.sub(_raised, text.replace(f"{RAISED_END}{RAISED}", ""))
    is_bold = all(word.type.bold or not _HAS_LETTER.search(word.text) for word in words)
    is_bold = is_bold and any(word.type.bold for word in words)
    right = max(word.right for word in words)
    return Stretch(text, words[0].left, right, main.base, _largest(words), is_bold)


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
