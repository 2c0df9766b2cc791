"""What a reader asks a library: words, phrases, and conditions on fields."""

from __future__ import annotations

from enum import StrEnum

from briefing.model.records import dataclass


class Field(StrEnum):
    """What a condition may be about."""

    TITLE = "title"
    """Words of the title."""
    TAG = "tag"
    """A tag of a note or of the article."""
    BY = "by"
    """Who wrote a note or the article."""
    STATE = "state"
    """A state that the text names, by its ISO 3166-1 code."""
    LANG = "lang"
    """The article's language, BCP 47."""
    SITE = "site"
    """Where it was published."""
    IS = "is"
    """How it stands with the reader: one of `Standing`."""
    AFTER = "after"
    BEFORE = "before"
    """When it was published: a year, a month or a day, ISO 8601. The day itself is neither."""


class Standing(StrEnum):
    """How an article stands with the reader."""

    UNREAD = "unread"
    READING = "reading"
    NOTED = "noted"
    CHANGED = "changed"
    STARRED = "starred"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand in a document, or must not."""

    words: str
    """One word, or a phrase with single spaces."""
    is_excluded: bool = False
    """Whether a document that has them is left out."""
    is_beginning: bool = False
    """Whether the last word may be the beginning of a longer one."""
    others: tuple[Term, ...] = ()
    """Words of which any will do in their place."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A field that must hold a value, or must not."""

    field: Field
    """Which."""
    value: str
    """As it was written, without quotation marks."""
    is_excluded: bool = False
    """Whether a document for which it holds is left out."""


@dataclass(frozen=True, slots=True)
class Query:
    """All that must hold of a document at once."""

    text: str
    """As it was typed."""
    terms: tuple[Term, ...] = ()
    """Words and phrases."""
    conditions: tuple[Condition, ...] = ()
    """Fields."""

    @property
    def wanted(self) -> tuple[str, ...]:
        """The words and phrases that must be there."""
        return tuple(term.words for term in self.terms if not term.is_excluded)

    def asks_for(self, field: Field) -> bool:
        """Whether one of its conditions is about a field."""
        return any(condition.field is field for condition in self.conditions)

    def conditions_without(self, *fields: Field) -> tuple[Condition, ...]:
        """Its conditions that are about other fields."""
        return tuple(each for each in self.conditions if each.field not in fields)
