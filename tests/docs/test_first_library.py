"""The manual's first minutes with a library are those that are typed in a real terminal."""

from __future__ import annotations

import re

from tests.first_library import TURNS
from tests.first_minute import PAGE


def test_the_page_has_each_line_that_is_typed() -> None:
    told = PAGE.read_text("utf-8").partition("\n## The library\n")[2]
    typed = [line.removeprefix("clear; ") for turn in TURNS for line in turn.lines]
    assert re.findall(r"^    (.+)$", re.sub(r"(?s)```.*?```", "", told), re.MULTILINE) == typed
    for turn in TURNS:
        assert turn.why in told
        assert all(words.strip() in told for words in turn.comes)
