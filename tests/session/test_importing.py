"""Notes from elsewhere find their passages, keep their words, and come in once."""

from __future__ import annotations

import json

import pytest

from briefing.model.anchor import MatchState
from briefing.model.errors import InputError, StorageError
from briefing.notes.format import format_notes
from briefing.notes.parse import parse_notes
from briefing.session.exporting import exported_notes
from briefing.session.importing import import_notes, orphan_count
from briefing.session.report import note_json
from tests.session.fakes import FakeDisk, make_reading

MARKDOWN = "# Talks\n\nFrance came. Italy came too.\n"


def rows(*quotes: str, start: int = 0) -> str:
    """A file of another program, in which every note has a place that may be wrong."""
    return json.dumps(
        {
            "rows": [
                {
                    "id": f"h{number}",
                    "uri": "https://example.org/a",
                    "user": "acct:bea@hypothes.is",
                    "created": "2026-01-02T03:04:05+00:00",
                    "text": f"note {number}",
                    "target": [
                        {
                            "selector": [
                                {"type": "TextQuoteSelector", "exact": quote},
                                {
                                    "type": "TextPositionSelector",
                                    "start": start,
                                    "end": start + len(quote),
                                },
                            ]
                        }
                    ],
                }
                for number, quote in enumerate(quotes)
            ]
        }
    )


@pytest.mark.parametrize("start", [0, 3, 10**6])
def test_the_words_decide_where_the_place_is_wrong(start: int) -> None:
    reading = make_reading(MARKDOWN)
    taken = import_notes(reading, rows("Italy came", start=start), None, "h.json")
    [placed] = reading.take_out_notes().placed
    assert placed.span is not None
    assert placed.span.of(reading.article.text) == "Italy came"
    assert placed.match.state is MatchState.ANCHORED
    assert (len(taken.notes), taken.known_count) == (1, 0)


def test_what_has_no_passage_is_kept_with_its_words() -> None:
    reading = make_reading(MARKDOWN)
    taken = import_notes(reading, rows("Nobody at all stayed at home"), None, "h.json")
    notebook = reading.take_out_notes()
    [placed] = notebook.placed
    assert (placed.span, placed.note.quote) == (None, "Nobody at all stayed at home")
    assert orphan_count(notebook, taken.notes) == 1


def test_all_notes_come_in_with_one_save_and_only_once() -> None:
    disk = FakeDisk()
    reading = make_reading(MARKDOWN, disk)
    text = rows("France", "Italy", "came too")
    assert len(import_notes(reading, text, None, "h.json").notes) == 3
    assert disk.writes == 1
    again = import_notes(reading, text, "hypothesis", "h.json")
    assert (again.notes, again.known_count, disk.writes) == ((), 3, 1)


def test_a_full_disk_takes_nothing_in() -> None:
    disk = FakeDisk()
    reading = make_reading(MARKDOWN, disk)
    reading.take_out_notes()
    disk.is_full = True
    with pytest.raises(StorageError):
        import_notes(reading, rows("France"), None, "h.json")
    assert reading.take_out_notes().placed == ()


def test_an_unknown_format_is_named_with_those_that_are_known() -> None:
    with pytest.raises(InputError, match=r"h\.txt: .*kindle"):
        import_notes(make_reading(MARKDOWN), "just words", None, "h.txt")


def test_what_was_exported_comes_back_equal() -> None:
    reading = make_reading(MARKDOWN)
    import_notes(reading, rows("France", "not there at all, I fear"), None, "h.json")
    before = reading.take_out_notes().notes.notes
    other = make_reading(MARKDOWN)
    import_notes(other, exported_notes(reading, "jsonld"), None, "a.jsonld")
    assert other.take_out_notes().notes.notes == before


TWICE = (
    "# Talks\n\n## North\n\nAna left. They signed it.\n\n## South\n\nBob left. They signed it.\n"
)


def koreader(*entries: tuple[str, int, str]) -> str:
    return json.dumps(
        {
            "title": "Talks",
            "entries": [
                {"text": text, "page": page, "chapter": chapter, "time": 1694256600 + page}
                for text, page, chapter in entries
            ],
        }
    )


@pytest.mark.parametrize(
    "entries",
    [
        [("They signed it.", 2, "South")],
        [("Bob left.", 1, ""), ("They signed it.", 2, "")],
        [("They signed it.", 3, ""), ("They signed it.", 1, "")],
    ],
)
def test_words_that_stand_twice_go_where_chapter_page_or_neighbours_say(
    entries: list[tuple[str, int, str]],
) -> None:
    reading = make_reading(TWICE)
    taken = import_notes(reading, koreader(*entries), None, "k.json")
    placed = reading.take_out_notes().placed
    assert {p.match.state for p in placed} == {MatchState.ANCHORED}
    last = reading.article.text.rindex("They signed it.")
    assert last in [p.span.start for p in placed if p.span]
    assert taken.choices == {}


def test_words_that_stand_twice_without_more_are_uncertain_and_stay_so() -> None:
    disk = FakeDisk()
    reading = make_reading(TWICE, disk)
    taken = import_notes(reading, koreader(("They signed it.", 7, "")), None, "k.json")
    [(note_id, places)] = taken.choices.items()
    text = reading.article.text
    assert [place.of(text) for place in places] == ["They signed it."] * 2
    again = make_reading(TWICE, disk).take_out_notes()
    assert [p.match.state for p in again.placed] == [MatchState.UNCERTAIN]
    again.attach(note_id, places[1])
    assert make_reading(TWICE, disk).take_out_notes().placed[0].span == places[1]


def test_a_date_that_is_not_known_is_left_out_and_never_todays() -> None:
    disk = FakeDisk()
    reading = make_reading(MARKDOWN, disk)
    clipping = (
        "Talks (A)\n- Your Highlight on page 9 | Added on some day\n\nFrance came\n==========\n"
    )
    [note] = import_notes(reading, clipping, None, "c.txt").notes
    assert (note.created, note.updated) == ("", "")
    assert note_json(note)["created"] is None
    written = format_notes(disk.notes)
    assert "created" not in written
    assert parse_notes(written, where="n.yaml").notes.notes == (note,)
