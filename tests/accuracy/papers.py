"""Score the reading of PDFs whose words are known.

    make accuracy PAPERS="FOLDER …"

A folder holds PDFs and ``truth.json``, an object with the name of each PDF, without its ending, and
what it was made of: ``title``, ``words`` in the order of the reading text (footnotes at its end),
``heads`` (words and level, 1 for a section), and ``running``, the words at the edges of its pages.
What is compared are words in order, headings both ways and in order, running words in the text, and
whether each page begins with words that are printed on the page of that label. The words are those
a reader sees below the title: the numbers of lists and footnotes among them. A sign alone, such as
a bullet or the dots of a table of contents, is no word, nor is the mark of a footnote.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pypdfium2

from briefing.model.article import Article, Block, BlockKind, Chunk, Container, Style
from briefing.model.errors import BriefingError
from briefing.model.original import Original
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.importers.formats import read_original
from briefing.parsing.reading import open_document

_SAME = str.maketrans({"'": "’", "\N{HYPHEN}": "-"})
"""Characters that programs which make PDFs set for each other."""
_BEGINNING = 8
"""Letters that tell where a page begins."""
_FOOTNOTE_MARK = re.compile(r"(?<=\S)[⁰¹²³⁴-⁹]+\Z")
"""A raised number at the end of a word, as programs set the mark of a footnote."""
_FOOTNOTE = re.compile(r"\[(\d+)\]\Z")
"""The number of a footnote, as the reader shows it; a truth says ``1.``"""


@dataclass(frozen=True)
class Score:
    """What was found of one PDF, or of all."""

    name: str
    words: int = 0
    """Words that are at their place."""
    most_words: int = 0
    """Words of the truth or of the text, whichever has more."""
    right: int = 0
    """Headings that are right."""
    wanted: int = 0
    """Headings that there are."""
    said: int = 0
    """Headings that were found."""
    faults: tuple[str, ...] = ()
    """What else is wrong."""

    def __str__(self) -> str:
        """A line of the table."""
        share = self.words / max(self.most_words, 1)
        heads = f"{self.right} of {self.wanted} headings, {self.said} found"
        return "  ".join([f"{self.name:30} words {share:.4f}", heads, *self.faults])


def score(
    name: str, truth: dict[str, Any], document: MarkdownDocument, pages: dict[str, str]
) -> Score:
    """Compare what was read with what is known.

    Args:
        name: Of the PDF.
        truth: What it was made of.
        document: What was read.
        pages: The letters that are printed on each page, by its label.
    """
    article = document.article()
    shown = [
        word for index in range(document.chunk_count) for word in _shown(document.chunk(index))
    ]
    wanted, got = (_counted(words) for words in (truth["words"], shown))
    heads = _tokens([words for words, _level in truth["heads"]])
    found = _tokens([s.heading for s in article.sections if s.heading is not None])
    faults = [f"title {article.title!r}"] if article.title != truth["title"] else []
    faults += [f"in the text: {words}" for words in truth["running"] or () if words in article.text]
    faults += [f"page {label}" for label in _misplaced(article, pages)]
    most = max(len(wanted), len(got))
    return Score(
        name,
        _common(wanted, got),
        most,
        _common(heads, found),
        len(heads),
        len(found),
        tuple(faults),
    )


def total(scores: Sequence[Score]) -> Score:
    """The scores of all PDFs as one."""
    keys = ("words", "most_words", "right", "wanted", "said")
    return Score("all", **{key: sum(getattr(each, key) for each in scores) for key in keys})


def _tokens(words: Sequence[str]) -> list[str]:
    return [word.translate(_SAME) for word in words]


def _counted(words: Sequence[str]) -> list[str]:
    """The words that count, without marks of footnotes."""
    bare = (_FOOTNOTE_MARK.sub("", word) for word in _tokens(words))
    return [word for word in bare if any(char.isalnum() for char in word)]


def _shown(chunk: Chunk) -> Iterator[str]:
    """The words a reader sees of a chunk, the title aside."""
    seen: set[Container] = set()
    for block in chunk.blocks:
        if block.kind is not BlockKind.TITLE:
            yield from (_FOOTNOTE.sub(r"\1.", c.marker) for c in block.containers if c not in seen)
            yield from _without_marks(chunk.text, block).split()
        seen.update(block.containers)


def _without_marks(text: str, block: Block) -> str:
    """The text of a block but for the marks of footnotes."""
    parts, start = [], block.span.start
    for run in block.runs:
        if Style.FOOTNOTE_MARK in run.style:
            parts.append(text[start : run.span.start])
            start = run.span.end
    return "".join([*parts, text[start : block.span.end]])


def _common(wanted: Sequence[str], got: Sequence[str]) -> int:
    blocks = SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _misplaced(article: Article, pages: dict[str, str]) -> Iterator[str]:
    """The labels of pages that begin with words of another one."""
    ends = [*(page.start for page in article.pages[1:]), len(article.text)]
    for page, end in zip(article.pages, ends, strict=True):
        if _letters(article.text[page.start : end])[:_BEGINNING] not in pages.get(page.label, ""):
            yield page.label


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def printed(data: bytes) -> dict[str, str]:
    """The letters of each page of a PDF, by its label."""
    pdf = pypdfium2.PdfDocument(data)
    found: dict[str, str] = {}
    for index, page in enumerate(pdf):
        label = pdf.get_page_label(index) or str(index + 1)
        words = page.get_textpage().get_text_range()
        found[label] = found.get(label, "") + _letters(words)
    pdf.close()
    return found


def measure(folder: Path) -> Iterator[Score]:
    """The scores of the PDFs of a folder."""
    known = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    for name, truth in known.items():
        data = (folder / f"{name}.pdf").read_bytes()
        try:
            draft = read_original(Original(data, name, f"{name}.pdf"))
        except BriefingError as error:
            yield Score(name, most_words=len(truth["words"]), faults=(str(error),))
            continue
        yield score(name, truth, open_document(draft.body, name=name), printed(data))


def main(folders: Sequence[str]) -> int:
    """Print the scores of all folders; the exit status."""
    for folder in map(Path, folders):
        if not (folder / "truth.json").is_file():
            print(f"{folder}: no truth.json, which this file names at its top", file=sys.stderr)
            return 2
        scores = list(measure(folder))
        print(*scores, total(scores), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
