"""Two people read, note, edit and fetch, and pull from each other: git merges it all by itself.

``CLONE_ROUNDS=50`` goes on for that many rounds.
"""

from __future__ import annotations

import json
import os
import random
import re
from pathlib import Path

import pytest

from briefing.cli.wiring import keep_text, reading_of, source_of
from briefing.model.settings import Settings
from briefing.model.version import Arrival, Version
from briefing.notes.versions import KEPT
from briefing.storage.versions import VersionStore
from briefing.text.revisions import revision_of
from tests.cli.clones import Clone, attributes, two_clones
from tests.cli.run import run

ROUNDS = int(os.environ.get("CLONE_ROUNDS", "3"))
HOUSES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
PARAGRAPHS = [
    f"In the {house} house the council counted {number} barges, and nobody was hurt."
    for number, house in enumerate(HOUSES, 20)
]


def text_of(paragraphs: list[str]) -> str:
    return "# Report\n\n" + "\n\n".join(paragraphs) + "\n"


class Person:
    """Somebody with a clone, and a part of the article that nobody else edits."""

    def __init__(self, clone: Clone, name: str, lines: slice, rng: random.Random) -> None:
        self.clone, self.name, self.lines, self.rng = clone, name, lines, rng

    def work(self) -> None:
        """Read, which leaves nothing to commit; edit, note, accept, and fetch."""
        article, rng = self.clone.article, self.rng
        reading = reading_of(source_of(str(article)), Settings())
        reading.take_out_notes()
        keep_text(reading)
        assert self.clone.git("status", "--porcelain") == ""
        found = article.read_text("utf-8").strip().split("\n\n")[1:]
        for at in range(len(found))[self.lines]:
            found[at] = re.sub(r"\d+", str(rng.randint(20, 99)), found[at])
        article.write_text(text_of(found), "utf-8")
        notes = json.loads(run("notes", "list", article, "--format", "json").out)
        for note in rng.sample(notes, min(2, len(notes))):
            said = f"{self.name} {rng.random()}"
            run("notes", "edit", article, note["id"], "--text", said, "--tag", self.name)
            if rng.random() < 0.5:
                run("notes", "attach", article, note["id"], "--here")
        quote = rng.choice(found).removesuffix(".")
        assert run("notes", "add", article, "--quote", quote, "--by", self.name).status == 0
        text = reading_of(source_of(str(article)), Settings()).article.text
        date = f"2026-11-22T08:00:{rng.randrange(60):02}Z"
        VersionStore(article).keep(Version(revision_of(text), date, Arrival.FETCHED), text)
        self.clone.commit()

    def known(self) -> tuple[set[str], set[str]]:
        """The notes and the versions in this clone, whose texts are all there."""
        notes = json.loads(run("notes", "list", self.clone.article, "--format", "json").out)
        store = VersionStore(self.clone.article)
        versions = {version.rev for version in store.load().versions}
        assert all(store.text(rev) is not None for rev in versions)
        assert all(store.text(note["rev"]) is not None for note in notes)
        return {note["id"] for note in notes}, versions


def test_git_merges_what_two_people_do_round_after_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(14)
    clones = two_clones(tmp_path, monkeypatch)
    first, second = clones
    first.article.parent.mkdir()
    first.article.write_text(text_of(PARAGRAPHS), "utf-8")
    (first.folder / ".gitattributes").write_text(attributes(), "utf-8")
    assert run("notes", "add", first.article, "--quote", "20 barges").status == 0
    first.commit()
    first.git("push", "-q", "-u", "origin", "main")
    second.git("fetch", "-q")
    second.git("checkout", "-q", "-B", "main", "origin/main")
    people = Person(first, "anna", slice(0, 2), rng), Person(second, "bea", slice(5, 7), rng)
    for _round in range(ROUNDS):
        for person in people:
            person.work()
        both = [person.known() for person in people]
        for person in (*people, people[0]):
            person.clone.git("pull", "-q", "--no-edit")
            person.clone.git("push", "-q")
        together = [one | other for one, other in zip(*both, strict=True)]
        assert [list(person.known()) for person in people] == [together, together]


def test_a_text_that_one_lets_go_stays_for_the_other_who_just_noted_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git takes the removal of a file that the other did not change for the last word."""
    first, second = two_clones(tmp_path, monkeypatch)
    first.article.parent.mkdir()
    (first.folder / ".gitattributes").write_text(attributes(), "utf-8")

    def fetched(clone: Clone, number: int) -> str:
        clone.article.write_text(text_of([f"They counted {number} barges."]), "utf-8")
        text = reading_of(source_of(str(clone.article)), Settings()).article.text
        date = f"2026-11-22T08:00:{number:02}Z"
        VersionStore(clone.article).keep(Version(revision_of(text), date, Arrival.FETCHED), text)
        return revision_of(text)

    _oldest, noted = fetched(first, 1), fetched(first, 2)
    first.commit()
    first.git("push", "-q", "-u", "origin", "main")
    second.git("fetch", "-q")
    second.git("checkout", "-q", "-B", "main", "origin/main")
    for number in range(3, 4 + KEPT):
        fetched(first, number)
    assert VersionStore(first.article).load().find(noted) is None
    first.commit()
    first.git("push", "-q")
    assert run("notes", "add", second.article, "--quote", "2 barges").status == 0
    second.commit()
    second.git("pull", "-q", "--no-edit")
    store = VersionStore(second.article)
    assert store.text(noted) is not None
    assert all(store.text(version.rev) is not None for version in store.load().versions)
