"""A point of a summary is understood where it stands."""

from briefing.analysis import points, sentences
from briefing.model.span import Span

TEXT = (
    "The mayor closed both bridges on Friday after engineers had found cracks in their bearings, "
    "which had been mended only two years before and had been watched by nobody ever since then. "
    "They will stay shut until spring. The ferry runs every hour and takes no cars at all.\n"
    "She said nothing else."
)


def spans() -> list[Span]:
    return sentences.split(TEXT, "en")


def test_a_sentence_that_opens_with_a_pronoun_takes_the_one_before_along() -> None:
    first, second, *_rest = spans()
    assert points.widened(TEXT, "en", [second]) == [Span(first.start, second.end)]


def test_a_sentence_that_opens_with_a_pronoun_cannot_stand_without_one_before_it() -> None:
    first, second, third, last = spans()
    assert points.stands(TEXT, "en", second, first)
    assert points.stands(TEXT, "en", third, None)
    assert not points.stands(TEXT, "en", last, None)


def test_an_article_is_no_pronoun() -> None:
    assert not points.leans("Die Firma wuchs.", "de")
    assert not points.leans("En 2019, la ville a payé.", "fr")
    assert points.leans("Dies half allen.", "de")
    assert points.leans("C’était trop tard.", "fr")


def test_a_short_sentence_takes_the_next_one_of_its_paragraph_along() -> None:
    _first, second, third, last = spans()
    assert points.widened(TEXT, "en", [third]) == [Span(second.start, third.end)]
    assert points.widened(TEXT, "en", [last]) == [last]


def test_no_sentence_stands_in_two_points() -> None:
    chosen = spans()
    found = points.widened(TEXT, "en", chosen)
    assert found == chosen
