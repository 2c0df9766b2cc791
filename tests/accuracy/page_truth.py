"""Pages of other projects, and what those projects expect of them.

Four kinds of folders are known, by what lies in them; none of them is kept here.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import html as lxml_html

_WORD = re.compile(r"\w+")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_TWICE = re.compile("[\xc2-\xf4][\x80-\xbf]+")
_EUROPEAN = re.compile("[\u0080-\u052f\u1e00-\u20cf]+")
_UNSEEN = ("script", "style", "noscript", "template", "title")
_LINES = frozenset(
    """
    address article aside blockquote br dd details div dl dt fieldset figcaption figure footer h1 h2
    h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul
    """.split()  # noqa: SIM905 - forty quoted words read worse
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Page:
    """A page and what is expected of it."""

    name: str
    source: bytes
    text: str
    """The words of its article."""
    title: str | None = None
    headings: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    standfirst: tuple[str, ...] = ()
    """The paragraphs that open the article, above its text."""
    beside: str = ""
    """Words that may stand in an extraction or not: of title, captions and names."""


def pages_in(folder: Path) -> Iterator[Page]:
    """The pages of a folder of any kind."""
    if (folder / "ground-truth.json").exists():
        return _scrapinghub(folder)
    if any(folder.glob("*/meta.info")):
        return _fundus(folder)
    if (folder / "ground-truth").is_dir():
        return _wcxb(folder)
    return _mozilla(folder)


def words_of(text: str) -> list[str]:
    """The words of a text, without their case and the places where they may be parted."""
    return _WORD.findall(encoded_once(text).replace("\xad", "").casefold())


def encoded_once(text: str) -> str:
    """A text that was perhaps encoded twice when it was kept, as some pages and their truths were.

    Whatever an extractor makes of that counts alike.
    """
    return _TWICE.sub(_once, text)


def _once(stretch: re.Match[str]) -> str:
    """What UTF-8 was before it was taken for ISO 8859-1; a French closing mark is what it seems."""
    try:
        before = stretch[0].encode("latin-1").decode()
    except UnicodeDecodeError:
        return stretch[0]
    return before if _EUROPEAN.fullmatch(before) else stretch[0]


def one_line(text: str) -> str:
    """A text with single spaces, without the places where a word may be broken."""
    return " ".join(text.replace("\xad", "").split())


def decoded(data: bytes) -> str:
    """A page as text that lxml takes; for pages that are UTF-8 or of western Europe."""
    try:
        text = encoded_once(data.decode())
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return _DECLARATION.sub("", text)


def seen_text(element: lxml_html.HtmlElement) -> str:
    """The text of an element as a browser shows it, with line breaks around blocks."""
    parts: list[str] = []
    stack: list[lxml_html.HtmlElement | str] = [element]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            parts.append(part)
            continue
        if not isinstance(part.tag, str) or part.tag in _UNSEEN:
            continue
        edge = "\n" if part.tag in _LINES else ""
        inside: list[lxml_html.HtmlElement | str] = [edge, part.text or ""]
        for child in part:
            inside += [child, child.tail or ""]
        stack += reversed([*inside, edge])
    return "".join(parts)


# The folders


def _scrapinghub(folder: Path) -> Iterator[Page]:
    truths = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name, truth in truths.items():
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Page(name, data, truth["articleBody"])


def _wcxb(folder: Path) -> Iterator[Page]:
    """Its articles; of their headings, those that stand as lines in the expected text."""
    for stated in sorted((folder / "ground-truth").glob("*.json")):
        told = json.loads(stated.read_text("utf-8"))
        truth = told["ground_truth"]
        is_article = told["_internal"]["page_type"]["primary"] == "article"
        if not (is_article and truth.get("main_content")):
            continue
        data = gzip.decompress((folder / "html" / f"{stated.stem}.html.gz").read_bytes())
        tree = lxml_html.fromstring(
            decoded(data).encode(), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
        text = encoded_once(truth["main_content"])
        lines = {one_line(line) for line in text.split("\n")}
        title = one_line(encoded_once(truth.get("title") or "")) or None
        headings = (one_line(seen_text(found)) for found in tree.iter(*_HEADINGS))
        yield Page(
            f"{stated.stem} {urlsplit(told.get('url') or '').hostname}",
            data,
            text,
            title,
            tuple(line for line in headings if line and line in lines and line != title),
            beside="\n".join(filter(None, (title, truth.get("author")))),
        )


def _mozilla(folder: Path) -> Iterator[Page]:
    for source in sorted(folder.glob("*/source.html")):
        tree = lxml_html.fromstring((source.parent / "expected.html").read_bytes().decode())
        stated = json.loads((source.parent / "expected-metadata.json").read_text("utf-8"))
        headings = tuple(one_line(seen_text(found)) for found in tree.iter(*_HEADINGS))
        captions = tuple(one_line(seen_text(found)) for found in tree.iter("figcaption"))
        yield Page(
            source.parent.name,
            source.read_bytes(),
            seen_text(tree),
            stated.get("title"),
            tuple(filter(None, headings)),
            tuple(filter(None, captions)),
        )


def _fundus(folder: Path) -> Iterator[Page]:
    """News pages, a folder a country; a publisher's JSON holds what is expected by version."""
    for truths in sorted(folder.glob("*/*.json")):
        pages = sorted(truths.parent.glob(f"{truths.stem}_[0-9]*.html.gz"))
        versions = list(json.loads(truths.read_text("utf-8")).values())
        for path in pages:
            data = gzip.decompress(path.read_bytes())
            yield _news_page(path.name.removesuffix(".html.gz"), data, _version(data, versions))


def _version(data: bytes, versions: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What is expected of a page: of those of its publisher, what has most words in common."""
    page = Counter(words_of(decoded(data)))

    def share(version: dict[str, Any]) -> float:
        wanted = Counter(words_of("\n".join(_paragraphs(version))))
        return (wanted & page).total() / (wanted.total() or 1)

    return max(versions, key=share)


def _news_page(name: str, data: bytes, truth: dict[str, Any]) -> Page:
    body, images = truth["body"], truth.get("images", [])
    captions = tuple(one_line(each["caption"]) for each in images if each.get("caption"))
    described = (each.get("description") or "" for each in images)
    names = (str(author) for each in images for author in each.get("authors") or ())
    beside = [truth["title"], *captions, *described, *names, *truth.get("authors", [])]
    headings = (one_line(line) for part in body["sections"] for line in part["headline"])
    return Page(
        name,
        data,
        "\n".join(_paragraphs(truth)),
        truth["title"],
        tuple(filter(None, headings)),
        captions,
        tuple(one_line(line) for line in body["summary"]),
        "\n".join(beside),
    )


def _paragraphs(truth: dict[str, Any]) -> list[str]:
    body = truth["body"]
    sections = (part["headline"] + part["paragraphs"] for part in body["sections"])
    return [*body["summary"], *(line for part in sections for line in part)]
