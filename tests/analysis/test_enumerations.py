"""The lists a reader is shown, and the number that announces each."""

import pytest

from briefing.analysis import enumerations
from briefing.model.article import Section
from briefing.model.span import Span


def test_states_in_a_row_become_a_list_with_the_number_that_announces_it() -> None:
    text = "Il gruppo ha 4 stati membri: Italia, Francia, la Spagna e il Regno Unito."
    (items,) = enumerations.find(text, "it")
    assert (items.kind, items.expected) == ("states", 4)
    assert [item.code for item in items.items] == ["IT", "FR", "ES", "GB"]
    assert [item.span.of(text) for item in items.items if item.span] == [
        "Italia",
        "Francia",
        "Spagna",
        "Regno Unito",
    ]


def test_a_list_that_is_only_a_part_announces_nothing() -> None:
    text = "The pact has 30 states, including Denmark, Norway, Sweden and Finland."
    (items,) = enumerations.find(text, "en")
    assert items.expected is None
    assert len(items.items) == 4


def test_a_row_is_not_held_to_a_number_of_other_states() -> None:
    text = "Four states signed. The three states Italy, France, Spain and Malta did not."
    (items,) = enumerations.find(text, "en")
    assert items.expected is None


def test_a_number_that_introduces_one_list_is_not_that_of_another() -> None:
    text = (
        "It hit four countries: Kenya, Chile, Ghana and Nepal. "
        "Help came from Japan, Norway, Sweden and Malta."
    )
    assert [items.expected for items in enumerations.find(text, "en")] == [4, None]


def test_a_semicolon_behind_the_last_of_a_row_begins_something_else() -> None:
    text = "La forman España, Portugal, Malta y Suiza; Andorra ofrece un pabellón."
    (items,) = enumerations.find(text, "es")
    assert [item.code for item in items.items] == ["ES", "PT", "MT", "CH"]


def test_three_states_that_begin_a_sentence_behind_a_colon_are_no_list() -> None:
    text = "There was approval: Poland, Latvia and Estonia welcomed it."
    assert enumerations.find(text, "en") == ()


def test_lines_under_a_colon_are_a_list_that_ends_where_prose_or_a_heading_begins() -> None:
    text = "The 3 states are:\nDenmark\nNorway\nSweden\nGeorgia and Armenia sent observers."
    (items,) = enumerations.find(text, "en")
    assert [item.code for item in items.items] == ["DK", "NO", "SE"]
    assert items.expected == 3
    text = "We need:\nflour\nbutter\nsugar\nHow to bake"
    sections = [Section(None, 0, Span(0, 27)), Section("How to bake", 2, Span(28, 39))]
    (items,) = enumerations.find(text, "en", sections=sections)
    assert [item.name for item in items.items] == ["flour", "butter", "sugar"]
    assert items.title == "We need"


@pytest.mark.parametrize(
    "text",
    [
        "France and Italy met. Spain, too, was there.",
        "A sentence with, commas, and words.",
        "He said: no.",
        "Germany, France and Italy met.",
    ],
)
def test_a_few_names_are_no_list(text: str) -> None:
    assert enumerations.find(text, "en") == ()


def test_things_after_among_them_are_a_list() -> None:
    text = "Ha fornito armi, tra cui missili, sistemi di difesa aerea e petrolio raffinato."
    (items,) = enumerations.find(text, "it")
    assert [item.name for item in items.items] == [
        "missili",
        "sistemi di difesa aerea",
        "petrolio raffinato",
    ]
    assert items.kind is None


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("fr", "Les ventes à l’Allemagne, au Japon, à la Corée du Sud et à l’Inde.", "DE JP KR IN"),
        ("nl", "Finland, Zweden, Polen, Estland en Oekraïne dreigden.", "FI SE PL EE UA"),
        ("es", "Viajó a Italia, a Francia, a Malta y a Suiza.", "IT FR MT CH"),
        ("de", "Nach Polen, nach Malta, in die Schweiz und nach Italien.", "PL MT CH IT"),
    ],
)
def test_prepositions_and_each_languages_and_hold_a_row_together(
    language: str, text: str, codes: str
) -> None:
    (items,) = enumerations.find(text, language)
    assert [item.code for item in items.items] == codes.split()


def test_a_preposition_alone_holds_no_row_together() -> None:
    text = "Perú, Chile, Francia en Argentina."
    assert enumerations.find(text, "es") == ()


def test_dutch_and_portuguese_words_announce_a_list_too() -> None:
    (dutch,) = enumerations.find("Drie landen, waaronder Polen, Malta en Letland.", "nl")
    (portuguese,) = enumerations.find("Três países, entre eles Polônia, Malta e Letônia.", "pt")
    assert [dutch.title, portuguese.title] == ["Drie landen", "Três países"]


def test_a_title_keeps_the_preposition_that_it_begins_with() -> None:
    (items,) = enumerations.find("Del gruppo fanno parte tre Paesi: Italia, Malta e Polonia.", "it")
    assert items.title == "Del gruppo fanno parte tre Paesi"
    (items,) = enumerations.find("Fanno parte i tre Paesi: Italia, Malta e Polonia.", "it")
    assert items.title == "Fanno parte i tre Paesi"


@pytest.mark.parametrize(
    "lines",
    [
        ["$ ferry --start", "ferry: started", "done"],
        ["harbour = open()", "for ship in harbour:", "load(ship)"],
        [">>> ships()", "3", "4"],
        ["Harbour office", "PO box 4", "desk@example.org"],
        ["Harbour office", "12 Quay Street", "20457 Hamburg"],
        ["Harbour office", "Ship Lane", "+49 40 1234 5678"],
        ["The ferry stays in port", "It waits for better weather", "The bridge is shut"],
        ["The ferry stays in port", "However, the bridge is open", "The tunnel is shut"],
        ["Two boats", "Two boats", "Three ships"],
        ["Tickets", "Share", "16:48"],
        ["Skipper\tDays", "Ann\t4", "Ben\t5"],
        ["CREATE TABLE ships (", "ship_name text", "age int"],
        ["Have you seen the ferry?", "Yes, it left at noon", "Perhaps for the north"],
        ["“We ask for a boat", "Where there is one", "For the sea"],
        ["Skipper, north pier", "+1", "Likes: none"],
        ["Boats … 31", "Ships … $ 66", "Ferries … 43"],
        ["(in millions)", "Boats at sea", "Ships in port"],
    ],
)
def test_programs_tables_talk_addresses_and_sentences_that_lean_are_no_lists(
    lines: list[str],
) -> None:
    assert enumerations.find("\n".join(["This is what we saw:", *lines]), "en") == ()


def test_a_sentence_under_entries_that_are_none_ends_their_list() -> None:
    text = "We need:\nflour\nbutter\nsugar\nWhat a cake!"
    (items,) = enumerations.find(text, "en")
    assert [item.name for item in items.items] == ["flour", "butter", "sugar"]


def test_the_conjunction_of_the_last_entry_may_follow_a_comma() -> None:
    text = "Many sold fish, including cod, herring, and salmon and trout."
    (items,) = enumerations.find(text, "en")
    assert [item.name for item in items.items] == ["cod", "herring", "salmon and trout"]
    text = "It may use boats, including ferries, tugs and launches—and more of them later."
    (items,) = enumerations.find(text, "en")
    assert [item.name for item in items.items] == ["ferries", "tugs", "launches"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We saw:\na boat;\na tug; and\na ferry.\nThe mayor came"),
        ("en", "We saw:\na boat,\na tug,\na ferry\nThe harbour office"),
        ("de", "Es gab:\na boat,\na tug und\na ferry.\nDas Hafenamt"),
        ("fr", "Il y avait :\na boat,\na tug et\na ferry.\nLe port"),
    ],
)
def test_a_comma_or_conjunction_at_a_lines_end_leads_to_the_next_entry_and_no_further(
    language: str, text: str
) -> None:
    (items,) = enumerations.find(text, language)
    assert [item.name for item in items.items] == ["a boat", "a tug", "a ferry"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They sold many, such as cod, herring, trout, and more."),
        ("en", "They sold:\ncod\nherring\ntrout\nand many others"),
        ("en", "They sold many, such as cod, herring and trout etc. Nobody bought them."),
        ("it", "Vendevano pesci, tra cui cod, herring, trout e altri."),
        ("es", "Vendían:\ncod,\nherring,\ntrout\ny muchos más"),
        ("nl", "Zij verkochten vis, waaronder cod, herring, trout en meer."),
        ("pt", "Vendiam:\ncod\nherring\ntrout\noutros"),
    ],
)
def test_what_stands_for_entries_that_are_not_named_is_none(language: str, text: str) -> None:
    (items,) = enumerations.find(text, language)
    assert [item.name for item in items.items] == ["cod", "herring", "trout"]


def test_an_entry_goes_on_behind_an_abbreviation_inside_it() -> None:
    text = "They sell many, such as new boats, used tugs, and sail vs. motor. Nobody came."
    (items,) = enumerations.find(text, "en")
    assert items.items[-1].name == "sail vs. motor"


@pytest.mark.parametrize(
    "text",
    [
        "They asked many, including “a lot of sailors,” said the mayor, a cook and a pilot.",
        "It hits goods, including oil, much dearer, and therefore raises prices.",
        "They keep letters, including mail, texts and “calls from May.",
        "They run many, including 300 buses (long ones, short ones and trams) today.",
        "They ask there, including the chat, and, of course, friends and neighbours.",
        "Some firms, including Acme's, needed to mend their ways, and courts.",
        "They serve readers, including at home with games, radio and films.",
        "They press leaders, including Smith, to come back to the table, and bring a bill.",
    ],
)
def test_halves_of_quotations_and_conjunctions_are_no_entries(text: str) -> None:
    assert enumerations.find(text, "en") == ()


def test_a_list_that_is_given_again_is_shown_once() -> None:
    said = "Many sold fish, including cod, herring and trout."
    assert len(enumerations.find(f"{said} {said}", "en")) == 1


def test_a_noun_that_looks_like_a_verb_is_an_entry() -> None:
    text = "Il vend des produits, notamment lait, beurre et miel."
    (items,) = enumerations.find(text, "fr")
    assert [item.name for item in items.items] == ["lait", "beurre", "miel"]


def test_a_point_inside_a_name_ends_no_list() -> None:
    (items,) = enumerations.find("They tried models, including Boat-1.5, Ship-2.0 and Raft.", "en")
    assert [item.name for item in items.items] == ["Boat-1.5", "Ship-2.0", "Raft"]


def test_what_is_left_of_a_list_with_another_name_is_no_list() -> None:
    text = "Teams came from Peru, England, Italy, Spain, Sweden and Norway."
    assert enumerations.find(text, "en") == ()
    (whole,) = enumerations.find(text.replace("England, ", ""), "en")
    assert [item.name for item in whole.items] == ["Peru", "Italy", "Spain", "Sweden", "Norway"]
    german = "Gäste kamen aus Kanada, England, Italien, Spanien, Schweden und Peru."
    assert enumerations.find(german, "de") == ()
