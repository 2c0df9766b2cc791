"""What a reader is told about a text's own claims: only what is sure."""

import pytest

from briefing.analysis.brief import analyse
from briefing.model.article import Article, Section
from briefing.model.brief import Brief
from briefing.model.figure import Check, CheckKind
from briefing.model.span import Span


def brief_of(text: str, language: str) -> Brief:
    """The brief of a text whose first line is its title, and which has no lead."""
    title, body = text.partition("\n")[0], text.index("\n") + 1
    lead, rest = Span(body, body), Span(body, len(text))
    sections = (Section(None, 0, lead), Section("Body", 2, rest))
    return analyse(Article("-", title, language, text, sections))


def checks_of(text: str, language: str) -> list[Check]:
    """The checks of such a text."""
    return list(brief_of(text, language).checks)


def test_a_title_that_adds_up_two_figures_of_the_text_is_noticed() -> None:
    text = "14.000 soldati\nSono oltre 11.000 soldati e altri 3.000 soldati."
    (check,) = checks_of(text, "it")
    assert (check.kind, check.holds, check.equals, check.auto) == (CheckKind.SUM, True, 0, True)
    assert sorted(check.of) == [1, 2]
    assert "oltre 14.000 soldati" in str(check.remark)


def test_a_title_that_drops_at_least_is_noticed() -> None:
    (check,) = checks_of("100 rockets\nThey sent at least 100 missiles.", "en")
    assert (check.kind, check.holds) == (CheckKind.RESTATEMENT, True)
    assert "at least" in str(check.remark)


def test_a_row_of_a_table_adds_up_only_where_its_head_says_so() -> None:
    text = "Prizes\nGames\t{}\tSilver\tBronze\nHull\t$25,000\t$15,000\t$10,000\n"
    assert checks_of(text.format("Gold"), "en") == []
    (check,) = checks_of(text.format("Total"), "en")
    assert (check.kind, check.holds, check.of, check.equals) == (CheckKind.SUM, True, (1, 2), 0)


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("en", "130 creditors wait\nAbout 130 creditors wait for their money.", "about"),
        ("de", "130 Gläubiger warten\nIn Linz warten etwa 130 Gläubiger auf Geld.", "about"),
        ("fr", "520 postes supprimés\nLa direction supprime environ 520 postes.", "about"),
        ("es", "Cierran 800 tiendas\nEn mayo cerraron más de 800 tiendas.", "over"),
        ("it", "Tagliati 300 posti\nL'azienda taglia almeno 300 posti in due anni.", "at_least"),
        ("pt", "Temporal deixa 2 mil casas sem luz\nSão mais de 2 mil casas no sul.", "over"),
        ("nl", "450 winkels dicht\nDe keten sluit ruim 450 winkels in het land.", "over"),
        ("it", "Chiesti 45 milioni di euro\nIl giudice chiede fino a 45 milioni di euro.", "up_to"),
    ],
)
def test_what_a_title_rounds_is_one_row_that_says_how_exact_it_is(
    language: str, text: str, qualifier: str
) -> None:
    brief = brief_of(text, language)
    row = next(one for one in brief.figures if len(one.places) > 1)
    assert (row.qualifier, row.places[0].start < text.index("\n")) == (qualifier, True)
    (check,) = brief.checks
    assert check.claim is not None
    assert (check.of, check.claim.qualifier) == ((brief.figures.index(row),), None)
    assert check.claim.span == row.places[0]


def test_what_a_title_counts_in_another_noun_stays_a_row_of_its_own() -> None:
    brief = brief_of("100 rockets\nThey sent at least 100 missiles.", "en")
    assert [(one.unit, one.qualifier) for one in brief.figures] == [
        ("rockets", None),
        ("missiles", "at_least"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "It was signed by five senators.\nAt least five senators are needed.",
        "The first watch costs 259 euros.\nOthers are sold for up to 259 euros.",
    ],
)
def test_what_is_told_below_the_title_may_be_of_others(lead: str) -> None:
    text = f"A new start\n{lead}"
    first = Section(None, 0, Span(12, text.rindex("\n") + 1))
    rest = Section("Body", 2, Span(first.span.end, len(text)))
    article = Article("-", "A new start", "en", text, (first, rest))
    assert len(analyse(article).figures) == 2


def test_a_list_shorter_than_announced_is_a_conflict() -> None:
    text = "A pact\nThe 5 states: Denmark, Norway, Sweden and Finland."
    (check,) = checks_of(text, "en")
    assert (check.kind, check.holds) == (CheckKind.COUNT, False)


@pytest.mark.parametrize(
    "text",
    [
        "5 ships\nThey have 30 states, including Denmark, Norway, Sweden and Finland.",
        "A pact\nThe 5 states: Denmark, Norway, Sweden and the European Union.",
        "A pact\nOf the 14 states, some voted no: Denmark, Norway, Sweden and Finland.",
        "A pact\nAmong the 14 states: Denmark, Norway, Sweden and Finland.",
        "A pact\nThe 14 states met, first of all: Denmark, Norway, Sweden and Finland.",
        "A pact\nThe 14 states: Denmark, Norway, Sweden, Finland ...",
        "A pact\nTwo of five states that agreed: Denmark, Norway, Sweden and Finland.",
        "100 rockets\nThey sent 100 rockets, at least 100 rockets.",
        "Flight\nHundreds of people fled. Soldiers arrested nearly 200 people.",
        "Fire\nHundreds of rockets fell. Nearly 100 rockets were old.",
        "10 ships\nIn 3 ports lie 4 planes and 6 cars.",
        "12% more\nThey rose 5% and 7%.",
        "Growth\nExports rose 2.5 percent in May. Wages grew by about 2.5 percent in the south.",
        "A million people have fled\nIn that year more than a million people came by boat.",
        "3 cars\nOf 3 cars 1 cars and 2 cars were old.",
        "An island 2,000 kilometres away\nIt is 1,600 kilometres long and 400 kilometres wide.",
        "Thousands of pupils wait\nIn the north around 1,700 pupils take the bus.",
        "Thousands of deaf pupils wait\nIn all 5,500 pupils take the bus.",
        "Prices\nOne set costs $8.00, one $15.00, one $3.00; once $23.00 were asked for a bag.",
    ],
)
def test_what_is_not_sure_is_not_said(text: str) -> None:
    assert checks_of(text, "en") == []
