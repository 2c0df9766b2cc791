"""What tells the parts of a report that say what it found from those that say how it was made."""

from __future__ import annotations

from briefing.languages.kinds import Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Reports:
    """Headings of a report's sections, and phrases of its sentences."""

    telling: Words
    """Headings of sections that say what was found or decided: ``conclusions``."""
    abstracts: Words
    """Headings of what says in short, before its beginning, what a report or a paper holds."""
    results: Words
    """Headings of sections that tell the results one by one: ``discussion``."""
    preparing: Words
    """Headings of sections that only say how, on what ground or with what reserve."""
    findings: Words
    """What a sentence says that states a result: ``we conclude that``."""
    itself: Words
    """What a sentence says that is of the report and not of its subject: ``this chapter``."""
    citing: Words
    """What begins a sentence that only names a source: ``see also``."""
