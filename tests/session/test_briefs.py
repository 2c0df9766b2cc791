"""What the panels show: the editor's words first, the text's own where the editor wrote none."""

from __future__ import annotations

import pytest

from briefing.model.figure import CheckKind
from briefing.session.reading import Reading
from tests.session.fakes import make_reading

BODY = (
    "# Aid\n\nThey sent 10 trucks and 20 vans, 30 vehicles in all. "
    "The three states, France, Italy and Spain, paid 300 euros.\n\nNobody else did.\n"
)
FIGURES = (
    "figures:\n"
    "  - {label: trucks, value: 10, unit: trucks, quote: 10 trucks}\n"
    "  - {label: vans, value: 20, unit: vans, quote: 20 vans}\n"
    "  - {label: all, value: 30, unit: vehicles, quote: 30 vehicles}\n"
)


def brief_of(front: str, body: str = BODY) -> Reading:
    reading = make_reading(f"---\nlanguage: en\n{front}---\n\n{body}")
    reading.make_brief()
    return reading


def test_without_an_editor_the_text_speaks_for_itself() -> None:
    brief = brief_of("").brief
    assert brief.summary
    assert all(point.auto for point in brief.summary)
    assert "300 euros" in {figure.text for figure in brief.figures}
    assert all(figure.auto for figure in brief.figures)
    assert {state.code for state in brief.states} == {"FR", "IT", "ES"}


def test_what_the_editor_wrote_takes_the_place_of_what_was_found() -> None:
    brief = brief_of(FIGURES + "summary:\n  - {text: All came, quote: 30 vehicles}\n").brief
    assert [point.text for point in brief.summary] == ["All came"]
    assert [figure.label for figure in brief.figures] == ["trucks", "vans", "all"]
    assert not any(figure.auto for figure in brief.figures)


def test_every_check_counts_in_the_figures_and_lists_that_are_shown() -> None:
    for front in ("", FIGURES, "lists:\n  - {title: L, expected: 1, items: [{name: Italy}]}\n"):
        brief = brief_of(front).brief
        for check in brief.checks:
            assert all(0 <= index < len(brief.figures) for index in check.of)
            assert check.equals is None or 0 <= check.equals < len(brief.figures)
            assert check.list_index is None or 0 <= check.list_index < len(brief.lists)


@pytest.mark.parametrize(("expected", "holds"), [(2, True), (3, False)])
def test_a_list_that_announces_its_length_is_counted(expected: int, holds: bool) -> None:
    items = "items: [{name: Italy}, {name: Spain}]"
    front = f"lists:\n  - {{title: L, expected: {expected}, {items}}}\n"
    checks = [c for c in brief_of(FIGURES + front).brief.checks if c.kind is CheckKind.COUNT]
    assert [(check.holds, check.list_index) for check in checks] == [(holds, 0)]


def test_a_quote_that_is_not_there_is_a_fault_with_its_line() -> None:
    reading = brief_of("summary:\n  - {text: a, quote: 40 trucks}\n")
    [fault] = reading.faults
    assert "40 trucks" in fault.what
    assert (fault.where or "").endswith(":4")
    assert reading.brief.summary[0].span is None


def test_a_check_that_names_no_figure_is_a_fault_with_its_line() -> None:
    reading = brief_of(FIGURES + "checks:\n  - {sum: [10 trucks, 99 vans], equals: 30 vehicles}\n")
    [fault] = reading.faults
    assert "99 vans" in fault.what
    assert (fault.where or "").endswith(":8")


def test_repeated_words_are_told_apart_by_their_surroundings() -> None:
    body = "# A\n\nThe first one came. The second one came.\n"
    front = "remarks:\n  - {quote: one came, before: 'second ', text: really?}\n"
    reading = brief_of(front, body)
    [remark] = reading.brief.remarks
    assert remark.span is not None
    assert reading.article.text[: remark.span.start].endswith("second ")


def test_states_go_by_the_names_of_the_editors_list_and_come_in_its_order() -> None:
    front = (
        "lists:\n  - title: Payers\n    kind: states\n    items:\n"
        "      - {name: Spain, code: ES}\n      - {name: La France, code: FR, also: [France]}\n"
    )
    states = brief_of(front).brief.states
    assert [(state.code, state.name) for state in states][:2] == [
        ("ES", "Spain"),
        ("FR", "La France"),
    ]
    assert [len(state.mentions) for state in states] == [1, 1, 1]


def test_an_empty_article_has_an_empty_brief() -> None:
    reading = make_reading("x")
    assert reading.make_brief().figures == ()
    assert reading.faults == ()
