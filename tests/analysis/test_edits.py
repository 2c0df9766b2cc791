"""What an editor leaves out of a quotation must not make it surer than its source is."""

from __future__ import annotations

import pytest

from briefing.analysis.edits import weigh_omission
from briefing.model.change import Weighs


@pytest.mark.parametrize(
    ("language", "before", "doubt", "after"),
    [
        ("en", "The crew had", "maybe", "30 coats"),
        ("en", "The crew had", "some say", "30 coats"),
        ("de", "Die Mannschaft hatte", "womöglich", "30 Mäntel"),
        ("de", "Die Mannschaft hatte", "wohl", "30 Mäntel"),
        ("fr", "L'équipage avait", "peut-être", "30 manteaux"),
        ("fr", "L'équipage avait", "sans doute", "30 manteaux"),
        ("it", "L'equipaggio aveva", "forse", "30 cappotti"),
        ("es", "La tripulación tenía", "quizás", "30 abrigos"),
        ("es", "La tripulación tenía", "tal vez", "30 abrigos"),
        ("pt", "A tripulação tinha", "talvez", "30 casacos"),
        ("nl", "De bemanning had", "wellicht", "30 jassen"),
        ("zh", "船员有", "大概", "30件外套"),
    ],
)
def test_a_word_of_doubt_before_a_number_is_not_left_out(
    language: str, before: str, doubt: str, after: str
) -> None:
    lost = weigh_omission(doubt, language, f"{before} ", f" {after}")
    assert lost is Weighs.QUALIFIER
