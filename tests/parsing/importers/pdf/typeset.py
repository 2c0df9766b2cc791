"""PDFs made with Typst: a report in many makes, each with what a reader would know of it."""

from __future__ import annotations

from dataclasses import dataclass

import typst

from tests.parsing.importers.pdf.reports import Part, Report, in_runs

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\#$*_`<>@~=[]-+/\"'"})


@dataclass(frozen=True, slots=True)
class Make:
    """How a report is set."""

    name: str
    """What the make is about."""
    setup: str
    """Typst's rules for it."""
    language: str = "en"
    """Which report is set."""
    running: tuple[str, ...] = ()
    """Words that stand at the edge of the pages and not in the text."""
    labels: tuple[str, ...] = ("1",)
    """The labels of its first pages."""
    notes: bool = True
    """Whether its footnotes are set."""
    numbered: bool = False
    """Whether its headings have numbers."""
    flat: bool = False
    """Whether headings of all levels look alike."""


PAGE = '#set page(width: 120mm, height: 170mm, margin: 16mm, numbering: "1")\n'
COLUMNS = '#set page(paper: "a5", columns: 2, margin: 14mm)\n#set text(size: 9pt)\n'
JUSTIFIED = "#set par(justify: true)\n"
INDENTED = """#set par(first-line-indent: 1.2em, spacing: 0.65em)
#show heading: set block(above: 1.4em, below: 1em)
"""
EDGES = """#set page(
  width: 120mm, height: 170mm, margin: 18mm, numbering: "1 / 1",
  header: context [Water Authority #h(1fr) Report 12/2026 · #counter(page).display()],
  footer: context [
    #line(length: 100%)
    Confidential draft #h(1fr)
    Page #counter(page).display() of #counter(page).final().first()
  ],
)
"""
SECTIONS = """#set page(
  width: 120mm, height: 150mm, margin: 18mm, numbering: "1", footer: none,
  header: context {
    let above = query(selector(heading).before(here()))
    [Water Authority #h(1fr) #if above.len() > 0 { emph(above.last().body) }]
  },
)
"""
TAGGED = """#show heading: it => block(above: 1.3em, below: 0.65em, text(
  size: 11pt, weight: "regular", it.body,
))
"""
ROMAN = '#set page(width: 105mm, height: 120mm, margin: 14mm, numbering: "i")\n'
TEX = """#set page(paper: "us-letter", margin: 1.9in, numbering: "1")
#set text(font: "New Computer Modern", size: 10pt)
#set heading(numbering: "1.1")
#set par(justify: true, first-line-indent: 1.8em, spacing: 0.6em)
"""
RAGGED = """#set text(hyphenate: false, size: 10.5pt)
#set par(leading: 1em, spacing: 2em)
"""
SIDE = '#set page(paper: "a5", flipped: true, margin: 15mm, numbering: "1")\n#set text(size: 9pt)\n'
BOLD = "#show heading: set text(size: 11pt)\n#show heading: set block(above: 1.3em)\n"

MAKES = (
    Make("plain", PAGE),
    Make("two columns, justified and hyphenated", COLUMNS + JUSTIFIED),
    Make("two columns in German", COLUMNS + JUSTIFIED, "de"),
    Make("two columns in Italian", COLUMNS + JUSTIFIED, "it"),
    Make("indented paragraphs without space between them", PAGE + JUSTIFIED + INDENTED),
    Make("headings bold at the size of the text", PAGE + BOLD, flat=True),
    Make(
        "running heads and feet with numbers",
        EDGES,
        running=("Water Authority", "Confidential draft", "Report 12/2026"),
    ),
    Make("running heads that name the section", SECTIONS, running=("Water Authority",)),
    Make("headings that only their tags tell", PAGE + TAGGED, "it"),
    Make("pages i and ii, then 1", ROMAN, labels=("i", "ii", "1", "2")),
    Make("numbered headings in the look of TeX", TEX, numbered=True),
    Make("ragged right without hyphens, wide leading", PAGE + RAGGED, "it"),
    Make("on its side", SIDE + JUSTIFIED, "de"),
)


def typeset(report: Report, make: Make) -> bytes:
    """A report as a PDF."""
    title = f'#set document(title: "{report.title}")\n#set text(lang: "{make.language}")\n'
    parts = [title + make.setup]
    for number, part in enumerate(report.parts):
        if "i" in make.labels and number == _FIRST_SECTION:
            parts.append('#set page(numbering: "1")\n#counter(page).update(1)')
        parts.append(_markup(part))
    return compiled("\n\n".join(parts))


def compiled(source: str) -> bytes:
    """What Typst makes of its markup, as a PDF."""
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


_FIRST_SECTION = 5


def _markup(part: Part) -> str:
    if part.kind == "h1":
        return f'#align(center, text(size: 1.7em, weight: "bold")[{_words(part.lines[0])}])'
    if part.kind.startswith("h"):
        return f"{'=' * (int(part.kind[1]) - 1)} {_words(part.lines[0])}"
    if part.kind == "list":
        return "\n".join(f"- {_words(item)}" for item in part.lines)
    if part.kind == "table":
        cells = [f"[{_words(cell)}]" for row in part.lines for cell in row.split("|")]
        columns = part.lines[0].count("|") + 1
        return f"#table(columns: {columns}, stroke: 0.4pt, {', '.join(cells)})"
    return "".join(
        f"#footnote[{_words(words)}]" if is_note else _words(words)
        for words, is_note in in_runs(part.lines[0])
    )


def _words(text: str) -> str:
    return text.translate(_SPECIAL)
