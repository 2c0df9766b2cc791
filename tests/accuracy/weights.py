"""Fits how labels are chosen: ``python -m tests.accuracy.weights TEXTS TREES [LABELS]``.

TEXTS holds the texts of `tests/cases/labelled` and `tests/cases/numbers`, TREES treebanks in
CoNLL-U whose names begin with the code of their language and an underscore, LABELS others than
those of `tests/cases/labelled`. Every piece of a clause that is proposed as a label of a number is
an example, right by the labels or by the tree; so are those of our own sentences in
`tests/cases/labels.yaml`. Right is what a reader would see of it, see `labels.shown`.

The sum of the weights of a piece's signs is fitted as the logarithm of its odds to be taken, see
`preference`. Weights that bring little are left out.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from briefing.analysis import figures
from briefing.analysis._figure_words import figure_words
from briefing.analysis._label_choice import proposals, surest
from briefing.analysis._label_signs import Signs
from briefing.analysis._measures import Measure
from briefing.analysis._place import Place, place_of
from briefing.analysis.brief import analyse
from briefing.analysis.labels import shown
from briefing.languages.load import every_language
from briefing.model.figure import Figure
from briefing.model.span import Span
from tests.accuracy import labelled, preference, scoring
from tests.accuracy.dependencies import trees

OWN = labelled.LABELS.parent / "labels.yaml"
NUMBERS = labelled.LABELS.parent / "numbers"

TARGET = Path(labelled.__file__).parents[2] / "briefing/analysis/label_weights.toml"

_PENALTY = 14.0
"""What half the square of a weight counts against it, where a number counts one."""

_RARE = 10
"""Examples that a sign must have, to be one."""

_OWN, _TOLD, _TREED = 16.0, 2.0, 0.5
"""How much a number counts of our own sentences, of a labelled text, and of a treebank."""

_LEAST = 0.05
"""A weight that is left out brings less."""

_SAID = 0.87
"""Of the numbers of `tests/cases/numbers`, how many get a label."""

_NOTE = """\
# What each sign counts that some words of a clause are a number's label, see _label_choice.py.
# Made by `make weights TEXTS=FOLDER TREES=FOLDER`, not by hand, of {texts} numbers of labelled
# texts, {more} of texts of which numbers alone were labelled and {trees} of treebanks of Universal
# Dependencies:
# {banks}.
# The weights of a piece's signs sum to the logarithm of its odds against no label; one is given
# where little speaks for pieces beside it, by the threshold. Signs that fewer than ten examples
# show are not weighed.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a clause that is proposed as a label."""

    span: Span
    signs: Sequence[str]
    is_right: bool


Number = Sequence[Example]
"""All that is proposed for one number."""


def of_texts(folder: Path, labels: Path = labelled.LABELS) -> Iterator[Number]:
    """The numbers of labelled texts."""
    for case in labelled.load(folder, labels)[0]:
        text, language = case.article.text, case.article.language
        for figure in analyse(case.article).figures:
            facts = [wanted for wanted in case.figures if scoring.states(figure, wanted)]
            place = _place(text, figure, language)
            if not facts or place is None:
                continue
            accepted = {label for fact in facts for label in fact.labels}
            phrases = [fact.text for fact in facts] + [figure.text]
            yield [
                Example(piece, signed, scoring.is_right(label, accepted, phrases))
                for piece, signed in _proposed(place)
                for label in [shown(piece, place) or ""]
            ]


def of_trees(folder: Path) -> Iterator[Number]:
    """The numbers of treebanks."""
    for path in sorted(folder.glob("*.conllu")):
        yield from of_treebank(path)


def of_treebank(path: Path) -> Iterator[Number]:
    """The numbers of one treebank."""
    language = path.name.partition("_")[0]
    for tree in trees(path, _measures()):
        for figure in figures.in_order(tree.text, language):
            place = _place(tree.text, figure, language)
            if place is not None:
                yield [
                    Example(piece, signed, tree.is_right(place.span, piece))
                    for piece, signed in _proposed(place)
                ]


def of_cases() -> Iterator[Number]:
    """The numbers of our own sentences."""
    for case in yaml.safe_load(OWN.read_text("utf-8")):
        found = figures.in_order(case["text"], case["language"])
        for figure, label in zip(found, case["labels"], strict=True):
            place = _place(case["text"], figure, case["language"])
            if place is not None:
                yield [
                    Example(piece, signed, shown(piece, place) == label)
                    for piece, signed in _proposed(place)
                ]


def _place(text: str, figure: Figure, language: str | None) -> Place | None:
    if figure.span is None:
        return None
    place = place_of(text, figure, figure.span, figure_words(language))
    return None if place.measure is Measure.COUNT else place


def _proposed(place: Place) -> Iterator[tuple[Span, list[str]]]:
    told = Signs(place)
    for piece, rules in proposals(place).items():
        yield piece, [*told.of(piece, rules)]


def _measures() -> frozenset[str]:
    """Words that measure and count nothing."""
    found = set[str]()
    for own in every_language():
        units, scales = own.units, own.numbers.scales
        some = (units.measures, units.money, units.percent, units.points, own.times.time_units)
        found |= {phrase.lower() for phrases in (*some, scales) for phrase in phrases}
    return frozenset(found)


def fitted(sources: Iterable[tuple[Sequence[Number], float]]) -> dict[str, float]:
    """The weights by which right pieces are taken, and none where none is right.

    Args:
        sources: Numbers, and how much each of them counts.
    """
    told = [(number, times) for numbers, times in sources for number in numbers if number]
    counts = Counter(s for number, _times in told for one in number for s in set(one.signs))
    signs = sorted(sign for sign, count in counts.items() if count >= _RARE)
    weights = preference.fit(
        [
            preference.Choice([(one.signs, one.is_right) for one in number], times)
            for number, times in told
        ],
        signs,
        _PENALTY,
    )
    return {sign: weight for sign, weight in weights.items() if abs(weight) >= _LEAST}


def best(number: Number, weights: Mapping[str, float]) -> tuple[float, bool]:
    """How sure the likeliest piece for a number is, and whether it is right."""
    sums = {one.span: sum(weights.get(s, 0) for s in one.signs) for one in number}
    piece, sure = surest(sums)
    return sure, any(one.is_right for one in number if one.span == piece)


def threshold(numbers: Sequence[Number], weights: Mapping[str, float], said: float) -> float:
    """Where so many numbers get a label."""
    sums = sorted((best(number, weights)[0] for number in numbers), reverse=True)
    return sums[int(len(sums) * said)]


def main() -> int:
    """Fit and write the weights."""
    texts, folder = Path(sys.argv[1]), Path(sys.argv[2])
    labels = Path(sys.argv[3]) if len(sys.argv) > 3 else labelled.LABELS
    told, more = [*of_texts(texts, labels)], [*of_texts(texts, NUMBERS)]
    treed = [*of_trees(folder)]
    own = [*of_cases()]
    weights = fitted((([*told, *more], _TOLD), (treed, _TREED), (own, _OWN)))
    least = threshold(more, weights, _SAID)
    banks = ", ".join(sorted({path.name.partition("-ud")[0] for path in folder.glob("*.conllu")}))
    lines = [f'"{sign}" = {weight:.2f}' for sign, weight in weights.items()]
    note = _NOTE.format(texts=len(told), more=len(more), trees=len(treed), banks=banks)
    TARGET.write_text(f"{note}\nthreshold = {least:.2f}\n\n[signs]\n" + "\n".join(lines) + "\n")
    for name, some in (("texts", told), ("numbers", more), ("trees", treed), ("own", own)):
        given = [right for total, right in (best(one, weights) for one in some) if total > least]
        print(f"{name}: {len(given) / len(some):.1%} said, {sum(given) / len(given):.1%} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
