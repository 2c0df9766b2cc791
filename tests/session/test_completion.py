"""A completed article reads as the same article, with all that its panels state written down."""

from __future__ import annotations

import pytest

from briefing.session.completion import completed_markdown
from briefing.session.report import report
from tests.session.fakes import make_reading

PLAIN = "# Talks\n\nFrance sent 300 trucks. Italy sent 300 vans. Spain sent nothing: no.\n"


@pytest.mark.parametrize(
    "source",
    [
        PLAIN,
        f"---\ntitle: 'no'\nlanguage: en\nmine: {{a: [1, x]}}\n---\n\n{PLAIN}",
        "---\ndropped: [Menu]\nremarks:\n  - {quote: sent, text: how?}\n---\n\nFrance sent it.\n",
        "Text: with colons - and 'quotes' #1 *and* \u201cmore\u201d.\n",
    ],
)
def test_the_completed_article_states_what_the_panels_show(source: str) -> None:
    reading = make_reading(source)
    reading.make_brief()
    again = make_reading(completed_markdown(reading))
    again.make_brief()
    assert again.faults == ()
    assert again.article.text == reading.article.text
    assert again.document.front_matter.extra == reading.document.front_matter.extra
    before, after = report(reading), report(again)
    for name in ("title", "text", "states", "remarks", "dropped"):
        assert after[name] == before[name]
    places = [[(p["start"], p["end"]) for p in value["figures"]] for value in (before, after)]
    assert places[0] == places[1]
    assert [p["text"] for p in before["summary"]] == [p["text"] for p in after["summary"]]
