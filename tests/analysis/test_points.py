"""A point of a summary is understood where it stands."""

import pytest

from briefing.analysis import points, sentences
from briefing.model.span import Span

TEXT = (
    "The mayor closed both bridges on Friday after engineers had found cracks in their bearings, "
    "which had been mended only two years before and had been watched by nobody ever since then. "
    "They will stay shut until spring. The ferry runs every hour and takes no cars at all.\n"
    "She said nothing else."
)


def is_caption(text: str, language: str, span: Span) -> bool:
    """Whether a sentence's line names a table or a picture, or only who made one beside it."""
    is_named = points.is_in_caption(text, language, span)
    return is_named or points.is_credited(text, language, span)


def spans() -> list[Span]:
    return sentences.split(TEXT, "en")


def test_a_sentence_that_opens_with_a_pronoun_takes_the_one_before_along() -> None:
    first, second, *_rest = spans()
    assert points.widened(TEXT, "en", [second]) == [Span(first.start, second.end)]


def test_a_sentence_that_opens_with_a_pronoun_cannot_stand_without_one_before_it() -> None:
    first, second, third, last = spans()
    leaning = [points.leans(one.of(TEXT), "en") for one in (second, third, last)]
    assert leaning == [True, False, True]
    assert points.is_supported(second, first)
    assert not points.is_supported(last, None)


def test_an_article_is_no_pronoun() -> None:
    assert not points.leans("Die Firma wuchs.", "de")
    assert not points.leans("En 2019, la ville a payé.", "fr")
    assert points.leans("Dies half allen.", "de")
    assert points.leans("C’était trop tard.", "fr")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Among them were two pilots."),
        ("de", "Unter ihnen waren zwei Lotsen."),
        ("de", "Das sagte die Lotsin."),
        ("fr", "Parmi eux se trouvaient deux pilotes."),
        ("it", "Tra questi c’erano due piloti."),
        ("es", "Entre ellos había dos prácticos."),
        ("nl", "Onder hen waren twee loodsen."),
        ("pt", "Entre eles havia dois pilotos."),
    ],
)
def test_a_pronoun_behind_a_preposition_leans_too(language: str, sentence: str) -> None:
    assert points.leans(sentence, language)


def test_a_point_does_not_end_where_a_colon_leads_on() -> None:
    text = "The port was shut on Friday. The mayor gave this reason:\nIt is old."
    first, *_rest = sentences.split(text, "en")
    assert points.widened(text, "en", [first]) == [first]


@pytest.mark.parametrize(
    ("language", "maker"),
    [
        ("en", "(Sam Hill/Harbour Images)"),
        ("en", "(Sam Hill/Harbour Images) (Photo by Sam Hill / Harbour)"),
        ("en", "Photo: Sam Hill"),
        ("en", "— Sam Hill/HI"),
        ("de", "Foto: Sam Hill/HI"),
        ("fr", "Crédit : Sam Hill"),
        ("es", "Fuente: Sam Hill."),
    ],
)
def test_a_line_that_ends_in_who_made_the_picture_is_its_caption(language: str, maker: str) -> None:
    picture = f"Ann Lee, who runs the port, talks to the mayor at the pier. {maker}"
    text = f"{picture}\nThe port was shut. The mayor gave no reason. {maker}"
    found = [is_caption(text, language, one) for one in sentences.split(text, language)]
    shut = next(s for s in sentences.split(text, language) if s.of(text).startswith("The port"))
    assert found[0]
    assert not is_caption(text, language, shut)


def test_a_short_sentence_takes_the_next_one_of_its_paragraph_along() -> None:
    _first, second, third, last = spans()
    assert points.widened(TEXT, "en", [third]) == [Span(second.start, third.end)]
    assert points.widened(TEXT, "en", [last]) == [last]


def test_no_sentence_stands_in_two_points() -> None:
    first, second, third, last = spans()
    found = points.widened(TEXT, "en", [first, third, last])
    assert found == [Span(first.start, second.end), third, last]


def test_a_sentence_that_goes_on_with_the_point_before_it_becomes_a_part_of_that() -> None:
    first, second, third, last = spans()
    found = points.widened(TEXT, "en", [first, second, third, last])
    assert found == [Span(first.start, second.end), third, last]


WHOLE = {
    "en": [
        "The bridge was closed on Friday after cracks were found.",
        "iPhone sales fell by 5 % in the last quarter.",
        "25, 30 and 40 people were hurt in the three accidents of the week.",
        "(Reuters) The ministers met in Paris and agreed on the price of gas.",
    ],
    "es": ["(EFE).- El consejo cerró el puente el viernes porque tenía grietas."],
    "de": ["Die Brücke wurde am Freitag wegen Rissen gesperrt."],
}
NOT_WHOLE = {
    "en": [
        "and strengthens above all the governments of the states.",
        "After a long debate the council of the town has...",
        "After a long debate the council of the town has …",
        "37). Upon consideration of the letter the council closed the bridge.",
        "(column 1 of table 6). Among the bridges shown only one had cracks.",
        "¹ Includes the bridges that were closed for less than one whole week.",
        "See North v. South, 560 U. S. at ___, on the bridges of two states.",
        "* The ferry runs every hour and takes no cars at all.",
        "(a) Excludes the bridges that were closed for less than one whole week.",
        "5 • Cross the bridges of the town in the middle of the day only.",
        "Cracks in the bearings of old bridges. South Harbour Journal 108, 29–37.",
        "Hill, S. Cracks in the bearings of bridges. Harbour Letters 3(2):115-121.",
        "# $& & D, & > # + L& (7007)& ! N& of the bridges; < = > 88 19 (22).",
        "Write to the editors of this page at desk@example.org.",
        "Subscribe to our letter and read what others are reading.",
        "Click here for all pictures of the bridge and its cracks.",
        "Under the terms of this licence, you may copy and adapt the work of the port.",
        "The authors gratefully acknowledge the help of the office of the port.",
    ],
    "de": ["Melden Sie sich an und lesen Sie weiter, so viel Sie wollen."],
    "it": ["Iscriviti alla newsletter per leggere il resto domattina."],
    "fr": ["Abonnez-vous pour lire la suite de cet article demain."],
    "es": ["Suscríbete para leer el resto de este artículo mañana."],
    "nl": ["Schrijf je in voor het vervolg van dit verhaal van morgen."],
    "pt": ["Inscreva-se para ler amanhã o resto deste artigo longo."],
}


def test_fragments_addresses_and_appeals_to_the_reader_are_no_points() -> None:
    def can_stand(sentence: str, language: str) -> bool:
        return points.is_whole(sentence) and not points.is_appeal(sentence, language)

    for language, said in WHOLE.items():
        assert [one for one in said if not can_stand(one, language)] == []
    for language, said in NOT_WHOLE.items():
        assert [one for one in said if can_stand(one, language)] == []


def test_a_line_with_an_appeal_is_known_before_its_sentences_are_looked_at() -> None:
    for language, said in NOT_WHOLE.items():
        for one in said:
            line = f"The ferry runs every hour. {one} It takes no cars."
            assert points.may_appeal(line, language) or not points.is_appeal(one, language)
    assert not points.may_appeal("The ferry runs every hour and takes no cars.", "en")


def test_lines_that_name_tables_and_pictures_hold_no_points() -> None:
    text = (
        "Table 2. Bridges of the town by age and by the state of their bearings. Data of May.\n"
        "Note: Bridges of the south were counted in the spring of the year.\n"
        "Photo: The bridge was closed on Friday after cracks had been found.\n"
        "The table shows 2 bridges that were closed on Friday after cracks were found."
    )
    *captions, last = sentences.split(text, "en")
    assert [span for span in captions if not is_caption(text, "en", span)] == []
    assert not is_caption(text, "en", last)


def test_no_point_takes_an_appeal_along() -> None:
    text = "The bridge is closed on Fridays from now on. For more information ask the mayor."
    first, _appeal = sentences.split(text, "en")
    assert points.widened(text, "en", [first]) == [first]


def test_a_connective_needs_the_sentence_before_it() -> None:
    assert points.leans("However, the ferry takes no cars.", "en")
    assert points.leans("Dadurch fehlt die Brücke.", "de")
    assert points.leans("Tuttavia il traghetto resta.", "it")
    assert points.leans("En revanche, le bac reste.", "fr")
    assert points.leans("Sin embargo, sigue el ferry.", "es")
    assert points.leans("Toch vaart de pont.", "nl")
    assert points.leans("No entanto, a balsa fica.", "pt")
    assert not points.leans("E’ chiuso il ponte.", "it")
    assert not points.leans("There were two cracks.", "en")


def test_questions_and_halves_of_quotations_are_weak() -> None:
    assert points.is_half("Should the bridge be opened again?")
    assert points.is_half("The mayor said: “We close it now.")
    assert not points.is_half("The mayor said: “We close it now.”")
