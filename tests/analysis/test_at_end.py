"""The short cut for what stands before a number finds no less than the long way."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis._at_end import AtEnd, last_word
from briefing.languages.phrases import any_of

PHRASES = ["circa", "près d'", "~", "no more than", "than", "more than"]
FILLERS = ["well", "circa"]


def _pattern(some: str) -> str:
    return rf"(?<!\w)({some})(?:\s+(?:{any_of(FILLERS)}))?\s*\Z"


@given(
    st.lists(
        st.sampled_from([*PHRASES, *FILLERS, " ", "\u00a0", "x", "Circa", "d’", "12", "(", "\n"])
    )
)
def test_nothing_is_lost_on_the_short_way(parts: list[str]) -> None:
    text = "".join(parts)
    long_way = re.search(_pattern(any_of(PHRASES)), text, re.IGNORECASE)
    short_way = AtEnd(_pattern, PHRASES, FILLERS).search(text)
    assert (short_way and short_way.span()) == (long_way and long_way.span())


def test_the_last_word_is_without_what_follows_it() -> None:
    assert last_word("it is près d’") == "d"
    assert last_word("at the END \u00a0") == "end"
    assert last_word("(ca. ") == ""
