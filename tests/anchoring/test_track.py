from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.anchoring.textmap import TextMap
from briefing.anchoring.track import track, track_revisions
from briefing.model.anchor import MatchState
from briefing.model.span import Span
from tests.anchoring.trials import TEXTS, article

CASES = yaml.safe_load((TEXTS.parent / "edits.yaml").read_text("utf-8"))
OLD = article("de")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_note_follows_its_passage(case: dict[str, str]) -> None:
    start = case["old"].index(case["quote"])
    [match] = track(case["old"], case["new"], [(start, start + len(case["quote"]))])
    assert (match.span.of(case["new"]) if match.span else "") == case["found"]


@pytest.mark.parametrize("span", [(-1, 3), (5, 2), (10_000, 10_001), (len(OLD), len(OLD) + 1)])
def test_what_is_no_span_is_an_orphan(span: tuple[int, int]) -> None:
    [match] = track(OLD, OLD + " Ende.", [span])
    assert match.state is MatchState.ORPHAN


def test_a_span_that_ends_beyond_the_text_is_cut_off() -> None:
    [match] = track(OLD, "Vorab.\n" + OLD, [(len(OLD) - 10, len(OLD) + 50)])
    assert match.span == Span(len(OLD) - 3, len(OLD) + 7)


def test_an_orphan_knows_where_it_stood() -> None:
    lines = OLD.split("\n")
    at = OLD.index(lines[4])
    [match] = track(OLD, "\n".join(lines[:4] + lines[5:]), [(at, at + len(lines[4]))])
    assert match.span is None
    assert match.neighbour is not None
    assert abs(match.neighbour - at) <= 2


def test_a_line_printed_twice_is_found_at_its_twin_but_the_reader_is_asked() -> None:
    old = "Ein Titel für alle Tage\nEin Titel für alle Tage\n" + OLD
    [match] = track(old, old.split("\n", 1)[1], [(4, 9)])
    assert match.span == Span(4, 9)
    [second] = track(old, old.split("\n", 1)[1], [(28, 33)])
    assert second.span == Span(4, 9)
    assert MatchState.UNCERTAIN in {match.state, second.state}


def test_a_passage_is_followed_through_many_revisions() -> None:
    texts = [OLD, "Vorab. " + OLD, "Vorab. " + OLD.replace("Mittwochabend", "Abend"), OLD]
    [match] = track_revisions(texts, [Span(4, 11)])
    assert match.span == Span(4, 11)


def test_what_was_struck_and_put_back_is_found_again() -> None:
    [match] = track_revisions([OLD, "Etwas ganz anderes.", OLD], [Span(0, 200)])
    assert match.span == Span(0, 200)


def test_what_changed_beyond_recognition_is_found_step_by_step() -> None:
    middle = OLD.replace("den Neubau der Südbrücke gestritten", "den Neubau der Brücke beraten")
    last = middle.replace("fast fünf Stunden lang über den Neubau", "ganz kurz über einen Bau")
    start = OLD.index("fast fünf")
    [match] = track_revisions([OLD, middle, last], [(start, OLD.index(" und die Entscheidung"))])
    assert match.span is not None
    assert match.span.of(last) == "ganz kurz über einen Bau der Brücke beraten"


def test_one_map_serves_many_notes() -> None:
    new = "Vorab. " + OLD
    step = TextMap(OLD, new)
    spans = [Span(at, at + 9) for at in range(0, 900, 9)]
    assert [step.follow(span) for span in spans] == track(OLD, new, spans)


PIECES = ["due", "due", "tre", "zug", "Zug", "e\u0301", *"uZ车站ไ.,\n«🚂"]
WORDS = st.lists(st.sampled_from(PIECES), max_size=30)
TEXT = WORDS.map(" ".join)


@settings(deadline=None)
@given(TEXT, TEXT, st.lists(st.tuples(st.integers(-1, 90), st.integers(-1, 90)), max_size=4))
def test_a_found_passage_lies_inside_the_text(
    old: str, new: str, spans: list[tuple[int, int]]
) -> None:
    for match in track(old, new, spans):
        assert (match.span is None) == (match.state is MatchState.ORPHAN)
        assert match.span is None or match.span.end <= len(new)
        assert 0 <= match.confidence <= 1
        assert match.neighbour is None or 0 <= match.neighbour <= len(new)


@settings(deadline=None)
@given(TEXT, st.integers(0, 90), st.integers(0, 90))
def test_the_same_text_has_the_same_places(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    [match] = track(text, str(text), [(start, end)])
    assert match.span == Span(start, end)


LANGUAGES = st.sampled_from(["ar", "de", "hi", "ja", "th", "zh"])


@settings(deadline=None, max_examples=40)
@given(LANGUAGES, st.integers(0, 500), st.integers(1, 60), st.data())
def test_what_is_put_before_a_passage_shifts_it_exactly(
    language: str, start: int, length: int, data: st.DataObject
) -> None:
    old = article(language)
    start = min(start, len(old) - 1)
    end = min(len(old), start + length)
    lines = [0, *(at + 1 for at, char in enumerate(old) if char == "\n" and at < start)]
    at = data.draw(st.sampled_from(lines))
    added = data.draw(st.sampled_from(["Vorab.\n", "Nota bene:\n", "补充。\n", "0\n"]))
    [match] = track(old, old[:at] + added + old[at:], [(start, end)])
    assert match.span == Span(start + len(added), end + len(added))


ENDLESS = "Wort " * 40_000


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "abc"),
        ("abc", ""),
        ("...", "?!"),
        (ENDLESS, ENDLESS[:-5]),
        (ENDLESS, ENDLESS[:100_000] + "anders " + ENDLESS[100_000:]),
        (ENDLESS, "anders " * 40_000),
    ],
    ids=["from nothing", "to nothing", "no words", "shorter", "one word between", "all other"],
)
def test_texts_without_any_sense_are_answered_too(old: str, new: str) -> None:
    spans = [(0, 0), (0, 1), (0, len(old)), (len(old) // 2, len(old) // 2 + 7)]
    matches = track(old, new, spans)
    assert len(matches) == len(spans)
    assert all(match.span is None or match.span.end <= len(new) for match in matches)
