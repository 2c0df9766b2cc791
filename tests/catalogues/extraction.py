"""Every message of the program: what its code hands to ``_`` and the help of its commands."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from briefing.text.i18n import LOCALES

ROOT = LOCALES.parents[1]
PACKAGE = LOCALES.parent
DOMAIN = "briefing"
KEYWORDS = {"_": None, "ngettext": (1, 2), "later": None}
"""The functions of `briefing.text.i18n` that take messages, as Babel writes their parameters."""

_METHODS = [
    ("**.py", "python"),
    ("cli/**.py", "tests.catalogues.extraction:command_help"),
]


def catalogue_of_the_code() -> Catalog:
    """All messages, each with the files that it stands in."""
    found = Catalog(domain=DOMAIN)
    for method in _METHODS:
        for name, _line, message, _comments, context in extract_from_dir(
            PACKAGE, method_map=[method], keywords=KEYWORDS
        ):
            found.add(message, locations=[(f"{PACKAGE.name}/{name}", 1)], context=context)
    return found


def command_help(
    file: BinaryIO, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, str, list[str]]]:
    """What Click makes the help of a command: the docstrings of functions that are commands."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            words = ast.get_docstring(node, clean=False)
            if words:
                yield node.lineno, "_", inspect.cleandoc(words), []


def _makes_command(decorator: ast.expr) -> bool:
    """Whether a decorator is ``click.command(…)``, ``notes.group(…)`` or such."""
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Attribute) and called.attr in ("command", "group")


def translations() -> list[Path]:
    """The catalogues of the program's own words, one a language."""
    return sorted(LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def load(path: Path) -> Catalog:
    """Read the catalogue of a language."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def lacks(path: Path, found: Catalog) -> str:
    """What a catalogue lacks to be that of the code, and what to do; empty for nothing.

    Args:
        path: The catalogue.
        found: The messages of the code.
    """
    catalogue = load(path)
    said, known = _words(found), _words(catalogue)
    left = {_word(message) for message in catalogue if message.id and not is_translated(message)}
    lines = [
        *(f"  not in the file: {words}" for words in sorted(said - known)),
        *(f"  not in the code any more: {words}" for words in sorted(known - said)),
        *(f"  not translated: {words}" for words in sorted(left)),
    ]
    advice = "Run `make messages`, then fill in each empty msgstr of that file."
    return "\n".join([f"{path.relative_to(ROOT)}:", *lines, advice]) if lines else ""


def is_translated(message: Message) -> bool:
    """Whether a message has all its translations, and none is a guess."""
    given = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(given) and not message.fuzzy


def _words(catalogue: Catalog) -> set[str]:
    return {_word(message) for message in catalogue if message.id}


def _word(message: Message) -> str:
    """A message; one that depends on a number with both its forms."""
    return message.id if isinstance(message.id, str) else " | ".join(message.id)
