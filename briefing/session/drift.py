"""What an edit of the article did to the notes: how many moved, changed or were lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.analysis.weighing import weigh
from briefing.model.anchor import Match, MatchState
from briefing.model.change import Weighs
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
    changed: int = 0
    """Those whose passage has other words now."""
    figures: int = 0
    """Those of them in which a figure is another one."""
    lost: int = 0
    """Those whose passage is not in the text any more."""

    @property
    def words(self) -> str:
        """One line; empty where nothing has happened."""
        if self == Drift():
            return ""
        moved = ngettext("{count} note moved", "{count} notes moved", self.moved)
        changed = ngettext("{count} changed its words", "{count} changed their words", self.changed)
        lost = ngettext("{count} lost its passage", "{count} lost their passage", self.lost)
        parts = [
            moved.format(count=number(self.moved)) if self.moved else "",
            _("{count} uncertain").format(count=number(self.uncertain)) if self.uncertain else "",
            self._with_figures(changed.format(count=number(self.changed))) if self.changed else "",
            lost.format(count=number(self.lost)) if self.lost else "",
        ]
        said = ", ".join(part for part in parts if part)
        return _("the text has changed: {what}").format(what=said)

    def _with_figures(self, changed: str) -> str:
        if not self.figures:
            return changed
        if self.figures == self.changed == 1:
            return _("{changed}, a figure").format(changed=changed)
        figures = ngettext("{count} of them a figure", "{count} of them figures", self.figures)
        return f"{changed}, {figures.format(count=number(self.figures))}"


def first_drift(placed: Iterable[PlacedNote], revision: str, language: str | None = None) -> Drift:
    """What happened to notes since each was made.

    Args:
        placed: The notes, where they are now.
        revision: The text as it is now; notes made on it have not moved.
        language: Of the text, BCP 47, for figures that are spelled out.
    """
    notes = [p for p in placed if p.note.rev != revision]
    return _count(((Match(p.note.at, MatchState.ANCHORED, 1.0), p) for p in notes), language)


def later_drift(
    before: Mapping[str, Match], placed: Iterable[PlacedNote], language: str | None = None
) -> Drift:
    """What happened to notes since they were last placed.

    Args:
        before: Where they were, by id.
        placed: The notes, where they are now.
        language: Of the text, BCP 47.
    """
    return _count(((before[p.note.id], p) for p in placed if p.note.id in before), language)


def _count(pairs: Iterable[tuple[Match, PlacedNote]], language: str | None) -> Drift:
    moved = uncertain = changed = figures = lost = 0
    for old, placed in pairs:
        new = placed.match
        if (old.span, old.state, old.now) == (new.span, new.state, new.now):
            continue
        has_changed = new.changed and new.now != old.now
        lost += new.state is MatchState.ORPHAN
        uncertain += new.state is MatchState.UNCERTAIN
        changed += has_changed
        if has_changed and weigh(placed.note.quote, new.now or "", language) is Weighs.FIGURE:
            figures += 1
        moved += new.state is MatchState.ANCHORED and not has_changed
    return Drift(moved, uncertain, changed, figures, lost)
