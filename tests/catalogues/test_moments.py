"""Nothing is said before the language is known."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from briefing.storage.locations import settings_path
from tests.catalogues.extraction import PACKAGE

LOADED_BY_THEN = """
import sys
import briefing.cli
import briefing.cli.group
from briefing.cli.language import choose_language

choose_language()
print(*(name for name in sys.modules if name.startswith("briefing")))
"""


def test_no_module_speaks_while_it_is_imported_before_the_language_is_chosen() -> None:
    """Such words would be English for everybody: `later` marks them, `_` translates them then."""
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text("language: it\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LOADED_BY_THEN], capture_output=True, text=True, check=True
    )
    names = done.stdout.split()
    assert {"briefing.cli.group", "briefing.storage.settings_schema"} <= set(names)
    found = [
        f"{name}:{call.lineno}" for name in names for call in _said_at_once(_file(name).read_text())
    ]
    assert not found


def _file(module: str) -> Path:
    path = PACKAGE.parent.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _said_at_once(code: str) -> list[ast.Call]:
    """The calls of ``_`` and ``ngettext`` that importing a module makes."""
    return [
        node
        for node in _run_at_once(ast.parse(code))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
    ]


def _run_at_once(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of functions."""
    yield node
    for name, value in ast.iter_fields(node):
        if name == "body" and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, ast.AST):
                yield from _run_at_once(inner)


def test_what_runs_at_once_is_told_from_what_runs_later() -> None:
    at_once = 'A = _("now")\n@option(help=_("now"))\ndef f(x=_("now")): _("later")'
    assert len(_said_at_once(at_once)) == 3
    assert not _said_at_once('A = lambda: _("later")\ndef f(): return _("later")')
