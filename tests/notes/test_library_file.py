"""The file of a library: what is written is read again, what is odd is named, and clones agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.errors import FormatError
from briefing.model.feed import FeedSource, ItemText
from briefing.model.library_file import KeepRead, LibraryFile, SavedSearch
from briefing.notes.library_file import format_library, is_library, parse_library
from briefing.notes.library_merge import merge_libraries

names = st.text("abß :#'é🦊", min_size=1, max_size=5).filter(lambda name: name.strip() == name)
facts = st.one_of(st.none(), names)
feeds = st.lists(
    st.builds(
        FeedSource,
        name=names,
        url=st.integers(0, 3).map(lambda n: f"https://example.org/{n}"),
        title=facts,
        site=facts,
        text=st.sampled_from(ItemText),
    ),
    max_size=4,
)
searches = st.lists(st.builds(SavedSearch, name=names, query=names), max_size=4)
some_libraries = st.builds(
    LibraryFile,
    feeds=feeds.map(tuple),
    searches=searches.map(tuple),
    left_out=st.lists(names, max_size=3).map(tuple),
    keep_read=st.builds(
        KeepRead, st.sampled_from((None, 0, 1, 90)), st.sampled_from((None, 1, 99_999))
    ),
).map(lambda found: merge_libraries(None, found, LibraryFile()))  # one name each, in order


@settings(max_examples=40)
@given(some_libraries)
def test_what_is_written_is_read_again(library: LibraryFile) -> None:
    text = format_library(library)
    assert parse_library(text, where="library.yaml") == library
    assert is_library(text) == (library != LibraryFile())


@settings(max_examples=40)
@given(some_libraries, some_libraries, some_libraries)
def test_clones_agree_and_what_each_added_stays(
    base: LibraryFile, one: LibraryFile, two: LibraryFile
) -> None:
    merged = merge_libraries(base, one, two)
    assert merged == merge_libraries(base, two, one)
    assert merge_libraries(base, merged, merged) == merged
    queries = {search.query for search in merged.searches}
    assert {each.query for each in (*one.searches, *two.searches)} - queries <= {
        each.query for each in base.searches
    }
    addresses = {feed.url for feed in merged.feeds}
    old = {feed.url for feed in base.feeds}
    assert {feed.url for feed in (*one.feeds, *two.feeds)} - addresses <= old


def test_what_one_took_away_goes_unless_the_other_changed_it() -> None:
    wheat, corn = FeedSource("wheat", "https://w.example"), FeedSource("corn", "https://c.example")
    base = LibraryFile((wheat, corn), left_out=("drafts",))
    renamed = FeedSource("grain", "https://c.example")
    merged = merge_libraries(
        base, LibraryFile(), LibraryFile((wheat, renamed), left_out=("drafts",))
    )
    assert merged == LibraryFile((renamed,))


def test_two_searches_that_got_one_name_are_both_kept() -> None:
    one = LibraryFile(searches=(SavedSearch("Soldiers", "soldiers is:unread"),))
    two = LibraryFile(searches=(SavedSearch("Soldiers", "soldiers lang:it"),))
    merged = merge_libraries(None, one, two)
    assert [(each.name, each.query) for each in merged.searches] == [
        ("Soldiers", "soldiers is:unread"),
        ("Soldiers 2", "soldiers lang:it"),
    ]


def test_both_sides_that_git_left_are_read() -> None:
    text = (
        "format: 1\nsearches:\n<<<<<<< ours\n  - name: a\n    query: a\n=======\n"
        "  - name: b\n    query: b\n>>>>>>> theirs\n"
    )
    found = parse_library(text, where="library.yaml")
    assert [each.name for each in found.searches] == ["a", "b"]


def test_keys_of_a_newer_program_are_kept() -> None:
    found = parse_library("format: 1\nshelves: [red]\n", where="library.yaml")
    assert "shelves: [red]\n" in format_library(found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "library.yaml:1: this is no file of a library"),
        ("format: 2\n", "library.yaml:1: this was written by a newer version"),
        ("searches:\n- name: a\n", "library.yaml:2: “query” is missing"),
        ("feeds:\n- {name: a, url: b}\n- {name: a, url: c}\n", "library.yaml:3: the name “a”"),
        ("feeds:\n- name: a\n  url: b\n  text: all\n", "library.yaml:4: “text” should be one of"),
        ("left_out: drafts\n", "library.yaml:1: “left_out” should be a list"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, said: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse_library(text, where="library.yaml")
    assert str(caught.value).startswith(said)
