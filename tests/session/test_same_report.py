"""A report says the same whatever form it comes in: its words, sections, figures and states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest

from briefing.analysis.brief import analyse
from briefing.model.original import Original
from briefing.parsing.reading import open_document
from briefing.session.article_import import import_original
from tests.parsing.importers import forms
from tests.parsing.importers.pdf.reports import Report, load
from tests.parsing.importers.pdf.typeset import MAKES, typeset

PLAIN = next(make for make in MAKES if make.name == "plain")
FORMS: dict[str, Callable[[Report], bytes]] = {
    "report.docx": forms.docx,
    "report.epub": forms.epub,
    "report.pdf": lambda report: typeset(report.without_notes(), PLAIN),
    "report.txt": forms.text,
}


@dataclass(frozen=True, slots=True)
class Said:
    """What of a report counts."""

    words: tuple[str, ...]
    sections: tuple[str | None, ...]
    figures: tuple[tuple[str, object, str | None], ...]
    states: tuple[tuple[str, int], ...]


@cache
def said(language: str, name: str) -> Said:
    report = load(language)
    data = forms.html(report) if name == "report.html" else FORMS[name](report)
    imported = import_original(Original(data, name, name), "2026-01-01T00:00:00Z")
    article = open_document(imported.markdown, name="report").article()
    brief = analyse(article)
    return Said(
        tuple(word for word in article.text.split() if word != "-"),
        tuple(section.heading for section in article.sections),
        tuple((figure.text, figure.value, figure.unit) for figure in brief.figures),
        tuple((state.code, len(state.mentions)) for state in brief.states),
    )


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("language", ["en", "de", "it"])
def test_a_report_says_the_same_in_every_form(language: str, name: str) -> None:
    assert said(language, name) == said(language, "report.html")


def test_the_report_says_something() -> None:
    page = said("en", "report.html")
    assert len(page.sections) == 6
    assert len(page.figures) > 10
    assert {code for code, _count in page.states} >= {"AT", "IT", "SI"}
