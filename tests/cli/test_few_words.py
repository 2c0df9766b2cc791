"""Two or three words with a number, quoted from a source that has another number there now."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import run

SAID = {
    "en": ("The mayor promised to mend the quay in three years.", "three years", "four years"),
    "de": ("Die Stadt will den Kai in drei Jahren bauen.", "drei Jahren", "vier Jahren"),
    "fr": ("La ville veut refaire le quai en trois ans.", "trois ans", "quatre ans"),
    "it": ("Il comune vuole rifare il molo in tre anni.", "tre anni", "quattro anni"),
    "es": ("La ciudad quiere rehacer el muelle en tres años.", "tres años", "cuatro años"),
    "pt": ("A cidade quer refazer o cais em três anos.", "três anos", "quatro anos"),
    "nl": ("De stad wil de kade in drie jaar bouwen.", "drie jaar", "vier jaar"),
}
BETWEEN = "\n\n".join(f"Line {'abcdefgh'[n]} of a long report that says no more." for n in range(8))


def told(folder: Path, source: str, draft: str, language: str = "en") -> dict[str, Any]:
    """What the check says, as JSON."""
    (folder / "quay.md").write_text(f"---\nlanguage: {language}\n---\n\n# Quay\n\n{source}\n")
    (folder / "draft.md").write_text(f"---\nkind: draft\nlanguage: {language}\n---\n\n{draft}\n")
    done = run("check", folder / "draft.md", "--against", folder, "--format", "json")
    found: dict[str, Any] = json.loads(done.out)
    return found


def differing(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (one["state"], one["now"], differs["kind"])
        for one in found["quotations"]
        for differs in one["differs"]
    ]


@pytest.mark.parametrize("language", SAID)
def test_a_number_that_became_another_is_told_where_the_source_is_named(
    language: str, tmp_path: Path
) -> None:
    source, quote, now = SAID[language]
    found = told(tmp_path, source.replace(quote, now), f"“{quote}” [@quay]", language)
    assert differing(found) == [("altered", now, "number")]


@pytest.mark.parametrize("cited", ["?rev=123456789abc#p-45-56", "#p-45-56"])
def test_of_several_places_the_one_near_the_link_is_meant(cited: str, tmp_path: Path) -> None:
    source = f"He said four years in May.\n\n{BETWEEN * 3}\n\nThe work took nine years."
    found = told(tmp_path, source, f"> three years[^1]\n\n[^1]: [@quay], [There](quay.md{cited}).")
    assert differing(found) == [("altered", "four years", "number")]


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("three years", "He said four years in May, and nine years in June."),
        ("three years", "He said nothing of years or boats."),
        ("three years", "He said 3 years in May."),
        ("river road", "He took the river path."),
        ("four million", "He took 4 billion."),
    ],
)
def test_few_words_that_may_only_be_talked_about_are_not(
    quote: str, source: str, tmp_path: Path
) -> None:
    found = told(tmp_path, source, f"“{quote}” [@quay]")
    assert (found["quotations"], found["articles"][0]["unchecked"]) == ([], 1)


@pytest.mark.parametrize("now", ["long road", "nothing of it"])
def test_what_only_the_cited_version_has_is_told(now: str, tmp_path: Path) -> None:
    said = "The mayor spoke of the river road and of the boats that lie there."
    (tmp_path / "quay.md").write_text(f"# Quay\n\n{said}\n")
    added = run("notes", "add", tmp_path / "quay.md", "--quote", "river road", "--tag", "quay")
    assert added.status == 0, added.err
    draft = tmp_path / "draft.md"
    assert run("excerpts", tmp_path, "--tag", "quay", "-o", draft).status == 0
    (tmp_path / "quay.md").write_text(f"# Quay\n\n{said.replace('river road', now)}\n")
    done = run("check", draft, "--against", tmp_path, "--format", "json")
    [one] = json.loads(done.out)["quotations"]
    assert one["cited"]
    assert one["state"] in ("altered", "unknown")
    assert done.status == 1
