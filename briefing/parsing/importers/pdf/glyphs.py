"""The characters of one page of a PDF through PDFium: how they are set, and where.

PDFium (https://pdfium.googlesource.com/pdfium/) answers for one character at a time, and each
answer costs a microsecond. So only the ends of words are asked for their place, and how characters
are set is asked once for each text object, whose characters stand side by side.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Mapping

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing.model.records import dataclass, field
from briefing.parsing.importers.pdf.accents import composed
from briefing.parsing.importers.pdf.bold_names import is_bold_font
from briefing.parsing.importers.pdf.characters import characters_of
from briefing.parsing.importers.pdf.doubled import BOTH, letters_in, second_letters, with_both
from briefing.parsing.importers.pdf.faces import colour_of, family_of
from briefing.parsing.importers.pdf.font_files import says_nothing, style_of
from briefing.parsing.importers.pdf.glyph_codes import are_glyphs, named
from briefing.parsing.importers.pdf.runs import Run, Type, is_taken
from briefing.parsing.importers.pdf.said_instead import with_said
from briefing.parsing.importers.pdf.tex_codes import decoded
from briefing.parsing.importers.pdf.tex_widths import Bitmaps, is_nameless
from briefing.parsing.importers.pdf.unmapped import UNKNOWN, Shape, Unmapped, draws_signs

_ITALIC = re.compile(
    r"Ital|(?i:italic|oblique|slanted|(?:^|\+)(?:cmti|cmsl|sfti|ecti)|[-,]it\b|\.i\b)"
)
"""What the names of fonts in italics have in them."""
_MARKS = re.compile(r"(?i)wingdings|webdings|dingbats|(?:^|\+)msam\d")
_TYPEWRITER = re.compile(r"(?i)courier")
_LEANING = f"f{BOTH}"
"""Letters that stick out to the right where they are set to do so."""
_OVERHANG = 0.1
"""Times the size of the type: how far."""
_FILLED = 0.05
"""The same: less than that is no space between words."""
_HIGH = 0.18
"""Times the size of the type: what stands higher above the line is raised."""


_Look = tuple[bool, bool, str, str]
"""Whether a font is bold, whether italic, what marks it draws, and its family."""


@dataclass(slots=True)
class Fonts:
    """What the fonts of a document look like, by the address that PDFium has them at."""

    known: dict[int, _Look] = field(default_factory=dict)
    unmapped: Unmapped = field(default_factory=Unmapped)
    """The characters of the document whose letters its fonts do not say."""
    bitmaps: Bitmaps = field(default_factory=Bitmaps)
    """How those without a name are styled."""
    are_glyphs: bool = False
    """Whether characters of the document are the numbers of glyphs (`glyph_codes`)."""
    plain: set[tuple[str, str]] = field(default_factory=set)
    """Names of fonts and suspicious characters of theirs that are what they seem."""

    def look(self, font: raw.FPDF_FONT) -> _Look:
        """What a font looks like by its name and weight."""
        key = _address(font)
        look = self.known.get(key)
        if look is None:
            name = _name(font)
            bold = is_bold_font(name, raw.FPDFFont_GetWeight(font))
            italic = _ITALIC.search(name) is not None
            if says_nothing(name):
                by_file = style_of(font)
                bold, italic = bold or by_file[0], italic or by_file[1]
            marks = "." if _MARKS.search(name) else "o" if _TYPEWRITER.search(name) else ""
            look = bold, italic, marks, family_of(name)
            self.known[key] = look
        return look


def _name(font: raw.FPDF_FONT) -> str:
    buffer = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, buffer, 128)
    return buffer.value.decode("utf-8", "replace")


class Glyphs:
    """The characters of one page.

    Args:
        page: Its text.
        fonts: What is known of the fonts of the document.
        tagged: The levels of headings by the number of their marked content.
    """

    def __init__(
        self, page: pdfium.PdfTextPage, fonts: Fonts, tagged: Mapping[int, int] | None = None
    ) -> None:
        self.page = page.raw
        self.fonts = fonts
        self.tagged = tagged or {}
        self.count = page.count_chars()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._right, self._low, self._top = (ctypes.c_double() for _ in range(3))
        self.runs = self._runs()
        """The characters by their text objects; those that PDFium made up belong to none."""
        if fonts.bitmaps.settled():  # what came first is told by what came later
            self.runs = self._runs()
        nameless = ((run.start, run.end) for run in self.runs if is_nameless(run.type.face))
        text = characters_of(page)
        if are_glyphs(text, is_known=fonts.are_glyphs):
            fonts.are_glyphs, text = True, named(text)
        self._seconds = self._second_letters(page, text)
        text = with_both(text, self._seconds, self._filled)
        text = decoded(text, nameless)
        text = composed(text, self.extent, self._seat, self._is_made_up)
        text = fonts.unmapped.marked(text, self._shape)
        self.text, self._spread = with_said(page, text, self.runs)

    def _second_letters(self, page: pdfium.PdfTextPage, text: str) -> dict[int, float]:
        """How far behind a letter the same one is drawn that PDFium leaves out."""
        pieced = (run for run in self.runs if run.is_pieced)
        firsts = (at for run in pieced for at in letters_in(text, run.start, run.end))
        addresses = {self._object(at): at for at in firsts}
        return second_letters(page.page.raw, self.page, addresses, self.width)

    def _filled(self, at: int, text: str) -> int:
        """How many made-up spaces behind a letter are filled by the one that is left out."""
        end = at + 1
        while end < len(text) and self._is_made_up(end):
            end += 1
        is_filled = end < len(text) and self.gap(end, at) < _FILLED * self.extent(at)[3]
        return end - at - 1 if is_filled else 0

    def _runs(self) -> list[Run]:
        runs: list[Run] = []
        start = 0
        while start < self.count:
            handle = raw.FPDFText_GetTextObject(self.page, start)
            key = _address(handle)
            end = self._end(start, key) if key else start + 1
            if key:
                run = Run(start, end, self._type(start, end, handle), end - start == 1)
                if not runs or not is_taken(runs[-1], run):
                    runs.append(run)
            start = end
        return runs

    def _end(self, start: int, key: int) -> int:
        """Where a text object ends: searched in steps that grow, then by halves.

        Some programs write each character as an object of its own.
        """
        low, step = start, 1
        while low + step < self.count and self._object(low + step) == key:
            low, step = low + step, step * 4
        high = min(low + step, self.count)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._object(middle) == key else (low, middle)
        return int(high)

    def _object(self, index: int) -> int:
        handle = raw.FPDFText_GetTextObject(self.page, index)
        return _address(handle)

    def _type(self, index: int, end: int, handle: raw.FPDF_PAGEOBJECT) -> Type:
        """How a text object is set; its size is that of its matrix, too."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self.page, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        turns = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        size = round(raw.FPDFText_GetFontSize(self.page, index) * scale, 1)
        font = raw.FPDFTextObj_GetFont(handle) if handle else None
        bold, italic, marks, family = self.fonts.look(font) if font else (False, False, "", "")
        if font and not family and not turns:
            places = range(index, end)
            bold, italic, family = self.fonts.bitmaps.style_of(
                _address(font), size, self._advances(places, size)
            )
        face = family and f"{family}{colour_of(handle)}"
        content = raw.FPDFPageObj_GetMarkedContentID(handle) if self.tagged else -1
        level = self.tagged.get(content, 0)
        return Type(size or 1.0, bold, italic, marks, turns, level, face)

    def _advances(self, places: range, size: float) -> Iterator[tuple[str, float]]:
        """Letters, and how far behind each the next begins, as a share of the size of the type."""
        last, begin = "", 0.0
        for index in places:
            letter = chr(raw.FPDFText_GetUnicode(self.page, index))
            raw.FPDFText_GetCharOrigin(self.page, index, self._x, self._y)
            if last and letter.isalpha():
                yield last, (self._x.value - begin) / (size or 1.0)
            last, begin = letter, self._x.value

    def place(self, start: int, end: int, look: Type) -> tuple[float, float, float]:
        """Where characters of one type begin, end, and what they stand on, along their line."""
        box = self._box
        raw.FPDFText_GetLooseCharBox(self.page, start, box)
        low, left, high = box.bottom, box.left, box.top
        raw.FPDFText_GetLooseCharBox(self.page, end - 1, box)
        raw.FPDFText_GetCharOrigin(self.page, start, self._x, self._y)
        if not look.turns:
            if end - 1 in self._spread:
                return self._spread[start][0], self._spread[end - 1][1], self._y.value
            # a slanted letter may stick out to the left of where it begins
            right = box.right
            if self.text[end - 1] in _LEANING:
                right -= self._overhang(end - 1, look.size)
            right += self._seconds.get(end - 1, 0.0)
            return max(left, self._x.value), right, self._y.value
        if look.turns == 1:
            return low, box.top, -self._x.value
        if look.turns == 2:
            return -box.right, -box.left, -self._y.value
        return -high, -box.bottom, self._x.value

    def _overhang(self, index: int, size: float) -> float:
        """How far a leaning one that ends a word may stick out over the space behind it."""
        if self.text[index + 1 : index + 2].strip():
            return 0.0
        x, low, right, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self.page, index, x, right, low, top)
        return _OVERHANG * size if right.value >= self._box.right else 0.0

    def _shape(self, index: int, char: str) -> Shape | None:
        """What a suspicious character is of its font; None where it is what it seems."""
        handle = raw.FPDFText_GetTextObject(self.page, index)
        font = raw.FPDFTextObj_GetFont(handle) if handle else None
        name = _name(font) if font else ""
        if not font or draws_signs(name) or (name, char) in self.fonts.plain:
            return None
        if char != UNKNOWN and raw.FPDFText_HasUnicodeMapError(self.page, index) != 1:
            self.fonts.plain.add((name, char))
            return None
        code = raw.FPDFText_GetUnicode(self.page, index)
        if code:
            return Shape(name, code)
        left, right, _base, size = self.extent(index)
        return Shape(name, 0, round(100 * (right - left) / (size or 1.0)))

    def extent(self, index: int) -> tuple[float, float, float, float]:
        """Where a character begins and ends, what it stands on and the size of its type."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self.page, index, matrix)
        size = raw.FPDFText_GetFontSize(self.page, index)
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        return *self._seat(index), size

    def _seat(self, index: int) -> tuple[float, float, float]:
        """Where a character begins and ends, and what it stands on."""
        raw.FPDFText_GetLooseCharBox(self.page, index, self._box)
        raw.FPDFText_GetCharOrigin(self.page, index, self._x, self._y)
        return self._box.left, self._box.right, self._y.value

    def _is_made_up(self, index: int) -> bool:
        return bool(raw.FPDFText_IsGenerated(self.page, index) == 1)

    def gap(self, index: int, before: int | None = None) -> float:
        """How far behind a character one begins, the next one or another, on a line not turned."""
        before = index - 1 if before is None else before
        raw.FPDFText_GetLooseCharBox(self.page, before, self._box)
        raw.FPDFText_GetCharOrigin(self.page, index, self._x, self._y)
        return float(self._x.value - self._box.right) - self._seconds.get(before, 0.0)

    def width(self, index: int) -> float:
        """How wide a character is, with the space that its font leaves beside it."""
        raw.FPDFText_GetLooseCharBox(self.page, index, self._box)
        return float(self._box.right - self._box.left)

    def is_raised(self, index: int, look: Type) -> bool:
        """Whether the font itself draws a character small and high."""
        raw.FPDFText_GetCharBox(self.page, index, self._x, self._right, self._low, self._top)
        raw.FPDFText_GetCharOrigin(self.page, index, self._x, self._y)
        is_high = self._low.value > self._y.value + _HIGH * look.size
        return is_high and not look.turns


def _address(handle: raw.FPDF_PAGEOBJECT | raw.FPDF_FONT) -> int:
    """What tells one object of PDFium's from another; 0 for none."""
    return int(ctypes.addressof(handle.contents)) if handle else 0
