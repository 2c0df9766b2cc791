"""PDFs made with ReportLab: another maker than Typst, and what no typesetter would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any

from PIL import Image
from reportlab.lib.pagesizes import A5
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    PageTemplate,
    Paragraph,
    Table,
)

from tests.parsing.importers.pdf.reports import Part, Report, in_runs

WIDTH, HEIGHT = A5
MARGIN = 16 * mm
_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12, spaceAfter=6)
_TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=16, leading=19, spaceAfter=10)
_H2 = ParagraphStyle(
    "h2", fontName="Helvetica-Bold", fontSize=12, leading=14, spaceBefore=8, spaceAfter=4
)
_H3 = ParagraphStyle(
    "h3", fontName="Helvetica-Bold", fontSize=10, leading=12, spaceBefore=6, spaceAfter=3
)
_STYLES = {"h1": _TITLE, "h2": _H2, "h3": _H3}


def flowing(report: Report, *, columns: int) -> bytes:
    """A report in frames, with a running head and labels that begin with a letter."""
    file = BytesIO()
    width = (WIDTH - 2 * MARGIN) / columns
    frames = [
        Frame(MARGIN + at * width, MARGIN, width - 4 * mm, HEIGHT - 2 * MARGIN)
        for at in range(columns)
    ]
    document = BaseDocTemplate(file, pagesize=A5, title=report.title, author="Anna Rossi")
    document.addPageTemplates(PageTemplate(frames=frames, onPage=_edges))
    document.build([flowable for part in report.parts for flowable in _flowables(part)])
    return file.getvalue()


def _edges(canvas: Canvas, document: Any) -> None:
    """A running head, and a number at the foot."""
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, HEIGHT - 10 * mm, "Valley Commission, Yearbook")
    canvas.drawCentredString(WIDTH / 2, 8 * mm, f"– A-{document.page} –")
    canvas.addPageLabel(document.page - 1, style="ARABIC", start=document.page, prefix="A-")


def _flowables(part: Part) -> Iterator[Flowable]:
    if part.kind == "list":
        items = [Paragraph(item, _BODY) for item in part.lines]
        yield ListFlowable(items, bulletType="bullet", leftIndent=12)
    elif part.kind == "table":
        rows = [row.split("|") for row in part.lines]
        yield Table(rows, hAlign="LEFT", style=[("FONTSIZE", (0, 0), (-1, -1), 7)])
    else:
        words = "".join(text for text, is_note in in_runs(part.lines[0]) if not is_note)
        yield Paragraph(words, _STYLES.get(part.kind, _BODY))


def line_by_line(report: Report) -> bytes:
    """Two columns whose lines are drawn from top to bottom, now left and now right."""
    style, size, leading = "Times-Roman", 10, 13
    width = (WIDTH - 2 * MARGIN - 8 * mm) / 2
    lines = [
        line
        for part in report.parts
        if part.kind == "p"
        for line in [*_wrapped(part.lines[0], width, style, size), ""]
    ]
    rows = int((HEIGHT - 2 * MARGIN) / leading)

    def draw(canvas: Canvas) -> None:
        for start in range(0, len(lines), 2 * rows):
            canvas.setFont(style, size)
            for row in range(rows):
                for column in (0, 1):
                    x = MARGIN + column * (width + 8 * mm)
                    y = HEIGHT - MARGIN - row * leading
                    at = start + column * rows + row
                    canvas.drawString(x, y, lines[at] if at < len(lines) else "")
            canvas.showPage()

    return _drawn(draw)


def _wrapped(text: str, width: float, font: str, size: int) -> Iterator[str]:
    words = "".join(run for run, is_note in in_runs(text) if not is_note).split()
    line = words[0]
    for word in words[1:]:
        if stringWidth(f"{line} {word}", font, size) > width:
            yield line
            line = word
        else:
            line += f" {word}"
    yield line


def scan(pages: int) -> bytes:
    """Pages that are pictures."""

    def draw(canvas: Canvas) -> None:
        for _page in range(pages):
            canvas.drawInlineImage(Image.new("L", (20, 30), 200), 0, 0, WIDTH, HEIGHT)
            canvas.showPage()

    return _drawn(draw)


def encrypted() -> bytes:
    """A page that nobody sees without the password."""
    return _drawn(lambda canvas: canvas.drawString(100, 100, "secret"), StandardEncryption("word"))


def pages_of_both_kinds() -> bytes:
    """Three pages, of which the second is a picture."""

    def draw(canvas: Canvas) -> None:
        for page in range(3):
            if page == 1:
                canvas.drawInlineImage(Image.new("L", (20, 30), 200), 0, 0, WIDTH, HEIGHT)
            else:
                canvas.drawString(MARGIN, 300, "These are words of a page.")
            canvas.showPage()

    return _drawn(draw)


def lines(
    *rows: tuple[float, float, str], size: float = 12, initial: str = "", bold: int = 0
) -> bytes:
    """A page with lines at their places, so many of them in bold, the first below an initial.

    A form feed in place of a line begins another page.
    """

    def draw(canvas: Canvas) -> None:
        if initial:
            width = stringWidth(initial, "Helvetica", 2 * size)
            canvas.setFont("Helvetica", 2 * size)
            canvas.drawString(rows[0][0] - width, rows[0][1], initial)
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        for at, (x, y, words) in enumerate(rows):
            if words == "\f":
                canvas.showPage()
            if at == bold or words == "\f":
                canvas.setFont("Helvetica", size)
            if words != "\f":
                canvas.drawString(x, y, words)

    return _drawn(draw)


def justified(text: str, width: float) -> list[tuple[float, float, str]]:
    """The words of a paragraph at their places, for `lines`: each line but the last fills it."""
    font, size = "Helvetica", 8
    rows = list(_wrapped(text, width, font, size))
    placed = []
    for row, line in enumerate(rows):
        words = line.split()
        widths = [stringWidth(word, font, size) for word in words]
        is_last = row == len(rows) - 1
        space = 2.2 if is_last else (width - sum(widths)) / max(len(words) - 1, 1)
        x = 40.0
        for word, wide in zip(words, widths, strict=True):
            placed.append((x, 400 - 9.5 * row, word))
            x += wide + space
    return placed


def marked_items(lines: list[str], look: str, *, words: str = "Helvetica") -> bytes:
    """A line of words and items below it, each with a mark.

    Args:
        lines: The words of each.
        look: What the marks are: a disc that is ``drawn``, or a letter of that font.
        words: The font of the words.
    """

    def draw(canvas: Canvas) -> None:
        for row, line in enumerate(lines):
            y = 400 - 16 * row
            if row and look == "drawn":
                canvas.circle(MARGIN + 4, y + 3.5, 2, fill=1)
            elif row:
                canvas.setFont(look, 10)
                canvas.drawString(MARGIN, y, "o" if look == "Courier" else "n")
            canvas.setFont(words, 10)
            canvas.drawString(MARGIN + (18 if row else 0), y, line)

    return _drawn(draw)


ANSWER = "A. They did, in the evening of the same day, and nobody of the crews was hurt."
_TURNS = ("Q.  Did the boats come home then?", ANSWER[:44], ANSWER[45:])


def transcript(pages: int, empty: int = 0) -> bytes:
    """Questions and answers, each line of a page counted in the margin; the last ones are empty."""

    def draw(canvas: Canvas) -> None:
        said = iter(_TURNS * 9 * pages)
        for page in range(1, pages + 1):
            canvas.setFont("Courier", 8)
            for line in range(25):
                y = HEIGHT - MARGIN - 7 * mm * line
                canvas.drawRightString(MARGIN, y, str(line + 1))
                words = next(said) if line < 25 - empty else ""
                canvas.drawString(MARGIN + 10, y, words.replace("A. ", "A.  "))
            canvas.drawCentredString(WIDTH / 2, 8 * mm, f"Page {page}" if pages > 1 else "")
            canvas.showPage()

    return _drawn(draw)


def table(rows: Sequence[tuple[str, ...]], padding: float, repeated: int = 1) -> bytes:
    """A table over pages, its head on each; so many points beside the words of its cells."""
    file = BytesIO()
    frame = Frame(MARGIN, MARGIN, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    document = BaseDocTemplate(file, pagesize=A5)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=_head))
    sides = [(side, (0, 0), (-1, -1), padding) for side in ("LEFTPADDING", "RIGHTPADDING")]
    style = [*sides, ("FONTSIZE", (0, 0), (-1, -1), 9)]
    document.build([Table(rows, repeatRows=repeated, hAlign="LEFT", style=style)])
    return file.getvalue()


def _head(canvas: Canvas, document: Any) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, HEIGHT - 10 * mm, "Harbour Office, Yearbook")
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 10 * mm, str(document.page))


def mapped(words: str, letter: str, codes: str) -> bytes:
    """A page of words in whose font a letter stands for other characters, by their UTF-16 codes."""
    table = f"1 beginbfchar <{ord(letter):02X}> <{codes}> endbfchar"
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def"
        f" 1 begincodespacerange <00> <FF> endcodespacerange {table} endcmap"
    )
    return operators(f"1 Tf 1 5 Td ({words}) Tj", table)


def operators(drawing: str, table: str = "", *, shared: str = "", names: str = "") -> bytes:
    """A page of text drawn by such operators, the first of which chooses the size of its font.

    Args:
        drawing: The operators, behind the name of the font.
        table: What its codes stand for.
        shared: The box that all pages share; else the page has one of its own.
        names: What its font calls the characters that it has codes of its own for.
    """
    own = "" if shared else "/MediaBox[0 0 300 90]"
    drawing = f"BT /F {drawing} ET"
    mapping = "/ToUnicode 6 0 R" if table else ""
    mapping += f"/Encoding<</Differences[{names}]>>" if names else ""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[3 0 R]/Count 1{shared}>>",
        f"<</Type/Page/Parent 2 0 R{own}/Contents 5 0 R/Resources 7 0 R>>",
        f"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman{mapping}>>",
        f"<</Length {len(drawing)}>>stream\n{drawing}\nendstream",
        f"<</Length {len(table)}>>stream\n{table}\nendstream",
        "<</Font<</F 4 0 R>>>>",
    )
    parts = [f"{number} 0 obj\n{part}\nendobj\n" for number, part in enumerate(objects, 1)]
    return f"%PDF-1.4\n{''.join(parts)}trailer<</Root 1 0 R>>\n%%EOF".encode()


def many_pages(count: int) -> bytes:
    """As many short pages."""

    def draw(canvas: Canvas) -> None:
        for page in range(count):
            canvas.drawString(MARGIN, 300, f"These are the words of page number {page + 1}.")
            canvas.showPage()

    return _drawn(draw)


def _drawn(draw: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A5, encrypt=encrypt, pageCompression=1)
    draw(canvas)
    canvas.save()
    return file.getvalue()
