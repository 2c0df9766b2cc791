"""The same report in every form that can be imported, made by the tests themselves."""

from __future__ import annotations

import io
from collections.abc import Iterable
from html import escape
from textwrap import fill
from zipfile import ZIP_DEFLATED, ZipFile

from tests.parsing.importers.pdf.reports import Part, Report, in_runs

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = {"h1": "Title", "h2": "Heading1", "h3": "Heading2"}
_STYLE_NAMES = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2"}
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A ZIP file; what is called mimetype comes first and is not compressed, as in EPUB."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data, 0 if name == "mimetype" else ZIP_DEFLATED)
    return file.getvalue()


def html(report: Report) -> bytes:
    """The report as a web page."""
    head = f'<meta charset="utf-8"><title>{escape(report.title)}</title>'
    body = "\n".join(map(_element, report.parts))
    page = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    return f"<!DOCTYPE html>{page}".encode()


def _element(part: Part) -> str:
    if part.kind == "list":
        return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in part.lines)}</ul>"
    if part.kind == "table":
        rows = (f"<tr>{_cells(row)}</tr>" for row in part.lines)
        return f"<table>{''.join(rows)}</table>"
    return f"<{part.kind}>{escape(_plain(part))}</{part.kind}>"


def _cells(row: str) -> str:
    return "".join(f"<td>{escape(cell)}</td>" for cell in row.split("|"))


def _plain(part: Part) -> str:
    return "".join(words for words, is_note in in_runs(part.lines[0]) if not is_note)


def text(report: Report, width: int = 72) -> bytes:
    """The report as plain text, wrapped at a width."""
    blocks = []
    for part in report.parts:
        if part.kind == "list":
            blocks.append(
                "\n".join(fill(f"- {item}", width, subsequent_indent="  ") for item in part.lines)
            )
        elif part.kind == "table":
            blocks.append(
                "\n".join("".join(cell.ljust(20) for cell in row.split("|")) for row in part.lines)
            )
        elif part.kind == "p":
            blocks.append(fill(_plain(part), width, break_on_hyphens=False))
        else:
            blocks.append(part.lines[0])
    return "\n\n".join(blocks).encode() + b"\n"


def docx(report: Report) -> bytes:
    """The report as a Word document."""
    body = "".join(map(_word_block, report.parts))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLE_NAMES.items()
    )
    number = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    return word(body, styles, number)


def word(body: str, styles: str = "", number: str = "") -> bytes:
    """A Word document of XML inside its body, its styles and its kinds of lists."""
    parts = {"styles": styles, "numbering": number}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    types = '<Default Extension="xml" ContentType="application/xml"/>'
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="d"'
            f' Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f"{relations}</Relationships>",
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            **{
                f"word/{name}.xml": f"<w:{name} {_W}>{xml}</w:{name}>"
                for name, xml in parts.items()
            },
        }
    )


def _word_block(part: Part) -> str:
    if part.kind == "list":
        look = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        return "".join(_word_paragraph(item, look) for item in part.lines)
    if part.kind == "table":
        rows = (
            "".join(f"<w:tc>{_word_paragraph(cell)}</w:tc>" for cell in row.split("|"))
            for row in part.lines
        )
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    style = _STYLES.get(part.kind)
    return _word_paragraph(_plain(part), f'<w:pStyle w:val="{style}"/>' if style else "")


def _word_paragraph(words: str, look: str = "") -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    return f"<w:p><w:pPr>{look}</w:pPr>{run}</w:p>"


def epub(report: Report) -> bytes:
    """The report as a book: a chapter for each section."""
    chapters = [[report.parts[0]]]
    for part in report.parts[1:]:
        if part.kind == "h2":
            chapters.append([])
        chapters[-1].append(part)
    pages = ["".join(_element(_lifted(part)) for part in chapter) for chapter in chapters]
    return book(pages, title=report.title)


def _lifted(part: Part) -> Part:
    """A part as it stands in a chapter, whose own heading is of the first level."""
    kinds = {"h2": "h1", "h3": "h2"}
    return Part(kinds.get(part.kind, part.kind), part.lines)


def book(
    pages: Iterable[str],
    *,
    title: str = "A book",
    names: Iterable[str] = (),
    places: Iterable[str] = (),
    meta: str = "",
) -> bytes:
    """An EPUB file of chapters; places are where its contents lead to, unless to the beginnings."""
    files = {f"c{number}.xhtml": _xhtml(page) for number, page in enumerate(pages)}
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in files
    )
    links = "".join(
        f'<li><a href="{f}">{escape(n)}</a></li>'
        for f, n in zip(places or files, names, strict=False)
    )
    nav = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    spine = "".join(f'<itemref idref="{name}"/>' for name in files)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata><dc:title>{escape(title)}</dc:title><dc:language>en</dc:language>{meta}</metadata>"
        f"<manifest>{nav}{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            "OEBPS/nav.xhtml": _xhtml(f"<nav><ol>{links}</ol></nav>"),
            **{f"OEBPS/{name}": page for name, page in files.items()},
        }
    )


def _xhtml(body: str) -> str:
    return (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{body}</body></html>'
    )
