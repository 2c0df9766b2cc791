"""What an editor quoted says when its words are others now, going by the texts that there were."""

from __future__ import annotations

import pytest

from briefing.model.anchor import Wording
from briefing.model.front_matter import Quote
from briefing.session.stated_quotes import StatedQuotes

BEFORE = "The network has over 350 firms in Rome. Rain fell. Of 20 boats 12 sank near Ostia."


def find(exact: str, now: str, *earlier: str) -> tuple[str | None, Wording | None, int]:
    """Where a quote is now, its wording, and how many faults there are."""
    lookup = StatedQuotes(now, "a.md", lambda: earlier)
    found = lookup.find(Quote(exact))
    return None if found.span is None else found.span.of(now), found.changed, len(lookup.faults)


@pytest.mark.parametrize(
    ("exact", "now"), [("over 350", "over 30"), ("350", "1,200"), ("over 350 firms", "some firms")]
)
def test_a_quote_is_followed_from_the_newest_text_that_has_it(exact: str, now: str) -> None:
    text = BEFORE.replace(exact, now)
    assert find(exact, text, "Another text.", BEFORE) == (now, Wording(exact, now), 1)


def test_a_figure_alone_without_an_earlier_text_is_told_as_missing() -> None:
    assert find("350", BEFORE.replace("350", "1,200")) == (None, None, 1)


def test_the_same_figure_elsewhere_is_not_taken_for_the_one_that_changed() -> None:
    now = BEFORE.replace("over 350", "over 30") + " The hall has 350 seats."
    before = BEFORE + " The hall has 350 seats."
    assert find("350", now, before) == ("30", Wording("350", "30"), 1)


def test_a_quote_that_stands_as_it_stood_is_no_fault() -> None:
    assert find("12 sank", f"New. {BEFORE}", BEFORE) == ("12 sank", None, 0)
    assert find("12 sank", BEFORE) == ("12 sank", None, 0)


def test_a_quote_inside_a_longer_number_is_another_number() -> None:
    assert find("5%", "It rose 7.5% in May.") == ("7.5%", Wording("5%", "7.5%"), 1)


def test_a_quote_whose_passage_was_deleted_is_missing() -> None:
    assert find("12 sank", "The network has over 350 firms in Rome. Rain fell.", BEFORE) == (
        None,
        None,
        1,
    )
