"""Score what analysis finds against what a careful reader finds, and print it.

Precision is the share of what was found that is right, recall the share of what there is that was
found. A figure is right with its value or its order of magnitude at its words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from pathlib import Path

from briefing.analysis import language
from briefing.analysis.brief import analyse
from briefing.model.brief import Brief
from briefing.model.figure import Check, Figure
from tests.accuracy import labelled, scoring
from tests.accuracy.tally import Tally, table
from tests.accuracy.truth import ORIGINS, Truth, WantedFigure, load


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


def qualifiers_of(wanted: WantedFigure, truth: Truth) -> set[str | None]:
    """What a reader may call it: its own qualifier, and that of an optional figure like it."""
    others = (o for o in truth.optional if o.value == wanted.value and wanted.text in o.text)
    return {wanted.qualifier, *(other.qualifier for other in others)}


def _distance(found: str, wanted: str) -> tuple[bool, int]:
    return wanted.lower() not in found.lower(), abs(len(found) - len(wanted))


def score_figures(truth: Truth, brief: Brief, figures: Score, qualifiers: Score) -> None:
    """Count the figures of one article, and the qualifiers of those that were found."""
    left = sorted(_singly(truth, brief), key=lambda f: f.span.start if f.span else 0)
    for wanted in truth.figures:
        same = [figure for figure in left if is_same(figure, wanted)]
        match = min(same, key=lambda f: _distance(f.text, wanted.text), default=None)
        if match is None:
            figures.missed.append(f"{truth.name}: {wanted.text}")
            continue
        left.remove(match)
        figures.right += 1
        said = match.qualifier.value if match.qualifier else None
        if said in qualifiers_of(wanted, truth):
            qualifiers.right += 1
        else:
            qualifiers.missed.append(f"{truth.name}: {wanted.text} is {said}")
    figures.wrong += [
        f"{truth.name}: {figure.text}"
        for figure in left
        if not any(is_same(figure, optional) for optional in truth.optional)
    ]


def _singly(truth: Truth, brief: Brief) -> Iterator[Figure]:
    """Each number of each passage by itself, as the truth counts them."""
    for figure in brief.figures:
        for span in figure.passages:
            single = replace(figure, span=span, text=span.of(truth.article.text))
            yield single
            if figure.upper is not None:
                yield replace(single, value=figure.upper)


def score_reading(truth: Truth, scores: dict[str, Score]) -> None:
    """Count what was made of the layout of one article: title, headings, and what is none of it."""
    article = truth.article
    scores["title"].add(truth.name, {truth.title}, {str(article.title)})
    headings = {section.heading for section in article.sections if section.heading is not None}
    scores["headings"].add(truth.name, set(truth.headings), headings)
    if truth.dropped is not None:
        scores["residue"].add(truth.name, set(truth.residue), set(truth.dropped))
        return
    kept = set(article.text.splitlines())
    scores["residue"].add(truth.name, set(truth.residue), set(truth.residue) - kept)
    if truth.text is not None:
        lost = set(truth.text.splitlines()) - kept
        scores["residue"].wrong += [f"{truth.name}: {line}" for line in sorted(lost)]


def score(truths: list[Truth]) -> dict[str, Score]:
    """All scores by kind."""
    layout = ("title", "headings", "residue", "language")
    statements = ("figures", "qualifiers", "states", "lists", "checks", "warnings")
    scores = {kind: Score() for kind in (*layout, *statements)}
    scores["false conflicts"] = Score()
    for truth in truths:
        brief = analyse(truth.article)
        score_reading(truth, scores)
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
    """Score our own articles, or those of a folder: ``python -m tests.accuracy FOLDER``."""
    if len(sys.argv) > 1:
        return score_folder(Path(sys.argv[1]), *map(Path, sys.argv[2:3]))
    truths = load()
    for origin in ORIGINS:
        some = [truth for truth in truths if truth.origin == origin]
        print(f"\n{origin}: {len(some)} articles" if len(some) > 1 else f"\n{origin}")
        report(score(some))
    return 0


def score_folder(folder: Path, labels: Path = labelled.LABELS) -> int:
    """Print what is scored on labelled articles by language, and what was missed or made up."""
    cases, absent = labelled.load(folder, labels)
    everything = Tally()
    tallies: dict[str, Tally] = {}
    count: dict[str, int] = {}
    for case in cases:
        language = str(case.article.language)
        scoring.score(case, (tallies.setdefault(language, Tally()), everything))
        count[language] = count.get(language, 0) + 1
    print(*table({**tallies, "all": everything}, {**count, "all": len(cases)}), sep="\n")
    for key in fields(Tally):
        for other in getattr(everything, key.name).others:
            print(f"not {key.name}: {other}")
    if absent:
        print(f"no text in {folder} for: {', '.join(absent)}")
    return 0 if cases else 1


def report(scores: dict[str, Score]) -> None:
    """Print scores."""
    conflicts = scores.pop("false conflicts").wrong
    for kind, found in scores.items():
        print(f"{kind:16} precision {found.precision:6.1%}  recall {found.recall:6.1%}", end="")
        print(f"  ({found.right} right, {len(found.missed)} missed, {len(found.wrong)} wrong)")
        for item in (*(f"missed {x}" for x in found.missed), *(f"wrong {x}" for x in found.wrong)):
            print(f"    {item}")
    print(f"false conflicts  {len(conflicts)}", *conflicts, sep="\n    ")


if __name__ == "__main__":
    sys.exit(main())
