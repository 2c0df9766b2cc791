"""How much the tests tried: inputs, faults, keys; printed at the end of a run.

A test that draws its inputs at random, or goes through a table of faults, says how many there were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

_PROPERTY = "tried"
_TRIED: Counter[str] = Counter()


class Count:
    """What one test tried."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()

    def __call__(self, what: str, number: int = 1) -> None:
        """Say that something was tried, once or more often."""
        self.tried[what] += number


@pytest.fixture
def count(request: pytest.FixtureRequest) -> Iterator[Count]:
    """Where a test says how much it tried."""
    counted = Count()
    yield counted
    request.node.user_properties.append((_PROPERTY, dict(counted.tried)))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up what the tests of all processes tried."""
    if report.when == "teardown":
        for name, tried in report.user_properties:
            if name == _PROPERTY:
                _TRIED.update(tried)  # type: ignore[call-overload]  # a property may be anything


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print it."""
    if _TRIED:
        terminalreporter.section("tried")
    for what, number in sorted(_TRIED.items()):
        terminalreporter.write_line(f"{number:7,} {what}")
