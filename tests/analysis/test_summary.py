"""The points a reader sees first."""

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis import key_figures, pieces, points, sentences, summary
from briefing.analysis._sentence_choice import MOST
from briefing.model.article import Article, Section
from briefing.model.figure import Figure
from briefing.model.span import Span
from briefing.parsing.reading import open_document
from tests.accuracy.truth import load
from tests.analysis.test_stepwise import LINES, article_of


def test_points_are_sentences_of_the_text_in_its_order_and_begin_with_the_lead() -> None:
    for truth in load():
        article = truth.article
        ranked = key_figures.find(article.text, article.language, article.sections)
        points = summary.choose(
            article.text, article.language, article.sections, ranked, article.title
        )
        spans = [point.span for point in points if point.span]
        assert 3 <= len(points) <= MOST
        assert [span.of(article.text) for span in spans] == [point.text for point in points]
        assert spans == sorted(spans)
        assert spans[0].start < article.sections[0].span.end


def test_the_first_article_is_summed_up_with_its_key_figures() -> None:
    truth = load()[-1]
    article = truth.article
    ranked = key_figures.find(article.text, article.language, article.sections)
    points = summary.choose(article.text, "it", article.sections, ranked, article.title)
    told = " ".join(point.text for point in points)
    assert sum(figure.text in told for figure in truth.figures if figure.key) >= 4


def test_contents_and_acknowledgements_hold_no_point_and_neither_do_sections_inside_them() -> None:
    article = open_document(
        "# The port\n\n## Acknowledgements\n\nThe port was helped by 40 people of the town.\n\n"
        "### Steering group\n\nAnn Lee led the group that wrote most of the port report.\n\n"
        "## Findings\n\nThe port was closed on Friday after cracks had been found.\n",
        name="port",
    ).article()
    found = summary.choose(article.text, "en", article.sections, (), article.title)
    assert [point.text for point in found] == [
        "The port was closed on Friday after cracks had been found."
    ]


def test_a_text_without_sentences_has_no_summary() -> None:
    assert summary.choose("one\ntwo", "en", (), ()) == ()
    (point,) = summary.choose("This is one sentence that stands quite alone here.", "en", (), ())
    assert point.span == Span(0, 50)


def test_a_sentence_that_stands_twice_or_is_the_title_is_one_point() -> None:
    lead = "The mayor of the town closed both bridges on Friday after cracks had been found."
    rest = "The ferry runs every hour from six in the morning and takes no cars at all."
    title = "The ferry takes no cars while both bridges of the town are closed"
    text = f"{title}\n{lead}\n\n{lead}\n{rest}\n{title}!"
    whole = [Section(None, 0, Span(len(title) + 1, len(text)))]
    found = summary.choose(text, "en", whole, (), title)
    assert [point.text for point in found] == [lead, rest]


def brute_force(article: Article, ranked: tuple[Figure, ...]) -> list[str]:
    """The summary chosen among all sentences, as it is described: the best gain, five times."""
    text, key = article.text, ranked[:10]
    title, known = stems(article.title or ""), {points.key_of(article.title or "")}
    found = []
    for number, section in enumerate(article.sections):
        heading_end = text.find("\n", section.span.start, section.span.end)
        body = section.span if section.heading is None else Span(heading_end, section.span.end)
        rank = 0
        before: Span | None = None
        for span in sentences.split(text, article.language, body):
            said = span.of(text)
            is_paragraph = before is not None and "\n" not in text[before.end : span.start]
            near, before = before if is_paragraph else None, span
            is_new = points.key_of(said) not in known
            is_caption = points.is_in_caption(text, article.language, span)
            is_caption = is_caption or points.is_credited(text, article.language, span)
            is_appeal = points.is_appeal(said, article.language)
            if is_new and points.is_whole(said) and not (is_appeal or is_caption):
                known.add(points.key_of(said))
                held = {f.value for f in key if f.span and span.covers(f.span)}
                is_first = (number, rank) == (0, 0)
                needs_more = points.leans(said, "en") and not points.is_supported(span, near)
                if needs_more and not is_first:
                    continue
                found.append((span, said, held, title & stems(said), number, rank))
                rank += 1
    chosen = found[:1]
    while len(chosen) < 5 and len(chosen) < len(found):

        def gain(c: Any) -> float:
            old = (
                set().union(*(x[2] for x in chosen)),
                set().union(*(x[3] for x in chosen)),
            )
            news = (1.2 if c[5] == 0 else 0.8) * (c[4] not in {x[4] for x in chosen})
            early = (1.3 if c[4] == 0 else 0.8) / (1 + 0.5 * c[5])
            length = 0.0008 * max(0, len(c[0]) - 200) + 0.4 * (len(c[0]) < 80)
            leaning = 0.5 * (points.points_back(c[1], article.language) or points.is_half(c[1]))
            worth = early - length - 0.05 * c[4] - leaning
            new = 1.2 * len(c[2] - old[0]) + 0.25 * len(c[3] - old[1])
            return float(new + news + worth)

        best = max((c for c in found if c not in chosen), key=lambda c: (gain(c), -c[0].start))
        if gain(best) <= 0:
            break
        chosen.append(best)
    return [c[1] for c in sorted(chosen, key=lambda c: c[0])]


def stems(text: str) -> set[str]:
    return {word.lower()[:6] for word in re.findall(r"[^\W\d_]{4,}", text)}


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=60))
def test_the_few_sentences_that_are_kept_hold_the_best_of_all(lines: list[str]) -> None:
    article = article_of(lines)
    ranked = key_figures.find(article.text, "en", article.sections)
    read = summary.Sentences(article.text, "en", article.sections, article.title)
    for piece in pieces.pieces(article.text, "en"):
        read.read(piece, sentences.split(article.text, "en", piece))
    best = [span.of(article.text) for span in sorted(read.best(ranked))]
    assert best == brute_force(article, ranked)
