"""Marks over a line: what a reader can tell apart, with and without colour."""

from __future__ import annotations

from itertools import combinations

import pytest
from rich.style import Style as Pen
from textual.strip import Strip

from briefing.model.line import Line, Piece
from briefing.model.mark import Mark, MarkKind
from briefing.model.span import Span
from briefing.storage.locations import shipped_themes
from briefing.storage.themes import load_themes
from briefing.text.width import cells
from briefing.ui.render.lines import LocalMark, draw_line
from briefing.ui.render.measure import GUTTER_CELLS
from briefing.ui.render.palette import GUTTER_SIGNS, ONLY_SIGNS, UNCERTAIN_SIGN, Palette

WORDS = "uno due tre quattro"
LINE = Line((Piece(WORDS, 0),), 0, len(WORDS), 0)
THEMES = load_themes([shipped_themes()])[0]
COLORLESS = Palette({}, has_color=False)


def _mark(kind: MarkKind, start: int = 4, end: int = 11, *, uncertain: bool = False) -> LocalMark:
    return LocalMark(start, end, Mark(Span(start, end), kind, uncertain=uncertain))


def _draw(*marks: LocalMark, palette: Palette = COLORLESS, line: Line = LINE) -> Strip:
    return draw_line(line, marks, palette, left_cells=2, width_cells=40)


def _pen(strip: Strip, word: str) -> Pen:
    """The style of the segment that begins with a word."""
    return next(s.style or Pen() for s in strip if s.text.startswith(word))


def _shape(pen: Pen) -> tuple[object, ...]:
    """What of a style shows without colour."""
    return (
        bool(pen.bold),
        bool(pen.italic),
        bool(pen.underline),
        bool(pen.underline2),
        bool(pen.reverse),
    )


@pytest.mark.parametrize("kind", MarkKind)
def test_a_mark_shows_its_sign_where_it_begins(kind: MarkKind) -> None:
    drawn = _draw(_mark(kind)).text
    assert drawn[2 : 2 + GUTTER_CELLS].strip() == GUTTER_SIGNS[kind]
    assert drawn[2 + GUTTER_CELLS :].startswith(WORDS)


def test_no_two_marks_have_one_sign_and_each_takes_one_cell() -> None:
    signs = [*GUTTER_SIGNS.values(), UNCERTAIN_SIGN]
    assert len(signs) == len(set(signs))
    assert all(cells(sign) == 1 for sign in signs)
    assert set(GUTTER_SIGNS) == set(MarkKind)


@pytest.mark.parametrize(
    "kinds",
    list(
        combinations(
            (
                MarkKind.FIGURE,
                MarkKind.REMARK,
                MarkKind.HIGHLIGHT,
                MarkKind.NOTE,
                MarkKind.SEARCH,
                MarkKind.TARGET,
                MarkKind.SELECTION,
            ),
            2,
        )
    ),
    ids="-".join,
)
def test_marks_are_told_apart_without_colour(kinds: tuple[MarkKind, MarkKind]) -> None:
    one, other = (_shape(_pen(_draw(_mark(kind)), "due")) for kind in kinds)
    plain = _shape(_pen(_draw(), "uno"))
    assert one != other
    assert plain not in (one, other)


def test_every_kind_of_mark_has_its_own_sign() -> None:
    assert set(GUTTER_SIGNS) == set(MarkKind)
    assert len(set(GUTTER_SIGNS.values())) == len(MarkKind)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_marks_are_told_apart_in_every_theme(theme: object) -> None:
    palette = Palette(THEMES[getattr(theme, "name", "")].variables)
    looks = [
        _pen(_draw(_mark(kind), palette=palette), "due")
        for kind in MarkKind
        if kind not in (MarkKind.QUESTION, MarkKind.CORRECTION, *ONLY_SIGNS)
    ]
    assert len(set(looks)) == len(looks)


def test_without_colour_no_pen_has_any() -> None:
    for kind in MarkKind:
        for segment in _draw(_mark(kind)):
            assert segment.style is None or segment.style.color is None
            assert segment.style is None or segment.style.bgcolor is None


def test_a_mark_inside_another_leaves_the_rest_as_it_was() -> None:
    drawn = _draw(_mark(MarkKind.REMARK, 0, 19), _mark(MarkKind.SEARCH, 4, 7))
    assert _shape(_pen(drawn, "uno ")) == _shape(_pen(_draw(_mark(MarkKind.REMARK, 0, 7)), "uno"))
    assert _pen(drawn, "due").reverse
    assert _pen(drawn, "due").underline
    assert not _pen(drawn, " tre").reverse


def test_marks_that_overlap_both_show_where_they_do() -> None:
    drawn = _draw(_mark(MarkKind.REMARK, 0, 7), _mark(MarkKind.TARGET, 4, 11))
    assert _pen(drawn, "uno").italic
    assert not _pen(drawn, "uno").reverse
    assert _pen(drawn, "due").italic
    assert _pen(drawn, "due").reverse
    assert _pen(drawn, " tre").reverse
    assert not _pen(drawn, " tre").italic


def test_of_many_marks_on_a_line_the_two_strongest_show_their_signs() -> None:
    drawn = _draw(
        _mark(MarkKind.SELECTION), _mark(MarkKind.FIGURE, 0, 3), _mark(MarkKind.NOTE, 4, 7)
    )
    assert drawn.text[2:5] == "✎┃ "


def test_a_mark_that_began_on_a_line_before_has_no_second_sign() -> None:
    second = Line((Piece("tre quattro", 8),), 8, 19, 0)
    drawn = _draw(_mark(MarkKind.NOTE, 4, 11), line=second)
    assert drawn.text[2:5] == "   "
    assert _pen(drawn, "tre").underline


def test_a_note_whose_place_is_uncertain_says_so() -> None:
    drawn = _draw(_mark(MarkKind.NOTE, uncertain=True))
    assert drawn.text[2:5].strip() == UNCERTAIN_SIGN


def test_the_signs_of_decoration_are_never_marked() -> None:
    item = Line((Piece("• ", None), Piece("uno", 0)), 0, 3, 0)
    drawn = _draw(_mark(MarkKind.SELECTION, 0, 3), line=item)
    assert not _pen(drawn, "• ").reverse
    assert _pen(drawn, "uno").reverse


@pytest.mark.parametrize("words", ["日本語の文", "👩‍👩‍👧 家", "e\u0301 è", "한국"])
def test_wide_characters_fill_the_width_and_lose_nothing(words: str) -> None:
    line = Line((Piece(words, 0),), 0, len(words), 0)
    drawn = _draw(_mark(MarkKind.SELECTION, 1, 2), line=line)
    assert drawn.cell_length == 40
    assert words in drawn.text
