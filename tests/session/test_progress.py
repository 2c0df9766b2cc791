"""A section is ticked when it was read, and stays so; what was only jumped to is not."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.span import Place
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document
from briefing.session.progress import LEAD, READ, Progress

WORDS = "Ten words stand in this line, and all are read. " * 25
SOURCE = (
    f"# Title\n\nThe lead.\n\n## One\n\n{WORDS}\n\n## Two\n\n### Deep\n\n{WORDS}\n\n"
    "## Three\n\nEnd.\n"
)
ONE, TWO, DEEP, THREE = range(4)


def opened(source: str = SOURCE) -> MarkdownDocument:
    document = open_document(source, name="a", where="a.md")
    while document.parse_next():
        pass
    return document


def at(document: MarkdownDocument, words: str, *, end: bool = False) -> Place:
    """Where some words first stand, or where they end."""
    for index in range(document.chunk_count):
        offset = document.text_of(index).find(words)
        if offset >= 0:
            return Place(index, offset + len(words) * end)
    raise AssertionError(words)


def section_end(document: MarkdownDocument, number: int) -> Place:
    """The last character of a section, as a view ends with it."""
    heading = document.headings[number + 1]
    if heading.offset:
        return Place(heading.chunk, heading.offset - 1)
    return Place(heading.chunk - 1, len(document.text_of(heading.chunk - 1)))


def ticked(progress: Progress) -> list[int]:
    count = len(progress.document.headings)
    return [number for number in range(LEAD, count) if progress.tenths(number) == READ]


def test_a_section_that_was_on_the_screen_whole_is_read_and_its_neighbours_are_not() -> None:
    document = opened()
    progress = Progress(document)
    changed = progress.see(at(document, "One"), section_end(document, ONE))
    assert ticked(progress) == [ONE]
    assert list(changed) == [ONE]


def test_jumping_to_headings_reads_nothing() -> None:
    document = opened()
    progress = Progress(document)
    for words in ("One", "Deep"):
        start = at(document, words)
        progress.see(start, Place(start.chunk, start.offset + len(words)))
    assert ticked(progress) == []


def test_a_long_section_is_read_screen_by_screen_in_any_order() -> None:
    document = opened()
    progress = Progress(document)
    start, end = at(document, "Deep"), section_end(document, DEEP)
    half = Place(end.chunk, end.offset // 2)
    progress.see(half, end)
    assert 0 < progress.tenths(DEEP) < READ
    progress.see(start, half)
    assert ticked(progress) == [DEEP]


def test_all_of_it_read_is_all_ticked() -> None:
    document = opened()
    progress = Progress(document)
    progress.see(Place(0, 0), at(document, "End.", end=True))
    assert ticked(progress) == [LEAD, ONE, TWO, DEEP, THREE]


def test_what_was_read_comes_back_with_the_program_and_half_a_section_too() -> None:
    document = opened()
    progress = Progress(document)
    progress.see(at(document, "One"), section_end(document, ONE))
    start, end = at(document, "Deep"), section_end(document, DEEP)
    half = Place(end.chunk, end.offset // 2)
    progress.see(start, half)
    later = Progress(opened(), progress.read, progress.seen)
    assert ticked(later) == [ONE]
    assert later.tenths(DEEP) == progress.tenths(DEEP) > 0
    later.see(half, end)
    assert ticked(later) == [ONE, DEEP]
    assert later.seen == (), "of a section that is read nothing more needs to be kept"


def test_ticks_survive_an_edit_of_the_article() -> None:
    document = opened()
    progress = Progress(document)
    progress.see(at(document, "Deep"), section_end(document, DEEP))
    edited = opened(SOURCE.replace("## One", "## New\n\nMore.\n\n## One").replace("Deep", "DEEP"))
    assert ticked(Progress(edited, progress.read)) == [DEEP + 1]
    renamed = opened(SOURCE.replace("### Deep", "### Other words"))
    assert ticked(Progress(renamed, progress.read)) == []


def test_two_sections_of_one_name_are_told_apart_by_the_chapter_they_stand_in() -> None:
    document = opened("# T\n\n# A\n\n## Notes\n\nFirst.\n\n# B\n\n## Notes\n\nSecond.\n")
    progress = Progress(document)
    progress.see(at(document, "Notes"), section_end(document, 1))
    assert ticked(progress) == [1]


def test_chunks_without_text_do_not_stand_between_a_reader_and_a_tick() -> None:
    document = opened(f"# T\n\n## One\n\n{WORDS}\n\n[a]: http://example.org\n\n## Two\n\n[a].\n")
    progress = Progress(document)
    progress.see(at(document, "One"), at(document, WORDS.strip(), end=True))
    assert ticked(progress) == [0]


def test_minutes_are_those_of_the_section_alone() -> None:
    progress = Progress(opened())
    assert [progress.minutes(n) for n in (LEAD, ONE, TWO, DEEP, THREE)] == [1, 1, 0, 1, 1]
    long = Progress(opened(f"# T\n\n## One\n\n{WORDS * 5}\n"))
    assert long.minutes(0) == 6


def test_before_anything_is_parsed_minutes_are_a_fair_guess() -> None:
    text = "".join(f"## Section {n}\n\n{WORDS * 3}\n\n" for n in range(50))
    document = open_document(text, name="a", where="a.md")
    assert not document.is_complete
    assert Progress(document).minutes(40) in (3, 4)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60)), max_size=30))
def test_what_counts_as_seen_is_what_was_seen_in_whatever_order(
    views: list[tuple[int, int]],
) -> None:
    document = opened("## A\n\n" + "word " * 80 + "\n")
    text = document.text_of(0)
    progress = Progress(document)
    seen: set[int] = set()
    for first, length in views:
        start = min(first, len(text) - 1)
        end = min(start + length, len(text))
        progress.see(Place(0, start), Place(0, end))
        seen.update(range(start, end + 1))
    assert (progress.tenths(0) == READ) == (set(range(len(text))) <= seen)
    for (_one, before), (after, _other) in pairwise(progress.seen):
        assert before < after, "what meets is one stretch"
