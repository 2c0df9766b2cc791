"""Quotations of a draft are told exact, altered or unknown, with the words that differ."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import run

SOURCE = """---
title: Harvest report of the ministry
language: en
source: {url: "https://example.org/harvest"}
---

The ministry did not confirm that 410 barges carried the grain to Odesa last spring. Farmers near
the river said the water was far too low for any of the larger ships.

They can move about 1,400 tonnes in a week, 5% more than before, and walk home on foot.

Nobody was hurt. The port stayed open all the while for smaller boats.

A year later the river had risen again and every ship could pass.
"""
GERMAN = "---\nlanguage: de\n---\n\nDie Bauern sagten, das Wasser sei in diesem Jahr tief genug.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "harvest.md").write_text(SOURCE)
    (folder / "wasser.md").write_text(GERMAN)
    return folder


def said(draft: Path, text: str, reports: Path) -> tuple[list[dict[str, Any]], int]:
    draft.write_text(text)
    done = run("check", draft, "--against", reports, "--format", "json")
    return json.loads(done.out)["quotations"], done.status


@pytest.mark.parametrize(
    ("quote", "state", "kind"),
    [
        ("said the water was far too low for any", "exact", None),
        ("Farmers near the river … the water was far too low", "exact", None),
        ("Farmers near the river . . . the water was far too low", "exact", None),
        ("Farmers [living] near the river said the water was", "exact", None),
        ("[f]armers near the river said the water was", "exact", None),
        ("Farmers near the river said [that] the water was", "exact", None),
        ("and every [vessel] could pass", "exact", None),
        ("[They] said the water [sic] was far too low", "exact", None),
        ("the water was far too low (emphasis added) for any", "exact", None),
        ("about 1,400 tonnes in a week … and walk[ed] home on foot", "altered", "number"),
        ("more than before, and walk[ed] home on foot", "exact", None),
        ("that 140 barges carried the grain", "altered", "number"),
        ("can move about 14,00 tonnes in a week", "altered", "number"),
        ("can move about 1.400 tonnes in a week", "altered", "number"),
        ("400 tonnes in a week, 5% more", "altered", "number"),
        ("tonnes in a week, 5 more than before", "altered", "number"),
        ("can move 1,400 tonnes in a week", "altered", "qualifier"),
        ("can move … 1,400 tonnes in a week", "altered", "qualifier"),
        ("The ministry did confirm that 410 barges carried", "altered", "negation"),
        ("The ministry did … confirm that 410 barges carried", "altered", "negation"),
        ("The ministry did [not] confirm that 410 barges carried", "exact", None),
        ("said the water was [not] far too low for any", "altered", "negation"),
        ("They can[not] move about 1,400 tonnes in a week", "altered", "negation"),
        ("that [many] barges carried the grain", "altered", "number"),
        ("barges carried the grain to Riga last spring", "altered", "name"),
        ("said the water was far too warm for any of", "altered", "word"),
        ("das Wasser sei [nicht] in diesem Jahr tief genug", "altered", "negation"),
        ("das Wasser sei in [jenem] Jahr tief genug", "exact", None),
        ("Nobody expected the orchestra to play until midnight", "unknown", None),
        ("confirm that 410 barges carried the grain", "altered", "negation"),
        ("week, 5% before, and walk home on foot", "altered", "qualifier"),
        ("tonnes in a week, 5% more, and walk home on foot", "altered", "qualifier"),
        ("week, 5% more than before, and walk foot", "altered", "word"),
        ("[have been told] … confirm that 410 barges carried", "altered", "negation"),
        ("[They did not] confirm that 410 barges carried", "exact", None),
    ],
)
def test_a_quotation_is_held_against_its_source(
    quote: str, state: str, kind: str | None, reports: Path, tmp_path: Path
) -> None:
    (reports / "other.md").write_text(f"---\nkind: draft\n---\n\nI wrote “{quote}” before.\n")
    text = f"---\nkind: draft\nlanguage: en\n---\n\nOne wrote: “{quote}”, it seems.\n\n> {quote}\n"
    found, status = said(tmp_path / "draft.md", text, reports)
    assert [(one["state"], one["line"]) for one in found] == [(state, 6), (state, 8)]
    assert status == (1 if state == "altered" else 0)
    source = "wasser.md" if "Wasser" in quote else "harvest.md"
    for one in found:
        assert one["document"] == (None if state == "unknown" else source)
        assert [differs["kind"] for differs in one["differs"]][:1] == ([kind] if kind else [])


def test_the_differing_words_are_named_the_worst_first(reports: Path, tmp_path: Path) -> None:
    quote = "The ministry did confirm that 140 boats carried the grain to Riga"
    [one], _status = said(tmp_path / "draft.md", f"“{quote}”\n", reports)
    assert [(d["draft"], d["source"], d["kind"]) for d in one["differs"]] == [
        ("", "not", "negation"),
        ("140 boats", "410 barges", "number"),
        ("Riga", "Odesa", "name"),
    ]


def test_a_number_is_named_without_the_space_behind_it(reports: Path, tmp_path: Path) -> None:
    quote = "did not confirm that 140 barges carried the grain to Odesa"
    [one], _status = said(tmp_path / "draft.md", f"“{quote}”\n", reports)
    assert [(d["draft"], d["source"]) for d in one["differs"]] == [("140", "410")]


RIGHTS = """---
title: What was agreed
language: en
---

No one shall be deprived of water. It was no more than 500 barrels a day. He said no. The mayor of
the town was there; not only the mayor spoke for an hour and a half.
"""
ACCORD = """---
title: Ein Abkommen
language: de
---

Wir stimmen diesem Abkommen heute nicht zu. Diesen Vertrag unterschreiben wir heute nicht.
"""
ACCORD_FR = "---\nlanguage: fr\n---\n\nIl ne faut jamais céder à la peur, dit-elle hier soir.\n"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("It says: “one shall be deprived of water”.\n", ["No"]),
        ("> one shall be deprived of water.\n", ["No"]),
        ("It says that no “one shall be deprived of water”.\n", []),
        ("They deny that “one shall be deprived of water”.\n", []),
        ("It is not true that:\n\n> one shall be deprived of water.\n", []),
        ("Nothing of it is new. It says: “one shall be deprived of water”.\n", ["No"]),
        ("“More than 500 barrels a day”\n", ["no"]),
        ("“The mayor of the town was there”\n", []),
        ("“the mayor spoke for an hour”\n", []),
        ("“Diesen Vertrag unterschreiben wir heute”\n", ["nicht"]),
        ("“Wir stimmen diesem Abkommen heute”\n", []),
        ("“faut jamais céder à la peur”\n", []),
        ("“céder à la peur, dit-elle”\n", ["jamais"]),
    ],
)
def test_a_negation_directly_beside_a_quotation_is_not_left_out(
    text: str, lost: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, source in (("rights", RIGHTS), ("accord", ACCORD), ("peur", ACCORD_FR)):
        (folder / f"{name}.md").write_text(source)
    [one], status = said(tmp_path / "draft.md", text, folder)
    assert [differs["source"] for differs in one["differs"]] == lost
    assert (one["state"], status) == (("altered", 1) if lost else ("exact", 0))
    assert all(word in one["now"].split() for word in lost)


def test_the_language_of_a_source_is_read_from_its_words_where_nothing_states_it(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "harvest.md").write_text(SOURCE.partition("---\n\n")[2])
    quote = "The ministry did … confirm that 410 barges carried"
    [one], _status = said(tmp_path / "draft.md", f"“{quote}”\n", folder)
    assert (one["state"], one["differs"][0]["kind"]) == ("altered", "negation")


def cited(folder: Path) -> tuple[Path, str]:
    """A draft that cites the version of a source, and that version."""
    source = folder / "harvest.md"
    added = run("notes", "add", source, "--quote", "410 barges carried the grain to Odesa")
    assert added.status == 0, added.err
    noted = (folder / "harvest.notes.yaml").read_text()
    rev = noted.partition("sha256: ")[2][:64]
    quote = "410 barges carried the grain to Odesa last spring"
    draft = folder.parent / "draft.md"
    draft.write_text(f"“{quote}” [there](reports/harvest.md?rev={rev[:12]}).\n")
    return draft, rev


def test_a_quotation_of_a_version_that_has_changed_since_is_told_with_both_wordings(
    reports: Path,
) -> None:
    draft, rev = cited(reports)
    (reports / "harvest.md").write_text(SOURCE.replace("410 barges", "395 barges"))
    [one], status = said(draft, draft.read_text(), reports)
    assert (one["state"], one["cited"], status) == ("altered", rev, 1)
    assert one["now"] == "395 barges carried the grain to Odesa last spring"
    done = run("check", draft, "--against", reports)
    assert f"exact in the version cited, {rev[:12]}; changed since, now «{one['now']}»" in done.out
    found = json.loads(run("check", draft, "--against", reports, "--format", "json").out)
    assert [f["rule"] for f in found["findings"]] == ["link-changed", "quotation-changed"][
        -len(found["findings"]) :
    ]


def test_a_quotation_that_is_gone_since_the_version_it_cites_is_told_so(reports: Path) -> None:
    draft, rev = cited(reports)
    (reports / "harvest.md").write_text("# Harvest\n\nNothing of it is left here now.\n")
    [one], status = said(draft, draft.read_text(), reports)
    assert (one["state"], one["cited"], one["now"]) == ("unknown", rev, None)
    assert status == 1


def test_quotations_too_short_to_be_looked_for_are_counted(reports: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("A “grain corridor”, a ‘river’, and “the port stayed open all the while”.\n")
    done = run("check", draft, "--against", reports, "--format", "json")
    assert json.loads(done.out)["articles"][0]["unchecked"] == 2
    done = run("check", draft, "--against", reports)
    assert "2 quotations of fewer than 4 words were not checked" in done.out


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("move 1,400 tonnes in a week, 5% more", "about"),
        ("week, more than before, and walk home", "5%"),
        ("5% before, and walk home on foot", "more than"),
        ("week, 5% more than before, and walk foot", "home on"),
    ],
)
def test_words_left_out_near_the_ends_are_named_as_they_are(
    quote: str, source: str, reports: Path, tmp_path: Path
) -> None:
    [one], _status = said(tmp_path / "draft.md", f"“{quote}”\n", reports)
    assert ("", source) in [(differs["draft"], differs["source"]) for differs in one["differs"]]


PARAGRAPHS = (
    "“They can move about 1,400 tonnes in a week, 5% more than before, and walk home on foot.\n\n"
    "“Nobody was hurt. The port stayed open all the while”, it says.\n"
)
NESTED = "“She told us that ‘the port stayed open all the while’ as everybody knows by now”\n"
ATTRIBUTED = (
    "> Nobody was hurt. The port stayed open all the while for smaller boats.\n>\n"
    "> A year later the river had risen again\n>\n> — *Harvest report*\n"
)
SHORTENED_IN_SECRET = (
    "> the water was far too low for any of the larger ships.\n>\n"
    "> Nobody was hurt. The port stayed open\n"
)
OF_TWO_SOURCES = (
    "> Nobody was hurt. The port stayed open all the while\n>\n"
    "> Die Bauern sagten, das Wasser sei in diesem Jahr\n"
)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (PARAGRAPHS, ["exact"]),
        (NESTED, ["unknown", "exact"]),
        (ATTRIBUTED, ["exact"]),
        (SHORTENED_IN_SECRET, ["altered"]),
        (OF_TWO_SOURCES, ["exact", "exact"]),
        ("> “the port stayed open all the while” (Ministry 2020, p. 3)\n", ["exact"]),
        ("> [!NOTE]\n> This box quotes nothing at all here\n", []),
        ("    code “the port stayed open all the while”\n", []),
    ],
)
def test_quotations_of_several_forms_are_found(
    text: str, states: list[str], reports: Path, tmp_path: Path
) -> None:
    found, _status = said(tmp_path / "draft.md", text, reports)
    assert [one["state"] for one in found] == states


QUOTE = "the port stayed open all the while"
INVENTED = "the port was closed by nobody in particular"


@pytest.mark.parametrize(
    ("text", "named", "status"),
    [
        (f"“{QUOTE}” ([report](reports/harvest.md)).\n", "harvest.md", 0),
        (f"[“{QUOTE}”](reports/harvest.md?rev=123456) it says.\n", "harvest.md", 0),
        (f"As [the ministry](https://www.example.org/harvest) says: “{QUOTE}”.\n", "harvest.md", 0),
        (f"“{QUOTE}”[^1].\n\n[^1]: [There](reports/harvest.md), p. 3.\n", "harvest.md", 0),
        (f"“{QUOTE}”[^1].\n\n[^1]: Harvest Report of the Ministry, p. 3.\n", "harvest.md", 0),
        (f"“{QUOTE}” [@harvest, p. 3].\n", "harvest.md", 0),
        (f"> {QUOTE}\n>\n> — Ministry [@harvest]\n", "harvest.md", 0),
        (f"As [the ministry](reports/harvest.md) says:\n\n> {QUOTE}\n", "harvest.md", 0),
        (f"“{QUOTE}” (mail@harvest.org) [@unknown].\n", None, 0),
        (f"“{QUOTE}” [@wasser].\n", "wasser.md", 1),
        (f"“{INVENTED}” [@harvest].\n", "harvest.md", 1),
        (f"“{INVENTED}”, and “{QUOTE}” [@harvest].\n", None, 0),
        (f"“{INVENTED}” [@unknown].\n", None, 0),
    ],
)
def test_a_named_source_is_held_against_the_one_that_is_found(
    text: str, named: str | None, status: int, reports: Path, tmp_path: Path
) -> None:
    found, ended = said(tmp_path / "draft.md", text, reports)
    assert found[0]["named"] == named
    assert ended == status


def test_of_two_documents_that_hold_a_quotation_the_named_one_counts(
    reports: Path, tmp_path: Path
) -> None:
    (reports / "a.md").write_text(SOURCE)
    (reports / "z.md").write_text(SOURCE)
    [one], status = said(tmp_path / "draft.md", f"“{QUOTE}” [@z]\n", reports)
    assert (one["document"], one["named"], status) == ("z.md", "z.md", 0)


def test_a_quotation_without_spaces_between_words_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "grain.md").write_text("# 粮食\n\n农民说今年河水太低大船无法通过港口。\n")
    [one], _status = said(
        tmp_path / "draft.md", "有人写道：「今年河水太低大船无法通过」。\n", folder
    )
    assert (one["state"], one["document"]) == ("exact", "grain.md")


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("“did confirm” ([report](reports/harvest.md))", [("altered", "negation")]),
        ("“about 1,400 tonnes” ([report](reports/harvest.md))", [("exact", None)]),
        ("a “grain corridor” or “river road” ([report](reports/harvest.md))", []),
        ("“did confirm”, says [a site](https://example.com/other)", []),
        ("they “did confirm” it", []),
    ],
)
def test_a_few_words_are_held_against_the_source_that_is_named(
    text: str, states: list[tuple[str, str | None]], reports: Path, tmp_path: Path
) -> None:
    found, _status = said(tmp_path / "draft.md", text, reports)
    kinds = [(one["state"], one["differs"][0]["kind"] if one["differs"] else None) for one in found]
    assert kinds == states
