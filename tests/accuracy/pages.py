"""Score the reading of web pages on other projects' test pages, beside two peers in one run.

    make accuracy PAGES="FOLDER …"

A folder is the ``test/test-pages`` of https://github.com/mozilla/readability or a checkout of
https://github.com/scrapinghub/article-extraction-benchmark; neither is kept here. What is compared
are words: the F1 of the words of an extraction against those of the expected text, each counted as
often as it stands there, as a mean over the pages.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from lxml import html as lxml_html

from briefing.model.errors import BriefingError
from briefing.model.original import Original
from briefing.parsing import open_document
from briefing.parsing.importers import read_original

_WORD = re.compile(r"\w+")
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


@dataclass(frozen=True)
class Found:
    """What an extractor makes of a page."""

    text: str
    title: str | None = None
    headings: tuple[str, ...] = ()


Extractor = Callable[[Page], Found]


def ours(page: Page) -> Found:
    """What `briefing import` makes of it, without the front matter."""
    try:
        draft = read_original(Original(page.source, page.name, "page.html"))
    except BriefingError:
        return Found("")
    article = open_document(draft.body, name="page").article()
    sections = article.sections
    headings = tuple(s.heading for s in sections if s.heading is not None and s.level > 1)
    return Found(article.text, draft.title, headings)


def trafilatura(page: Page) -> Found:
    """https://pypi.org/project/trafilatura, as it is, without the comments."""
    from trafilatura import extract  # noqa: PLC0415 - left out where it is not installed

    return Found(extract(page.source, include_comments=False) or "")


def readability(page: Page) -> Found:
    """https://pypi.org/project/readability-lxml, as it is."""
    from readability import Document  # noqa: PLC0415 - left out where it is not installed

    return Found(_text_of(lxml_html.fromstring(Document(_decoded(page.source)).summary())))


EXTRACTORS: dict[str, Extractor] = {
    "briefing": ours,
    "trafilatura": trafilatura,
    "readability-lxml": readability,
}
_PEERS = {"trafilatura": "trafilatura", "readability-lxml": "readability"}
"""What pip calls them, and the module that each is."""


def pages_in(folder: Path) -> Iterator[Page]:
    """The pages of a folder of either kind."""
    truths = folder / "ground-truth.json"
    if truths.exists():
        for name, truth in json.loads(truths.read_text("utf-8")).items():
            data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
            yield Page(name, data, truth["articleBody"])
        return
    for source in sorted(folder.glob("*/source.html")):
        tree = lxml_html.fromstring((source.parent / "expected.html").read_bytes().decode())
        stated = json.loads((source.parent / "expected-metadata.json").read_text("utf-8"))
        headings = tuple(_line(_text_of(found)) for found in tree.iter(*_HEADINGS))
        captions = tuple(_line(_text_of(found)) for found in tree.iter("figcaption"))
        yield Page(
            source.parent.name,
            source.read_bytes(),
            _text_of(tree),
            stated.get("title"),
            tuple(filter(None, headings)),
            tuple(filter(None, captions)),
        )


def overlap(found: str, wanted: str) -> tuple[float, float, float]:
    """F1, precision and recall of the words of a text."""
    one, other = (Counter(_words(text)) for text in (found, wanted))
    same = (one & other).total()
    if not same:
        return (float(not one and not other),) * 3
    precision, recall = same / one.total(), same / other.total()
    return 2 * precision * recall / (precision + recall), precision, recall


def is_glued(page: Page, found: Found) -> bool:
    """Whether an extraction has a word of letters that the page, as a browser shows it, has not."""
    tree = lxml_html.fromstring(_decoded(page.source))
    whole = _text_of(tree)
    # What stands in attributes and data (alternative texts, JSON) may be in an article as well.
    known = set(_words(whole)) | set(_words(_decoded(page.source)))
    return any(word.isalpha() and word not in known for word in _words(found.text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _line(text: str) -> str:
    return " ".join(text.split())


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _text_of(element: lxml_html.HtmlElement) -> str:
    parts: list[str] = []
    _collect(element, parts)
    return "".join(parts)


def _collect(element: lxml_html.HtmlElement, parts: list[str]) -> None:
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


# Scores


def _measured(task: tuple[str, Page]) -> tuple[tuple[float, ...], Found]:
    name, page = task
    found = EXTRACTORS[name](page)
    return (*overlap(found.text, page.text), float(is_glued(page, found))), found


def measure(folder: Path, names: Sequence[str]) -> None:
    """Print a line for each extractor, and the pages that ours reads worst."""
    pages = list(pages_in(folder))
    print(f"\n{folder}: {len(pages)} pages")
    for name in names:
        with ProcessPoolExecutor(2) as pool:
            rows = list(pool.map(_measured, ((name, page) for page in pages), chunksize=4))
        means = [sum(row[0][at] for row in rows) / len(rows) for at in range(4)]
        print(
            f"  {name:16} F1 {means[0]:.3f}  precision {means[1]:.3f}  recall {means[2]:.3f}"
            f"  pages with words glued {means[3]:.1%}"
        )
        if name == "briefing":
            _report_layout(pages, [row[1] for row in rows])
            worst = sorted(zip(rows, pages, strict=True), key=lambda pair: pair[0][0][0])[:10]
            for (row, _found), page in worst:
                print(f"    {row[0]:.3f} (precision {row[1]:.2f}, recall {row[2]:.2f}) {page.name}")


def _report_layout(pages: Sequence[Page], found: Sequence[Found]) -> None:
    """Titles, headings and captions, where the folder knows them."""
    pairs = [(p, f) for p, f in zip(pages, found, strict=True) if p.title is not None]
    if not pairs:
        return
    titles = sum(_line(p.title or "") == _line(f.title or "") for p, f in pairs)
    wanted = sum(len(set(p.headings)) for p, _f in pairs)
    made = sum(len(set(f.headings)) for _p, f in pairs)
    same = sum(len(set(p.headings) & set(f.headings)) for p, f in pairs)
    captions = [(c, _line(f.text)) for p, f in pairs for c in p.captions]
    kept = sum(caption in text for caption, text in captions)
    print(
        f"    titles {titles} of {len(pairs)}, headings {same} of {wanted} wanted and {made} found,"
        f" captions {kept} of {len(captions)}"
    )


def main(folders: Sequence[str]) -> int:
    """Measure all folders; a peer is left out where it is not installed."""
    names = ["briefing"]
    for peer, module in _PEERS.items():
        if find_spec(module) is None:
            print(f"{peer} is left out: pip install {peer}")
        else:
            names.append(peer)
    for folder in folders:
        measure(Path(folder), names)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
