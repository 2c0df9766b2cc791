"""The versions file: what is written is read again, odd files are named, and clones agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.errors import FormatError
from briefing.model.version import Arrival, Version, Versions
from briefing.notes.versions import (
    KEPT,
    format_versions,
    is_versions,
    merge_versions,
    parse_versions,
    with_version,
)


def rev(number: int) -> str:
    return f"{number:064x}"


def version(number: int, **fields: object) -> Version:
    date = f"2026-11-22T08:{number // 60:02}:{number % 60:02}Z"
    return replace(Version(rev(number), date, Arrival.FETCHED), **fields)  # type: ignore[arg-type]


words = st.one_of(st.none(), st.text("ab: #'\"é🦊0-", min_size=1, max_size=9))
some_versions = st.lists(
    st.builds(
        Version,
        rev=st.integers(0, 5).map(rev),
        date=st.integers(0, 9).map(lambda n: f"2026-11-22T08:00:0{n}Z"),
        how=st.sampled_from(Arrival),
        original=st.one_of(st.none(), st.integers(0, 9).map(rev)),
        made_by=words,
        media_type=words,
        address=words,
    ),
    max_size=6,
).map(lambda found: merge_versions(Versions("a.md", tuple(found)), Versions("a.md")))


@given(some_versions)
def test_what_is_written_is_read_again(versions: Versions) -> None:
    text = format_versions(versions)
    assert parse_versions(text, where="v.yaml") == versions
    assert is_versions(text)


@given(some_versions, some_versions, some_versions)
def test_clones_agree_in_whatever_order_they_merge(
    one: Versions, two: Versions, three: Versions
) -> None:
    merged = merge_versions(one, two)
    assert merged == merge_versions(two, one)
    assert merge_versions(merged, two) == merged
    assert merge_versions(merged, three) == merge_versions(one, merge_versions(two, three))
    assert {v.rev for v in merged.versions} == {v.rev for v in (*one.versions, *two.versions)}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("format: 1\nnotes: []\n", "v.yaml:1: this is no versions file"),
        ("format: 2\nversions: []\n", "v.yaml:1: .*newer version"),
        (f"versions:\n- rev: {rev(1)}\n  how: added\n", "v.yaml:2: “date” is missing"),
        (f"versions:\n- rev: {rev(1)}\n  date: x\n  how: added\n", "v.yaml:3: .*a time"),
        ("versions:\n- rev: 12\n  date: '2026-11-22T08:00:00Z'\n", "v.yaml:2: .*64 hexadecimal"),
        ("versions:\n- {date: '2026-11-22T08:00:00Z', how: added}\n", "v.yaml:2: “rev” is missing"),
        (
            f"versions:\n- rev: {rev(1)}\n  date: '2026-11-22T08:00:00Z'\n  how: came\n",
            "v.yaml:4: .*added, fetched, annotated, edited",
        ),
        ("versions: x\n", "v.yaml:1: .*a list"),
        ("versions: [\n", r"v.yaml:\d: this is not valid YAML"),
        ("versions:\n- a: 1\n  a: 2\n", "v.yaml:3: "),
    ],
)
def test_what_is_odd_is_named_with_its_line(text: str, what: str) -> None:
    with pytest.raises(FormatError, match=what):
        parse_versions(text, where="v.yaml")


def test_what_a_newer_program_wrote_is_kept() -> None:
    text = format_versions(
        Versions("a.md", (version(1, extra={"pages": 12}),), {"feed": "https://example.org"})
    )
    assert format_versions(parse_versions(text, where="v.yaml")) == text
    assert "pages: 12" in text


def test_both_sides_of_a_conflict_of_git_are_read() -> None:
    ours = format_versions(Versions("a.md", (version(1), version(2))))
    theirs = format_versions(Versions("a.md", (version(1), version(3))))
    head = format_versions(Versions("a.md", (version(1),)))
    mine, others = (side.removeprefix(head) for side in (ours, theirs))
    text = f"{head}<<<<<<< ours\n{mine}=======\n{others}>>>>>>> theirs\n"
    found = parse_versions(text, where="v.yaml")
    assert [item.rev for item in found.versions] == [rev(1), rev(2), rev(3)]


def test_the_earlier_date_stays_and_what_was_not_known_is_added() -> None:
    early = version(1, how=Arrival.ANNOTATED)
    late = replace(version(1, address="https://example.org"), date="2026-12-01T00:00:00Z")
    (joined,) = merge_versions(Versions("a.md", (late,)), Versions("a.md", (early,))).versions
    assert joined == replace(late, date=early.date)


def test_a_text_that_came_in_stays_one_whoever_annotates_it_and_when() -> None:
    came = version(1, how=Arrival.FETCHED)
    for date in ("2026-01-01T00:00:00Z", came.date, "2026-12-31T00:00:00Z"):
        noted = replace(came, how=Arrival.ANNOTATED, date=date)
        (joined,) = with_version(Versions("a.md", (came,)), noted).versions
        assert joined.how is Arrival.FETCHED


def test_the_first_the_newest_and_those_of_notes_are_kept() -> None:
    versions = Versions("a.md")
    needed = {rev(7)}
    for number in range(60):
        versions = with_version(versions, version(number), needed)
    kept = [item.rev for item in versions.versions]
    assert kept == [rev(0), rev(7), *(rev(n) for n in range(60 - KEPT, 60))]
