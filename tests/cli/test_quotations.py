"""Quotations of a draft are told exact, altered or unknown, with the words that differ."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import run

SOURCE = (
    "---\ntitle: Harvest\nlanguage: en\n---\n\n"
    "The ministry did not confirm that 410 barges carried the grain to Odesa last spring. "
    "Farmers near the river said the water was far too low for any of the larger ships.\n"
)


@pytest.mark.parametrize(
    ("quote", "state", "kind"),
    [
        ("said the water was far too low for any", "exact", None),
        ("Farmers near the river … the water was far too low", "exact", None),
        ("Farmers [living] near the river said the water was", "exact", None),
        ("confirm that 140 barges carried the grain", "altered", "number"),
        ("The ministry did confirm that 410 barges carried", "altered", "negation"),
        ("The ministry did … confirm that 410 barges carried", "altered", "negation"),
        ("barges carried the grain to Riga last spring", "altered", "name"),
        ("said the water was far too warm for any of", "altered", "word"),
        ("Nobody expected the orchestra to play until midnight", "unknown", None),
    ],
)
def test_a_quotation_is_held_against_its_source(
    quote: str, state: str, kind: str | None, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "harvest.md").write_text(SOURCE)
    (folder / "other.md").write_text(f"---\nkind: draft\n---\n\nI wrote “{quote}” before.\n")
    draft = tmp_path / "draft.md"
    draft.write_text(f"---\nkind: draft\n---\n\nOne wrote: “{quote}”, it seems.\n\n> {quote}\n")
    done = run("check", draft, "--against", folder, "--format", "json")
    said = json.loads(done.out)["quotations"]
    assert [(one["state"], one["line"]) for one in said] == [(state, 5), (state, 7)]
    assert done.status == (1 if state == "altered" else 0)
    for one in said:
        assert one["document"] == (None if state == "unknown" else "harvest.md")
        assert [differs["kind"] for differs in one["differs"]][:1] == ([kind] if kind else [])


def test_a_quotation_without_spaces_between_words_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "grain.md").write_text("# 粮食\n\n农民说今年河水太低大船无法通过港口。\n")
    draft = tmp_path / "draft.md"
    draft.write_text("有人写道：「今年河水太低大船无法通过」。\n")
    done = run("check", draft, "--against", folder, "--format", "json")
    [said] = json.loads(done.out)["quotations"]
    assert (said["state"], said["document"]) == ("exact", "grain.md")
