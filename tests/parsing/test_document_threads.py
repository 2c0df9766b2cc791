"""A document that several threads ask at once: a key while the notes are read aside."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

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
