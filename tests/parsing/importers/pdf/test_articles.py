"""Articles of a newspaper stand in columns of their own, and are read one after the other."""

from __future__ import annotations

import pytest

from tests.parsing.importers.pdf.test_columns import SENTENCES
from tests.parsing.importers.pdf.test_reading import text_of
from tests.parsing.importers.pdf.typeset import compiled

PAGE = (
    "#set page(width: 210mm, height: 260mm, margin: 12mm)\n#set text(9pt)\n"
    "#set par(justify: true)\n"
    "#show heading: set text(16pt)\n#show heading: set block(below: 10pt)\n"
)
RULE = "#line(length: 100%, stroke: 0.6pt)"


def article(heading: str, sentences: list[str], columns: int, *, indent: str = "") -> str:
    """An article in columns of the same number of sentences."""
    each = -(-len(sentences) // columns)
    cells = "".join(
        f"[{indent}{' '.join(sentences[at : at + each])}]," for at in range(0, len(sentences), each)
    )
    return f"= {heading}\n#grid(columns: {columns} * (1fr,), gutter: 6mm, {cells})"


@pytest.mark.parametrize("between", [RULE, ""])
@pytest.mark.parametrize("grids", [(4, 3, 2), (3, 2, 4), (2, 3, 3), (3, 4, 3)])
def test_articles_in_different_columns_are_each_read_column_by_column(
    grids: tuple[int, ...], between: str
) -> None:
    texts = [SENTENCES[:12], SENTENCES[12:24], SENTENCES[24:48]]
    names = ["Gulls over the quay", "Terns are late this spring", "An auk without a town"]
    parts = [article(*each) for each in zip(names, texts, grids, strict=True)]
    data = compiled(PAGE + f"\n{between}\n".join(parts))
    words = " ".join(text_of(data).split())
    for name, text in zip(names, texts, strict=True):
        assert f"{name} {' '.join(text)}" in words


def test_articles_beside_each_other_are_read_before_what_is_below_them() -> None:
    left = article("Gulls over the quay", SENTENCES[:14], 2)
    right = article("A late tern", SENTENCES[14:21], 1)
    row = f"#grid(columns: (2fr, 1fr), gutter: 6mm, [{left}], [{right}])"
    data = compiled(f"{PAGE}{row}\n\n{article('An auk', SENTENCES[21:45], 4)}")
    words = " ".join(text_of(data).split())
    assert f"Gulls over the quay {' '.join(SENTENCES[:14])} A late tern" in words
    assert f"A late tern {' '.join(SENTENCES[14:21])} An auk" in words
    assert f"An auk {' '.join(SENTENCES[21:45])}" in words


def test_a_centred_heading_above_columns_is_read_before_the_first_of_them() -> None:
    text = article("Boats", SENTENCES[:24], 4).replace("= Boats", "#align(center)[= Boats]")
    words = " ".join(text_of(compiled(PAGE + text)).split())
    assert f"Boats {' '.join(SENTENCES[:24])}" in words


def test_an_abstract_beside_its_keywords_is_read_before_the_columns_below_it() -> None:
    small = " ".join(SENTENCES[:18])
    names = " \\\n".join(f"The quay of {n} boats" for n in range(3, 14))
    beside = f"#grid(columns: (40mm, 1fr), gutter: 8mm, [#text(7pt)[{names}]], [{small}])"
    rule = "#line(length: 30%, stroke: 0.4pt)"
    rest = "#place(dx: 30%, line(length: 70%, stroke: 0.4pt))"
    text = article("", SENTENCES[20:50], 2).replace("= \n", "")
    data = compiled(
        f"{PAGE}#text(16pt)[Birds of the quay]\n\n#text(8pt)[{beside}]\n\n{rest}{rule}\n\n{text}"
    )
    words = " ".join(text_of(data).split())
    assert f"{small} {' '.join(SENTENCES[20:50])}" in words
