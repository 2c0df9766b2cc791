"""What the tests of the languages need: all words of all files, and the words that code holds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from briefing.languages.language import Language
from briefing.languages.load import every_language

PACKAGE = Path(__file__).parents[2] / "briefing"

_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_WORDS = re.compile(r"\[[^\]]*\]|\\[a-zA-Z]|\(\?P<\w+>")
"""Parts of an expression that are none: sets of letters, kinds of characters, names of groups."""

_MARKS = frozenset(("_", "later", "ngettext"))
"""What marks words of the interface, which the catalogues translate."""

_NO_LANGUAGE = frozenset(("word_order", "adjective", "verb", "no_case_after"))
"""Keys that hold a choice or an expression, and no words."""


def words_of(own: Language) -> set[str]:
    """All words of a language's file, in small letters."""
    found: set[str] = set()
    for room in fields(own):
        section = getattr(own, room.name)
        if isinstance(section, str):
            continue
        for key in fields(section):
            value = getattr(section, key.name)
            if key.name not in _NO_LANGUAGE:
                found.update(_leaves(value, key.name))
    return {word for phrase in found for word in _WORD.findall(phrase.lower())}


def _leaves(value: Any, key: str) -> Iterator[str]:
    """The phrases in a value; names of tables are our own where their values are words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, held in value.items():
            if isinstance(held, int):
                yield name
            else:
                yield from _leaves(held, key)
    elif isinstance(value, tuple):
        for held in value:
            yield from _leaves(held, key)


def every_word() -> dict[str, set[str]]:
    """All words of all files, each with the codes of its languages."""
    found: dict[str, set[str]] = {}
    for own in every_language():
        for word in words_of(own):
            found.setdefault(word, set()).add(own.code)
    return found


def modules(*rooms: str) -> list[Path]:
    """The modules of some rooms."""
    return [path for room in rooms for path in sorted((PACKAGE / room).rglob("*.py"))]


def words_in(source: str) -> dict[str, int]:
    """The words in the string literals of a module, each with a line, codes in capitals aside."""
    tree = ast.parse(source)
    skipped = {id(node) for node in _no_rule(tree)}
    found: dict[str, int] = {}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in skipped
        ):
            for word in _WORD.findall(_NO_WORDS.sub(" ", node.value)):
                if not (word.isupper() and len(word) == 2):
                    found.setdefault(word.lower(), node.lineno)
    return found


def _no_rule(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, words of the interface, and keys by which something is looked up."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.Subscript):
            yield node.slice
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in _MARKS:
            yield from ast.walk(node)


def attributes(source: str) -> set[str]:
    """The names that a module asks of a value."""
    return {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
