"""The quotations of an opened draft, looked for in the library that it is written from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.model.quotation import Verdict
from briefing.session.library import Library
from briefing.session.quotations import QuotationCheck
from briefing.session.reading import Reading

AGAINST = "against"
"""Where front matter names the folder of the sources, as seen from the draft."""


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """What became of a draft's quotations."""

    folder: Path
    """The folder of the sources, from which their paths count."""
    verdicts: Sequence[Verdict]
    """The verdicts, in the order of the draft."""
    unchecked: int = 0
    """Stretches between marks that were too short to be looked for."""


def sources_of(reading: Reading) -> Path | None:
    """The folder of a draft's sources: the one that it names, else its own; None without a file."""
    path = reading.source.path
    if path is None:
        return None
    named = reading.document.front_matter.extra.get(AGAINST)
    return path.parent / named if isinstance(named, str) else path.parent


def check_draft(reading: Reading, library: Library) -> CheckedDraft:
    """Look a draft's quotations up."""
    found = QuotationCheck(library).check(reading)
    return CheckedDraft(library.folder, found.verdicts, found.unchecked)
