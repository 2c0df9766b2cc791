"""Items of Word's lists have the numbers that Word shows."""

from __future__ import annotations

import pytest

from tests.parsing.importers import forms
from tests.parsing.importers.test_papers import read

LISTS = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:pStyle w:val="Clause"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def words(text: str, look: str = "") -> str:
    return f"<w:p><w:pPr>{look}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def item(text: str, which: int = 1, level: int = 0) -> str:
    return words(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{which}"/></w:numPr>')


INNER = f"<w:txbxContent>{item('one')}{item('two')}</w:txbxContent>"
BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f'<mc:Choice Requires="wps"><w:drawing>{INNER}</w:drawing></mc:Choice><mc:Fallback><w:pict>'
    f"<v:textbox>{INNER}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
TRACKED = words(
    "two",
    '<w:numPr><w:numId w:val="1"/></w:numPr><w:pPrChange w:id="0" w:author="Ann"><w:pPr>'
    '<w:jc w:val="left"/></w:pPr></w:pPrChange>',
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            item("one") + words("A remark.") + item("two"),
            "1. one\n\nA remark.\n\n2. two\n",
        ),
        (
            item("one") + item("below", level=1) + words("A remark.") + item("two")
            + item("below", level=1),
            "1. one\n\n   1. below\n\nA remark.\n\n2. two\n\n   1. below\n",
        ),
        (item("one") + item("a boat", 3) + item("two"), "1. one\n\n- a boat\n\n2. two\n"),
        (item("one") + item("five", 2) + item("six", 2), "1. one\n5) five\n6) six\n"),
        (
            words("one", '<w:pStyle w:val="Clause"/>') + words("A remark.")
            + words("two", '<w:pStyle w:val="Clause"/>'),
            "1. one\n\nA remark.\n\n2. two\n",
        ),
        (
            item("one") + words("A remark.") + TRACKED + words("A remark.") + item("three"),
            "1. one\n\nA remark.\n\n2. two\n\nA remark.\n\n3. three\n",
        ),
        (BOX + item("three"), "1. one\n2. two\n3. three\n"),
    ],
    ids=["a remark", "levels", "a bullet", "begun anew", "by style", "tracked", "in a box"],
)  # fmt: skip
def test_items_have_the_numbers_that_word_shows(body: str, expected: str) -> None:
    assert read(forms.word(body, STYLES, LISTS)).body == expected


def test_a_numbered_heading_has_nothing_but_its_words() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = words("Rain", '<w:pStyle w:val="H"/>') + words("It rained.")
    assert read(forms.word(body * 2, styles, LISTS)).body == "\n".join(
        ["## Rain\n\nIt rained.\n"] * 2
    )
