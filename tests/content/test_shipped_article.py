"""The article that ships says what its source says, and its editor is right about it.

`cases/seed_truth.yaml` was labelled by hand from the source.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.storage.locations import shipped_content

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_c8ee5dd8522bf747.txt"
SEED_SHA256 = "c229beb465a5b76ce6e872182d90888a9ab139b9672602f6905716507681f630"
TRUTH = yaml.safe_load((ROOT / "tests/cases/seed_truth.yaml").read_text(encoding="utf-8"))
_, _HEAD, BODY = (
    (shipped_content() / "corea-del-nord-russia.md").read_text(encoding="utf-8").split("---\n", 2)
)
FRONT: dict[str, Any] = yaml.safe_load(_HEAD)
HEADINGS = [section["heading"] for section in TRUTH["sections"] if section["heading"]]
TEXT = "\n".join([FRONT["title"], *(line.removeprefix("## ") for line in BODY.split("\n") if line)])
GRAVE = {"meaning_inverted", "meaning_changed", "nonsense_word"}
NEEDED = GRAVE | {"wrong_word", "name", "missing_verb", "word_order"}


def _quotes() -> list[tuple[str, str, str]]:
    """Every quote of the front matter with what stands before and after it."""
    entries = [*FRONT["summary"], *FRONT["figures"], *FRONT["remarks"]]
    entries += [item for found in FRONT["lists"] for item in found["items"]]
    return [
        (entry.get("before", ""), entry.get("quote", entry.get("name")), entry.get("after", ""))
        for entry in entries
    ]


def _key_figures() -> list[dict[str, Any]]:
    return [figure for figure in TRUTH["figures"] if figure["key"]]


def test_the_seed_is_the_document_as_it_came() -> None:
    assert sha256(SEED.read_bytes()).hexdigest() == SEED_SHA256
    assert FRONT["source"] == {"file": SEED.name, "sha256": SEED_SHA256}


def test_the_body_is_the_seed_character_by_character() -> None:
    body = BODY.strip("\n")
    for heading in HEADINGS:
        assert body.count(f"\n\n## {heading}\n\n") == 1
        body = body.replace(f"\n\n## {heading}\n\n", f"\n\n{heading}\n\n")
    repeated, residue = FRONT["dropped"]
    whole = "\n\n".join([FRONT["title"], repeated, body, residue])
    assert whole == SEED.read_text(encoding="utf-8")


def test_the_title_stands_once_and_nothing_was_dropped_silently() -> None:
    assert FRONT["title"] == TRUTH["title"]["text"]
    assert FRONT["title"] not in BODY
    assert FRONT["dropped"] == [FRONT["title"], "Kommentare (0)"]


def test_the_language_is_that_of_the_seed() -> None:
    assert FRONT["language"] == TRUTH["source"]["language"] == "it"


@pytest.mark.parametrize(("before", "quote", "after"), _quotes())
def test_every_statement_rests_on_words_of_the_text(before: str, quote: str, after: str) -> None:
    assert before + quote + after in TEXT


@pytest.mark.parametrize("entry", FRONT["remarks"] + FRONT["figures"] + FRONT["summary"])
def test_no_quote_could_mean_another_passage(entry: dict[str, str]) -> None:
    assert TEXT.count(entry.get("before", "") + entry["quote"] + entry.get("after", "")) == 1


def test_there_are_four_to_six_points_each_with_its_quote() -> None:
    assert 4 <= len(FRONT["summary"]) <= 6
    assert all(set(point) == {"text", "quote"} for point in FRONT["summary"])


@pytest.mark.parametrize("truth", _key_figures(), ids=lambda truth: truth["id"])
def test_every_key_figure_is_given_as_the_text_gives_it(truth: dict[str, Any]) -> None:
    (figure,) = [figure for figure in FRONT["figures"] if figure["quote"] == truth["surface"]]
    assert figure.get("value") == truth["value"]
    assert figure["unit"] == truth["unit"]
    assert figure["label"]
    vague = truth["qualifier"] == "plural_scale"
    assert figure.get("magnitude") == (1_000_000 if vague else None)
    assert figure.get("qualifier") == (None if vague else truth["qualifier"])


def test_there_is_no_figure_that_the_text_does_not_have() -> None:
    assert len(FRONT["figures"]) == len(_key_figures()) == 8


def test_every_relation_between_figures_is_checked() -> None:
    surface = {figure["id"]: figure["surface"] for figure in TRUTH["figures"]}
    given = [tuple(check.items()) for check in FRONT["checks"]]
    for check in TRUTH["cross_checks"]:
        claim = ("equals", surface[check["claim"]])
        if check["type"] == "sum":
            relation: tuple[str, object] = ("sum", [surface[part] for part in check["parts"]])
        elif check["type"] == "count_of_list":
            relation = ("count", FRONT["lists"][0]["title"])
        else:
            relation = ("restates", surface[check["body"]])
        assert (relation, claim) in given
    assert len(given) == len(TRUTH["cross_checks"])


def test_the_first_list_has_the_members_in_the_order_of_the_text() -> None:
    members = FRONT["lists"][0]
    assert members["title"] == "Stati membri dell'MSMT"
    assert [item["code"] for item in members["items"]] == TRUTH["states"]["msmt_members"]
    assert members["expected"] == len(members["items"]) == 11


def test_the_members_are_found_where_the_text_lists_them() -> None:
    enumeration = "Australia, Canada, Francia, Germania, Italia, Giappone, Paesi Bassi, Nuova"
    first = TEXT.index(enumeration)
    last = TEXT.index('Corea del Nord per partecipare a "diplomazia')
    for item in FRONT["lists"][0]["items"]:
        words = item.get("before", "") + item.get("quote", item["name"]) + item.get("after", "")
        assert first <= TEXT.index(words) < last


def test_both_lists_together_are_the_states_that_the_text_names() -> None:
    items = [item for found in FRONT["lists"] for item in found["items"]]
    assert {item["code"]: item["name"] for item in items} == TRUTH["states"]["distinct"]
    assert [item["code"] for item in FRONT["lists"][1]["items"]] == ["KP", "RU", "UA"]


def test_every_name_that_the_text_uses_for_a_state_is_in_a_list() -> None:
    items = [item for found in FRONT["lists"] for item in found["items"]]
    names = {item["code"]: {item["name"], *item.get("also", [])} for item in items}
    for mention in TRUTH["states"]["mentions"]:
        if mention["type"] == "name":
            assert mention["surface"] in names[mention["iso"]]


@pytest.mark.parametrize(
    "error",
    [error for error in TRUTH["mt_errors"] if error["severity"] in NEEDED],
    ids=lambda error: error["surface"][:30],
)
def test_every_misleading_translation_has_a_remark(error: dict[str, Any]) -> None:
    (remark,) = [remark for remark in FRONT["remarks"] if remark["quote"] == error["surface"]] or [
        remark
        for remark in FRONT["remarks"]
        if error["surface"] in remark["quote"] or remark["quote"] in error["surface"]
    ]
    assert len(remark["text"]) > 20


def test_a_remark_says_when_it_turns_the_meaning_round() -> None:
    for error in TRUTH["mt_errors"]:
        if error["severity"] == "meaning_inverted":
            (remark,) = [each for each in FRONT["remarks"] if error["surface"] == each["quote"]]
            assert "rovescia il senso" in remark["text"]


def test_every_string_is_a_string_for_any_yaml_reader() -> None:
    """YAML 1.1 would make a boolean of NO and a number of 22:30."""

    def types(value: object) -> set[type]:
        if isinstance(value, dict):
            return {kind for each in [*value.keys(), *value.values()] for kind in types(each)}
        if isinstance(value, list):
            return {kind for each in value for kind in types(each)}
        return {type(value)}

    assert types(FRONT) == {str, int}
    numbers = {"value", "magnitude", "expected"}
    assert all(
        isinstance(value, int) == (key in numbers)
        for entry in [*FRONT["figures"], *FRONT["lists"], *FRONT["remarks"]]
        for key, value in entry.items()
        if key != "items"
    )
