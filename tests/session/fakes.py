"""Stand-ins for the disk and the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.model.article import Article
from briefing.model.errors import Fault, FormatError, StorageError
from briefing.model.left_behind import Brought, LeftBehind
from briefing.model.note import Note, Notes
from briefing.model.reading_state import Choices, ReadingState, UnfinishedNote
from briefing.model.source import Fingerprint, Source
from briefing.notes.merge import merge
from briefing.parsing.reading import open_document
from briefing.session.memory import Memory
from briefing.session.notebook import Notebook
from briefing.session.reading import Reading, open_reading


@dataclass(slots=True)
class FakeClock:
    """A second passes at every look; ids count up."""

    seconds: int = 0
    ids: int = 0
    letter: str = "n"

    def now(self) -> str:
        self.seconds += 1
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"2026-11-22T{hours:02}:{minutes:02}:{seconds:02}Z"

    def new_id(self) -> str:
        self.ids += 1
        return f"{self.letter}{self.ids:04}"


class FakeFiles:
    """Articles that stay what they were."""

    @staticmethod
    def load_again(source: Source) -> Source:
        return source

    @staticmethod
    def bytes_of(_path: Path) -> bytes:
        return b""

    @staticmethod
    def fingerprint(_path: Path) -> Fingerprint | None:
        return None


@dataclass(slots=True)
class FakeDisk:
    """A file that several windows share."""

    notes: Notes = field(default_factory=lambda: Notes(article="a"))
    texts: dict[str, str] = field(default_factory=dict)
    writes: int = 0
    is_full: bool = False
    is_damaged: bool = False
    side: FakeDisk | None = None

    def change(self, note: Note) -> None:
        """Somebody else wrote one note."""
        others = tuple(n for n in self.notes.notes if n.id != note.id)
        self.notes = replace(self.notes, notes=(*others, note))
        self.writes += 1


class FakeNotes:
    """Keeps notes as the real store does, without a file."""

    def __init__(self, disk: FakeDisk | None = None, name: str = "a.notes.yaml") -> None:
        self.disk = disk or FakeDisk()
        self._path = Path("/nowhere") / name
        self._base: Notes | None = None
        self._seen = 0

    @property
    def path(self) -> Path:
        return self._path

    @property
    def refusal(self) -> str | None:
        return None

    @property
    def faults(self) -> tuple[Fault, ...]:
        return ()

    def left_behind(self, rev: str) -> tuple[LeftBehind, ...]:
        return ()

    def bring(self, left: LeftBehind) -> Brought:
        raise NotImplementedError

    def copies(self) -> tuple[Path, ...]:
        return ()

    def load(self) -> Notes:
        if self.disk.is_damaged:
            self._seen = self.disk.writes
            raise FormatError("this is not valid YAML", where=f"{self._path}:3")
        self._base, self._seen = self.disk.notes, self.disk.writes
        return self.disk.notes

    def save(self, notes: Notes, texts: Mapping[str, str] | None = None) -> Notes:
        if self.disk.is_full:
            raise StorageError("the disk is full", where=str(self._path))
        if self.disk.is_damaged:
            error = FormatError("this is not valid YAML", where=f"{self._path}:3")
            raise StorageError(error.what, where=error.where) from error
        self.disk.notes = merge(self._base, notes, self.disk.notes)
        used = {note.rev for note in self.disk.notes.notes}
        known = {**self.disk.texts, **(texts or {})}
        self.disk.texts = {name: text for name, text in known.items() if name in used}
        self.disk.writes += 1
        self._base, self._seen = self.disk.notes, self.disk.writes
        return self.disk.notes

    def has_changed(self) -> bool:
        return self._seen != self.disk.writes

    def text(self, sha256: str) -> str | None:
        return self.disk.texts.get(sha256)

    def aside(self) -> FakeNotes:
        self.disk.side = self.disk.side or FakeDisk()
        return FakeNotes(self.disk.side, f"{self._path.stem}.aside.yaml")


@dataclass(slots=True)
class FakeState:
    """Where the reader was, and the drafts of one article."""

    state: ReadingState = field(default_factory=ReadingState)
    drafts: dict[str, UnfinishedNote] = field(default_factory=dict)

    def load(self) -> tuple[ReadingState, tuple[Fault, ...]]:
        return self.state, ()

    def save(self, state: ReadingState) -> None:
        self.state = state

    def load_drafts(self) -> tuple[tuple[UnfinishedNote, ...], tuple[Fault, ...]]:
        return tuple(self.drafts.values()), ()

    def keep_draft(self, draft: UnfinishedNote) -> None:
        self.drafts[draft.id] = draft

    def drop_draft(self, draft_id: str) -> None:
        self.drafts.pop(draft_id, None)


def make_memory(state: FakeState | None = None) -> Memory:
    """What is remembered of an article, without a file."""
    return Memory(state or FakeState(), Choices(), lambda changes: changes)


TEXT = (
    "Eleven states\n"
    "The report was published on Thursday. It counts eleven states and 14,000 soldiers. "
    "Nobody denied it.\n"
    "Rockets\n"
    "At least 100 rockets were sent. Some failed!\n"
)


def make_article(text: str = TEXT, title: str | None = "Eleven states") -> Article:
    """An article with a text and no sections."""
    return Article("a", title, "en", text, ())


def make_notebook(
    disk: FakeDisk | None = None, *, author: str = "anna", clock: FakeClock | None = None
) -> tuple[Notebook, FakeDisk]:
    """A notebook in a window of its own."""
    disk = disk or FakeDisk()
    return Notebook(FakeNotes(disk), make_article(), clock or FakeClock(), author), disk


def make_reading(markdown: str, disk: FakeDisk | None = None, name: str = "a") -> Reading:
    """An article opened from its source; reading it again gives what it was."""
    port = FakeNotes(disk)
    source = Source(name, None, markdown)
    return open_reading(source, FakeClock(), "anna", lambda _s, _a: port, FakeFiles())


def chunks_of(markdown: str) -> int:
    """How many chunks a source makes."""
    return open_document(markdown, name="a", where="a.md").chunk_count
