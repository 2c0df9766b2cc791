"""Items of feeds as articles: what is known of one without reading it is what a reader gets."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from briefing.model.feed import FeedSource, Item
from briefing.parsing.reading import open_document
from briefing.session.feed_articles import article_of

NOW = "2026-11-29T08:00:00Z"
FEED = FeedSource("news", "https://example.org/feed", title="News: daily")
# Headlines come on one line without controls; bodies as HTML that may be anything.
HEADLINES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60).map(
    lambda words: " ".join(words.split())
)
WORDS = st.text(st.sampled_from("aé 7.-#=>*_[]|&<\n\u00a0"), max_size=40)
BODIES = st.lists(st.sampled_from(["<p>", "</p>", "<h1>Title</h1>", "<br>", "---\n"]) | WORDS).map(
    "".join
)


def test_quotations_inside_each_other_are_each_read_once() -> None:
    item = Item("1", None, "Reply", "<blockquote>" * 60 + "Words", authors=("Ann",))
    assert article_of(item, None, FEED, NOW).text == "Reply\nWords"


@given(HEADLINES, BODIES)
@example("Two mil\u00adlion boats", "<p>Ice\u00adland&shy;ic boats</p>")
def test_the_text_that_is_known_is_the_one_that_is_read(title: str, html: str) -> None:
    item = Item("1", "https://example.org/1", title, html, authors=("Ann",))
    article = article_of(item, None, FEED, NOW)
    assert open_document(article.markdown, name="1").article().text == article.text
