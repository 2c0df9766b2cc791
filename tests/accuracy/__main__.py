"""Score what analysis finds against what a careful reader finds, and print it.

Precision is the share of what was found that is right, recall the share of what there is that was
found. A figure is right with its value or its order of magnitude at its words.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from decimal import Decimal

from briefing.analysis import analyse, language
from briefing.model.brief import Brief
from briefing.model.figure import Check, Figure
from tests.accuracy.truth import Truth, WantedFigure, load


@dataclass
class Score:
    """What was found, missed and made up, of one kind."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the truth that was found."""
        return self.right / max(1, self.right + len(self.missed))

    @property
    def precision(self) -> float:
        """The share of the findings that is true."""
        return self.right / max(1, self.right + len(self.wrong))

    def add(self, article: str, wanted: set[str], found: set[str]) -> None:
        """Count one article."""
        self.right += len(wanted & found)
        self.missed += [f"{article}: {item}" for item in sorted(wanted - found)]
        self.wrong += [f"{article}: {item}" for item in sorted(found - wanted)]


def is_same(found: Figure, wanted: WantedFigure) -> bool:
    """Whether a found figure is the wanted one."""
    value = None if found.value is None else Decimal(found.value)
    one, other = found.text.lower(), wanted.text.lower()
    return (value, found.magnitude) == (wanted.value, wanted.magnitude) and (
        one in other or other in one
    )


def score_figures(truth: Truth, brief: Brief, figures: Score, qualifiers: Score) -> None:
    """Count the figures of one article, and the qualifiers of those that were found."""
    left = sorted(brief.figures, key=lambda f: f.span.start if f.span else 0)
    for wanted in truth.figures:
        match = next((figure for figure in left if is_same(figure, wanted)), None)
        if match is None:
            figures.missed.append(f"{truth.name}: {wanted.text}")
            continue
        left.remove(match)
        figures.right += 1
        said = match.qualifier.value if match.qualifier else None
        if said == wanted.qualifier:
            qualifiers.right += 1
        else:
            qualifiers.missed.append(f"{truth.name}: {wanted.text} is {said}")
    figures.wrong += [
        f"{truth.name}: {figure.text}"
        for figure in left
        if not any(is_same(figure, optional) for optional in truth.optional)
    ]


def score(truths: list[Truth]) -> dict[str, Score]:
    """All scores by kind."""
    kinds = ("language", "figures", "qualifiers", "states", "lists", "checks", "warnings")
    scores = {kind: Score() for kind in kinds}
    scores["false conflicts"] = Score()
    for truth in truths:
        brief = analyse(truth.article)
        said = {str(language.detect(truth.article.text))}
        scores["language"].add(truth.name, {str(truth.article.language)}, said)
        score_figures(truth, brief, scores["figures"], scores["qualifiers"])
        named = {state.code for state in brief.states if state.mentions}
        scores["states"].add(truth.name, set(truth.states), named)
        lists = {_codes([i.code for i in x.items]) for x in brief.lists if x.kind == "states"}
        scores["lists"].add(truth.name, {_codes(list(x)) for x in truth.lists}, lists)
        kinds_found = {f"{i} {c.kind.value}" for i, c in _numbered(brief)}
        wanted = {f"{truth.checks[:n].count(k)} {k}" for n, k in enumerate(truth.checks)}
        scores["checks"].add(truth.name, wanted, kinds_found)
        warned = {str(n) for n in range(len(brief.warnings))}
        scores["warnings"].add(truth.name, {str(n) for n in range(truth.warnings)}, warned)
        broken = {c.remark or "" for c in brief.checks if not c.holds}
        scores["false conflicts"].add(truth.name, set(), broken)
    return scores


def _numbered(brief: Brief) -> list[tuple[int, Check]]:
    seen: dict[str, int] = {}
    found: list[tuple[int, Check]] = []
    for check in brief.checks:
        number = seen.get(check.kind.value, 0)
        seen[check.kind.value] = number + 1
        found.append((number, check))
    return found


def _codes(codes: list[str | None]) -> str:
    return " ".join(sorted(code or "?" for code in codes))


def main() -> int:
    """Print a line for each kind, and what was missed or made up."""
    truths = load()
    print(f"{len(truths)} articles")
    scores = score(truths)
    conflicts = scores.pop("false conflicts").wrong
    for kind, found in scores.items():
        print(f"{kind:16} precision {found.precision:6.1%}  recall {found.recall:6.1%}", end="")
        print(f"  ({found.right} right, {len(found.missed)} missed, {len(found.wrong)} wrong)")
        for item in (*(f"missed {x}" for x in found.missed), *(f"wrong {x}" for x in found.wrong)):
            print(f"    {item}")
    print(f"false conflicts  {len(conflicts)}", *conflicts, sep="\n    ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
