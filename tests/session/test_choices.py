"""Choices of a reader: a newer one takes the place of the older, whatever field it is."""

from __future__ import annotations

from dataclasses import fields, make_dataclass, replace
from typing import Any

import pytest

from briefing.model.reading_state import Choices, Guide

OLD = Choices(
    theme="dusk",
    width=60,
    shown={"outline": False, "panels": True},
    sizes={"outline": 20},
    wrap_code=True,
    searches=("one",),
    is_oriented=False,
    guide=Guide.DIM,
    is_dark=False,
    marks={"figures": False, "notes": True},
    pace={"characters": 900, "seconds": 60},
)
NEW = Choices(
    theme="paper",
    width=80,
    shown={"panels": False},
    sizes={"panels": 40},
    wrap_code=False,
    searches=("two",),
    is_oriented=True,
    guide=Guide.RULER,
    is_dark=True,
    marks={"figures": True},
    pace={"characters": 1_200},
)


def test_the_examples_leave_no_field_out() -> None:
    for one in (OLD, NEW):
        assert all(getattr(one, each.name) not in (None, {}) for each in fields(Choices))


@pytest.mark.parametrize("name", [each.name for each in fields(Choices)])
def test_each_field_changes_alone(name: str) -> None:
    newer = replace(Choices(), **{name: getattr(NEW, name)})
    changed = OLD.changed(newer)
    expected: Any = getattr(NEW, name)
    if isinstance(expected, dict):
        expected = {**getattr(OLD, name), **expected}
    assert getattr(changed, name) == expected
    assert replace(changed, **{name: getattr(OLD, name)}) == OLD


def test_choosing_nothing_changes_nothing() -> None:
    assert OLD.changed(Choices()) == OLD


def test_a_field_that_is_added_later_is_not_dropped() -> None:
    """A new choice was lost where it had to be copied by hand in its place."""
    later = make_dataclass("Later", [("added", "str | None", None)], bases=(Choices,), frozen=True)
    assert later(added="x").changed(later(theme="paper")) == later(added="x", theme="paper")
    assert later().changed(later(added="y")) == later(added="y")
