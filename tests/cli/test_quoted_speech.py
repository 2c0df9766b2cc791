"""Two halves of what somebody said, quoted as one over the words that tell who said it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import run

HALVES = {
    "en": (
        "“”",
        "No one foresaw a winter this long",
        "port director Ada Lund told 400 guests, not all of them glad",
        "We will now unload about 30 ships before June",
        "now",
    ),
    "de": (
        "„“",
        "Niemand hat einen so langen Winter erwartet",
        "sagte Hafenchefin Ada Lund vor 400 Gästen",
        "Wir löschen jetzt etwa 30 Schiffe bis Juni",
        "jetzt",
    ),
    "fr": (
        "«»",
        "Personne n'attendait un hiver aussi long",
        "a dit la directrice Ada Lund à 400 invités",
        "Nous déchargeons maintenant 30 navires avant juin",
        "maintenant",
    ),
    "it": (
        "«»",
        "Nessuno si aspettava un inverno così lungo",
        "ha detto la direttrice Ada Lund a 400 ospiti",
        "Scaricheremo adesso 30 navi prima di giugno",
        "adesso",
    ),
    "es": (
        "«»",
        "Nadie esperaba un invierno tan largo",
        "dijo la directora Ada Lund ante 400 invitados",
        "Descargaremos ahora 30 barcos antes de junio",
        "ahora",
    ),
    "pt": (
        "“”",
        "Ninguém esperava um inverno tão longo",
        "disse a diretora Ada Lund a 400 convidados",
        "Vamos agora descarregar 30 navios antes de junho",
        "agora",
    ),
    "nl": (
        "‘’",
        "Niemand verwachtte zo'n lange winter",
        "zei havendirecteur Ada Lund tegen 400 gasten",
        "We lossen nu 30 schepen voor juni",
        "nu",
    ),
}
"""Marks, what is said, who says it, what is said then, and a word of that."""
NOW = {language: halves[-1] for language, halves in HALVES.items()}
SPOKEN = {
    language: (f"{m[0]}{first}{m[1]}, {who}. {m[0]}{then}.{m[1]}", f"{first}. {then}.", who)
    for language, (m, first, who, then, _now) in HALVES.items()
}


def told(folder: Path, source: str, quote: str, language: str) -> tuple[str, list[tuple[str, ...]]]:
    """The state of a block quote, and what differs."""
    reports = folder / "reports"
    reports.mkdir(exist_ok=True)
    (reports / "port.md").write_text(f"---\nlanguage: {language}\n---\n\n# Port\n\n{source}\n")
    lines = "\n".join(f"> {line}".rstrip() for line in quote.split("\n"))
    draft = folder / "draft.md"
    draft.write_text(f"---\nkind: draft\nlanguage: {language}\n---\n\n{lines}\n")
    found: dict[str, Any] = json.loads(
        run("check", draft, "--against", reports, "--format", "json").out
    )
    [one] = found["quotations"]
    return one["state"], [(d["draft"], d["source"], d["kind"]) for d in one["differs"]]


@pytest.mark.parametrize("language", SPOKEN)
def test_halves_joined_over_who_said_it_are_altered_and_no_more_than_words_went(
    language: str, tmp_path: Path
) -> None:
    source, quote, between = SPOKEN[language]
    assert told(tmp_path, source, quote, language) == ("altered", [("", between, "word")])


@pytest.mark.parametrize("language", NOW)
def test_so_they_are_where_a_word_more_is_dropped(language: str, tmp_path: Path) -> None:
    source, quote, between = SPOKEN[language]
    word = NOW[language]
    shorter = quote.replace(f"{word} ", "", 1)
    state, differs = told(tmp_path, source, shorter, language)
    assert state == "altered"
    assert ("", between, "word") in differs
    assert ("", word, "word") in differs
    assert len(differs) == 2


@pytest.mark.parametrize("language", SPOKEN)
def test_an_ellipsis_may_leave_out_who_said_it(language: str, tmp_path: Path) -> None:
    source, quote, _between = SPOKEN[language]
    assert told(tmp_path, source, quote.replace(". ", " … ", 1), language) == ("exact", [])


def test_so_are_halves_in_paragraphs_of_their_own(tmp_path: Path) -> None:
    source, quote, between = SPOKEN["en"]
    parts = quote.replace(". ", ".\n\n", 1)
    assert told(tmp_path, source, parts, "en") == ("altered", [("", between, "word")])


@pytest.mark.parametrize("first", ["Never", "We stay"])
def test_a_half_of_a_word_or_two_is_found_before_who_said_it(first: str, tmp_path: Path) -> None:
    source = f"“{first},” said the mayor of the old town, Ada Lund. “We will mend every roof.”"
    quote = f"{first}. We will mend every roof."
    between = "said the mayor of the old town, Ada Lund"
    assert told(tmp_path, source, quote, "en") == ("altered", [("", between, "word")])


def test_what_the_speaker_says_beside_it_is_told_apart(tmp_path: Path) -> None:
    source = "“We sold the boats, not the nets,” Ada Lund told us. “The quay is ours for good.”"
    quote = "We sold the boats. The quay is ours for good."
    assert told(tmp_path, source, quote, "en") == (
        "altered",
        [("", "not the nets", "negation"), ("", "Ada Lund told us", "word")],
    )


def test_what_an_article_says_between_two_quotations_of_its_own_counts(tmp_path: Path) -> None:
    source = "The “new pier” is not what the mayor meant when he spoke of a “pier of hope” in May."
    quote = "The “new pier” … when he spoke of a “pier of hope” in May"
    state, [first] = told(tmp_path, source, quote, "en")
    assert (state, first[2]) == ("altered", "negation")
