"""Short lines in the middle of a column above paragraphs are headings, as in rulings and laws."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.lines import Stretch, rows_of
from tests.parsing.importers.pdf.test_heads import TEXT, sections, typeset

JUSTIFIED = "#set par(justify: true)\n"
NAMES = ("The facts", "The law", "What follows")


def test_centred_lines_in_the_type_of_the_text_are_headings() -> None:
    parts = [f"#align(center)[{name}]\n\n{TEXT}\n\n{TEXT}" for name in NAMES]
    draft = typeset("#text(size: 16pt)[Of the boats]\n\n" + "\n\n".join(parts))
    assert [name for name, _level in sections(draft)] == [*NAMES]


def test_the_number_of_an_article_and_its_name_below_are_one_heading() -> None:
    parts = [
        f"#align(center)[_Article {number}_]\n\n#align(center)[*{name}*]\n\n{TEXT}\n\n{TEXT}"
        for number, name in enumerate(NAMES, 1)
    ]
    draft = typeset("#text(size: 16pt)[Of the boats]\n\n" + "\n\n".join(parts))
    wanted = [f"Article {number} {name}" for number, name in enumerate(NAMES, 1)]
    assert [name for name, _level in sections(draft)] == wanted


def test_chapters_and_articles_are_headings_above_each_other_and_above_a_short_line() -> None:
    chapter = "#align(center)[CHAPTER {}]\n\n#align(center)[*{}*]"
    article = "#align(center)[_Article {}_]\n\n#align(center)[*{}*]\n\nThis is short:\n\n{}\n\n{}"
    parts = [
        f"{chapter.format(number, name.upper())}\n\n{article.format(at, name, TEXT, TEXT)}"
        for at, (number, name) in enumerate(zip(("I", "II", "III"), NAMES, strict=True), 1)
    ]
    draft = typeset(f"{JUSTIFIED}#text(size: 16pt)[Of the boats]\n\n" + "\n\n".join(parts))
    wanted = ["CHAPTER I THE FACTS", "Article 1 The facts", "CHAPTER II THE LAW"]
    assert [name for name, _level in sections(draft)][:3] == wanted


def test_articles_without_names_are_headings_though_ragged_lines_hide_where_the_middle_is() -> None:
    left = "#pad(left: 39mm)[{} {}]\n\nThis is all of it.\n\n{}"
    for word, wanted in (("Article", ["Article 1", "Article 2", "Article 3"]), ("Figure", [])):
        parts = [left.format(word, at, TEXT) for at in range(1, 4)]
        draft = typeset("#text(size: 16pt)[Of the boats]\n\n" + "\n\n".join(parts))
        assert [name for name, _level in sections(draft)] == wanted


def edges(long_ends: list[float]) -> set[float]:
    """The right edge of a column of thirty short lines and some long ones that end so."""
    ends = [*long_ends, *(200.0 + at for at in range(30))]
    words = [TEXT[:60]] * len(long_ends) + ["Boats of the harbour"] * 30
    lines = [
        Stretch(said, 50, end, -9 * at, 9, bold=False)
        for at, (said, end) in enumerate(zip(words, ends, strict=True))
    ]
    return {row.right_edge for row in rows_of(lines, 0)}


def test_a_column_is_as_wide_as_its_few_full_lines() -> None:
    assert edges([400.0, 300.0, 400.2, 320.0, 400.0]) == {400.0}
    assert edges([400.0, 300.0, 390.0, 320.0, 380.0]) == {300.0}


def test_a_title_in_the_middle_goes_on_in_bold_lines_that_begin_small() -> None:
    title = ("RULES OF THE HARBOUR", "of 11 February", "on boats and crews")
    parts = [f"#align(center)[*{line}*]" for line in title]
    draft = typeset("#set par(spacing: 1.4em)\n" + "\n\n".join([*parts, TEXT, TEXT, TEXT]))
    assert draft.title == " ".join(title)


def test_a_bold_title_in_the_middle_of_the_page_stands_below_names() -> None:
    above = ["#align(center)[COURT OF THE COAST]", "Anna Rossi #h(3cm) )", "The harbour #h(3cm) )"]
    title = ["#align(center)[*Order on boats*]", TEXT]
    parts = [f"*{letter}. {name}*\n\n{TEXT}" for letter, name in zip("ABC", NAMES, strict=True)]
    draft = typeset(JUSTIFIED + "\n\n".join([*above, *title, *parts]))
    assert draft.title == "Order on boats"
    assert len(sections(draft)) == len(NAMES)


@pytest.mark.parametrize(
    "lines",
    [
        ("Boats of the harbour", "and of the sea", "That come home late"),
        ("_a_ = 2 _b_ + 7", "_b_ = 9 _c_ + 1", "_c_ = 4 _d_ + 3"),
        ("Fig. 1: The boats", "Fig. 2: The crews", "Fig. 3: The nets"),
    ],
    ids=["a verse", "formulas", "captions"],
)
def test_verses_formulas_and_captions_are_none(lines: tuple[str, ...]) -> None:
    is_verse = lines[1][0].islower()
    parts = (
        [TEXT, *(f"#align(center)[{line}]" for line in lines)]
        if is_verse
        else [f"{TEXT}\n\n#align(center)[{line}]" for line in lines]
    )
    draft = typeset("#text(size: 16pt)[Of the boats]\n\n" + "\n\n".join([*parts, TEXT, TEXT]))
    assert sections(draft) == []
