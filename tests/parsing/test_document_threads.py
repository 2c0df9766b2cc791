"""A document that several threads ask at once: a key while the notes are read aside."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from markdown_it.ruler import Ruler

from briefing.parsing import _markdown
from briefing.parsing.document import MarkdownDocument

THREADS = 6
SOURCE = "".join(f"## Section {n}\n\nWords of section *{n}*, and more.\n\n" for n in range(60))


@pytest.fixture
def _often_in_turn() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("_often_in_turn")
def test_threads_that_ask_for_the_whole_at_once_get_one_article() -> None:
    alone = MarkdownDocument(SOURCE, name="a").article()
    for _ in range(10):
        document = MarkdownDocument(SOURCE, name="a")
        together = Barrier(THREADS)

        def ask(document: MarkdownDocument = document, together: Barrier = together) -> object:
            together.wait()
            return document.article()

        with ThreadPoolExecutor(THREADS) as pool:
            articles = [each.result() for each in [pool.submit(ask) for _ in range(THREADS)]]
        assert all(article is articles[0] for article in articles)
        assert document.article().text == alone.text
        assert [each.span for each in document.article().sections] == [
            each.span for each in alone.sections
        ]


def test_the_rules_of_the_parser_are_sorted_before_threads_share_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """While a thread sorted them, others parsed with those that it had sorted so far."""
    sorted_late: list[object] = []
    _markdown._parser.cache_clear()
    _markdown._parser()
    monkeypatch.setattr(Ruler, "__compile__", sorted_late.append)
    _markdown.parse("# One\n\n- *two*\n\n| a |\n|---|\n| b |\n", {}, {})
    assert not sorted_late
