"""What an editor wrote above an article: statements with the quotes they rest on, not yet located.

The format is described in docs/formats.md. Every quote is looked up in the reading text when the
article is opened; until then it is only words.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from briefing.model.figure import Qualifier
from briefing.model.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text that a statement rests on."""

    exact: str
    """The words."""
    before: str = ""
    """What stands before them, to tell repeated words apart."""
    after: str = ""
    """What stands after them."""
    line_number: int | None = None
    """The line of the file where the quote is written, 1-based."""


@dataclass(frozen=True, slots=True)
class SummaryEntry:
    """A point of the summary."""

    text: str
    """The point, in the editor's words."""
    quote: Quote | None
    """What it rests on."""


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A key figure."""

    label: str | None
    """What it means."""
    value: int | Decimal | None
    """The number."""
    magnitude: int | None
    """The order of magnitude, where the text gives no number."""
    qualifier: Qualifier | None
    """How exact the text says it is."""
    unit: str | None
    """What is counted."""
    quote: Quote | None
    """The whole phrase."""
    upper: int | Decimal | None = None
    """The other end of a range."""
    same_as: str | None = None
    """The figure of another document that it repeats: ``other.md#label``."""
    line_number: int | None = field(default=None, compare=False)
    """Where it is written, 1-based."""


@dataclass(frozen=True, slots=True)
class SumEntry:
    """A claim that some figures add up to another; figures are named by their quotes."""

    parts: tuple[str, ...]
    """The quotes of the parts."""
    equals: str
    """The quote of the total."""
    line_number: int | None = None
    """Where it is written, 1-based."""


@dataclass(frozen=True, slots=True)
class CountEntry:
    """A claim that a list has as many entries as a figure says."""

    list_title: str
    """The list, by its title."""
    equals: str
    """The figure, by its quote."""
    line_number: int | None = None
    """Where it is written, 1-based."""


@dataclass(frozen=True, slots=True)
class RestatementEntry:
    """A claim that one figure states another again."""

    part: str
    """The quote of the figure in the body."""
    equals: str
    """The quote of the figure that repeats it."""
    line_number: int | None = None
    """Where it is written, 1-based."""


CheckEntry = SumEntry | CountEntry | RestatementEntry


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """An entry of a list."""

    name: str
    """As it is shown, and looked up in the text."""
    code: str | None
    """ISO 3166-1 alpha-2."""
    also: tuple[str, ...]
    """Other names that the text uses."""
    quote: Quote | None
    """Where the text lists it; without one the first mention is meant."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A list."""

    title: str
    """What is listed."""
    kind: str | None
    """``states`` or None."""
    expected: int | None
    """How many entries the text announces."""
    items: tuple[ItemEntry, ...]
    """The entries."""
    line_number: int | None = None
    """Where it is written, 1-based."""


@dataclass(frozen=True, slots=True)
class RemarkEntry:
    """The editor's own comment on a passage."""

    quote: Quote
    """The passage."""
    text: str
    """The comment."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """All that stands above an article. Every field may be missing."""

    title: str | None = None
    """The article's title."""
    language: str | None = None
    """BCP 47."""
    source: Mapping[str, str] = field(default_factory=dict)
    """Where the text came from: ``file`` or ``url``, ``media_type``, ``sha256``, ``retrieved``."""
    published: str | None = None
    """An ISO 8601 date."""
    updated: str | None = None
    """An ISO 8601 date."""
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    site: str | None = None
    """Whose publication it is."""
    summary: tuple[SummaryEntry, ...] = ()
    """The points of the summary."""
    figures: tuple[FigureEntry, ...] = ()
    """The key figures."""
    checks: tuple[CheckEntry, ...] = ()
    """The relations between figures that the text claims."""
    lists: tuple[ListEntry, ...] = ()
    """The lists."""
    remarks: tuple[RemarkEntry, ...] = ()
    """The editor's comments."""
    dropped: tuple[str, ...] = ()
    """What an import left out."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that this version does not know, as they were read."""
