"""The states of a whole text, as analysis finds them piece by piece."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.analysis.pieces import pieces
from briefing.analysis.places import StateReader
from briefing.model.state_list import State


def find_states(
    text: str, language: str | None, also: Mapping[str, Sequence[str]] | None = None
) -> tuple[State, ...]:
    """The states that a text speaks of, by first mention.

    Args:
        text: A reading text.
        language: BCP 47.
        also: More names for a state, by code.
    """
    reader = StateReader(language, also)
    for piece in pieces(text, language):
        reader.read(text, piece)
    reader.look_for_evidence(text, len(text))
    return reader.states()
