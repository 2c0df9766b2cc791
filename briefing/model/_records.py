"""Dataclasses with slots whose methods are not compiled before an instance is made.

Only what modules need that are loaded before the first words: none of them below another one, no
``kw_only``. A class has the same fields, errors and behaviour as the standard library's:
https://docs.python.org/3/library/dataclasses.html
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NoReturn

_NOTHING: Any = object()


class _Field:
    """What is said of a field beside its type."""

    __slots__ = ("compare", "default", "factory", "repr")

    def __init__(
        self,
        default: object,
        factory: object = _NOTHING,
        *,
        repr: bool = True,  # noqa: A002 - as the standard library calls it
        compare: bool = True,
    ) -> None:
        self.default, self.factory, self.repr, self.compare = default, factory, repr, compare


def field(
    *,
    default: object = _NOTHING,
    default_factory: object = _NOTHING,
    repr: bool = True,  # noqa: A002
    compare: bool = True,
) -> Any:
    """Say more of a field than its default.

    Args:
        default: Its value where none is given.
        default_factory: Makes that value, for each instance anew.
        repr: Whether it is shown where an instance is.
        compare: Whether it counts when two instances are compared, and for their hash.
    """
    return _Field(default, default_factory, repr=repr, compare=compare)


def dataclass(
    *, slots: bool, frozen: bool = False, eq: bool = True, order: bool = False
) -> Callable[[type[Any]], type[Any]]:
    """Make a class of fields.

    Args:
        slots: Always true: instances have no other attributes than the fields.
        frozen: Whether an instance stays as it is made.
        eq: Whether instances are equal by their values.
        order: Whether they are ordered by them too.
    """
    if not slots:
        raise TypeError("the standard library makes dataclasses without slots")

    def make(cls: type[Any]) -> type[Any]:
        own = vars(cls)
        stated = {name: own.get(name, _NOTHING) for name in own.get("__annotations__", ())}
        fields = {
            name: value if isinstance(value, _Field) else _Field(value)
            for name, value in stated.items()
        }
        common = _shown([name for name, kept in fields.items() if kept.repr])
        if eq:
            compared = [name for name, kept in fields.items() if kept.compare]
            common |= _compared(compared, is_hashed=frozen, is_ordered=order)
        if frozen:
            common |= {"__setattr__": _refuse, "__delattr__": _refuse}
        made = _slotted(cls, tuple(fields), common)
        _write_init_when_called(made, fields)
        return made

    return make


def _slotted(cls: type[Any], names: tuple[str, ...], common: dict[str, object]) -> type[Any]:
    """The class made again, with slots in place of defaults; what it defines itself stays."""
    left = {*names, "__dict__", "__weakref__"}
    own = {name: value for name, value in vars(cls).items() if name not in left}
    for_matching = {"__slots__": names, "__match_args__": names}
    again: Any = type(cls)  # also where the class has a metaclass of its own
    made: type[Any] = again(cls.__name__, cls.__bases__, {**common, **own, **for_matching})
    made.__qualname__ = cls.__qualname__
    return made


def _write_init_when_called(cls: type[Any], fields: Mapping[str, _Field]) -> None:
    """Give a class an ``__init__`` that puts the compiled one in its place, and what it says.

    The standard library's functions find the fields of a class under ``__dataclass_fields__``.
    """

    def first(self: object, *given: object, **named: object) -> None:
        cls.__init__ = _compiled_init(cls, fields)
        cls.__init__(self, *given, **named)

    cls.__init__ = first
    cls.__dataclass_fields__ = _StandardFields(fields)


def _compiled_init(cls: type[Any], fields: Mapping[str, _Field]) -> Callable[..., None]:
    """The function that sets all fields: written out, as it makes a text's every block."""
    known: dict[str, Any] = {"NOTHING": _NOTHING}
    source = "\n  ".join(_init_lines(cls, fields, known))
    exec(source, known)  # noqa: S102 - of names in our own source alone, as the standard one
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _init_lines(
    cls: type[Any], fields: Mapping[str, _Field], known: dict[str, object]
) -> Iterator[str]:
    """The lines of an ``__init__``; what they name is added to what is known."""
    arguments, settings = ["self"], []
    for name, kept in fields.items():
        known[f"set_{name}"] = getattr(cls, name).__set__
        known[f"default_{name}"], value = kept.default, name
        if kept.factory is not _NOTHING:
            known[f"make_{name}"], known[f"default_{name}"] = kept.factory, _NOTHING
            value = f"make_{name}() if {name} is NOTHING else {name}"
        is_given = kept.default is _NOTHING and kept.factory is _NOTHING
        arguments.append(name if is_given else f"{name}=default_{name}")
        settings.append(f"set_{name}(self, {value})")
    yield f"def __init__({', '.join(arguments)}):"
    yield from settings or ["pass"]
    if hasattr(cls, "__post_init__"):
        yield "self.__post_init__()"


class _StandardFields:
    """The fields of a class as the standard library knows them, once somebody asks for them."""

    def __init__(self, fields: Mapping[str, _Field]) -> None:
        self._fields = fields

    def __get__(self, _instance: object, owner: type[Any]) -> Mapping[str, Any]:
        import dataclasses  # noqa: PLC0415 - this whole module exists to do without it

        annotations, standard = owner.__annotations__, partial(_standard, dataclasses.field)
        stated = [(name, annotations[name], standard(kept)) for name, kept in self._fields.items()]
        is_frozen = owner.__setattr__ is _refuse
        twin: Any = dataclasses.make_dataclass(owner.__name__, stated, frozen=is_frozen)
        found: Mapping[str, Any] = twin.__dataclass_fields__
        owner.__dataclass_fields__, owner.__dataclass_params__ = found, twin.__dataclass_params__
        return found


def _standard(make: Callable[..., Any], kept: _Field) -> Any:
    stated = {"default": kept.default, "default_factory": kept.factory}
    stated = {name: value for name, value in stated.items() if value is not _NOTHING}
    return make(repr=kept.repr, compare=kept.compare, **stated)


def replace(instance: Any, /, **changes: object) -> Any:
    """A new instance with some fields changed, as `dataclasses.replace` makes it."""
    for name in instance.__match_args__:
        if name not in changes:
            changes[name] = getattr(instance, name)
    return type(instance)(**changes)


def _values(self: Any) -> tuple[object, ...]:
    return tuple(getattr(self, name) for name in self.__match_args__)


def _shown(names: list[str]) -> dict[str, object]:
    """What shows an instance, and takes it to another process or makes a copy."""

    def __repr__(self: object) -> str:  # noqa: N807
        named = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({named})"

    return {"__repr__": __repr__, "__reduce__": lambda self: (type(self), _values(self))}


def _compared(names: list[str], *, is_hashed: bool, is_ordered: bool) -> dict[str, object]:
    """What compares and hashes instances by some of their fields."""
    of: Callable[[object], Any] = operator.attrgetter(*names) if names else lambda _self: ()

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return of(self) == of(other) if type(other) is type(self) else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(of(self))

    def by(compare: Callable[[Any, Any], bool]) -> Callable[[object, object], bool]:
        def method(self: object, other: object) -> bool:
            return compare(of(self), of(other)) if type(other) is type(self) else NotImplemented

        return method

    found: dict[str, object] = {"__eq__": __eq__, "__hash__": __hash__ if is_hashed else None}
    if is_ordered:
        orders = (operator.lt, operator.le, operator.gt, operator.ge)
        found |= {f"__{order.__name__}__": by(order) for order in orders}
    return found


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415

    raise FrozenInstanceError(f"cannot assign to field {name!r} of {type(self).__name__}")
