"""What takes two cells must be counted as two, and what belongs together stays together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.text.safe import visible
from briefing.text.width import cells, clusters, is_narrow


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("perché «no»", 11),
        ("漢字", 4),
        ("e\u0301", 1),
        ("한국어", 6),
        ("👩\u200d🚀", 2),
        ("👍\U0001f3fd", 2),
        ("❤\ufe0f", 2),
        ("🇮🇹", 2),
        ("שלום", 4),
        ("ﾊﾝｶｸ", 4),
    ],
)
def test_cells_are_counted_as_a_terminal_does(text: str, width: int) -> None:
    assert cells(text) == width


@given(st.text())
def test_clusters_are_the_text(text: str) -> None:
    found = list(clusters(text))
    assert "".join(text[start:end] for start, end, _ in found) == text
    assert cells(text) == sum(width for _, _, width in found) or is_narrow(text)


@given(st.text(st.characters(exclude_categories=("Cn", "Cs"))))
def test_the_screen_library_counts_the_same(text: str) -> None:
    shown = visible(text)
    if not any(0x1F1E6 <= ord(character) <= 0x1F1FF for character in shown):
        assert cells(shown) == cell_len(shown)


def test_the_screen_library_counts_emoji_the_same() -> None:
    for text in (
        "👩\u200d🚀",
        "👍",
        "❤\ufe0f",
        "漢字かなカナ",
        "한국어",
        "🇮🇹",
        "👩\u200d👩\u200d👧",
    ):
        assert cells(text) == cell_len(text)


@pytest.mark.parametrize(
    "text", ["👩\u200d🚀", "e\u0301\u0323", "🇮🇹", "👍\U0001f3fd", "1\ufe0f\u20e3"]
)
def test_what_a_reader_takes_for_one_character_is_one_cluster(text: str) -> None:
    assert len(list(clusters(text))) == 1
