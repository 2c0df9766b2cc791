"""A PDF as an article in the making.

Its pages come from PDFium (`pages`). What repeats at their edges and what counts their lines goes
(`margins`, `side_heads`, `line_numbers`), the lines that
are left are put in the order in which they are read (`columns`), footnotes are parted from them
(`footnotes`), and they become tables (`tables`) and paragraphs (`paragraphs`), of which some are
headings (`headings`). `writing` makes Markdown of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.parsing.draft import Draft
from briefing.parsing.importers.pdf.browser_edges import take_browser_edges
from briefing.parsing.importers.pdf.chapters import with_whole_chapters
from briefing.parsing.importers.pdf.charts import take_charts
from briefing.parsing.importers.pdf.columns import rows_in_order
from briefing.parsing.importers.pdf.contents import mark_contents
from briefing.parsing.importers.pdf.credits import credits_of
from briefing.parsing.importers.pdf.facts import Facts, facts_of
from briefing.parsing.importers.pdf.floats import take_floats
from briefing.parsing.importers.pdf.footnotes import take_footnotes
from briefing.parsing.importers.pdf.formulas import with_whole_formulas
from briefing.parsing.importers.pdf.glyph_names import names_in
from briefing.parsing.importers.pdf.headings import find_headings
from briefing.parsing.importers.pdf.hyphens import Hyphens
from briefing.parsing.importers.pdf.interrupted import with_whole_paragraphs
from briefing.parsing.importers.pdf.line_numbers import take_line_numbers
from briefing.parsing.importers.pdf.lines import Page, Row, is_rule, plain
from briefing.parsing.importers.pdf.margins import take_margins
from briefing.parsing.importers.pdf.measures import measure
from briefing.parsing.importers.pdf.opening import opened
from briefing.parsing.importers.pdf.pages import PageReader
from briefing.parsing.importers.pdf.paragraphs import blocks_of
from briefing.parsing.importers.pdf.scout import Passed
from briefing.parsing.importers.pdf.short_pages import widen_short
from briefing.parsing.importers.pdf.side_headings import set_side_headings
from briefing.parsing.importers.pdf.side_heads import take_side_heads
from briefing.parsing.importers.pdf.side_notes import take_side_notes, with_side_notes
from briefing.parsing.importers.pdf.slide_feet import take_slide_feet
from briefing.parsing.importers.pdf.tables import with_tables
from briefing.parsing.importers.pdf.unmapped import tell
from briefing.parsing.importers.pdf.writing import Writer
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number

MOST_LINES = 250_000
"""Lines of a document, some five thousand full pages; more would not fit into 300 MB."""
_FEWEST_PAGES = 3
"""Of what counts as the beginning: running heads show from the third page on."""
_ENOUGH_LINES = 80
"""Lines that fill the first screen and a few more."""


def read_pages(original: Original, passed: Passed) -> Draft:
    """Read a PDF whose pages are loaded ahead; errors as in `entry.read`."""
    with opened(original.data, original.where, passed) as pdf:
        reader = PageReader(pdf)
        pages = list(_pages(reader, len(pdf), original.where, passed))
        facts = facts_of(pdf)
    scans = [page.label for page in pages if page.is_scan]
    if not any(page.stretches for page in pages):
        raise _no_text(original.where, is_scan=bool(scans))
    unknown = tell(pages, reader.fonts.unmapped, partial(names_in, original.data))
    remarks = [_scanned(scans)] if scans else []
    remarks += [_unknown(unknown)] if unknown else []
    draft = _drafted(pages, facts, remarks, reader.addresses)
    if not draft.body.strip():  # nothing but rules that are drawn with signs
        raise _no_text(original.where, is_scan=False)
    return draft


def begin_pages(original: Original, passed: Passed, most: int) -> Draft | None:
    """Read the first pages of a PDF, of which as many are loaded ahead; None where it has no more.

    Errors are those of `entry.read`.
    """
    with opened(original.data, original.where, passed) as pdf:
        if len(pdf) <= most:
            return None
        reader = PageReader(pdf)
        pages = _first_pages(reader, passed, most)
        facts = facts_of(pdf)
    has_text = any(page.stretches for page in pages)
    tell(pages, reader.fonts.unmapped, partial(names_in, original.data))
    draft = _drafted(pages, facts, [], reader.addresses) if has_text else None
    return draft if draft is not None and draft.body.strip() else None


def _first_pages(reader: PageReader, passed: Passed, most: int) -> list[Page]:
    """As many pages as fill the first screen and a few more."""
    pages, lines = list[Page](), 0
    while len(pages) < _FEWEST_PAGES or (lines < _ENOUGH_LINES and len(pages) < most):
        passed(len(pages))
        pages.append(reader.page(len(pages)))
        lines += len(pages[-1].stretches)
    return pages


def _pages(reader: PageReader, count: int, where: str, passed: Passed) -> Iterator[Page]:
    """All pages, unless they are too many for the memory."""
    lines = 0
    for index in range(count):
        passed(index)
        page = reader.page(index)
        lines += len(page.stretches)
        if lines > MOST_LINES:
            raise InputError(
                _("this PDF has more than {count} lines of text").format(count=number(MOST_LINES)),
                where=where,
                remedy=_(
                    "part it first, for example with: qpdf IN.pdf --pages . 1-1000 -- OUT.pdf"
                ),
            )
        yield page


def _drafted(
    pages: list[Page], facts: Facts, remarks: Sequence[str], addresses: Sequence[str]
) -> Draft:
    dropped = [*take_browser_edges(pages), *take_line_numbers(pages), *take_side_heads(pages)]
    dropped += [*take_slide_feet(pages), *take_margins(pages), *take_charts(pages)]
    dropped += dict.fromkeys(page.turned for page in pages if page.turned)
    set_side_headings(pages)
    side_notes = [*take_side_notes(pages), *take_floats(pages)]
    rows = list(with_whole_formulas(_rows(pages)))
    measures = measure(rows)
    rows, notes = take_footnotes(rows, measures)
    parts = with_whole_paragraphs(list(blocks_of(with_tables(rows), measures)), measures)
    parts = with_side_notes(parts, side_notes, measures)
    blocks = list(with_whole_chapters(parts, measures))
    mark_contents(blocks, measures)
    hyphens = Hyphens(row.text for part in (blocks, notes) for block in part for row in block.rows)
    headings = find_headings(
        blocks, measures, facts.outline, hyphens.words, facts.title, facts.authors
    )
    said, credit_blocks = credits_of(blocks, headings, facts.authors, hyphens.words)
    writer = Writer([page.label for page in pages], hyphens, addresses)
    body = writer.write(blocks, headings, notes, credit_blocks)
    title = facts.title
    if headings.title is not None:
        title = " ".join(plain(writer.words(blocks[headings.title].rows)).split())
    return Draft(
        body,
        title,
        tuple(dropped),
        published=said.published or facts.published,
        updated=facts.updated,
        authors=said.authors,
        remarks=tuple(remarks),
    )


def _rows(pages: list[Page]) -> Iterator[Row]:
    """The lines of all pages in the order in which they are read."""
    column = 0
    grid: list[float] = []
    above: Row | None = None
    for page in pages:
        rows = rows_in_order(page, column, grid)
        column = rows[-1].column + 1 if rows else column
        widen_short(rows, above)
        above = rows[-1] if rows else above
        yield from (row for row in rows if not is_rule(row))


def _no_text(where: str, *, is_scan: bool) -> InputError:
    if not is_scan:
        return InputError(
            _("there is no text in this PDF"),
            where=where,
            remedy=_("there is nothing to import in it"),
        )
    return InputError(
        _("this PDF is a scan: pictures of pages, without text"),
        where=where,
        remedy=_("let its text be recognised first, for example with: ocrmypdf IN.pdf OUT.pdf"),
    )


def _scanned(labels: list[str]) -> str:
    return _("pages without text, only pictures: {labels}").format(labels=", ".join(labels))


def _unknown(count: int) -> str:
    return ngettext(
        "{count} letter that a font of this PDF does not name is shown as �",
        "{count} letters that the fonts of this PDF do not name are shown as �",
        count,
    ).format(count=number(count))
