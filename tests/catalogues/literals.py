"""Finds words for a reader that no catalogue can translate."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from briefing.model import errors

ALL = None
"""Every parameter."""

_ERRORS = [name for name, kind in vars(errors).items() if isinstance(kind, type)]
SPEAKING: dict[str, tuple[int, ...] | None] = {
    **dict.fromkeys(_ERRORS, (0,)),
    "Fault": (0, 2),
    "report": (0, 1),
    "error": (0, 1),
    "tell": (0,),
    "complain": (0,),
    "say": (0,),
    "step": (0,),
    "notify": (0,),
    "show_change": (0,),
    "_tell_step": (1, 2),
    "strip.add": (0,),
    "Words": (0,),
    "Static": (0,),
    "update": (0,),
    "SystemCommand": (0, 1),
    "ChooseDialog": (0,),
    "ConfirmDialog": ALL,
    "ChoiceLine": (0,),
    "Action": (4, 5),
    "action": (2, 3),
    "anywhere": (2, 3),
    "typing": (2, 3),
    "dialog": (2, 3),
}
"""The calls that reach a reader, by function or class, and which of their parameters do."""

SPEAKING_WORDS = frozenset(
    {"empty", "epilog", "help", "no", "placeholder", "remedy", "title", "tooltip", "what", "yes"}
)
"""Parameters that reach a reader wherever they are given by name."""
SPEAKING_NAMES = frozenset({"remedy", "what"})
"""What is first put into a variable of this name is told later."""
SPEAKING_ATTRIBUTES = frozenset({"border_subtitle", "border_title", "placeholder", "tooltip"})
"""Attributes of widgets that are shown."""

_LETTERS = re.compile(r"[^\W\d_]{2}")


def untranslated(code: str) -> Iterator[tuple[int, str]]:
    """Line and words of what a reader is told in English only.

    Words that go through ``_``, ``ngettext`` or ``later`` are inside another call, and what other
    calls are given is not looked at: it is their own to answer for.
    """
    for node in ast.walk(ast.parse(code)):
        for value in _told(node):
            for words in _literals(value):
                if _LETTERS.search(words):
                    yield value.lineno, words


def _told(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions in a node that reach a reader."""
    match node:
        case ast.Call():
            chosen = _parameters(node.func)
            for number, value in enumerate(node.args):
                if chosen is ALL or number in chosen:
                    yield value
            yield from (word.value for word in node.keywords if word.arg in SPEAKING_WORDS)
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in SPEAKING_NAMES:
            yield value
        case ast.Assign(targets=[ast.Attribute(attr=name)], value=value):
            if name in SPEAKING_ATTRIBUTES:
                yield value


def _parameters(called: ast.expr) -> tuple[int, ...] | None:
    """Which parameters of a function speak: ``self.strip.add`` is known as ``strip.add``."""
    *owners, last = _parts(called)
    return SPEAKING.get(".".join([*owners[-1:], last]), SPEAKING.get(last, ()))


def _parts(called: ast.expr) -> list[str]:
    """``self.strip.add`` as a list; what is no name in it is left out."""
    match called:
        case ast.Name(id=name):
            return [name]
        case ast.Attribute(value=owner, attr=name):
            return [*_parts(owner), name]
    return [""]


def _literals(value: ast.expr) -> Iterator[str]:
    """Words written out in an expression, but for those that another call is given."""
    match value:
        case ast.Constant(value=str(words)):
            yield words
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from _literals(part)
        case ast.FormattedValue(value=inner):
            yield from _literals(inner)
        case ast.BinOp(left=left, right=right):
            yield from _literals(left)
            yield from _literals(right)
        case ast.IfExp(body=body, orelse=other):
            yield from _literals(body)
            yield from _literals(other)
        case ast.BoolOp(values=parts):
            for part in parts:
                yield from _literals(part)
        case ast.Call(func=ast.Attribute(value=inner, attr="format")):
            yield from _literals(inner)
