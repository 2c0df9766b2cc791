"""Reading the file of a language.

What all languages share stands in ``neutral.toml`` and is added to each language's own words; a
language without a file has nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, get_type_hints

from briefing.languages.code import base_language
from briefing.languages.compiled import FOLDER, tables_of
from briefing.languages.kinds import Words
from briefing.languages.language import Language
from briefing.model.errors import FormatError
from briefing.text.i18n import _

NEUTRAL = "neutral"
"""The file of what all languages share."""

CODES = tuple(sorted({file.stem for file in FOLDER.glob("*.toml")} - {NEUTRAL}))
"""The languages that have a file."""


@lru_cache(maxsize=len(CODES) + 1)
def _read(code: str) -> Language:
    return parse(tables_of(code), code, None if code == NEUTRAL else _read(NEUTRAL))


def language_of(tag: str | None) -> Language:
    """The words of a language, of a BCP 47 tag; what all share where it has no file."""
    code = base_language(tag)
    return _read(code if code in CODES else NEUTRAL)


def every_language() -> tuple[Language, ...]:
    """All languages, for texts whose language is not known yet; what all share is the last."""
    return tuple(map(_read, (*CODES, NEUTRAL)))


def parse(tables: Mapping[str, Any], code: str, shared: Language | None) -> Language:
    """A language of what its file holds.

    Args:
        tables: The file.
        code: Its name without the ending.
        shared: What all languages share; None where this is it.

    Raises:
        FormatError: A table or key is missing, unknown, or of a wrong type.
    """
    kinds = _kinds()
    _agree(tables, kinds, code, "")
    rooms = {
        name: _section(tables[name], kind, f"{code}.toml", name, getattr(shared, name, None))
        for name, kind in kinds.items()
    }
    return Language(code="" if code == NEUTRAL else code, **rooms)


@cache
def _kinds() -> Mapping[str, Any]:
    """The classes of the tables of a language, by name."""
    return {name: kind for name, kind in get_type_hints(Language).items() if name != "code"}


@cache
def _readers(of: type[Any]) -> Mapping[str, Callable[[Any], Any]]:
    """What makes the value of each field of a class of what a file holds, by name."""
    return {name: _READERS[kind] for name, kind in of.__annotations__.items()}


def _section(table: Mapping[str, Any], kind: Any, where: str, name: str, shared: Any) -> Any:
    readers = _readers(kind)
    _agree(table, readers, where, f"{name}.")
    values = {key: read(table[key]) for key, read in readers.items()}
    for key in (key for key, value in values.items() if value is None):
        what = _("“{key}” is not what it should be").format(key=f"{name}.{key}")
        raise FormatError(what, where=where)
    if shared is not None:
        values = {key: _joined(value, getattr(shared, key)) for key, value in values.items()}
    return kind(**values)


def _agree(table: Mapping[str, Any], kinds: Mapping[str, Any], where: str, within: str) -> None:
    """Every key is there, and no other."""
    for key in kinds.keys() - table.keys():
        raise FormatError(_("“{key}” is missing").format(key=within + key), where=where)
    for key in table.keys() - kinds.keys():
        raise FormatError(
            _("“{key}” is no key of a language").format(key=within + key), where=where
        )


def _of_type(kind: type[Any]) -> Callable[[Any], Any]:
    return lambda value: value if type(value) is kind else None


def _words(value: Any) -> Words | None:
    return tuple(value) if type(value) is list and {*map(type, value)} <= {str} else None


def _rows(value: Any) -> tuple[Words | None, ...] | None:
    rows = tuple(map(_words, value)) if type(value) is list else (None,)
    return None if None in rows else rows


def _named(kind: type[Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        is_such = type(value) is dict and {*map(type, value.values())} <= {kind}
        return value if is_such else None

    return read


def _table(value: Any) -> Mapping[str, Words | None] | None:
    table = {key: _words(words) for key, words in value.items()} if type(value) is dict else None
    return None if table is None or None in table.values() else table


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "str": _of_type(str),
    "bool": _of_type(bool),
    "Words": _words,
    "tuple[Words, ...]": _rows,
    "Numbered": _named(int),
    "Named": _named(str),
    "Table": _table,
}
"""By how a field is annotated: makes its value of what a file holds; None where that is another.

Two thousand keys are read before the first words of a page or a PDF, so the annotations are not
evaluated.
"""


def _joined(own: Any, shared: Any) -> Any:
    """A language's own words before those that all share; a switch or a pattern is its own."""
    if not shared:
        return own
    if isinstance(own, tuple):
        known = frozenset(own)
        return (*own, *(word for word in shared if word not in known))
    if isinstance(own, dict):
        joined = {**shared, **own}
        return {
            key: _joined(value, shared.get(key, ())) if isinstance(value, tuple) else value
            for key, value in joined.items()
        }
    return own
