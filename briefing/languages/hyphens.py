"""What a language writes with hyphens of its own."""

from __future__ import annotations

from briefing.languages.kinds import Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Hyphens:
    """Words that keep the hyphen at which a line ends."""

    behind: Words
    """Before it, whatever follows: ``self-governing``."""
    before: Words
    """Behind it, after a word of some length: ``long-term``."""
    pairs: tuple[Words, ...]
    """How a word ends, and what follows a hyphen behind it, in texts in the language."""
    closed: bool
    """Whether two words that make one are written without a hyphen: ``Regenwasser``."""
