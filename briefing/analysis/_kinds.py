"""What units say, as far as it tells whether two statements are of one fact."""

from __future__ import annotations

from typing import Protocol

from briefing.model.span import Span


class Kinds(Protocol):
    """What units say."""

    def measures(self, unit: str) -> bool:
        """Whether a unit does not say what is counted."""

    def is_money(self, unit: str) -> bool:
        """Whether a unit is a currency."""

    def is_scored(self, unit: str | None) -> bool:
        """Whether a unit is what games and rankings count in, as points are, and no size."""

    def sign(self, unit: str) -> str:
        """A measure's sign whatever word says it, else the beginning of its first word."""

    def head(self, unit: str) -> str:
        """The noun of a unit, without its adjectives and what belongs to it."""

    def called(self, unit: str) -> str | None:
        """What a unit's noun is called in one word; None of a noun without another for it."""

    def are_deaths(self, unit: str, other: str) -> bool:
        """Whether both units count deaths: "dead" and "victims"."""

    def are_people(self, unit: str, other: str) -> bool:
        """Whether both units count people, and one of them says nothing more of these."""

    def counts_people(self, unit: str) -> bool:
        """Whether a unit counts people, dead or alive."""

    def is_anybody(self, unit: str | None) -> bool:
        """Whether a unit calls people again who were named before: the three men."""

    def tells_of_others(self, words: str) -> bool:
        """Whether a figure's words say that they are others: at least nine other people."""

    def is_definite(self, text: str, start: int) -> bool:
        """Whether an article stands before a number that says which are counted."""

    def is_pointed_at(self, text: str, start: int) -> bool:
        """Whether a word before a number points back at those who are counted: these three."""

    def ending(self, unit: str) -> str:
        """The last letters of a unit's noun, by which it is found as a part of another."""

    def is_compound(self, unit: str, other: str) -> bool:
        """Whether the noun of one unit is a part of the other's: ministries, state ministries."""

    def are_contrary(self, text: str, one: Span, other: Span) -> bool:
        """Whether one number tells a rise and the other a fall."""

    def harm_before(self, text: str, start: int) -> str | None:
        """The beginning of the verb of harm right before a number: ``killing`` two."""

    def is_told_of_another(self, text: str, span: Span) -> bool:
        """Whether a word before a number says that another has the same: rose ``likewise``."""

    def window_of(self, text: str, start: int, words: str) -> str | None:
        """The word before or in a number's words that counts from now: the ``past`` two months."""

    def tells(self, word: str) -> bool:
        """Whether a word says something of a subject, as no measure, number and small word does."""
