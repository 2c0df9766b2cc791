"""YAML narrowed to what people mean: strings, integers, plain decimals, null, lists and mappings.

``NO`` is the string, ``22:30`` is the string, ``2026-11-22`` is the string. Tags are refused, a
key that stands twice is an error, and every value knows its line, so that a message can name it.
The writing half is `strict_yaml_writer`.

`parse` gives the root `Node`; the getters of a node check types. With a list of ``faults`` they
note what is wrong and answer as if the key were missing; without one they raise `FormatError`::

    root = parse(text, where="theme.yaml")
    root.string("name"), root.integer("width"), root.strings("tags")
    root.unknown({"name", "width", "tags"})

The limits are applied to the parser's events, before anything is built from them: PyYAML's own
composer overflows the stack on deeply nested brackets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from briefing.model.errors import Fault, FormatError
from briefing.text.i18n import _

MAX_CHARACTERS = 64 * 1024 * 1024
"""How long a text may be."""
MAX_DEPTH = 50
"""How deep lists and mappings may lie in each other, aliases followed."""
MAX_NODES = 1_000_000
"""How many values a text may have, aliases followed."""
MAX_ALIASES = 100
"""How many aliases a text may use."""
MAX_KEY_CHARACTERS = 100
"""How long a key may be; YAML itself gives up at 1024."""

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,400})")
"""What counts as an integer: no leading zeros, no separators, no other base."""
DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,400})\.[0-9]{1,400}")
"""What counts as a decimal, unless it is `GROUPED`."""
GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:[.,'’ \u00a0\u202f_][0-9]{3})+")
"""A number with thousands set apart, which half the world would read as a fraction."""
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""The plain scalars that mean nothing."""

# YAML 1.1, section 4.1.1: https://yaml.org/spec/1.1/#id868524
_NOT_PRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",
)
# Line breaks that YAML 1.1 counts and editors do not.
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]|\r(?!\n)")


class PlainText(str):
    """A string that stood without quotes, so that an unknown value can be written as it was."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Source:
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
        if self.line_starts is None:
            return self.first_line + int(mark.line)
        return self.first_line + bisect_right(self.line_starts, mark.index) - 1

    def report(self, line_number: int, what: str, remedy: str | None = None) -> None:
        where = f"{self.name}:{line_number}"
        if self.faults is None:
            raise FormatError(what, where=where, remedy=remedy)
        self.faults.append(Fault(what, where, remedy))

    def error(self, line_number: int, what: str, remedy: str | None = None) -> FormatError:
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
    source: _Source = field(repr=False)
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


def parse(text: str, *, where: str, first_line: int = 1, faults: list[Fault] | None = None) -> Node:
    """Parse a text of one document.

    Args:
        text: The YAML.
        where: The file's name, for messages.
        first_line: The line of the file where the text begins, 1-based.
        faults: Takes what is wrong with single values (wrong types, keys that stand twice: the
            first counts), so that the rest can be used. Without it the first fault is raised.

    Raises:
        FormatError: If the text is no YAML, goes beyond a limit, or has a fault.
    """
    text = text.removeprefix("\ufeff")
    line_starts = None
    if _OTHER_BREAKS.search(text):
        line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
    source = _Source(where, first_line, faults, line_starts)
    _check_characters(text, source)
    return _Composer(text, source).document()


def _check_characters(text: str, source: _Source) -> None:
    if len(text) > MAX_CHARACTERS:
        raise source.error(1, _("the text is too long"))
    found = _NOT_PRINTABLE.search(text)
    if found is not None:
        line_number = source.first_line + text.count("\n", 0, found.start())
        what = _("the control character U+{code:04X} cannot stand in YAML")
        raise source.error(
            line_number,
            what.format(code=ord(found[0])),
            _('write it as "\\u{code:04x}"').format(code=ord(found[0])),
        )


def _scalar(value: str) -> object:
    if value in NULLS:
        return None
    if INTEGER.fullmatch(value):
        return int(value)
    return Decimal(value) if DECIMAL.fullmatch(value) else PlainText(value)


@dataclass(frozen=True, slots=True)
class _Extent:
    """How much lies below a node, aliases followed."""

    count: int
    """The values, itself included."""
    height: int
    """The levels, itself included."""


_LEAF = _Extent(1, 1)


class _Composer:
    """Builds nodes from the parser's events and holds the limits while they come."""

    def __init__(self, text: str, source: _Source) -> None:
        # PyYAML takes longer to import than most front matter takes to parse.
        import yaml  # noqa: PLC0415 - nobody pays for it who reads no YAML

        self._yaml = yaml
        self._source = source
        self._events: Iterator[Any] = iter(_events(text))
        self._anchors: dict[str, tuple[Node, _Extent]] = {}
        self._aliases = 0
        self._count = 0

    def document(self) -> Node:
        try:
            return self._document()
        except self._yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line_number = (
                self._source.first_line if mark is None else self._source.line_number(mark)
            )
            what = _("this is not valid YAML: {problem}").format(problem=error.problem)
            raise self._source.error(line_number, what) from error
        except self._yaml.YAMLError as error:
            what = _("this is not valid YAML: {problem}").format(problem=error)
            raise self._source.error(self._source.first_line, what) from error

    def _document(self) -> Node:
        events = self._yaml.events
        next(self._events)  # the stream begins
        if isinstance(next(self._events), events.StreamEndEvent):
            return Node("", True, self._source.first_line, self._source)
        root, _extent = self._node(next(self._events), 1)
        next(self._events)  # the document ends
        end = next(self._events)
        if not isinstance(end, events.StreamEndEvent):
            raise self._error(end, _("a second document begins here"), _("remove it"))
        return root

    def _error(self, event: Any, what: str, remedy: str | None = None) -> FormatError:
        return self._source.error(self._source.line_number(event.start_mark), what, remedy)

    def _node(self, event: Any, depth: int) -> tuple[Node, _Extent]:
        if isinstance(event, self._yaml.AliasEvent):
            return self._alias(event, depth)
        if event.tag is not None:
            raise self._error(event, _("explicit tags are not allowed"), _("remove it"))
        if depth > MAX_DEPTH:
            raise self._error(event, _("the nesting is too deep"))
        self._add(event, 1)
        value, extent = self._content(event, depth)
        is_plain = isinstance(value, str) and event.implicit[0]
        line_number = self._source.line_number(event.start_mark)
        found = Node(value, is_plain, line_number, self._source), extent
        if event.anchor is not None:
            self._anchors[event.anchor] = found
        return found

    def _add(self, event: Any, count: int) -> None:
        self._count += count
        if self._count > MAX_NODES:
            raise self._error(event, _("there are too many values"))

    def _alias(self, event: Any, depth: int) -> tuple[Node, _Extent]:
        self._aliases += 1
        found = self._anchors.get(event.anchor)
        if found is None:
            raise self._error(event, _("*{name} names nothing above").format(name=event.anchor))
        if self._aliases > MAX_ALIASES:
            raise self._error(event, _("there are too many aliases"))
        self._add(event, found[1].count)
        if depth + found[1].height - 1 > MAX_DEPTH:
            raise self._error(event, _("the nesting is too deep"))
        return found

    def _content(
        self, event: Any, depth: int
    ) -> tuple[str | tuple[Node, ...] | dict[str, Node], _Extent]:
        if isinstance(event, self._yaml.ScalarEvent):
            return event.value, _LEAF
        if isinstance(event, self._yaml.SequenceStartEvent):
            found = list(self._items(depth))
            items = tuple(node for node, _extent in found)
            return items, _around([extent for _node, extent in found])
        return self._fields(depth)

    def _items(self, depth: int) -> Iterator[tuple[Node, _Extent]]:
        for event in self._events:
            if isinstance(event, self._yaml.SequenceEndEvent):
                return
            yield self._node(event, depth + 1)

    def _fields(self, depth: int) -> tuple[dict[str, Node], _Extent]:
        fields: dict[str, Node] = {}
        extents = []
        for event in self._events:
            if isinstance(event, self._yaml.MappingEndEvent):
                break
            key = self._key(event, depth)
            node, extent = self._node(next(self._events), depth + 1)
            extents.append(extent)
            if key in fields:
                what = _("the key “{key}” stands here twice").format(key=key)
                line_number = self._source.line_number(event.start_mark)
                self._source.report(line_number, what, _("remove one"))
            fields.setdefault(key, node)
        return fields, _around(extents)

    def _key(self, event: Any, depth: int) -> str:
        key, _extent = self._node(event, depth + 1)
        if not isinstance(key.value, str):
            raise self._error(event, _("a key should be a word"))
        if len(key.value) > MAX_KEY_CHARACTERS:
            raise self._error(event, _("this key is too long"))
        return key.value


def _around(extents: list[_Extent]) -> _Extent:
    count = 1 + sum(extent.count for extent in extents)
    return _Extent(count, 1 + max((extent.height for extent in extents), default=0))


def _events(text: str) -> Iterator[Any]:
    import yaml  # noqa: PLC0415 - as above

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(text, Loader=loader))
