"""Only a quotation that no reading of its marks closes is told as open."""

import pytest

from briefing.analysis import open_quotations
from briefing.analysis.pieces import pieces
from briefing.model.brief import TextWarning


def warnings_of(text: str) -> list[TextWarning]:
    found = (open_quotations.warning_in(text, line) for line in pieces(text, None))
    return [warning for warning in found if warning is not None]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ('Er sagt "ja" und "nein.\nEnde', '"nein.'),
        ('Cooperazione "almeno nel futuro. Poi basta.', '"almeno nel futuro.'),
        ("Il dit « non et part.", "« non et part."),
        ("Er sagt „ja und geht.", "„ja und geht."),
        ("She said “no and left.", "“no and left."),
    ],
)
def test_a_quotation_that_is_not_closed_is_shown(text: str, passage: str) -> None:
    (warning,) = warnings_of(text)
    assert warning.span.of(text) == passage


@pytest.mark.parametrize(
    "text",
    [
        '"Ja", sagt er, "nein".',
        "“One paragraph\n“and the next,” she said.",
        'Er sagt „ja“ und „nein".',
        "« oui » et « non »",
        "»Ja«, sagt er.",
        '“Yes,” and ‘no’; a 5" pipe',
        "„Ja“, «no», “si”",
        'Une situation "intenable” à long terme.',
        'The list said "the total was 42" and no more.',
        'H{\\"u}lle and Sch\\"onbrunn are typed "so".',
        'The beam is 5\' 10" tall, 12" wide and called "the long one".',
        "The '90s were rock 'n' roll; the workers' demands rose.",
        '"One part.\n\n"Another part.\n\n"The last."',
        "‘One part.\n\n‘Another part.\n\n‘The last.’",
        "« Un.\n\n» Deux.\n\n» Trois. »",
        "«Uno.\n\n»Dos.\n\n»Tres».",
        "“Uno.\n\n”Due.\n\n”Tre”.",
        "„Eins.\n\n„Zwei.\n\n„Drei.“",
        "»Eins.\n\n»Zwei.\n\n»Drei.«",
        ",,Een.\n\n,,Twee.''",
        "« On part, dit-il.\n\n— Oui.\n\nOn part. »",
        "Disse: «Perché non lo sapevamo?\n\nDobbiamo saperlo!» Poi uscì.",
        "« Tout est calme.\n\nLe lendemain\n\n« On est parti. »",
        "I fan di “La Nave“, prodotta a Torino, aspettano.",
        "Die „Karte der Brücken„, die erste dieser Art, ist da.",
        "He called it “a bridge without an end.“\nNobody laughed.",
        '“It is open now, and it stays so.\n"You should all come," she said.',
        '"It is shut.\n“You cannot pass,” he said.',
        "“\n\nIt is shut, she says.\n\n”",
        'They call it "the end of the bridge"". Others do not.',
        "« Rien n’est sûr entre le pont et la\nrive du fleuve ». On attend.",
        "He had “a role in closing it.’’ Nobody knew.",
    ],
)
def test_closed_quotations_are_not(text: str) -> None:
    assert warnings_of(text) == []


def test_a_quotation_is_closed_where_its_mark_stands_paragraphs_later() -> None:
    paragraph = "Die Brücke ist seit Jahren baufällig, und niemand hat das je bestritten. " * 8
    text = f"„{paragraph}\n{paragraph}\n{paragraph}\nSo kann es nicht bleiben.“\nEr ging."
    assert warnings_of(text) == []
    assert len(warnings_of(text.replace("bleiben.“", "bleiben."))) == 1


def test_a_line_that_breaks_off_is_no_quotation_that_is_not_closed() -> None:
    torn = "Of this the keeper wrote: “For the first time the islanders saw their own har-"
    assert warnings_of(torn) == []
