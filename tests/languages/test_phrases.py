"""Phrases that share their first letter are found as if they were tried one after another."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.languages.phrases import ENDS, any_of, may_begin, says_one

_PHRASES = st.lists(st.text("aAbé '%", min_size=1, max_size=4).filter(str.strip), max_size=8)


@given(_PHRASES, st.text("aAbé '’%", max_size=8), st.sampled_from((re.IGNORECASE, re.NOFLAG)))
def test_the_same_is_found_as_without_shared_letters(
    phrases: list[str], text: str, flag: re.RegexFlag
) -> None:
    ordered = sorted(phrases, key=len, reverse=True)
    plain = "|".join(re.escape(one).replace("'", "['’]").replace(r"\ ", r"\s+") for one in ordered)
    for end in ("", r"(?!\w)", r"\Z"):
        expected = re.compile(f"(?:{plain or '(?!)'}){end}", flag).search(text)
        found = re.compile(f"(?:{any_of(phrases)}){end}", flag).search(text)
        assert (found and found.span()) == (expected and expected.span())


def test_a_star_at_the_beginning_stands_for_any_letters() -> None:
    assert re.fullmatch(any_of(("annually", "*ly")), "slowly")
    assert re.fullmatch(any_of(("annually", "*ly")), "annually")


def test_without_phrases_nothing_is_found() -> None:
    assert re.search(any_of(()), "") is None


@given(_PHRASES, st.text("aAbé '%", max_size=8).map(lambda text: " ".join(text.split())))
def test_no_line_is_passed_over_that_begins_with_a_phrase_or_has_one(
    phrases: list[str], line: str
) -> None:
    found = re.search(rf"(?<!\w)(?:{any_of(phrases)}){ENDS}", line) is not None
    assert says_one(phrases)(line) == found
    if re.match(rf"[^\w\s]*\s*(?:{any_of(phrases)})(?!\w)", line):
        assert may_begin(phrases)(line)


def test_a_star_may_go_on_with_the_first_word_of_a_line() -> None:
    assert may_begin(("read*",))("reading: a book")
    assert may_begin(("read *", "see"))("read on: a book")
    assert says_one(("sign* up",))("you may sign in, or up") is False
