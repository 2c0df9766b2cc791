"""Modules are imported by several threads at once, so none may lead back to itself.

While one thread imports a package whose `__init__` imports its modules, and another one imports one
of these modules, each waits for the other; Python ends that by handing out a half imported module,
and a name is missing. Nothing of the kind can happen where what a module imports forms no circle.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import briefing

_ROOT = Path(briefing.__file__).parent


def _name(path: Path) -> str:
    parts = path.relative_to(_ROOT.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


_MODULES = {_name(path): ast.parse(path.read_text("utf-8")) for path in _ROOT.rglob("*.py")}


def _imports(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports outside functions, those that only the type checker follows among them."""
    for statement in body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            yield statement
        elif isinstance(statement, ast.If):
            yield from _imports([*statement.body, *statement.orelse])
        elif isinstance(statement, ast.Try):
            yield from _imports(statement.body)


def _wanted(tree: ast.Module) -> set[str]:
    """The modules of this program that a module names in its imports."""
    names: set[str] = set()
    for node in _imports(tree.body):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        else:
            assert node.module is not None, "imports here name the whole module"
            assert not node.level, "imports here name the whole module"
            parts = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= parts & set(_MODULES) or {node.module}
    return names & set(_MODULES)


def _packages(name: str) -> set[str]:
    parts = name.split(".")
    return {".".join(parts[:count]) for count in range(1, len(parts))}


def test_no_module_leads_back_to_itself() -> None:
    graph = {name: _wanted(tree) | _packages(name) for name, tree in _MODULES.items()}
    assert len(graph) > 500
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
