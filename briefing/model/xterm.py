"""The 256 colours of terminals: the sixteen of the user, a cube of 216, and a ramp of 24 greys.

Numbers and values are xterm's, which others follow:
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "Indexed Color". The first sixteen are
whatever the user has set, so no theme uses them.
"""

from __future__ import annotations

from functools import cache

FIRST, LAST = 16, 255
"""The numbers whose values are the same everywhere."""
_LEVELS = (0, 95, 135, 175, 215, 255)
_CHROMA_WEIGHT = 2.0
"""A wrong tint is seen sooner than a wrong lightness, above all on the ground of a whole screen."""

Lab = tuple[float, float, float]


def hex_of(number: int) -> str:
    """The colour of a number as ``#rrggbb``.

    Args:
        number: `FIRST` to `LAST`.
    """
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    red, rest = divmod(number - 16, 36)
    return "#" + "".join(f"{_LEVELS[level]:02x}" for level in (red, *divmod(rest, 6)))


@cache
def nearest(color: str) -> int:
    """The number of the colour that looks most like one of 16 million.

    Args:
        color: ``#rrggbb``.
    """
    wanted = oklab(color)
    return min(range(FIRST, LAST + 1), key=lambda number: distance(wanted, _lab_of(number)))


def distance(one: Lab, other: Lab) -> float:
    """How far apart two colours look, a tint counting more than lightness."""
    light, red, blue = (a - b for a, b in zip(one, other, strict=True))
    return light**2 + (_CHROMA_WEIGHT * red) ** 2 + (_CHROMA_WEIGHT * blue) ** 2


def oklab(color: str) -> Lab:
    """Lightness, green to red and blue to yellow, as evenly as they are seen.

    https://bottosson.github.io/posts/oklab/, "Converting from linear sRGB to Oklab".
    """
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


@cache
def _lab_of(number: int) -> Lab:
    return oklab(hex_of(number))


def _linear(channel: float) -> float:
    """IEC 61966-2-1, section 5.2."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
