"""What is written is read as the same, by this program and by any other YAML reader."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.strict_yaml import PlainText, parse
from briefing.text.strict_yaml_writer import Inline, can_be_block, dump, entry, flow, scalar

CASES = Path(__file__).parents[1] / "cases" / "yaml_surprises.txt"
SURPRISES = CASES.read_text(encoding="utf-8").split()
AWKWARD = [
    *SURPRISES,
    "",
    " ",
    " a",
    "a ",
    "a: b",
    "a #b",
    "\ta",
    "a\tb",
    "- a",
    "a, b",
    "é: ",
    "«x»",
]
BLOCKS = [
    "a\n",
    "a\nb",
    "a\n\n\nb\n\n",
    "  a\nb\n",
    "\n\na\n",
    "\ta\n",
    "a \nb\t\n",
    "a\n   ",
    "   \na\n",
    "emoji 🎉 and 👩‍👩‍👧\nb\n",
    "# no comment\n--- no end\n...\n- a: b\n",
    "a\n \n",
    "a\n\n ",
]

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.text(alphabet=" \t\n\r\x85\u2028\ufeff:#-|>'\"[]{},ab1.é🎉\x00\x7f", max_size=12),
    st.sampled_from([*AWKWARD, *BLOCKS]),
)
values = st.recursive(
    st.one_of(texts, st.integers(-(10**20), 10**20), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)
mappings = st.dictionaries(texts, values, max_size=4)


@pytest.mark.parametrize("text", AWKWARD)
def test_a_string_stays_a_string_for_every_reader(text: str) -> None:
    assert yaml.safe_load(scalar(text)) == text
    assert yaml.safe_load(f"[{scalar(text, in_flow=True)}]") == [text]


@pytest.mark.parametrize(
    "text", ["tra cui razzi", "k3q9m2vxt7", "9f2c" * 16, "Soldati, 11", "NOTE"]
)
def test_what_cannot_be_mistaken_stays_without_quotes(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", BLOCKS)
def test_text_of_several_lines_is_a_block_that_people_can_read(text: str) -> None:
    written = entry("text", text, indent=2) + "  next: 1\n"
    assert written.startswith("  text: |")
    assert yaml.safe_load(written) == {"text": text, "next": 1}


@pytest.mark.parametrize("text", ["a\n\x07", "a\r\nb", "a\x85\nb", "a\u2028\nb", "\ufeffa\n", "\n"])
def test_what_a_block_cannot_hold_is_quoted(text: str) -> None:
    assert not can_be_block(text)
    assert yaml.safe_load(entry("text", text)) == {"text": text}


def test_half_a_character_does_not_make_the_file_unreadable() -> None:
    assert yaml.safe_load(scalar("a\ud800")) == "a\ufffd"


def test_lists_look_like_people_write_them() -> None:
    assert entry("at", [125, 150]) == "at: [125, 150]\n"
    assert entry("tags", ["traduzione", "da fare"]) == "tags: [traduzione, da fare]\n"
    assert flow({"sha256": "9f2c", "id": None}) == "{sha256: 9f2c, id: null}"
    assert entry("a", [{"b": "c\nd", "e": 1}]) == "a:\n  - b: |-\n      c\n      d\n    e: 1\n"
    assert entry("a", Inline([{"b": 1}])) == "a: [{b: 1}]\n"
    assert dump({}) == "{}\n"


def test_an_unknown_value_is_written_as_it_stood() -> None:
    text = "a: yes\nb: [no, 22:30]\nc: 1.50\nd: 'yes'\ne: -x\nf: 2026-11-22\n"
    written = dump(parse(text, where="f").unknown(()))
    assert yaml.safe_load(written) == yaml.safe_load(text)
    assert "a: yes\n" in written


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(TypeError):
        scalar(True)
    assert scalar(Decimal("1.50")) == "1.50"
    assert scalar(PlainText("- a")) == "'- a'"


@given(mappings)
def test_every_value_is_read_back_as_it_was_written(mapping: dict[str, object]) -> None:
    written = dump(mapping)
    assert yaml.safe_load(written) == mapping
    assert yaml.load(written, Loader=yaml.CSafeLoader) == mapping


@given(mappings)
def test_the_strict_reader_agrees(mapping: dict[str, object]) -> None:
    assert parse(dump(mapping), where="f").unknown(()) == mapping
