"""A lock where the file system has no `flock`: a file that only one program can make.

It says who made it. One whose program has ended (on this machine), or that is older than any save
takes, was left behind by a program that was killed, and is removed.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path

from briefing.model.errors import BusyError
from briefing.model.records import dataclass
from briefing.storage.folders import refuse_link
from briefing.storage.processes import is_running, this_process
from briefing.text.i18n import _

STALE_SECONDS = 120.0
"""A lock of another machine that is older than this was left behind; a save takes seconds."""
_EMPTY_SECONDS = 5.0
"""One without content is being written right now, or its program was killed while it did so."""
_MAX_BYTES = 4096
_CLOCK_SECONDS = 1.0
"""How long the word of a file system's clock is good: who waits looks a hundred times a second."""

_clocks: dict[int, tuple[float, float]] = {}
"""By device: what its clock said (as `time.time`), and when (`time.monotonic`)."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock."""

    owner: str
    """The user's name there."""
    host: str
    """The machine."""
    process: str
    """The program, as `processes` names it."""
    age: float
    """How long ago it was taken, in seconds by the file system's own clock. Less than nothing where
    that was set back since."""
    name: str
    """The file."""

    @property
    def is_gone(self) -> bool:
        """Whether it was left behind."""
        if not self.process:
            return abs(self.age) > _EMPTY_SECONDS
        if self.host == _host():
            return not is_running(self.process)
        return abs(self.age) > STALE_SECONDS

    def busy(self, path: Path) -> BusyError:
        """Why the lock was not to be had, and what may be done about it."""
        what = _("{owner} on {host} has been writing here for {seconds} seconds")
        remedy = _("if that program is gone, remove {file}, then save again")
        return BusyError(
            what.format(owner=self.owner, host=self.host, seconds=max(int(self.age), 0)),
            where=str(path),
            remedy=remedy.format(file=path.with_name(self.name)),
        )


def take(folder: int, path: Path, held: contextlib.ExitStack) -> Holder | None:
    """Try to make the file; it is removed when the stack is closed.

    Args:
        folder: The descriptor of its folder.
        path: The lock that it stands in for.
        held: Closed when the lock is let go.

    Returns:
        None if it is held now, else who holds it.

    Raises:
        OSError: It cannot be made.
        StorageError: A link stands there.
    """
    name = f"{path.name}.held"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    token = os.urandom(8).hex()
    words = _words(token)
    try:
        descriptor = os.open(name, flags, 0o644, dir_fd=folder)
    except FileExistsError:
        refuse_link(folder, name, path.with_name(name))
        holder = _holder(folder, name)
        if holder is not None and holder.is_gone:
            _clear(folder, name, holder)
        return holder or Holder("?", "?", "", 0.0, name)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - made with O_EXCL
            file.write(words)
    except OSError:  # a full disk: an empty file would hold the others up
        os.unlink(name, dir_fd=folder)
        raise
    own = os.dup(folder)
    held.callback(os.close, own)
    held.callback(_let_go, own, name, token)
    return None


def _words(token: str) -> bytes:
    said = {"owner": _owner(), "host": _host(), "process": this_process(), "token": token}
    return json.dumps(said).encode()


def _let_go(folder: int, name: str, token: str) -> None:
    """Remove our own file, and no other that has its name by now."""
    if token.encode() in _content(folder, name):
        with contextlib.suppress(OSError):
            os.unlink(name, dir_fd=folder)


def _clear(folder: int, name: str, holder: Holder) -> None:
    """Remove a lock that was left behind; only one of those who wait can take it away."""
    aside = f".briefing-{os.urandom(8).hex()}.tmp"
    with contextlib.suppress(OSError):
        os.rename(name, aside, src_dir_fd=folder, dst_dir_fd=folder)
        taken = _holder(folder, aside)
        if taken is not None and taken.process != holder.process:
            # Somebody was quicker, and this is the new lock: it goes back.
            os.link(aside, name, src_dir_fd=folder, dst_dir_fd=folder)
        os.unlink(aside, dir_fd=folder)


def _holder(folder: int, name: str) -> Holder | None:
    """Who holds a lock; None where it is gone meanwhile."""
    try:
        status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except OSError:
        return None
    age = _now(folder, status.st_dev) - status.st_mtime
    try:
        said = json.loads(_content(folder, name))
    except (ValueError, RecursionError):
        said = None
    known = said if isinstance(said, dict) else {}
    owner, host, process = (str(known.get(key, "")) for key in ("owner", "host", "process"))
    return Holder(owner or "?", host or "?", process, age, name)


def _now(folder: int, device: int) -> float:
    """What time it is by the clock of the file system, which may be that of another machine.

    A lock must not seem to be old because a clock here runs ahead or was set.
    """
    said, when = _clocks.get(device, (0.0, -_CLOCK_SECONDS))
    passed = time.monotonic() - when
    if passed < _CLOCK_SECONDS and said:
        return said + passed
    now = _ask_clock(folder)
    _clocks[device] = now, time.monotonic()
    return now


def _ask_clock(folder: int) -> float:
    """When a file that is made now was made; our own clock where none can be made."""
    name = f".briefing-{os.urandom(8).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        descriptor = os.open(name, flags, 0o600, dir_fd=folder)
    except OSError:
        return time.time()
    try:
        os.write(descriptor, b".")  # some file systems give a file no time before that
        return os.fstat(descriptor).st_mtime
    except OSError:
        return time.time()
    finally:
        os.close(descriptor)
        with contextlib.suppress(OSError):
            os.unlink(name, dir_fd=folder)


def _content(folder: int, name: str) -> bytes:
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        descriptor = os.open(name, flags, dir_fd=folder)
    except OSError:
        return b""
    with open(descriptor, "rb") as file:  # noqa: PTH123 - opened without following a link
        with contextlib.suppress(OSError):
            return file.read(_MAX_BYTES)
        return b""


def _host() -> str:
    """This machine, and the container in it: process numbers mean something only there."""
    try:
        inside = str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        inside = ""
    return f"{os.uname().nodename} {inside}".strip()


def _owner() -> str:
    return os.environ.get("USER") or str(os.getuid())
