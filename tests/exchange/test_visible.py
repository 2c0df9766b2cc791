from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exchange.visible import one_line, quiet_json, visible

ACTS = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
"""What a terminal or an editor might act on; newline and tab apart."""


@given(st.text(st.characters()))
def test_nothing_that_acts_is_left_in_a_text(text: str) -> None:
    assert not re.search(ACTS, visible(text))
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"), ("\x00\x7f", "␀␡"), ("\x9b1m", "\ufffd1m"), ("a\r\nb\rc", "a\nb\nc"),
        ("a\u202eb\u2066c\u061cd", "a\ufffdb\ufffdc\u200bd"), ("\ud800", "\ufffd"),
        ("👩‍👩‍👧 e\u0301 字", "👩‍👩‍👧 e\u0301 字"), ("a\u2028b", "a\nb"),
    ],
)  # fmt: skip
def test_what_acts_is_shown_and_the_rest_stays(text: str, shown: str) -> None:
    assert visible(text) == shown


PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""Two halves in a row, which JSON takes for the character they make."""


@given(st.lists(st.text(st.characters()).filter(lambda text: not PAIR.search(text))))
def test_json_means_the_same_and_acts_on_nothing(values: list[str]) -> None:
    written = quiet_json(json.dumps(values, ensure_ascii=False))
    assert not re.search(ACTS, written)
    assert json.loads(written) == values
