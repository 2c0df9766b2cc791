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
from collections.abc import Iterator
from typing import Any

from briefing.model.errors import Fault, FormatError
from briefing.model.records import dataclass
from briefing.text.i18n import _, later
from briefing.text.strict_yaml_nodes import Node, PlainText, Source

__all__ = ["Node", "PlainText", "parse"]

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


# YAML 1.1, section 4.1.1: https://yaml.org/spec/1.1/#id868524
_NOT_PRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",
)
# Line breaks that YAML 1.1 counts and editors do not.
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]|\r(?!\n)")


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
    source = Source(where, first_line, faults, line_starts)
    _check_characters(text, source)
    return _Composer(text, source).document()


def _check_characters(text: str, source: Source) -> None:
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

    def __init__(self, text: str, source: Source) -> None:
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
            raise self._source.error(line_number, _what_is_wrong(error.problem)) from error
        except self._yaml.YAMLError as error:
            what = _what_is_wrong(str(error))
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
            raise self._error(event, _too_deep())
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
            raise self._error(event, _too_deep())
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


def _what_is_wrong(problem: str | None) -> str:
    """The parser's complaint; from 0.2.6 on libyaml has a limit of its own for nested brackets."""
    if problem == "exceeded maximum nesting depth":
        return _too_deep()
    words = _(problem) if problem in _PROBLEMS else problem
    return _("this is not valid YAML: {problem}").format(problem=words)


_PROBLEMS = (
    later("block sequence entries are not allowed in this context"),
    later("could not find expected ':'"),
    later("did not find expected '-' indicator"),
    later("did not find expected ',' or ']'"),
    later("did not find expected ',' or '}'"),
    later("did not find expected <document start>"),
    later("did not find expected alphabetic or numeric character"),
    later("did not find expected key"),
    later("did not find expected node content"),
    later("found a tab character that violates indentation"),
    later("found character that cannot start any token"),
    later("found unexpected ':'"),
    later("found unexpected end of stream"),
    later("found unknown escape character"),
    later("mapping values are not allowed in this context"),
)
"""What libyaml complains of most, in its own words (scanner.c and parser.c); other complaints stay
as they are."""


def _too_deep() -> str:
    return _("the nesting is too deep")


def _around(extents: list[_Extent]) -> _Extent:
    count = 1 + sum(extent.count for extent in extents)
    return _Extent(count, 1 + max((extent.height for extent in extents), default=0))


def _events(text: str) -> Iterator[Any]:
    import yaml  # noqa: PLC0415 - as above

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(text, Loader=loader))
