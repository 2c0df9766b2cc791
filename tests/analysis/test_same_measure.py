"""What is told again in one measure is one row, and what came again by chance is not."""

from briefing.analysis import key_figures
from briefing.model.article import Section
from briefing.model.span import Span


def rows(text: str, language: str = "en") -> list[tuple[object, list[str]]]:
    found = key_figures.find(text, language, (Section(None, 0, Span(0, len(text))),))
    return [(row.value, [place.of(text) for place in row.passages]) for row in found]


def test_a_rise_and_a_fall_by_one_share_are_two() -> None:
    text = "Output of steel fell by 0.3 percent. Output of power rose by 0.3 percent."
    assert len(rows(text)) == 2
    assert len(rows(text.replace("rose", "fell"))) == 1
    german = (
        "Die Produktion schrumpfte um 0,3 Prozent. Die Produktion von Strom wuchs um 0,3 Prozent."
    )
    assert len(rows(german, "de")) == 2


def test_a_count_far_behind_of_people_is_none_of_things() -> None:
    far = " The river rose all night, and nobody knew when it would fall again." * 7
    assert len(rows(f"They shelled 27 villages.{far} They freed 27 prisoners.")) == 2
    assert len(rows(f"They shelled 27 villages.{far} They rebuilt 27 hamlets.")) == 1


def test_a_number_without_a_noun_far_behind_tells_by_three_digits() -> None:
    far = " The river rose all night, and nobody knew when it would fall again." * 7
    text = f"The law passed with 310 for and 150 against.{far} Seats are limited to 150 for now."
    assert len([value for value, _places in rows(text) if value == 150]) == 2


def test_a_length_told_twice_in_a_row_is_one() -> None:
    assert len(rows("We lost six days, six days of a waiting that nobody could bear.")) == 1


def test_no_more_than_so_many_are_up_to_so_many() -> None:
    assert len(rows("It seats no more than 15 guests. It is open for up to 15 guests.")) == 1


def test_seven_of_them_are_no_seven_days() -> None:
    assert (
        len(rows("The 7-day rate went up. There are 31 clusters. Seven of those came late.")) == 3
    )


def test_a_few_inches_are_not_those_that_say_what_a_screen_is_like() -> None:
    far = " The river rose all night, and nobody knew when it would fall again." * 24
    assert len(rows(f"{far} It has a clearance of 12 inches.{far} It has a 12-inch screen.")) == 2
    assert len(rows("It has a clearance of 12 inches. Its 12-inch clearance helps.")) == 1


def test_tenths_of_a_percent_come_again_by_chance() -> None:
    text = "The index of prices fell 0.4 percent. Fees for accounts are capped at 0.4 percent."
    assert len(rows(text)) == 2
    assert len(rows(text.replace("0.4", "2.43"))) == 1


def test_what_another_has_likewise_is_another_fact() -> None:
    text = "Sales of soap rose by 5.6 percent. Sales of tea likewise rose by 5.6 percent."
    assert len(rows(text)) == 2
    assert len(rows(text.replace("likewise ", ""))) == 1


def test_the_same_stretch_of_time_up_to_now_is_one() -> None:
    far = " The river rose all night, and nobody knew when it would fall again."
    text = f"Juice rose in price over the past five years.{far} Taxes grew in the past five years."
    assert len(rows(text)) == 1
    assert len(rows(text.replace("in the past", "in only"))) == 2
    dutch = f"Sap werd de afgelopen vijf jaar duurder.{far} Ook thee steeg de afgelopen 5 jaar."
    assert len(rows(dutch, "nl")) == 1


def test_one_sentence_after_the_other_tells_a_small_share_of_something_else() -> None:
    text = "Sales of soap rose by 1.4 percent. Exports of tea grew by 1.4 percent."
    assert len(rows(text)) == 2
    assert len(rows(text.replace("1.4", "31.4"))) == 1


def test_those_dollars_are_the_last_ones_before() -> None:
    far = " The river rose all night, and nobody knew when it would fall again."
    text = f"The man offered $200 for noise.{far} Nobody ever saw how to collect those $200 here."
    assert len(rows(text)) == 1
    assert len(rows(text.replace("those", "the town's"))) == 2


def test_a_sentence_glued_to_the_stop_before_says_it_again() -> None:
    assert len(rows("They counted 18 cases of fever in May.The 18 cases of fever were mild.")) == 1


def test_kilometres_are_the_same_in_their_careless_form() -> None:
    text = (
        "Foi baleado a cerca de 7 kms da vila. O corpo estava a cerca de sete quilômetros da vila."
    )
    assert len(rows(text, "pt")) == 1


def test_what_is_also_on_the_rise_is_the_share_that_was_told_before() -> None:
    text = "Les faillites augmentent de 14,3%. Leur nombre est également en hausse de 14,3%."
    assert len(rows(text, "fr")) == 1
    assert len(rows(text.replace("en hausse de", "de"), "fr")) == 2


def test_a_sum_with_cents_is_one_with_the_rise_by_it() -> None:
    text = "Die Eltern zahlen 8,25 Euro mehr. Die Erhöhung um 8,25 Euro gilt ab Mai."
    assert len(rows(text, "de")) == 1
    assert len(rows(text.replace("8,25", "8"), "de")) == 2
