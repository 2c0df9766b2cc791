"""One row for one fact, with all its places."""

from dataclasses import replace

import pytest

from briefing.analysis import key_figures
from briefing.analysis._figure_words import figure_words
from briefing.analysis._unit_kinds import UnitKinds
from briefing.analysis.brief import analyse
from briefing.analysis.facts import together
from briefing.model.article import Article, Section
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span


def rows(text: str, language: str = "en") -> list[tuple[object, list[str]]]:
    found = key_figures.find(text, language, (Section(None, 0, Span(0, len(text))),))
    return [(row.value, [place.of(text) for place in row.passages]) for row in found]


def test_the_same_value_of_the_same_thing_is_one_row() -> None:
    text = "They found 475 pounds of cocaine. The 475 pounds were in a boat with three men."
    assert rows(text) == [(475, ["475 pounds", "475 pounds"]), (3, ["three men"])]


def test_small_numbers_of_other_things_are_two() -> None:
    assert len(rows("Five ships and 5 planes came.")) == 2


def test_people_and_the_same_number_of_wounded_are_one_row() -> None:
    assert rows("17 wounded came to town. The 17 people were treated.")[0][0] == 17
    assert len(rows("17 wounded came to town. The 17 people were treated.")) == 1
    assert len(rows("17 wounded came to town. There were 17 ships.")) == 2


def test_other_words_for_the_dead_and_the_same_large_amount_are_one_row() -> None:
    assert len(rows("At least 13 dead. The 13 victims were young.")) == 1
    assert len(rows("Seven bodies lay there: 7 deaths.")) == 1
    assert len(rows("There are 6.5 billion people. It was child number 6.5 billion.")) == 1
    assert len(rows("They gave $5 million for schools. They took $5 million for roads.")) == 2


def test_a_telling_number_of_people_is_one_row_whether_it_is_called_rounded_or_not() -> None:
    assert len(rows("18,600 are without work. About 18,600 people are without work.")) == 1
    assert len(rows("17,000 are without work. About 17,000 people came by boat.")) == 2
    assert len(rows("Up to 18,600 people may come. 18,600 people came.")) == 2


def test_deaths_come_before_larger_sums_of_money() -> None:
    text = "The storm cost $20 million. 12 people were killed and 3 ships sank."
    assert [value for value, _places in rows(text)] == [12, 20_000_000, 3]


def test_another_qualifier_of_another_thing_is_another_fact() -> None:
    assert len(rows("More than 500 ships came. There were 500 planes.")) == 2


def test_up_to_so_much_is_another_fact_than_so_much() -> None:
    assert len(rows("It allows drives of up to 80 km. They are drives of 80 km.")) == 2


def test_a_check_names_the_row_of_a_fact_that_stands_in_several_places() -> None:
    text = "14,000 men in all\nSome 14,000 men: 11,000 men and another 3,000 men."
    article = Article("-", "14,000 men in all", "en", text, (Section(None, 0, Span(18, 69)),))
    brief = analyse(article)
    (check,) = [check for check in brief.checks if check.kind == "sum"]
    assert check.equals is not None
    assert brief.figures[check.equals].value == 14_000


def test_what_the_text_tells_stands_before_the_cells_of_its_tables() -> None:
    table = "Region\tCases\nNorth\t81,300\nSouth\t92,400\nTotal\t173,700"
    text = f"{table}\nIn the south 412 patients recovered."
    assert [value for value, _places in rows(text)] == [412, 173_700, 81_300, 92_400]


def test_a_unit_that_says_more_of_the_same_thing_is_the_same_fact() -> None:
    assert len(rows("Three federations went to court. The three larger federations lost.")) == 1
    assert len(rows("Three federations went to court. Three young judges heard them.")) == 2


def test_a_number_alone_states_again_what_stands_close_before_it() -> None:
    assert len(rows("There are 850 parcels in the hall. Of the 850 none was opened.")) == 1


def test_a_number_alone_far_behind_or_of_no_measure_states_nothing_again() -> None:
    far = " ".join(["El puerto estaba en calma, y nadie dijo nada del asunto."] * 9)
    assert len(rows(f"El domingo murieron doce marineros. {far} «Son 12», dijo.", "es")) == 2
    assert len(rows("El domingo murieron doce marineros. «Son 12», dijo.", "es")) == 1
    told = f"Undici stalle hanno chiuso. {far} Di un euro vanno due ai soci e undici ai fornitori."
    elevens = sorted(places for value, places in rows(told, "it") if value == 11)
    assert elevens == [["Undici stalle"], ["undici"]]
    sent = "The line carries 100 megabits. That slowed it down by a factor of one hundred."
    assert len(rows(f"{sent} The disk holds 100 MB.")) == 3


def test_counts_beside_the_same_number_are_one_row() -> None:
    told = "The party won 438 votes to 86, with 42 abstentions. Parliament voted 438 to 86."
    assert {value for value, _places in rows(told)} == {42, 86, 438}
    assert len(rows(told)) == 3
    told = "They sent 45 boys and 30 girls. In spring 45 boats and 30 ships sank."
    assert len(rows(told)) == 4


def test_a_number_that_two_reports_round_in_other_words_is_one_fact() -> None:
    assert len(rows("About 80 wounded came. More than 80 wounded were there.")) == 1
    assert len(rows("Up to 80 wounded came. More than 80 wounded were there.")) == 2


def test_what_a_title_states_is_one_row_with_the_only_other_sum_or_share_of_that_value() -> None:
    title = "A pay demand of 60%"

    def found(body: str) -> list[tuple[object, int]]:
        text = f"{title}\n{body}"
        section = Section(None, 0, Span(len(title) + 1, len(text)))
        ranked = key_figures.find(text, "en", (section,))
        return [(row.value, len(row.passages)) for row in ranked]

    assert found("Workers in food want a yearly rise of 60 percent.") == [(60, 2)]
    apart = "They want a yearly rise of 60 percent. The price of oil fell by 60 percent."
    assert found(apart) == [(60, 1)] * 3
    assert found("Workers want a yearly rise of more than 60 percent.") == [(60, 2)]


def titled(title: str, body: str, language: str = "en") -> list[tuple[object, object, int]]:
    """Value, qualifier and number of places of the rows of a text with a title."""
    text = f"{title}\n{body}"
    section = Section(None, 0, Span(len(title) + 1, len(text)))
    ranked = key_figures.find(text, language, (section,))
    return [(row.value, row.qualifier, len(row.passages)) for row in ranked]


def test_what_a_title_counts_is_one_row_with_the_only_count_of_that_value_in_the_lead() -> None:
    title = "Long terms for two harbour thieves"
    assert titled(title, "A court has jailed two brothers from the town.") == [(2, None, 2)]
    both = "A court has jailed two brothers for two years."
    assert len(titled(title, both)) == 2
    assert len(titled(title, f"The court was quick.{FAR}{FAR}{FAR} It heard two sisters.")) == 2
    assert titled("Polizei fasst sechs in der Stadt", "Sechs Männer sitzen ein.", "de") == [
        (6, None, 2)
    ]


def test_a_title_that_drops_up_to_or_more_is_one_row_with_the_text() -> None:
    drives = "The new drives hold up to 80 km of tape."
    assert titled("A tape of 80 km", drives) == [(80, "up_to", 2)]
    sure = f"{drives}{FAR} Inside each there are 80 km of tape."
    assert titled("A tape of 80 km", sure) == [(80, None, 3)]
    costs = "Il faut trouver 7,2 milliards d'euros supplémentaires."
    assert titled("Impôts: 7,2 milliards d'euros", costs, "fr") == [(7.2e9, None, 2)]


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Thirty killed in a flood", "At least 30 people have died in the valley."),
        ("de", "Drei Verletzte am Hafen", "Mindestens drei Menschen kamen ins Spital."),
        ("fr", "Trente morts au port", "Au moins 30 personnes ont péri dans la tempête."),
        ("es", "Treinta muertos en el puerto", "Al menos 30 personas perdieron la vida."),
        ("it", "Trenta morti nel porto", "Sono almeno 30 le persone che hanno perso la vita."),
        ("pt", "Trinta mortos no porto", "Pelo menos 30 pessoas perderam a vida."),
        ("nl", "Dertig doden in de haven", "Zeker 30 mensen kwamen om het leven."),
    ],
)
def test_a_toll_that_the_text_tells_with_care_is_one_row(
    language: str, title: str, text: str
) -> None:
    ((_value, qualifier, places),) = titled(title, text, language)
    assert (qualifier, places) == ("at_least", 2)


def test_a_text_that_says_plainly_what_its_title_tells_with_care_is_one_row() -> None:
    ship = "O navio com 25 mil cabeças de gado deixou o cais na noite de sexta."
    assert titled("Navio com mais de 25 mil bois parte", ship, "pt") == [(25_000, "over", 2)]
    well = "A well in the north tested in excess of 1,100 barrels daily."
    assert titled("Well tests 1,100 bbl / day", well) == [(1_100, "over", 2)]


def test_what_others_do_is_not_what_a_title_tells() -> None:
    alive = "Some live of the more than 800 migrants who were on board of the boat."
    assert len(titled("800 dead in the night", alive)) == 2
    some = "Among farmers 80 percent like it, as much as in the spring of last year."
    assert len(titled("More than 80 percent like the new park", some)) == 2
    young = "Il est né à Lyon. Sa sœur a vécu 20 ans dans une ferme du sud."
    assert len(titled("Mort du chef, près de vingt ans à la tête du théâtre", young, "fr")) == 2


def test_others_are_no_toll_of_a_title() -> None:
    wounded = "Un feu a pris hier. Au moins neuf autres personnes ont été blessées."
    assert len(titled("Neuf morts au port", wounded, "fr")) == 2


def test_one_sentence_says_nothing_twice() -> None:
    apart = {
        "en": "Two mills were closed, while two mills have stopped their work.",
        "fr": "Elle aime ses sept petits-enfants et ses sept arrière-petits-enfants.",
        "it": "Crescono il Pakistan (+ 4 milioni), la Nigeria (+ 4 milioni) e il Benin.",
        "pt": "Em abril subiu 40,23% e em maio 40,23% outra vez.",
        "de": "Sie ist zu 100 Prozent Luftfahrt und zu 100 Prozent Export.",
        "es": "El 40% es de subvenciones y el 40% es de préstamos.",
        "nl": "Twee fabrieken gingen dicht, twee fabrieken liggen stil.",
    }
    for language, text in apart.items():
        assert len(rows(text, language)) == 2, text
    assert len(rows("Some 25,000 people are here, 25,000 people who have decided.")) == 1
    assert len(rows("He pays within thirty (30) days.")) == 1


def test_few_days_or_points_are_one_fact_only_with_one_label() -> None:
    points = f"The lead of the party grew by two points.{FAR} The loss of the union was two points."
    assert len(rows(points)) == 2
    again = f"The lead of the party grew by two points.{FAR} The lead of two points is its largest."
    assert len(rows(again)) == 1


def test_a_share_without_a_label_may_be_of_anything() -> None:
    kinds = UnitKinds(figure_words("en"))
    one = Figure(50, None, None, "%", "the drivers", Span(10, 12), "50%")
    other = replace(one, label=None, span=Span(410, 412))
    assert len(together([one, other], kinds)) == 2
    assert len(together([one, replace(other, label="all drivers")], kinds)) == 1


FAR = " The harbour was full of people, and a band played until the evening came over the town."


def test_a_sum_that_is_told_again_in_other_words_is_one_row() -> None:
    said = f"The company settled for $9 million.{FAR} The company is to pay nine million dollars."
    assert [value for value, _places in rows(said)] == [9_000_000]
    assert len(rows(f"It raised $20 for a bucket.{FAR} The spade was 20 dollars.")) == 2
    assert (
        len(
            rows(f"Der Sturm kostete 7 Millionen Euro.{FAR} Für den Sturm waren es 7 Mio. €.", "de")
        )
        == 1
    )


def test_pesos_behind_their_number_are_those_that_a_sign_stood_for() -> None:
    text = "La obra tendrá un costo de $350 millones. La inversión es de 350 millones de pesos."
    assert len(rows(text, "es")) == 1


def test_a_sum_without_its_currency_and_one_said_to_be_rough_are_the_sum() -> None:
    text = (
        f"Le maire veut six millions pour le pont.{FAR} Le pont vaut presque six millions d'euros."
    )
    assert len(rows(text, "fr")) == 1


def test_a_measure_is_the_same_by_its_sign_and_by_its_word() -> None:
    assert len(rows("Ele pesava 30 kg ao chegar. Dias depois, pesava só 30 quilos.", "pt")) == 1
    assert len(rows("Ele pesava 30 kg ao chegar. Dias depois, comprou 30 metros.", "pt")) == 2


def test_a_count_of_two_digits_is_one_row_whatever_noun_it_has_later() -> None:
    told = "The club has 39 {} now.{} All {} {} came to the party."
    assert len(rows(told.format("fans", FAR, "39", "members"))) == 1
    assert len(rows(told.format("fans", "", "39", "chairs"))) == 2
    assert len(rows("The club has 30 fans now." + FAR + " All 30 chairs were new.")) == 2


def test_a_number_that_is_one_word_with_its_noun_counts_nothing_again() -> None:
    assert len(rows("The flood killed 12 people." + FAR + " A 12-hour search began.")) == 2
    assert len(rows("The town has 32 schools." + FAR + " A 32-page report says so.")) == 2


def test_shares_with_decimals_are_told_apart_where_there_are_many() -> None:
    many = " ".join(f"Wages in town number {n} rose by 1.{n} percent." for n in range(1, 10))
    few = "Exports grew by 2.4 percent in May."
    again = "Carpets were 2.4 percent dearer."
    assert sum(value == 2.4 for value, _places in map(as_float, rows(f"{few}{FAR} {again}"))) == 1
    found = map(as_float, rows(f"{few} {many} {again} Rents fell by 0.3 percent."))
    assert sum(value == 2.4 for value, _places in found) == 2


def as_float(row: tuple[object, list[str]]) -> tuple[float, list[str]]:
    return float(str(row[0])), row[1]


def test_two_things_with_one_adjective_are_two() -> None:
    assert len(rows("Keep it in two different towns. It protects from two different faults.")) == 2


def test_a_number_of_some_of_others_states_nothing_again() -> None:
    text = "They were 11 points behind. He hit only 11 of his 35 shots."
    assert sorted(places for value, places in rows(text) if value == 11) == [["11"], ["11 points"]]


def test_a_count_without_its_noun_is_the_one_with_it() -> None:
    text = f"The pack has 18 in the first box.{FAR} All 18 products are sold alone."
    assert len(rows(text)) == 1
    assert len(rows("Thousands came to the harbour. Thousands of people sang.")) == 1
    assert len(rows("Thousands came to the harbour. It is thousands of miles away.")) == 2


def test_a_row_is_as_exact_as_most_of_its_places_say_and_as_careful_where_two_differ() -> None:
    plain = "They closed 63 plants. The 63 plants were old. "
    careful = "In all, more than 63 plants were named."
    assert said(plain + careful) == [None]
    assert said("They closed 63 plants. " + careful) == [Qualifier.OVER]
    least = "Fire\nAt least 480 acres burned. By noon at least 480 acres were lost. "
    assert said(least + "More than 480 acres, one paper said.") == [Qualifier.AT_LEAST]


def said(text: str) -> list[Qualifier | None]:
    found = key_figures.find(text, "en", (Section(None, 0, Span(0, len(text))),))
    return [row.qualifier for row in found]
