"""An article is edited again and again while programs that note it are killed: nothing is lost.

``EDITS=1000`` goes on for that many edits; ``EDITS_SEED`` chooses others.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.cli.wiring import reading_of, source_of
from briefing.model.errors import UsageError
from briefing.model.note import Notes, NoteState
from briefing.model.settings import Settings
from briefing.model.span import Span
from briefing.model.version import Arrival, Version
from briefing.notes.versions import KEPT
from briefing.session.clock import SystemClock
from briefing.session.note_draft import NoteDraft
from briefing.session.ports import NotesPort
from briefing.session.reading import Reading
from briefing.session.renamed import (
    LEAST_ALIKE,
    LEAST_ALIKE_NOTED,
    belonging,
    bring,
    left_behind,
)
from briefing.storage.versions import VersionStore
from briefing.text.revisions import revision_of

EDITS = int(os.environ.get("EDITS", "40"))
SEED = int(os.environ.get("EDITS_SEED", "14"))
KILLED, RENAMED = 0.4, 0.2
"""How often a program is killed, and how often an article gets another name with an edit.

Only one whose text was kept before that edit: a text that is like none that was kept is another
article, and offered nothing.
"""
MOST_NOTES = 12
"""From so many on one is deleted for each that is written: placing many takes its time."""
LONGEST_SECONDS = 0.03
"""A program is killed within this time after it has opened the notes."""
WORDS = ("rain", "fell", "over", "the", "old", "town", "while", "council", "met", "barges", "went")


@dataclass
class World:
    """An article, and what programs have confirmed of it."""

    folder: Path
    rng: random.Random
    article: Path = field(init=False)
    notes: dict[str, set[str]] = field(default_factory=dict)
    """What each note may say: what was confirmed last, and what a killed program went on to."""
    deleted: set[str] = field(default_factory=set)
    """The notes whose deletion was begun at least."""
    confirmed: set[str] = field(default_factory=set)
    """The notes whose deletion was confirmed."""
    versions: dict[str, str] = field(default_factory=dict)
    """When each text was confirmed as kept."""
    edits: int = 0
    """How many there were: each has an hour of its own."""

    def __post_init__(self) -> None:
        self.article = self.folder / "report0.md"
        self.write([self.paragraph() for _ in range(8)])

    def paragraph(self) -> str:
        rng = self.rng
        return f"{' '.join(rng.choices(WORDS, k=rng.randint(6, 20)))} {rng.randint(2, 999)}."

    def write(self, paragraphs: list[str]) -> None:
        self.article.write_text("# Report\n\n" + "\n\n".join(paragraphs) + "\n", "utf-8")

    def edit(self) -> None:
        """Another hand changes the article: paragraphs come, go, change places or words."""
        self.edits += 1
        was_kept = revision_of(self.reading().article.text) in self.versions
        found = self.article.read_text("utf-8").strip().split("\n\n")[1:]
        at, kind = self.rng.randrange(len(found)), self.rng.randrange(4)
        if kind == 0 or len(found) < 4:
            found.insert(at, self.paragraph())
        elif kind == 1:
            found.pop(at)
        elif kind == 2:
            found.insert(self.rng.randrange(len(found)), found.pop(at))
        else:
            words = found[at].split()
            words[self.rng.randrange(len(words))] = str(self.rng.randint(2, 999))
            found[at] = " ".join(words)
        self.write(found)
        name, chance = f"report{self.rng.randrange(10_000)}.md", self.rng.random()
        if was_kept and chance < RENAMED:
            self.article = self.article.rename(self.article.with_name(name))

    def reading(self) -> Reading:
        reading = reading_of(source_of(str(self.article)), Settings())
        reading.clock = Hours(self.edits)
        return reading


@dataclass
class Hours(SystemClock):
    """A clock that stands still at one of many hours."""

    hours: int

    def now(self) -> str:
        return f"{datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=self.hours):%FT%TZ}"


def work(world: World, tell: Callable[[str], None]) -> None:
    """What a program does with the article: it tells what it begins, and what is done."""
    rng, notebook = world.rng, world.reading().take_out_notes()
    tell("here")
    left = left_behind(notebook)
    if left is not None:
        bring(notebook, left)
    kind = rng.randrange(4)
    ids = [placed.note.id for placed in notebook.placed]
    text = notebook.article.text
    if kind == 0:
        rev = revision_of(text)
        version = Version(rev, notebook.clock.now(), Arrival.FETCHED)
        needed = {note.rev for note in notebook.notes.notes}
        VersionStore(world.article).keep(version, text, needed)
        tell(f"version {rev} {version.date}")
    elif kind == 1 and ids:
        note_id, said = rng.choice(ids), f"said {rng.randrange(10_000)}"
        tell(f"begun {note_id} {said}")
        notebook.edit(note_id, NoteDraft(said))
        tell(f"note {note_id} {said}")
    elif kind == 2 and ids:
        with suppress(UsageError):  # an orphan has no place that could be accepted
            notebook.confirm(rng.choice(ids))
    else:
        if len(ids) >= MOST_NOTES:
            note_id = rng.choice(ids)
            tell(f"leaving {note_id}")
            notebook.set_state(note_id, NoteState.DELETED)
            tell(f"left {note_id}")
        start = rng.randrange(len(text) - 12)
        note = notebook.add(Span(start, start + 12), NoteDraft("new"))
        tell(f"note {note.id} new")
        tell(f"version {note.rev} {note.created}")


def told_by(world: World) -> Iterator[str]:
    """Let a program work, and perhaps kill it; the lines that it told until then."""
    seed, is_killed = world.rng.random(), world.rng.random() < KILLED
    delay = world.rng.random() * LONGEST_SECONDS
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        world.rng.seed(seed)
        status = 1
        try:
            work(world, lambda line: (os.write(writer, f"{line}\n".encode()), None)[1])
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    with open(reader, "rb") as lines:  # noqa: PTH123 - a pipe
        first = lines.readline()
        if is_killed:
            time.sleep(delay)
            os.kill(child, signal.SIGKILL)
        told = [first, *lines]
    _pid, status = os.waitpid(child, 0)
    assert status == (signal.SIGKILL if is_killed and status else 0), "a program gave up"
    for line in told:
        if line.endswith(b"\n"):
            yield line.decode().strip()


def take_in(world: World, line: str) -> None:
    match line.split(" ", 2):
        case ["version", rev, date]:
            world.versions.setdefault(rev, date)
        case ["note", note_id, said]:
            world.notes[note_id] = {said}
        case ["begun", note_id, said]:
            world.notes[note_id].add(said)
        case ["leaving", note_id]:
            world.deleted.add(note_id)
        case ["left", note_id]:
            world.confirmed.add(note_id)


def on_disk(world: World) -> tuple[Notes, NotesPort]:
    """The notes, with those of an old name that a program should have brought that was killed.

    They are not placed: where they are today has tests of its own, and takes most of the time.
    """
    reading = world.reading()
    text, port = reading.article.text, reading.open_notes(reading.source, reading.article)
    while True:
        notes = port.load()
        least = LEAST_ALIKE_NOTED if notes.notes else LEAST_ALIKE
        left = belonging(port.left_behind(revision_of(text)), text, least)
        if left is None:
            return notes, port
        port.bring(left)


def check(world: World) -> None:
    notes, port = on_disk(world)
    for note_id, may_say in world.notes.items():
        note = notes.find(note_id)
        assert note is not None
        assert note.text in may_say
        assert note.is_deleted or note_id not in world.confirmed
        assert not note.is_deleted or note_id in world.deleted
    for note in notes.notes:
        text = port.text(note.rev)
        assert text is not None
        assert note.at.of(text) == note.quote
        world.notes.setdefault(note.id, {note.text})
    store = VersionStore(world.article)
    kept = {version.rev: version.date for version in store.load().versions}
    assert all(store.text(rev) is not None for rev in kept)
    in_order = sorted({**kept, **world.versions}.items(), key=lambda item: item[::-1])
    assert {rev for rev, _date in (*in_order[:1], *in_order[-KEPT:])} <= kept.keys()
    world.versions = {rev: date for rev, date in world.versions.items() if rev in kept}


def test_no_note_and_no_version_is_lost(tmp_path: Path) -> None:
    world = World(tmp_path, random.Random(SEED))
    for _number in range(EDITS):
        world.edit()
        for line in told_by(world):
            take_in(world, line)
        check(world)
    assert len(world.notes) > EDITS // 10
    assert world.versions
