from __future__ import annotations

from dataclasses import replace

from briefing.model.article import Article
from briefing.model.brief import Brief, SummaryPoint
from briefing.model.figure import Check, CheckKind, Figure, Qualifier
from briefing.model.front_matter import (
    CountEntry,
    FigureEntry,
    FrontMatter,
    Quote,
    RestatementEntry,
    SumEntry,
)
from briefing.model.span import Span
from briefing.model.state_list import ItemList, ListItem
from briefing.session.drafting import drafted, quote_of

TEXT = "In all 7 boats: 3 boats and 4 boats. The 7 boats are of 2 states: Italy and Malta."
ARTICLE = Article("a", None, "en", TEXT, ())


def figure(words: str, value: int, start: int = 0) -> Figure:
    at = TEXT.index(words, start)
    return Figure(value, None, None, "boats", None, Span(at, at + len(words)), words, auto=True)


FIGURES = (
    figure("7 boats", 7),
    figure("3 boats", 3),
    figure("4 boats", 4),
    figure("7 boats", 7, 20),
    figure("2 states", 2),
)
NAMES = tuple(ListItem(name, None, None) for name in ("Italy", "Malta"))
LISTS = (ItemList("states", "states", 2, NAMES, auto=True),)


def check(kind: CheckKind, of: tuple[int, ...], equals: int, items: int | None = None) -> Check:
    return Check(kind, True, of, equals, items, None, auto=True)


def test_checks_name_their_figures_by_quotes() -> None:
    brief = Brief(
        figures=FIGURES,
        lists=LISTS,
        checks=(
            check(CheckKind.SUM, (1, 2), 0),
            check(CheckKind.COUNT, (), 4, 0),
            check(CheckKind.RESTATEMENT, (3,), 0),
        ),
    )
    assert drafted(FrontMatter(), ARTICLE, brief).checks == (
        SumEntry(("3 boats", "4 boats"), "7 boats"),
        CountEntry("states", "2 states"),
        RestatementEntry("7 boats", "7 boats"),
    )


def test_what_a_title_drops_is_drafted_with_both_its_quotes() -> None:
    row = replace(FIGURES[1], qualifier=Qualifier.ABOUT)
    dropped = replace(check(CheckKind.RESTATEMENT, (0,), 0), claim=FIGURES[2])
    front = drafted(FrontMatter(), ARTICLE, Brief(figures=(row,), checks=(dropped,)))
    assert [entry.quote for entry in front.figures] == [Quote("3 boats"), Quote("4 boats")]
    assert front.checks == (RestatementEntry("3 boats", "4 boats"),)


def test_a_figure_printed_twice_is_told_apart_by_its_surroundings() -> None:
    entries = drafted(FrontMatter(), ARTICLE, Brief(figures=FIGURES)).figures
    assert entries[0].quote == Quote("7 boats")
    assert entries[3].quote is not None
    assert entries[3].quote.before.endswith("The ")


def test_a_check_whose_quote_means_another_figure_is_left_out() -> None:
    other = Figure(8, None, None, "boats", None, FIGURES[3].span, "7 boats", auto=True)
    brief = Brief(figures=(*FIGURES[:3], other), checks=(check(CheckKind.SUM, (1, 2), 3),))
    assert drafted(FrontMatter(), ARTICLE, brief).checks == ()


def test_a_check_of_a_list_whose_title_another_has_is_left_out() -> None:
    brief = Brief(
        figures=FIGURES, lists=(*LISTS, *LISTS), checks=(check(CheckKind.COUNT, (), 4, 1),)
    )
    assert drafted(FrontMatter(), ARTICLE, brief).checks == ()


def test_a_figure_whose_number_is_read_with_what_stands_beside_it_is_left_out() -> None:
    text = "The register holds -4 boats, 4 boats and, since 7.2'5, 11 boats."

    def found(words: str, value: int, start: int) -> Figure:
        return replace(figure("7 boats", value), span=Span(start, start + len(words)), text=words)

    cut, whole = found("4 boats", 4, 20), found("11 boats", 11, text.index("11"))
    brief = Brief(
        figures=(cut, found("7.2", 7, text.index("7.2")), whole),
        checks=(check(CheckKind.RESTATEMENT, (2,), 0), check(CheckKind.RESTATEMENT, (2,), 2)),
    )
    front = drafted(FrontMatter(), replace(ARTICLE, text=text), brief)
    assert [entry.value for entry in front.figures] == [11]
    assert front.checks == (RestatementEntry("11 boats", "11 boats"),)


def test_an_editors_figures_are_not_checked_against_found_ones() -> None:
    own = FigureEntry("mine", 7, None, None, None, Quote("7 boats"))
    brief = Brief(
        summary=(SummaryPoint(TEXT[:36], Span(0, 36), auto=True),),
        figures=FIGURES,
        checks=(check(CheckKind.SUM, (1, 2), 0),),
    )
    outcome = drafted(FrontMatter(figures=(own,)), ARTICLE, brief)
    assert outcome.figures == (own,)
    assert outcome.checks == ()
    assert outcome.summary[0].quote == Quote(TEXT[:36])


def test_a_quote_has_surroundings_only_where_its_words_stand_twice() -> None:
    text = "one two one three"
    assert quote_of(text, None) is None
    first, second = quote_of(text, Span(0, 3)), quote_of(text, Span(8, 11))
    assert first is not None
    assert second is not None
    assert (first.before, first.after) == ("", "")
    assert (second.exact, second.before) == ("one", "one two ")
