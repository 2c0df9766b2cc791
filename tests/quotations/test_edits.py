"""A quotation and its citation through random edits of source and draft; `EDITS` makes it long."""

from __future__ import annotations

import json
import os
import random
import re
from pathlib import Path

from briefing.anchoring.tokens import tokenize
from tests.cli.run import run
from tests.quotations.library import KINDS, THINGS, TIMES, name, sentence

EDITS = int(os.environ.get("EDITS", "12"))
SEED = int(os.environ.get("EDITS_SEED", "19"))
ROUND = 6
"""Edits of one pair of texts, after which another is made."""
POOL = (*KINDS, *THINGS, *TIMES)


def written(folder: Path, chance: random.Random) -> str:
    """A source with a noted sentence, and a draft made of it; the sentence."""
    said = [sentence(chance, name(chance)) for _sentence in range(6)]
    source = folder / "source.md"
    source.write_text("# Report\n\n" + "\n\n".join(said) + "\n")
    quote = said[3]
    done = run("notes", "add", source, "--quote", quote, "--text", "See.", "--tag", "it")
    assert done.status == 0, done.err
    done = run("excerpts", folder, "--tag", "it", "-o", folder / "draft.md")
    assert done.status == 0, done.err
    return quote


def edited(text: str, quote: str, chance: random.Random) -> str:
    """A text with one edit: a line more, or another word within the quotation."""
    if chance.random() < 0.6:
        lines = text.split("\n\n")
        at = chance.randint(1, len(lines) - 1)
        lines.insert(at, sentence(chance, name(chance)))
        return "\n\n".join(lines)
    places = list(re.finditer(r"\w{4,}", quote))
    place = chance.choice(places)
    return text.replace(quote, quote[: place.start()] + chance.choice(POOL) + quote[place.end() :])


def test_what_is_told_is_true_after_every_edit(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    told = 0
    for number in range(EDITS):
        if number % ROUND == 0:
            folder = tmp_path / str(number)
            folder.mkdir()
            quote = written(folder, chance)
        changed = folder / chance.choice(("source.md", "draft.md"))
        changed.write_text(edited(changed.read_text(), quote, chance))
        done = run("check", folder / "draft.md", "--against", folder, "--format", "json")
        found = json.loads(done.out)
        [link] = found["articles"][0]["links"]
        draft, source = ((folder / f"{each}.md").read_text() for each in ("draft", "source"))
        [one] = found["quotations"]
        stands = " ".join(tokenize(one["quote"]).words) in " ".join(tokenize(source).words)
        assert (one["state"] == "exact") == stands, (one, draft, source)
        assert (link["state"] == "right") == (quote in source), (link, draft, source)
        told += one["state"] != "unknown" and one["document"] == "source.md"
    assert told >= 0.98 * EDITS
