"""How the screen is built: limits that keep a part from growing into everything again."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import briefing.session
import briefing.ui
from briefing.session.sitting import Sitting
from briefing.ui.screens.reader import ReaderScreen

PACKAGE = Path(briefing.ui.__path__[0]).parent
ROOMS = ("ui/parts", "ui/screens", "ui/dialogs")
FILES = [
    *(path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))),
    *sorted((PACKAGE / "session").glob("*.py")),
]
LATE_IMPORTS = 15
MOST_METHODS = 40
MOST_LINES, MOST_FUNCTION_LINES = 300, 40


def _classes(room: str) -> Iterator[type]:
    package = importlib.import_module(room)
    for found in pkgutil.walk_packages(package.__path__, f"{room}."):
        module = importlib.import_module(found.name)
        for each in vars(module).values():
            if inspect.isclass(each) and each.__module__ == module.__name__:
                yield each


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_the_screen_of_the_reader_inherits_nothing_of_ours() -> None:
    ours = [each for each in ReaderScreen.__mro__ if each.__module__.startswith("briefing")]
    assert ours == [ReaderScreen]


@pytest.mark.parametrize(
    "each", [*_classes("briefing.ui"), Sitting], ids=lambda each: each.__name__
)
def test_no_class_does_everything(each: type) -> None:
    methods = [
        name
        for name, value in vars(each).items()
        if inspect.isfunction(value) or isinstance(value, property)
    ]
    assert len(methods) <= MOST_METHODS


def test_no_part_inherits_from_another() -> None:
    parts = list(_classes("briefing.ui.parts"))
    assert [each for each in parts if each.__mro__[1] is not object] == []


def test_no_handler_replaces_another() -> None:
    """Textual calls the handlers of all bases: what is meant to be replaced is a method."""
    lifecycle = {"on_mount", "on_unmount"}
    assert not [
        f"{each.__name__}.{name}"
        for each in _classes("briefing.ui")
        for name in vars(each)
        if name.startswith("on_") and name not in lifecycle
        for base in each.__mro__[1:]
        if base.__module__.startswith("briefing") and name in vars(base)
    ]


def test_imports_inside_functions_are_few_and_each_says_why() -> None:
    late, silent = 0, []
    for path in sorted((PACKAGE / "ui").rglob("*.py")):
        lines = path.read_text("utf-8").splitlines()
        for function in _functions(ast.parse("\n".join(lines))):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    late += 1
                    if not re.search(r"# noqa: .*PLC0415 - \w+", lines[node.lineno - 1]):
                        silent.append(f"{path.name}:{node.lineno}")
    assert silent == []
    assert late <= LATE_IMPORTS


def _only_hands_on(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a method does nothing but call another object's with just its own arguments."""
    body = [n for n in function.body if not (isinstance(n, ast.Expr) and _is_text(n.value))]
    if len(body) != 1 or not isinstance(body[0], ast.Expr | ast.Return):
        return False
    call = body[0].value
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
        return False
    owner = call.func.value
    if not (isinstance(owner, ast.Attribute) and ast.unparse(owner).startswith("self.")):
        return False
    given = [ast.unparse(each) for each in (*call.args, *(word.value for word in call.keywords))]
    taken = [each.arg for each in (*function.args.args[1:], *function.args.kwonlyargs)]
    return bool(taken) and given == taken and call.func.attr == function.name


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_no_method_only_hands_on() -> None:
    found = [
        f"{path.name}: {function.name}"
        for path in (*FILES, PACKAGE / "ui" / "app.py")
        for function in _functions(ast.parse(path.read_text("utf-8")))
        if path.parts[-2:] == ("session", "sitting.py") or "ui" in path.parts
        if _only_hands_on(function)
    ]
    assert found == []


def test_each_attribute_of_screen_and_parts_is_written_in_one_file() -> None:
    """What an object is made of is written by the object; others call it, or assign none."""
    foreign = []
    for path in sorted((PACKAGE / "ui" / "parts").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for target in _targets(node):
                owner = ast.unparse(target.value)
                if owner.split(".")[-1] in ("screen", "_stage", "stage", "_text", "_foot"):
                    foreign.append(f"{path.name}: {ast.unparse(target)}")
    assert foreign == []


def _targets(node: ast.AST) -> Iterator[ast.Attribute]:
    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            for each in ast.walk(target):
                if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store):
                    yield each


def test_files_and_functions_are_short() -> None:
    long = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text, name = path.read_text("utf-8"), path.relative_to(PACKAGE)
        if len(text.splitlines()) > MOST_LINES:
            long.append(f"{name}")
        for function in _functions(ast.parse(text)):
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > MOST_FUNCTION_LINES:
                long.append(f"{name}: {function.name}")
    assert long == []


def test_no_modules_need_each_other_not_even_for_their_types() -> None:
    needs: dict[str, set[str]] = defaultdict(set)
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        name = name.removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("briefing"):
                for each in node.names:
                    whole = f"{node.module}.{each.name}"
                    is_module = (
                        (PACKAGE.parent / Path(*whole.split("."))).with_suffix(".py").exists()
                    )
                    needs[name].add(whole if is_module else node.module or "")
    assert _circle(needs) == []


def _circle(needs: dict[str, set[str]]) -> list[str]:
    """Modules that need each other, as a way from one back to it; none for none."""
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> list[str]:
        if name in way:
            return [*way[way.index(name) :], name]
        if name in done:
            return []
        for other in sorted(needs.get(name, ())):
            found = walk(other, [*way, name])
            if found:
                return found
        done.add(name)
        return []

    return next((found for name in sorted(needs) if (found := walk(name, []))), [])
