"""The short cut for what stands before a number finds no less than the long way."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis._at_end import AtEnd, last_word

PHRASES = ["circa", "près d'", "~", "no more than"]
PATTERN = r"(?<!\w)(circa|près d['’]|~|no\s+more\s+than)\s*\Z"


@given(st.lists(st.sampled_from([*PHRASES, " ", "\u00a0", "x", "Circa", "d’", "12", "(", "\n"])))
def test_nothing_is_lost_on_the_short_way(parts: list[str]) -> None:
    text = "".join(parts)
    long_way = re.search(PATTERN, text, re.IGNORECASE)
    short_way = AtEnd(PATTERN, PHRASES).search(text)
    assert (short_way and short_way.span()) == (long_way and long_way.span())


def test_the_last_word_is_without_what_follows_it() -> None:
    assert last_word("it is près d’") == "d"
    assert last_word("at the END \u00a0") == "end"
    assert last_word("(ca. ") == ""
