"""Completed front matter is given to other programs: it must come back as it was."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.figure import Qualifier
from briefing.model.front_matter import (
    CountEntry,
    FigureEntry,
    FrontMatter,
    ItemEntry,
    ListEntry,
    Quote,
    RemarkEntry,
    SumEntry,
    SummaryEntry,
)
from briefing.parsing.front_matter import read_front_matter
from briefing.parsing.front_matter_writer import render_front_matter

words = st.text(min_size=1, max_size=20).map(lambda text: "x" + "".join(text.split()))
surprising = st.sampled_from(["no", "22:30", "0x1f", "1e3", "a: b", "- x", "#1", "'", '"', "null"])
texts = st.one_of(words, surprising)
quotes = st.builds(Quote, texts, st.one_of(st.just(""), texts))


@settings(max_examples=60, deadline=None)
@given(texts, texts, quotes, st.integers(-(10**9), 10**9), st.decimals(0, 99, places=3))
def test_front_matter_comes_back_as_it_was(
    one: str, other: str, quote: Quote, number: int, decimal: Decimal
) -> None:
    matter = FrontMatter(
        title=one,
        language="it",
        source={"file": other},
        summary=(SummaryEntry(one, quote), SummaryEntry(other, None)),
        figures=(
            FigureEntry(one, number, None, Qualifier.OVER, other, quote),
            FigureEntry(None, decimal + Decimal("0.0001"), None, None, None, None),
        ),
        checks=(SumEntry((one, other), one), CountEntry(one, other)),
        lists=(ListEntry(one, None, 3, (ItemEntry(other, None, (one,), quote),)),),
        remarks=(RemarkEntry(quote, other),),
        dropped=(one, other),
        extra={"more": {"a": one}},
    )
    rendered = render_front_matter(matter)
    read = read_front_matter(rendered, "x")
    assert read.faults == ()
    assert _without_lines(read.front_matter) == matter
    assert yaml.safe_load(rendered.split("---\n")[1])["title"] == one


def _without_lines(matter: FrontMatter) -> FrontMatter:
    """The same without what only the file knows."""

    def bare(quote: Quote | None) -> Quote | None:
        return None if quote is None else replace(quote, line_number=None)

    return replace(
        matter,
        summary=tuple(replace(each, quote=bare(each.quote)) for each in matter.summary),
        figures=tuple(replace(each, quote=bare(each.quote)) for each in matter.figures),
        checks=tuple(replace(each, line_number=None) for each in matter.checks),
        lists=tuple(
            replace(
                each,
                line_number=None,
                items=tuple(replace(item, quote=bare(item.quote)) for item in each.items),
            )
            for each in matter.lists
        ),
        remarks=tuple(
            replace(each, quote=replace(each.quote, line_number=None)) for each in matter.remarks
        ),
    )


def test_nothing_to_say_is_nothing_written() -> None:
    assert render_front_matter(FrontMatter()) == ""
