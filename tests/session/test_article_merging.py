"""What two people did to one article comes together: nothing that a person wrote is lost."""

from __future__ import annotations

import pytest

from briefing.parsing.reading import open_document
from briefing.session.article_merging import readied
from briefing.text.revisions import revision_of

OLD, NEWER, NEWEST = (f"2026-01-0{day}T08:00:00Z" for day in (1, 2, 3))


def article(words: str, retrieved: str, more: str = "", title: str = "Talks") -> str:
    source = f"source:\n  url: https://example.org/talks\n  retrieved: '{retrieved}'\n"
    return f"---\ntitle: {title}\nlanguage: en\n{source}{more}---\n\n{words}\n"


def came(*articles: str) -> dict[str, str]:
    texts = (open_document(each, name="a", where="a").article().text for each in articles)
    return {revision_of(text): OLD for text in texts}


BASE = article("Nine ships.", OLD)
SECOND, THIRD = article("Ten ships.", NEWER), article("Eleven ships.", NEWEST)
EDITED = article("Nine large ships.", OLD)
REFETCHED_AND_EDITED = article("Ten large ships.", NEWER)


@pytest.mark.parametrize("is_first", [True, False], ids=["made by both", "changed by both"])
def test_of_two_fetched_texts_the_one_retrieved_later_is_taken(is_first: bool) -> None:
    base = "" if is_first else BASE
    known = came(BASE, SECOND, THIRD)
    for sides in ((SECOND, THIRD), (THIRD, SECOND)):
        ready = readied(base, *sides, "a.md", known)
        assert ready.ours == ready.theirs == THIRD
        assert not ready.waits


@pytest.mark.parametrize(
    "edited", [EDITED, REFETCHED_AND_EDITED, article("Nine ships.", OLD, title="T")]
)
def test_a_text_edited_by_hand_is_not_given_up_for_a_fetched_one(edited: str) -> None:
    known = came(BASE, SECOND, THIRD)
    for sides in ((edited, THIRD), (THIRD, edited)):
        ready = readied(BASE, *sides, "a.md", known)
        assert ready.ours == ready.theirs == edited
        assert ready.waits


def test_what_people_wrote_above_the_text_is_left_to_be_merged_by_lines() -> None:
    ours = article("Ten ships.", NEWER, "tags: [fleet]\n")
    theirs = article("Eleven ships.", NEWEST, "section: War # ours\n")
    ready = readied(BASE, ours, theirs, "a.md", came(BASE, SECOND, THIRD))
    assert ready.base == THIRD
    assert ready.ours == article("Eleven ships.", NEWEST, "tags: [fleet]\n")
    assert ready.theirs == theirs


def test_what_each_drafted_above_a_new_article_is_no_conflict() -> None:
    ours = article("Ten ships.", NEWER, "published: 2026-01-02\ntags: [fleet]\n")
    theirs = article("Eleven ships.", NEWEST, "published: 2026-01-03\n")
    ready = readied("", ours, theirs, "a.md", came(SECOND, THIRD))
    assert ready.base == ready.theirs == theirs.replace("2026-01-03\n", "'2026-01-03'\n")
    assert ready.ours == ready.theirs.replace("---\n\n", "tags: [fleet]\n---\n\n")


def test_one_who_fetched_and_one_who_wrote_above_the_text_both_have_their_way() -> None:
    ours = article("Nine ships.", OLD, "tags: [fleet]\n")
    ready = readied(BASE, ours, SECOND, "a.md", came(BASE, SECOND))
    assert ready.theirs == SECOND
    assert ready.base == article("Nine ships.", NEWER)
    assert ready.ours == article("Nine ships.", NEWER, "tags: [fleet]\n")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [(EDITED, article("Nine small ships.", OLD)), ("\udcff", SECOND), (EDITED, EDITED)],
    ids=["both edited", "no UTF-8", "the same"],
)
def test_all_else_is_left_to_git(ours: str, theirs: str) -> None:
    ready = readied(BASE, ours, theirs, "a.md", came(BASE, SECOND))
    assert (ready.base, ready.ours, ready.theirs) == (BASE, ours, theirs)


def test_a_file_that_never_came_in_is_left_to_git() -> None:
    ready = readied("# A\n", "# B\n", "# C\n", "README.md", {})
    assert (ready.base, ready.ours, ready.theirs) == ("# A\n", "# B\n", "# C\n")
