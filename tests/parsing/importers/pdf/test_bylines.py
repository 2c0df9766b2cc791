"""Names and places below the title are no headings, however large or bold they are."""

from __future__ import annotations

from tests.parsing.importers.pdf.test_headings import TEXT, block, levels
from tests.parsing.importers.pdf.test_reading import read
from tests.parsing.importers.pdf.typeset import compiled

MORE = [
    part for name in "ABCDEFG" for part in (block(f"{name} section", 12, bold=True), block(TEXT))
]


def test_bold_names_above_an_address_of_mail_are_no_headings() -> None:
    names = [block("Marla Okpetu", 12, bold=True), block("Weaving College of the Coast", 12)]
    mail = block("{marla,joris}@weaving.example")
    found = levels(block("Nets of crews", 16, bold=True), *names, mail, *MORE)
    assert {"Marla Okpetu", "Weaving College of the Coast"}.isdisjoint(found)
    assert "A section" in found


def test_a_heading_above_an_address_in_the_text_stays_one() -> None:
    said = block(f"{TEXT * 3} Write to crews@harbour.example.")
    found = levels(
        block("Nets of crews", 16, bold=True), block("Crews", 12, bold=True), said, *MORE
    )
    assert "Crews" in found


def test_places_between_names_are_no_headings_and_neither_is_the_last() -> None:
    pairs = [("Marla Okpetu", 13), ("A college", 11.5), ("Joris Nnamdi", 13), ("A school", 11.5)]
    found = levels(
        block("Nets of crews", 20), *(block(*pair) for pair in pairs), block(TEXT), *MORE
    )
    assert {words for words, _size in pairs}.isdisjoint(found)


def test_a_light_heading_below_a_name_stays_one() -> None:
    found = levels(
        block("Nets of crews", 20), block("Marla", 14), block("Where", 13), block(TEXT), *MORE
    )
    assert "Where" in found
    assert "Marla" not in found


def test_a_single_name_above_a_day_is_no_heading_and_the_day_is_that_of_the_text() -> None:
    head = "#align(center)[#text(17pt)[Nets of crews]\n\n#text(12pt)[{}]\n\n#text(12pt)[{}]]"
    page = '#set document(author: "{}")\n#set text(10pt)\n'
    text = f"\n\n#text(14pt)[*Crews*]\n\n{TEXT}"
    for known in ("", "Marla Okpetu"):
        made = page.format(known) + head.format("Marla Okpetu", "2026-03-02") + text
        draft = read(compiled(made))
        assert (draft.authors, draft.published) == (("Marla Okpetu",), "2026-03-02")
        assert "Okpetu" not in draft.body
