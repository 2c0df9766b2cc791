"""What the program remembers, in small JSON files of the user's state folder.

::

    choices.json              for all articles; changes are merged into what is there
    articles/NAME.json        the place in one article; the last window that writes wins
    articles/NAME.drafts/     one file a draft, so that no window can lose another's

A file that is damaged is put aside under ``….damaged`` and counts as missing.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from briefing.model.errors import Fault, InputError, StorageError
from briefing.model.reading_state import Choices, ReadingState, UnfinishedNote
from briefing.model.records import dataclass, replace
from briefing.model.source import Source
from briefing.storage.atomic import PRIVATE, storage_error, write_atomically
from briefing.storage.folders import entered, remove_folder
from briefing.storage.locations import state_folder, state_path
from briefing.storage.locking import lock
from briefing.storage.plain_files import read as read_file
from briefing.storage.processes import is_running, this_process
from briefing.storage.state_json import (
    choices_from_json,
    choices_to_json,
    draft_from_json,
    draft_to_json,
    state_from_json,
    state_to_json,
)
from briefing.text.i18n import _
from briefing.text.system_words import reason

HISTORY_LIMIT = 100
"""Jumps that are remembered, the newest."""
READ_LIMIT = 5000
"""Sections read that are remembered, the newest."""
REVS_LIMIT = 20
"""Texts that an article is known by, the newest."""
_DRAFT_ID = re.compile(r"[A-Za-z0-9]{1,64}")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StateStore:
    """Remembers one article's reading state and drafts."""

    path: Path
    """The file of the reading state; drafts lie in a folder beside it."""

    @classmethod
    def of(cls, source: Source, *, title: str | None = None) -> StateStore:
        """The store of an article; nothing is created."""
        return cls(state_path(source, title=title))

    def load(self) -> tuple[ReadingState, tuple[Fault, ...]]:
        """Where the reader was; a fresh state where nothing is known."""
        return _load(self.path, self._root, state_from_json, ReadingState())

    def save(self, state: ReadingState) -> None:
        """Remember where the reader is.

        Raises:
            StorageError: It could not be written.
        """
        dropped = max(0, len(state.history) - HISTORY_LIMIT)
        kept = replace(
            state,
            read=state.read[-READ_LIMIT:],
            history=state.history[dropped:],
            history_index=max(0, state.history_index - dropped),
            identity=replace(state.identity, revs=state.identity.revs[-REVS_LIMIT:]),
        )
        _write(self.path, self._root, state_to_json(kept))

    def load_drafts(self) -> tuple[tuple[UnfinishedNote, ...], tuple[Fault, ...]]:
        """The drafts that no running window is still writing, oldest first."""
        drafts: list[UnfinishedNote] = []
        faults: list[Fault] = []
        try:
            paths = sorted(self._drafts_folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return (), ()
        except OSError as error:
            return (), (_unreadable(self._drafts_folder, reason(error)),)
        for path in (path for path in paths if path.suffix == ".json"):
            if _is_being_written(path, self._root):
                continue
            draft, found = _load(path, self._root, _optional_draft, None)
            drafts += [] if draft is None else [draft]
            faults += found
        return tuple(sorted(drafts, key=lambda draft: draft.saved)), tuple(faults)

    def has_drafts(self) -> bool:
        """Whether a note is being typed, or was not finished.

        Raises:
            OSError: That cannot be seen.
        """
        folder = self._drafts_folder
        return folder.is_dir() and any(path.suffix == ".json" for path in folder.iterdir())

    def keep_draft(self, draft: UnfinishedNote) -> None:
        """Save a draft; one of the same id is replaced.

        Raises:
            StorageError: It could not be written.
        """
        path = self._draft_path(draft.id)
        _write(path, self._root, {**draft_to_json(draft), "writer": this_process()})

    def drop_draft(self, draft_id: str) -> None:
        """Forget a draft: its note was saved, or the reader gave it up.

        Raises:
            StorageError: It could not be removed.
        """
        path = self._draft_path(draft_id)
        root = self._root
        steps = path.parent.relative_to(root).parts
        try:
            with contextlib.suppress(FileNotFoundError), entered(root, steps) as folder:
                os.unlink(path.name, dir_fd=folder)
        except OSError as error:
            raise storage_error(error, path) from error
        remove_folder(root, *steps)  # where other drafts are still in it, it stays

    @property
    def _root(self) -> Path:
        """The folder from which on no link is followed."""
        folder = state_folder()
        return folder if self.path.is_relative_to(folder) else self.path.parent

    @property
    def _drafts_folder(self) -> Path:
        return self.path.with_suffix(".drafts")

    def _draft_path(self, draft_id: str) -> Path:
        if not _DRAFT_ID.fullmatch(draft_id):
            raise ValueError(f"not the id of a draft: {draft_id!r}")
        return self._drafts_folder / f"{draft_id}.json"


def load_choices() -> tuple[Choices, tuple[Fault, ...]]:
    """What the reader chose in the app so far."""
    return _load(choices_path(), state_folder(), choices_from_json, Choices())


def save_choices(changes: Choices) -> Choices:
    """Remember what was chosen just now, and keep what other windows chose meanwhile.

    Returns:
        All choices as they are now.

    Raises:
        StorageError: They could not be written.
    """
    path = choices_path()
    with lock(path.with_suffix(".lock"), below=state_folder()):
        choices = load_choices()[0].changed(changes)
        _write(path, state_folder(), choices_to_json(choices))
    return choices


def choices_path() -> Path:
    """The file of what the reader chose in the app; it need not exist."""
    return state_folder() / "choices.json"


def _optional_draft(value: object) -> UnfinishedNote | None:
    return draft_from_json(value)


def _write(path: Path, root: Path, value: dict[str, object]) -> None:
    data = json.dumps(value, separators=(",", ":")).encode("ascii")
    write_atomically(path, data, below=root, make_folder=True, mode=PRIVATE)


def _load(
    path: Path, root: Path, read: Callable[[object], T], fresh: T
) -> tuple[T, tuple[Fault, ...]]:
    """The value in a file, or a fresh one and why."""
    try:
        content = read_file(path, below=root)
        return (fresh if content is None else read(json.loads(content.data))), ()
    except (InputError, StorageError) as error:
        return fresh, (_unreadable(path, error.what),)
    except (ValueError, RecursionError):
        return fresh, (_put_aside(path, root),)


def _unreadable(path: Path, why: str) -> Fault:
    what = _("what was remembered cannot be read: {reason}")
    return Fault(what.format(reason=why), str(path))


def _put_aside(path: Path, root: Path) -> Fault:
    """Keep a damaged file under another name, so that the next save does not destroy it."""
    aside = path.with_name(f"{path.name}.damaged")
    what = _("what was remembered is damaged and starts fresh")
    try:
        with entered(root, path.parent.relative_to(root).parts) as folder:
            os.replace(path.name, aside.name, src_dir_fd=folder, dst_dir_fd=folder)
    except (OSError, StorageError):
        return Fault(what, str(path))
    return Fault(what, str(path), _("the old file is kept as {name}").format(name=aside.name))


def _is_being_written(path: Path, root: Path) -> bool:
    """Whether the window that wrote a draft is another one that still runs."""
    try:
        content = read_file(path, below=root)
        value = None if content is None else json.loads(content.data)
    except (InputError, StorageError, ValueError, RecursionError):
        return False
    writer = value.get("writer") if isinstance(value, dict) else None
    return isinstance(writer, str) and writer != this_process() and is_running(writer)
