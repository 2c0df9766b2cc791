"""Headings that only another family, a colour or a line below them tells from the text."""

from __future__ import annotations

import pytest

from briefing.parsing.importers.pdf.faces import family_of
from tests.parsing.importers.pdf.test_lists_and_notes import FILLING, body_of

NAMES = ("Hand hygiene", "Clean water", "Safe injections")
COLOURED = '#text(fill: rgb("#cc4422"))[{}]'
UNDERLINED = "#underline[{}]"
OTHER_FAMILY = '#text(font: "DejaVu Sans Mono", size: 10.9pt)[{}]'


def headed(look: str, names: tuple[str, ...] = NAMES, between: str = "\n\n") -> list[str]:
    """The headings of a report whose heads are set so."""
    parts = [f"{look.format(name)}{between}{FILLING}\n\n{FILLING}" for name in names]
    body = body_of("\n\n".join(["#text(20pt)[The clinics]", FILLING, *parts]))
    return [line.lstrip("# ") for line in body.split("\n") if line.startswith("#")][1:]


@pytest.mark.parametrize("look", [COLOURED, OTHER_FAMILY, UNDERLINED])
@pytest.mark.parametrize("between", ["\n\n", " \\\n"], ids=["apart", "close above the text"])
def test_short_lines_in_a_face_of_their_own_are_headings(look: str, between: str) -> None:
    assert headed(look, between=between) == [*NAMES]


def test_a_heading_above_another_one_is_a_heading() -> None:
    names = ("I. Clinics", "A. Hand hygiene", "B. Clean water")
    looks = [UNDERLINED.format(name) for name in names]
    text = f"{FILLING}\n\n{FILLING}"
    parts = ["#text(20pt)[The clinics]", FILLING, looks[0], looks[1], text, looks[2], text]
    body = body_of("\n\n".join(parts))
    found = [line.lstrip("# ") for line in body.split("\n") if line.startswith("#")]
    assert found[1:] == [*names]


def test_words_above_the_rules_of_a_table_are_not_underlined() -> None:
    table = "#table(columns: 2, stroke: none, [Clinics], [12], table.hline(), [Beds], [30])"
    parts = [f"{table}\n\n{FILLING}\n\n{FILLING}" for _ in range(4)]
    body = body_of("\n\n".join(["#text(20pt)[The clinics]", FILLING, *parts]))
    assert [line for line in body.split("\n") if line.startswith("#")] == ["# The clinics"]


@pytest.mark.parametrize(
    ("look", "names"),
    [
        (COLOURED, NAMES[:2]),
        (COLOURED, tuple(f"{name}." for name in NAMES)),
        (f"#link('https://example.org')[{COLOURED}]".replace("'", '"'), NAMES),
        (f"{COLOURED}\n\n#text(fill: rgb('#cc4422'))[{FILLING}]".replace("'", '"'), NAMES),
    ],
    ids=["too few", "sentences", "links", "a face of text"],
)
def test_other_lines_in_another_face_are_none(look: str, names: tuple[str, ...]) -> None:
    assert headed(look, names) == []


@pytest.mark.parametrize(
    "names",
    [
        ("ABCDEF+AGaramondPro-Regular", "AGaramondPro-BoldItalic", "AGaramond-Semibold"),
        ("TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", "TimesNewRoman,Bold"),
        ("HelveticaNeueLTStd-Roman", "HelveticaNeue-Light"),
        ("ArialMT", "Arial-BoldMT", "Arial"),
        ("CMBX12", "CMR10", "XYZABC+CMTI9"),
    ],
)
def test_the_fonts_of_a_family_are_one_face(names: tuple[str, ...]) -> None:
    assert len({*map(family_of, names)}) == 1


def test_the_fonts_of_two_families_are_two_faces() -> None:
    names = "ArialMT", "Helvetica", "TimesNewRomanPSMT", "Minion-Regular", "MyriadPro-Regular", ""
    assert len({*map(family_of, names)}) == len(names)


def test_headings_are_found_though_they_are_much_of_a_short_text() -> None:
    parts = [f"{COLOURED.format(f'{name} in the clinics')}\n\n{FILLING}" for name in NAMES]
    body = body_of("\n\n".join(["#text(20pt)[The clinics]", *parts]))
    assert sum(line.startswith("## ") for line in body.split("\n")) == len(NAMES)
