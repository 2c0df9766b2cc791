from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exchange.formats import EXPORTS, IMPORTS
from briefing.exchange.origin import Origin
from briefing.exchange.sniffing import sniff
from briefing.model.article import Article
from briefing.model.errors import FormatError
from briefing.model.note import Note
from tests.exchange.samples import ARTICLE, CASES, MATCHES, NOTES, ORIGIN
from tests.exchange.strategies import noted_articles, origins
from tests.exchange.test_visible import ACTS

FILES = {
    "jsonld": "foreign.jsonld",
    "hypothesis": "hypothesis.json",
    "koreader": "koreader.json",
    "kindle": "clippings.txt",
}


def test_every_format_of_the_command_line_is_there() -> None:
    assert set(EXPORTS) == {"markdown", "jsonld", "hypothesis", "readwise", "csv"}
    assert set(IMPORTS) == {"jsonld", "hypothesis", "koreader", "kindle"}
    assert "poem" not in EXPORTS
    assert EXPORTS.get("poem") is None


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_each_export_ends_its_last_line(name: str) -> None:
    assert EXPORTS[name](ARTICLE, NOTES, MATCHES, ORIGIN).endswith("\n")
    assert EXPORTS[name](ARTICLE, (), {}, ORIGIN).endswith("\n")


@pytest.mark.parametrize("name", sorted(EXPORTS))
@given(case=noted_articles(), origin=origins)
def test_no_export_acts_on_a_terminal(
    name: str, case: tuple[Article, list[Note]], origin: Origin
) -> None:
    written = EXPORTS[name](*case, {}, origin)
    assert not re.search(ACTS, written.replace("\r\n", "\n"))
    written.encode("utf-8")


@pytest.mark.parametrize(("name", "file"), FILES.items())
def test_a_file_is_known_by_its_looks(name: str, file: str) -> None:
    text = (CASES / file).read_text("utf-8")
    assert sniff(text) == name
    assert sniff("\ufeff\n" + text) == name
    assert sniff(text.replace("\n", "\r\n")) == name


@pytest.mark.parametrize("name", ["jsonld", "hypothesis"])
def test_what_we_write_is_known_again(name: str) -> None:
    assert sniff(EXPORTS[name](ARTICLE, NOTES, MATCHES, ORIGIN)) == name


@pytest.mark.parametrize("name", ["jsonld", "hypothesis", "koreader"])
def test_half_a_file_is_still_known_so_that_its_damage_can_be_named(name: str) -> None:
    text = (CASES / FILES[name]).read_text("utf-8")
    assert sniff(text[: len(text) // 2]) == name


@pytest.mark.parametrize(
    "text", ["", "{", "{}", "[]", "[1]", "3", "Some words", "a = b", "[" * 9**5]
)
def test_other_texts_are_not_taken_for_notes(text: str) -> None:
    assert sniff(text) is None


@pytest.mark.parametrize("name", sorted(IMPORTS))
@given(text=st.one_of(st.text(), st.recursive(st.none() | st.text(), st.lists).map(repr)))
def test_no_text_at_all_breaks_an_import(name: str, text: str) -> None:
    sniff(text)
    try:
        IMPORTS[name](text, where="f")
    except FormatError as error:
        assert str(error).startswith("f")  # noqa: PT017


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from([
                "@context", "type", "id", "items", "first", "next", "target", "body", "selector",
                "source", "start", "end", "exact", "rows", "replies", "uri", "user", "tags", "text",
                "references", "document", "title", "briefing", "briefing:id", "briefing:extra",
                "documents", "entries", "note", "time", "color", "creator", "created", "motivation",
                "value", "purpose", "refinedBy", "prefix", "datetime",
            ]),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=25,
)  # fmt: skip
"""Values that have the right keys and anything behind them."""


@pytest.mark.parametrize("name", ["jsonld", "hypothesis", "koreader"])
@given(value=json_values)
def test_no_value_of_a_wrong_type_breaks_an_import(name: str, value: object) -> None:
    wrapped = {"jsonld": [{"type": "Annotation", "target": value}, value], "koreader": {
        "entries": [value]}, "hypothesis": {"rows": [value]}}  # fmt: skip
    for document in (
        value,
        wrapped[name],
        {"type": "Annotation", **value} if isinstance(value, dict) else 0,
    ):
        try:
            read = IMPORTS[name](json.dumps(document), against="a few words", where="f")
        except FormatError as error:
            assert "\n" not in str(error)  # noqa: PT017
        else:
            assert all(isinstance(draft.text, str) for draft in read.drafts)


def test_looking_at_the_names_loads_no_format() -> None:
    program = (
        "import sys, briefing.exchange.formats as e; list(e.EXPORTS), list(e.IMPORTS);"
        "print([n for n in ('csv', 'uuid', 'yaml', 'markdown_it', 'hashlib') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
