"""Measures that are brought up to date are those of the page as it is."""

import random

import pytest

from briefing.parsing.importers.page.measure import measure, measure_again
from briefing.parsing.importers.page.pruning import prune
from briefing.parsing.importers.page.tree import Element, body_of, parse, take_out

_TAGS = ("div", "p", "section", "ul", "li", "a", "b", "h2", "figure", "aside", "form", "table")
_WORDS = ("The ship left the harbour, it is said. ", " Boats ", " more, and more ", " A crew; ", "")


def _page(chance: random.Random) -> Element:
    """A page of elements by chance, with words before, in and behind them."""

    def part(depth: int) -> str:
        tag, count = chance.choice(_TAGS), chance.randint(0, 4 if depth < 5 else 0)
        name = chance.choice(("", ' class="promo"', ' class="text"', ' href="#a"'))
        inner = "".join(chance.choice(_WORDS) + part(depth + 1) for _ in range(count))
        return f"<{tag}{name}>{inner}{chance.choice(_WORDS)}</{tag}>{chance.choice(_WORDS)}"

    root = parse(f"<html><body>{''.join(part(0) for _ in range(8))}</body></html>")
    assert root is not None
    return body_of(root)


@pytest.mark.parametrize("seed", range(5))
def test_after_elements_went_all_is_as_if_it_was_measured_anew(seed: int) -> None:
    chance = random.Random(seed)
    body = _page(chance)
    measures = measure(body)
    changed = []
    for element in chance.sample(list(body.iter())[1:], 12):
        if element in measures:
            for inner in element.iter():
                del measures[inner]
            changed.append(take_out(element))
    measure_again(measures, changed)
    anew = measure(body)
    assert list(measures) == list(anew)
    assert measures == anew


@pytest.mark.parametrize("by_name", [True, False])
@pytest.mark.parametrize("seed", range(3))
def test_what_is_left_of_an_article_is_measured_again(seed: int, by_name: bool) -> None:
    body = _page(random.Random(seed))
    measures = measure(body)
    count = len(measures)
    prune(body, measures, by_name=by_name)
    anew = measure(body)
    assert len(anew) < count
    assert {element: measures[element] for element in anew} == anew
