"""The documents that are measured: ordinary ones of four sizes, a real one, and hostile ones.

All are made from a seed, so that two machines read the same text. Every document begins with
`FIRST` and ends with `LAST`; every paragraph of an ordinary one carries a number (``§17``), by
which the harness sees that the view has moved.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

FIRST = "Firstwords"
"""What every document begins with."""
LAST = "Lastwords"
"""What every document ends with."""
NEEDLE = "zebrafinch"
"""A word that stands once in every ordinary document, deep inside."""
BESIDE_NEEDLE = "besidethefinch"
"""The word behind it, by which its passage is seen."""

SIZES = {"5 KB": 5_000, "100 KB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
NEWS = {"1 MB of news": 1_000_000, "10 MB of news": 10_000_000}
"""Documents whose every sentence states figures and states, which fill the panels."""
HOSTILE_BYTES = 10_000_000
SPECIFICATION = "CommonMark"
_SPEC_PACKAGE = "markdown-it-py==4.3.0"
_SPEC_FILE = "tests/test_cmark_spec/spec.md"

_WORDS = """
rapporto governo perché città soldati milioni über Straße größer señal niño œuvre déjà été
the report of a ministry says that more than half were delivered before winter began and
the council met in Genève to read what had been written about it in Ægir and Łódź while
ships trains lorries harbours roads figures states tables notes sources papers questions
""".split()  # noqa: SIM905 - a list of fifty quoted words reads worse

_STATES = """
Norway Chile Kenya Japan Brazil Canada Sweden Poland Vietnam Ghana Peru Nepal Malta Qatar Oman
""".split()  # noqa: SIM905 - as above

Maker = Callable[[random.Random, int], Iterator[str]]
"""Gives the parts of a document of about so many bytes; they are joined as they are."""


def ordinary(chance: random.Random, size: int) -> Iterator[str]:
    """A report: headings, prose with accents, lists, quotes, tables and code."""
    yield f"# A report of many parts\n\n{FIRST} of the report.\n\n"
    makers = (_prose, _prose, _prose, _list, _quote, _table, _code)
    written, number, is_hidden = 0, 0, False
    while written < size - 500:
        number += 1
        if number % 6 == 1:
            part = f"{'#' * chance.choice((2, 2, 3, 3, 4))} Part {number} {_words(chance, 3)}\n\n"
        else:
            part = chance.choice(makers)(chance, number)
        if not is_hidden and written > size * 0.7:
            part += f"§{number} {NEEDLE} {BESIDE_NEEDLE}\n\n"
            is_hidden = True
        written += len(part.encode())
        yield part
    yield f"The end: {LAST}\n"


def news(chance: random.Random, size: int) -> Iterator[str]:
    """A report in which every paragraph states figures and names states."""
    yield f"# 14,000 soldiers of many states\n\n{FIRST} of the report.\n\n"
    written, number = 0, 0
    while written < size - 500:
        number += 1
        if number % 12 == 1:
            part = f"## Part {number}: {_words(chance, 3)}\n\n"
        else:
            told = " ".join(_told(chance) for _ in range(chance.randint(2, 5)))
            part = f"§{number} {told}\n\n"
        written += len(part.encode())
        yield part
    yield f"The end: {LAST}\n"


def _told(chance: random.Random) -> str:
    """A sentence of the news."""
    one, two, three = chance.sample(_STATES, 3)
    count = chance.randint(2, 900)
    return chance.choice(
        (
            f"{one} sent more than {count},000 tonnes of food to {two}, it was said on 3 May.",
            f"At least {count} people were hurt when a bridge fell in {one} in 2021.",
            f"The {count} officers came from {one}, {two} and {three}; {count * 3} stayed at home.",
            f"Prices in {one} rose by {count / 100} %, its debt by ${count / 10:.1f} million.",
            f"The council, which had read what was written about {one}, did not vote on it again.",
            f"Some {count} trucks and another {count + 40} ships left the harbour for {two}.",
        )
    )


def one_paragraph(chance: random.Random, size: int) -> Iterator[str]:
    """One paragraph, its lines as long as an editor breaks them."""
    yield f"{FIRST} of one paragraph\n"
    line = ""
    for _ in range(size // 75):
        line = _words(chance, 11)
        yield f"{line}\n"
    yield f"{LAST}\n"


def headings(chance: random.Random, size: int) -> Iterator[str]:
    """200,000 headings with hardly a word between them."""
    yield f"# Headings\n\n{FIRST} of headings\n\n"
    count = 200_000
    room = size // count - 18
    for number in range(count):
        yield f"## {number} {_words(chance, 5)[:room].strip()}\n\ntext.\n\n"
    yield f"{LAST}\n"


def nested_list(chance: random.Random, size: int) -> Iterator[str]:
    """100,000 list items, nested 50 deep: down to the ground and up again, over and over."""
    yield f"{FIRST} of items\n\n"
    for number in range(100_000):
        depth = number % 50
        words = _words(chance, 12)[: max(8, size // 100_000 - 2 * depth - 10)].strip()
        yield f"{'  ' * depth}- {number} {words}\n"
    yield f"\n{LAST}\n"


def one_line(chance: random.Random, size: int) -> Iterator[str]:
    """One line without a single space."""
    yield FIRST
    letters = "abcdefghijklmnopqrstuvwxyzàéîöü0123456789"
    for _ in range(size // 1_000):
        yield "".join(chance.choices(letters, k=930))
    yield LAST


def random_text(chance: random.Random, size: int) -> Iterator[str]:
    """Characters by chance, from all of Unicode, in lines by chance."""
    yield f"{FIRST} by chance\n\n"
    ranges = (range(0x20, 0x7F), range(1, 0x800), range(0x800, 0xD800), range(0xE000, 0x11_0000))
    written = 0
    while written < size:
        codes = [chance.choice(chance.choice(ranges)) for _ in range(2_000)]
        part = "".join(map(chr, codes)) + chance.choice(("\n", "\n\n", " "))
        written += len(part.encode())
        yield part
    yield f"\n\n{LAST}\n"


HOSTILE: dict[str, Maker] = {
    "one paragraph": one_paragraph,
    "200,000 headings": headings,
    "100,000 items, 50 deep": nested_list,
    "one line, no space": one_line,
    "random UTF-8": random_text,
}
"""Documents of 10 MB that no editor would send, and that must open all the same."""


def document(name: str, folder: Path) -> Path:
    """The file of one document, made where it is not there yet.

    Args:
        name: A key of `SIZES`, `NEWS` or `HOSTILE`, or `SPECIFICATION`.
        folder: Where documents are kept between runs.
    """
    path = folder / f"{name.replace(' ', '-').replace(',', '')}.md"
    if path.exists():
        return path
    if name == SPECIFICATION:
        text = _specification()
    else:
        make, size = (ordinary, SIZES[name]) if name in SIZES else _other(name)
        text = "".join(make(random.Random(name), size))
    folder.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_text(text, "utf-8", newline="\n")
    return draft.rename(path)


def _other(name: str) -> tuple[Maker, int]:
    return (news, NEWS[name]) if name in NEWS else (HOSTILE[name], HOSTILE_BYTES)


def _specification() -> str:
    """The CommonMark specification's own text, between the marks that all documents have."""
    options = ("--quiet", "--no-deps", "--no-binary", ":all:", "--dest")
    with tempfile.TemporaryDirectory() as folder:
        download = (sys.executable, "-m", "pip", "download", *options, folder, _SPEC_PACKAGE)
        subprocess.run(download, check=True, timeout=180)
        (archive,) = Path(folder).glob("*.tar.gz")
        with tarfile.open(archive) as packed:
            member = packed.extractfile(f"{archive.name.removesuffix('.tar.gz')}/{_SPEC_FILE}")
            text = "" if member is None else member.read().decode("utf-8")
    return f"# Specification\n\n{FIRST} of it.\n\n{text}\n\n{LAST}\n"


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count))


def _prose(chance: random.Random, number: int) -> str:
    sentences = (
        f"{_words(chance, chance.randint(6, 18)).capitalize()}" for _ in range(chance.randint(2, 6))
    )
    emphasis = f"**{_words(chance, 2)}** and [{_words(chance, 2)}](https://example.org/{number})"
    return f"§{number} {'. '.join(sentences)}; {emphasis}, {chance.randint(2, 9)}.000 soldati.\n\n"


def _list(chance: random.Random, number: int) -> str:
    items = (f"- §{number} {_words(chance, 8)}\n" for _ in range(chance.randint(3, 7)))
    return f"{''.join(items)}  - {_words(chance, 5)}\n\n"


def _quote(chance: random.Random, number: int) -> str:
    return f"> §{number} {_words(chance, 14)}\n> {_words(chance, 9)}\n\n"


def _table(chance: random.Random, number: int) -> str:
    rows = "".join(
        f"| §{number} {_words(chance, 2)} | {chance.randint(1, 9999)} | {_words(chance, 3)} |\n"
        for _ in range(5)
    )
    return f"| what | how many | where |\n|---|--:|---|\n{rows}\n"


def _code(chance: random.Random, number: int) -> str:
    lines = "".join(f"    value_{n} = {chance.randint(0, 99)}\n" for n in range(4))
    return f"```python\ndef part_{number}():  # §{number}\n{lines}```\n\n"
