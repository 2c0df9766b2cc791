"""Libraries that are measured: folders of articles in seven languages, one in ten Chinese.

All are made from a seed. Words are drawn as they are in texts: few of them often, most of them
seldom, from a vocabulary of each language's own; names of states, dates and figures stand between
them. `NEEDLE` stands in one article of a hundred.
"""

from __future__ import annotations

import argparse
import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NEEDLE = "zebrafinch"
"""A word that stands in one article of `NEEDLE_EVERY`."""
NEEDLE_EVERY = 100
ARTICLE_BYTES, SHORT_BYTES = 4_800, 600
"""Of an article, and of one in a library of a hundred thousand and more."""

_VOCABULARY = 20_000
_PARAGRAPH_WORDS = 90
_IN_A_FOLDER = 500
_CHINESE_EVERY = 10


@dataclass(frozen=True, slots=True)
class _Language:
    """What the words of a language are made of."""

    code: str
    common: str
    """Words that stand in every text of it."""
    syllables: str
    said: Sequence[str]
    """Sentences that name states, dates and figures; ``{n}`` is a number."""


LANGUAGES = (
    _Language(
        "en",
        "the of and to in that for was with on as by at from which were their has this",
        "ta ren mor li sto ven dar ing tion al er pre con sub ple for min est",
        (
            "Norway sent {n} tents to Kenya on 3 March 2026.",
            "About {n} people left Chile.",
        ),
    ),
    _Language(
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine",
        "schaft ung ver ge be ter hal stra rich mün kei lich bau werk zeit grü",
        (
            "Norwegen schickte am 3. März 2026 {n} Zelte nach Kenia.",
            "{n} Menschen verließen Chile.",
        ),
    ),
    _Language(
        "fr",
        "le la les de des et en un une du que pour dans qui par sur avec au plus",
        "ment tion ré con pla teur fon lier cha vou é ser jour bou ner gran",
        (
            "La Norvège a envoyé {n} tentes au Kenya le 3 mars 2026.",
            "{n} personnes ont quitté le Chili.",
        ),
    ),
    _Language(
        "es",
        "el la de que y en los del se las por un para con una su al lo como más",
        "ción do ra mien to se ñor lla par ter gue cam po ría des ba",
        (
            "Noruega envió {n} tiendas a Kenia el 3 de marzo de 2026.",
            "{n} personas salieron de Chile.",
        ),
    ),
    _Language(
        "it",
        "il la di che e in un per del una con non sono le dei da al si alla",
        "zio ne men te gli per sta ra co to città gno pre sen fa bri",
        (
            "La Norvegia ha inviato {n} tende in Kenya il 3 marzo 2026.",
            "{n} persone hanno lasciato il Cile.",
        ),
    ),
    _Language(
        "nl",
        "de het een van en in is op te dat voor met zijn aan er om niet door",
        "ge heid ver lijk ing stra ten woor den maat schap pij groe baar ont",
        (
            "Noorwegen stuurde op 3 maart 2026 {n} tenten naar Kenia.",
            "{n} mensen verlieten Chili.",
        ),
    ),
)  # fmt: skip
_CHINESE = (
    "挪威向肯尼亚运送了帐篷和粮食政府报告说军队已经离开城市道路港口人民委员会会议冬天开始以前一半多"
)
_CHINESE_SAID = ("挪威2026年3月3日向肯尼亚运送了{n}顶帐篷。", "{n}人离开了智利。")


def library(folder: Path, articles: int, size: int = ARTICLE_BYTES, seed: int = 17) -> Path:
    """Make a library, unless it is there already.

    Args:
        folder: Where libraries lie; each in a folder of its own.
        articles: How many.
        size: About how many bytes each has.
        seed: What all of them are made from.

    Returns:
        Its folder.
    """
    place = folder / f"{articles}-{size}-{seed}"
    done = place.with_suffix(".done")
    if not done.exists():
        for number in range(articles):
            path = place / f"{number // _IN_A_FOLDER:04}" / f"{number:07}.md"
            if number % _IN_A_FOLDER == 0:
                path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article(number, size, seed), "utf-8")
        done.touch()
    return place


def article(number: int, size: int = ARTICLE_BYTES, seed: int = 17) -> str:
    """One article, with front matter."""
    chance = random.Random(f"{seed}-{number}")
    is_chinese = number % _CHINESE_EVERY == _CHINESE_EVERY - 1
    language = LANGUAGES[number % len(LANGUAGES)]
    words = _chinese(chance) if is_chinese else _prose(chance, language)
    title = next(words).strip(" .。").capitalize()
    day = f"{2016 + number % 11}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    head = f"---\ntitle: {title} {number}\npublished: {day}\nlanguage: "
    parts = [head + ("zh" if is_chinese else language.code) + "\n---\n\n"]
    if number % NEEDLE_EVERY == 0:
        parts.append(f"A {NEEDLE} was seen.\n\n")
    room = size - sum(len(part.encode()) for part in parts)
    for paragraph in words:
        parts.append(paragraph + "\n\n")
        room -= len(paragraph.encode()) + 2
        if room <= 0:
            break
    return "".join(parts)


def _prose(chance: random.Random, language: _Language) -> Iterator[str]:
    """A title, then paragraphs."""
    rare, weights = _vocabulary(language.code)
    yield " ".join(chance.choices(rare, cum_weights=weights, k=4))
    while True:
        count = chance.randint(_PARAGRAPH_WORDS // 2, _PARAGRAPH_WORDS)
        drawn = chance.choices(rare, cum_weights=weights, k=count)
        drawn[::3] = chance.choices(language.common.split(), k=len(drawn[::3]))
        drawn[12::13] = [f"{word}." for word in drawn[12::13]]
        said = chance.choice(language.said).format(n=chance.randint(3, 90_000))
        yield f"{' '.join(drawn).capitalize()}. {said}"


def _chinese(chance: random.Random) -> Iterator[str]:
    yield "".join(chance.choices(_CHINESE, k=8))
    while True:
        drawn = ["".join(chance.choices(_CHINESE, k=chance.randint(8, 30))) for _ in range(6)]
        said = chance.choice(_CHINESE_SAID).format(n=chance.randint(3, 90_000))
        yield f"{'。'.join(drawn)}。{said}"


@cache
def _vocabulary(code: str) -> tuple[Sequence[str], Sequence[float]]:
    """Words of a language, the frequent ones first, and how often they stand, added up."""
    language = next(one for one in LANGUAGES if one.code == code)
    syllables = language.syllables.split()
    chance = random.Random(code)
    words = dict.fromkeys(
        "".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3, 3, 4))))
        for _ in range(_VOCABULARY * 2)
    )
    rare = list(words)[:_VOCABULARY]
    return rare, list(itertools.accumulate(1 / (rank + 2) for rank in range(len(rare))))


def main() -> None:
    """Make a library by hand."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.libraries")
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=int)
    parser.add_argument("--bytes", type=int, default=ARTICLE_BYTES)
    options = parser.parse_args()
    print(library(options.folder, options.articles, options.bytes))


if __name__ == "__main__":
    main()
