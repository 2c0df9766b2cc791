"""People who have several names in one text are one row, and what is not them is another."""

from briefing.analysis import key_figures
from briefing.model.article import Section
from briefing.model.span import Span

FAR = " The river rose all night, and nobody in the valley knew when it would fall again."


def rows(text: str, language: str = "en", title: str = "") -> list[object]:
    whole = f"{title}\n\n{text}" if title else text
    sections = (Section(None, 0, Span(0, len(whole))),)
    if title:
        sections = (Section(title, 1, Span(0, len(whole))),)
    return [row.value for row in key_figures.find(whole, language, sections)]


def test_these_three_locals_are_the_last_people_of_their_number() -> None:
    text = f"Three youths broke into the school.{FAR} These three locals were known there."
    assert rows(text) == [3]
    assert rows(text.replace("These three", "Three")) == [3, 3]
    french = f"Trois jeunes sont entrés à l'école.{FAR} Ces trois Rennais étaient connus."
    assert rows(french, "fr") == [3]


def test_these_three_things_are_no_people_where_things_were_counted() -> None:
    text = f"Three men came in three cars.{FAR} These three wrecks lie there now."
    assert rows(text) == [3, 3, 3]


def test_youths_of_one_number_are_the_same_by_any_name() -> None:
    text = f"Three teenagers were caught.{FAR} Three minors had come by train."
    assert rows(text) == [3]
    assert rows(text.replace("minors", "nurses")) == [3, 3]


def test_the_three_men_are_the_last_people_of_their_number() -> None:
    text = f"Four nurses came to help.{FAR} Four bakers stayed at home.{FAR} The four men slept."
    assert rows(text) == [4, 4]


def test_the_three_ministries_are_the_only_federal_ones_before() -> None:
    text = "Zuständig sind drei Bundesministerien. Es regnete. Die drei Ministerien schweigen."
    assert rows(text, "de") == [3]
    assert rows(text.replace("Die drei", "Drei"), "de") == [3, 3]
