"""A report of many makes comes out as it was written: words in order, headings, pages, notes."""

from __future__ import annotations

from functools import cache

import pypdfium2
import pytest

from briefing.model.article import Article
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.importers.formats import read_original
from briefing.parsing.reading import open_document
from tests.parsing.importers.pdf import drawn
from tests.parsing.importers.pdf.reports import Report, differences, letters, load
from tests.parsing.importers.pdf.typeset import MAKES, Make, typeset

FLOWING = (
    Make(
        "one column of another maker", "", notes=False, running=("Yearbook",), labels=("A-1", "A-2")
    ),
    Make(
        "two columns of another maker",
        "",
        notes=False,
        running=("Yearbook",),
        labels=("A-1", "A-2"),
    ),
)
each_make = pytest.mark.parametrize("make", [*MAKES, *FLOWING], ids=lambda make: make.name)


@cache
def made(make: Make) -> tuple[Report, bytes]:
    report = load(make.language)
    if make in FLOWING:
        return report, drawn.flowing(report, columns=1 + FLOWING.index(make))
    return report, typeset(report, make)


@cache
def imported(make: Make) -> tuple[Draft, Article]:
    draft = read_original(Original(made(make)[1], "report.pdf", "report.pdf"))
    return draft, open_document(draft.body, name="report").article()


@each_make
def test_the_words_are_there_in_order(make: Make) -> None:
    report, _data = made(make)
    wanted = report.words(notes=make.notes, numbered=make.numbered)
    _draft, article = imported(make)
    assert differences(wanted, article.text.split()) <= 0.01 * len(wanted)


@each_make
def test_headings_and_title_are_those_of_the_report(make: Make) -> None:
    report, _data = made(make)
    _draft, article = imported(make)
    assert article.title == report.title
    found = [(s.heading, s.level) for s in article.sections if s.heading is not None]
    wanted = report.headings(numbered=make.numbered)
    if make.flat:
        assert [words for words, _level in found] == [words for words, _level in wanted]
    else:
        assert found == wanted


@each_make
def test_nothing_that_runs_at_the_edge_of_the_pages_is_in_the_text(make: Make) -> None:
    draft, article = imported(make)
    for words in make.running:
        assert words not in article.text
        assert any(words in line for line in draft.dropped)


@each_make
def test_every_passage_has_the_label_of_the_page_it_stands_on(make: Make) -> None:
    _draft, article = imported(make)
    printed = _pages(made(make)[1], make)
    ends = [page.start for page in article.pages[1:]] + [len(article.text)]
    labels = []
    for page, end in zip(article.pages, ends, strict=True):
        words = article.text[page.start : end]
        first, last = letters(words)[:8], letters(words)[-8:]
        assert first in printed[page.label]
        assert last in printed[page.label]
        labels.append(page.label)
    assert labels[: len(make.labels)] == list(make.labels)


def _pages(data: bytes, make: Make) -> dict[str, str]:
    """The letters of each page as PDFium has them, by its label."""
    found = {}
    pdf = pypdfium2.PdfDocument(data)
    for index, page in enumerate(pdf):
        text = page.get_textpage().get_text_range()
        found[pdf.get_page_label(index) or str(index + 1)] = letters(text)
    pdf.close()
    return found


@each_make
def test_footnotes_stand_where_they_are_called(make: Make) -> None:
    report, _data = made(make)
    draft, article = imported(make)
    if not make.notes:
        return
    for number, (before, words) in enumerate(report.notes, 1):
        assert f"{before}[^{number}]" in draft.body.replace("\n", " ")
        assert words in article.text.split("\n")[-len(report.notes) :]


def test_two_columns_that_are_drawn_line_by_line_are_read_one_after_the_other() -> None:
    report = load("en")
    draft = read_original(Original(drawn.line_by_line(report), "report.pdf", "report.pdf"))
    article = open_document(draft.body, name="report").article()
    wanted = report.words(kinds=("p",), notes=False)
    assert differences(wanted, article.text.split()) <= 0.01 * len(wanted)
