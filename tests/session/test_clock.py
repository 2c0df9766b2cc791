"""Times sort as text, and ids are such that the notes file takes them."""

from __future__ import annotations

import re

from briefing.session.clock import SystemClock


def test_the_time_is_utc_to_the_second() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", SystemClock().now())


def test_ids_begin_with_a_letter_and_do_not_meet() -> None:
    clock = SystemClock()
    ids = {clock.new_id() for _each in range(2000)}
    assert len(ids) == 2000
    assert all(re.fullmatch(r"[a-z][a-z0-9]{9}", each) for each in ids)
    # Words that YAML could take for a number, a truth or a time.
    assert not {each for each in ids if re.fullmatch(r"[0-9e.]+|true|false|null", each)}
