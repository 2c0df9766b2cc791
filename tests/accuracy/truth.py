"""The articles written for the truth set, with what a careful reader finds in each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import yaml

from briefing.model.article import Article
from briefing.parsing.draft import Draft
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.parsing.importers.html import read_html
from briefing.parsing.importers.markdown import read_markdown
from briefing.parsing.importers.plain_text import read_plain_text
from briefing.parsing.reading import open_document

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
    title: str
    headings: tuple[str, ...]
    residue: tuple[str, ...]
    """The lines that an import leaves out."""
    dropped: tuple[str, ...] | None
    """Those that it did; None for a page, of which much more is left out."""
    text: str | None
    """The reading text, where the truth gives it."""
    origin: str
    """Its folder, or that it is the first article."""


FIRST = "first article"
FOLDERS = ("articles", "unseen")
"""Articles that the rules were made with, and articles labelled before their first run.

What that first run got wrong has been mended since, so the second are no longer unseen either.
"""
ORIGINS = (*FOLDERS, FIRST)


def load() -> list[Truth]:
    """All of them; the first article is the last."""
    paths = [path for folder in FOLDERS for path in sorted((CASES / folder).glob("*.yaml"))]
    return [*(_load(path) for path in paths), _first_article()]


def _load(path: Path) -> Truth:
    raw = yaml.safe_load(path.read_text("utf-8"))
    article, dropped = _imported(path, raw["language"])
    return Truth(
        path.stem,
        article,
        tuple(_wanted(line) for line in raw["figures"]),
        tuple(_wanted(line) for line in raw["optional"]),
        frozenset(raw["states"]),
        tuple(frozenset(codes) for codes in raw["lists"]),
        tuple(raw["checks"]),
        raw.get("warnings", 0),
        raw["title"],
        tuple(raw["headings"]),
        tuple(raw["residue"]),
        dropped,
        raw.get("text"),
        path.parent.name,
    )


def _wanted(line: str) -> WantedFigure:
    text, value, *rest = (part.strip() for part in line.split("|"))
    qualifier = rest[0] if rest and rest[0] else None
    if value.startswith("10^"):
        return WantedFigure(text, None, 10 ** int(value[3:]), qualifier)
    return WantedFigure(text, Decimal(value), None, qualifier)


def _imported(path: Path, language: str) -> tuple[Article, tuple[str, ...] | None]:
    """An article as the import makes it, and the lines left out; None for those of a page."""
    source = next(p for p in path.parent.glob(f"{path.stem}.*") if p.suffix != ".yaml")
    text = source.read_text("utf-8")
    if source.suffix == ".md":
        draft = read_markdown(text, source.name)
    elif source.suffix == ".html":
        draft = read_html(text, source.name)
    else:
        draft = read_plain_text(text, source.name)
    article = article_of(draft, language)
    return article, None if source.suffix == ".html" else draft.dropped


def article_of(draft: Draft, language: str) -> Article:
    """What a reader gets of an imported text."""
    front_matter = replace(draft.front_matter, title=draft.title, language=language)
    return open_document(render_front_matter(front_matter) + draft.body, name="-").article()


def _first_article() -> Truth:
    raw = yaml.safe_load((CASES / "first_article.yaml").read_text("utf-8"))
    draft = read_plain_text(SEED.read_text("utf-8"), SEED.name)
    article = article_of(draft, "it")
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
        raw["sentences"][0],
        tuple(raw["headings"]),
        (raw["sentences"][0], *raw["residue"]),
        draft.dropped,
        None,
        FIRST,
    )
