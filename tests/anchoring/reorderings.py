"""Texts whose paragraphs, sections, list items and rows change places, and share words.

What moves is a unit: a paragraph, a section, an item, a row. Units of one text end, begin or go on
in the same words, so that these stand several times; which of them a note is on is told only by the
unit that they stand in. As every unit is moved whole, the right answer for any passage is known.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.anchoring.track import track
from briefing.model.anchor import Match, MatchState

_WHO = (
    "Alpha",
    "Bravo",
    "Cedar",
    "Delta",
    "Ember",
    "Fjord",
    "Garnet",
    "Harbour",
    "Indigo",
    "Juniper",
    "Kestrel",
    "Lagoon",
)
_PLACES = (
    "Oslo",
    "Turin",
    "Lyon",
    "Porto",
    "Ghent",
    "Graz",
    "Cork",
    "Bath",
    "Lund",
    "Vaasa",
    "Riga",
    "Brno",
)
_WHAT = (
    "wheat",
    "barley",
    "timber",
    "copper",
    "salt",
    "wool",
    "coal",
    "steel",
    "paper",
    "glass",
    "rubber",
    "cement",
)
_VERBS = (
    "rose",
    "fell",
    "doubled",
    "halved",
    "stalled",
    "recovered",
    "slipped",
    "jumped",
    "climbed",
    "sank",
    "held",
    "grew",
)
_DAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
SHARED = (
    "The ministry declined to comment.",
    "No figures were given for the year before.",
    "Talks will go on next week.",
    "It was the first time since the reform that all of them were in one room.",
    "Nobody was hurt.",
    "Il ministero non ha voluto rilasciare dichiarazioni.",
    "Das Ministerium wollte sich dazu nicht äußern.",
    "该部拒绝置评。",
)
"""Sentences that stand in several units."""
_TOUCHES = ((" said that ", " held that "), (" met on ", " sat on "), (" told us ", " told me "))
_ANSWERS = ("(no answer)", "(yes)", "(not yet)", "(refused to say)")
_HEADINGS = ("Background", "What happened", "Lage am Morgen")

Unit = tuple[str, ...]
"""Lines that move together."""


@dataclass(frozen=True, slots=True)
class Case:
    """A passage of a text whose units changed places."""

    form: str
    """What the units are."""
    old: str
    """The text before."""
    new: str
    """The text after."""
    span: tuple[int, int]
    """The passage in the text before."""
    right: tuple[int, int]
    """Where it is in the text after."""


def cases(count: int, seed: int = 14) -> Iterator[Case]:
    """Some cases, the same for the same seed."""
    rng = random.Random(seed)
    forms = list(_FORMS.items())
    for number in range(count):
        name, make = forms[number % len(forms)]
        yield _case(name, make(rng), rng)


def _sentence(rng: random.Random, number: int) -> str:
    who, what = _WHO[number % len(_WHO)], rng.choice(_WHAT)
    place, day, share = rng.choice(_PLACES), rng.choice(_DAYS), rng.randint(2, 98)
    return rng.choice(
        (
            f"{who} met on {day} in the old town hall of {place}.",
            f"{who} said that {what} prices in {place} {rng.choice(_VERBS)} by {share} per cent.",
            f"In {place} the trade in {what} {rng.choice(_VERBS)} again, {who} told us on {day}.",
        )
    )


def _paragraphs(rng: random.Random) -> list[Unit]:
    """Paragraphs with a sentence in common, at their ends, their beginnings or inside."""
    shared, place = rng.choice(SHARED), rng.randrange(3)
    units: list[Unit] = []
    for number in range(rng.choice((2, 2, 3, 4, 6, 30))):
        own = [_sentence(rng, number) for _ in range(rng.choice((1, 1, 2, 3)))]
        own.insert((len(own), 0, 1)[place], shared)
        units.append((" ".join(own),))
    return units


def _sections(rng: random.Random) -> list[Unit]:
    """Sections that end in the same paragraph, or in the same sentence."""
    shared = rng.sample(SHARED, rng.choice((1, 1, 2)))
    units: list[Unit] = []
    for number in range(rng.choice((2, 3, 3, 5, 30))):
        body = [_sentence(rng, number) for _ in range(rng.choice((1, 2, 3)))]
        ends = [" ".join([body.pop(), *shared])] if rng.random() < 0.3 else shared
        units.append((f"News of {_WHO[number % len(_WHO)]} {number}", *body, *ends))
    return units


def _headed(rng: random.Random) -> list[Unit]:
    """Sections that begin with the same heading, as those of many reports do."""
    heading = rng.choice(_HEADINGS)
    return [
        (heading, *(_sentence(rng, number) for _ in range(rng.choice((1, 2, 3)))))
        for number in range(rng.choice((2, 3, 4, 30)))
    ]


def _items(rng: random.Random) -> list[Unit]:
    """Items of a list, many of which have the same ending."""
    names = rng.sample(_PLACES, rng.choice((3, 5, 8, 12)))
    return [(f"{name} {rng.choice(_ANSWERS[: rng.choice((1, 2, 4))])}",) for name in names]


def _rows(rng: random.Random) -> list[Unit]:
    """Rows of a table, with the same cells in many of them."""
    names = rng.sample(_PLACES, rng.choice((3, 5, 8, 12)))
    return [
        (f"{name}\t{rng.choice((0, 5, 12))}\t{rng.choice(('yes', 'no'))}\tnot reported",)
        for name in names
    ]


_FORMS: dict[str, Callable[[random.Random], list[Unit]]] = {
    "paragraphs": _paragraphs,
    "sections": _sections,
    "headed": _headed,
    "items": _items,
    "rows": _rows,
}


def _reordered(count: int, rng: random.Random) -> list[int]:
    """Another order of the units: two swapped, one moved, all turned round or mixed."""
    order = list(range(count))
    kind = rng.randrange(5)
    if kind == 0:
        at = rng.randrange(count - 1)
        order[at], order[at + 1] = order[at + 1], order[at]
    elif kind == 1:
        one, other = rng.sample(range(count), 2)
        order[one], order[other] = order[other], order[one]
    elif kind == 2:
        order.insert(rng.randrange(count), order.pop(rng.randrange(count)))
    elif kind == 3:
        order.reverse()
    else:
        rng.shuffle(order)
    return order


def _frame(rng: random.Random) -> tuple[list[str], list[str]]:
    """Unchanged lines before and after, some of them with a shared sentence too."""
    before, after = (
        [_sentence(rng, 7 + n) for n in range(rng.choice((0, 0, 1, 2)))] for _ in range(2)
    )
    if after and rng.random() < 0.3:
        after.append(rng.choice(SHARED))
    return ["A title", *before], after


def _case(form: str, units: list[Unit], rng: random.Random) -> Case:
    order = _reordered(len(units), rng)
    if rng.random() < 0.2 and len(order) > 2:
        order.pop(rng.randrange(len(order)))
    chosen = rng.choice(order)
    before, after = _frame(rng)
    old, at = _text(before, units, after, chosen)
    span = _passage("\n".join(units[chosen]), rng)
    moved = [_touched(units[index], rng) for index in order]
    new, now = _text(before, moved, after, order.index(chosen))
    return Case(form, old, new, (at + span[0], at + span[1]), (now + span[0], now + span[1]))


def _touched(unit: Unit, rng: random.Random) -> Unit:
    """A unit; in one of four a word of its own is another one, of the same length."""
    if rng.random() < 0.75:
        return unit
    for word, other in _TOUCHES:
        unit = tuple(line.replace(word, other, 1) for line in unit)
    return unit


def _text(before: list[str], units: list[Unit], after: list[str], chosen: int) -> tuple[str, int]:
    """A text, and where one of its units begins."""
    lines = [line for unit in units[:chosen] for line in unit]
    start = sum(len(line) + 1 for line in (*before, *lines))
    return "\n".join((*before, *(line for unit in units for line in unit), *after)), start


def _passage(unit: str, rng: random.Random) -> tuple[int, int]:
    """A passage of a unit: mostly words that others have too."""
    shared = [one for one in (*SHARED, *_ANSWERS, *_HEADINGS, "not reported") if one in unit]
    kind = rng.randrange(4)
    if kind == 3 or not shared:
        return 0, len(unit.split("\n", maxsplit=1)[0])
    words = rng.choice(shared)
    start = unit.index(words)
    if kind == 2 and " " in words:
        first = words.index(" ") + 1
        return start + first, start + len(words.rstrip(".。)"))
    if kind == 1:
        start = max(0, unit.rfind(" ", 0, max(0, start - 1)) + 1)
    return start, unit.index(words) + len(words)


def grade(case: Case, match: Match) -> str:
    """``exact``, ``uncertain``, ``lost`` or ``wrong``."""
    if match.span is None:
        return "lost"
    if _trimmed(case.new, (match.span.start, match.span.end)) == _trimmed(case.new, case.right):
        return "exact"
    return "uncertain" if match.state is MatchState.UNCERTAIN else "wrong"


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def score(count: int, seed: int = 14) -> dict[str, Counter[str]]:
    """The grades by form, and of all."""
    by: dict[str, Counter[str]] = {"all": Counter()}
    for case in cases(count, seed):
        [match] = track(case.old, case.new, [case.span])
        answer = grade(case, match)
        by["all"][answer] += 1
        by.setdefault(case.form, Counter())[answer] += 1
    return by


if __name__ == "__main__":
    for form, grades in score(int(sys.argv[1]), int(sys.argv[2])).items():
        print(form, {name: f"{100 * n / grades.total():.2f}" for name, n in grades.items()})
