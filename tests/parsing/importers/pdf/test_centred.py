"""Short lines in the middle of a column above paragraphs are headings, as in rulings and laws."""

from __future__ import annotations

import pytest

from tests.parsing.importers.pdf.test_heads import TEXT, sections, typeset

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
