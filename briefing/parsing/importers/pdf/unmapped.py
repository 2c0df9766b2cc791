"""Characters whose letters a font does not say: which they are, and what they can only be.

Until all pages are read, a sign stands for each of them, one for each font and code, and so for
each shape. The names of the file tell many (`glyph_names`). Of the others the words of the
document tell what they are: `�irst`, `�nal` and `�re` are read as words that stand there, too, with
one pair of letters alone. What neither tells stays `�`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.model.records import dataclass, field, replace
from briefing.parsing.importers.pdf.glyph_names import Names, font_key
from briefing.parsing.importers.pdf.lines import Page, plain

UNKNOWN = "\ufffd"
_FIRST, _LAST = 0x100000, 0x10FFFD
"""The characters that stand for such a one (https://www.unicode.org/faq/private_use.html)."""
_SIGN = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_CODES = (
    r"\x00-\x02\x04-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u0180-\u0217\u021c-\u0258\u025a-\u02af\ufffd"
)
_SUSPECT = re.compile(rf"(?<=[^\W\d_])[{_CODES}]|[{_CODES}](?=[{_CODES}]*[^\W\d_])")
"""Characters beside letters that are none, or of few languages: a font may have given a code."""
_FILLING = re.compile("\ufffd{3,}")
"""What fills a line up to a number, and no word."""
_WORD = re.compile(rf"[^\W\d_{chr(_FIRST)}-{chr(_LAST)}]+")
_HOLED = re.compile(rf"[^\W\d_]*(?:[{chr(_FIRST)}-{chr(_LAST)}][^\W\d_]*)+")
_DRAWS = re.compile(r"(?i)\bcm[a-z]{1,4}\d|ms[ab]m|math|symb|pi\b|dingbat|wingding|webding")
"""What the names of fonts of signs have in them."""
_MAY_BE = ("fi", "fl", "ff", "ffi", "ffl", "Th", "ft", "tt", "ti", "ct", "st", "f", "T", "t", "j")
"""Letters that fonts draw as one, and those that they draw in several ways."""
_ENOUGH, _CLEARLY = 2, 4
"""Words that tell what a character is, and how many times as many as speak for any other."""
_LONG = 6
"""Letters of a word that tells it alone."""
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """A character of a font."""

    font: str
    """The name of its font, without the mark of a subset."""
    code: int
    """What the font has it by; 0 where PDFium does not say it."""
    width: int = 0
    """Where it does not: hundredths of the size of the type."""


@dataclass(slots=True)
class Unmapped:
    """The characters of one document whose letters are not said."""

    signs: dict[Shape, str] = field(default_factory=dict)
    """What stands for each."""

    def marked(self, text: str, shape: Callable[[int, str], Shape | None]) -> str:
        """The characters of a page with a sign for each of which nothing is known.

        Args:
            text: The characters.
            shape: What one of them is, by its place and itself; None where it is what it seems.
        """
        text = _FILLING.sub(lambda match: "." * len(match[0]), text)
        found = [match.start() for match in _SUSPECT.finditer(text)]
        if not found:
            return text
        chars = list(text)
        for at in found:
            one = shape(at, text[at])
            if one is not None:
                chars[at] = self._sign(one) or UNKNOWN
        return "".join(chars)

    def _sign(self, shape: Shape) -> str:
        sign = self.signs.get(shape, "")
        if not sign and _FIRST + len(self.signs) <= _LAST:
            sign = self.signs[shape] = chr(_FIRST + len(self.signs))
        return sign


def draws_signs(font: str) -> bool:
    """Whether a font is one of signs, by its name."""
    return _DRAWS.search(font) is not None


def tell(pages: Sequence[Page], unmapped: Unmapped, names: Callable[[], Names]) -> int:
    """Put letters where signs of characters stand, and `UNKNOWN` where nothing tells them.

    Args:
        pages: The pages of a document; their lines are changed.
        unmapped: Its characters whose letters are not said.
        names: Looks up what the file calls the characters of its fonts.

    Returns:
        How many characters inside words nothing told.
    """
    if not unmapped.signs:
        return 0
    named = names()
    letters = {
        sign: told
        for shape, sign in unmapped.signs.items()
        if (told := named.get(font_key(shape.font), {}).get(shape.code, ""))
    }
    lines = [plain(line.text) for page in pages for line in page.stretches]
    holed = {
        word.translate(str.maketrans(letters)) for line in lines for word in _HOLED.findall(line)
    }
    holed = {word for word in holed if _SIGN.search(word)}
    if holed:
        known = {word.casefold() for line in lines for word in _WORD.findall(line)}
        letters.update(_by_words(holed, known))
    return sum(_told(page, letters) for page in pages)


def _by_words(holed: set[str], known: set[str]) -> Iterator[tuple[str, str]]:
    """What characters are by the words that they make."""
    votes: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in holed:
        signs = set(_SIGN.findall(word))
        sign = signs.pop()
        if signs:
            continue
        for letters in _MAY_BE:
            whole = word.replace(sign, letters).casefold()
            if len(whole) > _SHORTEST and whole in known:
                votes[sign][letters].append(whole)
    for sign, said in votes.items():
        best = max(said, key=lambda letters: len(said[letters]))
        others = max((len(said[each]) for each in said if each != best), default=0)
        is_enough = len(said[best]) >= _ENOUGH or len(said[best][0]) >= _LONG
        if is_enough and len(said[best]) >= _CLEARLY * others:
            yield sign, best


def _told(page: Page, letters: Mapping[str, str]) -> int:
    """Put letters into the lines of a page; how many characters of words stay unknown."""
    table = str.maketrans(dict(letters))
    count = 0
    for at, line in enumerate(page.stretches):
        if not _SIGN.search(line.text):
            continue
        text, looks = (said.translate(table) for said in (line.text, line.looks))
        count += len(_SIGN.findall(text))
        text, looks = (_SIGN.sub(UNKNOWN, said) for said in (text, looks))
        page.stretches[at] = replace(line, text=text, looks=looks)
    return count
