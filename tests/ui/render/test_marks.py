"""Every mark must be drawn on each line that it touches, and on no other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.flow import Flow
from briefing.model.mark import Mark, MarkKind
from briefing.model.span import Span
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document
from briefing.ui.render.marks import Marks
from briefing.ui.render.viewport import Top, VisibleLine, lines_from

TEXT = "".join(f"# Part {n}\n\nSome words of part {n}, and more of them.\n\n" for n in range(9))


def _document(*, is_parsed: bool = True) -> MarkdownDocument:
    document = open_document(TEXT, name="x")
    while is_parsed and document.parse_next():
        pass
    return document


def _lines(document: MarkdownDocument) -> list[VisibleLine]:
    return list(lines_from(Flow(document, 20), Top(0, 0), 1000))


_SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 400), st.integers(1, 200)
)


@given(st.lists(_SPANS, max_size=12))
def test_a_standing_mark_touches_the_lines_that_its_passage_touches(spans: list[Span]) -> None:
    document, marks = _document(), Marks()
    kept = [Mark(span, MarkKind.NOTE) for span in sorted(spans, key=lambda span: span.start)]
    marks.stand(kept)
    for seen in _lines(document):
        start = document.start(seen.chunk) or 0
        line = Span(start + seen.line.start, start + max(seen.line.end, seen.line.start + 1))
        touching = {mark.span for mark in kept if mark.span.overlaps(line)}
        found = marks.on(seen, document)
        assert {one.mark.span for one in found} == touching
        assert all(Span(one.start + start, one.end + start) == one.mark.span for one in found)


def test_passages_told_chunk_by_chunk_are_there_before_the_text_is_parsed() -> None:
    document, marks = _document(is_parsed=False), Marks()
    marks.lay_in_chunks(MarkKind.SEARCH, lambda _chunk: ((0, 4),))
    last = list(lines_from(Flow(document, 20), Top(document.chunk_count - 1, 0), 3))
    assert document.start(last[0].chunk) is None
    assert [(one.start, one.end) for one in marks.on(last[0], document)] == [(0, 4)]
    marks.lay_in_chunks(MarkKind.SEARCH, None)
    assert marks.on(last[0], document) == []


def test_what_lies_over_for_now_gives_way_to_the_next_of_its_kind() -> None:
    document, marks = _document(), Marks()
    first = _lines(document)[0]
    marks.lay_over(MarkKind.SELECTION, [Span(0, 4)])
    marks.lay_over(MarkKind.SELECTION, [Span(1, 3)])
    assert [one.mark.span for one in marks.on(first, document)] == [Span(1, 3)]
