"""The forms that an adjective for a state takes in a text."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.languages.kinds import Words


def forms(adjective: str, rules: Sequence[Words]) -> tuple[str, ...]:
    """All forms of an adjective, or of a people's name, that is given in its dictionary form.

    Args:
        adjective: That form.
        rules: Endings, each with what may stand in their place. The first that fits is taken;
            without one, the plural in s.
    """
    for ending, *replacements in rules:
        if adjective.endswith(ending):
            stem = adjective.removesuffix(ending)
            return tuple(stem + replacement for replacement in replacements)
    return (adjective, adjective + "s")
