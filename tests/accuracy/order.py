"""Fits the order of rows: ``python -m tests.accuracy.order TEXTS LABELS [TEXTS LABELS …]``.

Each pair of folders holds texts and their labels, as in `tests/cases/labelled`; `make order` takes
one pair. Every main figure
of a text is a choice: it, and not one of the rows of that text that are none, should be taken. The
sum of the weights of a row's signs is fitted as the logarithm of its odds, see `preference`.

The share of main figures that stand in the first five rows is told as well with weights that were
fitted to other texts: those of nine tenths, for each tenth.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.analysis._row_order import PROMISED
from briefing.analysis._row_signs import RowSigns
from briefing.analysis.brief import analyse
from tests.accuracy import labelled, preference, scoring

TARGET = Path(labelled.__file__).parents[2] / "briefing/analysis/row_weights.toml"

_PENALTY = 5.0
"""What half the square of a weight counts against it, where a main figure counts one."""

_RARE = 10
"""Rows that a sign must have, to be one."""

_LEAST = 0.1
"""A weight that is left out brings less."""

_FOLDS = 10

_NOTE = """\
# What each sign counts that an editor would tell a figure among the first, see _row_order.py.
# Made by `make order`, not by hand, of {main} main figures among {rows} rows of
# {texts} labelled texts. The weights of a row's signs sum to the logarithm of its odds. Signs that
# fewer than ten rows show are not weighed.
"""


@dataclass(frozen=True, slots=True)
class Text:
    """The rows of a text as they were ranked, and which an editor would tell first."""

    group: str
    """The language."""
    signs: Sequence[Sequence[str]]
    """Of each row."""
    facts: Sequence[frozenset[int]]
    """What each row states."""
    main: frozenset[int]
    """The facts that an editor would tell first."""

    def is_main(self, row: int) -> bool:
        """Whether a row states one of these."""
        return not self.main.isdisjoint(self.facts[row])

    def shown(self, order: Sequence[int]) -> tuple[int, int]:
        """How many main facts stand in the first rows of an order, and how many could."""
        first = {fact for row in order[: scoring.FIRST] for fact in self.facts[row]}
        return len(self.main & first), min(scoring.FIRST, len(self.main))


def of_texts(folder: Path, labels: Path) -> Iterator[Text]:
    """The texts of a folder that have a main figure."""
    for case in labelled.load(folder, labels)[0]:
        article = case.article
        rows = analyse(article).figures
        main = frozenset(wanted.fact for wanted in case.figures if wanted.is_main)
        if main:
            yield Text(
                str(article.language),
                RowSigns(article.text, article.language, article.sections).of(rows),
                [
                    frozenset(one.fact for one in case.figures if scoring.states(row, one))
                    for row in rows
                ],
                main,
            )


def choices(text: Text) -> Iterator[preference.Choice]:
    """Each main row of a text, against all that are none."""
    others = [(signs, False) for at, signs in enumerate(text.signs) if not text.is_main(at)]
    for at, signs in enumerate(text.signs):
        if others and text.is_main(at):
            yield preference.Choice([(signs, True), *others])


def fitted(texts: Sequence[Text]) -> dict[str, float]:
    """The weights by which main rows are taken."""
    counts = Counter(sign for text in texts for signs in text.signs for sign in set(signs))
    signs = sorted(sign for sign, count in counts.items() if count >= _RARE)
    weights = preference.fit([one for text in texts for one in choices(text)], signs, _PENALTY)
    return {sign: weight for sign, weight in weights.items() if abs(weight) >= _LEAST}


def ordered(text: Text, weights: Mapping[str, float]) -> list[int]:
    """The rows of a text, the most telling first."""
    sums = [
        sum(weights.get(sign, 0.0) + PROMISED.get(sign, 0.0) for sign in signs)
        for signs in text.signs
    ]
    return sorted(range(len(sums)), key=lambda row: -sums[row])


def compare(texts: Sequence[Text]) -> Mapping[str, list[int]]:
    """By language: main facts that are shown now, shown as fitted to other texts, and all."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for fold in range(_FOLDS):
        weights = fitted([text for at, text in enumerate(texts) if at % _FOLDS != fold])
        for text in texts[fold::_FOLDS]:
            now, most = text.shown(range(len(text.signs)))
            then, _most = text.shown(ordered(text, weights))
            for group in (text.group, "all"):
                found[group] = [
                    one + more for one, more in zip(found[group], (now, then, most), strict=True)
                ]
    return found


def main() -> int:
    """Fit and write the weights."""
    folders = [*map(Path, sys.argv[1:])]
    pairs = zip(folders[::2], folders[1::2], strict=True)
    texts = [text for folder, labels in pairs for text in of_texts(folder, labels)]
    for group, (now, then, most) in sorted(compare(texts).items()):
        print(f"{group}: {now / most:.1%} as it is, {then / most:.1%} as fitted to other texts")
    weights = fitted(texts)
    told = sum(text.is_main(row) for text in texts for row in range(len(text.signs)))
    note = _NOTE.format(main=told, rows=sum(len(text.signs) for text in texts), texts=len(texts))
    lines = [f'"{sign}" = {weight:.2f}' for sign, weight in weights.items()]
    TARGET.write_text(f"{note}\n[signs]\n" + "\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
