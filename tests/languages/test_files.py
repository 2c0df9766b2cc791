"""A language is one file, and a file that lacks something says what."""

import tomllib
from dataclasses import fields
from importlib import resources
from typing import Any

import pytest

from briefing.languages.language import Language
from briefing.languages.load import CODES, NEUTRAL, language_of, parse
from briefing.model.errors import FormatError
from tests.languages.words import attributes, modules

RULES = modules("analysis", "parsing", "exchange")


def _tables(code: str) -> dict[str, Any]:
    path = resources.files("briefing.languages") / f"{code}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", [*CODES, NEUTRAL])
def test_every_file_holds_every_key_and_no_other(code: str) -> None:
    own = parse(_tables(code), code, None)
    assert own.code == ("" if code == NEUTRAL else code)


def test_every_file_is_known_by_its_code() -> None:
    assert CODES == ("de", "en", "es", "fr", "it", "nl", "pt")
    files = {path.name for path in resources.files("briefing.languages").iterdir()}
    assert {name for name in files if name.endswith(".toml")} == {
        f"{code}.toml" for code in (*CODES, NEUTRAL)
    }


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("times", "months", None),
        ("times", "mounths", []),
        ("times", "months", "June"),
        ("numbers", "scales", {"mille": "3"}),
        ("states", "also", {"FR": "France"}),
        ("sentences", "ordinal_stop", "no"),
    ],
)
def test_a_missing_an_unknown_and_a_wrong_key_are_named(section: str, key: str, value: Any) -> None:
    tables = _tables("fr")
    if value is None:
        del tables[section][key]
    else:
        tables[section][key] = value
    with pytest.raises(FormatError, match=f"{section}.{key}"):
        parse(tables, "fr", None)


def test_every_key_is_read_by_a_rule() -> None:
    read = set().union(*(attributes(path.read_text("utf-8")) for path in RULES))
    kinds = [field.name for field in fields(Language) if field.name != "code"]
    keys = {
        f"{kind}.{key.name}" for kind in kinds for key in fields(getattr(language_of(None), kind))
    }
    assert {key for key in keys if key.rpartition(".")[2] not in read} == set()


@pytest.mark.parametrize("code", CODES)
def test_no_language_lacks_what_the_others_have(code: str) -> None:
    """A key may be empty where a language has no such thing; those here every language has."""
    own = parse(_tables(code), code, None)
    for section, key in (
        ("detection", "common"),
        ("sentences", "abbreviations"),
        ("sentences", "honorifics"),
        ("sentences", "starters"),
        ("numbers", "scales"),
        ("numbers", "vague"),
        ("numbers", "rounds"),
        ("times", "months"),
        ("lists", "conjunctions"),
        ("lists", "including"),
        ("states", "also"),
        ("states", "capitals"),
        ("states", "adjectives"),
        ("states", "small"),
        ("states", "family"),
        ("pages", "buttons"),
        ("pages", "related"),
        ("kindle", "months"),
    ):
        assert getattr(getattr(own, section), key), f"{section}.{key}"


def test_a_language_without_a_file_has_what_all_share() -> None:
    neutral = language_of(None)
    assert language_of("pl") is neutral
    assert language_of("it-CH") is language_of("it")
    assert set(neutral.numbers.codes) <= set(language_of("de").numbers.codes)
