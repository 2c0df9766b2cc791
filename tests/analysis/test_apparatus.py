"""Contents, references and the like are told from what a document is about."""

import pytest

from briefing.analysis import key_figures
from briefing.analysis._apparatus import Apparatus, is_apparatus
from briefing.parsing.reading import open_document

REPORT = open_document(
    "# The port\n\nIt has 40 ships.\n\n## Contents\n\n4000 rows\n\n### Of tables\n\n5000 rows\n\n"
    "## Findings\n\nIt lost 30 boats.\n\n### Data\n\nIt lost 20 rafts.\n",
    name="port",
).article()


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "Acknowledgements"),
        ("en", "9. Abbreviations and acronyms"),
        ("en", "A Glossary of terms"),
        ("de", "Inhaltsverzeichnis"),
        ("fr", "Références bibliographiques"),
        ("es", "Agradecimientos:"),
        ("it", "INDICE"),
        ("nl", "Begrippenlijst"),
        ("pt", "Referências"),
    ],
)
def test_sections_about_the_document_are_known_by_their_headings(
    language: str, heading: str
) -> None:
    assert is_apparatus(heading, language)
    assert not is_apparatus(f"{heading} of the port", language)


def test_all_inside_such_a_section_belongs_to_it_and_what_follows_does_not() -> None:
    apparatus = Apparatus(REPORT.sections, "en")
    held = [apparatus.holds(REPORT.text.index(words)) for words in ("40 s", "4000", "5000", "30 b")]
    assert held == [False, True, True, False]
    assert [apparatus.holds(REPORT.text.index(words)) for words in ("5000", "20 r")] == [
        True,
        False,
    ]


def test_its_figures_stand_behind_all_others() -> None:
    ranked = key_figures.find(REPORT.text, "en", REPORT.sections)
    assert [figure.value for figure in ranked][-2:] == [4000, 5000]
