"""A report says the same whatever form it comes in: words, sections, figures, states, credits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache

import pytest

from briefing.analysis.brief import analyse
from briefing.model.original import Original
from briefing.parsing.reading import open_document
from briefing.session.article_import import import_original
from tests.parsing.importers import forms
from tests.parsing.importers.pdf.reports import Part, Report, load
from tests.parsing.importers.pdf.typeset import MAKES, typeset

PLAIN = next(make for make in MAKES if make.name == "plain")


def letter(report: Report) -> bytes:
    """The report as a letter; who wrote it and when stands in its head."""
    message = EmailMessage()
    message["Subject"] = report.title
    message["From"] = "Anna Rossi <rossi@example.org>, Paul Moss <moss@example.org>"
    message["Date"] = "Sat, 14 Mar 2026 09:30:00 +0100"
    title, _byline, _day, *others = report.parts
    message.set_content(forms.text(Report((title, *others))).decode())
    return message.as_bytes()


FORMS: dict[str, Callable[[Report], bytes]] = {
    "report.docx": forms.docx,
    "report.epub": forms.epub,
    "report.pdf": lambda report: typeset(report.without_notes(), PLAIN),
    "report.txt": forms.text,
    "report.eml": letter,
}


BYLINES = {
    "en": ("By Anna Rossi and Paul Moss", "14 March 2026"),
    "de": ("Von Anna Rossi und Paul Moss", "14. März 2026"),
    "it": ("di Anna Rossi e Paul Moss", "14 marzo 2026"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What of a report counts."""

    words: tuple[str, ...]
    sections: tuple[str | None, ...]
    figures: tuple[tuple[str, object, str | None], ...]
    states: tuple[tuple[str, int], ...]
    authors: tuple[str, ...]
    published: str | None


def credited(language: str) -> Report:
    """The report with its authors and its day below its title."""
    title, *others = load(language).parts
    return Report((title, *(Part("p", (line,)) for line in BYLINES[language]), *others))


@cache
def said(language: str, name: str) -> Said:
    report = credited(language)
    data = forms.html(report) if name == "report.html" else FORMS[name](report)
    imported = import_original(Original(data, name, name), "2026-01-01T00:00:00Z")
    document = open_document(imported.markdown, name="report")
    article = document.article()
    brief = analyse(article)
    return Said(
        tuple(article.text.split()),
        tuple(section.heading for section in article.sections),
        tuple((figure.text, figure.value, figure.unit) for figure in brief.figures),
        tuple((state.code, len(state.mentions)) for state in brief.states),
        document.front_matter.authors,
        document.front_matter.published,
    )


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("language", ["en", "de", "it"])
def test_a_report_says_the_same_in_every_form(language: str, name: str) -> None:
    assert said(language, name) == said(language, "report.html")


def test_the_report_says_something() -> None:
    page = said("en", "report.html")
    assert len(page.sections) == 6
    assert len(page.figures) > 10
    assert (page.authors, page.published) == (("Anna Rossi", "Paul Moss"), "2026-03-14")
    assert {code for code, _count in page.states} >= {"AT", "IT", "SI"}
