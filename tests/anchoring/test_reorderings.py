"""A note goes with the paragraph, section, item or row that it was written in, or asks."""

from __future__ import annotations

import pytest

from briefing.anchoring.track import track
from tests.anchoring.reorderings import score

ALPHA = "Alpha met on Monday in the old town hall."
WHEAT = "Wheat prices fell by a tenth in spring."
COMMON = "The ministry declined to comment."


def test_of_many_reorderings_hardly_a_note_strays() -> None:
    grades = score(1000)["all"]
    assert grades["wrong"] <= 0.002 * grades.total()
    assert grades["exact"] + grades["uncertain"] >= 0.99 * grades.total()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{ALPHA} {COMMON}\n{WHEAT} {COMMON}", f"{WHEAT} {COMMON}\n{ALPHA} {COMMON}"),
        (
            f"Title\n{ALPHA} {COMMON}\nBetween.\n{WHEAT} {COMMON}",
            f"Title\n{WHEAT} {COMMON}\nBetween.\n{ALPHA} {COMMON}",
        ),
        (f"{ALPHA}\n{COMMON}\n{WHEAT}\n{COMMON}", f"{WHEAT}\n{COMMON}\n{ALPHA}\n{COMMON}"),
    ],
)
def test_a_closing_sentence_goes_with_what_it_closes(before: str, after: str) -> None:
    start = before.index(COMMON)
    [match] = track(before, after, [(start, start + len(COMMON))])
    assert match.span is not None
    assert match.span.start == after.rindex(COMMON)


def test_a_repeated_heading_goes_with_what_stands_under_it() -> None:
    before = f"Title\nBackground\n{ALPHA}\nBackground\n{WHEAT}"
    after = f"Title\nBackground\n{WHEAT}\nBackground\n{ALPHA}"
    start = before.index("Background")
    [match] = track(before, after, [(start, start + len("Background"))])
    assert match.span is not None
    assert match.span.start == after.rindex("Background")


def test_rows_with_the_same_ending_stay_found_when_one_moves_up() -> None:
    names = ["Austria", "Belgium", "Denmark", "Estonia", "Finland", "Greece"]
    rows = [f"{name} (no answer)" for name in names]
    before = "\n".join(["Answers", *rows])
    after = "\n".join(["Answers", rows[4], *rows[:4], rows[5]])
    starts = [before.index(name) + len(name) + 1 for name in names]
    matches = track(before, after, [(start, start + len("(no answer)")) for start in starts])
    for name, match in zip(names, matches, strict=True):
        assert match.span is not None
        assert after[: match.span.start].endswith(f"{name} ")


def test_a_point_inside_a_number_ends_no_sentence() -> None:
    before = "It sent 14.000 men. It sent 14.000 men and 100 guns."
    after = "It sent 14.000 men and 100 guns. Nobody knows why it sent 14.000 men."
    start = before.index("14.000 men and")
    [match] = track(before, after, [(start, start + 10)])
    assert match.span is not None
    assert match.span.start == after.index("14.000 men and")
