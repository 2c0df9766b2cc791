"""A change in words, for a list or a panel."""

from __future__ import annotations

from briefing.model.change import Change, ChangeKind, Weighs
from briefing.text.i18n import _


def change_words(change: Change) -> str:
    """What happened, before it what is most serious about it."""
    words = {
        ChangeKind.ADDED: _("added «{new}»"),
        ChangeKind.REMOVED: _("removed «{old}»"),
        ChangeKind.REPLACED: _("was «{old}» now «{new}»"),
        ChangeKind.MOVED: _("moved «{new}»"),
    }[change.kind]
    weight = "" if change.weighs is Weighs.WORDS else f"{weight_name(change.weighs)}: "
    return weight + words.format(old=change.old, new=change.new)


def weight_name(weighs: Weighs) -> str:
    """What is most serious about a change, in a word."""
    return {
        Weighs.FIGURE: _("figure"),
        Weighs.NEGATION: _("negation"),
        Weighs.NAME: _("name"),
        Weighs.QUALIFIER: _("qualifier"),
        Weighs.WORDS: _("words"),
    }[weighs]
