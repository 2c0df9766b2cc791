from __future__ import annotations

from xml.etree.ElementTree import XML

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.model.article import Run, Style
from briefing.parsing.importers._page_inline import (
    Stretch,
    lines_of,
    markdown_of,
    stretches,
    text_of,
)
from briefing.parsing.reading import open_document
from tests.parsing.importers.test_plain_text import NASTY


def opened(markdown: str) -> tuple[str, list[tuple[str, Run]]]:
    """The text of a paragraph, and its styled words."""
    document = open_document(f"---\nlanguage: it\n---\n{markdown}\n", name="a")
    chunk = document.chunk(0)
    runs = [(run.span.of(chunk.text), run) for block in chunk.blocks for run in block.runs]
    return document.article().text, runs


stretch = st.builds(
    Stretch,
    st.one_of(
        st.sampled_from([word for word in NASTY if word.isprintable()]),
        st.text("ab *_[]()!<>&|`~\\#-", max_size=8),
    ),
    st.sampled_from(["", "", "**", "*"]),
    st.sampled_from(["", "", "", "http://a.b/c_d(e)?f=*g|h[i]", "javascript:x", "http://a b"]),
)


@given(st.lists(st.lists(stretch, max_size=5), min_size=1, max_size=3))
@example([[Stretch("a", "**"), Stretch("b", "*")]])
@example([[Stretch("x!"), Stretch("y", "", "http://a.b")]])
@example([[Stretch("- ", "**"), Stretch("x")]])
def test_emphasis_and_links_never_change_a_word(parts: list[list[Stretch]]) -> None:
    lines = lines_of(part for line in parts for part in (*line, Stretch("\n")))
    text, _runs = opened("\\\n".join(map(markdown_of, lines)))
    assert text == "\n".join(map(text_of, lines))


@given(st.lists(stretch, min_size=1, max_size=5))
def test_a_cell_of_a_table_keeps_its_words(parts: list[Stretch]) -> None:
    for line in lines_of(part for part in parts if part.text != "\n"):
        text, _runs = opened(f"| a | {markdown_of(line, is_cell=True)} |\n| --- | --- |")
        assert text == f"a\t{text_of(line)}"


@pytest.mark.parametrize(
    ("xml", "markdown"),
    [
        ("<p>a <hi rend='#b'>bold</hi> word</p>", "a **bold** word"),
        ("<p>a <hi rend='#i'> soft </hi>word</p>", "a *soft* word"),
        ("<p>a <hi rend='#b'>b</hi>c</p>", "a bc"),
        ("<p>(<hi rend='#i'>so</hi>)</p>", "(*so*)"),
        ("<p><ref target='https://a.b/c'>A <hi rend='#b'>link</hi></ref>.</p>", None),
        ("<p><ref target='/c'>nowhere</ref></p>", "nowhere"),
        ("<p>one<lb/>two</p>", None),
    ],
)
def test_marks_are_written_where_they_are_certain(xml: str, markdown: str | None) -> None:
    written = "\\\n".join(map(markdown_of, lines_of(stretches(XML(xml)))))
    if markdown is None:
        assert written in ("[A link](<https://a.b/c>).", "one\\\ntwo")
    else:
        assert written == markdown


def test_what_was_bold_or_linked_on_the_page_still_is() -> None:
    xml = "<p>a <hi rend='#b'>b</hi> and <ref target='http://x.y/z'>the link</ref></p>"
    _text, runs = opened(markdown_of(lines_of(stretches(XML(xml)))[0]))
    assert [(words, run.style, run.address) for words, run in runs] == [
        ("b", Style.STRONG, None),
        ("the link", Style.LINK, "http://x.y/z"),
    ]
