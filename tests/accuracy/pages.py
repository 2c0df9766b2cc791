"""Score the reading of web pages on other projects' test pages, beside two peers in one run.

    make accuracy PAGES="FOLDER …"

A folder is the ``test/test-pages`` of https://github.com/mozilla/readability, a checkout of
https://github.com/scrapinghub/article-extraction-benchmark, ``tests/resources/parser/test_data`` of
https://github.com/flairNLP/fundus, or ``dev`` or ``test`` of
https://github.com/Murrough-Foley/web-content-extraction-benchmark (its articles); none is kept
here. What is compared are words: the F1 of the words of an extraction against those of the expected
text, each counted as often as it stands there, as a mean over the pages. Where captions and names
are known apart from the text (fundus), their words count neither for an extraction nor against it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from html import unescape
from importlib.util import find_spec
from pathlib import Path

from lxml import html as lxml_html

from briefing.model.errors import BriefingError
from briefing.model.original import Original
from briefing.parsing.importers.formats import read_original
from briefing.parsing.reading import open_document
from tests.accuracy.page_truth import Page, decoded, one_line, pages_in, seen_text, words_of


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
    return Found(article.text, draft.title, tuple(map(one_line, headings)))


def trafilatura(page: Page) -> Found:
    """https://pypi.org/project/trafilatura, as it is, without the comments."""
    from trafilatura import extract  # noqa: PLC0415 - left out where it is not installed

    return Found(extract(page.source, include_comments=False) or "")


def readability(page: Page) -> Found:
    """https://pypi.org/project/readability-lxml, as it is."""
    from readability import Document  # noqa: PLC0415 - left out where it is not installed

    return Found(seen_text(lxml_html.fromstring(Document(decoded(page.source)).summary())))


EXTRACTORS: dict[str, Extractor] = {
    "briefing": ours,
    "trafilatura": trafilatura,
    "readability-lxml": readability,
}
_PEERS = {"trafilatura": "trafilatura", "readability-lxml": "readability"}
"""What pip calls them, and the module that each is."""


def overlap(found: str, wanted: str, beside: str = "") -> tuple[float, float, float]:
    """F1, precision and recall of the words of a text.

    Args:
        found: What was extracted.
        wanted: What is expected.
        beside: Words that may be there or not.
    """
    one, other = (Counter(words_of(text)) for text in (found, wanted))
    same = (one & other).total()
    if not same:
        return (float(not one and not other),) * 3
    too_many = (one - other - Counter(words_of(beside))).total()
    precision, recall = same / (same + too_many), same / other.total()
    return 2 * precision * recall / (precision + recall), precision, recall


def is_glued(page: Page, found: Found) -> bool:
    """Whether an extraction has a word of letters that the page, as a browser shows it, has not."""
    tree = lxml_html.fromstring(decoded(page.source))
    whole = seen_text(tree)
    # What stands in attributes and data (alternative texts, JSON) may be in an article as well.
    known = set(words_of(whole)) | set(words_of(unescape(decoded(page.source))))
    return any(word.isalpha() and word not in known for word in words_of(found.text))


# Scores


def _measured(task: tuple[str, Page]) -> tuple[tuple[float, ...], Found]:
    name, page = task
    found = EXTRACTORS[name](page)
    return (*overlap(found.text, page.text, page.beside), float(is_glued(page, found))), found


def measure(folder: Path, pages: Sequence[Page], names: Sequence[str]) -> None:
    """Print a line for each extractor, and the pages that ours reads worst."""
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
    """Titles, headings, standfirsts and captions, where the folder knows them."""
    pairs = [(p, f) for p, f in zip(pages, found, strict=True) if p.title is not None]
    if not pairs:
        return
    titles = sum(one_line(p.title or "") == one_line(f.title or "") for p, f in pairs)
    shown = sum(_is_shown_title(p, f) for p, f in pairs)
    wanted = sum(len(set(p.headings)) for p, _f in pairs)
    made = sum(len(set(f.headings)) for _p, f in pairs)
    same = sum(len(set(p.headings) & set(f.headings)) for p, f in pairs)
    captions = [(c, one_line(f.text)) for p, f in pairs for c in p.captions]
    kept = sum(caption in text for caption, text in captions)
    opened = [(p.standfirst, one_line(f.text)) for p, f in pairs if p.standfirst]
    stand = sum(all(line in text for line in lines) for lines, text in opened)
    print(
        f"    titles {titles} of {len(pairs)} and {shown} more as the page shows its own where the"
        f" expected one is in its data only, headings {same} of {wanted} wanted and {made} found,"
        f" standfirsts {stand} of {len(opened)}, captions {kept} of {len(captions)}"
    )


def _is_shown_title(page: Page, found: Found) -> bool:
    """Whether a title is not the expected one, but the only one of both that the page shows."""
    tree = lxml_html.fromstring(decoded(page.source))
    shown = {one_line(seen_text(heading)) for heading in tree.iter("h1")}
    wanted, title = one_line(page.title or ""), one_line(found.title or "")
    return title in shown and wanted not in shown


def main(folders: Sequence[str]) -> int:
    """Measure all folders; a peer is left out where it is not installed. The exit status."""
    names = ["briefing"]
    for peer, module in _PEERS.items():
        if find_spec(module) is None:
            print(f"{peer} is left out: pip install {peer}")
        else:
            names.append(peer)
    for folder in folders:
        pages = list(pages_in(Path(folder)))
        if not pages:
            print(
                f"{folder}: no pages of the four kinds that this file names at its top",
                file=sys.stderr,
            )
            return 2
        measure(Path(folder), pages, names)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
