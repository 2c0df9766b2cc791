"""Which articles of a library a list shows, and in what order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.library import Entry
from briefing.model.query import Standing
from briefing.session import library_view
from briefing.session.library_order import Order, arrange
from briefing.session.library_view import ALL, Group, GroupKind, LibraryView
from briefing.text.fold import fold_text

UNREAD, STARRED = Standing.UNREAD.value, Standing.STARRED.value
ENTRIES = (
    Entry("a.md", "Zebra", published="2026-01-02", characters=10, standings=(UNREAD,)),
    Entry("east/b.md", "apple", published="2026-03-01", characters=30, tags=("check",)),
    Entry("east/far/c.md", "Città", site="example.org", characters=20, standings=(UNREAD, STARRED)),
)


@pytest.fixture
def view() -> LibraryView:
    view = LibraryView()
    view.take(arrange(ENTRIES, view.order))
    return view


def _paths(view: LibraryView) -> list[str]:
    return [entry.path for entry in view.shown]


@pytest.mark.parametrize(
    ("order", "paths"),
    [
        (Order.NEWEST, ["east/b.md", "a.md", "east/far/c.md"]),
        (Order.TITLE, ["east/b.md", "east/far/c.md", "a.md"]),
        (Order.LONGEST, ["east/b.md", "east/far/c.md", "a.md"]),
        (Order.PATH, ["a.md", "east/b.md", "east/far/c.md"]),
    ],
)
def test_each_order(view: LibraryView, order: Order, paths: list[str]) -> None:
    view.order = order
    assert _paths(view) == paths


def test_a_date_that_is_still_to_come_or_missing_gives_way_to_that_of_the_arrival(
    view: LibraryView,
) -> None:
    arrivals = {"soon.md": "2094-09-06T16:45:00Z", "now.md": "2026-02-02", "none.md": None}
    came = "2026-02-03T08:00:00Z"
    more = [Entry(path, path, published=at, retrieved=came) for path, at in arrivals.items()]
    view.take(arrange([*ENTRIES, *more], view.order))
    assert _paths(view) == [
        "east/b.md",
        "none.md",
        "soon.md",
        "now.md",
        "a.md",
        "east/far/c.md",
    ]


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("ZEB", ["a.md"]),
        ("citta", ["east/far/c.md"]),
        ("east", ["east/b.md", "east/far/c.md"]),
        ("east example", ["east/far/c.md"]),
        ("check", ["east/b.md"]),
        ("nothing", []),
    ],
)
def test_words_narrow_by_title_site_path_and_tags(
    view: LibraryView, words: str, paths: list[str]
) -> None:
    view.words = words
    assert _paths(view) == paths


def test_groups_have_their_counts(view: LibraryView) -> None:
    counts = dict(view.groups)
    assert counts[ALL] == 3
    assert counts[Group(GroupKind.STANDING, UNREAD)] == 2
    assert counts[Group(GroupKind.STANDING, STARRED)] == 1
    assert counts[Group(GroupKind.TAG, "check")] == 1
    assert counts[Group(GroupKind.FOLDER, "east/")] == 2
    assert counts[Group(GroupKind.FOLDER, "east/far/")] == 1


def test_a_group_shows_its_own_articles(view: LibraryView) -> None:
    view.group = Group(GroupKind.FOLDER, "east/far/")
    assert _paths(view) == ["east/far/c.md"]
    view.group = Group(GroupKind.STANDING, UNREAD)
    assert _paths(view) == ["a.md", "east/far/c.md"]


def test_neighbours_are_those_that_are_not_read(view: LibraryView) -> None:
    view.order = Order.PATH
    assert view.neighbour("a.md", forward=True) == ENTRIES[2]
    assert view.neighbour("east/far/c.md", forward=False) == ENTRIES[0]
    assert view.neighbour("east/far/c.md", forward=True) is None


def test_an_article_that_stands_otherwise_is_shown_so(view: LibraryView) -> None:
    view.put(replace(ENTRIES[0], standings=()))
    assert dict(view.groups)[Group(GroupKind.STANDING, UNREAD)] == 1


def test_words_that_were_prepared_narrow_as_those_that_were_not() -> None:
    titles = ("Città e città", "CITTA", "a\0b", "ﬁne  spaces", "Straße")
    entries = [Entry(f"{number}.md", title) for number, title in enumerate(titles)]
    prepared, bare = LibraryView(), LibraryView()
    prepared.take(arrange(entries, prepared.order))
    bare.take(arrange(entries, bare.order))
    prepared.prepare_words()
    assert prepared.is_prepared
    for words in ("citta", "città", "b", "fine spaces", "strasse", "0.md", "nothing"):
        prepared.words = bare.words = words
        assert [e.path for e in prepared.shown] == [e.path for e in bare.shown]
        assert bool(prepared.shown) is (words != "nothing")


def test_an_article_whose_date_changes_takes_its_place_in_the_order() -> None:
    view = LibraryView()
    two = [Entry("a.md", "A", published="2026-01-02"), Entry("b.md", "B", published="2026-01-01")]
    view.take(arrange(two, view.order))
    assert [entry.path for entry in view.shown] == ["a.md", "b.md"]
    view.put(Entry("b.md", "B", published="2026-01-03"))
    assert [entry.path for entry in view.shown] == ["b.md", "a.md"]
    view.put(Entry("b.md", "B", published="2026-01-03", standings=("unread",)))
    assert view.shown[0].standings == ("unread",)


def test_keys_may_go_first_while_many_articles_are_put_in_order() -> None:
    given: list[bool] = []
    found = arrange(ENTRIES, Order.TITLE, lambda: given.append(True))
    assert given
    assert found == arrange(ENTRIES, Order.TITLE)


def test_words_are_looked_for_in_articles_as_they_are_now_and_found_out_once(
    view: LibraryView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.prepare_words()
    folded: list[str] = []

    def fold(text: str, *, accents: bool = False) -> str:
        folded.append(text)
        return fold_text(text, accents=accents)

    monkeypatch.setattr(library_view, "fold_text", fold)
    zebra, apple, city = ENTRIES
    now = [replace(zebra, title="Zebrà"), replace(apple, percent=10), city]
    view.take(arrange([*now, Entry("new.md", "Città nuova")], view.order))
    view.words = "citta"
    assert _paths(view) == ["east/far/c.md", "new.md"]
    view.words = "zebra"
    assert _paths(view) == ["a.md"]
    assert sorted({text.split()[0] for text in folded}) == ["Città", "Zebrà"]
