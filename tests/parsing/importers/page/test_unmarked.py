"""Headings that a page shows without marking them are some; what only looks like one is none."""

from __future__ import annotations

import re
from time import process_time

import pytest

from briefing.parsing.importers.html import read_html
from tests.parsing.importers.page.test_page import SENTENCE, TEXT, page

FIRST, SECOND = "The mast of the boat", "What it costs the town"
MARKED = f"<h2>The harbour</h2><p>{SENTENCE}</p><h2>The town</h2>"
INTERVIEW = f"""<p><b>Who built it?</b></p><p>{SENTENCE}</p><p><b>Seven boats are a lot for such a
town. Who was it that paid for all of them, and when?</b></p><p>{SENTENCE}</p>"""
SPEAKERS = f"""<p class=job>Anna Berg</p><p class=role>Master of the harbour</p><p>{SENTENCE}</p>
<p class=job>Jan Dahl</p><p class=role>Master of the mill</p><p>{SENTENCE}</p>"""


def headings(inner: str) -> list[str]:
    """The headings that a piece of a page becomes, with their marks."""
    body = read_html(page(inner), "a.html").body
    return re.findall(r"(?m)^#+ .*", body)


def twice(form: str, text: str = f"<p>{SENTENCE}</p>") -> str:
    """Two lines of a form, each above running text."""
    return "".join(f"{form.format(line)}{text}" for line in (FIRST, SECOND))


@pytest.mark.parametrize(
    "form",
    [
        "<p><strong>{}</strong></p>",
        "<p><a id=x></a><b>{}</b><br></p>",
        "<div><span><strong>{}</strong></span></div>",
        "<p><b>{}</b> <b> </b></p>",
        "<p class=art-intertitle>{}</p>",
        "<p class=zwischenueberschrift>{}</p>",
        "<p><span class=cross-head>{}</span></p>",
        "<div class=ladillo><p>{}</p></div>",
        "<p class='x9 lines'>{}</p>",
        "<div class=block__title>{}</div>",
    ],
)
def test_lines_that_are_bold_called_or_classed_alike_are_headings(form: str) -> None:
    assert headings(twice(form)) == [f"## {FIRST}", f"## {SECOND}"]


def test_a_bold_line_that_begins_a_paragraph_is_a_heading() -> None:
    inner = "".join(f"<p><b>{line}</b><br>{SENTENCE}</p>" for line in (FIRST, SECOND))
    body = read_html(page(inner), "a.html").body
    assert f"## {FIRST}\n\n{SENTENCE.strip()}\n\n## {SECOND}\n\n{SENTENCE.strip()}\n" in body


def test_bold_lines_between_breaks_are_headings() -> None:
    below = f"<br><b>{FIRST}</b><br>{SENTENCE}<br><br><b>{SECOND}</b><br>{SENTENCE}"
    inner = f"<div>{SENTENCE}{below}</div>"
    assert headings(inner) == [f"## {FIRST}", f"## {SECOND}"]


def test_lines_in_capitals_are_headings() -> None:
    inner = twice("<p>{}</p>").replace(FIRST, FIRST.upper()).replace(SECOND, SECOND.upper())
    assert headings(inner) == [f"## {FIRST.upper()}", f"## {SECOND.upper()}"]


def test_a_line_that_is_called_a_heading_is_one_alone() -> None:
    inner = f"<p class=mellomtittel>{FIRST}</p><p>{SENTENCE}</p>"
    assert headings(inner) == [f"## {FIRST}"]


def test_several_bold_lines_stand_below_the_headings_above_them() -> None:
    found = headings(MARKED + twice("<p><b>{}</b></p>"))
    assert found == ["## The harbour", "## The town", f"### {FIRST}", f"### {SECOND}"]


@pytest.mark.parametrize(
    "inner",
    [
        MARKED + f"<p>{SENTENCE}</p><p><b>Anna Berg</b></p><p>{SENTENCE}</p>",
        MARKED + "<p><b>Good</b></p><ul><li>It is new.</ul><p><b>Bad</b></p><ul><li>It leaks.</ul>",
        MARKED + f"<p><b>Good</b></p><p>{SENTENCE}</p>" * 2,
        MARKED
        + f"<p><b>Boats: 4.5</b></p><p>{SENTENCE}</p><p><b>Masts: 3</b></p><p>{SENTENCE}</p>",
    ],
)
def test_labels_and_names_between_marked_headings_are_none(inner: str) -> None:
    assert headings(inner) == ["## The harbour", "## The town"]


@pytest.mark.parametrize(
    "inner",
    [
        INTERVIEW,
        twice("<p class=photo-text>{}</p>"),
        SPEAKERS,
        twice("<p><a href=/other><b>{}</b></a></p>"),
        f"<p>HIGHLIGHTS</p><p>{SENTENCE}</p><p>BACKGROUND</p><p>{SENTENCE}</p>",
        f"<p>{FIRST}</p><p>{SENTENCE}</p>",
    ],
)
def test_questions_of_interviews_captions_names_and_labels_are_none(inner: str) -> None:
    assert headings(inner) == []


def test_a_bold_line_that_is_no_heading_stays_in_its_paragraph() -> None:
    inner = f"<p><b>Harbour office, open all day.</b><br>Quay 5<br>Town</p><p>{SENTENCE}</p>"
    body = read_html(page(inner), "a.html").body
    assert "**Harbour office, open all day.**\\\nQuay 5\\\nTown" in body


def test_headings_with_a_year_or_the_title_again_are_no_credit_and_no_title() -> None:
    inner = f"<p>{SENTENCE}</p><h2>The boat shows of 2025</h2><p>{SENTENCE}</p>" + 4 * TEXT
    again = f"<h2>The harbour of the town</h2><p>{SENTENCE}</p>"
    assert headings(inner + again) == ["## The boat shows of 2025", "## The harbour of the town"]


def test_what_is_read_aloud_is_no_text_where_it_can_be_folded() -> None:
    button = (
        "<div class=expand-icon><span class='expand-icon__open h-offscreen'>Fold it</span></div>"
    )
    assert "Fold it" not in read_html(page(f"{button}<p>{SENTENCE}</p>"), "a.html").body


def test_a_long_heading_at_the_top_is_a_standfirst_unless_sections_have_its_level() -> None:
    lead = "Seven boats are home again, and the mill that paid for all of them is for sale"
    html = page("").replace("</h1>", f"</h1><h2>{lead}</h2>")
    assert f"## {lead}" not in read_html(html, "a.html").body
    assert lead in read_html(html, "a.html").body
    html = page(f"<h2>The mast</h2><p>{SENTENCE}</p>").replace("</h1>", f"</h1><h2>{lead}</h2>")
    assert f"## {lead}" in read_html(html, "a.html").body


def test_sentences_that_all_headings_of_their_kind_are_are_headings() -> None:
    long = "Seven of the boats are home again, and all of them were built in the town itself."
    others = "".join(f"<h2>Boat {n} is home.</h2><p>{SENTENCE}</p>" for n in range(3))
    assert f"## {long}" in headings(f"{others}<h2>{long}</h2><p>{SENTENCE}</p>")
    assert headings(f"<div><h2>{long}</h2></div><p>{SENTENCE}</p>") == []


def test_a_sentence_that_is_marked_as_a_heading_between_paragraphs_is_one() -> None:
    long = "Seven of the boats are home again, and all of them were built in the town itself."
    assert headings(f"<h2>{long}</h2><p>{SENTENCE}</p>") == [f"## {long}"]
    assert headings(f"<h2>“{long}”</h2><p>{SENTENCE}</p>") == []


def test_lines_that_a_style_breaks_and_sets_in_bold_are_headings() -> None:
    form = "<span class='x br'></span><span class=strong>{}</span><span class='x br'></span>"
    assert headings(f"<div>{twice(form, SENTENCE)}</div>") == [f"## {FIRST}", f"## {SECOND}"]
    form = '<p><span style="color: red; font-weight: 700">{}</span></p>'
    assert headings(twice(form)) == [f"## {FIRST}", f"## {SECOND}"]


def test_a_bold_sentence_of_another_script_is_no_heading() -> None:
    inner = (
        twice("<p><b>{}</b></p>").replace(FIRST, "船は七隻ある。").replace(SECOND, "町は静かだ。")
    )
    assert headings(inner) == []


def test_long_rows_of_numbers_and_long_names_are_looked_at_once() -> None:
    results, name = ":1" * 3000, "a" * 100_000
    assert headings(twice(f"<p class=res id={name}>{{}} {results} in all</p>")) == []


def test_bold_words_that_run_over_the_ends_of_lines_are_no_headings() -> None:
    broken = """<p>In fact <b>the boats that the<br>town had bought for the<br>harbour were made
    of<br>paper.</b> Nobody knew<br>of it, and nobody asked.</p>"""
    assert not headings(f"{broken}<p>{SENTENCE}</p>{broken}")


def test_a_bold_heading_of_two_lines_is_one() -> None:
    inner = "".join(
        f"<p><b>{line}</b></p><p>{SENTENCE}</p>" for line in (FIRST, "What<br>it costs")
    )
    assert headings(inner) == [f"## {FIRST}", "## What it costs"]


@pytest.mark.parametrize("line", ["NORHAM, ESSEX –", "By: Anna Berg", "A look at the harbour"])
def test_a_bold_line_above_all_text_is_no_heading(line: str) -> None:
    html = f"""<html lang=en><head><title>Seven boats</title></head><body><article>
    <h1>Seven boats</h1><p><b>{line}</b></p>{TEXT * 4}</article></body></html>"""
    assert "#" not in read_html(html, "a.html").body


def test_who_said_a_quotation_with_a_caption_is_no_heading() -> None:
    quotation = f"""<figure><blockquote><p>{SENTENCE}</p></blockquote><figcaption><p class=q8>{{}}
    </p></figcaption></figure><p>{SENTENCE}</p>"""
    assert not headings("".join(map(quotation.format, ("Anna Berg, master", "Jan Dahl, miller"))))


def test_a_picture_with_a_sign_is_no_heading() -> None:
    sign = '<h2><img src=a.jpg alt="The boat at night" width=600><span>S</span></h2>'
    assert headings(f"{MARKED}{sign}<p>{SENTENCE}</p>") == ["## The harbour", "## The town"]


def test_others_of_their_style_are_headings_below_pictures_and_short_lines_too() -> None:
    lines = ("<p>{}</p>", f"<p>{SENTENCE}</p>")
    said = ["WHO PAID FOR IT?", "THE MAST OF IT", "WHAT IT COSTS"]
    below = ["", "<p>___</p>", '<figure><img src=a.jpg alt="The boat at night"></figure>']
    inner = "".join(
        picture + lines[0].format(line) + lines[1]
        for picture, line in zip(below, said, strict=True)
    )
    assert headings(inner) == [f"## {line}" for line in said]


def test_signs_between_words_do_not_count_as_words_of_a_heading() -> None:
    long = "Port : la ville - dit le maire - « ne veut pas payer » en été"
    inner = "".join(f"<p><b>{line}</b></p><p>{SENTENCE}</p>" for line in (long, FIRST))
    assert headings(inner) == [f"## {long}", f"## {FIRST}"]


def test_a_bold_caption_with_its_credit_is_no_heading() -> None:
    caption = "<p><b>The boats at night (Photo: Anna Berg)</b></p>"
    assert not headings(f"{TEXT}{caption}<p>{SENTENCE}</p>")


def test_a_sentence_in_several_bold_blocks_is_no_heading() -> None:
    lines = ("Seven boats that nobody", "wanted to have in the town")
    broken = "".join(f"<div><b>{line}</b></div>" for line in lines)
    assert not headings(f"{broken}<p>{SENTENCE}</p>{broken}<p>{SENTENCE}</p>")


def test_a_name_in_bold_below_the_text_heads_nothing() -> None:
    end = "<p><b>Anna of the Mill</b></p><p>Photos: Carl</p></article>"
    html = page(TEXT * 3).replace(f"{TEXT}</article>", end)
    assert "# Anna" not in read_html(html, "a.html").body
    longer = html.replace("<p>Photos: Carl</p>", TEXT)
    assert "# Anna" in read_html(longer, "a.html").body


def test_a_name_on_a_network_is_no_heading() -> None:
    line = "<p><b>Chat: @annaberg</b></p>"
    assert "# Chat" not in read_html(page(f"{TEXT}{line}{TEXT}{TEXT}"), "a.html").body


def test_lines_of_speech_are_headings_among_others_in_bold() -> None:
    bold = "<p><b>{}</b></p>" + TEXT
    asked = "".join(map(bold.format, ("“Who built the boats?”", "“Who pays for them?”")))
    said = bold.format("“They are far too dear.”")
    assert "“They are far too dear.”" in "".join(headings(f"{MARKED}{asked}{said}"))
    assert not any("dear" in each for each in headings(f"{MARKED}{TEXT}{said}"))


def test_a_heading_of_a_section_stays_below_a_line_that_announces_another_article() -> None:
    line = "<p>Read also:</p>"
    assert "## The harbour" in headings(f"{TEXT}{line}{MARKED}")


LONG = "Seven of the boats are home again, and all of them were built in the town itself."


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("<p><b>{}</b></p>", "هل القوارب في الميناء؟!"),
        ("<p>«&nbsp;<b>{}&nbsp;»</b></p>", FIRST),
        ("<p><b>{}</b></p>", "Why the mill that paid for all of the boats is now up for sale"),
    ],
)
def test_a_line_in_bold_is_a_heading_whatever_signs_it_has(form: str, line: str) -> None:
    found = headings(f"{form.format(line)}<p>{SENTENCE}</p>")
    assert [one.replace("\xa0", "").strip("#« »") for one in found] == [line]


def test_lines_as_long_as_sentences_are_headings_among_as_many_of_their_style() -> None:
    inner = twice("<p><b>{}</b></p>") + f"<p><b>{LONG}</b></p><p>{SENTENCE}</p>"
    assert headings(inner) == [f"## {FIRST}", f"## {SECOND}", f"## {LONG}"]
    assert headings(f"<p><b>{LONG}</b></p><p>{SENTENCE}</p>") == []
    many = "".join(f"<p><b>{n} {LONG}</b></p><p>{SENTENCE}</p>" for n in range(3))
    assert headings(twice("<p><b>{}</b></p>") + many) == [f"## {FIRST}", f"## {SECOND}"]


def test_a_line_in_bold_that_mostly_leads_to_another_article_is_no_heading() -> None:
    line = "<p><b>Read about <a href=http://a.b/mill>the mill that nobody wanted to buy</a></b></p>"
    assert headings(f"{line}<p>{SENTENCE}</p>") == []


@pytest.mark.parametrize(
    "questions",
    [
        (
            "هل القوارب في الميناء؟",
            "من الذي دفع ثمن كل هذه القوارب السبعة في المدينة الصغيرة؟ ومتى؟",
        ),
        ("–The boats are home", "–And who is it that paid for them?"),
    ],
)
def test_turns_of_an_interview_in_another_script_or_behind_a_dash_are_none(
    questions: tuple[str, str],
) -> None:
    inner = "".join(f"<p><b>{line}</b></p><p>–{SENTENCE}</p>" for line in questions)
    assert headings(inner) == []


def test_a_heading_of_the_first_level_between_paragraphs_is_one_whatever_holds_it() -> None:
    inner = f"<p>{SENTENCE}</p><div class=header><h1><div>{FIRST}</div></h1></div><p>{SENTENCE}</p>"
    assert headings(inner) == [f"## {FIRST}"]


def test_lines_with_one_sign_above_text_are_headings_and_entries_of_a_list_are_none() -> None:
    assert headings(twice("<p>■ {}</p>")) == [f"## ■ {FIRST}", f"## ■ {SECOND}"]
    assert headings(f"<p>■ {FIRST}</p><p>■ {SECOND}</p><p>{SENTENCE}</p>") == []


def test_quotations_that_are_but_a_line_in_bold_are_headings_above_others() -> None:
    quote = "<blockquote><p><b>{}</b></p></blockquote>"
    below = f"<h3>The harbour</h3><p>{SENTENCE}</p><h3>The town</h3><p>{SENTENCE}</p>"
    inner = quote.format(FIRST) + below + quote.format(SECOND) + below
    named = ["### The harbour", "### The town"]
    assert headings(inner) == [f"## {FIRST}", *named, f"## {SECOND}", *named]
    assert headings(quote.format(FIRST) + below) == named


def test_the_first_line_of_a_paragraph_is_a_heading_inside_the_text_alone() -> None:
    inner = f"<p>{SENTENCE}</p><p>{FIRST}<br>{SENTENCE * 2}</p>"
    assert headings(inner) == [f"## {FIRST}"]
    assert headings(inner.replace(FIRST, f"{FIRST}.")) == []
    assert headings(inner.replace(FIRST, f"Good: {FIRST}")) == []
    assert headings(f"<p>{FIRST}<br>{SENTENCE * 2}</p>") == []


def test_many_lines_in_bold_over_long_sections_are_headings_whatever_stands_below_them() -> None:
    names = ("The red boat", "The old mill", "The new quay", "The inn")
    parts = [f"<p><b>{name}</b></p><p>Who is there</p><p>{SENTENCE * 4}</p>" for name in names]
    found = headings(MARKED + "".join(parts))
    assert found[2:] == [f"### {name}" for name in names]
    assert headings(MARKED + "".join(parts[:3])) == ["## The harbour", "## The town"]


def test_a_line_in_bold_with_many_brackets_is_read_in_time() -> None:
    before = process_time()
    read_html(page(f"<p><b>{'[a ' * 8_000}</b></p>{TEXT}"), "a.html")
    assert process_time() - before < 2.0
