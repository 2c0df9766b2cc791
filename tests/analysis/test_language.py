"""The language decides how every number is read."""

import pytest

from briefing.analysis import language
from tests.accuracy.truth import load


def test_every_article_of_the_truth_set_is_told_right() -> None:
    for truth in load():
        assert language.detect(truth.article.text) == truth.article.language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("O presidente disse que não vai à cidade com os seus amigos, mas também por isso.", "pt"),
        ("De regering heeft niet meer geld voor het onderwijs dan in het jaar ervoor.", "nl"),
        ("Hi Anna, did you get our list? If you can, could we meet? Send your boats!", "en"),
        ("Президент сказал, что война не закончится.", "ru"),
        ("Президент сказав, що війна не закінчиться.", "uk"),
        ("これは日本語の文です。", "ja"),
        ("Ο πρόεδρος είπε ότι", "el"),
        ("", None),
        ("12 345 %", None),
        ("Xyz qwrt plk", None),
    ],
)
def test_other_languages_are_told_or_left_open(text: str, code: str | None) -> None:
    assert language.detect(text) == code
