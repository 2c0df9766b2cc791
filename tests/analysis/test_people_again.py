"""People who have several names in one text are one row, and what is not them is another."""

from briefing.analysis import key_figures
from briefing.model.article import Section
from briefing.model.span import Span

FAR = " The river rose all night, and nobody in the valley knew when it would fall again."


def rows(text: str, language: str = "en", title: str = "News of the day") -> list[object]:
    whole = f"{title}\n{text}"
    section = Section(None, 0, Span(len(title) + 1, len(whole)))
    return [row.value for row in key_figures.find(whole, language, (section,))]


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


def test_whom_one_verb_of_harm_governs_twice_are_the_same() -> None:
    title = "Youth killed two at a school"
    text = f"Nobody is safe here.{FAR * 5} He killed two pupils with a knife."
    assert rows(text, title=title) == [2]
    assert rows(text.replace("killed two", "met two"), title=title) == [2, 2]


def test_so_many_more_in_a_title_are_the_ones_of_the_text_whose_noun_says_less() -> None:
    title = "49 more upstate customs officers move south"
    assert rows(f"The town is glad.{FAR} A total of 49 officers are packing.", title=title) == [49]


def test_thousands_of_people_with_two_digits_are_the_same_roughly_or_not() -> None:
    text = f"The police counted 35,000 workers.{FAR} About 35,000 people were on the square."
    assert rows(text) == [35_000]


def test_two_things_far_behind_are_no_people() -> None:
    text = f"Two golfers won.{FAR * 6} Put these two things together and you lose."
    assert rows(text) == [2, 2]


def test_members_are_called_mps_again() -> None:
    text = f"The 15 Opposition members waited outside.{FAR} Talks began without the 15 MPs."
    assert rows(text) == [15]
    assert rows(text.replace("the 15 MPs", "15 vans")) == [15, 15]
