"""The articles written for the truth set, with what a careful reader finds in each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from briefing import parsing
from briefing.model.article import Article, Section
from briefing.model.span import Span

CASES = Path(__file__).parents[1] / "cases"
SEED = Path(__file__).parents[2] / "seeds" / "000_c8ee5dd8522bf747.txt"


@dataclass(frozen=True, slots=True)
class WantedFigure:
    """A figure of the truth set."""

    text: str
    value: Decimal | None
    magnitude: int | None
    qualifier: str | None
    key: bool = False


@dataclass(frozen=True, slots=True)
class Truth:
    """An article and what is in it."""

    name: str
    article: Article
    figures: tuple[WantedFigure, ...]
    optional: tuple[WantedFigure, ...]
    states: frozenset[str]
    lists: tuple[frozenset[str], ...]
    checks: tuple[str, ...]
    warnings: int


def load() -> list[Truth]:
    """All of them; the first article is the last."""
    paths = sorted((CASES / "articles").glob("*.yaml"))
    return [*(_load(path) for path in paths), _first_article()]


def _load(path: Path) -> Truth:
    raw = yaml.safe_load(path.read_text("utf-8"))
    return Truth(
        path.stem,
        _article(path, raw),
        tuple(_wanted(line) for line in raw["figures"]),
        tuple(_wanted(line) for line in raw["optional"]),
        frozenset(raw["states"]),
        tuple(frozenset(codes) for codes in raw["lists"]),
        tuple(raw["checks"]),
        raw.get("warnings", 0),
    )


def _wanted(line: str) -> WantedFigure:
    text, value, *rest = (part.strip() for part in line.split("|"))
    qualifier = rest[0] if rest and rest[0] else None
    if value.startswith("10^"):
        return WantedFigure(text, None, 10 ** int(value[3:]), qualifier)
    return WantedFigure(text, Decimal(value), None, qualifier)


def _article(path: Path, raw: dict[str, Any]) -> Article:
    source = next(p for p in path.parent.glob(f"{path.stem}.*") if p.suffix != ".yaml")
    if source.suffix == ".md":
        return parsing.open_document(source.read_text("utf-8"), name=source.stem).article()
    text = raw.get("text") or source.read_text("utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines = [line for line in lines if line not in raw["residue"]]
    return sectioned(path.stem, raw["language"], lines, raw["headings"])


def sectioned(name: str, language: str, lines: list[str], headings: list[str]) -> Article:
    """An article whose first line is its title."""
    starts: list[tuple[int, str | None]] = [(len(lines[0]) + 1, None)]
    offset = len(lines[0]) + 1
    for line in lines[1:]:
        if line in headings:
            starts.append((offset, line))
        offset += len(line) + 1
    ends = [start for start, _ in starts[1:]] + [offset - 1]
    sections = tuple(
        Section(heading, 0 if heading is None else 2, Span(start, end))
        for (start, heading), end in zip(starts, ends, strict=True)
    )
    return Article(name, lines[0], language, "\n".join(lines), sections)


def _first_article() -> Truth:
    raw = yaml.safe_load((CASES / "first_article.yaml").read_text("utf-8"))
    lines = [line for line in SEED.read_text("utf-8").splitlines() if line]
    lines = [line for line in lines[1:] if line not in raw["residue"]]
    article = sectioned("first-article", "it", lines, raw["headings"])
    figures = [
        WantedFigure(
            f["surface"],
            None if f["value"] is None else Decimal(f["value"]),
            1_000_000 if f["value"] is None else None,
            None if f["value"] is None else f["qualifier"],
            f["key"],
        )
        for f in raw["figures"]
    ]
    certain = tuple(f for f in figures if f.text not in ("due paesi", "due nazioni"))
    return Truth(
        "first-article",
        article,
        certain,
        tuple(f for f in figures if f not in certain),
        frozenset(raw["states"]),
        (frozenset(raw["list"]),),
        ("sum", "count", "restatement", "restatement"),
        1,
    )
