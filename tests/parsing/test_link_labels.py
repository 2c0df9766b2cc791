"""Brackets that are looked at once close where the parser's own helper lets them close."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt, helpers

from briefing.parsing import _link_labels

PARTS = ["[", "]", "![", "](b)", "][r]", "a", "`", "*", " ", "<x>", "\\", "[a](b)", "[r]"]


def tokens_with(module: object, source: str) -> list[Mapping[str, object]]:
    parser = MarkdownIt("commonmark")
    parser.helpers = module  # type: ignore[assignment]
    tokens = parser.parse(f"{source}\n\n[r]: /r")
    return [token.as_dict() for token in tokens]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=16).map("".join))
@example("[a [b [c](d) e] f](g)")
@example("![[[a](b)](c)](d)")
@example("![a [b [c](d) e] f](g)")
@example("[a `]` [r][b](c)")
def test_links_and_images_are_those_of_the_parser(source: str) -> None:
    assert tokens_with(_link_labels, source) == tokens_with(helpers, source)
