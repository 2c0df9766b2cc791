from __future__ import annotations

import pytest

from briefing.exchange.json_input import read_json
from briefing.model.errors import FormatError


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.json:1: this JSON file ends in the middle; save or export the file again"),
        (
            '{\n"a": [1,\n',
            "a.json:3: this JSON file ends in the middle; save or export the file again",
        ),
        ('{"a":\n oops}', "a.json:2: this is not JSON; save or export the file again"),
        ('{"a": NaN}', "a.json: this JSON holds a number that cannot be read"),
        ('{"a": -Infinity}', "a.json: this JSON holds a number that cannot be read"),
        ("9" * 5000, "a.json: this JSON holds a number that cannot be read"),
        ("[" * 100_000, "a.json: this JSON is nested too deeply"),
        ("[" * 66 + "]" * 66, "a.json: this JSON is nested too deeply"),
        (
            '{"a": ["\\udc00"]}',
            "a.json: a text holds half a character (a lone surrogate); export the file again",
        ),
        (
            '{"\\udc00": 1}',
            "a.json: a text holds half a character (a lone surrogate); export the file again",
        ),
    ],
)
def test_each_kind_of_damage_has_its_line(text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_json(text, "a.json")
    assert str(caught.value) == message


def test_a_byte_order_mark_is_no_damage() -> None:
    assert read_json('\ufeff{"a": "\\ud834\\udd1e"}') == {"a": "𝄞"}
