"""Parsing a source in one piece, to compare with parsing it by chunks."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.token import Token

from briefing.model.article import Block, ContainerKind
from briefing.parsing._blocks import Walker
from briefing.parsing._builder import Builder, with_title
from briefing.parsing._markdown import parse
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document


@dataclass(frozen=True)
class Flat:
    """A block with all that does not depend on where chunks begin."""

    kind: str
    text: str
    line_number: int
    level: int
    containers: tuple[tuple[str, str], ...]
    runs: tuple[tuple[int, int, str, str | None], ...]
    rows: tuple[tuple[str, ...], ...]
    aligns: tuple[str, ...]
    language: str | None
    tight: bool


def flat(block: Block, text: str) -> Flat:
    """The same block wherever it stands."""
    start = block.span.start
    return Flat(
        "heading" if block.kind == "title" else str(block.kind),
        block.span.of(text),
        block.line_number,
        1 if block.kind == "title" else block.level,
        tuple((each.kind, each.marker) for each in block.containers),
        tuple(
            (run.span.start - start, run.span.end - start, str(run.style), run.address)
            for run in block.runs
        ),
        tuple(tuple(cell.of(text) for cell in row) for row in block.rows),
        tuple(str(align) for align in block.aligns),
        block.language,
        block.tight,
    )


def blocks_by_chunk(document: MarkdownDocument) -> list[Flat]:
    """The blocks of all chunks, footnotes last."""
    return [
        flat(block, chunk.text)
        for chunk in map(document.chunk, range(document.chunk_count))
        for block in chunk.blocks
    ]


def blocks_of_whole(document: MarkdownDocument) -> list[Flat]:
    """The blocks as the parser gives them for the whole source, without chunks or short cuts."""
    source = document.source
    found = document.plan.found
    definitions = {source.count("\n", 0, at) for at in found.footnotes}
    references: dict[str, object] = {}
    tokens = parse(source, references, document.plan.numbers, frozenset(definitions))
    kept: list[Token] = []
    notes: dict[int, list[Token]] = {}
    depth = 0
    for token in tokens:
        depth += token.type == "footnote_open"
        if not depth:
            kept.append(token)
        elif token.type == "footnote_open" and depth == 1:
            assert token.map is not None
            note = notes.setdefault(token.map[0], [])
        elif depth > 1 or token.type != "footnote_close":
            note.append(token)
        depth -= token.type == "footnote_close"
    builder = Builder()
    Walker(builder).walk(kept, 1)
    parsed = builder.build(0, 1)
    first = parsed.chunk.blocks[:1]
    if first and first[0].level == 1 and len(first[0].span) and not first[0].containers:
        parsed = with_title(parsed)
    chunk = parsed.chunk
    blocks = [flat(block, chunk.text) for block in chunk.blocks]
    for number, at in enumerate(document.plan.footnotes, 1):
        line = source.count("\n", 0, at)
        blocks += _footnote(notes[line], number, line + 1)
    return blocks


def _footnote(tokens: list[Token], number: int, line: int) -> list[Flat]:
    """The blocks of a footnote; one without any has its place."""
    builder = Builder()
    walker = Walker(builder)
    walker.enter(ContainerKind.FOOTNOTE, f"[{number}]")
    walker.walk(tokens, 1)
    if not builder.blocks:
        walker.empty(line)
    chunk = builder.build(0, line).chunk
    return [flat(block, chunk.text) for block in chunk.blocks]


def difference(source: str) -> str | None:
    """Where parsing by chunks and parsing the whole differ, in words; None where they agree."""
    document = open_document(source, name="source")
    if document.body_line > 1:
        document = open_document("\n" + source, name="source")
    by_chunk, whole = blocks_by_chunk(document), blocks_of_whole(document)
    for number, (one, other) in enumerate(zip(by_chunk, whole, strict=False)):
        if one != other:
            return f"block {number}: {one} by chunks, {other} in the whole"
    if len(by_chunk) != len(whole):
        return f"{len(by_chunk)} blocks by chunks, {len(whole)} in the whole"
    return None
