"""A query means what somebody typed; what is wrong in it is named with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.errors import UsageError
from briefing.model.query import Condition, Field, Query, Term
from briefing.text.queries import parse_query


@pytest.mark.parametrize(
    ("text", "terms", "conditions"),
    [
        ("soldiers", [Term("soldiers")], []),
        ("  two   words ", [Term("two"), Term("words")], []),
        ('"over  11,000" x', [Term("over 11,000"), Term("x")], []),
        ('-drill -"dry run"', [Term("drill", True), Term("dry run", True)], []),
        ("tag:check", [], [Condition(Field.TAG, "check")]),
        ('tag:"to check"', [], [Condition(Field.TAG, "to check")]),
        ("-State:RU", [], [Condition(Field.STATE, "RU", True)]),
        ("after:2026-01 before:2026-02-28", [], [
            Condition(Field.AFTER, "2026-01"), Condition(Field.BEFORE, "2026-02-28")]),
        ("is:unread word", [Term("word")], [Condition(Field.IS, "unread")]),
        ("https://example.org", [Term("https://example.org")], []),
        ("- -", [Term("-"), Term("-")], []),
        ("11,000-strong", [Term("11,000-strong")], []),
        ("14 000 men", [Term("14 000"), Term("men")], []),
        ("1\u202f214\u00a0000", [Term("1 214 000")], []),
        ("2026 100 2000", [Term("2026"), Term("100"), Term("2000")], []),
        ("-14 000", [Term("14 000", True)], []),
        ("“over 11,000” „so viele“", [Term("over 11,000"), Term("so viele")], []),
        ("-« dans la mer » »so« x", [Term("dans la mer", True), Term("so"), Term("x")], []),
        ("tag:“to check”", [], [Condition(Field.TAG, "to check")]),
        ("sanction*", [Term("sanction", is_beginning=True)], []),
        ('"sanction*" f*o *', [Term("sanction*"), Term("f*o"), Term("*")], []),
        ('a OR "b c" OR d* e', [
            Term("a", others=(Term("b c"), Term("d", is_beginning=True))), Term("e")], []),
        ("a AND b NOT c NOT tag:d", [Term("a"), Term("b"), Term("c", True)], [
            Condition(Field.TAG, "d", True)]),
        ("(a) b", [Term("(a)"), Term("b")], []),
        ('"OR" or -AND', [Term("OR"), Term("or"), Term("AND", True)], []),
    ],
)  # fmt: skip
def test_a_query_is_read_as_it_is_meant(
    text: str, terms: list[Term], conditions: list[Condition]
) -> None:
    assert parse_query(text) == Query(text, tuple(terms), tuple(conditions))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the query is empty"),
        (' "" ', "the query is empty"),
        ('a "b c', "query, character 3: \"b c: a quotation mark is not closed"),
        ("a colour:red", "character 3: colour:red: there is no field “colour”"),
        ("tag:", "query, character 1: tag:: “tag:” has no value"),
        ("is:lost", "character 1: is:lost: there is no “is:lost”"),
        ("after:yesterday", "“yesterday” is no date; write it like 2026, 2026-01 or 2026-01-31"),
        ("after:2026-13", "“2026-13” is no date"),
        ("a “b c", "query, character 3: “b c: a quotation mark is not closed"),
        ("a OR", "character 3: OR: OR stands between two words; quote it"),
        ("AND a", "character 1: AND a: AND stands between two words"),
        ("a OR NOT b", "character 6: NOT b: NOT stands before a word"),
        ("a NOT", "character 3: NOT: NOT stands before a word"),
        ("tag:a OR b", "character 7: OR b: OR stands between words that should be found"),
        ("x (a OR b)", "character 3: (a OR b): brackets group nothing: OR is for the words"),
        ("a OR -b", "character 3: OR -b: OR stands between words that should be found"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_query(text)
    assert said in str(caught.value)


@given(st.text())
def test_any_text_is_a_query_or_one_clear_line(text: str) -> None:
    try:
        query = parse_query(text)
    except UsageError as error:
        told = str(error)
        query = Query(text, (Term(told),))
        assert "\n" not in told
    assert query.terms or query.conditions
