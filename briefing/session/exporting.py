"""An opened article, or its notes, as one document for other programs and for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.exchange.formats import EXPORTS
from briefing.exchange.html.page import html_page
from briefing.exchange.joining import joined
from briefing.exchange.markdown_page import markdown_page
from briefing.exchange.origin import origin_of
from briefing.exchange.placing import place
from briefing.exchange.sheet import CheckLine, Sheet
from briefing.model.article import Document
from briefing.model.note import Note
from briefing.model.theme import Theme
from briefing.parsing.reading import open_document
from briefing.session.reading import Reading
from briefing.session.ties import with_words_of_now
from briefing.session.wording import check_words, figure_phrase
from briefing.text.i18n import language
from briefing.text.safe import visible


def exported_notes(
    reading: Reading,
    form: str,
    chosen: Sequence[Note] | None = None,
    *,
    address: str | None = None,
) -> str:
    """Notes as one document.

    Args:
        reading: The article.
        form: One of `exchange.EXPORTS`.
        chosen: Which of its notes; None: all but the deleted ones.
        address: The article's file as seen from where the document will lie; None: it has none.
    """
    notebook = reading.take_out_notes()
    if chosen is None:
        chosen = [note for note in notebook.notes.notes if not note.is_deleted]
    notes = list(with_words_of_now(reading, chosen))
    matches = {placed.note.id: placed.match for placed in notebook.placed}
    # A file's name may hold bytes that are no text; documents for others hold none.
    article = replace(reading.article, name=visible(reading.article.name))
    named = None if address is None else visible(address)
    origin = origin_of(article, reading.document.front_matter, named)
    return EXPORTS[form](article, notes, matches, origin)


def joined_notes(documents: Sequence[str], form: str) -> str:
    """The notes of several articles, each as `exported_notes` gives them, as one document."""
    return joined(documents, form) if documents else ""


def notes_document(reading: Reading) -> Document | None:
    """All notes as a document to be laid out below the article; None where there are none."""
    if all(note.is_deleted for note in reading.take_out_notes().notes.notes):
        return None
    return open_document(exported_notes(reading, "markdown"), name=reading.source.name)


def exported_page(reading: Reading, light: Theme, dark: Theme) -> str:
    """The article with its panels and notes as one HTML page.

    Args:
        reading: The article, its brief made.
        light: The page's colours by day and on paper.
        dark: Its colours on a dark screen.
    """
    return html_page(_sheet(reading), light, dark, language())


def exported_markdown(reading: Reading, *, address: str | None = None) -> str:
    """The article with its panels and notes as one Markdown document; its brief is to be made.

    Args:
        reading: The article.
        address: Its file as seen from where the document will lie; None: it has none.
    """
    document = reading.document
    return markdown_page(_sheet(reading, address), document.body, document.body_line)


def _sheet(reading: Reading, address: str | None = None) -> Sheet:
    article = replace(reading.article, name=visible(reading.article.name))
    notebook, brief = reading.take_out_notes(), reading.brief
    kept = [note for note in notebook.notes.notes if not note.is_deleted]
    told = list(with_words_of_now(reading, kept))
    placed, orphans = place(article, told, {one.note.id: one.match for one in notebook.placed})
    lines = (check_words(check, brief, article.language) for check in brief.checks)
    return Sheet(
        document=reading.document,
        article=article,
        brief=brief,
        figures=[figure_phrase(figure, article.language) for figure in brief.figures],
        checks=[CheckLine(line.formula, line.verdict, line.remark) for line in lines],
        notes=placed,
        orphans=orphans,
        origin=origin_of(article, reading.document.front_matter, address and visible(address)),
    )
