from __future__ import annotations

import pytest

from briefing.anchoring.describe import describe
from briefing.anchoring.resolve import resolve
from briefing.model.anchor import Anchor, MatchState
from briefing.model.span import Span
from tests.anchoring.trials import article, languages

TEXT = article("en")


def place(anchor: Anchor, text: str) -> str | None:
    match = resolve(anchor, text)
    return None if match.span is None else match.span.of(text)


@pytest.mark.parametrize("language", languages())
def test_in_the_same_text_an_anchor_is_where_it_was(language: str) -> None:
    text = article(language)
    for start in range(0, len(text) - 30, 97):
        span = Span(start, start + 25)
        assert resolve(describe(text, span), text).span == span


def test_a_quote_in_another_spelling_is_found() -> None:
    quote = '"we have not seen water this high since 1953,"'
    assert place(Anchor(quote), TEXT) == "“We have not seen water this high since 1953,”"


def test_a_quote_that_was_edited_is_found_by_its_surroundings() -> None:
    anchor = describe(TEXT, Span(TEXT.index("carried furniture"), TEXT.index(" to the upper")))
    assert place(anchor, TEXT.replace("furniture", "chairs")) == "carried chairs"


def test_context_says_which_of_two_copies_is_meant() -> None:
    last = TEXT.rindex("the only road to the north")
    span = Span(last, last + 26)
    assert resolve(describe(TEXT, span), "Before.\n" + TEXT).span == span.moved(8)


def test_two_copies_without_context_leave_the_reader_to_choose() -> None:
    match = resolve(Anchor("the only road to the north"), TEXT)
    assert match.state is MatchState.UNCERTAIN
    near = resolve(Anchor("the only road to the north", span=Span(1500, 1526)), TEXT)
    assert near.span is not None
    assert near.span.start == TEXT.rindex("the only road to the north")


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor(""),
        Anchor("  \n"),
        Anchor("a dragon was seen above the town"),
        Anchor("dragon", "that lost its ", " The government said"),
        Anchor("¿?"),
    ],
)
def test_what_is_not_there_is_an_orphan(anchor: Anchor) -> None:
    assert resolve(anchor, TEXT).state is MatchState.ORPHAN
    assert resolve(anchor, "").state is MatchState.ORPHAN


def test_a_struck_sentence_is_an_orphan_although_its_surroundings_are_there() -> None:
    sentence = "Two bridges were damaged, one of them beyond repair."
    at = TEXT.index(sentence)
    anchor = describe(TEXT, Span(at, at + len(sentence)))
    assert resolve(anchor, TEXT.replace(sentence + " ", "")).state is MatchState.ORPHAN


def test_a_whole_article_as_a_quote_is_found() -> None:
    text = "\n".join(article(language) for language in languages())
    match = resolve(Anchor(text[100:]), "New.\n" + text)
    assert match.span is not None
    assert match.span.of("New.\n" + text) == text[100:]
