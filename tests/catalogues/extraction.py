"""Every message: what is handed to ``_``, the help of commands, titles of panels and themes."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from briefing.model.panels import TITLES
from briefing.storage.locations import shipped_themes
from briefing.storage.themes import load_themes
from briefing.text.i18n import LOCALES

ROOT = LOCALES.parents[1]
PACKAGE = LOCALES.parent
DOMAIN = "briefing"
KEYWORDS = {"_": None, "ngettext": (1, 2), "later": None}
"""The functions of `briefing.text.i18n` that take messages, as Babel writes their parameters."""

_Found = tuple[int, str, "str | tuple[str | None, ...]", list[str]]
"""What Babel is told of a message: line, function, words, comments."""


def catalogue_of_the_code() -> Catalog:
    """All messages, each with the files that it stands in."""
    found = Catalog(domain=DOMAIN)
    for name, _line, message, _comments, context in extract_from_dir(
        PACKAGE, method_map=[("**.py", "tests.catalogues.extraction:messages")], keywords=KEYWORDS
    ):
        found.add(message, locations=[(f"{PACKAGE.name}/{name}", 1)], context=context)
    for title in TITLES.values():
        found.add(title, locations=[(f"{PACKAGE.name}/model/panels.py", 1)])
    for theme in load_themes([shipped_themes()])[0].values():
        found.add(theme.title, locations=[(f"themes/{theme.name}.yaml", 1)])
    return found


def messages(
    file: BinaryIO, keywords: Collection[str], comment_tags: Any, options: Any
) -> Iterator[_Found]:
    """The messages of a module, for Babel.

    Babel's own method looks into f-strings or not, as Python's version has it; and it knows nothing
    of docstrings.
    """
    yield from sorted(_found(ast.parse(file.read()), keywords))


def _found(tree: ast.Module, keywords: Collection[str]) -> Iterator[_Found]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(words))]):
                if name in keywords:
                    yield node.lineno, name, words, []
            case ast.Call(func=ast.Name(id="ngettext"), args=[*forms, _count]):
                yield node.lineno, "ngettext", (*map(ast.literal_eval, forms), None), []
            case ast.FunctionDef() if any(map(_makes_command, node.decorator_list)):
                if help_text := ast.get_docstring(node, clean=False):
                    yield node.lineno, "_", inspect.cleandoc(help_text), []


def _makes_command(decorator: ast.expr) -> bool:
    """Whether a decorator, ``click.command(…)`` or such, makes the docstring a help text."""
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
