from __future__ import annotations

from briefing.anchoring.describe import describe
from briefing.model.span import Span


def test_an_anchor_holds_the_passage_and_64_characters_on_each_side() -> None:
    text = "a" * 100 + "Kern" + "b" * 100
    anchor = describe(text, Span(100, 104))
    assert (anchor.quote, anchor.before, anchor.after) == ("Kern", "a" * 64, "b" * 64)
    assert anchor.span == Span(100, 104)


def test_context_at_the_ends_of_the_text_is_what_there_is() -> None:
    anchor = describe("kurz und gut", Span(5, 8))
    assert (anchor.before, anchor.after) == ("kurz ", " gut")


def test_context_never_begins_or_ends_between_a_letter_and_its_accent() -> None:
    text = "e\u0301" * 50 + "X" + "e\u0301" * 50 + "yz"
    anchor = describe(text, Span(100, 101))
    assert anchor.before == "e\u0301" * 32
    shifted = describe("a" + text, Span(102, 102))
    assert not shifted.after.startswith("\u0301")
    assert describe(text, Span(99, 101)).before[0] == "e"
    assert describe(text, Span(101, 102)).after[-1] in {"e", "\u0301"}


def test_a_span_beyond_the_text_is_cut_off() -> None:
    assert describe("abc", Span(2, 9)).quote == "c"
    assert describe("abc", Span(7, 9)).quote == ""
