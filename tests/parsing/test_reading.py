"""The beginning of a long text is the beginning of the whole: its first page would jump else."""

from __future__ import annotations

import random
from itertools import islice

import pytest

from briefing.analysis.brief import analyse
from briefing.layout.flow import Flow
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_beginning, open_document
from tests.benchmarks import documents

_COLUMNS, _ROWS = 200, 100
_LONG = "Words that go on and on, and then some more of them.\n\n" * 5_000


def _first_rows(document: MarkdownDocument) -> list[str]:
    flow = Flow(document, _COLUMNS)
    lines = (
        line for index in range(min(3, document.chunk_count)) for line in flow.chunk_lines(index)
    )
    return ["".join(piece.text for piece in line.pieces) for line in islice(lines, _ROWS)]


@pytest.mark.parametrize(
    "source",
    [
        *("".join(make(random.Random(1), 250_000)) for make in (
            documents.ordinary, documents.news, documents.one_paragraph, documents.headings,
            documents.nested_list, documents.one_line,
        )),
        f"---\ntitle: A title\n---\n# A title\n\n{_LONG}",
        f"[a link](b.md), [sic], and [a task]\n\n{_LONG}",
        f"```\n{_LONG}",
        _LONG.replace("\n", "\r\n"),
    ],
    ids=[
        "ordinary", "news", "one paragraph", "headings", "nested list", "one line",
        "front matter", "brackets", "unclosed", "carriage returns",
    ],
)  # fmt: skip
def test_the_first_page_of_the_beginning_is_that_of_the_whole(source: str) -> None:
    beginning = open_beginning(source, name="x")
    assert beginning is not None
    whole = open_document(source, name="x")
    assert beginning.title == whole.title
    assert _first_rows(beginning) == _first_rows(whole)


@pytest.mark.parametrize(
    "source",
    [
        "Short.\n",
        f"See [the report], [^1].\n\n{_LONG}\n[the report]: https://example.org\n[^1]: A note.\n",
        f"---\ntitle: {_LONG.replace(chr(10), ' ')}\n---\nWords.\n",
    ],
    ids=["short", "defined at the end", "front matter that goes on"],
)
def test_what_may_look_otherwise_in_the_whole_has_no_beginning(source: str) -> None:
    assert open_beginning(source, name="x") is None


def test_soft_hyphens_inside_words_are_not_read_and_every_line_keeps_its_number() -> None:
    source = "Two mil\u00adlion\n===\n\nboats sailed to Ice\u00adland\u00ads.\n\nTwen\u00ad\nty"
    document = open_document(source, name="a")
    article = document.article()
    assert article.text == "Two million\nboats sailed to Icelands.\nTwen\u00ad ty"
    places = ((line, article.text.index(word)) for line, word in ((4, "boats"), (6, "Twen")))
    assert all(document.line_number_of(document.chunk_at(at)) == line for line, at in places)


def test_figures_and_states_are_found_in_words_that_may_be_parted() -> None:
    source = "Ös\u00adter\u00adreich gab den Städten zwölf Mil\u00adli\u00ado\u00adnen Euro."
    brief = analyse(
        open_document(f"---\nlang: de\n---\n{source} Zwei\u00adtens.", name="a").article()
    )
    assert [figure.text for figure in brief.figures] == ["zwölf Millionen Euro"]
    assert [state.code for state in brief.states] == ["AT"]
