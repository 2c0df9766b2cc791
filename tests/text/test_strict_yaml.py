"""What editors and other programs write as YAML is read as it was meant, or refused by line."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml

from briefing.model.errors import Fault, FormatError
from briefing.text.strict_yaml import parse

MEANT_AS_STRINGS = ["NO", "yes", "off", "22:30", "2026-11-22", "1e3", "0x1F", "007", "1_000", "=="]


@pytest.mark.parametrize("scalar", MEANT_AS_STRINGS)
def test_a_word_that_yaml_would_turn_into_something_else_stays_a_word(scalar: str) -> None:
    assert parse(f"key: {scalar}", where="f").string("key") == scalar


@pytest.mark.parametrize(
    ("scalar", "value"),
    [("14000", 14000), ("-3", -3), ("1.5", Decimal("1.5")), ("0.125", Decimal("0.125"))],
)
def test_plain_numbers_are_numbers(scalar: str, value: int | Decimal) -> None:
    assert parse(f"key: {scalar}", where="f").number("key") == value


@pytest.mark.parametrize(
    ("scalar", "remedy"),
    [
        ("14.000", "write 14000"),
        ("14,000", "write 14000"),
        ("1.234.567", "write 1234567"),
        ("3.141", "write 3141, or 3.1410 where the point marks a fraction"),
        ("'12'", "write it without quotes"),
        ("twelve", None),
    ],
)
def test_a_number_that_two_readers_would_read_differently_is_refused(
    scalar: str, remedy: str | None
) -> None:
    with pytest.raises(FormatError) as caught:
        parse(f"a: 1\nvalue: {scalar}", where="f.md", first_line=2).number("value")
    assert caught.value.where == "f.md:3"
    assert caught.value.remedy == remedy


@pytest.mark.parametrize("scalar", ["~", "null", "", "NULL"])
def test_an_empty_value_is_a_missing_one(scalar: str) -> None:
    root = parse(f"key: {scalar}", where="f")
    assert (root.string("key"), root.integer("key"), root.nodes("key")) == (None, None, ())


def test_an_empty_text_has_no_keys() -> None:
    root = parse("# nothing but a comment\n", where="f")
    assert root.is_null
    assert root.fields == {}


@pytest.mark.parametrize(
    ("text", "line_number", "what"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "twice"),
        ("a: !!python/object x\n", 1, "tags"),
        ("a: ! x\n", 1, "tags"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a: [1\n", 2, "not valid YAML"),
        ("a: 1\nb: \x07\n", 2, "U+0007"),
        ("a: \ud800\n", 1, "U+D800"),
        ("? [a]\n: b\n", 1, "should be a word"),
        ("a: &a [*a]\n", 1, "names nothing above"),
        (f"{'k' * 200}: 1\n", 1, "too long"),
        ("a: 'x\u2028y'\nb: *y\n", 2, "names nothing above"),
    ],
)
def test_what_cannot_be_trusted_is_refused_with_its_line(
    text: str, line_number: int, what: str
) -> None:
    with pytest.raises(FormatError, match=what.replace("+", r"\+")) as caught:
        parse(text, where="f", first_line=1)
    assert caught.value.where == f"f:{line_number}"


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
CHAIN = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 80))


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a: " + "[" * 60 + "]" * 60, BOMB, CHAIN],
    ids=["brackets", "braces", "dashes", "closed", "bomb", "chain"],
)
def test_a_hostile_text_is_refused_before_it_costs_anything(text: str) -> None:
    with pytest.raises(FormatError, match=r"too deep|too many"):
        parse(text, where="f")


def test_every_fault_is_named_and_the_rest_still_used() -> None:
    faults: list[Fault] = []
    text = "title: [a]\nlanguage: it\nvalue: 14.000\nlanguage: de\ntags: [a, {b: c}]\nitems: [x]\n"
    root = parse(text, where="f.md", first_line=2, faults=faults)
    assert root.string("title") is None
    assert root.string("language") == "it"
    assert root.number("value") is None
    assert root.strings("tags") == ("a",)
    assert root.mappings("items") == ()
    lines = sorted(fault.where for fault in faults if fault.where is not None)
    assert lines == ["f.md:2", "f.md:4", "f.md:5", "f.md:6", "f.md:7"]


def test_a_missing_key_is_named() -> None:
    root = parse("- {a: 1}\n- {b: x}\n", where="f")
    with pytest.raises(FormatError, match="f:1: “b” is missing"):
        root.items[0].required_string("b")
    assert root.items[1].required_string("b") == "x"


def test_keys_of_a_later_version_are_kept_in_their_order() -> None:
    text = "z: yes\na: known\nb: {c: [1, 1.50, ~, 'x']}\n"
    unknown = parse(text, where="f").unknown({"a"})
    assert unknown == {"z": "yes", "b": {"c": [1, Decimal("1.50"), None, "x"]}}
    assert list(unknown) == ["z", "b"]


def test_aliases_give_the_value_they_name() -> None:
    root = parse("a: &x {k: v}\nb: *x\n", where="f")
    assert root.unknown(()) == {"a": {"k": "v"}, "b": {"k": "v"}}


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    root = parse("a: NO\nb: [1, x]\nc: |\n  t\n", where="f")
    assert root.unknown(()) == {"a": "NO", "b": [1, "x"], "c": "t\n"}
    with pytest.raises(FormatError, match="too deep"):
        parse("[" * 100_000, where="f")
