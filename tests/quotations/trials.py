"""Quotations with what a check should say of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from briefing.analysis.weighing import weights
from briefing.model.change import Weighs
from tests.quotations.library import ACTS, KINDS, PLACES, THINGS, TIMES

_NUMBER = re.compile(r"\d[\d,]*\d")
_NEGATIONS = ("not", "never", "Nobody")
_NEGATION = re.compile(rf"\b(?:{'|'.join(_NEGATIONS)}) ?")
_SERIOUS = {Weighs.FIGURE, Weighs.NEGATION, Weighs.QUALIFIER}


@dataclass(frozen=True, slots=True)
class Trial:
    """A quotation and the truth about it."""

    kind: str
    """What was done to it."""
    quote: str
    """The quotation."""
    source: int | None
    """The article that it is from; None for an invented one."""
    differing: str = ""
    """Words of the draft or of the source that a check should name; empty for none."""

    @property
    def is_exact(self) -> bool:
        """Whether it is as its source has it, fairly shortened or explained."""
        return self.kind in FAIR


def _run(chance: random.Random, body: str) -> list[str]:
    """Sixteen to twenty-six words in a row of one paragraph: more than one sentence."""
    words = chance.choice(body.split("\n")).split(" ")
    count = min(len(words), chance.randint(16, 26))
    start = chance.randint(0, len(words) - count)
    while start and words[start - 1] in _NEGATIONS:
        start -= 1
    return words[start : start + count]


def _verbatim(chance: random.Random, words: list[str]) -> tuple[str, str] | None:
    return " ".join(words), ""


def _shortened(chance: random.Random, words: list[str]) -> tuple[str, str] | None:
    start = chance.randint(3, len(words) - 6)
    cut = words[start : start + chance.randint(1, 3)]
    rest = " ".join([*words[:start], *words[start + len(cut) :]])
    if _SERIOUS.intersection(weights(" ".join(words), rest, "en")):
        return None
    if any(words.count(word) > 1 for word in cut):
        return None
    kept = [*words[:start], chance.choice(["…", "[…]", "...", "(...)"]), *words[start + len(cut) :]]
    return " ".join(kept), ""


def _explained(chance: random.Random, words: list[str]) -> tuple[str, str] | None:
    at = chance.randint(2, len(words) - 3)
    said = chance.choice(["[sic]", "[in the report]", "[emphasis added]", "[the minister]"])
    return " ".join([*words[:at], said, *words[at:]]), ""


def _number(chance: random.Random, words: list[str]) -> tuple[str, str] | None:
    text = " ".join(words)
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    one = chance.choice(found)
    other = f"{chance.randint(11, 9_999):,}"
    if other == one[0]:
        return None
    return text[: one.start()] + other + text[one.end() :], one[0]


def _negation(chance: random.Random, words: list[str]) -> tuple[str, str] | None:
    text = " ".join(words)
    inner = " ".join(words[1:-1])
    found = _NEGATION.search(text)
    if found is None or found[0].strip() not in inner:
        return None
    return text[: found.start()] + text[found.end() :], found[0].strip()


def _beheaded(chance: random.Random, words: list[str]) -> tuple[str, str] | None:
    """A quotation that begins directly behind a negation."""
    places = [at for at, word in enumerate(words[:6]) if word in _NEGATIONS]
    if not places:
        return None
    at = chance.choice(places)
    return " ".join(words[at + 1 :]), words[at]


def _replaced(chance: random.Random, words: list[str]) -> tuple[str, str] | None:
    pool = next((p for p in (ACTS, KINDS, THINGS, TIMES) if set(p) & set(words)), None)
    if pool is None:
        return None
    at = next(index for index, word in enumerate(words) if word in pool)
    other = chance.choice([word for word in pool if word not in words])
    return " ".join([*words[:at], other, *words[at + 1 :]]), words[at]


def _dropped(chance: random.Random, words: list[str]) -> tuple[str, str] | None:
    at = chance.randint(2, len(words) - 3)
    if words[at] in (words[at - 1], words[at + 1]):
        return None
    return " ".join([*words[:at], *words[at + 1 :]]), words[at].strip(",.")


def _swapped(chance: random.Random, words: list[str]) -> tuple[str, str] | None:
    at = chance.randint(2, len(words) - 4)
    one, other = words[at : at + 2]
    if one == other:
        return None
    return " ".join([*words[:at], other, one, *words[at + 2 :]]), ""


def _named(chance: random.Random, words: list[str]) -> tuple[str, str] | None:
    at = next((index for index, word in enumerate(words) if word.strip(",.") in PLACES), None)
    if at is None:
        return None
    place = words[at].strip(",.")
    other = chance.choice([name for name in PLACES if name not in " ".join(words)])
    return " ".join([*words[:at], words[at].replace(place, other), *words[at + 1 :]]), place


MAKERS: dict[str, Callable[[random.Random, list[str]], tuple[str, str] | None]] = {
    "verbatim": _verbatim,
    "shortened": _shortened,
    "explained": _explained,
    "number": _number,
    "negation": _negation,
    "beheaded": _beheaded,
    "replaced": _replaced,
    "dropped": _dropped,
    "swapped": _swapped,
    "name": _named,
}
"""What can be done to a quotation; None where its words do not allow it."""
_REPLACED = ("number", "negation", "replaced", "dropped", "swapped", "name")
"""What leaves words that no article should have."""
FAIR = ("verbatim", "shortened", "explained")
"""What leaves it exact."""
INVENTED = "invented"


def trials(bodies: Sequence[str], count: int, seed: int) -> list[Trial]:
    """Quotations of every kind, as many of each."""
    chance = random.Random(seed)
    every = " ".join(bodies).replace("\n", " ")
    kinds = [*MAKERS, INVENTED]
    found: list[Trial] = []
    while len(found) < count:
        kind = kinds[len(found) % len(kinds)]
        trial = _invented(chance) if kind == INVENTED else _made(chance, kind, bodies, every)
        if trial is not None:
            found.append(trial)
    return found


def _made(chance: random.Random, kind: str, bodies: Sequence[str], every: str) -> Trial | None:
    source = chance.randrange(len(bodies))
    words = _run(chance, bodies[source])
    made = MAKERS[kind](chance, words) if every.count(" ".join(words)) == 1 else None
    if made is None or (kind in _REPLACED and not _is_near_once(made[0], words, every)):
        return None
    return Trial(kind, made[0], source, made[1])


def _is_near_once(quote: str, words: list[str], every: str) -> bool:
    """Whether no other article has the longer part of a quotation, before or behind a change."""
    ours = quote.split(" ")
    before, behind = _alike(ours, words), _alike(ours[::-1], words[::-1])
    longer = words[:before] if before > behind else words[len(words) - behind :]
    return quote not in every and every.count(" ".join(longer)) == 1


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """With how many words both begin."""
    pairs = zip(ours, theirs, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _invented(chance: random.Random) -> Trial:
    """A sentence of the library's own words in an order that no article has."""
    pool = [*THINGS, *ACTS, *KINDS, *TIMES, *PLACES, "of", "the", "and", "with", "when", "they"]
    return Trial(INVENTED, " ".join(chance.choices(pool, k=chance.randint(8, 16))), None)
