"""Several open articles: each keeps its own things, and few stay open."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.reading_state import Choices
from briefing.model.source import Source
from briefing.model.span import Place
from briefing.session.memory import Memory
from briefing.session.reading import Reading, open_reading
from briefing.session.sitting import Sitting
from briefing.session.sittings import KEPT, Sittings
from tests.session.fakes import FakeClock, FakeFiles, FakeNotes, make_memory


def opened(path: Path | None, times: list[Path | None]) -> tuple[Reading, Memory]:
    """An article that needs no file; every opening is noted."""
    times.append(path)
    source = Source(str(path), path, f"# {path}\n\nOne. Two.\n")
    reading = open_reading(source, FakeClock(), "anna", lambda _s, _a: FakeNotes(), FakeFiles())
    return reading, make_memory()


@pytest.fixture
def times() -> list[Path | None]:
    return []


@pytest.fixture
def sittings(times: list[Path | None]) -> Sittings:
    return Sittings(Sitting(*opened(Path("a.md"), times)), lambda path: opened(path, times))


def test_going_and_coming_back_is_the_same_sitting(
    sittings: Sittings, times: list[Path | None]
) -> None:
    first = sittings.now
    first.seen_last = Place(0, 5)
    sittings.go_to(sittings.find(Path("b.md")))
    assert sittings.now is not first
    sittings.go_to(sittings.find(Path("a.md")))
    assert sittings.now is first
    assert first.seen_last == Place(0, 5)
    assert times == [Path("a.md"), Path("b.md")]


def test_the_way_back_and_choices_go_along(sittings: Sittings) -> None:
    sittings.now.memory.choose(Choices(width=50))
    history = sittings.now.reading.history
    other = sittings.find(Path("b.md"))
    sittings.go_to(other)
    assert other.reading.history is history
    assert other.memory.choices.width == 50


def test_articles_that_were_left_long_ago_are_let_go_and_opened_again(
    sittings: Sittings, times: list[Path | None]
) -> None:
    paths = [Path(f"{number}.md") for number in range(KEPT + 2)]
    for path in paths:
        sittings.go_to(sittings.find(path))
    times.clear()
    for path in paths[1:-1]:
        sittings.find(path)
    assert not times
    sittings.find(Path("a.md"))
    assert times == [Path("a.md")]


def test_what_came_from_standard_input_is_never_let_go(times: list[Path | None]) -> None:
    sittings = Sittings(Sitting(*opened(None, times)), lambda path: opened(path, times))
    first = sittings.now
    for number in range(KEPT + 3):
        sittings.go_to(sittings.find(Path(f"{number}.md")))
    assert sittings.find(None) is first


def test_what_was_read_is_known_at_the_end_and_when_it_does_not_stay_open(
    times: list[Path | None],
) -> None:
    gone: list[Reading] = []
    first = Sitting(*opened(Path("a.md"), times))
    sittings = Sittings(first, lambda path: opened(path, times), gone.append)
    names = [Path(f"{number}.md") for number in range(KEPT + 1)]
    for name in names:
        sittings.go_to(sittings.find(name))
    assert [reading.source.path for reading in gone] == [Path("a.md")]
    assert [reading.source.path for reading in sittings.readings] == names
