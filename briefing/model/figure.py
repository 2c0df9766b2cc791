"""Figures that a text states, and the relations between them."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from briefing.model.anchor import Wording
from briefing.model.records import dataclass
from briefing.model.span import Span

LABEL_GAP = " … "
"""What stands for the words between two parts of a label."""


class Qualifier(StrEnum):
    """What a text says about how exact a number is."""

    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    UP_TO = "up_to"
    OVER = "over"
    UNDER = "under"
    ADDITIONAL = "additional"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, at its passage."""

    value: int | Decimal | None
    """The number; None where the text gives only an order of magnitude."""
    magnitude: int | None
    """The order of magnitude of a number that is not given: 1000000 for "millions of"."""
    qualifier: Qualifier | None
    """None: stated plainly."""
    unit: str | None
    """What is counted, in the article's words."""
    label: str | None
    """What it means: in the editor's words, or where analysis found it in the text's own."""
    span: Span | None
    """The whole phrase in the reading text; None where the quote was not found."""
    text: str
    """The whole phrase."""
    auto: bool = False
    """Whether analysis found it, not an editor."""
    changed: Wording | None = None
    """Both wordings, where the text has other words than the quote now."""
    upper: int | Decimal | None = None
    """The other end of a range: "between 3 and 5 million"."""
    places: tuple[Span, ...] = ()
    """All phrases that state the same, in order, `span` among them; empty where only it does."""
    is_worded: bool = False
    """Whether its text says otherwise what its value is ("two-thirds"), and is shown as it is."""
    snippet: str | None = None
    """Words of its clause around it, where analysis found no label and the unit says too little."""

    @property
    def passages(self) -> tuple[Span, ...]:
        """All phrases that state it, in order; none where the quote was not found."""
        return self.places or ((self.span,) if self.span is not None else ())

    def label_beside(self, phrase: str) -> str | None:
        """What its label adds to a phrase; None where analysis found what the phrase says, too.

        Args:
            phrase: What is shown of it: ``40 wounded``, which need not be labelled "wounded", and
                ``12 bridges``, beside which "bridges collapsed" only adds "collapsed".
        """
        if not self.auto or self.label is None:
            return self.label
        if f" {self.label} ".lower() in f" {phrase} ".lower():
            return None
        if self.unit is None or not phrase.endswith(self.unit):
            return self.label
        return self.label.removeprefix(f"{self.unit} ").removesuffix(f"{LABEL_GAP}{self.unit}")


class CheckKind(StrEnum):
    """The relations that a text may claim between its figures."""

    SUM = "sum"
    COUNT = "count"
    RESTATEMENT = "restatement"


@dataclass(frozen=True, slots=True)
class Check:
    """A relation between figures, recomputed from their values."""

    kind: CheckKind
    """What is claimed."""
    holds: bool
    """False only for a contradiction."""
    of: tuple[int, ...]
    """The parts: indices of the article's figures."""
    equals: int | None
    """The claim: an index of the article's figures."""
    list_index: int | None
    """For a count: the index of the list that is counted."""
    remark: str | None
    """What a careful reader should know, such as a qualifier that the claim drops."""
    auto: bool = False
    """Whether analysis found it, not an editor."""
    claim: Figure | None = None
    """What is claimed in its own words, where `of` and `equals` are one figure: the "130" of a
    title, which the row "about 130" has among its places."""
