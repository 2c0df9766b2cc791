"""A report is summed up by what it found or decided, not by how it was made."""

import pytest

from briefing.analysis import summary
from briefing.analysis._sentence_choice import MOST
from briefing.analysis.points import is_citing, is_whole
from briefing.parsing.reading import open_document

FILLER = (
    "The ferry company owns {} boats that cross the strait on most days of the week. "
    "Its crews were trained in port {} by people who had worked there for a long time. "
    "Nobody could say why gate {} had been left open on the evening before the storm."
)
"""Prose of which nothing is a result; each time with another number."""


def report(*sections: tuple[str, str], language: str = "en") -> list[str]:
    """The points of a report: each section has a heading, filler and maybe a sentence of its own.

    The sections are repeated as fillers until the text is long enough to be a report.
    """
    parts = []
    for number, (heading, own) in enumerate(sections):
        filler = "\n\n".join(FILLER.format(*(f"N{number}{i}{j}" for j in "abc")) for i in range(8))
        parts.append(f"## {heading}\n\n{own}\n\n{filler}\n\n")
    article = open_document("# The strait\n\n" + "".join(parts), name="-").article()
    assert len(article.text) > 8_000
    found = summary.choose(article.text, language, article.sections, (), article.title)
    return [point.text for point in found]


OTHERS = tuple((f"Pier {number}", "") for number in range(5))


def test_the_decision_of_a_court_comes_first_however_short_it_is() -> None:
    points = report(*OTHERS, ("VII. CONCLUSION", "The claim is dismissed."))
    assert points[0].startswith("The claim is dismissed.")
    assert len(points) > 3


@pytest.mark.parametrize(
    ("language", "heading", "found"),
    [
        (
            "de",
            "5. Fazit",
            "Der Hafen bleibt nach Ansicht der Prüfer im Winter besser geschlossen.",
        ),
        ("fr", "Synthèse", "Le port devrait rester fermé en hiver, selon tous ceux qui y passent."),
        (
            "it",
            "Conclusioni",
            "Il porto resti chiuso in inverno, dicono tutti quelli che ci passano.",
        ),
        ("es", "Resumen ejecutivo", "El puerto debería quedar cerrado durante todo el invierno."),
        (
            "nl",
            "Samenvatting",
            "De haven kan volgens de inspecteurs in de winter beter dicht blijven.",
        ),
        ("pt", "Considerações finais", "O porto deveria ficar fechado durante todo o inverno."),
        (
            "en",
            "Key findings: winter",
            "The port should stay closed for as long as the winter lasts.",
        ),
        ("en", "Pier 9", "We conclude that the port should stay closed while winter lasts."),
    ],
)
def test_what_was_found_comes_first_in_every_language(
    language: str, heading: str, found: str
) -> None:
    assert found in report(*OTHERS, (heading, found), language=language)[0]


def test_a_section_inside_a_telling_one_tells_as_much() -> None:
    told = "The harbour of the southern island silts up faster than all of its neighbours do."
    points = report(*OTHERS, ("Conclusions", ""), ("# Silt\n\n### Mud", told))
    assert told not in points[0]
    points = report(*OTHERS, ("Conclusions\n\n### Mud", told))
    assert told in points[0]


@pytest.mark.parametrize(
    "own",
    [
        "This chapter is structured around the tables that the inspectors had drawn in spring.",
        "The remainder of this text describes how the boats were counted and by whom it was done.",
        "Ann T. Lee, with whom Joan B. Moor and Paul R. Hill were on the brief, spoke for all.",
        "Ann Lee, P.J., Kurt S. Moor, J., and James M. Dowd, J., Harbour Court of Port Royal.",
        "See also Lee v. Port of Moor, 12 Harb. 3d 40, on what crews are owed after a storm.",
    ],
)
def test_words_of_the_report_itself_names_and_sources_are_no_points(own: str) -> None:
    sections = (("Introduction", own), *OTHERS)
    assert not any(own in point for point in report(*sections))


def test_the_points_of_a_report_come_from_many_of_its_parts() -> None:
    points = report(*OTHERS)
    piers = {point.split("N")[1][0] for point in points if "N" in point}
    assert len(points) == MOST
    assert len(piers) >= 4


def test_news_with_few_capitals_too_little_is_prose_and_a_row_of_names_is_none() -> None:
    assert is_whole("PORT ROYAL, FLA. (PRSN) - An overnight storm in South Moor sank three boats.")
    assert not is_whole("Ann Lee, Paul Moor, James Dowd, Kurt Odell, and Mary Quill, Port Royal.")
    assert is_citing("See Lee, 12 Harb. 3d at 40.", "en")
    assert not is_citing("Seeing is believing, said the harbour master.", "en")
