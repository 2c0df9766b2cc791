"""What stands above a text: chapters with their numbers, names, and heads of tables."""

from __future__ import annotations

import re

import pytest

from briefing.parsing.draft import Draft
from briefing.parsing.reading import open_document
from tests.parsing.importers.pdf.test_reading import read
from tests.parsing.importers.pdf.typeset import compiled

TEXT = (
    "The harbour of the town had seven boats in that year, and every one of them was built there."
    " Nobody had to buy any from elsewhere, where boats were dear."
)


def typeset(markup: str) -> Draft:
    page = '#set page(width: 120mm, height: 110mm, margin: 14mm, numbering: "1")\n'
    return read(compiled(page + markup))


def sections(draft: Draft) -> list[tuple[str | None, int]]:
    article = open_document(draft.body, name="report").article()
    return [(section.heading, section.level) for section in article.sections[1:]]


CHAPTERS = """#show heading.where(level: 1): it => {
  pagebreak(weak: true)
  text(size: 16pt)[#it.supplement #counter(heading).display()]
  v(2mm)
  text(size: 20pt, it.body)
  v(4mm)
}
#set heading(numbering: "1")
#text(size: 24pt)[The boats]
"""


def test_the_number_of_a_chapter_on_a_line_of_its_own_is_part_of_its_heading() -> None:
    names = ("Building", "Selling", "Sailing")
    draft = typeset(CHAPTERS + "\n".join(f"= {name}\n{TEXT}\n\n{TEXT}" for name in names))
    assert sections(draft) == [(f"Section {n} {name}", 2) for n, name in enumerate(names, 1)]


def test_a_title_in_two_centred_lines_far_from_each_other_is_one() -> None:
    title = "Of the boats in the harbour and of the crews that built them"
    markup = f"#par(leading: 1.1em)[#align(center)[#text(size: 13pt, weight: 700)[{title}]]]"
    assert typeset(f"{markup}\n\n{TEXT}\n\n{TEXT}").title == title


def test_a_title_over_two_columns_whose_last_line_is_short_is_one() -> None:
    title = "Of the boats in the harbour and of the crews that built them long ago"
    over = f'#place(top, scope: "parent", float: true, text(size: 16pt)[{title}])'
    draft = typeset(f"#set page(columns: 2)\n#set text(8pt)\n{over}\n" + f"{TEXT}\n\n" * 8)
    assert draft.title == title


def test_a_title_that_goes_on_with_a_date_is_one() -> None:
    lines = "#set text(16pt, weight: 700)\n\nДневник на пристанището,\\ 12 февруари 2026 година"
    title = "Дневник на пристанището, 12 февруари 2026 година"
    assert typeset(f"#[{lines}]\n\n{TEXT}\n\n{TEXT}").title == title


GROUPS = """#table(
  columns: 5, stroke: none, align: {align},
  [Region], table.cell(colspan: 2)[Boats], table.cell(colspan: 2)[Crews],
  [], [built], [sold], [built], [sold],
  [North], [12], [3], [140], [31], [South], [9], [2], [88], [17], [Isles], [4], [4], [25], [20],
)
"""


@pytest.mark.parametrize("align", ["left", "center"])
def test_heads_that_name_groups_of_columns_are_a_row_of_their_own(align: str) -> None:
    draft = typeset(f"= Boats\n{TEXT}\n\n{GROUPS.replace('{align}', align)}\n\n{TEXT}")
    rows = [line for line in draft.body.split("\n") if line.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert [word for word in cells[0] if word] == ["Region", "Boats", "Crews"]
    assert cells[2] == ["", "built", "sold", "built", "sold"]
    assert cells[-1] == ["Isles", "4", "4", "25", "20"]


REGIONS = {"Africa": 9, "Americas": 7, "Europe": 12}
LONG = """#set page(header: [Harbour Office], numbering: none)
= Boats
{text}

#show table.cell.where(y: 0): strong
#table(
  columns: (4.2cm, 1.6cm, 1.6cm, 1.4cm), stroke: none, align: horizon,
  table.header([Country or area], [Boats built], [Boats sold], [Crew]),
  {rows}
)

{text}
"""


def test_a_table_over_pages_with_groups_of_rows_is_one_with_one_head() -> None:
    wanted, cells = [], []
    for region, count in REGIONS.items():
        wanted.append([region, "", "", ""])
        cells.append(f"table.cell(colspan: 4)[{region}]")
        for at in range(count):
            wanted.append([f"Isle {at} of {region}", f"{at * 3}", f"{at + 40}", f"{at * 17}"])
            cells += (f"[{cell}]" for cell in wanted[-1])
    draft = typeset(LONG.replace("{rows}", ", ".join(cells)).replace("{text}", TEXT))
    rows = [line for line in draft.body.split("\n") if line.startswith("|")]
    found = [[re.sub("<!--.*-->", "", c).strip() for c in row[1:-1].split("|")] for row in rows]
    assert found[0] == ["Country or area", "Boats built", "Boats sold", "Crew"]
    assert found[2:] == wanted
    assert draft.dropped == ("Harbour Office",)


def test_a_head_that_is_wrapped_is_one_row() -> None:
    rows = "[Region], [Boats that were built], [Crews], [North], [12], [140], [South], [9], [88]"
    table = f"#table(columns: (2cm, 1.9cm, 2cm), stroke: none, {rows})"
    draft = typeset(f"= Boats\n{TEXT}\n\n{table}\n\n{TEXT}")
    assert "| Region | Boats that were built | Crews |" in draft.body


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        ("Ada Neri #h(2cm) Jan van Loo\n\n14 March 2026", ("Ada Neri", "Jan van Loo")),
        ("Ada Neri\n\n14 March 2026", ("Ada Neri",)),
        ("Ada Neri and Jan van Loo", ("Ada Neri", "Jan van Loo")),
        ("Seven Boats\n\n14 March 2026", ()),
        ("Ada Neri", ()),
        ("Boats \n\n14 March 2026", ()),
    ],
)
def test_names_below_the_title_are_authors_where_the_text_has_none_of_their_words(
    below: str, authors: tuple[str, ...]
) -> None:
    title = f"#align(center)[#text(size: 20pt)[Of the sea]\n\n{below}]"
    draft = typeset(f"{title}\n\n{TEXT}\n\n{TEXT}\n\n= Then\n{TEXT}")
    assert draft.authors == authors
    assert ("Neri" in draft.body) == ("Neri" in below and not authors)
