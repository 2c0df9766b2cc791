"""Fits how labels are chosen: ``python -m tests.accuracy.weights TEXTS TREES [LABELS]``.

TEXTS holds the texts of `tests/cases/labelled` and `tests/cases/numbers`, TREES treebanks in
CoNLL-U whose names begin with the code of their language and an underscore, LABELS others than
those of `tests/cases/labelled`. Every piece of a clause that is proposed as a label of a number is
an example, right by the labels or by the tree; so are those of our own sentences in
`tests/cases/labels.yaml`. No rule was made of the texts of `tests/cases/numbers`, so that these
tell how far rules are to be trusted: they count most.

The sum of the weights of a piece's signs is fitted as the logarithm of its odds to be right, see
`logistic`. Weights that bring little are left out.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from briefing.analysis import figures
from briefing.analysis._figure_words import figure_words
from briefing.analysis._label_choice import proposals
from briefing.analysis._label_signs import Signs
from briefing.analysis._measures import Measure
from briefing.analysis._place import Place, place_of
from briefing.analysis.brief import analyse
from briefing.languages.load import every_language
from briefing.model.figure import Figure
from briefing.model.span import Span
from tests.accuracy import labelled, logistic, scoring
from tests.accuracy.dependencies import trees

OWN = labelled.LABELS.parent / "labels.yaml"
NUMBERS = labelled.LABELS.parent / "numbers"

TARGET = Path(labelled.__file__).parents[2] / "briefing/analysis/label_weights.toml"

_PENALTY = 20.0
"""What half the square of a weight counts against it, where an example counts one."""

_RARE = 10
"""Examples that a sign must have, to be one."""

_OWN, _UNSEEN, _SEEN, _TREED = 8.0, 2.0, 1.0, 1.0
"""How much a number counts of our own sentences, of a text no rule was made of, of one that rules
were made of, and of a treebank."""

_LEAST = 0.05
"""A weight that is left out brings less."""

_SAID = 0.82
"""Of the numbers of those texts with a measure or without a unit, how many get a label."""

_NOTE = """\
# What each sign counts that some words of a clause are a number's label, see _label_choice.py.
# Made by `make weights TEXTS=FOLDER TREES=FOLDER`, not by hand, of {texts} numbers of labelled
# texts, {unseen} of texts that no rule was made of and {trees} of treebanks of Universal
# Dependencies:
# {banks}.
# A label is given where the weights of its signs sum to more than the threshold. Signs that fewer
# than ten examples show are not weighed.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a clause that is proposed as a label."""

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
                Example(signed, scoring.is_right(piece.of(text), accepted, phrases))
                for piece, signed in _proposed(place)
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
                    Example(signed, tree.is_right(place.span, piece))
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
                    Example(signed, piece.of(case["text"]) == label)
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
    """The weights that tell right pieces from wrong ones.

    Args:
        sources: Numbers, and how much each piece that is proposed for one of them counts.
    """
    examples = [(one, times) for numbers, times in sources for number in numbers for one in number]
    showing: dict[str, list[int]] = defaultdict(list)
    for at, (one, _times) in enumerate(examples):
        for sign in dict.fromkeys(one.signs):
            showing[sign].append(at)
    weights = logistic.fit(
        {sign: some for sign, some in sorted(showing.items()) if len(some) >= _RARE},
        right=[one.is_right for one, _times in examples],
        times=[times for _one, times in examples],
        penalty=_PENALTY,
    )
    return {sign: weight for sign, weight in weights.items() if abs(weight) >= _LEAST}


def best(number: Number, weights: Mapping[str, float]) -> tuple[float, bool]:
    """The most that a piece for a number sums to, and whether it is right."""
    sums = ((sum(weights.get(s, 0) for s in one.signs), one.is_right) for one in number)
    return max(sums, key=lambda pair: pair[0], default=(-math.inf, False))


def threshold(numbers: Sequence[Number], weights: Mapping[str, float], said: float) -> float:
    """Where so many numbers get a label."""
    sums = sorted((best(number, weights)[0] for number in numbers), reverse=True)
    return sums[int(len(sums) * said)]


def main() -> int:
    """Fit and write the weights."""
    texts, folder = Path(sys.argv[1]), Path(sys.argv[2])
    labels = Path(sys.argv[3]) if len(sys.argv) > 3 else labelled.LABELS
    told, unseen = [*of_texts(texts, labels)], [*of_texts(texts, NUMBERS)]
    treed = [*of_trees(folder)]
    own = [*of_cases()]
    weights = fitted(((told, _SEEN), (unseen, _UNSEEN), (treed, _TREED), (own, _OWN)))
    least = threshold(unseen, weights, _SAID)
    banks = ", ".join(sorted({path.name.partition("-ud")[0] for path in folder.glob("*.conllu")}))
    lines = [f'"{sign}" = {weight:.2f}' for sign, weight in weights.items()]
    note = _NOTE.format(texts=len(told), unseen=len(unseen), trees=len(treed), banks=banks)
    TARGET.write_text(f"{note}\nthreshold = {least:.2f}\n\n[signs]\n" + "\n".join(lines) + "\n")
    for name, some in (("texts", told), ("unseen", unseen), ("trees", treed), ("own", own)):
        given = [right for total, right in (best(one, weights) for one in some) if total > least]
        print(f"{name}: {len(given) / len(some):.1%} said, {sum(given) / len(given):.1%} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
