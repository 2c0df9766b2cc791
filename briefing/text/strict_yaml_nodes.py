"""The values of a strict YAML text, each with its line, and getters that check what they are.

`strict_yaml.parse` makes them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from briefing.model.errors import Fault, FormatError
from briefing.model.records import dataclass, field
from briefing.text.i18n import _

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,400})")
"""What counts as an integer: no leading zeros, no separators, no other base."""
DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,400})\.[0-9]{1,400}")
"""What counts as a decimal, unless it is `GROUPED`."""
GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:[.,'’ \u00a0\u202f_][0-9]{3})+")
"""A number with thousands set apart, which half the world would read as a fraction."""
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""The plain scalars that mean nothing."""


class PlainText(str):
    """A string that stood without quotes, so that an unknown value can be written as it was."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """What all nodes of a text share."""

    name: str
    """The file, for messages."""
    first_line: int
    """The line of the file where the text begins, 1-based."""
    faults: list[Fault] | None
    """Where faults go; None: they are raised."""
    line_starts: list[int] | None = None
    """Offsets of the lines, only where YAML would count them otherwise than an editor."""

    def line_number(self, mark: Any) -> int:  # PyYAML has two unrelated classes of marks
        """The line of the file that a mark of the parser stands in."""
        if self.line_starts is None:
            return self.first_line + int(mark.line)
        return self.first_line + bisect_right(self.line_starts, mark.index) - 1

    def report(self, line_number: int, what: str, remedy: str | None = None) -> None:
        """Note a fault at a line of the file, or raise it where faults are not collected."""
        where = f"{self.name}:{line_number}"
        if self.faults is None:
            raise FormatError(what, where=where, remedy=remedy)
        self.faults.append(Fault(what, where, remedy))

    def error(self, line_number: int, what: str, remedy: str | None = None) -> FormatError:
        """An error at a line of the file."""
        return FormatError(what, where=f"{self.name}:{line_number}", remedy=remedy)


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A value of the text. The getters are for mappings; on an empty value nothing is found."""

    value: str | tuple[Node, ...] | dict[str, Node]
    """The scalar's characters, the items, or the values by key."""
    is_plain: bool
    """Whether it is a scalar without quotes."""
    line_number: int
    """Where it begins in the file, 1-based."""
    source: Source = field(repr=False)
    """What all nodes of the text share."""

    @property
    def where(self) -> str:
        """The file and the line, as messages name them."""
        return f"{self.source.name}:{self.line_number}"

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys."""
        return isinstance(self.value, dict)

    @property
    def is_sequence(self) -> bool:
        """Whether it has items."""
        return isinstance(self.value, tuple)

    @property
    def is_null(self) -> bool:
        """Whether it means nothing: ``~``, ``null`` or no characters at all."""
        return self.is_plain and self.value in NULLS

    @property
    def items(self) -> tuple[Node, ...]:
        """The items of a list; none for anything else."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def fields(self) -> dict[str, Node]:
        """The values of a mapping by key; none for anything else."""
        return self.value if isinstance(self.value, dict) else {}

    def report(self, what: str, remedy: str | None = None) -> None:
        """Note a fault at this value's line, or raise it where faults are not collected.

        Raises:
            FormatError: If the text was parsed without a list of faults.
        """
        self.source.report(self.line_number, what, remedy)

    def error(self, what: str, remedy: str | None = None) -> FormatError:
        """An error at this value's line, to be raised by the caller."""
        return self.source.error(self.line_number, what, remedy)

    def get(self, key: str) -> Node | None:
        """The value of ``key``; None where it is missing or null."""
        node = self.fields.get(key)
        return None if node is None or node.is_null else node

    def string(self, key: str) -> str | None:
        """The string at ``key``; None where it is missing or null. An integer is no string."""
        node = self.get(key)
        return None if node is None else node.as_string(key)

    def required_string(self, key: str) -> str:
        """The string at ``key``.

        Raises:
            FormatError: If there is none, also where faults are collected.
        """
        value = self.string(key)
        if value is None:
            raise self.error(_("“{key}” is missing").format(key=key))
        return value

    def integer(self, key: str) -> int | None:
        """The integer at ``key``; None where it is missing or null."""
        node = self.get(key)
        return None if node is None else node.as_integer(key)

    def number(self, key: str) -> int | Decimal | None:
        """The integer or plain decimal at ``key``; None where it is missing or null.

        ``14.000`` is refused: to some readers it is fourteen, to others fourteen thousand.
        """
        node = self.get(key)
        return None if node is None else node.as_number(key)

    def strings(self, key: str) -> tuple[str, ...]:
        """The strings of the list at ``key``; none where it is missing or null."""
        found = (node.as_string(key) for node in self.nodes(key))
        return tuple(text for text in found if text is not None)

    def integers(self, key: str) -> tuple[int, ...]:
        """The integers of the list at ``key``; none where it is missing or null."""
        found = (node.as_integer(key) for node in self.nodes(key))
        return tuple(number for number in found if number is not None)

    def nodes(self, key: str) -> tuple[Node, ...]:
        """The items of the list at ``key``; none where it is missing or null."""
        node = self.get(key)
        if node is not None and not node.is_sequence:
            node.report_type(key, _("a list"))
        return () if node is None else node.items

    def mappings(self, key: str) -> tuple[Node, ...]:
        """The mappings of the list at ``key``; an item that is none is a fault."""
        nodes = self.nodes(key)
        for node in nodes:
            if not node.is_mapping:
                node.report_type(key, _("a list of mappings"))
        return tuple(node for node in nodes if node.is_mapping)

    def mapping(self, key: str) -> Node | None:
        """The mapping at ``key``; None where it is missing or null."""
        node = self.get(key)
        if node is not None and not node.is_mapping:
            node.report_type(key, _("a mapping"))
            return None
        return node

    def unknown(self, known: Collection[str]) -> dict[str, object]:
        """The values of all keys but the known ones, as `plain` gives them, in the file's order."""
        return {key: node.plain() for key, node in self.fields.items() if key not in known}

    def plain(self) -> object:
        """The value without lines: str, int, Decimal, None, list or dict."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return [node.plain() for node in self.value]
        return _scalar(self.value) if self.is_plain else self.value

    def as_string(self, name: str) -> str | None:
        """This value as a string; ``name`` says in a message what it is for."""
        if not isinstance(self.value, str) or self.is_null:
            self.report_type(name, _("a string"))
            return None
        if self.is_plain and INTEGER.fullmatch(self.value):
            remedy = _("write '{value}' in quotes").format(value=self.value)
            self.report_type(name, _("a string"), remedy)
            return None
        return self.value

    def as_integer(self, name: str) -> int | None:
        """This value as an integer; ``name`` says in a message what it is for."""
        if self.is_plain and isinstance(self.value, str) and INTEGER.fullmatch(self.value):
            return int(self.value)
        self.report_type(name, _("an integer"), self._number_remedy())
        return None

    def as_number(self, name: str) -> int | Decimal | None:
        """This value as an integer or decimal; ``name`` says in a message what it is for."""
        if self.is_plain and isinstance(self.value, str) and not GROUPED.fullmatch(self.value):
            if INTEGER.fullmatch(self.value):
                return int(self.value)
            if DECIMAL.fullmatch(self.value):
                return Decimal(self.value)
        self.report_type(name, _("a plain number"), self._number_remedy())
        return None

    def _number_remedy(self) -> str | None:
        if not isinstance(self.value, str):
            return None
        if not GROUPED.fullmatch(self.value):
            is_quoted = not self.is_plain and INTEGER.fullmatch(self.value)
            return _("write it without quotes") if is_quoted else None
        digits = re.sub(r"[^-+0-9]", "", self.value)
        if self.value.count(".") != 1 or self.value.endswith("000"):
            return _("write {digits}").format(digits=digits)
        return _("write {digits}, or {value}0 where the point marks a fraction").format(
            digits=digits, value=self.value
        )

    def report_type(self, name: str, expected: str, remedy: str | None = None) -> None:
        """Report that this value, known as ``name``, is not what was expected there.

        Raises:
            FormatError: If the text was parsed without a list of faults.
        """
        what = _("“{name}” should be {expected}, not {found}").format(
            name=name, expected=expected, found=self._description()
        )
        self.report(what, remedy)

    def _description(self) -> str:
        if isinstance(self.value, dict):
            return _("a mapping")
        if isinstance(self.value, tuple):
            return _("a list")
        if self.is_null:
            return _("empty")
        return f"“{self.value[:40]}”"


def _scalar(value: str) -> object:
    if value in NULLS:
        return None
    if INTEGER.fullmatch(value):
        return int(value)
    return Decimal(value) if DECIMAL.fullmatch(value) else PlainText(value)
