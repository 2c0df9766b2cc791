"""Seeded trials: texts in many languages, edited, with the grades of what anchoring answers."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.anchoring.describe import describe
from briefing.anchoring.resolve import resolve
from briefing.anchoring.track import track, track_revisions
from briefing.model.anchor import Match
from briefing.model.span import Span
from tests.anchoring.drafts import BLOCK_EDITS, WORD_EDITS, Draft
from tests.anchoring.grading import Truth, grade, passages, shares, truth

TEXTS = Path(__file__).parent.parent / "cases" / "anchoring" / "texts"
PASSAGES = 40

Answer = Callable[[list[str], list[tuple[int, int]]], list[Match]]
Scenario = Callable[[Draft, random.Random], None]


def languages() -> list[str]:
    return sorted(path.stem for path in TEXTS.glob("*.txt"))


def article(language: str) -> str:
    return (TEXTS / f"{language}.txt").read_text("utf-8").strip()


def light(draft: Draft, rng: random.Random) -> None:
    for _ in range(6):
        rng.choice(WORD_EDITS)(draft)


def heavy(draft: Draft, rng: random.Random) -> None:
    for _ in range(30):
        rng.choice(WORD_EDITS)(draft)


def blocks(draft: Draft, rng: random.Random) -> None:
    for _ in range(4):
        rng.choice(BLOCK_EDITS)(draft)


def mixed(draft: Draft, rng: random.Random) -> None:
    for _ in range(12):
        rng.choice((*WORD_EDITS, *BLOCK_EDITS))(draft)


def shuffled(draft: Draft, rng: random.Random) -> None:
    draft.shuffle()
    draft.respell()
    light(draft, rng)


def revision(draft: Draft, rng: random.Random) -> None:
    for _ in range(rng.randint(1, 3)):
        rng.choice((*WORD_EDITS, *WORD_EDITS, *BLOCK_EDITS))(draft)


SCENARIOS: dict[str, Scenario] = {
    "light": light,
    "heavy": heavy,
    "blocks": blocks,
    "mixed": mixed,
    "shuffled": shuffled,
}


def with_old_text(texts: list[str], spans: list[tuple[int, int]]) -> list[Match]:
    return track(texts[0], texts[-1], spans)


def without_old_text(texts: list[str], spans: list[tuple[int, int]]) -> list[Match]:
    return [resolve(describe(texts[0], Span(*span)), texts[-1]) for span in spans]


def through_revisions(texts: list[str], spans: list[tuple[int, int]]) -> list[Match]:
    return track_revisions(texts, spans)


def run(
    language: str, seed: int, scenario: Scenario, answer: Answer, rounds: int = 1
) -> Counter[str]:
    """Edit one text and grade the answers for passages of it."""
    return Counter(kind for kind, *_ in run_cases(language, seed, scenario, answer, rounds))


def run_cases(
    language: str, seed: int, scenario: Scenario, answer: Answer, rounds: int = 1
) -> Iterator[tuple[str, tuple[int, int], str, str, Match, Truth]]:
    """The same, passage by passage: grade, passage, old text, new text, answer."""
    rng = random.Random(f"{language} {seed}")
    draft = _draft(language, rng)
    old = draft.text
    units = list(draft.units())
    spans = passages(old, units, rng, PASSAGES)
    texts = [old]
    if rng.random() < 0.5:
        draft.strike_range(*spans[0])
        draft.strike_range(*spans[1])
    for _ in range(rounds):
        scenario(draft, rng)
        texts.append(draft.text)
    for span, match in zip(spans, answer(texts, spans), strict=True):
        words = sum(u.is_word for u in units if u.origin and span[0] <= u.origin[0] < span[1])
        right = truth(draft, *span, words)
        if right is not None:
            yield grade(texts[-1], match, right), span, old, texts[-1], match, right


def _draft(language: str, rng: random.Random) -> Draft:
    lines = article(language).split("\n")
    return Draft("\n".join(lines[:-2]), "\n".join(lines[-2:]), rng)


WAYS: dict[str, tuple[dict[str, Scenario], Answer, int]] = {
    "with the old text": (SCENARIOS, with_old_text, 1),
    "without": (SCENARIOS, without_old_text, 1),
    "20 revisions": ({"revision": revision}, through_revisions, 20),
}
"""What is tried: the edits, who answers, and how many rounds of edits."""


def score(way: str, seeds: range) -> dict[str, Counter[str]]:
    """The grades of one way: of all, by scenario and by language."""
    scenarios, answer, rounds = WAYS[way]
    by: dict[str, Counter[str]] = {}
    for name, scenario in scenarios.items():
        for language in languages():
            for seed in seeds:
                grades = run(language, seed, scenario, answer, rounds)
                for key in ("all", name, language):
                    by.setdefault(key, Counter()).update(grades)
    return by


def main(seeds: range) -> None:
    """Print the shares for every way, scenario and language."""
    for way in WAYS:
        print(way)
        for key, grades in score(way, seeds).items():
            row = "  ".join(f"{name} {value:6.2f}" for name, value in shares(grades).items())
            print(f"  {key:10} {row}  n {grades.total()}")


if __name__ == "__main__":
    main(range(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
