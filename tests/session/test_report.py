"""One plain object holds everything, in values that JSON has."""

from __future__ import annotations

import json
from dataclasses import replace

from briefing.model.note import Conflict, Via
from briefing.model.span import Span
from briefing.session.note_draft import NoteDraft
from briefing.session.report import note_json, report
from tests.session.fakes import FakeDisk, make_reading

MARKDOWN = (
    "---\nlanguage: en\nfigures:\n"
    "  - {label: share, value: 14.5, unit: percent, quote: 14.5 percent}\n"
    "  - {label: lost, value: 3, quote: not there}\n---\n\n# Talks\n\nThey paid 14.5 percent.\n"
)


def test_everything_is_plain_json_and_unknown_places_are_null() -> None:
    reading = make_reading(MARKDOWN)
    reading.make_brief()
    value = report(reading)
    assert json.loads(json.dumps(value)) == value
    share, lost = value["figures"]
    assert (share["value"], value["text"][share["start"] : share["end"]]) == (14.5, "14.5 percent")
    assert (lost["start"], lost["end"]) == (None, None)
    assert value["notes"] == []


def test_what_lost_in_a_merge_and_where_a_note_came_from_are_told() -> None:
    reading = make_reading(MARKDOWN, FakeDisk())
    note = reading.take_out_notes().add(Span(0, 5), NoteDraft("x", tags=("a",)))
    value = note_json(
        replace(
            note,
            conflicts=(Conflict("tags", ("a", "b"), "bea", "2026-11-22T08:00:00Z"),),
            via=Via("hypothesis", None),
        )
    )
    assert value["conflicts"] == [
        {"field": "tags", "value": ["a", "b"], "by": "bea", "updated": "2026-11-22T08:00:00Z"}
    ]
    assert value["via"] == {"system": "hypothesis", "id": None}
    assert (value["at"], value["tags"], value["state"]) == ([0, 5], ["a"], "open")
