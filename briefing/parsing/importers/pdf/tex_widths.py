"""Whether a bitmap font of TeX's is bold or leans: by the widths of its letters.

Such fonts have no names, and their letters are pictures. But nearly all of them are of Computer
Modern, in which each style has widths of its own. Those below are of its fonts of ten points, in
thousandths of the size, from a to z (the files of TeX's metrics, https://ctan.org/pkg/cm-tfm).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.model.records import dataclass, field

_UPRIGHT = "500 556 444 556 444 306 500 556 278 306 528 278 833 556 500 556 528 392 394 389 556 528"
_BOLD = "559 639 511 639 527 351 575 639 319 351 607 319 958 639 575 639 607 474 454 447 639 607"
_LEANING = "511 460 460 511 460 307 460 511 307 307 460 256 818 562 511 511 460 422 409 332 537 460"
_CAPITALS = (
    "613 580 591 624 558 536 641 613 302 424 636 513 747 613 636 558 636 602 458 591 613 613"
)
_SANS = "481 517 444 517 444 306 500 517 239 267 489 239 794 517 500 517 517 342 383 361 517 461"
_SANS_BOLD = (
    "525 561 489 561 511 336 550 561 256 286 531 256 867 561 550 561 561 372 422 404 561 500"
)
BITMAP = "bitmap-"
"""What the families of these fonts begin with."""
LETTERS = "abcdefghijklmnopqrstuv"
"""The letters whose widths are known."""
_ENOUGH = 14
"""Different letters after which no more are asked for."""
_FEWEST = 4
"""Different letters that tell the style of a font."""
_FURTHEST = 0.03
"""How far widths are from those of a style on average, as a share of them."""
_SMALL, _LARGE = 0.031, 0.0095
"""How much wider letters are drawn for each point below ten, and narrower for each above."""
_SMALLEST, _LARGEST = 0.91, 1.14
"""Times the widths at ten points: those of the same style in other sizes."""


BitmapStyle = tuple[bool, bool, str]
"""Whether a font is bold, whether it leans, and its family; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class _Style:
    widths: Mapping[str, int]
    family: str
    bold: bool
    italic: bool


def _style(widths: str, family: str, *, bold: bool = False, italic: bool = False) -> _Style:
    numbers = map(int, widths.split())
    return _Style(dict(zip(LETTERS, numbers, strict=True)), f"{BITMAP}{family}", bold, italic)


_STYLES = (
    _style(_UPRIGHT, "serif"),
    _style(_BOLD, "serif", bold=True),
    _style(_LEANING, "serif", italic=True),
    _style(_CAPITALS, "capitals"),
    _style(_SANS, "grotesque"),
    _style(_SANS_BOLD, "grotesque", bold=True),
)


@dataclass(slots=True)
class Bitmaps:
    """The fonts without a name of one document, by what tells them apart."""

    widths: dict[int, dict[str, float]] = field(default_factory=dict)
    """How wide letters of each are, as shares of the size of the type."""
    styles: dict[int, BitmapStyle] = field(default_factory=dict)
    """How each is styled."""
    has_changed: bool = False
    """Whether one turned out to be other than it seemed."""

    def style_of(
        self, font: int, size: float, advances: Iterable[tuple[str, float]]
    ) -> BitmapStyle:
        """How a font is styled, by its letters so far.

        Args:
            font: What tells it from others.
            size: Of the type, in points.
            advances: Letters of it, each with the way from it to the next one.
        """
        widths = self.widths.setdefault(font, {})
        before = self.styles.get(font)
        if before is None or len(widths) < _ENOUGH:
            for letter, wide in advances:
                if letter in LETTERS:  # what stands closer is drawn together
                    widths[letter] = max(wide, widths.get(letter, 0.0))
            self.styles[font] = style_by_widths(widths, size) or (False, False, "")
            self.has_changed |= before not in (None, self.styles[font])
        return self.styles[font]

    def settled(self) -> bool:
        """Whether one turned out to be other than it seemed since this was asked last."""
        changed, self.has_changed = self.has_changed, False
        return changed


def style_by_widths(widths: Mapping[str, float], size: float) -> BitmapStyle | None:
    """How a font is styled.

    Args:
        widths: How wide letters of it are, as shares of the size of the type.
        size: Of the type, in points: small type is wider.

    Returns:
        Its style; None where its letters are of no style that is known, or too few.
    """
    known = {letter: 1000 * wide for letter, wide in widths.items() if letter in LETTERS}
    if len(known) < _FEWEST:
        return None
    scale = _scale(size)
    found = [(_distance(known, style, scale), at) for at, style in enumerate(_STYLES)]
    distance, at = min(found)
    style = _STYLES[at]
    return (style.bold, style.italic, style.family) if distance <= _FURTHEST else None


def _scale(size: float) -> float:
    """How much wider letters are drawn in a size than in ten points."""
    return min(max(1 + (10 - size) * (_SMALL if size < 10 else _LARGE), _SMALLEST), _LARGEST)


def _distance(widths: Mapping[str, float], style: _Style, scale: float) -> float:
    """How far widths are from those of a style, as a share of these."""
    parts = (abs(wide / (scale * style.widths[letter]) - 1) for letter, wide in widths.items())
    return sum(parts) / len(widths)


def is_nameless(face: str) -> bool:
    """Whether a face is that of a font without a name."""
    return not face or face.startswith(BITMAP)
