from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exchange.hypothesis import export, parse
from briefing.exchange.origin import Origin
from briefing.exchange.sniffing import sniff
from briefing.exchange.utf16 import Units
from briefing.model.anchor import Anchor, Match, MatchState
from briefing.model.article import Article
from briefing.model.errors import FormatError
from briefing.model.note import Note, NoteKind, NoteState, Via
from briefing.model.span import Span
from tests.exchange.samples import ARTICLE, CASES, LOST, MATCHES, MISTAKE, NOTES, ORIGIN, TEXT
from tests.exchange.strategies import noted_articles


def exported(*notes: Note) -> Any:
    return json.loads(export(ARTICLE, notes, MATCHES, ORIGIN))


@given(noted_articles())
def test_words_and_places_survive_the_way_out_and_back(case: tuple[Article, list[Note]]) -> None:
    article, notes = case
    anchored = [note for note in notes if note.at.of(article.text) == note.quote]
    anchored = [note for note in anchored if note.at.end <= len(article.text)]
    matches = {note.id: Match(note.at, MatchState.ANCHORED, 1.0) for note in anchored}
    document = export(article, anchored, matches, Origin("a.md"))
    read = {draft.id: draft for draft in parse(document, against=article.text).drafts}
    assert len(read) == len(anchored)
    for note in anchored:
        draft = read[note.id]
        assert draft.anchor.quote == note.quote
        assert draft.anchor.span == note.at
        assert (draft.text, draft.tags, draft.kind, draft.by) == (
            note.text, note.tags, note.kind, note.by,
        )  # fmt: skip


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_utf_16_units_are_those_a_browser_counts(text: str, data: st.DataObject) -> None:
    units = Units(text)
    offset = data.draw(st.integers(0, len(text)))
    counted = len(text[:offset].encode("utf-16-le")) // 2
    assert units.from_chars(offset) == counted
    assert units.to_chars(counted) == offset


def test_positions_count_as_a_browser_counts() -> None:
    position, quote = exported(MISTAKE)["annotations"][0]["target"][0]["selector"]
    browser = TEXT.encode("utf-16-le")
    passage = browser[position["start"] * 2 : position["end"] * 2].decode("utf-16-le")
    assert passage == quote["exact"] == "razzi e pavimenti"
    assert position["start"] == MISTAKE.at.start + 1


def test_a_note_without_a_passage_keeps_its_words() -> None:
    row = exported(LOST)["annotations"][0]
    assert [one["type"] for one in row["target"][0]["selector"]] == ["TextQuoteSelector"]
    assert row["id"] == "AbCd"
    draft = parse(json.dumps({"rows": [row]}), against=TEXT).drafts[0]
    assert draft.anchor == Anchor(LOST.quote)
    assert (draft.id, draft.kind, draft.state) == (LOST.id, LOST.kind, NoteState.RESOLVED)


def test_a_search_result_is_read() -> None:
    text = (CASES / "hypothesis.json").read_text("utf-8")
    read = parse(text, against=TEXT)
    comment, highlight, page, reply, far = read.drafts
    assert comment.anchor == Anchor("razzi e pavimenti", "note, tra cui ", ".", MISTAKE.at)
    assert (comment.by, comment.kind) == ("anna", NoteKind.NOTE)
    assert (comment.created, comment.updated) == ("2026-11-22T08:15:30Z", "2026-11-22T09:00:00Z")
    assert comment.via == Via("hypothesis", "Abc-123_xyz")
    assert comment.tags == ("traduzione", "errore")
    assert comment.work == "Razzi in Russia"
    assert (highlight.kind, highlight.anchor.quote) == (NoteKind.HIGHLIGHT, "soldati")
    assert (page.anchor, page.text) == (Anchor(""), "The whole page.")
    assert (reply.anchor, reply.text) == (comment.anchor, "I agree.")
    assert (far.anchor.quote, far.anchor.span) == ("Oltre", None)
    assert [str(fault) for fault in read.faults] == [
        "entry 6: “text” is not a text",
        "1 place lies beyond the end of the article, so only its quote counts",
    ]


def test_a_context_cut_through_a_character_is_mended() -> None:
    rows = '{"rows": [{"id": "a", "uri": "u", "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "note", "prefix": "\\udd1e ", "suffix": ", \\ud834"}]}]}]}'  # noqa: E501
    assert parse(rows).drafts[0].anchor == Anchor("note", " ", ", ")


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "{}", "[1]", "null", '{"rows": 3}', '{"rows": [3]}', '{"rows": [{}]}',
        '{"rows": [{"target": [], "text": NaN}]}', '{"rows": [{"target": [], "text": "\\ud800"}]}',
        '{"rows": [{"target": [], "text": ' + "9" * 5000 + "}]}",
        '{"rows": ' + "[" * 100_000, '{"rows": ' + "[" * 500 + "]" * 500 + "}",
        '{"rows": [{"target": [{"selector": [{"type": "TextPositionSelector", "start": true, "end": 2}]}]}]}',  # noqa: E501
    ],
)  # fmt: skip
def test_what_is_no_search_result_gives_one_line(text: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse(text, where="h.json")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("h.json")


def test_a_position_turned_round_is_no_place() -> None:
    row = exported(*NOTES)["annotations"][0]
    row["target"][0]["selector"][0]["start"] = 10**30
    draft = parse(json.dumps([row]), against=TEXT).drafts[0]
    assert draft.anchor.span is None
    assert draft.anchor.quote == MISTAKE.quote


def test_a_position_without_an_article_is_kept_as_it_is() -> None:
    row = exported(MISTAKE)["annotations"][0]
    span = parse(json.dumps(row)).drafts[0].anchor.span
    assert span == Span(MISTAKE.at.start + 1, MISTAKE.at.end + 1)


def test_our_file_has_what_the_clients_import_asks_for() -> None:
    nameless = replace(MISTAKE, by="")
    document = exported(nameless, LOST)
    assert isinstance(document["annotations"], list)
    for one in document["annotations"]:
        assert all(isinstance(one[key], str) and one[key] for key in ("id", "user", "uri"))
        assert isinstance(one["text"], str)
        assert isinstance(one["tags"], list)
        assert isinstance(one["document"]["title"][0], str)
        assert one["target"][0]["source"] == one["uri"]
        selectors = one["target"][0]["selector"]
        assert "TextQuoteSelector" in [selector["type"] for selector in selectors]
    read = parse(json.dumps(document), against=TEXT).drafts
    assert [draft.by for draft in read] == ["", LOST.by]


def test_a_file_of_the_client_is_read_and_known_by_its_look() -> None:
    text = (CASES / "hypothesis_client.json").read_text("utf-8")
    assert sniff(text) == "hypothesis"
    comment, highlight, reply = parse(text, against=TEXT).drafts
    assert (comment.anchor.quote, comment.anchor.span) == ("razzi e pavimenti", MISTAKE.at)
    assert (comment.text, comment.tags, comment.by) == ("Wrong word.", ("to check",), "anna")
    assert (comment.created, comment.via) == ("2026-11-22T08:15:30Z", Via("hypothesis", "aB1_c"))
    assert (highlight.kind, highlight.anchor.quote) == (NoteKind.HIGHLIGHT, "soldati")
    assert (reply.anchor, reply.text) == (comment.anchor, "Seen.")


@pytest.mark.parametrize("text", ['{"annotations": []}', '{"rows": [], "total": 0}'])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert sniff(text) == "hypothesis"
    assert parse(text).drafts == ()
