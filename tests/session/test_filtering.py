"""One line chooses notes by words, tag, kind, colour, state and author."""

from __future__ import annotations

import pytest

from briefing.model.note import NoteKind, NoteState
from briefing.model.span import Span
from briefing.session.filtering import matching
from briefing.session.note_draft import NoteDraft
from briefing.session.notebook import Notebook
from tests.session.fakes import TEXT, make_notebook


@pytest.fixture
def notebook() -> Notebook:
    made, _disk = make_notebook()
    states = TEXT.index("eleven states")
    rockets = TEXT.index("100 rockets")
    first = made.add(
        Span(states, states + 13),
        NoteDraft("Perché così pochi?", NoteKind.QUESTION, "blue", ("facts", "number")),
    )
    made.add(Span(rockets, rockets + 11), NoteDraft("Source? a:b [c", tags=("weapons",)))
    made.set_state(first.id, NoteState.RESOLVED)
    return made


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", [0, 1]),
        ("   ", [0, 1]),
        ("perche", [0]),
        ("COSI", [0]),
        ("rockets", [1]),
        ("eleven states", [0]),
        ("#facts", [0]),
        ("#weap", [1]),
        ("#FACTS", [0]),
        ("#none", []),
        ("kind:question", [0]),
        ("Kind:Question", [0]),
        ("kind:note", [1]),
        ("color:blue", [0]),
        ("colour:blue", [0]),
        ("state:resolved", [0]),
        ("state:open", [1]),
        ("by:anna", [0, 1]),
        ("by:Anna", [0, 1]),
        ("by:bea", []),
        ("place:anchored", [0, 1]),
        ("pochi #facts kind:question", [0]),
        ("pochi #weapons", []),
        ("a:b", [1]),
        ("[c", [1]),
        ("source?", [1]),
        ("#", []),
        ("\\", []),
        ("(", []),
    ],
)
def test_a_filter_lets_through_what_it_names(
    line: str, expected: list[int], notebook: Notebook
) -> None:
    placed = notebook.placed
    assert matching(placed, line) == [placed[index] for index in expected]
