"""Reading the file of a language.

What all languages share stands in ``neutral.toml`` and is added to each language's own words; a
language without a file has nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, get_type_hints

from briefing.languages.code import base_language
from briefing.languages.compiled import FOLDER, tables_of
from briefing.languages.kinds import Named, Numbered, Table, Words
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
    kinds = {name: kind for name, kind in _kinds(Language).items() if name != "code"}
    _agree(tables, kinds, code, "")
    rooms = {
        name: _section(tables[name], kind, f"{code}.toml", name, getattr(shared, name, None))
        for name, kind in kinds.items()
    }
    return Language(code="" if code == NEUTRAL else code, **rooms)


@cache
def _kinds(of: type[Any]) -> Mapping[str, Any]:
    """What the fields of a class hold, by name."""
    return get_type_hints(of)


def _section(table: Mapping[str, Any], kind: Any, where: str, name: str, shared: Any) -> Any:
    kinds = _kinds(kind)
    _agree(table, kinds, where, f"{name}.")
    values = {
        key: _value(table[key], wanted, where, f"{name}.{key}") for key, wanted in kinds.items()
    }
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


def _value(value: Any, kind: Any, where: str, name: str) -> Any:
    """A value of the file as what a field holds."""
    if kind in (str, bool) and isinstance(value, kind):
        return value
    if kind == Words and _are_words(value):
        return tuple(value)
    if kind == tuple[Words, ...] and isinstance(value, list) and all(map(_are_words, value)):
        return tuple(map(tuple, value))
    if kind == Numbered and isinstance(value, dict) and all(type(v) is int for v in value.values()):
        return value
    if kind == Named and isinstance(value, dict) and all(type(v) is str for v in value.values()):
        return value
    if kind == Table and isinstance(value, dict) and all(map(_are_words, value.values())):
        return {key: tuple(words) for key, words in value.items()}
    raise FormatError(_("“{key}” is not what it should be").format(key=name), where=where)


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _joined(own: Any, shared: Any) -> Any:
    """A language's own words before those that all share; a switch or a pattern is its own."""
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
