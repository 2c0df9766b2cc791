"""Facts that stand above an article's text, written anew in the middle of what an editor wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.text.strict_yaml_writer import entry


def with_facts(block: str, top: Mapping[str, object], source: Mapping[str, object]) -> str:
    """A block of front matter with other facts; all else stays, comments and order too.

    Args:
        block: From its first fence on, up to the first character of the text.
        top: Keys and their values; one that is None is left as it is.
        source: The same, for keys of `source`; one that is not there is not put in.
    """
    for key, value in top.items():
        block = _with_fact(block, key, value, indent=0)
    for key, value in source.items():
        block = _with_fact(block, key, value, indent=2)
    return block


def _with_fact(block: str, key: str, value: object, *, indent: int) -> str:
    """A block of front matter in which a key has another value; at the end where it had none."""
    if value is None:
        return block
    margin = " " * indent
    lines = re.compile(
        rf"(?m)^{margin}{key}:.*\n(?:{margin}(?:[ \t]|-[ \t]).*\n|[ \t]*\n(?={margin}[ \t]))*"
    )
    now = entry(key, value, indent=indent)
    if lines.search(block):
        return lines.sub(lambda _match: now, block, count=1)
    if indent:
        return block
    head, _line, rest = block.rstrip("\n").rpartition("\n")
    return f"{head}\n{now}{rest}{block[len(block.rstrip(chr(10))) :]}"
