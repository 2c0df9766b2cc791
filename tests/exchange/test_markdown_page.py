"""An article, its panels and its notes as one Markdown document."""

from __future__ import annotations

import pytest

from briefing.exchange.markdown_page import markdown_page
from briefing.model.brief import Brief
from briefing.parsing.reading import open_document
from tests.exchange.pages import sheet_of
from tests.exchange.samples import LOST, note


def page_of(source: str, **known: object) -> str:
    document = open_document(source, name="page")
    return markdown_page(sheet_of(source, **known), document.body, document.body_line)  # type: ignore[arg-type]


def test_panels_and_notes_stand_before_the_text() -> None:
    given = note("11,000 soldiers", text="Really?")
    page = page_of(
        "---\ntitle: Report\n---\nOver 11,000 soldiers came.\n",
        figures=["11,000 soldiers"],
        points=[("Many came.", "came")],
        remarks=[("Who?", "soldiers")],
        notes=[given, LOST],
    )
    parts = ["# Report", "## Summary", "Many came. – “came”", "## Figures", "**11,000 soldiers**"]
    parts += ["## Remarks", "## Notes", "Really?", LOST.quote, "\n---\n\nOver 11,000"]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "source",
    ["# Report\n\nText.", "Report\n======\n\nText.", "---\ntitle: Report\n---\n# Report\n\nText."],
)
def test_the_title_stands_once(source: str) -> None:
    assert page_of(source).count("Report") == 1
    assert page_of(source).endswith("---\n\nText.\n")


def test_words_of_notes_and_statements_never_act_as_markup() -> None:
    bad = "<script>x</script> [a](javascript:b) **c**\n# d"
    page = page_of("Text.", points=[(bad, "Text")], notes=[note("Text", text=bad, by=bad)])
    assert "<script>" not in page.replace("\\<script\\>", "")
    assert "](javascript" not in page.replace("\\]", "")
    assert "\n# d" not in page


def test_a_summary_sentence_of_the_text_stands_once() -> None:
    page = page_of("## Where\n\nMany came. Few left.", points=[("Many came.", "Many came.")])
    assert page.count("Many came.") == 2  # among the points, and in the text
    assert "- Many came. – section “Where”" in page


def test_what_was_left_out_stands_at_the_end_and_in_short() -> None:
    lines = tuple(f"Advertisement {number} " + "word " * 50 for number in range(9))
    page = page_of("Text.", brief=Brief(dropped=lines))
    tail = page.partition("\n---\n")[2]
    assert tail.startswith("\nText.\n\n## Left out of the text\n\n- Advertisement 0 word")
    assert tail.endswith("\n- 4 more lines\n")
    assert max(map(len, tail.splitlines())) < 100


def test_what_was_left_out_is_not_swallowed_by_code_that_is_never_closed() -> None:
    page = page_of("Text.\n\n```\ncode", brief=Brief(dropped=("Advertisement",)))
    assert page.index("Advertisement") < page.index("\n---\n")
