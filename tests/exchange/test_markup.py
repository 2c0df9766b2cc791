from __future__ import annotations

import pytest

from briefing.exchange.markup import inline, link, paragraphs, quoted, within


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Oltre 11.000 soldati", "Oltre 11.000 soldati"),
        ("AT&T, 3 < 4", "AT&T, 3 \\< 4"),
        ("&amp;", "\\&amp;"),
        ("1. x", "1\\. x"),
        ("1) x", "1\\) x"),
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("http://a.b and www.c.d", "http\\://a.b and www\\.c.d"),
        ("a  \x1b[1m\nb", "a ␛\\[1m b"),
    ],
)
def test_words_stay_readable_and_markup_stays_words(text: str, written: str) -> None:
    assert inline(text) == written


def test_in_the_middle_of_a_line_a_hash_is_a_hash() -> None:
    assert within("#tag") == "#tag"


def test_each_block_of_a_passage_is_a_paragraph_of_its_quote() -> None:
    assert quoted("a\nb\n\n- c") == "> a\n>\n> b\n>\n> \\- c"


def test_the_lines_of_a_comment_stay_lines() -> None:
    assert paragraphs("a\nb\n\n \n# c\n") == "a\\\nb\n\n\\# c"


def test_a_link_leads_where_it_says() -> None:
    assert link("a]b", "a b>.md#id") == "[a\\]b](<a%20b%3E.md#id>)"
