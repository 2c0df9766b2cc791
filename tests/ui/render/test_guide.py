"""A guide helps the eye and takes nothing away: all words can be read, with colour and without."""

from __future__ import annotations

import pytest
from rich.style import Style as Pen
from textual.strip import Strip

from briefing.model.article import Style
from briefing.model.line import Line, Piece, Role
from briefing.model.mark import Mark, MarkKind
from briefing.model.reading_state import Guide
from briefing.model.span import Place, Span
from briefing.model.theme import Theme
from briefing.ui.render.guide import LINE_SIGN, PARAGRAPH_SIGN, line_at, look_of
from briefing.ui.render.lines import LocalMark, draw_line
from briefing.ui.render.palette import Palette
from briefing.ui.render.viewport import VisibleLine
from tests.themes.test_contrast import MEASURABLE, contrast

LINES = [
    VisibleLine(0, 0, Line((), 0, 0, 0)),
    VisibleLine(0, 1, Line((Piece("one two", 0),), 0, 7, 0)),
    VisibleLine(0, 2, Line((Piece("three", 8),), 8, 13, 0)),
    VisibleLine(0, 3, Line((), 14, 14, 1)),
    VisibleLine(0, 4, Line((Piece("four", 14),), 14, 18, 1)),
]
COLORLESS = Palette({}, has_color=False)
EVERYTHING = Line(
    (
        Piece("Title ", 0, Role.TITLE),
        Piece("heading ", 6, Role.HEADING),
        Piece("link ", 14, style=Style.LINK),
        Piece("code ", 19, style=Style.CODE),
        Piece("strong ", 24, style=Style.STRONG),
        Piece("• ", None, Role.DECORATION),
        Piece("9 figures and a note", 31),
    ),
    0,
    51,
    0,
)
KINDS = (MarkKind.FIGURE, MarkKind.REMARK, MarkKind.NOTE, MarkKind.SEARCH, MarkKind.TARGET)


def _signs(guide: Guide, place: Place | None) -> list[str]:
    at_hand = line_at(LINES, place)
    return [look_of(seen, guide, at_hand, COLORLESS).sign for seen in LINES]


def test_the_paragraph_at_hand_has_a_sign_at_each_of_its_lines() -> None:
    assert _signs(Guide.DIM, Place(0, 9)) == [" ", PARAGRAPH_SIGN, PARAGRAPH_SIGN, " ", " "]
    assert _signs(Guide.DIM, Place(0, 14)) == [" ", " ", " ", " ", PARAGRAPH_SIGN]


def test_the_ruler_lies_on_one_line_with_words() -> None:
    assert _signs(Guide.RULER, None) == [" ", LINE_SIGN, " ", " ", " "]
    assert _signs(Guide.RULER, Place(0, 7)) == [" ", " ", LINE_SIGN, " ", " "]
    assert _signs(Guide.NONE, Place(0, 7)) == [" "] * 5


def test_a_place_below_the_view_lights_up_nothing() -> None:
    assert line_at(LINES, Place(1, 0)) is None


def _marks() -> list[LocalMark]:
    return [
        LocalMark(31 + 2 * n, 33 + 2 * n, Mark(Span(31 + 2 * n, 33 + 2 * n), kind))
        for n, kind in enumerate(KINDS)
    ]


def _palette(theme: Theme) -> Palette:
    return Palette({**theme.colors, **theme.variables})


def _drawn(palette: Palette, sign: str = " ") -> Strip:
    strip = draw_line(EVERYTHING, _marks(), palette, left_cells=0, width_cells=70, sign=sign)
    return strip.apply_style(palette.ground("background"))


def _hex(pen: Pen) -> tuple[str, str]:
    assert pen.color is not None
    assert pen.bgcolor is not None
    return pen.color.get_truecolor().hex, pen.bgcolor.get_truecolor().hex


@pytest.mark.parametrize("theme", MEASURABLE, ids=lambda theme: theme.name)
def test_dimmed_and_ruled_words_can_be_read_in_every_theme(theme: Theme) -> None:
    needed = 7.0 if theme.high_contrast else 4.5
    palette = _palette(theme)
    for look in (palette.dimmed, palette.ruled):
        for segment in _drawn(look, LINE_SIGN):
            words, ground = _hex(segment.style or Pen())
            assert contrast(words, ground) >= needed, segment.text


@pytest.mark.parametrize("theme", MEASURABLE, ids=lambda theme: theme.name)
def test_dimming_quiets_all_but_what_the_reader_put_there(theme: Theme) -> None:
    palette = _palette(theme)
    plain = {s.text.strip(): _hex(s.style or Pen()) for s in _drawn(palette)}
    dimmed = {s.text.strip(): _hex(s.style or Pen()) for s in _drawn(palette.dimmed)}
    kept = {"gu", "re", "s"}  # note, search and target, two letters each
    changed = {text for text in plain if text and plain[text] != dimmed[text]}
    assert {"heading", "link", "code", "strong", "9"} <= changed
    assert not changed & kept
