"""Real articles that were labelled before this program ever read them.

The texts are other people's and stay where they are: a label names the repository and path, and the
SHA-256 of the Markdown that was read. `python -m tests.accuracy FOLDER` scores those that it finds
in a folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from briefing.model.article import Article
from briefing.model.span import Span
from briefing.parsing.reading import open_document
from tests.accuracy.truth import CASES

LABELS = CASES / "labelled"
"""One file an article; `README.md` there says what the keys mean."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure as a careful reader labels it."""

    text: str
    span: Span
    value: Decimal | None
    other_values: tuple[Decimal, ...]
    magnitude: int | None
    upper: Decimal | None
    qualifiers: tuple[str | None, ...]
    """Those that a reader may call it."""
    unit: str | None
    labels: tuple[str, ...]
    """Words that say rightly what it means."""
    fact: int
    """The first figure that states the same."""
    is_main: bool
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Case:
    """An article with its labels."""

    name: str
    article: Article
    figures: tuple[Labelled, ...]
    states: Mapping[str, tuple[str, ...]]
    other_states: frozenset[str]
    """Those that may be found or not."""
    lists: tuple[tuple[str, ...], ...]
    checks: tuple[tuple[str, ...], ...]
    """The phrases of each relation that the text states, the whole last."""
    warnings: tuple[str, ...]
    points: tuple[tuple[str, ...], ...]
    """The sentences of each point of the summary: any of them covers it."""
    headings: tuple[str, ...] | None
    """None where they were not labelled."""


def load(folder: Path, labels: Path = LABELS) -> tuple[list[Case], list[str]]:
    """The labelled articles whose texts a folder holds, and the names of the others.

    Raises:
        ValueError: A text is not the one that was labelled.
    """
    cases, absent = [], []
    for path in sorted(labels.rglob("*.yaml")):
        raw = yaml.safe_load(path.read_text("utf-8"))
        text = folder / Path(raw["text"]).name
        if text.is_file():
            cases.append(_case(path.stem, raw, text))
        else:
            absent.append(path.stem)
    return cases, absent


def _case(name: str, raw: Mapping[str, Any], path: Path) -> Case:
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != raw["sha256"]:
        raise ValueError(f"{path} is another text than the one that was labelled")
    source = data.decode("utf-8")
    front = f"---\nlanguage: {raw['language']}\n---\n"
    article = open_document(front + source, name=name).article()
    return Case(
        name,
        article,
        tuple(_figures(raw["figures"], source, article.text)),
        {code: tuple(names) for code, names in raw["states"].items()},
        frozenset(raw.get("states_optional", ())),
        tuple(tuple(one["items"]) for one in raw["lists"]),
        tuple(_relation(check) for check in raw["checks"]),
        (*raw["warnings"], *raw.get("warnings_optional", ())),
        tuple(_sentences(point, source) for point in raw["summary_points"]),
        tuple(raw["headings"]) if "headings" in raw else None,
    )


def _figures(entries: list[Mapping[str, Any]], source: str, text: str) -> Iterator[Labelled]:
    for number, entry in enumerate(entries, 1):
        start = _place(entry["text"], entry["start"], source, text)
        yield Labelled(
            entry["text"],
            Span(start, start + len(entry["text"])),
            _decimal(entry["value"]),
            tuple(Decimal(str(value)) for value in _many(entry.get("value_ok", []))),
            entry.get("magnitude"),
            _decimal(entry.get("upper")),
            tuple(entry.get("qualifier_ok") or [entry["qualifier"]]),
            entry["unit"],
            tuple(entry["label_ok"]),
            entry.get("same_as", number),
            is_main=entry.get("main", False),
            is_optional=entry.get("optional", False),
        )


def _sentences(point: Mapping[str, Any], source: str) -> tuple[str, ...]:
    """The sentences of a point, by their places in the source."""
    return tuple(source[start:end] for start, end in point["at"])


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _place(words: str, start: int, source: str, text: str) -> int:
    """Where words of the source stand in the reading text: the occurrences are the same."""
    place = -1
    for _ in range(source.count(words, 0, start) + 1):
        place = text.find(words, place + 1)
    if place < 0:
        raise ValueError(f"“{words}” is not in the reading text")
    return place


def _relation(check: Mapping[str, Any]) -> tuple[str, ...]:
    if "sum" in check:
        return (*check["sum"], check["equals"])
    return tuple(check["restates"]) if "restates" in check else (check["count"],)
