"""The points a reader sees first."""

from briefing.analysis import figures, summary
from briefing.model.span import Span
from tests.accuracy.truth import load


def test_points_are_sentences_of_the_text_in_its_order_and_begin_with_the_lead() -> None:
    for truth in load():
        article = truth.article
        ranked = figures.find(article.text, article.language, article.sections)
        points = summary.choose(
            article.text, article.language, article.sections, ranked, article.title
        )
        spans = [point.span for point in points if point.span]
        assert 3 <= len(points) <= summary.MOST
        assert [span.of(article.text) for span in spans] == [point.text for point in points]
        assert spans == sorted(spans)
        assert spans[0].start < article.sections[0].span.end


def test_the_first_article_is_summed_up_with_its_key_figures() -> None:
    truth = load()[-1]
    article = truth.article
    ranked = figures.find(article.text, article.language, article.sections)
    points = summary.choose(article.text, "it", article.sections, ranked, article.title)
    told = " ".join(point.text for point in points)
    assert sum(figure.text in told for figure in truth.figures if figure.key) >= 4


def test_a_text_without_sentences_has_no_summary() -> None:
    assert summary.choose("one\ntwo", "en", (), ()) == ()
    (point,) = summary.choose("This is one sentence that stands quite alone here.", "en", (), ())
    assert point.span == Span(0, 50)
