from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from briefing.parsing.residue import find_residue, is_residue

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "residue.yaml").read_text("utf-8"))


@pytest.mark.parametrize("line", CASES["residue"])
def test_what_pages_put_around_an_article_is_known(line: str) -> None:
    assert is_residue(line)


@pytest.mark.parametrize("line", CASES["text"])
def test_a_sentence_or_a_heading_is_never_taken_for_residue(line: str) -> None:
    assert not is_residue(line)
    assert find_residue(["A title", line, "A paragraph. It has two sentences."]) == frozenset()


def test_titles_below_a_line_that_announces_them_go_with_it() -> None:
    lines = ["Title", "A first paragraph.", "Leggi anche", "Altra storia", "A second paragraph."]
    assert find_residue(lines) == {2, 3}
    assert find_residue(["Title", "A text.", "Related articles", "One thing", "Another"]) == {
        2,
        3,
        4,
    }


def test_words_of_menus_go_only_at_the_edges() -> None:
    lines = ["Home", "Menu", "Title", "Words.", "Facebook", "More words.", "WhatsApp", "E-Mail"]
    assert find_residue(lines) == {0, 1, 6, 7}


def test_a_text_that_is_nothing_but_residue_is_kept() -> None:
    assert find_residue(["Share", "Comments (3)"]) == frozenset()
