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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Un choc de bus a fait deux morts et douze blessés mardi en Grèce. Le coût est de 3",
            "fr",
        ),
        ("Le club a vendu 12 vélos mardi. Le prix est de 3,5 millions d'euros.", "fr"),
        ("Vier Segler wurden am Sonntag in Kiel verletzt, sagt die Stadt.", "de"),
        ("Due marinai sono rimasti feriti domenica a Lecce, secondo il comune.", "it"),
        ("Decenas de barcas se hundieron. Cientos de miles de personas huyeron del mar.", "es"),
        (
            "Seg\u00adler wur\u00adden am Sonn\u00adtag in Kiel ver\u00adletzt, sagt die Stadt.",
            "de",
        ),
        ("El consell ha dit que no hi ha prou barques per a tots els pescadors del port.", "ca"),
        ("Un tren a lovit un autobuz luni, iar doi oameni au fost duși la spital.", "ro"),
        ("Rådet siger at der ikke er både nok til alle fiskerne i havnen.", "da"),
        ("Gallia Belgae Aquitani 12", None),
        ("Paris London Roma Berlin Madrid", None),
    ],
)
def test_a_sentence_or_two_show_their_language_where_one_clearly_leads(
    text: str, code: str | None
) -> None:
    assert language.detect(text) == code
