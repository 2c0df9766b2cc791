"""Weights of rows put first what readers marked as main, also in texts they were not fitted to."""

from __future__ import annotations

from tests.accuracy.order import Text, compare, fitted, ordered


def text(*rows: tuple[str, bool]) -> Text:
    return Text(
        "en",
        [[sign, "shown"] for sign, _is_main in rows],
        [frozenset([at]) for at in range(len(rows))],
        frozenset(at for at, (_sign, is_main) in enumerate(rows) if is_main),
    )


TEXTS = [text(*[("aside", False)] * 5, ("told", True))] * 20


def test_rows_with_the_sign_of_main_ones_come_first() -> None:
    weights = fitted(TEXTS)
    assert weights["told"] > 0 > weights["aside"]
    assert ordered(TEXTS[0], weights)[0] == 5


def test_main_rows_are_counted_as_they_stood_and_as_fitted_to_other_texts() -> None:
    assert compare(TEXTS) == {"en": [0, 20, 20], "all": [0, 20, 20]}


def test_a_text_whose_rows_are_all_main_tells_nothing_of_their_order() -> None:
    assert fitted([text(("told", True), ("aside", True))] * 20) == {}
