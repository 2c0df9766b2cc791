"""First pages that were kept: what a reader will see first, so that it can be shown at once.

A page is one small file in the state folder. It is used only while everything that it was drawn
from is as it was: the files (article, place in it, choices, settings, theme), the environment, the
size of the terminal, the program's version. Each file is told by its bytes, a large one by
its time, size and inode; a digest stands before it all. A page that does not fit, or is damaged,
counts as missing.

This is imported before the first words, so reading a page needs nothing but `os`. Its
parts: a digest of the rest in 32 hex digits and a newline; the files, a NUL between two; their
state; the page. Two NULs stand between the last three.
"""

from __future__ import annotations

import os
import stat
import sys

from briefing import __version__

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL: 2 ms of the 15 that there are
except ImportError:
    from hashlib import blake2b

_FOLDER = "first-pages"
_IS_LINUX = sys.platform == "linux"
_VARIABLES = (
    "COLORTERM", "TERM", "TERM_PROGRAM", "NO_COLOR", "COLORFGBG", "TMUX", "STY", "VTE_VERSION",
    "WT_SESSION", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "XDG_CONFIG_HOME",
    "XDG_DATA_HOME", "HOME",
)  # fmt: skip
"""What of the environment shows in a page, or leads to other files."""
_DIGITS = 32
_MAX_BYTES = 256 * 1024
"""A page of 300 columns and 100 rows, all in colour, takes less."""
_SMALL_BYTES = 64 * 1024
_MAX_PAGES = 100
_READING = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
_PRIVATE = 0o600


class Key:
    """Which page is meant: what was typed, where, and the size of the terminal."""

    def __init__(self, word: str, size: tuple[int, int]) -> None:
        """Take what a command line and a terminal say.

        Args:
            word: The article as it was typed; nothing for the one that ships.
            size: Columns and rows of the terminal.
        """
        self.word, self.size = word, size

    @property
    def path(self) -> str | None:
        """The file of the page; None on a system whose folders take longer to find."""
        folder = _folder()
        if folder is None:
            return None
        width, height = self.size
        words = "\0".join((os.getcwd(), self.word, f"{width}x{height}"))  # noqa: PTH109
        return f"{folder}/{_digest(os.fsencode(words))}"


def find(key: Key) -> str | None:
    """The page that was kept; None where there is none, or none that still holds. Never fails."""
    try:
        data = _read(key.path)
        digest, _newline, rest = data.partition(b"\n")
        if digest.decode("ascii") != _digest(rest):
            return None
        files, state, page = rest.split(b"\0\0", 2)
        return page.decode("utf-8") if state == _state(files.split(b"\0")) else None
    except (OSError, ValueError):
        return None


def keep(key: Key, page: str, files: list[str]) -> None:
    """Keep a page for the next start; the oldest ones go. Where it cannot be kept, none is.

    Args:
        key: Which page it is.
        page: What would be written to the terminal.
        files: What it was drawn from: one that is missing counts as that.
    """
    path = key.path
    names = [os.fsencode(file) for file in files]
    rest = b"\0\0".join((b"\0".join(names), _state(names), page.encode("utf-8", "replace")))
    if path is None or len(rest) > _MAX_BYTES - _DIGITS - 1:
        return
    _write(path, _digest(rest).encode("ascii") + b"\n" + rest)
    _prune(os.path.dirname(path))  # noqa: PTH120


def _folder() -> str | None:
    """As `locations.state_folder`, which needs more than there is time for."""
    named = os.environ.get("XDG_STATE_HOME", "")
    if named.startswith("/"):
        return f"{named}/briefing/{_FOLDER}"
    if _IS_LINUX:
        return os.path.expanduser(f"~/.local/state/briefing/{_FOLDER}")  # noqa: PTH111
    return None


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=_DIGITS // 2).hexdigest()


def _state(files: list[bytes]) -> bytes:
    """All that a page depends on beside its key, in one value."""
    surroundings = [os.environ.get(name, "\1") for name in _VARIABLES]
    stamps = [_stamp(file) for file in files]
    return os.fsencode("\n".join((__version__, *surroundings, *stamps)).replace("\0", ""))


def _stamp(file: bytes) -> str:
    """The state of a file: a small one by its bytes, any other by its time, size and inode."""
    try:
        status = os.stat(file)  # noqa: PTH116
        if stat.S_ISREG(status.st_mode) and status.st_size <= _SMALL_BYTES:
            return _digest(_bytes_of(os.open(file, _READING)))
    except FileNotFoundError:
        return "-"
    return f"{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_size}:{status.st_ino}"


def _bytes_of(file: int) -> bytes:
    """Up to `_MAX_BYTES` of an open file, which is closed."""
    try:
        return os.read(file, _MAX_BYTES)
    finally:
        os.close(file)


def _read(path: str | None) -> bytes:
    """The bytes of a page that only its owner can have written.

    Raises:
        OSError: There is none, or it may be somebody else's.
    """
    if path is None:
        raise FileNotFoundError
    file = os.open(path, _READING | os.O_NOFOLLOW)
    status = os.fstat(file)
    data = _bytes_of(file)
    is_own = stat.S_ISREG(status.st_mode) and status.st_uid == os.getuid()
    if not is_own or status.st_mode & 0o077 or status.st_size > _MAX_BYTES:
        raise PermissionError
    return data


def _write(path: str, data: bytes) -> None:
    from pathlib import Path  # noqa: PLC0415 - the screen is gone; there is time

    from briefing.model.errors import StorageError  # noqa: PLC0415
    from briefing.storage.atomic import write_atomically  # noqa: PLC0415
    from briefing.storage.locations import state_folder  # noqa: PLC0415

    try:
        write_atomically(Path(path), data, below=state_folder(), make_folder=True, mode=_PRIVATE)
    except StorageError:
        return


def _prune(folder: str) -> None:
    """Remove the pages that were kept longest ago."""
    try:
        with os.scandir(folder) as entries:
            pages = sorted(entries, key=lambda entry: entry.stat().st_mtime_ns)
        for page in pages[:-_MAX_PAGES]:
            os.unlink(page.path)  # noqa: PTH108
    except OSError:
        return
