"""Cases of Markdown files: a title, the input and what is expected, parted by lines of one dot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.model.article import Block, Chunk, ContainerKind, Style
from briefing.model.span import Span

FOLDER = Path(__file__).parent.parent / "cases" / "markdown"
Case = tuple[str, str, str]
"""Title, input, expected."""


def cases() -> Iterator[Case]:
    """All cases of all files."""
    for file in sorted(FOLDER.glob("*.md")):
        parts = file.read_text("utf-8").split("\n.\n")
        for title, markdown, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
            yield f"{file.stem}: {title.strip()}", markdown, expected


def described(chunk: Chunk) -> list[str]:
    """A line for each block, as the cases have them."""
    return [_described(block, chunk.text) for block in chunk.blocks]


def _described(block: Block, text: str) -> str:
    around = "".join(
        ("> " if each.kind is ContainerKind.QUOTE else f"{each.marker} ")
        for each in block.containers
    )
    level = f" {block.level}" if block.level else ""
    language = f" [{block.language}]" if block.language else ""
    aligns = f" [{' '.join(block.aligns)}]" if block.aligns else ""
    tight = " (tight)" if block.tight else ""
    words = _with_runs(block, text).replace("\n", "⏎").replace("\t", "⇥")
    return f"{around}{block.kind}{level}{language}{aligns}{tight}: {words}"


def _with_runs(block: Block, text: str) -> str:
    shown, position = "", block.span.start
    for run in block.runs:
        shown += Span(position, run.span.start).of(text)
        name = "+".join(
            "mark" if style is Style.FOOTNOTE_MARK else str(style.name).lower()
            for style in Style
            if style in run.style
        )
        address = f"={run.address}" if run.address is not None else ""
        shown += f"«{run.span.of(text)}»{name}{address}"
        position = run.span.end
    return shown + Span(position, block.span.end).of(text)
