"""Round and small numbers are one fact only where what is said of them shares words."""

import pytest

from briefing.analysis import key_figures
from briefing.model.article import Section
from briefing.model.span import Span


def rows(text: str, language: str, value: int) -> int:
    title = text.partition("\n\n")[0]
    start = len(title) + 2 if "\n\n" in text else 0
    found = key_figures.find(text, language, (Section(None, 0, Span(start, len(text))),))
    return sum(row.value == value for row in found)


_TWO = [
    ("en", 12, "Talks fail in 12 of 30 towns\n\nThe police said that 12 rebels had fled."),
    (
        "en",
        40_000_000,
        (
            "The levy grew from 40 million euros to 70 million euros. The bank owns 90 "
            "million euros, of which 40 million for ships."
        ),
    ),
    (
        "en",
        50_000_000,
        (
            "Tolls rose from 50 million rupees to 80 million rupees. The mayor offered "
            "50 million rupees to each widow."
        ),
    ),
    ("en", 340, "They dug 340 new ponds here.\n\nTown\tWells\nNew Hope\t340\nOld Mill\t208"),
    (
        "en",
        100,
        "The report counts more than 100 soldiers who were hurt. "
        + "Nobody came. " * 9
        + "There were marches in more than 100 towns that summer.",
    ),
    (
        "de",
        20,
        (
            "Ein Fünftel der Höfe verschwindet\n\nDie Gelder sind nötig; 20 Prozent der "
            "Empfänger bekommen das meiste."
        ),
    ),
    (
        "fr",
        20,
        (
            "La vallée perd un cinquième de ses vergers\n\nLes primes comptent ; 20 % des "
            "ménages touchent presque tout."
        ),
    ),
    (
        "it",
        10,
        (
            "Un abitante su dieci rinuncia alla scuola\n\nIl sindaco chiede un limite del 10 "
            "per cento alle multe."
        ),
    ),
    (
        "es",
        20,
        ("Un quinto de las granjas cierra\n\nEl ministro propone un tope del 20 % a las multas."),
    ),
    (
        "nl",
        20,
        (
            "Een vijfde van de boeren stopt\n\nDe minister wil een grens van 20 procent aan "
            "de boetes."
        ),
    ),
    (
        "pt",
        20,
        (
            "Um quinto das quintas fecha\n\nO ministro quer um limite de 20 por cento para as "
            "multas."
        ),
    ),
]


@pytest.mark.parametrize(("language", "value", "text"), _TWO)
def test_a_round_or_small_number_of_something_else_is_another_fact(
    language: str, value: int, text: str
) -> None:
    assert rows(text, language, value) == 2


_ONE = [
    (
        "en",
        1_000_000_000,
        "Acme will invest $1 billion in wind. "
        + "It said so. " * 9
        + "The fund will invest $1 billion over four years.",
    ),
    (
        "en",
        100_000_000,
        ("Old hotel opens after $100M revamp\n\nThe hotel was shut for the $100-million change."),
    ),
    (
        "en",
        7,
        (
            "The firm hid its data for seven years. It paid its owners well over the same "
            "seven years."
        ),
    ),
    (
        "de",
        20,
        ("Ein Fünftel der Höfe verschwindet\n\nSeit 2010 haben 20 Prozent der Höfe aufgegeben."),
    ),
    ("it", 7, "Ci sono 7 morti. Sono stati estratti 7 corpi."),
]


@pytest.mark.parametrize(("language", "value", "text"), _ONE)
def test_a_round_or_small_number_told_in_the_same_words_is_one_fact(
    language: str, value: int, text: str
) -> None:
    assert rows(text, language, value) == 1
