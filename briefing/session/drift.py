"""What an edit of the article did to the notes: how many moved, are uncertain, or were lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.model.anchor import Match, MatchState
from briefing.session.placing import PlacedNote
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number


@dataclass(frozen=True, slots=True)
class Drift:
    """How many notes are not where they were."""

    moved: int = 0
    """Those whose passage was found at another place."""
    uncertain: int = 0
    """Those whose place asks to be confirmed."""
    lost: int = 0
    """Those whose passage is not in the text any more."""

    @property
    def words(self) -> str:
        """One line; empty where nothing has happened."""
        if self == Drift():
            return ""
        moved = ngettext("{count} note moved", "{count} notes moved", self.moved)
        lost = ngettext("{count} lost its passage", "{count} lost their passage", self.lost)
        parts = [
            moved.format(count=number(self.moved)) if self.moved else "",
            _("{count} uncertain").format(count=number(self.uncertain)) if self.uncertain else "",
            lost.format(count=number(self.lost)) if self.lost else "",
        ]
        said = ", ".join(part for part in parts if part)
        return _("the text has changed: {what}").format(what=said)


def first_drift(placed: Iterable[PlacedNote], revision: str) -> Drift:
    """What happened to notes since each was made.

    Args:
        placed: The notes, where they are now.
        revision: The text as it is now; notes made on it have not moved.
    """
    notes = [p for p in placed if p.note.rev != revision]
    return _count((Match(p.note.at, MatchState.ANCHORED, 1.0), p.match) for p in notes)


def later_drift(before: Mapping[str, Match], placed: Iterable[PlacedNote]) -> Drift:
    """What happened to notes since they were last placed.

    Args:
        before: Where they were, by id.
        placed: The notes, where they are now.
    """
    return _count((before[p.note.id], p.match) for p in placed if p.note.id in before)


def _count(pairs: Iterable[tuple[Match, Match]]) -> Drift:
    moved = uncertain = lost = 0
    for old, new in pairs:
        if (old.span, old.state) == (new.span, new.state):
            continue
        lost += new.state is MatchState.ORPHAN
        uncertain += new.state is MatchState.UNCERTAIN
        moved += new.state is MatchState.ANCHORED
    return Drift(moved, uncertain, lost)
