"""Every statement that has a passage is marked on it."""

from __future__ import annotations

from briefing.model.brief import Brief, Remark
from briefing.model.figure import Figure
from briefing.model.mark import MarkKind
from briefing.model.note import NoteKind
from briefing.model.span import Span
from briefing.session.marking import standing_marks
from briefing.session.note_draft import NoteDraft
from tests.session.fakes import make_notebook


def figure(span: Span | None) -> Figure:
    return Figure(
        value=1, magnitude=None, qualifier=None, unit=None, label=None, span=span, text="x"
    )


def test_marks_stand_in_the_order_of_the_text_and_lost_passages_have_none() -> None:
    brief = Brief(
        figures=(figure(Span(50, 55)), figure(None)),
        remarks=(Remark("a", Span(10, 12)), Remark("b", None)),
    )
    notebook, _disk = make_notebook()
    ids = {
        kind: notebook.add(Span(20 + index, 30), NoteDraft(kind=kind, color="blue")).id
        for index, kind in enumerate(NoteKind)
    }
    marks = standing_marks(brief, notebook.placed)
    assert [mark.span for mark in marks] == sorted(mark.span for mark in marks)
    assert len(marks) == 2 + len(NoteKind)
    by_ref = {mark.ref: mark for mark in marks}
    for kind, note_id in ids.items():
        assert by_ref[note_id].kind is MarkKind(kind.value)
        assert by_ref[note_id].color == "blue"
