"""Front matter: where it ends, what it says, and what is wrong with it.

A wrong entry becomes a fault that names its line; everything else stays usable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from briefing.model.errors import Fault, FormatError
from briefing.model.figure import Qualifier
from briefing.model.front_matter import (
    CheckEntry,
    CountEntry,
    FigureEntry,
    FrontMatter,
    ItemEntry,
    ListEntry,
    Quote,
    RemarkEntry,
    RestatementEntry,
    SumEntry,
    SummaryEntry,
)
from briefing.model.records import dataclass
from briefing.parsing._beginning import LONGEST_TITLE
from briefing.parsing.front_matter_block import find_block
from briefing.parsing.front_matter_others import (
    OTHERS,
    address_of,
    authors_of,
    first_day,
    first_line,
    main_title,
    mended,
)
from briefing.text.i18n import _
from briefing.text.lines import one_line
from briefing.text.strict_yaml import Node, parse

KEYS = (
    "title",
    "language",
    "source",
    "published",
    "updated",
    "authors",
    "site",
    "summary",
    "figures",
    "checks",
    "lists",
    "remarks",
    "dropped",
)
"""What this version knows, in the order in which it is written."""

_PUBLISHED = ("date", "pubdate", "publish_date", "created")
_UPDATED = ("lastmod", "last_modified_at", "modified")
"""What other programs call these dates."""
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
"""A language tag as far as its form goes: RFC 5646, section 2.1."""
_KEY = re.compile(r"(?m)^([A-Za-z_][\w-]*):(?=\s)")
_WORDS = re.compile(r"(?![\w-]+:\s)[^\W_]")
"""What a line of words begins with, and no line of YAML's mappings."""
_CODE = re.compile(r"[A-Z]{2}")

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class ReadFrontMatter:
    """What stood above an article."""

    front_matter: FrontMatter
    """What it says; empty where there is none."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with it."""
    body: int = 0
    """The first character of the source after it."""


def read_front_matter(source: str, where: str) -> ReadFrontMatter:
    """Read the block that begins on line 1, between ``---`` or as `front_matter_block` knows it.

    A block that is no mapping, or has no known key, is Markdown (two rules with words between
    them), and there is no front matter then.

    Args:
        source: The whole file, without carriage returns.
        where: How faults name the file.
    """
    block = find_block(source, where)
    if block is not None and block.fault is not None:
        return ReadFrontMatter(FrontMatter(), (block.fault,), block.end)
    if block is None or not block.yaml.split("\n", 1)[0].strip():
        return ReadFrontMatter(FrontMatter())
    faults: list[Fault] = []
    try:
        root = _parsed(block.yaml, where, faults)
    except FormatError as error:
        if _is_prose(block.yaml):
            return ReadFrontMatter(FrontMatter())
        fault = Fault(error.what, error.where, error.remedy)
        return ReadFrontMatter(FrontMatter(), (fault,), block.end)
    if not root.is_mapping or not OTHERS.union(KEYS).intersection(root.fields):
        return ReadFrontMatter(FrontMatter())
    front_matter = _Reader(root, faults).read()
    return ReadFrontMatter(front_matter, tuple(faults), block.end)


def _parsed(block: str, where: str, faults: list[Fault]) -> Node:
    """The block as it is, or with quotes around the values that need them."""
    try:
        return parse(block, where=where, first_line=2, faults=faults)
    except FormatError:
        better = mended(block)
        if better == block:
            raise
        return parse(better, where=where, first_line=2, faults=faults)


def _is_prose(block: str) -> bool:
    """Whether a block that is no YAML has lines of words in it, and no known key."""
    has_words = any(map(_WORDS.match, block.split("\n")))
    return has_words and not OTHERS.union(KEYS).intersection(_KEY.findall(block))


class _Reader:
    """Turns the root mapping into the model, entry by entry."""

    def __init__(self, root: Node, faults: list[Fault]) -> None:
        self.root = root
        self.faults = faults

    def read(self) -> FrontMatter:
        root = self.root
        return FrontMatter(
            title=self.title(),
            language=self.language(),
            source=self.source(),
            published=_line(root.string("published")) or first_day(root, *_PUBLISHED),
            updated=_line(root.string("updated")) or first_day(root, *_UPDATED),
            authors=authors_of(root),
            site=_line(root.string("site")),
            summary=self.points(),
            figures=self.entries("figures", self.figure),
            checks=self.entries("checks", self.check),
            lists=self.entries("lists", self.list),
            remarks=self.entries("remarks", self.remark),
            dropped=root.strings("dropped"),
            extra=root.unknown(KEYS),
        )

    def title(self) -> str | None:
        """The title in full; a fault tells that not all of a very long one is shown."""
        title = _line(main_title(self.root) or self.root.string("title"))
        if title is not None and len(title) > LONGEST_TITLE:
            self.root.fields["title"].report(
                _("the title has {count} characters; the first {most} are shown").format(
                    count=len(title), most=LONGEST_TITLE
                ),
                _("shorten it"),
            )
        return title

    def entries(self, key: str, read: Callable[[Node], Entry]) -> tuple[Entry, ...]:
        """The good entries of a list."""
        return self.good(self.root.mappings(key), read)

    def good(self, nodes: Iterable[Node], read: Callable[[Node], Entry]) -> tuple[Entry, ...]:
        """What could be read of some nodes without a fault."""
        entries: list[Entry] = []
        for node in nodes:
            before = len(self.faults)
            try:
                entry = read(node)
            except FormatError as error:
                self.faults.append(Fault(error.what, error.where, error.remedy))
                continue
            if len(self.faults) == before:
                entries.append(entry)
        return tuple(entries)

    def language(self) -> str | None:
        node = self.root.get("language")
        text = self.root.string("language")
        if node is None or text is None:
            said = first_line(self.root, "lang") or ""
            return said if LANGUAGE.fullmatch(said) else None
        if not LANGUAGE.fullmatch(text):
            node.report(
                _("“{text}” is no language").format(text=text[:40]),
                _("write a code such as it or pt-BR"),
            )
            return None
        return text

    def source(self) -> dict[str, str]:
        given = self.root.get("source")
        if given is None or isinstance(given.value, str):
            return address_of(self.root)
        node = self.root.mapping("source")
        if node is None:
            return {}
        found = {key: node.string(key) for key in node.fields}
        return {key: text for key, text in found.items() if text is not None}

    def points(self) -> tuple[SummaryEntry, ...]:
        """The points of the summary; that of another program is one, in words."""
        key = "summary" if self.root.get("summary") is not None else "abstract"
        words = first_line(self.root, key)
        return (
            self.entries("summary", self.summary) if words is None else (SummaryEntry(words, None),)
        )

    def summary(self, node: Node) -> SummaryEntry:
        return SummaryEntry(node.required_string("text"), quote_of(node))

    def figure(self, node: Node) -> FigureEntry:
        return FigureEntry(
            label=node.string("label"),
            value=node.number("value"),
            magnitude=node.integer("magnitude"),
            qualifier=self.qualifier(node),
            unit=node.string("unit"),
            quote=quote_of(node),
            upper=node.number("upper"),
            same_as=node.string("same_as"),
            line_number=node.line_number,
        )

    def qualifier(self, node: Node) -> Qualifier | None:
        text = node.string("qualifier")
        if text is None:
            return None
        try:
            return Qualifier(text)
        except ValueError as error:
            what = _("“{text}” is no qualifier").format(text=text[:40])
            remedy = _("use one of {names}").format(names=", ".join(Qualifier))
            raise node.fields["qualifier"].error(what, remedy) from error

    def check(self, node: Node) -> CheckEntry:
        equals = node.required_string("equals")
        line = node.line_number
        kinds = [key for key in ("sum", "count", "restates") if node.get(key) is not None]
        if len(kinds) != 1:
            raise node.error(
                _("a check has one of “sum”, “count” and “restates”"),
                _("write it like {{sum: [quote, quote], equals: quote}}"),
            )
        if kinds[0] == "sum":
            return SumEntry(node.strings("sum"), equals, line)
        named = node.required_string(kinds[0])
        if kinds[0] == "count":
            return CountEntry(named, equals, line)
        return RestatementEntry(named, equals, line)

    def list(self, node: Node) -> ListEntry:
        kind = node.string("kind")
        items = self.good(node.mappings("items"), lambda item: self.item(item, kind))
        return ListEntry(
            title=node.required_string("title"),
            kind=kind,
            expected=node.integer("expected"),
            items=items,
            line_number=node.line_number,
        )

    def item(self, node: Node, kind: str | None) -> ItemEntry:
        code = node.string("code")
        if code is not None and kind == "states" and not _CODE.fullmatch(code):
            what = _("“{code}” is no code of a state").format(code=code[:40])
            raise node.fields["code"].error(what, _("write the two letters of ISO 3166-1"))
        return ItemEntry(node.required_string("name"), code, node.strings("also"), quote_of(node))

    def remark(self, node: Node) -> RemarkEntry:
        node.required_string("quote")
        quote = quote_of(node)
        text = node.required_string("text")
        if quote is None:
            raise node.error(_("“{key}” is missing").format(key="quote"))
        return RemarkEntry(quote, text)


def quote_of(node: Node) -> Quote | None:
    """The passage that an entry rests on."""
    exact = node.string("quote")
    before, after = node.string("before"), node.string("after")
    if exact is None:
        return None
    return Quote(exact, before or "", after or "", node.fields["quote"].line_number)


def _line(text: str | None) -> str | None:
    """A text on one line, or None where nothing is left."""
    return one_line(text) or None if text is not None else None
