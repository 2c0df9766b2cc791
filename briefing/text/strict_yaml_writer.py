"""The writing half of strict YAML: any reader of YAML 1.1 or 1.2 reads what was meant.

Text of several lines becomes a literal block (``|``), so that people can read it and line-based
tools can compare it. PyYAML's emitters quote such text as soon as it holds an emoji, a tab or a
space before a line end, which is why the blocks are written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from briefing.model.records import dataclass
from briefing.text.strict_yaml import PlainText

STEP = 2
"""Columns that each level goes in."""
FLOW_CHARACTERS = 80
"""Up to this length a list of scalars stands on one line."""

# Words that a YAML 1.1 reader takes for a truth value or null: https://yaml.org/type/bool.html
_RESERVED = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity"},
)
NEEDS_ESCAPE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]",
)
"""The controls, and what some readers take for a line break or swallow at a start."""
# Letters first: no number, date or indicator begins like that. Or letters and digits only.
_PLAIN = re.compile(r"[^\W\d_][^\t]*|[0-9]+[^\W\d_][^\W_]*")
_NUMBER_LIKE = re.compile(r"0[xXoObB]\w*|[0-9]+[eE][0-9]+")
_ENDS_PLAIN = re.compile(r":(?:\s|$)|\s#|\s$|\n")
_ENDS_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}]")
_DOUBTFUL_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_INDICATOR = re.compile(r"[,\[\]{}#&*!|>'\"%@`\s]|[-?:](?:\s|$)")
_SHORT_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}

Value = object
"""What can be written: str, int, Decimal, None, a sequence, a mapping, or one of those `Inline`."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Asks for a list or mapping to stand on one line."""

    value: Value
    """The list or mapping."""


def dump(values: Mapping[str, Value]) -> str:
    """Write a mapping as a whole text."""
    return "".join(entry(key, value) for key, value in values.items()) or "{}\n"


def entry(key: str, value: Value, *, indent: int = 0, keep: bool = True) -> str:
    """Write a key with its value, as whole lines.

    Args:
        key: The key.
        value: The value.
        indent: The column in which the key stands.
        keep: Whether a literal block may end in empty lines. They are part of the value and would
            run together with an empty line that is meant to set things apart.
    """
    return f"{' ' * indent}{_key(key)}:{_after(value, indent, keep)}"


def scalar(value: Value, *, in_flow: bool = False) -> str:
    """Write a string, integer, decimal or null on one line.

    Args:
        value: The value.
        in_flow: Whether it stands between brackets or braces.

    Raises:
        TypeError: If it is none of those.
    """
    if value is None:
        return "null"
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if not isinstance(value, str):
        raise TypeError(f"no YAML for {type(value).__name__}")
    return _string(value, in_flow)


def flow(value: Value) -> str:
    """Write a value on one line, lists and mappings between brackets and braces."""
    if isinstance(value, Inline):
        return flow(value.value)
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, in_flow=True)}: {flow(value[key])}" for key in value)
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(flow(item) for item in value)}]"
    return scalar(value, in_flow=True)


def can_be_block(text: str, *, keep: bool = True) -> bool:
    """Whether a text can stand as a literal block."""
    if "\n" not in text or not text.strip("\n") or NEEDS_ESCAPE.search(text):
        return False
    return keep or not text.endswith("\n\n")


@lru_cache(maxsize=256, typed=True)
def _key(key: str) -> str:
    """A key as it is written; there are few of them, and they come again and again."""
    return scalar(key)


def _string(text: str, in_flow: bool) -> str:
    if isinstance(text, PlainText) and _can_stay_plain(text, in_flow):
        return str(text)
    if NEEDS_ESCAPE.search(text) or "\n" in text:
        return _double_quoted(text)
    if is_plain(text) and not (in_flow and _DOUBTFUL_IN_FLOW.search(text)):
        return text
    return "'" + text.replace("'", "''") + "'"


def is_plain(text: str) -> bool:
    """Whether a string can stand without quotes outside brackets and no reader mistakes it."""
    return (
        _PLAIN.fullmatch(text) is not None
        and text.lower() not in _RESERVED
        and not _NUMBER_LIKE.fullmatch(text)
        and not _ENDS_PLAIN.search(text)
    )


def _can_stay_plain(text: str, in_flow: bool) -> bool:
    if not text or _INDICATOR.match(text) or NEEDS_ESCAPE.search(text) or _ENDS_PLAIN.search(text):
        return False
    return not (in_flow and _ENDS_PLAIN_IN_FLOW.search(text))


def _double_quoted(text: str) -> str:
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    if not NEEDS_ESCAPE.match(character):
        return character
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"  # half a character: neither UTF-8 nor libyaml has a way to write it
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"


def _after(value: Value, indent: int, keep: bool) -> str:
    """What follows ``key:`` or ``-``, up to and with the end of its last line."""
    if isinstance(value, str):
        if can_be_block(value, keep=keep):
            return f" {_block(value, indent + STEP)}"
        return f" {scalar(value)}\n"
    if isinstance(value, Inline) or not value or _is_short(value):
        return f" {flow(value)}\n"
    return "\n" + "".join(_lines_below(value, indent + STEP, keep))


def _is_short(value: Value) -> bool:
    if isinstance(value, Mapping):
        return False
    if not isinstance(value, Sequence):
        return True
    is_flat = all(
        not isinstance(item, Mapping | Sequence) or (isinstance(item, str) and "\n" not in item)
        for item in value
    )
    return is_flat and len(flow(value)) <= FLOW_CHARACTERS


def _lines_below(value: Value, indent: int, keep: bool) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key in value:
            yield entry(key, value[key], indent=indent, keep=keep)
    elif isinstance(value, Sequence):
        for item in value:
            yield f"{' ' * indent}-{_item(item, indent, keep)}"


def _item(value: Value, indent: int, keep: bool) -> str:
    if isinstance(value, Mapping) and value:
        return " " + "".join(_lines_below(value, indent + STEP, keep)).lstrip(" ")
    return _after(value, indent, keep)


def _block(text: str, indent: int) -> str:
    body = text.rstrip("\n")
    breaks = len(text) - len(body)
    chomping = "-" if breaks == 0 else "" if breaks == 1 else "+"
    # Where the first line begins with a space, a reader could not tell it from the indentation.
    indicator = str(STEP) if text[0] in " \t\n" else ""
    lines = (f"{' ' * indent}{line}" if line else "" for line in body.split("\n"))
    return f"|{indicator}{chomping}\n" + "\n".join(lines) + "\n" * max(breaks, 1)
