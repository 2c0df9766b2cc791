"""What stood on the screen long enough was read; what was skipped was not."""

from __future__ import annotations

import pytest

from briefing.model.span import Place
from briefing.session.attention import Attention
from briefing.session.pace import USUAL_PER_MINUTE, Pace, minutes, pace_of
from briefing.session.progress import LEAD, READ, Progress
from tests.journeys.desk import Watch
from tests.session.test_progress import at, opened

SOURCE = "# Title\n\n" + "The lead goes on. " * 60 + "\n\n## One\n\n" + "Words stand. " * 60 + "\n"
ONE = 0


class Reader:
    """Somebody with a watch before a text."""

    def __init__(self) -> None:
        self.document = opened(SOURCE)
        self.progress = Progress(self.document)
        self.watch = Watch()
        self.attention = Attention(self.watch)
        last = self.document.chunk_count - 1
        self.end = Place(last, len(self.document.text_of(last)))
        self.middle = at(self.document, "One")

    def look(self, first: Place, last: Place, after: float = 0.0) -> None:
        self.watch.seconds += after
        self.attention.look(self.progress, first, last)


def test_text_is_read_as_time_goes_by_from_the_first_on_that_was_not_yet() -> None:
    reader = Reader()
    reader.look(Place(0, 0), reader.end)
    assert reader.progress.tenths(LEAD) == 0
    seen = []
    for _look in range(6):
        reader.look(Place(0, 0), reader.end, after=10)
        seen.append((reader.progress.tenths(LEAD), reader.progress.tenths(ONE)))
    assert seen == sorted(seen)
    assert seen[0][0] in (2, 3, 4)
    assert seen[0][1] == 0
    assert seen[-1] == (READ, READ)


def test_a_view_that_is_skipped_is_not_read_and_one_that_stands_is() -> None:
    reader = Reader()
    reader.look(Place(0, 0), reader.middle)
    reader.look(reader.middle, reader.end, after=0.5)
    reader.look(reader.middle, reader.end, after=120)
    assert reader.progress.tenths(ONE) == READ
    assert reader.progress.tenths(LEAD) <= 1


def test_another_text_begins_anew() -> None:
    reader = Reader()
    reader.look(Place(0, 0), reader.end)
    reader.progress = Progress(reader.document)
    reader.look(Place(0, 0), reader.end, after=600)
    assert reader.progress.tenths(LEAD) == 0


def test_after_some_minutes_it_is_known_how_fast_somebody_is_and_it_is_remembered() -> None:
    pace = Pace()
    for _page in range(3):
        pace.learn(1_500, 45)
    assert pace.per_minute == USUAL_PER_MINUTE, "not yet"
    for _page in range(3):
        pace.learn(1_500, 45)
    assert pace.per_minute == pytest.approx(2_000)
    assert minutes(10_000, pace.per_minute) == 5
    assert pace_of(pace.kept()).per_minute == pytest.approx(2_000)
    assert pace_of({"characters": 9_000, "seconds": 0}) == Pace()


@pytest.mark.parametrize("seconds", [0.0, 3.0, 3_600.0])
def test_who_skips_or_is_away_does_not_seem_fast_or_slow(seconds: float) -> None:
    pace = Pace()
    pace.learn(1_500, seconds)
    assert pace == Pace()


def test_older_reading_counts_less() -> None:
    pace = Pace()
    for _page in range(200):
        pace.learn(1_500, 90)
    for _page in range(80):
        pace.learn(1_500, 45)
    assert pace.per_minute > 1_500
