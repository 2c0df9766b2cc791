"""An article, its panels and its notes as one HTML page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.exchange.html.page import html_page
from briefing.exchange.html.write import safe_text
from briefing.model.brief import Brief
from briefing.model.figure import Check, CheckKind
from briefing.model.note import COLORS, Conflict, NoteKind, NoteState
from briefing.model.span import Span
from briefing.model.state_list import ItemList, ListItem, State
from briefing.storage.locations import shipped_content
from tests.exchange.pages import (
    DARK,
    LIGHT,
    by_id,
    figure,
    is_whole,
    page_of,
    parsed,
    sheet_of,
    targets,
    text_of,
)
from tests.exchange.samples import CASES, LOST, note

RICH = """---
title: A report
language: en
source: {url: "https://example.org/a?b=1&c=2"}
published: "2026-11-20"
---
Lead with *emphasis*, **strong words**, `code` and a [link](https://example.org/x).[^1]

# First

- one
- two
  1. inner
  2. inner two

     more of it
- [x] done
- [ ] to do

7. seven
8. eight

> A quote
> - with a list

## Second

| Name | Count |
|:-----|------:|
| Oslo | 1,200 |
| Rome | 3,400 |

```python
if a < b:
	pass
```

---

![a map](https://example.org/map.png) and ![](local.png), see [First](#first).

[^1]: A footnote.
"""


def test_a_figure_leads_to_its_passage_and_the_passage_back() -> None:
    root = page_of("Over 11,000 soldiers came.", figures=["11,000 soldiers"])
    (to,) = by_id(root, "figure-1").iter("a")
    passage = by_id(root, to.get("href", "")[1:])
    assert text_of(passage) == "11,000 soldiers"
    back = [href for link, href in targets(root) if link.get("data-sign") == "F1"]
    assert back == ["#figure-1"]


def test_a_note_leads_to_its_passage_and_the_passage_back() -> None:
    given = note("11,000 soldiers", text="Really?\n\nAsk.", tags=("army",), color="yellow")
    root = page_of("Over 11,000 soldiers came.", notes=[given])
    entry = by_id(root, f"note-{given.id}")
    assert [text_of(p) for p in entry.findall("p")[1:]] == ["Really?", "Ask."]
    hrefs = {link.get("href", "") for link in entry.iter("a")}
    assert hrefs == {"#p-5-20"}
    assert text_of(by_id(root, "p-5-20")) == "11,000 soldiers"
    back = [href for link, href in targets(root) if link.get("data-sign") == "N1"]
    assert back == [f"#note-{given.id}"]


def test_states_lead_to_each_mention_and_a_mention_leads_back() -> None:
    brief = Brief(
        states=(State("NO", "Norway", (Span(0, 6), Span(8, 14))),),
        lists=(ItemList("Members", "states", 2, (ListItem("Norway", "NO", Span(8, 14)),)),),
    )
    root = page_of("Norway. Norway.", brief=brief)
    mentions = {link.get("href") for link in by_id(root, "state-1").iter("a")}
    assert mentions == {"#p-0-6", "#p-8-14"}
    assert by_id(root, "p-0-6").get("href") == "#state-1"
    assert by_id(root, "p-8-14").get("href") == "#item-1-1"
    assert "Members (1/2)" in text_of(by_id(root, "states"))


def test_a_check_says_in_words_whether_it_holds_and_leads_to_its_figures() -> None:
    brief = Brief(
        figures=(figure("one", Span(0, 3)), figure("two", Span(4, 7))),
        checks=(Check(CheckKind.SUM, False, (0,), 1, None, "look again"),),
    )
    root = page_of("one two", brief=brief)
    entry = by_id(root, "check-1")
    assert "✗" in text_of(entry)
    assert "look again" in text_of(entry)
    assert [link.get("href") for link in entry.iter("a")] == ["#figure-1", "#figure-2"]
    assert "#check-1" in {link.get("href") for link in by_id(root, "figure-1").iter("a")}


def test_everything_that_markdown_has_keeps_its_kind() -> None:
    root = page_of(RICH)
    assert is_whole(root)
    article = by_id(root, "text")
    assert [one.tag for one in article.iter() if re.match("h[1-6]", str(one.tag))] == ["h2", "h3"]
    assert [text_of(one) for one in root.iter("h1")] == ["A report"]
    assert [text_of(one) for one in article.iter("th")] == ["Name", "Count"]
    assert [one.get("scope") for one in article.iter("th")] == ["col", "col"]
    assert [one.get("start") for one in article.iter("ol")] == [None, "7", None]
    assert [len(one.findall("li")) for one in article.iter("ul")] == [2, 2, 1]
    assert text_of(next(article.iter("pre"))) == "if a < b:\n\tpass"
    assert next(article.iter("blockquote")).find("ul") is not None
    boxes = [(box.get("checked"), box.get("aria-label")) for box in article.iter("input")]
    assert boxes == [("", "done"), (None, "to do")]
    assert by_id(root, "footnote-1").tag == "li"
    assert text_of(next(article.iter("strong"))) == "strong words"


def test_links_between_headings_and_footnotes_work_inside_the_page() -> None:
    root = page_of(RICH)
    hrefs = [href for _link, href in targets(root)]
    assert "#heading-1" in hrefs[-3:]
    assert {"#footnote-1", "#to-footnote-1"} <= set(hrefs)


def test_the_page_says_its_language_and_that_of_the_programs_own_words() -> None:
    root = page_of("---\nlanguage: it\n---\nUno.", figures=["Uno"])
    assert root.get("lang") == "it"
    assert by_id(root, "figures-title").get("lang") == "en"
    assert page_of("---\nlanguage: ar\n---\nx").get("dir") == "rtl"
    assert page_of("---\nlanguage: 'x\"y'\n---\nx").get("lang") == ""


def test_a_passage_over_two_paragraphs_is_marked_in_both() -> None:
    root = page_of("one two\n\nthree four", remarks=[("odd", "two\nthree")])
    marks = [text_of(one) for one in root.iter("mark")]
    assert marks == ["two", "three"]
    assert text_of(by_id(root, "p-4-13")) == "two"
    assert [text_of(one) for one in root.iter() if one.get("data-of") == "p-4-13"] == ["three"]


def test_a_note_without_a_passage_is_kept_with_its_words() -> None:
    root = page_of("Text.", notes=[LOST])
    assert LOST.quote in text_of(by_id(root, f"note-{LOST.id}"))
    assert not list(by_id(root, f"note-{LOST.id}").iter("a"))


def test_a_statement_without_a_passage_says_so_and_leads_nowhere() -> None:
    brief = Brief(figures=(figure("nine", None),))
    root = page_of("Text.", brief=brief)
    assert "(not in the text)" in text_of(by_id(root, "figure-1"))
    assert is_whole(root)


PAGES = sorted(
    [*(CASES.parent / "markdown").glob("*.md"), *shipped_content().glob("*.md")], key=str
)

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)> \x1b]8;;x\x07 \x00\u202e]]>-->'


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    one = note(
        "Text",
        text=HOSTILE,
        by=HOSTILE,
        tags=(HOSTILE,),
        color=HOSTILE,
        created=HOSTILE,
        id='x" onclick="y',
        conflicts=(Conflict(HOSTILE, HOSTILE, HOSTILE, ""),),
    )
    span = Span(0, 4)
    brief = Brief(
        figures=(figure(HOSTILE, span, HOSTILE),),
        lists=(ItemList(HOSTILE, None, 1, (ListItem(HOSTILE, HOSTILE, span),)),),
        states=(State("AA", HOSTILE, (span,)),),
        dropped=(HOSTILE,),
    )
    body = f"Text\n\n{HOSTILE}\n\n## {HOSTILE}\n\n```{HOSTILE}\n{HOSTILE}\n```\n"
    given = sheet_of(body, brief=brief, notes=[one, replace(LOST, quote=HOSTILE)])
    given = replace(given, article=replace(given.article, title=HOSTILE, language=HOSTILE))
    page = html_page(given, LIGHT, DARK)
    root = parsed(page)
    assert is_whole(root)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", page)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/x",
        "../secret.md",
        "https:javascript",
        "&#106;avascript:alert(1)",
        "https://example.org/\u202e",
    ],
)
def test_no_link_leads_anywhere_but_to_the_web_or_a_letter(address: str) -> None:
    root = page_of(f"[words](<{address}>) and ![picture](<{address}>)\n\n<{address}>")
    assert is_whole(root)
    assert not [
        href for _link, href in targets(root) if "example.org" not in href and "#" not in href
    ]
    assert "words" in text_of(by_id(root, "text"))


def test_the_page_forbids_scripts_and_requests_and_asks_for_none() -> None:
    page = html_page(sheet_of(RICH), LIGHT, DARK)
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|src=", page)


def test_a_colour_that_is_none_never_reaches_the_style_sheet() -> None:
    bad = replace(LIGHT, colors={**LIGHT.colors, "background": "red;} body{background:url(//x)"})
    assert "url(" not in html_page(sheet_of("x"), bad, DARK)


def test_every_kind_and_colour_of_note_is_told_by_words_as_well() -> None:
    notes = [
        note("Text", id=f"n{n}x", kind=kind, color=color, state=NoteState.RESOLVED)
        for n, (kind, color) in enumerate((k, c) for k in NoteKind for c in COLORS)
    ]
    root = page_of("Text.", notes=notes)
    for one in notes:
        words = text_of(by_id(root, f"note-{one.id}"))
        assert one.kind.value in words.lower()
        assert str(one.color) in words


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_word_of_an_article_is_lost_on_its_page(path: Path) -> None:
    given = sheet_of(path.read_text("utf-8"))
    root = parsed(html_page(given, LIGHT, DARK))
    assert is_whole(root)
    body = "".join(map(text_of, (*root.iter("h1"), by_id(root, "text"))))
    assert _letters(body).endswith(_letters(safe_text(given.article.text)))


def test_lists_tables_and_footnotes_of_a_long_report_go_on_where_it_is_cut() -> None:
    lines = [f"{n}. point {n}" for n in range(1, 3001)]
    rows = ["", "| a | b |", "|---|---|", *(f"| {n} | x |" for n in range(3000)), ""]
    notes = [f"text[^{n}] and more words to make it long.\n" for n in range(600)]
    ends = [f"[^{n}]: footnote {n}" for n in range(600)]
    given = sheet_of("\n".join([*lines, *rows, *notes, *ends]))
    assert given.document.chunk_count > 3
    root = parsed(html_page(given, LIGHT, DARK))
    assert is_whole(root)
    numbers = [
        int(one.get("start", "1")) + place
        for one in by_id(root, "text").findall("ol")
        if one.get("class") is None
        for place, _item in enumerate(one.findall("li"))
    ]
    assert numbers == list(range(1, 3001))
    assert len(list(root.iter("tr"))) == 3001
    assert by_id(root, "footnote-600") is not None


_LINES = st.lists(
    st.text("ab *_`[]()<>&\"'!#|-1.\n>\\\t~^:é", max_size=40)
    | st.sampled_from(
        ["- a", "  - b", "1. c", "> q", "| a | b |\n|---|---|\n| c | d |", "***", "# H"]
    ),
    max_size=8,
).map("\n".join)


@settings(max_examples=60)
@example(
    "1" * 33, [(2, 30), (3, 30), (9, 0), (32, 1)]
)  # the third passage is cut where another begins
@given(_LINES, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=8))
def test_any_text_with_any_passages_is_a_valid_page_that_holds_them(
    markdown: str, places: list[tuple[int, int]]
) -> None:
    length = len(sheet_of(markdown).article.text)
    spans = [Span(min(a, length), min(a + n, length)) for a, n in places]
    brief = Brief(
        figures=tuple(figure("f", span) for span in spans[::2]),
        states=(State("AA", "A", tuple(spans[1::2])),),
    )
    given_sheet = sheet_of(markdown, brief=brief)
    root = parsed(html_page(given_sheet, LIGHT, DARK))
    assert is_whole(root)
    text = given_sheet.article.text
    for one in root.iter():
        found = re.fullmatch(r"p-(\d+)-(\d+)", one.get("id", ""))
        if found:
            parts = [part for part in root.iter() if part.get("data-of") == found[0]]
            passage = _letters(text[int(found[1]) : int(found[2])])
            assert _letters("".join(map(text_of, (one, *parts)))) == passage
    body = _letters("".join(map(text_of, (*root.iter("h1"), by_id(root, "text")))))
    assert body.endswith(_letters(text))


def _letters(text: str) -> str:
    return "".join(text.split())
