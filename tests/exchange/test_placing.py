from __future__ import annotations

from dataclasses import replace

from briefing.exchange.placing import place, section_at
from briefing.model.anchor import Match, MatchState
from briefing.model.span import Span
from tests.exchange.samples import ARTICLE, LOST, MATCHES, MISTAKE, NOTES, SOLDIERS, TEXT, note


def test_notes_come_in_the_order_of_the_text_and_the_lost_ones_apart() -> None:
    placed, orphans = place(ARTICLE, NOTES[::-1], MATCHES)
    assert [(one.note, one.section) for one in placed] == [(MISTAKE, 0), (SOLDIERS, 1)]
    assert [one.note for one in orphans] == [LOST]


def test_a_match_beyond_the_text_is_no_place() -> None:
    beyond = Match(Span(len(TEXT), len(TEXT) + 1), MatchState.ANCHORED, 1.0)
    placed, orphans = place(ARTICLE, [MISTAKE], {MISTAKE.id: beyond})
    assert (placed, [one.note for one in orphans]) == ([], [MISTAKE])


def test_without_a_match_a_note_stands_where_its_words_still_are() -> None:
    moved = replace(MISTAKE, at=MISTAKE.at.moved(1))
    assert [one.note for one in place(ARTICLE, [MISTAKE], {})[0]] == [MISTAKE]
    assert place(ARTICLE, [moved], {})[0] == []


def test_a_note_on_the_title_is_in_no_section() -> None:
    title = note("Razzi")
    assert place(ARTICLE, [title], {})[0][0].section is None
    assert section_at(ARTICLE, title.at) is None
    assert section_at(ARTICLE, SOLDIERS.at) == ARTICLE.sections[1]
