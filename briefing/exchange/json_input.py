"""JSON from outside, read with suspicion: every way it can be wrong becomes one clear line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import NoReturn

from briefing.exchange.visible import has_surrogate, trimmed
from briefing.model.errors import FormatError
from briefing.text.i18n import _

DEPTH_LIMIT = 64
"""How deep values may nest. Annotations need about ten."""

Json = dict[str, object]
"""A JSON object."""

_CUT_ENDS = ("prefix", "suffix")
"""Texts that programs cut by UTF-16 units, perhaps through the middle of a character."""


def read_json(text: str, where: str | None = None) -> object:
    """Read a JSON document.

    Args:
        text: The document; a byte order mark is dropped.
        where: The file, for messages.

    Raises:
        FormatError: It is not JSON, or holds what no note can: numbers that are none, half
            characters, values nested too deeply.
    """
    try:
        value = json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise _broken(text, error, where) from error
    except RecursionError as error:
        raise FormatError(_("this JSON is nested too deeply"), where=where) from error
    except ValueError as error:
        what = _("this JSON holds a number that cannot be read")
        raise FormatError(what, where=where) from error
    _inspect(value, where)
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _broken(text: str, error: json.JSONDecodeError, where: str | None) -> FormatError:
    remedy = _("save or export the file again")
    line = _("line {number}").format(number=error.lineno)
    place = f"{where}:{error.lineno}" if where else line
    if error.pos >= len(text.rstrip()):
        return FormatError(_("this JSON file ends in the middle"), where=place, remedy=remedy)
    return FormatError(_("this is not JSON"), where=place, remedy=remedy)


def _inspect(root: object, where: str | None) -> None:
    """Refuse what no note can hold, and mend texts that were cut inside a character."""
    todo: list[tuple[object, int]] = [(root, 0)]
    while todo:
        value, depth = todo.pop()
        if depth > DEPTH_LIMIT:
            raise FormatError(_("this JSON is nested too deeply"), where=where)
        if isinstance(value, str) and has_surrogate(value):
            what = _("a text holds half a character (a lone surrogate)")
            raise FormatError(what, where=where, remedy=_("export the file again"))
        todo.extend((child, depth + 1) for child in _children(value))


def _children(value: object) -> Iterable[object]:
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return ()
    for key in _CUT_ENDS:
        if isinstance(value.get(key), str):
            value[key] = trimmed(value[key])
    return [*value.keys(), *value.values()]


class WrongTypeError(Exception):
    """A value of an entry has a type that the format does not know. The message says which."""


def as_object(value: object, name: str) -> Json:
    """The value as an object.

    Raises:
        WrongTypeError: It is none.
    """
    if not isinstance(value, dict):
        raise WrongTypeError(_("“{name}” is not an object").format(name=name))
    return value


def objects(value: object, name: str) -> list[Json]:
    """The value as a list of objects: nothing is an empty list, one object a list of one.

    Raises:
        WrongTypeError: Something in it is no object.
    """
    return [as_object(item, name) for item in many(value)]


def many(value: object) -> list[object]:
    """The value as a list: nothing is an empty one, a single value a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def string(entry: Mapping[str, object], key: str, default: str = "") -> str:
    """A text of an entry; a missing one or null is the default.

    Raises:
        WrongTypeError: It is no text.
    """
    value = entry.get(key)
    if value is None:
        return default
    if not isinstance(value, str):
        raise WrongTypeError(_("“{name}” is not a text").format(name=key))
    return value


def strings(entry: Mapping[str, object], key: str) -> tuple[str, ...]:
    """A list of texts, each once, in order; missing or null is an empty one.

    Raises:
        WrongTypeError: It is no list, or something in it no text.
    """
    value = entry.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise WrongTypeError(_("“{name}” is not a list of texts").format(name=key))
    return tuple(dict.fromkeys(value))


def offsets(entry: Mapping[str, object]) -> tuple[int, int] | None:
    """The ``start`` and ``end`` of a text position, in the units of the file.

    Returns:
        None when they name no passage: below zero or turned round.

    Raises:
        WrongTypeError: They are no integers.
    """
    start, end = entry.get("start"), entry.get("end")
    if type(start) is not int or type(end) is not int:
        raise WrongTypeError(_("“start” and “end” are not integers"))
    return (start, end) if 0 <= start <= end else None
