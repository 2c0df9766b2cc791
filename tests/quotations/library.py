"""A library that is made up: every article is another one, and all share their words."""

from __future__ import annotations

import random
from pathlib import Path

PLACES = (
    "Odesa", "Varna", "Turin", "Lagos", "Quito", "Oslo", "Hanoi", "Perth", "Lima", "Kyoto", "Cairo",
    "Riga", "Accra", "Bergen", "Dakar", "Havana", "Izmir", "Jaffa", "Malta", "Nairobi",
)  # fmt: skip
SYLLABLES = (
    "ba", "cor", "del", "fan", "gri", "hol", "jun", "kes", "lor", "mar", "nev", "pol", "ros", "sul",
    "tam", "ulm", "vel", "wen", "yor", "zan",
)  # fmt: skip
"""What the names of people are made of: each article has its own."""
THINGS = (
    "barges", "tractors", "generators", "tents", "containers", "bridges", "clinics", "schools",
    "boats", "pumps", "turbines", "wagons", "silos", "cranes", "ovens", "looms", "kilns", "ferries",
)  # fmt: skip
ACTS = (
    "repaired", "delivered", "inspected", "counted", "painted", "borrowed", "insured", "registered",
    "moved", "stored", "cleaned", "tested", "replaced", "exported", "measured", "photographed",
)  # fmt: skip
KINDS = (
    "wooden", "heavy", "foreign", "rusty", "modern", "narrow", "hidden", "broken", "public",
    "cheap", "southern", "floating", "yellow", "ancient", "mobile", "spare",
)  # fmt: skip
TIMES = ("spring", "winter", "summer", "autumn", "harvest", "flood", "drought", "festival")
TEMPLATES = (
    "{who} told reporters in {where} that {n} {kind} {things} had been {act} before the {time}.",
    "The port of {where} did not tell {who} whether the {kind} {things} were {act} that {time}.",
    "At least {n} {things} from {where} were {act}, although {who} called the {time} a {kind} one.",
    "Nobody whom {who} met in {where} expected that the {things} would be {act} in the {time}.",
    "In {where} the council told {who} the {kind} {things} cost {n} euros and were never {act}.",
    "{who} and a team of engineers {act} the {things} of {where} while the {time} went on outside.",
    "A letter by {who} from {where} says how {kind} {things} stood by the river until the {time}.",
    "Workers of {who} {act} about {n} {things}, most of them {kind}, from {where} to {far}.",
)
PARTS = 5


def name(chance: random.Random) -> str:
    """The name of somebody of whom hardly any other article has heard."""
    first, last = ("".join(chance.choices(SYLLABLES, k=2)).capitalize() for _part in range(2))
    return f"{first} {last}"


def sentence(chance: random.Random, who: str) -> str:
    """A sentence that hardly any other article has."""
    where, far = chance.sample(PLACES, 2)
    return chance.choice(TEMPLATES).format(
        who=who,
        where=where,
        far=far,
        n=f"{chance.randint(11, 9_999):,}",
        things=chance.choice(THINGS),
        act=chance.choice(ACTS),
        kind=chance.choice(KINDS),
        time=chance.choice(TIMES),
    )


def write_library(folder: Path, count: int, seed: int) -> list[str]:
    """Write a library.

    Returns:
        The body of each article, as one line a paragraph; the article of index N is ``N.md``.
    """
    chance = random.Random(seed)
    bodies = []
    for number in range(count):
        people = [name(chance) for _person in range(3)]
        paragraphs = [
            " ".join(
                sentence(chance, chance.choice(people)) for _sentence in range(chance.randint(2, 4))
            )
            for _paragraph in range(PARTS)
        ]
        bodies.append("\n".join(paragraphs))
        text = "\n\n".join(paragraphs)
        head = f"---\ntitle: Report {number}\nlanguage: en\n---\n\n"
        part = folder / f"{number // 1000:02}"
        part.mkdir(exist_ok=True)
        (part / f"{number}.md").write_text(f"{head}{text}\n", encoding="utf-8")
    return bodies
