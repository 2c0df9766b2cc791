"""Our dataclasses, beside those of the standard library: nobody may tell them apart."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from briefing.model import records


def _point(made_by: Any) -> Any:
    class Point:
        """A place."""

        x: int
        y: int = 2
        marks: list[str] = made_by.field(default_factory=list)
        memo: str = made_by.field(default="", compare=False, repr=False)

        @property
        def sum(self) -> int:
            return self.x + self.y

    return Point


def _pair(made_by: Any) -> Any:
    class Pair:
        """Two numbers in order."""

        low: int
        high: int = 9

        def __post_init__(self) -> None:
            if self.low > self.high:
                raise ValueError(self.low)

    return Pair


def _both(shape: Callable[[Any], Any], **choices: bool) -> tuple[Any, Any]:
    return tuple(
        module.dataclass(slots=True, **choices)(shape(module)) for module in (records, dataclasses)
    )


@records.dataclass(frozen=True, slots=True)
class _Kept:
    """Stands in a module, so that another process finds it."""

    name: str
    words: tuple[str, ...] = ()


def test_fields_defaults_and_words_are_the_same() -> None:
    for cls in _both(_point):
        one = cls(1, memo="m")
        assert (one.x, one.y, one.marks, one.memo, one.sum) == (1, 2, [], "m", 3)
        assert repr(one) == repr(cls(1)) == "_point.<locals>.Point(x=1, y=2, marks=[])"
        assert one.marks is not cls(1).marks
        assert cls.__doc__ == "A place."
        assert cls.__match_args__ == ("x", "y", "marks", "memo")


def test_wrong_arguments_are_refused_in_the_same_words() -> None:
    told = []
    for cls in _both(_point):
        for arguments, named in (((), {}), ((1, 2, [], "", 5), {}), ((1,), {"z": 3})):
            with pytest.raises(TypeError) as caught:
                cls(*arguments, **named)
            told.append(str(caught.value))
    assert told[:3] == told[3:]
    assert told[0] == "_point.<locals>.Point.__init__() missing 1 required positional argument: 'x'"


def test_equality_and_hash_go_by_what_is_compared() -> None:
    for cls in _both(_pair, frozen=True):
        assert cls(1, 2) == cls(1, 2) != cls(1, 3)
        assert cls(1) != (1, 9)
        assert len({cls(1), cls(1, 9), cls(2)}) == 2
    for cls in _both(_point):
        assert cls(1, memo="one") == cls(1, memo="other")
        with pytest.raises(TypeError, match="unhashable"):
            hash(cls(1))
    for cls in _both(_pair, frozen=True, eq=False):
        assert cls(1) != cls(1)
        assert hash(cls(1)) is not None


def test_order_goes_by_the_fields() -> None:
    for cls in _both(_pair, frozen=True, order=True):
        assert sorted([cls(2), cls(1, 9), cls(1, 3)]) == [cls(1, 3), cls(1, 9), cls(2)]
        assert cls(1) <= cls(1) >= cls(1, 8)
        with pytest.raises(TypeError, match="'<' not supported"):
            assert cls(1) < 1


def test_what_is_frozen_stays() -> None:
    for cls in _both(_pair, frozen=True):
        one = cls(1)
        with pytest.raises(FrozenInstanceError):
            one.low = 5
        with pytest.raises(FrozenInstanceError):
            del one.low
        assert one == cls(1)
    for cls in _both(_point):
        one = cls(1)
        one.x = 5
        assert one.x == 5
        with pytest.raises(AttributeError):
            one.elsewhere = 1


def test_what_is_checked_after_is_checked_each_time() -> None:
    for cls in _both(_pair, frozen=True):
        for _ in range(2):
            with pytest.raises(ValueError, match="3"):
                cls(3, 2)


def test_the_standard_library_takes_them_as_its_own() -> None:
    for cls in _both(_point):
        one = cls(1, marks=["a"])
        assert [(each.name, each.compare, each.repr) for each in dataclasses.fields(one)] == [
            ("x", True, True), ("y", True, True), ("marks", True, True), ("memo", False, False),
        ]  # fmt: skip
        assert dataclasses.asdict(one) == {"x": 1, "y": 2, "marks": ["a"], "memo": ""}
        assert dataclasses.replace(one, x=7) == cls(7, marks=["a"])
        assert records.replace(one, x=7) == cls(7, marks=["a"])
        with pytest.raises(TypeError, match="'z'"):
            records.replace(one, z=1)


def test_copies_and_other_processes_get_the_same() -> None:
    one = _Kept("a", ("b",))
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == copy.copy(one) == one


def test_a_class_without_slots_is_for_the_standard_library() -> None:
    with pytest.raises(TypeError, match="slots"):
        records.dataclass(slots=False)


def test_a_standard_dataclass_may_stand_below_one_of_ours() -> None:
    base = records.dataclass(slots=True, frozen=True)(_point(records))
    below = dataclasses.make_dataclass("Below", [("z", int, 3)], bases=(base,), frozen=True)
    made = below(1)
    assert (made.x, made.y, made.marks, made.z, made.sum) == (1, 2, [], 3, 3)
    with pytest.raises(FrozenInstanceError):
        made.z = 4
    with pytest.raises(TypeError, match="non-frozen"):
        dataclasses.make_dataclass("Loose", [("z", int, 3)], bases=(base,))
