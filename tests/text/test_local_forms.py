"""Numbers and times stand as the reader is used to."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from briefing.text.i18n import speak
from briefing.text.local_forms import moment, number


@pytest.mark.parametrize(
    ("tag", "expected"),
    [(None, "1,000,000"), ("en", "1,000,000"), ("it", "1.000.000")],
)
def test_thousands_are_grouped_by_the_locale(tag: str | None, expected: str) -> None:
    speak(tag)
    assert number(1_000_000) == expected
    assert (number(999), number(0), number(-7)) == ("999", "0", "-7")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (None, "2026-11-22 08:15"),
        ("it", "22 nov 2026, 08:15"),
        ("en-GB", "22 Nov 2026, 08:15"),
        ("en-US", "Nov 22, 2026, 8:15 AM"),
    ],
)
def test_a_time_is_written_by_the_locale(tag: str | None, expected: str) -> None:
    speak(tag)
    assert " ".join(moment("2026-11-22T08:15:30Z").split()) == expected


@pytest.fixture
def in_rome(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A reader an hour ahead of UTC; central European time, written by POSIX's rules."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


def test_a_time_is_that_of_the_reader_s_clock(in_rome: None) -> None:
    assert moment("2026-11-22T23:30:00Z") == "2026-11-23 00:30"
    assert moment("2026-07-01T22:30:00Z") == "2026-07-02 00:30"


@pytest.mark.parametrize("words", ["", "yesterday", "2026-13-01T00:00:00Z"])
def test_what_is_no_time_stays_as_it_is(words: str) -> None:
    speak("it")
    assert moment(words) == words


def test_a_locale_that_nobody_knows_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "xx_YY.UTF-8")
    speak()
    assert number(1234) == "1,234"
    assert moment("2026-11-22T08:15:30Z") == "2026-11-22 08:15"
