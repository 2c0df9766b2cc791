"""Stars and read marks, in one small file of the state folder: they are the reader's own.

::

    library.json    {"format": 1, "starred": [PATH, …], "read": [PATH, …], "unread": [PATH, …]}
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from briefing.model.errors import BriefingError, InputError, StorageError
from briefing.model.library_marks import Mark, Marks
from briefing.storage.atomic import PRIVATE, write_atomically
from briefing.storage.locations import state_folder
from briefing.storage.locking import lock
from briefing.storage.plain_files import read
from briefing.text.i18n import _

_LISTS = ("starred", "read", "unread")


class MarksFile:
    """The marks of all libraries; several windows may change them at once."""

    @property
    def path(self) -> Path:
        """The file."""
        return state_folder() / "library.json"

    def state(self) -> object:
        """What is another as soon as somebody has changed the marks."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def load(self) -> Marks:
        """The marks; none where there is no file.

        Raises:
            InputError: The file is damaged; it stays as it is.
            StorageError: It cannot be read.
        """
        content = read(self.path, below=state_folder())
        if content is None:
            return Marks()
        try:
            found = json.loads(content.data)
            lists = [found[name] for name in _LISTS]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise self._damaged() from error
        if not all(isinstance(some, list) and all(map(_is_text, some)) for some in lists):
            raise self._damaged()
        return Marks(*map(frozenset, lists))

    def change(self, changes: Mapping[str, Mark]) -> Marks:
        """Set the marks of some articles by path, and keep what other windows set meanwhile.

        Raises:
            BriefingError: Nothing was written.
        """
        with lock(self.path.with_suffix(".lock"), below=state_folder()):
            marks = self.load()
            for path, mark in changes.items():
                marks = marks.with_mark(path, mark)
            lists = {name: sorted(getattr(marks, name)) for name in _LISTS}
            data = json.dumps({"format": 1, **lists}, indent=1).encode("ascii")
            write_atomically(self.path, data, below=state_folder(), make_folder=True, mode=PRIVATE)
        return marks

    def _damaged(self) -> InputError:
        what = _("the stars and read marks of the library are damaged")
        return InputError(what, where=str(self.path), remedy=_("move the file away"))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def load_or_none() -> tuple[Marks, BriefingError | None]:
    """The marks for a list that is only shown: none, and why, where they cannot be read."""
    try:
        return MarksFile().load(), None
    except (InputError, StorageError) as error:
        return Marks(), error
