from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exchange.web_annotation import export, parse
from briefing.model.anchor import Anchor
from briefing.model.article import Article
from briefing.model.errors import FormatError
from briefing.model.note import Note, NoteKind, Via
from briefing.model.span import Span
from tests.exchange.samples import ARTICLE, CASES, LOST, MATCHES, MISTAKE, NOTES, ORIGIN, TEXT
from tests.exchange.strategies import noted_articles


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((CASES / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def exported(notes: tuple[Note, ...]) -> Any:
    return json.loads(export(ARTICLE, notes, MATCHES, ORIGIN))


@given(noted_articles())
def test_no_note_loses_anything_on_the_way_out_and_back(case: tuple[Article, list[Note]]) -> None:
    article, notes = case
    document = export(article, notes, {}, ORIGIN)
    read = parse(document)
    assert [draft.as_note() for draft in read.drafts] == notes
    assert not read.faults
    document.encode("utf-8")


@given(noted_articles())
def test_every_must_of_the_recommendation_holds(case: tuple[Article, list[Note]]) -> None:
    article, notes = case
    document = json.loads(export(article, notes, {}, ORIGIN))
    validator("collection").validate(document)
    for item in document.get("first", {}).get("items", ()):
        validator("annotation").validate(item)
    ids = [item["id"] for item in document.get("first", {}).get("items", ())]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("case", json.loads((CASES / "not_conforming.json").read_text("utf-8")))
def test_the_schemas_refuse_what_the_recommendation_forbids(case: dict[str, Any]) -> None:
    good = exported(NOTES)
    broken = good if case["schema"] == "collection" else good["first"]["items"][0]
    validator(case["schema"]).validate(broken)
    parent = broken
    *path, last = case["path"]
    for key in path:
        parent = parent[key]
    if "value" in case:
        parent[last] = case["value"]
    else:
        del parent[last]
    with pytest.raises(jsonschema.ValidationError):
        validator(case["schema"]).validate(broken)


def test_an_empty_collection_has_no_page() -> None:
    document = exported(())
    assert (document["total"], "first" in document, "last" in document) == (0, False, False)
    assert parse(json.dumps(document)).drafts == ()


def test_positions_count_characters_and_not_utf_16_units() -> None:
    target = exported((MISTAKE,))["first"]["items"][0]["target"]
    quote, position = target["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "razzi e pavimenti"
    assert (quote["prefix"], quote["suffix"]) == ("tra cui ", ".")


def test_other_programs_can_read_comment_tags_author_and_kind() -> None:
    item = exported((MISTAKE,))["first"]["items"][0]
    assert [(body["purpose"], body["value"]) for body in item["body"]] == [
        ("commenting", MISTAKE.text),
        ("tagging", "traduzione"),
    ]
    assert item["creator"]["name"] == "anna"
    assert item["motivation"] == "editing"
    assert (item["created"], item["modified"]) == (MISTAKE.created, MISTAKE.updated)


def test_the_same_note_has_the_same_id_each_time() -> None:
    first, again = exported(NOTES), exported(NOTES)
    assert first == again
    assert first["first"]["items"][0]["id"].startswith("urn:uuid:")


def test_an_annotation_that_came_from_elsewhere_keeps_its_id() -> None:
    foreign = parse((CASES / "foreign.jsonld").read_text("utf-8")).drafts[0]
    assert foreign.via == Via("jsonld", "http://example.org/anno1")
    kept = exported((note_via(Via("jsonld", "http://example.org/anno1")),))
    assert kept["first"]["items"][0]["id"] == "http://example.org/anno1"


def test_two_notes_that_name_one_source_still_have_an_id_each() -> None:
    via = Via("jsonld", "http://example.org/anno1")
    items = exported((note_via(via), replace(MISTAKE, via=via)))["first"]["items"]
    assert items[0]["id"] != items[1]["id"]


def note_via(via: Via) -> Note:
    return replace(LOST, via=via)


def test_annotations_of_others_are_read_as_far_as_notes_can_hold_them() -> None:
    read = parse((CASES / "foreign.jsonld").read_text("utf-8"), against=TEXT)
    one, two, three, four, five = read.drafts
    assert (one.kind, one.text, one.tags) == (NoteKind.QUESTION, "Is that so?", ("doubt", "eu"))
    assert one.anchor == Anchor("razzi", "cui ", " e", Span(49, 54))
    assert (one.by, one.created) == ("Anna B.", "2015-01-28T12:00:00Z")
    assert (two.kind, two.text, two.anchor.quote) == (NoteKind.NOTE, "only a string", "Razzi in")
    assert (three.text, three.anchor) == ("http://example.org/post1", Anchor(""))
    assert four.anchor == Anchor("soldati")
    assert (five.kind, five.anchor.quote) == (NoteKind.HIGHLIGHT, "tra cui")
    assert [str(fault) for fault in read.faults] == [
        "entry 6: this is not an Annotation",
        "1 place lies beyond the end of the article, so only its quote counts",
    ]


@pytest.mark.parametrize("shape", ["list", "page", "single", "collection of two pages"])
def test_each_shape_that_annotations_travel_in_is_read(shape: str) -> None:
    document = exported(NOTES)
    page = document["first"]
    items = page["items"]
    if shape == "collection of two pages":
        page["items"], page["next"] = items[:1], {**page, "items": items[1:]}
    shapes = {"list": items, "page": page, "single": items[0]}
    read = parse(json.dumps(shapes.get(shape, document)))
    assert len(read.drafts) == (1 if shape == "single" else len(NOTES))


def test_pages_that_lie_elsewhere_are_named() -> None:
    read = parse('{"type": "AnnotationCollection", "first": "http://example.org/p1"}')
    assert "http://example.org/p1" in str(read.faults[0])


@given(st.integers(0, 2000))
def test_half_a_file_gives_nothing_and_one_line(cut: int) -> None:
    document = export(ARTICLE, NOTES, MATCHES, ORIGIN).rstrip()
    with pytest.raises(FormatError) as caught:
        parse(document[: cut % len(document)], where="a.jsonld")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("a.jsonld:")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("briefing:kind", "poem"),
        ("briefing:state", "lost"),
        ("briefing:via", "{"),
        ("briefing:via", "[1, 2]"),
        ("briefing:conflicts", '[{"value": 1}]'),
        ("briefing:extra", "[]"),
        ("briefing:rev", 3),
        ("briefing:rev", "../../x"),
        ("target", 5),
        ("target", {"source": "x", "selector": {"type": "TextPositionSelector", "start": "1"}}),
        ("body", 7),
        ("creator", 7),
    ],
)
def test_a_wrong_type_names_the_entry_and_spares_the_others(key: str, value: object) -> None:
    document = exported(NOTES)
    document["first"]["items"][1][key] = value
    read = parse(json.dumps(document))
    assert [draft.id for draft in read.drafts] == [MISTAKE.id, LOST.id]
    assert [fault.where for fault in read.faults] == ["entry 2"]


def test_an_id_that_could_harm_a_file_is_not_taken_for_ours() -> None:
    document = exported(NOTES)
    document["first"]["items"][0]["briefing:id"] = "a\n- id: b"
    draft = parse(json.dumps(document)).drafts[0]
    assert (draft.id, draft.as_note()) == (None, None)
    assert draft.via == Via("jsonld", document["first"]["items"][0]["id"])
